//! `date-contained`: dates that can both be true; entry point [`judge`].
#![doc = include_str!("date_contained.md")]

use crate::check::days::Dates;
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};
use crate::value::date::DateRelation;

/// One date contains the other, or they share days.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let severity = match Dates::of(pair)?.relation() {
        DateRelation::Equal | DateRelation::Contains => Severity::Info,
        DateRelation::Overlap => Severity::Minor,
        DateRelation::Disjoint { .. } => return None,
    };
    Some(Verdict::new(Rule::DateContained, Class::Compatible, severity))
}

/// Who gives what, and how the two lie to each other.
pub fn reason(telling: &Telling) -> String {
    let how = match Dates::of(&telling.pair).map(Dates::relation) {
        Some(DateRelation::Equal) => "the same days, not equally sure",
        Some(DateRelation::Contains) => "one lies within the other",
        Some(DateRelation::Overlap) => "they share days, but do not begin and end together",
        Some(DateRelation::Disjoint { .. }) | None => "they can both be true",
    };
    format!("{}: {how}", telling.statements())
}
