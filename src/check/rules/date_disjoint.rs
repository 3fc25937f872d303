//! `date-disjoint`: dates that cannot both be true; entry point [`judge`].
#![doc = include_str!("date_disjoint.md")]

use crate::check::days::Dates;
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::{Telling, counted};
use crate::model::{Class, Rule, Severity};
use crate::value::date::DateRelation;

/// The dates are apart by a day, or by more.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let DateRelation::Disjoint { days } = Dates::of(pair)?.relation() else { return None };
    let minor = i64::from(days) <= i64::from(pair.corpus.settings.tolerances.minor_gap_days);
    let severity = if minor { Severity::Minor } else { Severity::Major };
    Some(Verdict::new(Rule::DateDisjoint, Class::Contradict, severity))
}

/// Who gives what, and how many days lie between.
pub fn reason(telling: &Telling) -> String {
    match Dates::of(&telling.pair).map(Dates::relation) {
        Some(DateRelation::Disjoint { days }) => {
            let days = counted(days.unsigned_abs() as usize, "day", "days");
            format!("{}, {}{days} apart", telling.statements(), telling.up_to())
        }
        Some(DateRelation::Equal | DateRelation::Contains | DateRelation::Overlap) | None => {
            telling.statements()
        }
    }
}
