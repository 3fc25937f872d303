//! The page of an event or a question; entry points [`event`] and [`question`].

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancies;
use super::discrepancy::{Line, lines};
use super::fact::{FactView, basis};
use super::figure::{self, Figure};
use super::prose::{Block, Citations};
use super::sheet::{self, Dated, SourceRow};
use super::terms::{SINGLE, Term};
use super::{Here, Link};
use crate::language::Key;
use crate::model::SheetIx;

/// An event or a question, in the order of the contract.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EventView {
    /// Whether it is an event, which happened, or a question.
    pub is_event: bool,
    /// Its index page.
    pub index: Link,
    /// When, by the curator's reading.
    pub date: Option<String>,
    /// Where.
    pub places: Vec<Link>,
    /// Free labels.
    pub tags: Vec<String>,
    /// What happened.
    pub summary: Vec<Block>,
    /// How many sources and origins report.
    pub basis: String,
    /// The questions and answers.
    pub facts: Vec<FactView>,
    /// The marks beside the questions, with what they mean.
    pub legend: Vec<Term>,
    /// The records of all its discrepancies.
    pub full_list: String,
    /// Where the sources disagree: contradictions and variant names.
    pub disputes: Vec<Line>,
    /// Differences in which no answer rules another out.
    pub others: Vec<Line>,
    /// The charts.
    pub figures: Vec<Figure>,
    /// The dates that sources state.
    pub dated: Vec<Dated>,
    /// The sources.
    pub sources: Vec<SourceRow>,
}

/// The page of an event.
pub fn event(here: Here<'_>, ix: SheetIx) -> EventView {
    EventView {
        is_event: true,
        index: here.link(here.say(Key::Events), "events/index.html"),
        ..question(here, ix)
    }
}

/// The page of a question.
pub fn question(here: Here<'_>, ix: SheetIx) -> EventView {
    let sheet = &here.edition.corpus[ix];
    let all = lines(here, &here.edition.of_sheet(ix));
    let (disputes, others): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|line| line.headline);
    let articles = sheet::articles(here, ix);
    let mut citations = Citations::new(here);
    let summary = citations.blocks(&sheet.summary, 3);
    let facts = sheet::facts(here, ix, citations.facts());
    EventView {
        is_event: false,
        index: here.link(here.say(Key::Questions), "questions/index.html"),
        date: sheet::date(here, ix),
        places: sheet.places.iter().map(|&place| here.entity(place)).collect(),
        tags: sheet.tags.clone(),
        summary,
        basis: basis(here, articles.len(), here.edition.origins(&articles)),
        legend: legend(&facts),
        facts,
        full_list: discrepancies::list_of_sheet(here, ix),
        disputes,
        others,
        figures: figure::of_sheet(here, ix),
        dated: sheet::dated(here, ix),
        sources: sheet::witnesses(here, ix),
    }
}

/// Every mark that stands beside a question of the page, once.
fn legend(facts: &[FactView]) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let marks = |fact: &FactView| fact.marks.iter().map(|mark| mark.class.clone()).collect::<Vec<_>>();
    for term in facts.iter().flat_map(|fact| marks(fact).into_iter().chain([fact.verdict.clone()])) {
        if term.id != SINGLE && !terms.iter().any(|known| known.id == term.id) {
            terms.push(term);
        }
    }
    terms
}
