//! Hedges, denials and doubts further back in the clause of a figure, mostly in its verb: [`in_clause`], and [`behind_comma`]
//! for what a comma parts from it.

use super::Why;
use super::before::Before;
use super::clause::{self, Mark};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::scan::{digit, is_blank, is_glued, is_unspaced};

/// Words between a verb and its figure at most.
const VERB_REACH: usize = 5;

/// Words between a denial and the figure at most.
const DENIAL_REACH: usize = 6;

/// Verbs, denials and doubts further back in the clause.
pub(super) fn in_clause(text: &str, (from, at): (usize, usize), marks: &[Mark], before: &mut Before) {
    let head = clause::back(text, from, before.start);
    let is_definite = marks.iter().any(|mark| mark.end == head && mark.has(Role::Definite));
    let has_tally = marks.iter().any(|mark| mark.start >= from && mark.has(Role::Tally));
    // `if` begins a statement, and doubts it.
    let begins = |mark: &Mark| {
        mark.start >= from || mark.has(Role::Conjunction) && mark.has(Role::DoubtBefore) && mark.end == from
    };
    for mark in marks.iter().filter(|mark| begins(mark) && mark.end <= at && is_long(text, mark)) {
        let distance = clause::n_words(&text[mark.end..at]);
        for role in mark.roles {
            match role {
                Role::Verb(hedge) if distance <= VERB_REACH => {
                    if before.verb.is_some_and(|stated| stated != *hedge) {
                        before.why = Some(Why::TwoHedges(mark.start, mark.end));
                    }
                    before.verb = Some(*hedge);
                }
                Role::TallyVerb(hedge) if distance == 0 && has_tally => before.verb = Some(*hedge),
                // `passed 12 bills` says nothing of how many, `the toll passed the mark of 12` may.
                Role::TallyVerb(_) if distance == 0 || has_tally && distance <= VERB_REACH => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                // What is counted stands between hedge and figure: `យ៉ាងហោចណាស់ប៉ូលិស ១៧ នាក់`.
                Role::HedgeBefore(hedge) if distance <= VERB_REACH && counts_behind_noun(text, mark) => {
                    if before.verb.is_some_and(|stated| stated != *hedge) {
                        before.why = Some(Why::TwoHedges(mark.start, mark.end));
                    }
                    before.verb = Some(*hedge);
                }
                // `a lo sumo quedaron 12`: a hedge that words part from the figure.
                Role::HedgeBefore(_) if is_parted(text, mark, distance) => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                Role::NegationBefore if distance <= DENIAL_REACH && !(is_definite && distance > 0) => {
                    before.why = before.why.or(Some(Why::Denied(mark.start, mark.end)));
                }
                Role::DoubtBefore if distance < VERB_REACH && !(is_definite && distance > 0) => {
                    before.why = before.why.or(Some(Why::Doubt(mark.start, mark.end)));
                }
                _ => {}
            }
        }
    }
}

/// Whether a language in this script names what is counted before the figure.
fn counts_behind_noun(text: &str, mark: &Mark) -> bool {
    let words = &text[mark.start..mark.end];
    let is_hedge_alone = words.chars().nth(2).is_some();
    words.starts_with(|c| is_glued(c) && (is_hedge_alone || is_unspaced(c) && !is_japanese(c)))
}

/// Whether a hedge that is no preposition stands a word or two before the figure, which it may change.
fn is_parted(text: &str, mark: &Mark, distance: usize) -> bool {
    let words = &text[mark.start..mark.end];
    if words.starts_with(is_han) {
        return distance == 1 && words.chars().nth(1).is_some();
    }
    let is_plain = words.starts_with(|c| !is_glued(c));
    is_plain && (1..=PARTED_REACH).contains(&distance) && words.trim().contains(' ')
}

/// Words between a hedge and a figure that it may still change.
const PARTED_REACH: usize = 2;

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}') || is_han(c)
}

/// In scripts without spaces a short word is part of many others, so it counts only beside the figure.
pub(super) fn is_long(text: &str, mark: &Mark) -> bool {
    let words = &text[mark.start..mark.end];
    match words.chars().next() {
        Some(c) if is_han(c) => words.chars().nth(1).is_some(),
        Some(c) if is_unspaced(c) => words.chars().nth(2).is_some(),
        _ => true,
    }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{9fff}')
}

/// A doubt or a denial that a comma parts from the figure: `perhaps, 12`, `they denied, dass 12 starben`.
pub(super) fn behind_comma(
    text: &str,
    floor: usize,
    (from, at): (usize, usize),
    lexicon: &'static Lexicon,
) -> Option<Why> {
    let head = text[floor.min(from)..from].strip_suffix([',', '،', '，'])?;
    let comma = floor.min(from) + head.len();
    let start = clause::start(text, floor, comma, lexicon);
    let end = clause::back(text, start, comma);
    let between = clause::n_words(&text[from..at]);
    let first = clause::ahead(text, start);
    // `the chief, who denies wrongdoing, dismissed 16`: the clause between the commas is closed.
    let is_closed = text[..start].ends_with(',')
        && lexicon.longest(text, first, |role| (role == Role::Relative).then_some(())).is_some();
    if is_closed {
        return None;
    }
    clause::marks(text, start, comma, lexicon).iter().find_map(|mark| {
        // `17 человек, ещё 43`: the word belongs to the figure before it.
        if text[..mark.start].trim_end_matches(is_blank).ends_with(|c| digit(c).is_some()) {
            return None;
        }
        let is_directly = between == 0 && mark.end == end;
        let is_verb = text[mark.start..mark.end].chars().count() >= DENIAL_LETTERS
            && between + clause::n_words(&text[mark.end..comma]) <= DENIAL_REACH;
        if mark.has(Role::NegationBefore) && (is_directly || is_verb) {
            return Some(Why::Denied(mark.start, mark.end));
        }
        (is_directly && mark.has(Role::DoubtBefore)).then_some(Why::Doubt(mark.start, mark.end))
    })
}

/// Letters of a word that denies a whole clause at least: `denied`, not `not`.
const DENIAL_LETTERS: usize = 6;
