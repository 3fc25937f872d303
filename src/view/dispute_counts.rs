//! How many discrepancies there are, in words; entry points [`headline`], [`totals`] and [`counted`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Here;
use super::terms::{self, Term};
use crate::language::{Key, Value};
use crate::model::{Difference, Finding, FindingId, Severity, Tallies};

/// How many discrepancies of a kind there are: disputes, or records of other differences.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Total {
    /// The kind.
    pub class: Term,
    /// How many.
    pub n: usize,
    /// How many records of the kind there are.
    pub n_records: usize,
    /// What is counted, in words: `3 disputes`, `4 records`.
    pub counted: String,
    /// How many of them are major.
    pub n_major: usize,
}

/// How many disputes there are, and between whom they are.
pub fn headline(here: Here<'_>, records: &[&Finding]) -> String {
    let mut kinds: BTreeMap<&FindingId, Between> = BTreeMap::new();
    for finding in records {
        if let Some(dispute) = &finding.dispute {
            let kind = kinds.entry(dispute).or_insert(Between::Names);
            *kind = (*kind).min(Between::of(finding));
        }
    }
    let n_disputed = Tallies::of(records.iter().copied()).n_disputed();
    let records = here.count(Key::NRecords, n_disputed);
    let values = [("n", Value::Count(kinds.len())), ("records", Value::Text(&records))];
    let mut told = vec![here.edition.language.fill(Key::DiscrepanciesHeadline, &values)];
    for between in [Between::Sources, Between::Itself, Between::Parties, Between::Names] {
        let n = kinds.values().filter(|&&kind| kind == between).count();
        if n > 0 {
            told.push(here.count(between.key(), n));
        }
    }
    told.join(" ")
}

/// Between whom a dispute is; of several records the first of these counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    /// Two sources or more.
    Sources,
    /// A source and its own words elsewhere.
    Itself,
    /// People whom one source cites.
    Parties,
    /// Two names of one thing.
    Names,
}

impl Between {
    fn of(finding: &Finding) -> Self {
        match (finding.difference(), finding.sources.len()) {
            (Difference::Variant, _) => Self::Names,
            (Difference::Reported, _) => Self::Parties,
            (_, 0 | 1) => Self::Itself,
            (_, _) => Self::Sources,
        }
    }

    fn key(self) -> Key {
        match self {
            Self::Sources => Key::DisputesBetween,
            Self::Itself => Key::DisputesOwn,
            Self::Parties => Key::DisputesReported,
            Self::Names => Key::DisputesNames,
        }
    }
}

/// How many discrepancies of each kind there are, worst first.
pub fn totals(here: Here<'_>, positions: &[usize]) -> Vec<Total> {
    let tallies = here.edition.tallies(positions);
    let records = by(positions, |i| vec![here.edition.findings[i].difference()]);
    let total = |&kind: &Difference| {
        let tally = tallies.of_kind(kind);
        let n_records = records.get(&kind).map_or(0, Vec::len);
        Total {
            class: terms::difference(here.edition.language, kind),
            n: tally.n,
            n_records,
            counted: in_records(here, if kind.is_dispute() { tally.n } else { 0 }, n_records),
            n_major: tally.of(Severity::Major),
        }
    };
    // Where no source reports a dispute, nobody asks for it.
    let is_shown = |kind: &&Difference| {
        kind.is_listed() && (**kind != Difference::Reported || tallies.of_kind(**kind).n > 0)
    };
    Difference::ALL.iter().rev().filter(is_shown).map(total).collect()
}

/// `3 disputes in 5 records, 2 other differences`: what records come to, in words.
pub fn counted(here: Here<'_>, positions: &[usize]) -> String {
    let tallies = here.edition.tallies(positions);
    let (n, n_disputed, n_others) = (tallies.n_disputes(), tallies.n_disputed(), tallies.n_others());
    if n == 0 {
        return here.count(Key::NRecords, n_others);
    }
    let disputes = in_records(here, n, n_disputed);
    if n_others == 0 { disputes } else { format!("{disputes}, {}", here.count(Key::NOthers, n_others)) }
}

/// `3 disputes in 5 records`; the records alone where no dispute is counted.
fn in_records(here: Here<'_>, n_disputes: usize, n_records: usize) -> String {
    let disputes = here.count(Key::NDiscrepancies, n_disputes);
    let records = here.count(Key::NRecords, n_records);
    match n_disputes {
        0 => records,
        same if same == n_records => disputes,
        _ => here.fill(Key::DisputesInRecords, &[("disputes", &disputes), ("records", &records)]),
    }
}

/// Records by what they belong to.
pub fn by<K: Ord>(positions: &[usize], keys: impl Fn(usize) -> Vec<K>) -> BTreeMap<K, Vec<usize>> {
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for &i in positions {
        keys(i).into_iter().for_each(|key| by_key.entry(key).or_default().push(i));
    }
    by_key
}
