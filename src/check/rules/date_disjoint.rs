//! `date-disjoint`: dates that cannot both be true; entry point [`judge`].
#![doc = include_str!("date_disjoint.md")]

use crate::check::days::Dates;
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::check::wording::counted;
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
    let told = telling.statements();
    match Dates::of(&telling.pair).and_then(|dates| apart(telling, dates)) {
        Some(apart) => format!("{told}, {}{apart}", telling.up_to()),
        None => told,
    }
}

/// The distance in words; where a year is open, what it is in one year and in any other.
fn apart(telling: &Telling, dates: Dates) -> Option<String> {
    let days = |relation: DateRelation| match relation {
        DateRelation::Disjoint { days } => Some(days.unsigned_abs() as usize),
        DateRelation::Equal | DateRelation::Contains | DateRelation::Overlap => None,
    };
    let counted = |days: usize| counted(days, "day", "days");
    if !dates.is_year_open() {
        return Some(format!("{} apart", counted(days(dates.relation())?)));
    }
    if telling.pair.a.source == telling.pair.b.source {
        // Years that one source leaves open are taken as the same.
        return Some(format!("{} apart in the same year", counted(days(dates.relation_in_one_source())?)));
    }
    let (least, same) = (days(dates.relation())?, days(dates.relation_in_one_year()));
    Some(match same {
        Some(same) if same > least => {
            format!("{} apart in the same year, and at least {} in any other", counted(same), counted(least))
        }
        Some(_) | None => format!("{} apart in the same year, and no less in any other", counted(least)),
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn one_day_is_minor() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-13").says("bravo", "2025-07-14"), "
            contradict date-disjoint minor: Alpha News gives 13 July 2025 and Bravo Post 14 July 2025, 1 day apart.
            ");
    }

    #[test]
    fn more_days_are_major() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-14/2025-07-16").says("bravo", "{XXXX-11-14,XXXX-11-16}"), "
            contradict date-disjoint major: Alpha News gives 14–16 July 2025 and Bravo Post 14 and 16 November (year not stated), 121 days apart in the same year, and no less in any other.
            ");
    }

    #[test]
    fn one_source_means_one_year() {
        check(&Case::of(FactKind::Date).says("alpha", "XXXX-12-31").says("alpha", "XXXX-01-01"), "
            contradict date-disjoint major [self-contradiction]: Alpha News itself gives both 1 January (year not stated) and 31 December (year not stated), 364 days apart in the same year.
            ");
        check(&Case::of(FactKind::Date).says("alpha", "XXXX-12-31").says("bravo", "XXXX-01-01"), "
            contradict date-disjoint minor: Alpha News gives 31 December (year not stated) and Bravo Post 1 January (year not stated), 364 days apart in the same year, and at least 1 day in any other.
            ");
    }

    #[test]
    fn days_within_the_other_period_are_not_apart() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-11").says("bravo", "{XXXX-11-14,XXXX-11-16}"), "
            compatible date-contained info: Alpha News gives November 2025 and Bravo Post 14 and 16 November (year not stated): one lies within the other.
            ");
    }
}
