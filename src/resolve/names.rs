//! Which entity a spelling means.

use std::collections::BTreeMap;

use crate::model::EntityIx;
use crate::source::Span;
use crate::value::name::key;

/// Every spelling of every entity, folded to its key.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    by_key: BTreeMap<String, (EntityIx, Span)>,
}

impl Names {
    /// Records a spelling, or gives the other entity that has it and where that is written.
    pub(super) fn add(&mut self, words: &str, span: Span, entity: EntityIx) -> Result<(), (EntityIx, Span)> {
        let (owner, first) = *self.by_key.entry(key(words)).or_insert((entity, span));
        if owner == entity { Ok(()) } else { Err((owner, first)) }
    }

    /// The entity that a spelling means.
    pub(super) fn find(&self, words: &str) -> Option<EntityIx> {
        self.by_key.get(&key(words)).map(|(entity, _)| *entity)
    }
}
