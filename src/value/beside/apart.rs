//! What makes a figure no count by words or signs on both of its sides: places in an order ([`ordinal`]), ages and other
//! things told by two words ([`enclosed`]), and ages set apart by commas or brackets ([`apposed`]).

use std::ops::Range;

use super::Part;
use crate::value::lexicon::Lexicon;
use crate::value::scan::{digit, is_blank, is_letter};

/// `12. saldırı`: a full stop behind digits, in a language that writes places in an order so, and no end of a
/// sentence behind it. Where nouns have capitals an article before the figure tells.
pub(super) fn ordinal(text: &str, figure: Range<usize>, lexicon: &Lexicon) -> Option<Part> {
    if !lexicon.data.ordinals.suffixes.iter().any(|suffix| suffix == ".") {
        return None;
    }
    let behind = text[figure.end..].strip_prefix('.')?;
    let next = behind.strip_prefix(is_blank)?.trim_start_matches(is_blank).chars().next()?;
    let is_number = text[figure.clone()].ends_with(|c| digit(c).is_some());
    let is_led = || {
        let article = word_before(text, figure.start).to_lowercase();
        next.is_alphabetic() && lexicon.data.definite.contains(&article)
    };
    (is_number && (next.is_lowercase() || is_led())).then_some(Part::Of(figure.end, figure.end + 1))
}

/// `de 8 ans`, `op 6 na`: words before and behind a figure that make it an age, or no count, together.
pub(super) fn enclosed(text: &str, figure: Range<usize>, lexicon: &Lexicon) -> Option<Part> {
    let (ages, others) = (&lexicon.data.ages.around, &lexicon.data.not_counts.around);
    if ages.is_empty() && others.is_empty() {
        return None;
    }
    let before = word_before(text, figure.start);
    let head = text[..figure.start].trim_end_matches(is_blank);
    let (behind, end) = word_behind(text, figure.end);
    let is_pair = |(first, second): &(String, String)| {
        before.to_lowercase() == *first && behind.to_lowercase() == *second
    };
    let start = head.len() - before.len();
    if ages.iter().any(is_pair) {
        return Some(Part::Age(start, end));
    }
    others.iter().any(is_pair).then_some(Part::Of(start, end))
}

/// The oldest that anybody is.
const OLDEST: u32 = 115;

/// `The striker, 34, scored`, `(34)`, `, 34 ans,`: a bare number that commas or brackets set apart from a word
/// before it is nearly always an age.
pub(super) fn apposed(text: &str, figure: Range<usize>, lexicon: &Lexicon) -> Option<Part> {
    let digits = &text[figure.clone()];
    let years = digits.chars().try_fold(0, |years, c| {
        digit(c).filter(|_| years <= OLDEST).map(|digit| years * 10 + u32::from(digit))
    });
    years.filter(|years| (1..=OLDEST).contains(years))?;
    let head = text[..figure.start].trim_end_matches(is_blank);
    let opening = head.chars().next_back().filter(|c| matches!(c, ',' | '،' | '，' | '(' | '（'))?;
    let head = head.strip_suffix(opening)?.trim_end_matches(is_blank);
    if !head.ends_with(is_letter) {
        return None;
    }
    let (word, behind) = word_behind(text, figure.end);
    let is_aged = lexicon.data.ages.apposed.iter().any(|known| word.to_lowercase() == *known);
    if !word.is_empty() && !is_aged {
        return None;
    }
    let closing = text[behind..].trim_start_matches(is_blank).chars().next();
    let is_named = || word_before(text, head.len()).starts_with(char::is_uppercase);
    let is_apart = match opening {
        '(' | '（' => matches!(closing, Some(')' | '）' | ',')),
        _ => match closing {
            Some(',' | '،' | '，') => true,
            None | Some('.' | ';') => is_named(),
            Some(_) => false,
        },
    };
    is_apart.then_some(Part::Age(figure.start, behind))
}

/// The word directly behind a place, and where it ends.
fn word_behind(text: &str, at: usize) -> (&str, usize) {
    let tail = text[at..].trim_start_matches(is_blank);
    let word = &tail[..tail.find(|c| !is_letter(c)).unwrap_or(tail.len())];
    let end = if word.is_empty() { at } else { text.len() - tail.len() + word.len() };
    (word, end)
}

/// The word directly before a place.
fn word_before(text: &str, at: usize) -> &str {
    let head = text[..at].trim_end_matches(is_blank);
    &head[head.trim_end_matches(is_letter).len()..]
}
