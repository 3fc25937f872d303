//! Some of the answers of a sheet whose answers are too many for its page; entry points [`questions`] and
//! [`claims`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{ClaimView, claim};
use super::days::{Lettered, claims_of, lettered};
use super::fact::{FactView, fact};
use super::figure::{self, Figure};
use super::{Here, Link, parts};
use crate::model::{ClaimIx, FactIx, SheetIx};
use crate::plan::{self, ListPart};

/// Whole questions of a sheet, or some of the answers to one.
#[derive(Debug, JsonSchema, Serialize)]
pub struct AnswersView {
    /// The sheet that asks.
    pub sheet: Link,
    /// The part before.
    pub before: Option<Link>,
    /// The part after.
    pub after: Option<Link>,
    /// Whole questions with their answers.
    pub facts: Vec<FactView>,
    /// The one question whose answers are shown, with all its parts.
    pub fact: Option<Link>,
    /// Those answers.
    pub claims: Vec<ClaimView>,
    /// The charts of the questions.
    pub figures: Vec<Figure>,
    /// The sources of the answers, by their letters.
    pub sources: Vec<Lettered>,
}

/// Some questions of a sheet.
pub fn questions(here: Here<'_>, sheet: SheetIx, part: &ListPart) -> AnswersView {
    let corpus = here.edition.corpus;
    let facts: Vec<FactIx> = part.members.iter().map(|&i| FactIx(i)).collect();
    let shown = facts.iter().filter(|&&fact| !plan::is_spread(corpus, fact));
    let claims: Vec<ClaimIx> = shown.flat_map(|&fact| corpus[fact].claims.iter().copied()).collect();
    AnswersView {
        facts: facts.iter().map(|&ix| fact(here, ix, &[])).collect(),
        fact: None,
        claims: Vec::new(),
        figures: figure::of_facts(here, sheet, &facts),
        ..around(here, sheet, part, &claims)
    }
}

/// Some of the answers to one question.
pub fn claims(here: Here<'_>, fact: FactIx, part: &ListPart) -> AnswersView {
    let claims = claims_of(part);
    AnswersView {
        fact: Some(here.fact(fact)),
        claims: claims.iter().map(|&ix| claim(here, ix)).collect(),
        ..around(here, here.edition.corpus[fact].sheet, part, &claims)
    }
}

/// What stands around answers.
fn around(here: Here<'_>, sheet: SheetIx, part: &ListPart, claims: &[ClaimIx]) -> AnswersView {
    let (before, after) = parts::beside(here, part);
    AnswersView {
        sheet: here.sheet(sheet),
        before,
        after,
        facts: Vec::new(),
        fact: None,
        claims: Vec::new(),
        figures: Vec::new(),
        sources: lettered(here, sheet, claims),
    }
}
