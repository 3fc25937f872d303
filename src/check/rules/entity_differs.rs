//! `entity-differs`: two different answers to who or what; entry point [`judge`].
#![doc = include_str!("entity_differs.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// Two different curated entities, or names that have nothing in common.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    (relation(pair)? == Likeness::Different)
        .then(|| Verdict::new(Rule::EntityDiffers, Class::Contradict, Severity::Major))
}

/// Who names whom.
pub fn reason(telling: &Telling) -> String {
    format!("{}, which are not the same", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn names_with_nothing_in_common() {
        check(&Case::of(somebody()).says("alpha", "National Police").says("bravo", "Royal Gendarmerie"), "
            contradict entity-differs major: Alpha News names National Police and Bravo Post Royal Gendarmerie, which are not the same.
            ");
    }

    #[test]
    fn the_same_entity_does_not_differ() {
        check(&Case::of(somebody()).says("alpha", "Sihanoukville").says("bravo", "Sihanouk Province"), "
            variant name-variant minor: Alpha News names Sihanoukville and Bravo Post Sihanouk Province: two names for Sihanoukville.
            ");
    }
}
