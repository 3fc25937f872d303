//! The stretch of a text that can say something of a figure: [`start`] and [`end`], and the phrases of
//! the language in it, [`marks`].
//!
//! A clause ends at punctuation, at another figure, and where a conjunction begins another statement:
//! `passed a law; 12 died` says nothing of the 12.

use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::{digit, is_blank, is_letter, is_unspaced};

/// A phrase of the language, with where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) roles: &'static [Role],
}

impl Mark {
    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    fn holds(&self, other: &Self) -> bool {
        self.start <= other.start
            && other.end <= self.end
            && (self.start, self.end) != (other.start, other.end)
    }
}

/// How far off a word can speak of a figure, in letters.
const REACH: usize = 96;

/// Where the clause begins that a figure stands in, no earlier than `floor`.
pub(super) fn start(text: &str, floor: usize, figure: usize, lexicon: &'static Lexicon) -> usize {
    let floor = floor.min(figure);
    let reach = text[floor..figure].char_indices().rev().nth(REACH).map_or(0, |(at, _)| at);
    let floor = floor + reach;
    let head = &text[floor..figure];
    let limit = head.char_indices().rev().find(|&(at, c)| limits(text, floor + at, c, lexicon));
    limit.map_or(floor, |(at, c)| floor + at + c.len_utf8())
}

/// Where the clause ends that a figure stands in: before the next figure at the latest.
pub(super) fn end(text: &str, figure: usize, lexicon: &'static Lexicon) -> usize {
    let mut at = figure;
    for _ in 0..REACH {
        match text.as_bytes().get(at) {
            None => return at,
            // Nearly all letters are these.
            Some(byte) if byte.is_ascii_alphabetic() || *byte == b' ' => at += 1,
            Some(_) => {
                let Some(c) = text[at..].chars().next() else { return at };
                if digit(c).is_some() || limits(text, at, c, lexicon) {
                    return at;
                }
                at += c.len_utf8();
            }
        }
    }
    at
}

fn limits(text: &str, at: usize, c: char, lexicon: &'static Lexicon) -> bool {
    if c.is_ascii_alphanumeric() || c == ' ' {
        return false;
    }
    let behind = || text[at + c.len_utf8()..].chars().next();
    match c {
        '.' => is_stop(text, at, lexicon),
        ',' | ':' => behind().is_none_or(|next| digit(next).is_none()),
        '-' => behind().is_some_and(is_blank) && text[..at].ends_with(is_blank),
        ';' | '!' | '?' | '\n' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '•' => true,
        c if c.is_ascii() => false,
        '–' | '—' => behind().is_none_or(|next| digit(next).is_none()),
        _ => matches!(
            c,
            '。' | '，'
                | '、'
                | '；'
                | '：'
                | '！'
                | '？'
                | '（'
                | '）'
                | '،'
                | '؛'
                | '؟'
                | '។'
                | '၊'
                | '။'
                | '।'
                | '…'
        ),
    }
}

/// Whether a full stop ends a sentence, and no short word: `approx. 40` goes on.
fn is_stop(text: &str, at: usize, lexicon: &'static Lexicon) -> bool {
    let word = text[..at].rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    let is_short =
        || lexicon.longest(text, at - word.len(), |_| Some(())).is_some_and(|(_, end)| end == at + 1);
    text[at + 1..].chars().next().is_none_or(char::is_whitespace) && word.chars().count() > 3 && !is_short()
}

/// Whether a sentence ends with this character.
pub(in crate::value) fn ends_sentence(text: &str, at: usize, c: char, lexicon: &'static Lexicon) -> bool {
    match c {
        '.' => is_stop(text, at, lexicon),
        ';' | '!' | '?' | '\n' | '|' | '•' => true,
        c if c.is_ascii() => false,
        _ => matches!(c, '。' | '；' | '！' | '？' | '؛' | '؟' | '។' | '။' | '।' | '۔'),
    }
}

/// Whether a clause ends with this character.
pub(in crate::value) fn ends_clause(text: &str, at: usize, c: char, lexicon: &'static Lexicon) -> bool {
    limits(text, at, c, lexicon)
}

/// The phrases in a stretch, but for those that are part of a longer one.
pub(super) fn marks(text: &str, from: usize, to: usize, lexicon: &'static Lexicon) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut before = text[..from].chars().next_back();
    for (at, c) in text[from..to].char_indices() {
        let begins = !is_blank(c)
            && before.is_none_or(|before| !is_letter(before) || is_unspaced(before) || is_unspaced(c));
        before = Some(c);
        if begins {
            let start = from + at;
            lexicon.each(text, start, |end, roles| {
                if end <= to && roles.iter().any(|role| speaks_before(*role)) {
                    marks.push(Mark { start, end, roles });
                }
            });
        }
    }
    if marks.iter().any(|mark| marks.iter().any(|other| other.holds(mark))) {
        return marks.iter().filter(|mark| !marks.iter().any(|other| other.holds(mark))).copied().collect();
    }
    marks
}

/// Whether a phrase says something of a figure behind it.
fn speaks_before(role: Role) -> bool {
    matches!(
        role,
        Role::HedgeBefore(_)
            | Role::Verb(_)
            | Role::TallyVerb(_)
            | Role::NegationBefore
            | Role::DoubtBefore
            | Role::NotHedge
            | Role::Filler
            | Role::Conjunction
            | Role::Tally
            | Role::NotCountBefore
            | Role::AgeBefore
            | Role::RateBefore
            | Role::Definite
            | Role::Exactly
            | Role::LooksBack
            | Role::Change
            | Role::Address
    )
}

/// The byte behind the last letter before this one, over blanks and quotation marks.
pub(super) fn back(text: &str, from: usize, at: usize) -> usize {
    from + text[from..at].trim_end_matches(is_skipped).len()
}

/// The first byte from this one on that is neither blank nor a quotation mark.
pub(in crate::value) fn ahead(text: &str, at: usize) -> usize {
    let n_spaces = text.as_bytes()[at..].iter().take_while(|byte| **byte == b' ').count();
    let at = at + n_spaces;
    if text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return at;
    }
    text.len() - text[at..].trim_start_matches(is_skipped).len()
}

fn is_skipped(c: char) -> bool {
    is_blank(c) || matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '*' | '_' | '`')
}

/// How many words stand in a stretch; in scripts without spaces every four letters are one.
pub(super) fn n_words(text: &str) -> usize {
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    text.split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty() && !word.ends_with(is_unspaced))
        .count()
        + unspaced.div_ceil(4)
}
