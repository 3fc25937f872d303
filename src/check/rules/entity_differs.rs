//! `entity-differs`: two different answers to who or what; entry point [`judge`].
#![doc = include_str!("entity_differs.md")]

use crate::check::names::{Doubt, Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Claim, Class, EntityIx, EntityKind, Rule, Severity};
use crate::value::name::NameDoubt;

/// Two different curated entities, or two names; a place within the other place fits it, and so
/// do names of which nothing says whether they are one.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let likeness = relation(pair)?;
    let is_open = match likeness {
        Likeness::Different => false,
        Likeness::Undecided(_) => true,
        Likeness::Same | Likeness::Curated | Likeness::Alike(_) => return None,
    };
    let (class, severity) = match nested(pair) {
        None if is_open => (Class::Compatible, Severity::Info),
        Some(_) => (Class::Compatible, Severity::Info),
        None => (Class::Contradict, Severity::Major),
    };
    Some(Verdict::new(Rule::EntityDiffers, class, severity))
}

/// The place that lies in the other one, and that other one.
fn nested(pair: &Pair) -> Option<(EntityIx, EntityIx)> {
    let (a, b) = (pair.a.reading.entity()??, pair.b.reading.entity()??);
    if a == b {
        None
    } else if pair.corpus.contains(b, a) {
        Some((a, b))
    } else if pair.corpus.contains(a, b) {
        Some((b, a))
    } else {
        None
    }
}

/// Who names whom.
pub fn reason(telling: &Telling) -> String {
    if let Some((inner, outer)) = nested(&telling.pair) {
        let name = |ix: EntityIx| telling.pair.corpus[ix].name.as_str();
        return format!("{}: {} lies in {}", telling.statements(), name(inner), name(outer));
    }
    if let Some(Likeness::Undecided(doubt)) = relation(&telling.pair) {
        return format!("{}: {}", telling.statements(), open(doubt));
    }
    let kind = |claim: &Claim| claim.reading.entity().flatten().map(|ix| telling.pair.corpus[ix].kind);
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

/// What leaves it open whether two names are one.
fn open(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Names(NameDoubt::Scripts) => {
            "the names are in two scripts, and only a list of names could say whether they are one"
        }
        Doubt::Names(NameDoubt::Number) => {
            "one has a number that the other leaves out, so that it may be another one"
        }
        Doubt::Names(NameDoubt::Several) => {
            "one of the names may stand for several, so that it may be another one"
        }
        Doubt::Namesakes => "the shorter name may also be that of somebody else whom the reports name",
    }
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

    #[test]
    fn a_place_within_the_other_fits() {
        check(&Case::of(somebody()).says("alpha", "Cambodia").says("bravo", "Poipet"), "
            compatible entity-differs info: Alpha News names Cambodia and Bravo Post Poipet: Poipet lies in Cambodia.
            ");
    }

    #[test]
    fn places_apart_differ_too() {
        check(&Case::of(somebody()).says("alpha", "Sihanoukville").says("bravo", "Poipet"), "
            contradict entity-differs major: Alpha News names Sihanoukville and Bravo Post Poipet: different places.
            ");
    }
}
