//! `count-bounds`: figures that only strict reading reconciles; entry point [`judge`].
#![doc = include_str!("count_bounds.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Rule, Severity};

/// Only the hard intervals meet.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    figures.meet_strictly().then(|| Verdict::new(Rule::CountBounds, Class::Compatible, Severity::Minor))
}

/// Who says what, and why the words allow it.
pub fn reason(telling: &Telling) -> String {
    format!(
        "{}: taken strictly, one number can fit {}, but a reader would not take the words to mean the same",
        telling.statements(),
        telling.both()
    )
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn a_bound_far_below_is_only_strictly_compatible() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "5,001"), "
            compatible count-bounds minor: Alpha News says over 1,000 people and Bravo Post 5,001: taken strictly, one number can fit both, but a reader would not take the words to mean the same.
            ");
    }

    #[test]
    fn a_figure_below_the_bound_is_not() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "901"), "
            contradict count-disjoint moderate: Alpha News says over 1,000 people and Bravo Post 901, 9.9 % apart.
            ");
    }
}
