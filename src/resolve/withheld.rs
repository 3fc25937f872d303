//! Entities that only what is held back speaks of, taken out with it, so that their names stay
//! unsaid; entry point [`without`].
//!
//! An entity that nothing speaks of at all is the curator's to list, and stays.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Claim, Corpus, Entity, EntityIx, FactKind, Name, Origin, Reading, SheetKind, Voice};

/// The edition without the entities of which only the rest of the whole speaks.
pub(super) fn without(mut corpus: Corpus, mut whole: Corpus) -> Corpus {
    let told = with_theirs(items(&mut whole), &mut whole.entities);
    let untold = (0..corpus.entities.len() as u32).map(EntityIx).filter(|ix| !told.contains(ix));
    let shown = items(&mut corpus).into_iter().chain(untold).collect();
    let shown = with_theirs(shown, &mut corpus.entities);
    if shown.len() < corpus.entities.len() {
        keep(&mut corpus, &shown);
    }
    corpus
}

/// Drops all other entities, and moves every reference to where its entity now stands.
fn keep(corpus: &mut Corpus, shown: &BTreeSet<EntityIx>) {
    let all = std::mem::take(&mut corpus.entities);
    corpus.entities =
        (0..).map(EntityIx).zip(all).filter(|(ix, _)| shown.contains(ix)).map(|(_, entity)| entity).collect();
    let old: Vec<EntityIx> = shown.iter().copied().collect();
    let mut moved = |ix: &mut EntityIx| {
        let new = old.binary_search(ix).expect("what the edition refers to is shown");
        *ix = EntityIx(new as u32);
    };
    each_of_items(corpus, &mut moved);
    corpus.entities.iter_mut().for_each(|entity| each_of_entity(entity, &mut moved));
    let is_named = |name: &&mut Arc<Name>| !name.bearers.is_empty();
    for name in corpus.claims.iter_mut().flat_map(names).filter(is_named) {
        let shown = |ix: &EntityIx| old.binary_search(ix).ok().map(|new| EntityIx(new as u32));
        let bearers = name.bearers.iter().filter_map(shown).collect();
        Arc::make_mut(name).bearers = bearers;
    }
}

/// The names that a claim gives.
fn names(claim: &mut Claim) -> impl Iterator<Item = &mut Arc<Name>> {
    let members = match &mut claim.reading {
        Reading::Set(items) => items.as_mut_slice(),
        Reading::Quantity(_)
        | Reading::Date(_)
        | Reading::Entity(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => &mut [],
    };
    claim.name.iter_mut().chain(members.iter_mut().map(|item| &mut item.name))
}

/// These, where they lie, and who held them.
fn with_theirs(mut told: BTreeSet<EntityIx>, entities: &mut [Entity]) -> BTreeSet<EntityIx> {
    let mut open: Vec<EntityIx> = told.iter().copied().collect();
    while let Some(ix) = open.pop() {
        each_of_entity(&mut entities[ix.index()], &mut |next| {
            if told.insert(*next) {
                open.push(*next);
            }
        });
    }
    told
}

/// The entities that articles, sheets and what stands in them speak of.
fn items(corpus: &mut Corpus) -> BTreeSet<EntityIx> {
    let mut told = BTreeSet::new();
    each_of_items(corpus, &mut |ix| {
        told.insert(*ix);
    });
    told
}

fn each_of_entity(entity: &mut Entity, each: &mut impl FnMut(&mut EntityIx)) {
    entity.within.iter_mut().for_each(&mut *each);
    entity.holders.iter_mut().for_each(|tenure| each(&mut tenure.person));
}

fn each_of_items(corpus: &mut Corpus, each: &mut impl FnMut(&mut EntityIx)) {
    for article in &mut corpus.articles {
        article.outlet_entity.iter_mut().for_each(&mut *each);
        for origin in &mut article.rests_on {
            match origin {
                Origin::Entity(ix) => each(ix),
                Origin::Article(_) | Origin::Named(_) => {}
            }
        }
    }
    for sheet in &mut corpus.sheets {
        sheet.places.iter_mut().for_each(&mut *each);
        match &mut sheet.kind {
            SheetKind::Entity(ix) => each(ix),
            SheetKind::Event | SheetKind::Question => {}
        }
    }
    for fact in &mut corpus.facts {
        fact.scope.places.iter_mut().for_each(&mut *each);
        if let FactKind::Entity { office } = &mut fact.kind {
            office.iter_mut().for_each(&mut *each);
        }
    }
    for claim in &mut corpus.claims {
        claim.part.iter_mut().for_each(&mut *each);
        claim.scope.places.iter_mut().for_each(&mut *each);
        each_of_reading(&mut claim.reading, each);
        for voice in &mut claim.via {
            match voice {
                Voice::Entity(ix) => each(ix),
                Voice::Article(_) => {}
            }
        }
    }
    corpus.rulings.iter_mut().filter_map(|ruling| ruling.part.as_mut()).for_each(&mut *each);
    let bindings = corpus.prose_mut().flat_map(|prose| &mut prose.bindings);
    bindings.filter_map(|binding| binding.part.as_mut()).for_each(each);
}

fn each_of_reading(reading: &mut Reading, each: &mut impl FnMut(&mut EntityIx)) {
    match reading {
        Reading::Entity(ix) => ix.iter_mut().for_each(each),
        Reading::Set(items) => items.iter_mut().filter_map(|item| item.entity.as_mut()).for_each(each),
        Reading::Quantity(_)
        | Reading::Date(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => {}
    }
}
