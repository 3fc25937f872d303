//! What is compared with what: answers to one question, equal ones together; entry point
//! [`questions`].
//!
//! Facts joined by `same_as` are one question, and so is each part of a breakdown. Claims that
//! say the same of the same are one [`Cell`], so that ten thousand claims cost ten thousand
//! look-ups and not fifty million comparisons.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::days::is_dateline;
use super::sets;
use super::wording::telling_order;
use crate::model::{Change, Claim, ClaimIx, Corpus, EntityIx, Fact, FactIx, Reading, Series};

/// Answers that are compared with each other.
pub struct Question<'a> {
    /// The project.
    pub corpus: &'a Corpus,
    /// The fact whose kind decides the rules.
    pub fact: &'a Fact,
    /// Equal answers together, in the order in which they are told.
    pub cells: Vec<Cell>,
    /// The order in which the claims are told.
    pub rank: BTreeMap<ClaimIx, usize>,
}

impl Question<'_> {
    /// Whether the answers are figures of a running total.
    pub fn is_cumulative(&self) -> bool {
        self.fact.kind.series() == Some(Series::Cumulative)
    }
}

/// Claims that say the same of the same, in the order in which they are told.
pub struct Cell {
    /// The claims; never empty.
    pub claims: Vec<ClaimIx>,
    /// Those that a record lists: one of each source before a second of any.
    pub listed: Vec<ClaimIx>,
}

/// How many claims of one answer a record lists on one side; it stands for the others all the same.
pub const LISTED_CLAIMS: usize = 64;

impl Cell {
    /// The claim that stands for the others.
    pub fn first(&self) -> ClaimIx {
        self.claims[0]
    }
}

/// The questions of a group: one, or one for each part.
pub fn questions<'a>(corpus: &'a Corpus, group: &[FactIx]) -> Vec<Question<'a>> {
    let Some(&first) = group.first() else { return Vec::new() };
    let mut parts: BTreeMap<Option<EntityIx>, Vec<ClaimIx>> = BTreeMap::new();
    for &ix in group.iter().flat_map(|&fact| &corpus[fact].claims) {
        parts.entry(corpus[ix].part).or_default().push(ix);
    }
    parts.into_values().map(|claims| question(corpus, &corpus[first], claims)).collect()
}

fn question<'a>(corpus: &'a Corpus, fact: &'a Fact, mut claims: Vec<ClaimIx>) -> Question<'a> {
    telling_order(corpus, &mut claims);
    let rank = claims.iter().enumerate().map(|(rank, &ix)| (ix, rank)).collect();
    Question { corpus, fact, cells: cells(corpus, claims), rank }
}

fn cells(corpus: &Corpus, claims: Vec<ClaimIx>) -> Vec<Cell> {
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    let mut cells: Vec<Cell> = Vec::new();
    for ix in claims {
        let position = *positions.entry(key(corpus, &corpus[ix])).or_insert(cells.len());
        match cells.get_mut(position) {
            Some(cell) => cell.claims.push(ix),
            None => cells.push(Cell { claims: vec![ix], listed: Vec::new() }),
        }
    }
    cells.iter_mut().for_each(|cell| cell.listed = listed(corpus, &cell.claims));
    cells
}

/// The first claim of each source, then the others, as far as a record lists them.
fn listed(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<ClaimIx> {
    let mut seen = BTreeSet::new();
    let (first, more): (Vec<ClaimIx>, Vec<ClaimIx>) =
        claims.iter().partition(|&&ix| seen.insert(corpus[ix].source));
    first.into_iter().chain(more).take(LISTED_CLAIMS).collect()
}

/// All that the rules look at, apart from who says it.
fn key(corpus: &Corpus, claim: &Claim) -> String {
    let mut key = answer_key(claim);
    let as_of = claim.as_of.as_ref().map(|day| (&day.spans, day.year_known));
    let dateline = is_dateline(corpus, claim);
    write!(key, " {:?} {as_of:?} {:?} {:?} {dateline}", claim.scope, claim.worded, claim.complete)
        .expect("writing into a string cannot fail");
    key
}

/// The answer alone, so that two claims with one key say the same.
pub fn answer_key(claim: &Claim) -> String {
    match &claim.reading {
        Reading::Quantity(quantity) => {
            let n = &quantity.number;
            let is_fall = if n.change == Some(Change::Fall) { " fall" } else { "" };
            format!(
                "{:?} {} {} {:?} {:?} {}{is_fall}",
                n.hedge, n.low, n.high, n.plausible, n.currency, n.percent
            )
        }
        Reading::Date(day) => {
            let flags = (day.year_known, day.approximate, day.uncertain);
            format!("{:?} {:?} {flags:?}", day.shape, day.spans)
        }
        Reading::Entity(entity) => format!("{entity:?} {}", claim.compared_words()),
        Reading::Set(items) => format!("{:?}", sets::keys(items)),
        Reading::Position(position) => position.to_string(),
        Reading::Text => claim.words.clone(),
        Reading::YesNo(yes) => yes.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::findings;
    use crate::check::summary::Disputes;
    use crate::check::testing::*;
    use crate::model::FactIx;

    /// Two facts that ask the same.
    fn joined() -> Case {
        let case = Case::of(people()).says("alpha", "271").fact("elsewhere", people()).says("bravo", "293");
        case.where_fact(|fact| fact.same_as = Some(FactIx(0)))
    }

    #[test]
    fn joined_facts_are_compared_once_and_the_record_has_both() {
        let found = findings(&joined().corpus);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].facts, [FactIx(0), FactIx(1)]);
    }

    #[test]
    fn a_dispute_is_one_of_both_facts() {
        let case = joined();
        let found = findings(&case.corpus);
        let disputes = Disputes::new(&case.corpus, &found);
        assert!((0..2).all(|ix| disputes.of(FactIx(ix), None).next().is_some()));
    }

    #[test]
    fn facts_that_are_not_joined_are_not_compared() {
        let case = Case::of(people()).says("alpha", "271").fact("elsewhere", people()).says("bravo", "293");
        assert!(findings(&case.corpus).is_empty());
    }

    #[test]
    fn a_circle_of_joined_facts_ends() {
        let mut case = joined();
        case.corpus.facts[0].same_as = Some(FactIx(1));
        findings(&case.corpus);
    }
}
