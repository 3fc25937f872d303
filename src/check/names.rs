//! Two names side by side; entry points [`likeness`], [`relation`] and [`titled_person`].

use super::pair::Pair;
use crate::model::{Claim, Corpus, Entity, EntityIx, EntityKind, SheetKind};
use crate::value::name::{self, NameRelation};

/// How the names that two claims give lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same name after normalising.
    Same,
    /// One thing under two names, by the curator's list.
    Curated,
    /// Names so alike that they are probably one; uncurated.
    Alike,
    /// Names of two things.
    Different,
}

/// How the names of a pair lie to each other; `None` where they give no names.
pub fn relation(pair: &Pair) -> Option<Likeness> {
    pair.names
}

/// How the names of two claims lie to each other; `None` where they give no names.
pub fn likeness(corpus: &Corpus, one: &Claim, other: &Claim) -> Option<Likeness> {
    let (a, b) = (one.reading.entity()?, other.reading.entity()?);
    let words = || name::relation(&one.words, &other.words);
    Some(match (a, b) {
        (Some(a), Some(b)) if a != b => Likeness::Different,
        (Some(_), Some(_)) => match words() {
            NameRelation::Same => Likeness::Same,
            NameRelation::Variant(_) | NameRelation::Different => Likeness::Curated,
        },
        (Some(known), None) => nearest(&corpus[known], &other.words, words()),
        (None, Some(known)) => nearest(&corpus[known], &one.words, words()),
        (None, None) => of_spellings(words()),
    })
}

/// The person on whose sheet a claim says what that person is called or does, rather than who
/// somebody is.
pub fn titled_person(pair: &Pair) -> Option<EntityIx> {
    let person = match pair.corpus[pair.fact.sheet].kind {
        SheetKind::Entity(person) if pair.corpus[person].kind == EntityKind::Person => person,
        SheetKind::Entity(_) | SheetKind::Event | SheetKind::Question => return None,
    };
    let asks_for_holder = pair.fact.kind.office().is_some();
    let titles = is_title(pair.corpus, person, pair.a) && is_title(pair.corpus, person, pair.b);
    (titles && !asks_for_holder).then_some(person)
}

/// Every name of an entity, the preferred one first.
pub fn all(entity: &Entity) -> impl Iterator<Item = &str> {
    let aliases = entity.aliases.iter().map(String::as_str);
    std::iter::once(entity.name.as_str()).chain(entity.native.as_deref()).chain(aliases)
}

/// Whether a claim on a person's sheet names no person.
fn is_title(corpus: &Corpus, person: EntityIx, claim: &Claim) -> bool {
    match claim.reading.entity() {
        Some(Some(named)) => corpus[named].kind != EntityKind::Person,
        Some(None) => nearest(&corpus[person], &claim.words, NameRelation::Different) == Likeness::Different,
        None => false,
    }
}

/// How a name that is not curated lies to those of a curated entity, the closest counting.
fn nearest(entity: &Entity, words: &str, beside: NameRelation) -> Likeness {
    let known = all(entity).map(|known| of_spellings(name::relation(known, words)));
    match known.chain([of_spellings(beside)]).min_by_key(|likeness| rank(*likeness)) {
        Some(Likeness::Same) if of_spellings(beside) != Likeness::Same => Likeness::Curated,
        Some(nearest) => nearest,
        None => Likeness::Different,
    }
}

fn of_spellings(relation: NameRelation) -> Likeness {
    match relation {
        NameRelation::Same => Likeness::Same,
        NameRelation::Variant(_) => Likeness::Alike,
        NameRelation::Different => Likeness::Different,
    }
}

fn rank(likeness: Likeness) -> u8 {
    match likeness {
        Likeness::Same => 0,
        Likeness::Curated => 1,
        Likeness::Alike => 2,
        Likeness::Different => 3,
    }
}
