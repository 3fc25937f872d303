//! Two lists side by side; entry point [`Lists::of`].

use std::collections::BTreeSet;

use super::pair::Pair;
use super::wording::member_words;
use crate::model::{EntityIx, SetItem};
use crate::value::name;

/// What makes two members of lists the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberKey {
    /// One curated entity.
    Entity(EntityIx),
    /// One name after normalising.
    Name(String),
}

/// Two lists with what only one of them has.
pub struct Lists<'a> {
    /// What both have.
    pub n_shared: usize,
    /// What only the first has, in its words.
    pub only_a: Vec<&'a str>,
    /// What only the second has, in its words.
    pub only_b: Vec<&'a str>,
    /// Whether the first is said to be complete.
    pub a_is_complete: bool,
    /// Whether the second is said to be complete.
    pub b_is_complete: bool,
}

impl<'a> Lists<'a> {
    /// The lists of two claims, where both give one.
    pub fn of(pair: &Pair<'a>) -> Option<Self> {
        let (a, b) = (pair.a.reading.items()?, pair.b.reading.items()?);
        let (in_a, in_b) = (keys(a), keys(b));
        let only = |items: &'a [SetItem], other: &BTreeSet<MemberKey>| {
            let items = items.iter().filter(|item| !other.contains(&key(item)));
            items.map(|item| member_words(pair.corpus, item)).collect::<Vec<_>>()
        };
        Some(Self {
            n_shared: in_a.intersection(&in_b).count(),
            only_a: only(a, &in_b),
            only_b: only(b, &in_a),
            a_is_complete: pair.a.complete == Some(true),
            b_is_complete: pair.b.complete == Some(true),
        })
    }

    /// Whether a list that is said to be complete leaves out what the other has.
    pub fn differ(&self) -> bool {
        self.a_is_complete && !self.only_b.is_empty() || self.b_is_complete && !self.only_a.is_empty()
    }

    /// Whether one list has everything that the other has.
    pub fn is_nested(&self) -> bool {
        self.only_a.is_empty() || self.only_b.is_empty()
    }
}

/// The members of a list without order, repeats and spelling.
pub fn keys(items: &[SetItem]) -> BTreeSet<MemberKey> {
    items.iter().map(key).collect()
}

fn key(item: &SetItem) -> MemberKey {
    item.entity.map_or_else(|| MemberKey::Name(name::key(&item.words)), MemberKey::Entity)
}
