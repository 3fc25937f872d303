//! Verbs that deny or foretell a figure by their endings: behind it ([`of_verb`]), and before it ([`of_verb_before`]).

use super::Why;
use super::clause;
use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::is_letter;

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

/// Words between such a verb and the figure at most.
const REACH: usize = 4;

/// Letters of a verb before its ending at least: `verão` is a summer.
const STEM: usize = 2;

/// A verb before the figure in its clause that tells by its ending what is to come: `suprimirá 1.500`.
pub(super) fn of_verb_before(
    text: &str,
    floor: usize,
    figure: usize,
    lexicon: &'static Lexicon,
) -> Option<Why> {
    let endings = &lexicon.data.endings.doubts_before;
    if endings.is_empty() {
        return None;
    }
    let from = clause::start(text, floor, figure, lexicon);
    let mut end = figure;
    for _ in 0..=REACH {
        end = from + text[from..end].trim_end_matches(|c| !is_letter(c)).len();
        let start = from + text[from..end].trim_end_matches(is_letter).len();
        let word = &text[start..end];
        // A name may end as a verb does, and begins a sentence as often as one with a short ending.
        let is_small = word.starts_with(char::is_lowercase);
        let is_verb = (is_small || text[..start].trim_end().is_empty())
            && endings.iter().filter(|ending| is_small || ending.chars().nth(3).is_some()).any(|ending| {
                word.strip_suffix(ending.as_str()).is_some_and(|stem| stem.chars().count() >= STEM)
            });
        if is_verb {
            return Some(Why::Doubt(start, end));
        }
        end = start;
    }
    None
}
