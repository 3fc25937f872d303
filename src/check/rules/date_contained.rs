//! `date-contained`: dates that can both be true; entry point [`judge`].
#![doc = include_str!("date_contained.md")]

use crate::check::days::Dates;
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
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
    let dates = Dates::of(&telling.pair);
    let how = match dates.map(|dates| (dates.relation(), dates)) {
        Some((_, dates)) if dates.are_same_days() => "the same days, not equally certain",
        Some((DateRelation::Overlap, dates)) if dates.is_either_approximate() => {
            "an approximate date can reach that far"
        }
        Some((DateRelation::Overlap, _)) => "they share days, but do not begin and end together",
        Some((DateRelation::Equal | DateRelation::Contains | DateRelation::Disjoint { .. }, _)) | None => {
            "one lies within the other"
        }
    };
    format!("{}: {how}", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn a_day_in_a_month_fits() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07").says("bravo", "2025-07-14/2025-07-16"), "
            compatible date-contained info: Alpha News gives July 2025 and Bravo Post 14–16 July 2025: one lies within the other.
            ");
    }

    #[test]
    fn periods_that_share_days_are_minor() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-14/2025-07-16").says("bravo", "2025-07-15/2025-07-18"), "
            compatible date-contained minor: Alpha News gives 14–16 July 2025 and Bravo Post 15–18 July 2025: they share days, but do not begin and end together.
            ");
    }

    #[test]
    fn an_uncertain_date_is_not_equal() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07-14?").says("bravo", "2025-07-14"), "
            compatible date-contained info: Alpha News gives 14 July 2025 (uncertain) and Bravo Post 14 July 2025: the same days, not equally certain.
            ");
    }

    #[test]
    fn an_approximate_date_reaches_its_neighbour() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07~").says("bravo", "2025-08-02"), "
            compatible date-contained minor: Alpha News gives about July 2025 and Bravo Post 2 August 2025: an approximate date can reach that far.
            ");
    }

    #[test]
    fn a_day_outside_does_not_fit() {
        check(&Case::of(FactKind::Date).says("alpha", "2025-07").says("bravo", "2025-08-02"), "
            contradict date-disjoint major: Alpha News gives July 2025 and Bravo Post 2 August 2025, 2 days apart.
            ");
    }
}
