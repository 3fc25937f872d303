//! `count-disjoint`: figures that cannot both be true; entry point [`judge`].
#![doc = include_str!("count_disjoint.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, FactKind, Rule, Severity};

/// The hard intervals are apart; how far decides the severity.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    let tolerances = &pair.corpus.settings.tolerances;
    let severity = match figures.gap_percent() {
        Some(gap) if gap <= tolerances.minor_gap_percent => Severity::Minor,
        Some(gap) if gap <= tolerances.moderate_gap_percent => Severity::Moderate,
        Some(_) | None => Severity::Major,
    };
    Some(Verdict::new(Rule::CountDisjoint, Class::Contradict, severity))
}

/// Who says what, and how far apart.
pub fn reason(telling: &Telling) -> String {
    let figures = Figures::of(telling.pair.a, telling.pair.b);
    let gap = match &telling.pair.fact.kind {
        // A share of a temperature or a magnitude means nothing.
        FactKind::Measure { unit, .. } => figures.and_then(|figures| figures.difference_words(unit)),
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => figures.and_then(Figures::gap_words),
    };
    match gap {
        Some(gap) => format!("{}, {}{gap} apart", telling.statements(), telling.up_to()),
        None => format!("{}, which cannot {} be true", telling.statements(), telling.both()),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn five_per_cent_apart_is_minor() {
        check(
            &Case::of(people()).says("alpha", "271").says("bravo", "279"),
            "
            contradict count-disjoint minor: Alpha News says 271 people and Bravo Post 279, 2.9 % apart.
            ",
        );
    }

    #[test]
    fn a_quarter_apart_is_moderate() {
        check(
            &Case::of(people()).says("alpha", "271").says("bravo", "333"),
            "
            contradict count-disjoint moderate: Alpha News says 271 people and Bravo Post 333, 19 % apart.
            ",
        );
    }

    #[test]
    fn more_is_major() {
        check(&Case::of(people()).says("alpha", "271").says("bravo", "999"), "
            contradict count-disjoint major: Alpha News says 271 people and Bravo Post 999, a factor of 3.7 apart.
            ");
    }

    #[test]
    fn hardly_any_distance_is_said_as_such() {
        check(&Case::of(people()).says("alpha", "100,001").says("bravo", "100,002"), "
            contradict count-disjoint minor: Alpha News says 100,001 people and Bravo Post 100,002, under 0.1 % apart.
            ");
    }

    #[test]
    fn shares_and_amounts_are_compared_too() {
        check(&Case::of(FactKind::Percent { unit: None, series: None }).says("alpha", "25 %").says("bravo", "a third"), "
            contradict count-disjoint moderate: Alpha News says 25 % and Bravo Post a third, 8.3 percentage points apart.
            ");
    }

    #[test]
    fn two_against_one_is_one_record() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "1,100").says("charlie", "600"), "
            contradict count-disjoint major: Alpha News says over 1,000 people and Bravo Post 1,100, but Charlie Times 600, up to 45 % apart.
            compatible count-overlap info: Alpha News says over 1,000 people and Bravo Post 1,100: one number can fit both.
            ");
    }
}
