//! The page of an event or a question; entry points [`event`] and [`question`].

use serde::Serialize;

use super::discrepancy::{Line, lines};
use super::fact::{FactView, basis};
use super::figure::{Figure, of_facts};
use super::prose::Citations;
use super::sheet::{self, Dated, SourceRow};
use super::{Here, Link};
use crate::model::SheetIx;

/// An event or a question, in the order of the contract.
#[derive(Debug, Serialize)]
pub struct EventView {
    /// `Event` or `Question`.
    pub kind: &'static str,
    /// Its index page.
    pub index: Link,
    /// Its id.
    pub id: String,
    /// When, by the curator's reading.
    pub date: Option<String>,
    /// Where.
    pub places: Vec<Link>,
    /// Free labels.
    pub tags: Vec<String>,
    /// What happened, as HTML.
    pub summary: String,
    /// How many sources and origins report.
    pub basis: String,
    /// The questions and answers.
    pub facts: Vec<FactView>,
    /// Where the sources disagree.
    pub disputes: Vec<Line>,
    /// How many of them count in the headline.
    pub n_headline: usize,
    /// The charts.
    pub figures: Vec<Figure>,
    /// The dates that sources state.
    pub dated: Vec<Dated>,
    /// The sources.
    pub sources: Vec<SourceRow>,
}

/// The page of an event.
pub fn event(here: Here<'_>, ix: SheetIx) -> EventView {
    EventView { kind: "Event", index: here.link("Events", "events/index.html"), ..question(here, ix) }
}

/// The page of a question.
pub fn question(here: Here<'_>, ix: SheetIx) -> EventView {
    let sheet = &here.edition.corpus[ix];
    let disputes = here.edition.of_sheet(ix);
    let articles = sheet::articles(here, ix);
    EventView {
        kind: "Question",
        index: here.link("Questions", "questions/index.html"),
        id: sheet.id.to_string(),
        date: sheet::date(here, ix),
        places: sheet.places.iter().map(|&place| here.entity(place)).collect(),
        tags: sheet.tags.clone(),
        summary: Citations::beginning_with(here, &sheet.facts).html(&sheet.summary),
        basis: basis(articles.len(), here.edition.origins(&articles)),
        facts: sheet::facts(here, ix),
        n_headline: here.edition.headline(&disputes),
        disputes: lines(here, &disputes),
        figures: of_facts(here, &sheet.facts),
        dated: sheet::dated(here, ix),
        sources: sheet::witnesses(here, ix),
    }
}
