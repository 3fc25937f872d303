//! `unit-suspected`: figures about ten-, thousand- or million-fold apart; entry point [`applies`].
#![doc = include_str!("unit_suspected.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::model::{Class, Rule};

/// Whether contradicting figures are so far apart as a slipped digit or unit would put them.
pub fn applies(pair: &Pair, verdict: &Verdict) -> bool {
    verdict.class == Class::Contradict
        && verdict.rule == Rule::CountDisjoint
        && Figures::of(pair.a, pair.b).is_some_and(|figures| figures.fold_factor().is_some())
}

/// What such a distance suggests.
pub fn clause() -> &'static str {
    "; a digit or a unit may have slipped"
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn ten_fold_suggests_a_slip() {
        check(&Case::of(people()).says("alpha", "27").says("bravo", "271"), "
            contradict count-disjoint major [unit-suspected]: Alpha News says 27 people and Bravo Post 271, a factor of 10 apart; a digit or a unit may have slipped.
            ");
    }

    #[test]
    fn a_thousand_fold_suggests_a_unit() {
        check(&Case::of(money()).says("alpha", "$40 billion").says("bravo", "$40 million"), "
            contradict count-disjoint major [unit-suspected]: Alpha News says $40 billion and Bravo Post $40 million, a factor of 1,000 apart; a digit or a unit may have slipped.
            ");
    }

    #[test]
    fn five_fold_does_not() {
        check(&Case::of(people()).says("alpha", "27").says("bravo", "135"), "
            contradict count-disjoint major: Alpha News says 27 people and Bravo Post 135, a factor of 5 apart.
            ");
    }
}
