//! A name from its words: [`read`].

use super::fold::Piece;
use super::glued::pieces;
use super::table::tables;
use super::title::{self, GENERATIONS};
use super::{script, transliteration};
use crate::model::{GenderedTitle, Name, NameWord, Script, WordKind};

/// Reads a name, so that it can be compared with others.
pub fn read(words: &str) -> Name {
    let words = without_acronym(words);
    let written = words.as_str();
    let all = pieces(&words);
    let stripped = title::strip(&words, &all);
    let script = script::of(&words);
    let gender = match stripped.of {
        Some(GenderedTitle::Address(gender)) => Some(gender),
        Some(GenderedTitle::Form(_)) | None => None,
    };
    let mut name = Name { script, gender, title: stripped.of, ..Name::default() };
    let kept: Vec<&Piece> = without_legal_form(stripped.pieces).iter().collect();
    name.is_company = kept.len() < stripped.pieces.len();
    name.acronym = acronym(&words, &kept);
    let folded: Vec<String> = kept.iter().map(|piece| in_one_alphabet(&piece.folded, script)).collect();
    let in_capitals: Vec<bool> =
        kept.iter().map(|piece| is_in_capitals(&words[piece.range.clone()])).collect();
    let speaks_up = in_capitals.len() > 1 && in_capitals.iter().all(|capitals| *capitals);
    let is_short = |at: usize| in_capitals[at] && !speaks_up;
    let expanded = expanded(&folded, &is_short);
    let is_small = |word: &str| tables().is_small(word);
    name.is_body = expanded.iter().any(|(word, _)| {
        matches!(tables().kind(word), Some(WordKind::Body | WordKind::Form)) || word == "of"
    });
    let mut at = 0;
    while at < expanded.len() {
        let words: Vec<&str> = expanded[at..].iter().map(|(word, _)| word.as_str()).collect();
        let is_free = !ABBREVIATED.contains(&words[0]) || expanded[at].1.is_none_or(is_short);
        if let Some((n, place)) = tables().place(&words).filter(|(n, _)| *n > 1 || is_free) {
            let text = words[..n].join(" ");
            let text = if place.belongs { format!("{text}'") } else { text };
            let (groups, gender) = if n == 1 { tables().first_name(words[0]) } else { Default::default() };
            name.words.push(NameWord {
                sound: String::new(),
                text,
                kind: WordKind::Place(place.number),
                groups,
                gender,
            });
            at += n;
            continue;
        }
        let (word, piece) = &expanded[at];
        let piece = piece.map(|piece| kept[piece]);
        at += 1;
        let is_dotted = piece.is_some_and(|piece| piece.initials);
        let is_last = at == expanded.len();
        // `e` and `i` link Persian and Urdu names: `Tehrik-e Taliban`.
        let is_lower = |piece: &Piece| written[piece.range.clone()].chars().all(char::is_lowercase);
        let is_link = at > 1 && word.len() == 1 && piece.is_some_and(is_lower);
        if let Some(generation) = generation(word, is_last && !is_dotted).filter(|_| at > 1 && !name.is_body)
        {
            name.generation = Some(generation);
        } else if !(is_link || name.is_body && is_small(word)) {
            add(&mut name, word, piece.filter(|_| expanded.len() > 1), expanded.len());
        }
    }
    let is_person = !name.is_body && name.words.len() > 1;
    if let Some(first) = name.words.first().filter(|_| is_person) {
        name.gender = name.gender.or(first.gender);
    }
    name.joined = name.words.iter().map(|word| word.text.as_str()).collect();
    name.full = full(&folded, &is_short);
    let read = words_of(&expanded).join(" ");
    if read != name.full {
        name.full = format!("{}|{read}", name.full);
    }
    name
}

/// Adds a word, or several letters that stand for words.
fn add(name: &mut Name, word: &str, piece: Option<&Piece>, n_words: usize) {
    let is_first = name.words.is_empty();
    let n_letters = word.chars().count();
    let is_initials = piece.is_some_and(|piece| piece.initials) || n_letters == 1 && word.is_ascii();
    if is_initials && piece.is_some() && n_letters < 5 && word.chars().all(char::is_alphabetic) {
        name.words.extend(word.chars().map(|c| NameWord {
            text: c.to_string(),
            kind: WordKind::Initial,
            ..NameWord::default()
        }));
        return;
    }
    let number = number(word);
    let kind = if number.is_some() {
        WordKind::Number
    } else if is_numeral(word) && !is_first && n_letters < 5 {
        WordKind::Numeral
    } else {
        match tables().kind(word) {
            Some(WordKind::Particle)
                if is_first && (n_letters < 3 || matches!(word, "ben" | "den" | "ten")) =>
            {
                WordKind::Plain
            }
            Some(WordKind::Particle) if name.is_body || n_words == 1 => WordKind::Plain,
            Some(kind) => kind,
            None => WordKind::Plain,
        }
    };
    let (groups, gender) = tables().first_name(word);
    name.words.push(NameWord {
        sound: if kind == WordKind::Plain { transliteration::key(word) } else { String::new() },
        text: number.unwrap_or_else(|| word.to_owned()),
        kind,
        groups,
        gender,
    });
}

/// A name without its acronym in brackets: `Association of Nations (AN)`.
fn without_acronym(words: &str) -> String {
    let is_acronym = |inside: &str| {
        inside.len() < 12
            && inside.chars().all(|c| c.is_alphanumeric() || c == '.')
            && inside.chars().filter(|c| c.is_uppercase()).count() > 1
    };
    match words.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?))) {
        Some((before, (inside, behind))) if !before.trim().is_empty() && is_acronym(inside) => {
            format!("{before} {behind}")
        }
        Some(_) | None => words.to_owned(),
    }
}

/// The words without `Ltd`, `Co., Ltd.` and the like behind them.
fn without_legal_form(mut pieces: &[Piece]) -> &[Piece] {
    while let [before @ .., last] = pieces
        && !before.is_empty()
        && tables().is_legal(&last.folded)
    {
        pieces = before;
    }
    pieces
}

/// The letters of a name that is an acronym: one word in capitals.
fn acronym(words: &str, kept: &[&Piece]) -> Option<String> {
    let [piece] = kept else { return None };
    let written = &words[piece.range.clone()];
    let capitals = written.chars().filter(|c| c.is_uppercase()).count();
    let letters = piece.folded.chars().count();
    let fits =
        piece.folded.is_ascii() && (2..=8).contains(&letters) && capitals > 1 && capitals * 2 > letters;
    fits.then(|| piece.folded.clone())
}

fn in_one_alphabet(word: &str, script: Script) -> String {
    match script {
        Script::Alphabet if tables().place(&[word]).is_none() => script::romanised(word),
        Script::Latin | Script::Alphabet | Script::Other(_) => word.to_owned(),
    }
}

fn is_in_capitals(written: &str) -> bool {
    written.chars().filter(|c| c.is_uppercase()).count() > 1 && !written.chars().any(char::is_lowercase)
}

/// What stands for several words, and is an abbreviation only in capitals: `UN`, but not Kim Jong Un.
fn is_abbreviation(word: &str, n: usize, read: &[String]) -> bool {
    n == 1 && read.len() > 1 && word.len() < 6
}

/// All words, with those that an abbreviation stands for.
fn full(folded: &[String], is_short: &impl Fn(usize) -> bool) -> String {
    let whole = |(at, word): (usize, &String)| match tables().same(&[word.as_str()]) {
        Some((n, read)) if is_abbreviation(word, n, read) && is_short(at) => read.join(" "),
        Some(_) | None => word.clone(),
    };
    folded.iter().enumerate().map(whole).collect::<Vec<_>>().join(" ")
}

/// Words with one spelling for several, each with the piece that it was.
fn expanded(folded: &[String], is_short: &impl Fn(usize) -> bool) -> Vec<(String, Option<usize>)> {
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let mut expanded = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        match tables().same(&words[at..]) {
            Some((n, read)) if !is_abbreviation(words[at], n, read) || is_short(at) => {
                expanded.extend(read.iter().map(|word| (word.clone(), None)));
                at += n;
            }
            Some(_) | None => {
                expanded.push((folded[at].clone(), Some(at)));
                at += 1;
            }
        }
    }
    expanded
}

fn words_of(expanded: &[(String, Option<usize>)]) -> Vec<&str> {
    expanded.iter().map(|(word, _)| word.as_str()).collect()
}

/// `Jr` and `II` are the second of a name, `Sr` and `I` the first.
fn generation(word: &str, is_last: bool) -> Option<u8> {
    if GENERATIONS.contains(&word) {
        return Some(match word {
            "sr" | "senior" => 1,
            "iii" => 3,
            "iv" => 4,
            _ => 2,
        });
    }
    let number = NUMERALS.iter().position(|numeral| *numeral == word).filter(|_| is_last)?;
    Some(number as u8 + 1)
}

/// The digits of a figure or an ordinal.
fn number(word: &str) -> Option<String> {
    const ORDINALS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if let Some(at) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        return Some((at + 1).to_string());
    }
    if !word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    Some(digits.trim_start_matches('0').to_owned())
}

fn is_numeral(word: &str) -> bool {
    NUMERALS.contains(&word)
}

/// In their order.
const NUMERALS: [&str; 18] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    "xvii", "xviii",
];

/// Places for short, which are words or names too where they are not in capitals.
const ABBREVIATED: [&str; 22] = [
    "us", "uk", "usa", "uae", "prc", "drc", "rok", "roc", "png", "gdr", "ddr", "ksa", "nsw", "nyc", "ny",
    "gb", "rsa", "hcmc", "ussr", "dprk", "fyrom", "cdmx",
];
