//! The disputes in a table, a row each: the question, who says what on either side, how grave it is and where it
//! stands; entry point [`rows`].

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{sheet_key, source_keys};
use super::speakers::speakers;
use super::terms::{self, Term};
use super::{Here, Link, dispute_title, readings};
use crate::language::Key;
use crate::model::{ClaimIx, Finding};
use crate::plan;

/// A dispute in a row.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DisputeRow {
    /// Its permanent id, where the record stands on another page; else the record has it.
    pub id: Option<String>,
    /// The record, under its question.
    pub record: Link,
    /// The sheet concerned.
    pub sheet: String,
    /// What kind of difference it is.
    pub class: Term,
    /// How much it matters.
    pub severity: Term,
    /// Where a ruling leaves it, or that there is none.
    pub state: String,
    /// The sides: the first, and all that stand against it.
    pub sides: Vec<RowSide>,
    /// The sheet, for filters.
    pub sheet_key: String,
    /// The sources, for filters.
    pub source_keys: String,
}

/// One side of a dispute.
#[derive(Debug, JsonSchema, Serialize)]
pub struct RowSide {
    /// Who says so.
    pub speakers: String,
    /// What they say.
    pub words: Vec<Said>,
}

/// An answer in a table.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Said {
    /// The answer.
    pub words: String,
    /// Whether those are the editors' words, not the source's.
    pub is_label: bool,
}

/// The most different wordings of a side.
const N_WORDINGS_MAX: usize = 2;

/// Disputes in rows, in this order.
pub fn rows(here: Here<'_>, positions: &[usize]) -> Vec<DisputeRow> {
    positions.iter().map(|&i| row(here, &here.edition.findings[i])).collect()
}

fn row(here: Here<'_>, finding: &Finding) -> DisputeRow {
    let (corpus, language) = (here.edition.corpus, here.edition.language);
    let is_elsewhere = plan::record_route(corpus, finding) != *here.route;
    DisputeRow {
        id: is_elsewhere.then(|| finding.id.to_string()),
        record: Link {
            text: dispute_title::question(here, finding),
            href: here.to(&plan::finding_href(corpus, finding)),
        },
        sheet: here.sheet(finding.sheet).text,
        class: terms::finding(language, finding),
        severity: terms::severity(language, finding.severity),
        state: match finding.ruling {
            Some(ruling) => terms::status(language, &corpus[ruling]).label,
            None => here.say(Key::StateNoRuling),
        },
        sides: finding.sides.iter().map(|side| row_side(here, side)).collect(),
        sheet_key: sheet_key(corpus, finding.sheet),
        source_keys: source_keys(corpus, finding),
    }
}

fn row_side(here: Here<'_>, side: &[ClaimIx]) -> RowSide {
    let mut words: Vec<Said> = Vec::new();
    for claim in side.iter().map(|&ix| &here.edition.corpus[ix]) {
        let mut own = readings::headline(here, claim);
        if let Some(doubts) = claim.reading.date().and_then(|date| here.edition.language.doubts(date)) {
            own = format!("{own} ({doubts})");
        }
        if words.len() < N_WORDINGS_MAX && !words.iter().any(|said| said.words == own) {
            words.push(Said { words: own, is_label: readings::is_label(claim) });
        }
    }
    RowSide { speakers: speakers(here, side), words }
}
