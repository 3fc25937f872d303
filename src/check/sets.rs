//! Two lists side by side; entry point [`Lists::of`].
//!
//! Members are one where they are one curated entity or one name after normalising. What is left
//! over on both sides is compared as names are, so that `US` and `United States` are one member.

use std::collections::BTreeSet;

use super::names::{Likeness, between};
use super::pair::Pair;
use super::wording::member_words;
use crate::model::{Claim, Corpus, EntityIx, SetItem};
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
    /// What a first list that is said to be complete leaves out for sure.
    pub left_out_by_a: Vec<&'a str>,
    /// What a second list that is said to be complete leaves out for sure.
    pub left_out_by_b: Vec<&'a str>,
    /// Whether every member that both have has the same name in both.
    pub same_names: bool,
    /// Whether a member of one list may or may not be one of the other.
    pub is_open: bool,
}

/// Up to this many members left over on each side, each is compared with each.
const LEFT_OVER: usize = 32;

impl<'a> Lists<'a> {
    /// The lists of two claims, where both give one.
    pub fn of(pair: &Pair<'a>) -> Option<Self> {
        let (a, b) = (pair.a.reading.items()?, pair.b.reading.items()?);
        let (in_a, in_b) = (keys(a), keys(b));
        let (rest_a, rest_b) = (without(a, &in_b), without(b, &in_a));
        let table = Table::of(pair.corpus, &rest_a, &rest_b);
        let words = |rest: &[&'a SetItem], places: &[Place], left: &[Place]| {
            let items = rest.iter().zip(places).filter(|(_, place)| left.contains(place));
            items.map(|(item, _)| member_words(pair.corpus, item)).collect::<Vec<_>>()
        };
        let left_out = |claim: &Claim, rest: &[&'a SetItem], places: &[Place]| {
            if claim.complete == Some(true) { words(rest, places, &[Place::Missing]) } else { Vec::new() }
        };
        let n_found = |places: &[Place]| places.iter().filter(|place| **place == Place::Found).count();
        Some(Self {
            n_shared: in_a.intersection(&in_b).count() + n_found(&table.a).min(n_found(&table.b)),
            only_a: words(&rest_a, &table.a, &[Place::Missing, Place::Open]),
            only_b: words(&rest_b, &table.b, &[Place::Missing, Place::Open]),
            left_out_by_a: left_out(pair.a, &rest_b, &table.b),
            left_out_by_b: left_out(pair.b, &rest_a, &table.a),
            same_names: table.same_names,
            is_open: table.a.iter().chain(&table.b).any(|place| *place == Place::Open),
        })
    }

    /// Whether a list that is said to be complete leaves out what the other has.
    pub fn differ(&self) -> bool {
        !self.left_out_by_a.is_empty() || !self.left_out_by_b.is_empty()
    }

    /// Whether one list has everything that the other has.
    pub fn is_nested(&self) -> bool {
        self.only_a.is_empty() || self.only_b.is_empty()
    }

    /// Whether both have the same members, under whatever names.
    pub fn have_the_same(&self) -> bool {
        self.only_a.is_empty() && self.only_b.is_empty()
    }
}

/// Whether a list has a member of the other one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Missing,
    Open,
    Found,
}

/// The members left over on both sides, each held against each.
struct Table {
    a: Vec<Place>,
    b: Vec<Place>,
    same_names: bool,
}

impl Table {
    fn of(corpus: &Corpus, rest_a: &[&SetItem], rest_b: &[&SetItem]) -> Self {
        let missing = |rest: &[&SetItem]| vec![Place::Missing; rest.len()];
        let mut table = Self { a: missing(rest_a), b: missing(rest_b), same_names: true };
        if rest_a.len().max(rest_b.len()) > LEFT_OVER {
            return table;
        }
        let like = |a: &SetItem, b: &SetItem| between(corpus, [a, b].map(|item| (item.entity, &*item.name)));
        let grid: Vec<Vec<Likeness>> =
            rest_a.iter().map(|a| rest_b.iter().map(|b| like(a, b)).collect()).collect();
        let all_one = |items: &[&SetItem]| {
            items.iter().enumerate().all(|(i, a)| items[i + 1..].iter().all(|b| is_one(like(a, b))))
        };
        for (x, row) in grid.iter().enumerate() {
            for (y, likeness) in row.iter().enumerate() {
                let theirs = (0..row.len()).filter(|&y| is_one(row[y])).map(|y| rest_b[y]);
                let ours = (0..grid.len()).filter(|&x| is_one(grid[x][y])).map(|x| rest_a[x]);
                let place = match likeness {
                    Likeness::Different => continue,
                    Likeness::Undecided(_) => Place::Open,
                    // A name that fits two members means neither of them for sure.
                    Likeness::Same | Likeness::Curated | Likeness::Alike(_) => {
                        if all_one(&theirs.collect::<Vec<_>>()) && all_one(&ours.collect::<Vec<_>>()) {
                            table.same_names &= *likeness == Likeness::Same;
                            Place::Found
                        } else {
                            Place::Open
                        }
                    }
                };
                table.a[x] = table.a[x].max(place);
                table.b[y] = table.b[y].max(place);
            }
        }
        table
    }
}

fn is_one(likeness: Likeness) -> bool {
    match likeness {
        Likeness::Same | Likeness::Curated | Likeness::Alike(_) => true,
        Likeness::Undecided(_) | Likeness::Different => false,
    }
}

/// The members of a list of which the other has not the key, each key once.
fn without<'a>(items: &'a [SetItem], other: &BTreeSet<MemberKey>) -> Vec<&'a SetItem> {
    let mut seen = BTreeSet::new();
    items
        .iter()
        .filter(|item| {
            let key = key(item);
            !other.contains(&key) && seen.insert(key)
        })
        .collect()
}

/// The members of a list without order, repeats and spelling.
pub fn keys(items: &[SetItem]) -> BTreeSet<MemberKey> {
    items.iter().map(key).collect()
}

fn key(item: &SetItem) -> MemberKey {
    item.entity.map_or_else(|| MemberKey::Name(name::key(&item.words)), MemberKey::Entity)
}
