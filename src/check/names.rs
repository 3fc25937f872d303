//! Two names side by side; entry points [`likeness`], [`relation`] and [`titled_person`].

use super::pair::Pair;
use crate::model::{Claim, Corpus, Entity, EntityIx, EntityKind, Name, SheetKind};
use crate::value::name::{self, NameDoubt, NameRelation, NameVariant};

/// How the names that two claims give lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same name after normalising.
    Same,
    /// One thing under two names, by the curator's list.
    Curated,
    /// Names so alike that they are probably one; uncurated.
    Alike(NameVariant),
    /// Nothing decides whether the names are one.
    Undecided(Doubt),
    /// Names of two things.
    Different,
}

/// Why nothing decides whether two names are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// By the names themselves.
    Names(NameDoubt),
    /// The shorter name may mean another person whom entities.yaml lists.
    Namesakes,
}

/// How the names of a pair lie to each other; `None` where they give no names.
pub fn relation(pair: &Pair) -> Option<Likeness> {
    pair.names
}

/// How the names of two claims lie to each other; `None` where they give no names.
pub fn likeness(corpus: &Corpus, one: &Claim, other: &Claim) -> Option<Likeness> {
    let (a, b) = (one.reading.entity()?, other.reading.entity()?);
    let (Some(first), Some(second)) = (&one.name, &other.name) else { return None };
    if a.is_some() && a == b && one.compared_words() == other.compared_words() {
        return Some(Likeness::Same);
    }
    Some(between(corpus, [(a, first), (b, second)]))
}

/// How two spellings lie to each other, each with the curated entity that it means.
pub fn between(corpus: &Corpus, [(a, first), (b, second)]: [(Option<EntityIx>, &Name); 2]) -> Likeness {
    match (a, b) {
        (Some(a), Some(b)) if a != b => Likeness::Different,
        // A list of names cannot make one person of a man and a woman.
        (Some(_), Some(_)) if name::are_man_and_woman(first, second) => Likeness::Different,
        (Some(_), Some(_)) => match name::relation(first, second) {
            NameRelation::Same => Likeness::Same,
            NameRelation::Variant(_) | NameRelation::Undecided(_) | NameRelation::Different => {
                Likeness::Curated
            }
        },
        (Some(known), None) => told_apart(nearest(&corpus[known], first, second), second, Some(known)),
        (None, Some(known)) => told_apart(nearest(&corpus[known], second, first), first, Some(known)),
        (None, None) => {
            let alike = of_spellings(name::relation(first, second));
            let shorter = if first.words.len() < second.words.len() { first } else { second };
            told_apart(alike, shorter, None)
        }
    }
}

/// A part of a name that another curated person has too may mean that one.
fn told_apart(likeness: Likeness, short: &Name, meant: Option<EntityIx>) -> Likeness {
    match likeness {
        Likeness::Alike(NameVariant::TokenSubset | NameVariant::Initials)
            if short.bearers.iter().any(|bearer| Some(*bearer) != meant) =>
        {
            Likeness::Undecided(Doubt::Namesakes)
        }
        Likeness::Same
        | Likeness::Curated
        | Likeness::Alike(_)
        | Likeness::Undecided(_)
        | Likeness::Different => likeness,
    }
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
        Some(None) => claim.name.as_deref().is_some_and(|name| {
            let known = corpus[person].forms.iter().map(|form| name::relation(form, name));
            known.into_iter().all(|relation| relation == NameRelation::Different)
        }),
        None => false,
    }
}

/// How a name that is not curated lies to those of a curated entity, the closest counting.
fn nearest(entity: &Entity, beside: &Name, name: &Name) -> Likeness {
    let told = of_spellings(name::relation(beside, name));
    if told == Likeness::Same {
        return told;
    }
    let known = entity.forms.iter().map(|form| of_spellings(name::relation(form, name)));
    match known.chain([told]).min_by_key(|likeness| rank(*likeness)) {
        Some(Likeness::Same) => Likeness::Curated,
        Some(nearest) => nearest,
        None => Likeness::Different,
    }
}

fn of_spellings(relation: NameRelation) -> Likeness {
    match relation {
        NameRelation::Same => Likeness::Same,
        NameRelation::Variant(variant) => Likeness::Alike(variant),
        NameRelation::Undecided(doubt) => Likeness::Undecided(Doubt::Names(doubt)),
        NameRelation::Different => Likeness::Different,
    }
}

fn rank(likeness: Likeness) -> u8 {
    match likeness {
        Likeness::Same => 0,
        Likeness::Curated => 1,
        Likeness::Alike(_) => 2,
        Likeness::Undecided(_) => 3,
        Likeness::Different => 4,
    }
}
