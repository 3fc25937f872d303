//! `entity-differs`: two different answers to who or what; entry point [`judge`].
#![doc = include_str!("entity_differs.md")]

use crate::check::names::{Likeness, entity, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, EntityKind, Rule, Severity};

/// Two different curated entities, or names that have nothing in common.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    (relation(pair)? == Likeness::Different)
        .then(|| Verdict::new(Rule::EntityDiffers, Class::Contradict, Severity::Major))
}

/// Who names whom.
pub fn reason(telling: &Telling) -> String {
    let kind = |claim| entity(claim).flatten().map(|ix| telling.pair.corpus[ix].kind);
    let different = match (kind(telling.pair.a), kind(telling.pair.b)) {
        (Some(EntityKind::Person), Some(EntityKind::Person)) => "different people",
        (Some(EntityKind::Place), Some(EntityKind::Place)) => "different places",
        (Some(EntityKind::Office), Some(EntityKind::Office)) => "different offices",
        (
            Some(
                EntityKind::Person
                | EntityKind::Organisation
                | EntityKind::Place
                | EntityKind::Group
                | EntityKind::Office
                | EntityKind::Outlet,
            )
            | None,
            _,
        ) => "not the same",
    };
    format!("{}: {different}", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn names_with_nothing_in_common() {
        check(&Case::of(somebody()).says("alpha", "National Police").says("bravo", "Royal Gendarmerie"), "
            contradict entity-differs major: Alpha News names National Police and Bravo Post Royal Gendarmerie: not the same.
            ");
    }

    #[test]
    fn the_same_entity_does_not_differ() {
        check(&Case::of(somebody()).says("alpha", "Sihanoukville").says("bravo", "Sihanouk Province"), "
            variant name-variant minor: Alpha News names Sihanoukville and Bravo Post Sihanouk Province: two names for Sihanoukville.
            ");
    }
}
