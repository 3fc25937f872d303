//! The page of an event or a question; entry points [`event`] and [`question`].

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::agreement::{self, Questions};
use super::briefing::{KeyFigure, key_figure};
use super::discrepancies;
use super::discrepancy::{Line, line, lines_by_dispute};
use super::fact::{FactView, basis};
use super::figure::{self, Figure, Plotted};
use super::parts::{self, Part};
use super::prose::{Block, Citations};
use super::sheet::{self, Dated, SourceRow};
use super::{Here, Link};
use crate::language::Key;
use crate::model::{FactIx, FactKind, Severity, SheetIx};
use crate::plan::{self, Division, Listing, Route};

/// An event or a question, in the order of the contract.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EventView {
    /// Whether it is an event, which happened, or a question.
    pub is_event: bool,
    /// Its index page.
    pub index: Link,
    /// When: the curator's reading, or every answer where the sources contradict each other.
    pub date: Option<String>,
    /// The question of the date, where it is disputed.
    pub date_dispute: Option<Link>,
    /// Where.
    pub places: Vec<Link>,
    /// The question of the places, where it is disputed.
    pub places_dispute: Option<Link>,
    /// Free labels.
    pub tags: Vec<Link>,
    /// The figures that the summary tells.
    pub key_figures: Vec<KeyFigure>,
    /// The questions that several sources answer, contradictions first.
    pub asked: Option<Questions>,
    /// How many questions stand below only, answered in words that nothing compares.
    pub n_uncompared: usize,
    /// How many of the disputes are of the gravest kind.
    pub n_major: usize,
    /// What happened.
    pub summary: Vec<Block>,
    /// How many sources and origins report.
    pub basis: String,
    /// The questions and answers.
    pub facts: Vec<FactView>,
    /// How many questions there are.
    pub n_facts: usize,
    /// The pages among which very many questions are divided.
    pub parts: Vec<Part>,
    /// The records of all its discrepancies.
    pub full_list: String,
    /// Where the sources disagree: contradictions and variant names.
    pub disputes: Vec<Line>,
    /// How many of these there are.
    pub n_disputes: usize,
    /// In how many records they are told: several records can be about one matter.
    pub n_records: usize,
    /// The questions that have more than are shown, each leading to all of its own.
    pub more: Vec<More>,
    /// How many differences there are in which no answer rules another out.
    pub n_others: usize,
    /// The charts.
    pub figures: Vec<Figure>,
    /// Where its places are, where any has coordinates.
    pub map: Option<Figure>,
    /// The dates that sources state.
    pub dated: Vec<Dated>,
    /// The sources.
    pub sources: Vec<SourceRow>,
    /// How many sources there are.
    pub n_sources: usize,
    /// The pages among which very many sources are divided.
    pub source_parts: Vec<Part>,
}

/// The disagreements on one question, or on one part of it, that are listed elsewhere only.
#[derive(Debug, JsonSchema, Serialize)]
pub struct More {
    /// The page that lists all of them, under the question.
    pub link: Link,
    /// How many are not shown here.
    pub n: usize,
}

/// Of a question that sixty sources answer, hundreds of pairs disagree: so many of them are shown here.
const N_SHOWN: usize = 3;

/// The most lines of disagreements, and of questions with more of them, on a page.
const N_LINES_MAX: usize = 60;

/// The most figures beside when and where.
const N_FIGURES_MAX: usize = 3;

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
    let findings = here.edition.findings;
    let is_headline = |i: &usize| findings[*i].class.is_dispute();
    let (disputes, others): (Vec<usize>, Vec<usize>) =
        here.edition.of_sheet(ix).into_iter().partition(is_headline);
    let (shown, more) = shown(here, ix, &disputes);
    let articles = sheet::articles(here, ix);
    let is_major = |i: &usize| findings[*i].severity == Severity::Major;
    let major: Vec<usize> = disputes.iter().copied().filter(is_major).collect();
    let mut citations = Citations::new(here);
    let summary = citations.blocks(&sheet.summary, 3);
    let facts = sheet::facts(here, ix, citations.facts());
    EventView {
        is_event: false,
        index: here.link(here.say(Key::Questions), "questions/index.html"),
        date: sheet::date(here, ix),
        date_dispute: sheet::date_dispute(here, ix),
        places_dispute: sheet::places_dispute(here, ix),
        places: sheet.places.iter().map(|&place| here.entity(place)).collect(),
        tags: sheet.tags.iter().map(|tag| here.link(tag, plan::tag_route(tag).as_str())).collect(),
        key_figures: key_figures(here, citations.facts()),
        asked: agreement::of_sheet(here, ix, &articles),
        n_uncompared: sheet.facts.iter().filter(|&&fact| is_uncompared(here, fact)).count(),
        n_major: here.edition.headline(&major),
        summary,
        basis: basis(here, articles.len(), here.edition.origins(&articles)),
        facts,
        n_facts: sheet.facts.len(),
        parts: parts::parts(here, Listing::Asked(ix)),
        full_list: discrepancies::list_of_sheet(here, ix),
        disputes: lines_by_dispute(here, &shown),
        n_disputes: here.edition.headline(&disputes),
        n_records: disputes.len(),
        more,
        n_others: others.len(),
        figures: figure::of_sheet(here, ix),
        map: figure::figure(here, Plotted::Places(ix)),
        dated: sheet::dated(here, ix),
        sources: sheet::witnesses(here, ix),
        n_sources: articles.len(),
        source_parts: parts::parts(here, Listing::Witnesses(ix)),
    }
}

fn is_uncompared(here: Here<'_>, fact: FactIx) -> bool {
    here.edition.corpus[fact].kind == FactKind::Text && here.edition.sources_of(fact).len() > 1
}

/// The first figures that the prose of a page cites.
fn key_figures(here: Here<'_>, cited: &[FactIx]) -> Vec<KeyFigure> {
    let corpus = here.edition.corpus;
    let is_figure = |ix: &FactIx| corpus[*ix].kind.is_figure() && corpus[*ix].by.is_none();
    let figures = cited.iter().copied().filter(is_figure).filter_map(|ix| key_figure(here, ix));
    figures.take(N_FIGURES_MAX).collect()
}

/// The disagreements that a page shows, and what it leaves to the lists of them: nothing, unless the
/// sheet has lists by question.
fn shown(here: Here<'_>, ix: SheetIx, disputes: &[usize]) -> (Vec<usize>, Vec<More>) {
    let corpus = here.edition.corpus;
    let is_divided = |&i: &usize| plan::division(&here.edition.findings[i]) >= Division::Question;
    if !disputes.iter().any(is_divided) {
        return (disputes.to_vec(), Vec::new());
    }
    let own = || plan::discrepancies_route(corpus, ix);
    let mut pages: BTreeMap<Route, Vec<usize>> = BTreeMap::new();
    for &i in disputes {
        let routes = plan::record_routes(corpus, &here.edition.findings[i]);
        pages.entry(routes.into_iter().take(3).next_back().unwrap_or_else(own)).or_default().push(i);
    }
    let kept: BTreeSet<usize> = pages.values().flat_map(|own| own.iter().copied().take(N_SHOWN)).collect();
    let more = pages.iter().filter(|(_, own)| own.len() > N_SHOWN).map(|(route, own)| More {
        link: here.link(line(here, &here.edition.findings[own[0]]).fact.text, route.as_str()),
        n: own.len() - N_SHOWN,
    });
    let kept = disputes.iter().copied().filter(|i| kept.contains(i)).take(N_LINES_MAX);
    (kept.collect(), more.take(N_LINES_MAX).collect())
}
