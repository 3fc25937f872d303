//! How many differences there are of each kind; entry point [`Tallies::of`].
//!
//! Every count that a reader meets comes from here. Contradictions, reported disputes and variants
//! are counted by dispute: records about one matter count once, as what the gravest of them is.
//! Other differences are counted by record.

use std::collections::BTreeMap;

use super::{Difference, Finding, FindingId, Severity};

/// Differences by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    by_kind: BTreeMap<Difference, Tally>,
    n_disputed: usize,
}

/// How many differences of one kind there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many: disputes, where the kind is one of dispute, else records.
    pub n: usize,
    /// Of how much weight they are.
    pub by_severity: BTreeMap<Severity, usize>,
}

impl Tally {
    fn add(&mut self, severity: Severity) {
        self.n += 1;
        *self.by_severity.entry(severity).or_default() += 1;
    }

    /// How many are of one weight.
    pub fn of(&self, severity: Severity) -> usize {
        self.by_severity.get(&severity).copied().unwrap_or_default()
    }
}

impl Tallies {
    /// Counts findings; a dispute counts as what the gravest of these records of it is.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut tallies = Self::default();
        let mut disputes: BTreeMap<&FindingId, (Difference, Severity)> = BTreeMap::new();
        for finding in findings {
            let found = (finding.difference(), finding.severity);
            match &finding.dispute {
                Some(dispute) => {
                    tallies.n_disputed += 1;
                    let gravest = disputes.entry(dispute).or_insert(found);
                    *gravest = found.max(*gravest);
                }
                None => tallies.by_kind.entry(found.0).or_default().add(found.1),
            }
        }
        for (kind, severity) in disputes.into_values() {
            tallies.by_kind.entry(kind).or_default().add(severity);
        }
        tallies
    }

    /// How many there are of one kind.
    pub fn of_kind(&self, kind: Difference) -> Tally {
        self.by_kind.get(&kind).cloned().unwrap_or_default()
    }

    /// How many disputes there are.
    pub fn n_disputes(&self) -> usize {
        self.sum(Difference::is_dispute)
    }

    /// How many records the disputes have.
    pub fn n_disputed(&self) -> usize {
        self.n_disputed
    }

    /// How many records of other differences there are.
    pub fn n_others(&self) -> usize {
        self.sum(|kind| !kind.is_dispute())
    }

    fn sum(&self, is_meant: impl Fn(Difference) -> bool) -> usize {
        self.by_kind.iter().filter(|(kind, _)| is_meant(**kind)).map(|(_, tally)| tally.n).sum()
    }
}
