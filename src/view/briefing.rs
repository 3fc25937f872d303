//! The generated briefing; entry point [`briefing`].

use serde::Serialize;

use super::discrepancies::{Total, totals};
use super::discrepancy::{DiscrepancyView, full};
use super::fact::basis;
use super::figure::{self, Figure};
use super::prose::{Citations, Note};
use super::sheet::range_of_reports;
use super::source::{SourceEntry, index};
use super::terms::Term;
use super::timeline::{Moment, moments};
use super::unknown::{Unknown, unknown};
use super::{Here, Link, fact, frame, readings};
use crate::model::{Class, FactIx, FactKind, Severity, SheetKind};

/// The most open disputes that a briefing shows in full; the others are counted.
const MOST_DISPUTES: usize = 5;

/// The most key figures that a briefing shows.
const MOST_FIGURES: usize = 8;

/// The generated briefing.
#[derive(Debug, Serialize)]
pub struct BriefingView {
    /// What the edition is about.
    pub standfirst: String,
    /// The day it speaks for.
    pub as_of: Option<String>,
    /// Two to five sentences, as HTML.
    pub highlights: Vec<String>,
    /// The author's prose, as HTML.
    pub body: String,
    /// Key figures as ranges of reports.
    pub key_figures: Vec<KeyFigure>,
    /// The most serious open disputes.
    pub disputes: Vec<DiscrepancyView>,
    /// How many disputes of that weight are not shown.
    pub n_more: usize,
    /// Contradictions and variant names in the whole edition.
    pub n_headline: usize,
    /// How many of each class.
    pub totals: Vec<Total>,
    /// What is not known.
    pub unknown: Vec<Unknown>,
    /// Dated events.
    pub timeline: Vec<Moment>,
    /// The charts.
    pub figures: Vec<Figure>,
    /// The sources.
    pub sources: Vec<SourceEntry>,
    /// How many there are, and how many are independent.
    pub basis: String,
    /// How many events, questions, claims and quotes the edition rests on.
    pub scale: Scale,
    /// The facts that the prose cites.
    pub notes: Vec<Note>,
    /// How to cite the page.
    pub citation: String,
}

/// How much the edition rests on.
#[derive(Debug, Serialize)]
pub struct Scale {
    /// Events.
    pub n_events: usize,
    /// Questions.
    pub n_questions: usize,
    /// Claims.
    pub n_claims: usize,
    /// Claims whose quote was found in its source.
    pub n_verified: usize,
}

/// A figure as a range of reports.
#[derive(Debug, Serialize)]
pub struct KeyFigure {
    /// The question.
    pub fact: Link,
    /// The sheet that asks.
    pub sheet: Link,
    /// The smallest and the largest report, in the sources' words.
    pub range: String,
    /// What is counted.
    pub unit: String,
    /// How many sources and origins report it.
    pub basis: String,
    /// How the reports stand to each other.
    pub verdict: Term,
}

/// The generated briefing.
pub fn briefing(here: Here<'_>) -> BriefingView {
    let edition = here.edition;
    let corpus = edition.corpus;
    let mut citations = Citations::beginning_with(here, &[]);
    let notes = corpus.briefing.as_ref();
    let highlights = notes.map_or(&[][..], |notes| &notes.highlights);
    let highlights = highlights.iter().map(|prose| citations.inline_html(prose)).collect();
    let body = notes.map(|notes| citations.html(&notes.body)).unwrap_or_default();
    let (disputes, n_more) = disputes(here);
    let sources = index(here);
    BriefingView {
        standfirst: corpus.settings.description.clone(),
        as_of: frame::as_of(edition).map(|(words, _)| words),
        highlights,
        body,
        key_figures: key_figures(here),
        disputes,
        n_more,
        n_headline: edition.headline(&edition.discrepancies),
        totals: totals(here),
        unknown: unknown(here),
        timeline: moments(here),
        figures: figure::timeline(here),
        sources: sources.sources,
        basis: sources.basis,
        scale: scale(here),
        notes: citations.notes(),
        citation: citation(here),
    }
}

/// The disputes that a briefing shows: contradictions that no ruling settles, most serious first.
fn disputes(here: Here<'_>) -> (Vec<DiscrepancyView>, usize) {
    let corpus = here.edition.corpus;
    let open: Vec<_> = here
        .edition
        .discrepancies
        .iter()
        .map(|&i| &here.edition.findings[i])
        .filter(|finding| finding.class == Class::Contradict && finding.severity >= Severity::Moderate)
        .filter(|finding| {
            finding.ruling.is_none_or(|ruling| corpus[ruling].status == crate::model::RulingStatus::Open)
        })
        .collect();
    let shown = open.iter().take(MOST_DISPUTES).map(|finding| full(here, finding)).collect();
    (shown, open.len().saturating_sub(MOST_DISPUTES))
}

/// The figures that most sources report, disputed ones first, in the order of the edition.
fn key_figures(here: Here<'_>) -> Vec<KeyFigure> {
    let corpus = here.edition.corpus;
    let mut ranked: Vec<(usize, usize, FactIx)> = (0..corpus.facts.len() as u32)
        .map(FactIx)
        .filter(|&ix| is_figure(&corpus[ix].kind) && corpus[ix].by.is_none())
        .filter(|&ix| !matches!(corpus[corpus[ix].sheet].kind, SheetKind::Entity(_)))
        .map(|ix| (here.edition.sources_of(ix).len(), here.edition.of_fact(ix).len(), ix))
        .collect();
    ranked.sort_by_key(|&(n_sources, n_disputes, ix)| (std::cmp::Reverse((n_sources, n_disputes)), ix));
    ranked.truncate(MOST_FIGURES);
    ranked.into_iter().filter_map(|(_, _, ix)| key_figure(here, ix)).collect()
}

fn key_figure(here: Here<'_>, ix: FactIx) -> Option<KeyFigure> {
    let corpus = here.edition.corpus;
    let sources = here.edition.sources_of(ix);
    Some(KeyFigure {
        fact: here.fact(ix),
        sheet: here.sheet(corpus[ix].sheet),
        range: range_of_reports(here, ix)?,
        unit: readings::kind(corpus, &corpus[ix]),
        basis: basis(sources.len(), here.edition.origins(&sources)),
        verdict: fact::verdict(here, ix),
    })
}

fn is_figure(kind: &FactKind) -> bool {
    match kind {
        FactKind::Count { .. } | FactKind::Money { .. } | FactKind::Percent { .. } => true,
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => false,
    }
}

fn scale(here: Here<'_>) -> Scale {
    let corpus = here.edition.corpus;
    let sheets = |kind| corpus.sheets.iter().filter(|sheet| sheet.kind == kind).count();
    Scale {
        n_events: sheets(SheetKind::Event),
        n_questions: sheets(SheetKind::Question),
        n_claims: corpus.claims.len(),
        n_verified: corpus.claims.iter().filter(|claim| super::claim::is_verified(claim)).count(),
    }
}

/// Publisher, title, date and address, as a bibliography wants them.
fn citation(here: Here<'_>) -> String {
    let settings = &here.edition.corpus.settings;
    let publisher = settings.publisher.as_ref().map(|publisher| format!("{}. ", publisher.name));
    let as_of = frame::as_of(here.edition).map(|(words, _)| format!(" As of {words}."));
    let address = settings.base_url.as_ref().map(|base| format!(" {base}"));
    let parts = [publisher, Some(format!("{}.", settings.title)), as_of, address];
    parts.into_iter().flatten().collect()
}
