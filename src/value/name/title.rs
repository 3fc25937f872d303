//! What stands around a name and is no part of it: titles, words of time and degrees: [`strip`].
//!
//! `former Foreign Ministry spokesman Guo Jiakun` is `Guo Jiakun`. An office that nobody is named
//! with (`Prime Minister of Cambodia`) and a body that begins like a title (`General Department of
//! Immigration`) stay as they are. Stripping twice strips no more than stripping once.

use super::Piece;
use super::table::{Sort, Stop, Title, tables};
use crate::model::{Gender, GenderedTitle, Name, WordKind};

/// The words of a name without what stands around them, and of whom the titles are.
pub(super) struct Stripped<'p> {
    /// The words that are left.
    pub(super) pieces: &'p [Piece],
    /// Of a man or of a woman, where a title says so.
    pub(super) of: Option<GenderedTitle>,
}

/// The words of a name without titles before or behind it; all of them where nothing else is left.
pub(super) fn strip<'p>(name: &str, pieces: &'p [Piece]) -> Stripped<'p> {
    let mut stripped = Stripped { pieces, of: None };
    // Each step leaves fewer words, so the loop ends.
    while let Some((rest, title)) = step(name, stripped.pieces) {
        stripped.pieces = rest;
        let of = title.and_then(|title| title.of);
        // `Mrs Chairman` is a woman.
        if matches!(
            (of, stripped.of),
            (Some(_), None | Some(GenderedTitle::Form(_))) | (Some(GenderedTitle::Address(_)), _)
        ) {
            stripped.of = of;
        }
    }
    stripped
}

fn step<'p>(name: &str, pieces: &'p [Piece]) -> Option<(&'p [Piece], Option<Title>)> {
    let words: Vec<&str> = pieces.iter().map(|piece| piece.folded.as_str()).collect();
    if let Some(found) = leading(name, pieces, &words) {
        return Some(found);
    }
    let n = words.len();
    if n > 1 && words[0] == "the" {
        return Some((&pieces[1..], None));
    }
    if n > 1 && DEGREES.contains(&words[n - 1]) {
        return Some((&pieces[..n - 1], None));
    }
    if n > 1
        && let Some((_, gender)) = BEHIND.iter().find(|(title, _)| *title == words[n - 1])
    {
        let of = gender.map(GenderedTitle::Address);
        let title = Title { of, sort: Sort::Respect, stop: Stop::Free };
        return Some((&pieces[..n - 1], Some(title)));
    }
    in_apposition(name, pieces, &words).or_else(|| inside(name, pieces, &words))
}

/// Whether the titles of two names are those of a man and of a woman.
///
/// A form for men (`chairman`) is used of women too: it says something beside the form for women
/// (`chairwoman`), and only where the first name is not that of a woman.
pub(super) fn are_of_two(a: &Name, b: &Name) -> bool {
    use Gender::{Man, Woman};
    use GenderedTitle::{Address, Form};
    match (a.title, b.title) {
        (Some(Address(one)), Some(Address(other))) => one != other,
        (Some(Address(Man)), Some(Form(Woman))) | (Some(Form(Woman)), Some(Address(Man))) => true,
        (Some(Form(one)), Some(Form(other))) => {
            let is_woman = |name: &Name| name.words.first().is_some_and(|first| first.gender == Some(Woman));
            one != other && !(is_woman(a) && is_woman(b))
        }
        (Some(Address(_)), Some(Form(_))) | (Some(Form(_)), Some(Address(_))) | (None, _) | (_, None) => {
            false
        }
    }
}

/// A title at the start, or one behind the place that it belongs to.
fn leading<'p>(name: &str, pieces: &'p [Piece], words: &[&str]) -> Option<(&'p [Piece], Option<Title>)> {
    let first = pieces.first()?;
    // `DR Congo` and `St. Petersburg` begin like titles.
    if tables().place(words).is_some_and(|(n, _)| n > 1) {
        return None;
    }
    // `He` is a family name; `H.E.` and `HE` are not.
    if words[0] == "he" && words.len() > 1 && matches!(&name[first.range.clone()], "HE" | "H.E" | "H. E") {
        return Some((&pieces[1..], None));
    }
    if let Some((n, title)) = title_at(name, pieces, words, 0)
        && leaves_a_name(&words[n..], title.sort)
        && (words[0].is_ascii()
            || title.sort == Sort::Respect
            || is_somebody(name, &pieces[n..], &words[n..]))
    {
        return Some((&pieces[n..], Some(title)));
    }
    let (n, _) = tables().place(words)?;
    let (more, title) = title_at(name, pieces, words, n)?;
    let is_office = title.sort == Sort::Office && leaves_a_name(&words[n + more..], title.sort);
    is_office.then(|| (&pieces[n + more..], Some(title)))
}

/// The title that begins at a word, where its full stop is given or not needed.
fn title_at(name: &str, pieces: &[Piece], words: &[&str], at: usize) -> Option<(usize, Title)> {
    let (n, title) = tables().title(&words[at..])?;
    let last = &pieces[at + n - 1];
    let dotted = name[last.range.end..].starts_with('.') || last.initials;
    let follow = words.len() - at - n;
    let fits = match title.stop {
        Stop::Free => true,
        // `Duke Energy Corp` is no duke.
        Stop::Before => dotted || follow > 1 && !words[at + n..].iter().any(|word| is_of_a_body(word)),
        Stop::Always => dotted,
    };
    fits.then_some((n, title))
}

fn is_of_a_body(word: &str) -> bool {
    tables().is_legal(word) || matches!(tables().kind(word), Some(WordKind::Body | WordKind::Form))
}

/// Whether the words behind a title name somebody.
fn leaves_a_name(rest: &[&str], sort: Sort) -> bool {
    let Some(&first) = rest.first() else { return false };
    if sort == Sort::Respect {
        return true;
    }
    if let Some((n, title)) = tables().title(rest)
        && title.stop == Stop::Free
    {
        // `deputy Prime Minister` alone is an office; with a name behind it, it is that name.
        return n < rest.len() && leaves_a_name(&rest[n..], title.sort);
    }
    let names_nobody = |word: &&str| {
        tables().is_small(word)
            || tables().is_legal(word)
            || DEGREES.contains(word)
            || GENERATIONS.contains(word)
    };
    let is_linked = tables().is_small(first) && tables().kind(first) != Some(WordKind::Particle);
    // An office never precedes the name of a body; a rank without an office is part of the name.
    let is_body = |word: &&str| matches!(tables().kind(word), Some(WordKind::Body | WordKind::Form));
    sort != Sort::Rank && !is_linked && !rest.iter().all(names_nobody) && !rest.iter().any(is_body)
}

/// Whether an office in another script stands before a person and not before a country: in these
/// languages no small word tells `президент Путин` from `президент России`.
fn is_somebody(name: &str, rest: &[Piece], words: &[&str]) -> bool {
    let ([piece], [word]) = (rest, words) else {
        return tables().place(words).is_none_or(|(n, _)| n < words.len());
    };
    let is_cyrillic = word.starts_with(|c| matches!(c, '\u{400}'..='\u{52f}'));
    let in_capitals = name[piece.range.clone()].chars().all(char::is_uppercase);
    // A country stands in the genitive, which ends in a vowel.
    let is_genitive = is_cyrillic && word.ends_with(['а', 'я', 'и', 'ы', 'і', 'ї', 'у', 'е', 'э']);
    tables().place(words).is_none() && !word.starts_with("ال") && !in_capitals && !is_genitive
}

/// A person's name before a comma, and what the person is behind it.
fn in_apposition<'p>(
    name: &str,
    pieces: &'p [Piece],
    words: &[&str],
) -> Option<(&'p [Piece], Option<Title>)> {
    let cut =
        (1..pieces.len()).find(|&at| name[pieces[at - 1].range.end..pieces[at].range.start].contains(','))?;
    let behind = &words[cut..];
    let is_title = (0..behind.len().min(4)).any(|at| {
        tables()
            .title(&behind[at..])
            .is_some_and(|(_, title)| title.sort == Sort::Office && title.stop == Stop::Free)
    });
    let is_body = |word: &&str| matches!(tables().kind(word), Some(WordKind::Body));
    (is_title && cut > 1 && !words[..cut].iter().any(is_body)).then(|| (&pieces[..cut], None))
}

/// An office inside, behind what it belongs to: `Foreign Ministry spokesman Guo Jiakun`.
fn inside<'p>(name: &str, pieces: &'p [Piece], words: &[&str]) -> Option<(&'p [Piece], Option<Title>)> {
    let is_capital = |piece: &Piece| {
        let first = name[piece.range.clone()].chars().next();
        first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic())
            || tables().kind(&piece.folded) == Some(WordKind::Particle)
    };
    (1..words.len()).rev().find_map(|at| {
        let (n, title) = title_at(name, pieces, words, at)?;
        let rest = &pieces[at + n..];
        let fits = title.sort == Sort::Office
            && title.of.is_none_or(|_| n > 1 || words[at].len() > 6)
            && (1..=4).contains(&rest.len())
            && leaves_a_name(&words[at + n..], Sort::Office)
            && rest.iter().all(is_capital);
        fits.then_some((rest, Some(title)))
    })
}

/// Words of respect behind a name.
const BEHIND: [(&str, Option<Gender>); 8] = [
    ("先生", Some(Gender::Man)),
    ("女士", Some(Gender::Woman)),
    ("小姐", Some(Gender::Woman)),
    ("太太", Some(Gender::Woman)),
    ("夫人", Some(Gender::Woman)),
    ("さん", None),
    ("氏", None),
    ("씨", None),
];

/// Degrees, orders and seats behind a name.
const DEGREES: [&str; 26] = [
    "phd", "md", "mp", "mep", "msp", "esq", "esquire", "obe", "mbe", "cbe", "kbe", "dbe", "qc", "kc", "sc",
    "mba", "jd", "dds", "rn", "cpa", "am", "ao", "dphil", "frs", "osb", "ret",
];

/// What tells a father from a son.
pub(super) const GENERATIONS: [&str; 9] =
    ["jr", "sr", "junior", "senior", "ii", "iii", "iv", "hijo", "filho"];
