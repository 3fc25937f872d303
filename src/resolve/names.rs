//! Which entity a spelling means.
//!
//! A spelling means an entity whose name it is, but for titles, legal forms, articles and the order
//! of words. Where the words leave two entities possible, it means none of them.

use std::collections::BTreeMap;

use crate::model::{Entity, EntityIx, EntityKind, Name, Reading, WordKind};
use crate::source::Span;
use crate::value::name::{self, key};

/// Every spelling of every entity, folded to its key.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    by_key: BTreeMap<String, (EntityIx, Span)>,
    /// By the words in any order; `None` where several entities are called so.
    by_words: BTreeMap<String, Option<EntityIx>>,
    /// People by each word of their names.
    people: BTreeMap<String, Vec<EntityIx>>,
}

impl Names {
    /// The words of all names; the spellings themselves are added one by one.
    pub(super) fn of(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        for (i, entity) in entities.iter().enumerate() {
            let ix = EntityIx(i as u32);
            for form in &entity.forms {
                let known = names.by_words.entry(name::signature(form)).or_insert(Some(ix));
                *known = known.filter(|owner| *owner == ix);
                if entity.kind == EntityKind::Person {
                    form.words.iter().for_each(|word| names.add_person(&word.text, ix));
                }
            }
        }
        names
    }

    fn add_person(&mut self, word: &str, ix: EntityIx) {
        let people = self.people.entry(word.to_owned()).or_default();
        if people.last() != Some(&ix) {
            people.push(ix);
        }
    }

    /// Records a spelling, or gives the other entity that has it and where that is written.
    pub(super) fn add(&mut self, words: &str, span: Span, entity: EntityIx) -> Result<(), (EntityIx, Span)> {
        let (owner, first) = *self.by_key.entry(key(words)).or_insert((entity, span));
        if owner == entity { Ok(()) } else { Err((owner, first)) }
    }

    /// The entity that a spelling means.
    pub(super) fn find(&self, words: &str) -> Option<EntityIx> {
        if let Some((entity, _)) = self.by_key.get(&key(words)) {
            return Some(*entity);
        }
        self.by_words.get(&name::signature(&name::read(words))).copied().flatten()
    }

    /// The name that a claim gives, with the curated people whom it may mean.
    pub(super) fn read(&self, words: &str, reading: &Reading) -> Option<Name> {
        Some(self.take_apart(words, reading.entity()?))
    }

    /// A spelling, with the curated people whom it may mean where it means no entity for sure.
    pub(super) fn take_apart(&self, words: &str, known: Option<EntityIx>) -> Name {
        let mut name = name::read(words);
        if known.is_none() {
            name.bearers = self.bearers(&name);
        }
        name
    }

    /// The curated people whose names hold every word of this one.
    fn bearers(&self, name: &Name) -> Vec<EntityIx> {
        let mut words = name.words.iter().filter(|word| word.kind != WordKind::Initial);
        let of = |text: &str| self.people.get(text).map_or(&[][..], Vec::as_slice);
        let Some(first) = words.next() else { return Vec::new() };
        let mut bearers = of(&first.text).to_vec();
        for word in words {
            bearers.retain(|ix| of(&word.text).contains(ix));
        }
        bearers
    }
}
