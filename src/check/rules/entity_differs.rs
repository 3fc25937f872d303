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
