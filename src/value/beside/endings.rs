//! What letters and signs behind a figure make of it: places in an order ([`ordinal`]), ages told by words on both
//! sides ([`aged`]), and verbs that deny or foretell it by their endings ([`of_verb`]).

use std::ops::Range;

use super::clause;
use super::{Part, Why};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::{digit, is_blank, is_letter};

/// `12. saldırı`: a full stop behind digits, in a language that writes places in an order so, and no end of a
/// sentence behind it. Where nouns have capitals an article before the figure tells.
pub(super) fn ordinal(text: &str, figure: usize, lexicon: &Lexicon) -> Option<Part> {
    if !lexicon.data.ordinals.suffixes.iter().any(|suffix| suffix == ".") {
        return None;
    }
    let behind = text[figure..].strip_prefix('.')?;
    let next = behind.strip_prefix(is_blank)?.trim_start_matches(is_blank).chars().next()?;
    let is_number = text[..figure].ends_with(|c| digit(c).is_some());
    (is_number && next.is_lowercase()).then_some(Part::Of(figure, figure + 1))
}

/// `de 8 ans`: words before and behind a figure that make it an age together.
pub(super) fn aged(text: &str, figure: Range<usize>, lexicon: &Lexicon) -> Option<Part> {
    let pairs = &lexicon.data.ages.around;
    if pairs.is_empty() {
        return None;
    }
    let head = text[..figure.start].trim_end_matches(is_blank);
    let before = &head[head.trim_end_matches(is_letter).len()..];
    let tail = text[figure.end..].trim_start_matches(is_blank);
    let behind = &tail[..tail.find(|c| !is_letter(c)).unwrap_or(tail.len())];
    let is_pair = |(first, second): &(String, String)| {
        before.eq_ignore_ascii_case(first) && behind.to_lowercase() == *second
    };
    let end = text.len() - tail.len() + behind.len();
    pairs.iter().any(is_pair).then_some(Part::Age(head.len() - before.len(), end))
}

/// A verb further on in the clause that denies the figure by its ending, or tells what is to come.
pub(super) fn of_verb(text: &str, figure: usize, lexicon: &'static Lexicon) -> Option<Why> {
    let endings = &lexicon.data.endings;
    if endings.denials.is_empty() && endings.doubts.is_empty() {
        return None;
    }
    let limit = clause::end(text, figure, lexicon);
    let mut at = figure;
    while at < limit {
        let skipped = text[at..limit].find(is_letter)?;
        let start = at + skipped;
        let end = start + text[start..limit].find(|c| !is_letter(c)).unwrap_or(limit - start);
        if lexicon.longest(text, start, |role| (role == Role::Conjunction).then_some(())).is_some() {
            return None;
        }
        let word = &text[start..end];
        let ends = |ending: &String| word.len() > ending.len() && word.ends_with(ending.as_str());
        if endings.denials.iter().any(ends) {
            return Some(Why::Denied(start, end));
        }
        if endings.doubts.iter().any(ends) {
            return Some(Why::Doubt(start, end));
        }
        at = end;
    }
    None
}
