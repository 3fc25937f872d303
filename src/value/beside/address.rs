//! Figures that are part of an address, or numbered by a word and a colon: [`address`], [`behind_address`], [`before_way`] and
//! [`behind_colon`].

use super::Part;
use super::clause::{self, Mark};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::is_letter;

/// `calle Mayor 12`, `Kerkstraat 12`: a word for a way, and names up to the figure.
pub(super) fn address(
    text: &str,
    (from, at): (usize, usize),
    marks: &[Mark],
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let are_names = |words: &str| {
        let mut words = words.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| word.starts_with(char::is_uppercase))
    };
    let way = marks.iter().find(|mark| {
        mark.start >= from
            && mark.end <= at
            && mark.has(Role::Address)
            && clause::n_words(&text[mark.end..at]) <= 3
            && are_names(&text[mark.end..at])
    });
    if let Some(way) = way {
        return Some(Part::Of(way.start, at));
    }
    let word = text[from..at].rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let lower = word.to_lowercase();
    let is_way = |way: &String| {
        let ends = word.ends_with(way.as_str()) || way.len() > 3 && lower.ends_with(&way.to_lowercase());
        word.len() > way.len() + 1 && ends
    };
    lexicon.data.addresses.iter().any(is_way).then_some(Part::Of(at - word.len(), at))
}

/// `улице Ленина, 12`: an address whose number stands behind a comma.
pub(super) fn behind_address(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let head = text[floor.min(from)..from].strip_suffix(',').filter(|_| from == at)?;
    let comma = floor.min(from) + head.len();
    let start = clause::start(text, floor, comma, lexicon);
    address(text, (start, comma), &clause::marks(text, start, comma, lexicon), lexicon)
}

/// `12 Downing Street`: names, and the word for a way behind them.
pub(super) fn before_way(text: &str, at: usize, limit: usize, lexicon: &'static Lexicon) -> Option<Part> {
    let start = at;
    let mut at = at;
    for _ in 0..4 {
        let is_name = text[at..limit].chars().next().is_some_and(char::is_uppercase);
        if !is_name {
            return None;
        }
        if at > start
            && let Some((_, end)) = lexicon.longest(text, at, |role| (role == Role::Address).then_some(()))
        {
            return Some(Part::Of(start, end));
        }
        at = clause::ahead(text, at + text[at..].find(|c| !is_letter(c)).unwrap_or(text.len() - at))
            .min(limit);
    }
    None
}

/// `Tel.: 12`, `No: 12`: a word that makes the figure part of something, and a colon.
pub(super) fn behind_colon(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Part> {
    let head = text[floor.min(from)..from].strip_suffix([':', '：']).filter(|_| from == at)?;
    let colon = floor.min(from) + head.len();
    let start = clause::start(text, floor, colon, lexicon);
    let marks = clause::marks(text, start, colon, lexicon);
    let named = marks.iter().find(|mark| mark.end == colon && mark.has(Role::NotCountBefore));
    named.map(|mark| Part::Of(mark.start, colon))
}
