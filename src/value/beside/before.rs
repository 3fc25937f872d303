//! What stands before a figure in its clause: [`read`].

use std::ops::Range;

use super::clause::{self, Mark};
use super::verbs::is_han;
use super::{Part, Why, address, neighbour, verbs};
use crate::model::Hedge;
use crate::value::lexicon::{Lexicon, Role};

/// What the words before a figure say of it.
#[derive(Debug)]
pub(super) struct Before {
    /// The hedge directly before it.
    pub(super) hedge: Option<Hedge>,
    /// The hedge in the verb.
    pub(super) verb: Option<Hedge>,
    /// Whether rounding is ruled out.
    pub(super) is_exact: bool,
    /// What it is part of.
    pub(super) part: Option<Part>,
    /// Why it is not read.
    pub(super) why: Option<Why>,
    /// How near a verb of change stands before it: `rose from 80 to 85`.
    pub(super) change: ChangeBefore,
    /// Whether the hedge looks back on a stretch of time, if one is counted: `近3天`.
    pub(super) looks_back: bool,
    /// Where the hedge directly before it begins, or else the figure.
    pub(super) start: usize,
}

/// How near a verb of change stands before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeBefore {
    /// None does.
    None,
    /// Somewhere in its clause.
    InClause,
    /// Directly before it.
    Directly,
}

/// Reads back from a figure.
pub(super) fn read(text: &str, floor: usize, figure: Range<usize>, lexicon: &'static Lexicon) -> Before {
    let from = clause::start(text, floor, figure.start, lexicon);
    let marks = clause::marks(text, from, figure.start, lexicon);
    let from = after_conjunction(from, &marks, figure.start);
    let mut before = Before {
        hedge: None,
        verb: None,
        is_exact: false,
        part: None,
        change: match marks.iter().any(|mark| mark.has(Role::Change)) {
            true => ChangeBefore::InClause,
            false => ChangeBefore::None,
        },
        looks_back: false,
        why: neighbour::fragment_before(text, figure.start),
        start: figure.start,
    };
    let at = chain(text, from, &marks, &mut before);
    before.why = before.why.or_else(|| verbs::behind_comma(text, floor, (from, at), lexicon));
    if before.why.is_none() {
        verbs::in_clause(text, (from, at), &marks, &mut before);
    }
    let head = clause::back(text, from, figure.start);
    if before.hedge.is_none() {
        before.part = before.part.or_else(|| address::address(text, (from, head), &marks, lexicon));
    }
    before.part = before.part.or_else(|| address::behind_address(text, floor, (from, head), lexicon));
    before.part = before.part.or_else(|| address::behind_colon(text, floor, (from, head), lexicon));
    if before.why.is_none() && before.hedge.is_none() {
        before.why = neighbour::unread_before(text, (from, head), at, lexicon);
    }
    before
}

/// Where the last statement begins that a conjunction separates.
fn after_conjunction(from: usize, marks: &[Mark], figure: usize) -> usize {
    let last =
        marks.iter().filter(|mark| mark.has(Role::Conjunction) && mark.end < figure).map(|mark| mark.end);
    last.max().map_or(from, |end| end.max(from))
}

/// Follows hedges and fillers back from the figure; returns where they begin.
fn chain(text: &str, from: usize, marks: &[Mark], before: &mut Before) -> usize {
    let mut at = clause::back(text, from, before.start);
    loop {
        if let Some((hedge, start)) = sign(text, from, at) {
            set(before, hedge, start, at);
            at = clause::back(text, from, start);
            continue;
        }
        let ending = marks.iter().filter(|mark| mark.end == at && mark.start >= from);
        let Some(mark) = ending.min_by_key(|mark| mark.start) else { return at };
        let (start, end) = (mark.start, mark.end);
        let mut goes_on = false;
        let is_first = end == clause::back(text, from, before.start) || before.hedge.is_none();
        for role in mark.roles {
            match role {
                // `北约32国` is no `约32国`.
                Role::NotHedge if text[start..].starts_with(is_han) && before.hedge.is_none() => {
                    before.why = before.why.or(Some(Why::Doubt(start, end)));
                }
                Role::NotHedge => return at,
                Role::NegationBefore => before.why = before.why.or(Some(Why::Denied(start, end))),
                Role::DoubtBefore if before.hedge.is_none() || verbs::is_long(text, mark) => {
                    before.why = before.why.or(Some(Why::Doubt(start, end)));
                }
                Role::NotCountBefore if is_first => before.part = Some(Part::Of(start, end)),
                Role::RateBefore if is_first => before.part = Some(Part::Rate(start, end)),
                Role::AgeBefore if is_first => before.part = Some(Part::Age(start, end)),
                Role::HedgeBefore(hedge) => {
                    set(before, *hedge, start, end);
                    goes_on = true;
                }
                Role::Exactly => {
                    before.is_exact = true;
                    before.start = start;
                    goes_on = true;
                }
                Role::Filler => goes_on = true,
                Role::Change => before.change = ChangeBefore::Directly,
                Role::LooksBack => before.looks_back |= is_first,
                _ => {}
            }
        }
        if !goes_on || before.why.is_some() {
            return at;
        }
        at = clause::back(text, from, start);
    }
}

fn set(before: &mut Before, hedge: Hedge, start: usize, end: usize) {
    if before.hedge.is_some_and(|stated| stated != hedge) {
        before.why = before.why.or(Some(Why::TwoHedges(start, end)));
    }
    before.hedge = Some(hedge);
    before.start = start;
}

/// A hedge as a sign, which means the same everywhere.
fn sign(text: &str, from: usize, at: usize) -> Option<(Hedge, usize)> {
    let head = &text[from..at];
    let two = [(">=", Hedge::AtLeast), ("=>", Hedge::AtLeast), ("<=", Hedge::UpTo)];
    if let Some((sign, hedge)) = two.iter().find(|(sign, _)| head.ends_with(sign)) {
        return Some((*hedge, at - sign.len()));
    }
    let last = head.chars().next_back()?;
    let hedge = match last {
        '~' | '≈' | '∼' | '±' | '～' => Hedge::About,
        '≥' | '⩾' => Hedge::AtLeast,
        '≤' | '⩽' => Hedge::UpTo,
        '>' | '＞' => Hedge::MoreThan,
        '<' | '＜' => Hedge::FewerThan,
        _ => return None,
    };
    Some((hedge, at - last.len_utf8()))
}
