//! `count-overlap`: figures that a reader would take for the same; entry point [`judge`].
#![doc = include_str!("count_overlap.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Rule, Severity};

/// The plausible intervals meet.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    figures.meet_plausibly().then(|| Verdict::new(Rule::CountOverlap, Class::Compatible, Severity::Info))
}

/// Who says what, and that one number fits them.
pub fn reason(telling: &Telling) -> String {
    format!("{}: one number can fit {}", telling.statements(), telling.both())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn a_bound_just_below_fits() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "1,208"), "
            compatible count-overlap info: Alpha News says over 1,000 people and Bravo Post 1,208: one number can fit both.
            ");
    }

    #[test]
    fn a_round_figure_fits_its_neighbour() {
        check(&Case::of(people()).says("alpha", "1,000").says("bravo", "1,020").says("charlie", "about 950"), "
            compatible count-overlap info: Alpha News says 1,000 people, Bravo Post 1,020 and Charlie Times about 950: one number can fit all.
            ");
    }

    #[test]
    fn a_share_fits_itself_rounded_to_fewer_digits() {
        let share = || FactKind::Percent { unit: None, series: None };
        check(&Case::of(share()).says("alpha", "33.3 %").says("bravo", "33 %"), "
            compatible count-overlap info: Alpha News says 33.3 % and Bravo Post 33 %: one number can fit both.
            ");
        check(&Case::of(share()).says("alpha", "33.6 %").says("bravo", "33 %"), "
            contradict count-disjoint minor: Alpha News says 33.6 % and Bravo Post 33 %, 0.6 percentage points apart.
            ");
    }

    #[test]
    fn round_figures_next_to_each_other_do_not_fit() {
        check(
            &Case::of(people()).says("alpha", "150").says("bravo", "160"),
            "
            contradict count-disjoint moderate: Alpha News says 150 people and Bravo Post 160, 6.2 % apart.
            ",
        );
    }

    #[test]
    fn a_figure_far_above_a_bound_does_not_fit() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "5,000"), "
            compatible count-bounds minor: Alpha News says over 1,000 people and Bravo Post 5,000: taken strictly, one number can fit both, but a reader would not take the words to mean the same.
            ");
    }
}
