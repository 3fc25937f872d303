//! The generated briefing; entry point [`briefing`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{DiscrepancyView, full};
use super::dispute_counts::{Total, totals};
use super::fact::basis;
use super::figure::{self, Figure, Plotted};
use super::prose::{Block, Citations, Note};
use super::source_index::{self, SourceEntry};
use super::speakers::speakers;
use super::terms::Term;
use super::timeline::{Moment, moments};
use super::unknown::{Unknown, unknown};
use super::{Here, Link, claim, fact, frame, readings};
use crate::check;
use crate::check::summary::ReportRange;
use crate::language::Key;
use crate::model::{
    Article, ClaimIx, Class, DateValue, Fact, FactIx, FactKind, Finding, FindingId, RulingStatus, Severity,
    SheetKind,
};

/// The most open disputes that a briefing shows in full; the others are counted.
const MOST_DISPUTES: usize = 6;

/// The most claims of each side of a dispute; its record names the others.
const MOST_CLAIMS: usize = 3;

/// The most key figures that a briefing shows: one that leads, and four.
const MOST_FIGURES: usize = 5;

/// A briefing whose newest source is older than this says so.
const DAYS_UNTIL_STALE: usize = 31;

/// The most events and the most sources that a briefing lists; their own pages list all.
const MOST_LISTED: usize = 30;

/// The most ranges of one key figure; a figure with more scopes has its own page.
const MOST_RANGES: usize = 2;

/// The generated briefing.
#[derive(Debug, JsonSchema, Serialize)]
pub struct BriefingView {
    /// What the edition is about.
    pub standfirst: String,
    /// The day it speaks for.
    pub as_of: Option<String>,
    /// How old the newest source is on that day, where that is more than a month.
    pub stale: Option<String>,
    /// Two to five sentences, as HTML.
    pub highlights: Vec<String>,
    /// The author's prose.
    pub body: Vec<Block>,
    /// Key figures as ranges of reports.
    pub key_figures: Vec<KeyFigure>,
    /// The range of reports of the first, drawn.
    pub lead: Option<Figure>,
    /// The most serious open disputes.
    pub disputes: Vec<DiscrepancyView>,
    /// What is said where no dispute is shown.
    pub no_disputes: String,
    /// How many disputes of that weight are not shown.
    pub n_more: usize,
    /// How many disputes the whole edition has.
    pub n_headline: usize,
    /// How many of each class.
    pub totals: Vec<Total>,
    /// What is not known.
    pub unknown: Unknown,
    /// Dated events.
    pub timeline: Vec<Moment>,
    /// How many events have no date.
    pub n_undated: usize,
    /// The sources.
    pub sources: Vec<SourceEntry>,
    /// How many there are, and how many are independent.
    pub basis: String,
    /// How many events, questions, claims and quotes the edition rests on, and how it was made.
    pub how_we_know: String,
    /// The facts that the prose cites.
    pub notes: Vec<Note>,
    /// How to cite the page.
    pub citation: String,
    /// Whom to write to: the publisher, else where the source files are, else what the edition says of itself.
    pub contact: Option<Link>,
}

/// A figure as a range of reports.
#[derive(Debug, JsonSchema, Serialize)]
pub struct KeyFigure {
    /// The question.
    pub fact: Link,
    /// The sheet that asks.
    pub sheet: Link,
    /// The ranges of reports, one for each scope.
    pub ranges: Vec<Range>,
    /// What is counted.
    pub unit: Option<String>,
    /// How the reports stand to each other.
    pub verdict: Term,
}

/// The smallest and the largest report of one scope.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Range {
    /// Both, in the sources' words.
    pub words: String,
    /// What they are about, where that differs from the question.
    pub scope: Vec<String>,
    /// How many sources and origins report them, where there are several.
    pub basis: Option<String>,
    /// Whose word they are.
    pub speakers: String,
}

/// The generated briefing.
pub fn briefing(here: Here<'_>) -> BriefingView {
    let edition = here.edition;
    let corpus = edition.corpus;
    let mut citations = Citations::new(here);
    let notes = corpus.briefing.as_ref();
    let highlights = notes.map_or(&[][..], |notes| &notes.highlights);
    let highlights = highlights.iter().map(|prose| citations.inline_html(prose)).collect();
    let body = notes.map(|notes| citations.blocks(&notes.body, 3)).unwrap_or_default();
    let (shown, n_more) = disputes(here);
    let told: BTreeSet<FindingId> = shown.iter().filter_map(|finding| finding.dispute.clone()).collect();
    let figures = key_figures(here, citations.facts());
    let lead = figures.first().and_then(|&ix| lead(here, ix, &body));
    let (sources, basis) = source_index::briefly(here, MOST_LISTED);
    let (mut timeline, undated): (Vec<Moment>, Vec<Moment>) =
        moments(here).into_iter().partition(|moment| moment.date.is_some());
    // The latest are what a reader of news asks for.
    timeline.drain(..timeline.len().saturating_sub(MOST_LISTED));
    BriefingView {
        standfirst: corpus.settings.description.clone(),
        as_of: frame::as_of(edition).map(|(words, _)| words),
        stale: stale(here),
        highlights,
        body,
        key_figures: figures.into_iter().filter_map(|ix| key_figure(here, ix)).collect(),
        lead,
        disputes: shown.into_iter().map(|finding| briefly(full(here, finding))).collect(),
        no_disputes: no_disputes(here),
        n_more,
        n_headline: edition.headline(&edition.discrepancies),
        totals: totals(here, &edition.discrepancies),
        unknown: unknown(here, &told),
        timeline,
        n_undated: undated.len(),
        sources,
        how_we_know: how_we_know(here, &basis),
        basis,
        notes: citations.notes(),
        citation: citation(here),
        contact: contact(here),
    }
}

/// The disputes that a briefing shows: contradictions that no ruling settles, most serious first,
/// each about another matter than those before it.
fn disputes<'a>(here: Here<'a>) -> (Vec<&'a Finding>, usize) {
    let corpus = here.edition.corpus;
    let open: Vec<_> = here
        .edition
        .discrepancies
        .iter()
        .map(|&i| &here.edition.findings[i])
        .filter(|finding| finding.class == Class::Contradict && finding.severity >= Severity::Moderate)
        .filter(|finding| finding.ruling.is_none_or(|ruling| corpus[ruling].status == RulingStatus::Open))
        .collect();
    let mut told: BTreeSet<&FindingId> = BTreeSet::new();
    let mut shown: Vec<&Finding> = Vec::new();
    for &finding in &open {
        let is_new = finding.dispute.as_ref().is_some_and(|dispute| told.insert(dispute));
        if is_new && shown.len() < MOST_DISPUTES {
            shown.push(finding);
        }
    }
    let n_more = told.len() - shown.len();
    (shown, n_more)
}

/// A dispute with the first claims of each side.
fn briefly(mut dispute: DiscrepancyView) -> DiscrepancyView {
    for side in &mut dispute.sides {
        let n_cut = side.claims.len().saturating_sub(MOST_CLAIMS);
        // One more takes no more room than saying so.
        if n_cut > 1 {
            side.claims.truncate(MOST_CLAIMS);
            side.n_more += n_cut;
        }
    }
    dispute
}

/// Only weighty disputes are shown, so that slight ones may be open where none is.
fn no_disputes(here: Here<'_>) -> String {
    let edition = here.edition;
    let is_open = |&i: &usize| {
        let Finding { class, ruling, .. } = &edition.findings[i];
        let is_ruled = ruling.is_some_and(|ruling| edition.corpus[ruling].status != RulingStatus::Open);
        *class == Class::Contradict && !is_ruled
    };
    let is_any_open = edition.discrepancies.iter().any(is_open);
    here.say(match (edition.corpus.articles.len(), is_any_open) {
        (0 | 1, false) => Key::OneSourceOnly,
        (_, true) => Key::NoHeavyDisputes,
        (_, false) => Key::NoDisputes,
    })
}

/// The reports of the leading figure side by side, unless there is one only or the prose shows them.
fn lead(here: Here<'_>, ix: FactIx, body: &[Block]) -> Option<Figure> {
    let lead =
        figure::figure(here, Plotted::Fact(ix)).filter(|_| figure::is_telling(here.edition.corpus, ix))?;
    let is_shown = |block: &Block| match block {
        Block::Figure(figure) => figure.id == lead.id,
        Block::Html(_) => false,
    };
    (!body.iter().any(is_shown)).then_some(lead)
}

/// The figures that the desk chose, else those that its prose cites, then those that most sources report.
fn key_figures(here: Here<'_>, cited: &[FactIx]) -> Vec<FactIx> {
    let corpus = here.edition.corpus;
    let chosen = corpus.briefing.as_ref().map_or(&[][..], |notes| &notes.key_figures);
    if !chosen.is_empty() {
        return chosen.iter().copied().take(MOST_FIGURES).collect();
    }
    let mut ranked: Vec<FactIx> = (0..corpus.facts.len() as u32)
        .map(FactIx)
        .filter(|&ix| corpus[ix].kind.is_figure() && corpus[ix].by.is_none())
        .filter(|&ix| !matches!(corpus[corpus[ix].sheet].kind, SheetKind::Entity(_)))
        .collect();
    let n_others = ranked.len();
    ranked.sort_by_key(|&ix| {
        let place = cited.iter().position(|&one| one == ix).unwrap_or(n_others);
        let n_sources = here.edition.sources_of(ix).len();
        (place, std::cmp::Reverse((n_sources, here.edition.of_fact(ix).len())), ix)
    });
    ranked.truncate(MOST_FIGURES);
    ranked
}

/// A figure with its widest range of reports; ranges of other scopes are counted.
pub fn key_figure(here: Here<'_>, ix: FactIx) -> Option<KeyFigure> {
    let corpus = here.edition.corpus;
    let mut ranges = check::summary::ranges_of_reports(corpus, (ix, None), here.edition.language);
    ranges.sort_by_key(|range| std::cmp::Reverse(range.sources.len()));
    let ranges: Vec<Range> = ranges
        .into_iter()
        .take(MOST_RANGES)
        .map(|range| Range {
            scope: range
                .claims
                .first()
                .map(|&claim| claim::own_scope(here, &corpus[claim]))
                .unwrap_or_default(),
            speakers: speakers(here, &range.claims),
            basis: own_basis(here, range.sources.len(), range.independent_origins),
            words: in_their_words(here, &range),
        })
        .collect();
    (!ranges.is_empty()).then(|| KeyFigure {
        fact: Link { text: here.under_its_sheet(ix, &corpus[ix].label), ..here.fact(ix) },
        sheet: here.sheet(corpus[ix].sheet),
        unit: unit_behind(here, &corpus[ix], &ranges),
        ranges,
        verdict: fact::verdict(here, ix),
    })
}

/// A range in the words of its sources: of one figure each wording, else those of its ends.
fn in_their_words(here: Here<'_>, range: &ReportRange) -> String {
    let corpus = here.edition.corpus;
    let words = |claim: ClaimIx| readings::headline(here, &corpus[claim]);
    let figure = |claim: ClaimIx| {
        corpus[claim].reading.quantity().map(|quantity| (quantity.number.low, quantity.number.high))
    };
    let (lowest, highest) = range.ends;
    if figure(lowest) != figure(highest) {
        return here.fill(Key::FigureFromTo, &[("a", &words(lowest)), ("b", &words(highest))]);
    }
    let mut all: Vec<String> = Vec::new();
    for wording in range.claims.iter().map(|&claim| words(claim)) {
        if !all.contains(&wording) {
            all.push(wording);
        }
    }
    all.join(" / ")
}

/// What is counted, as it stands behind the words: `of people` behind `tens of thousands`.
fn unit_behind(here: Here<'_>, fact: &Fact, ranges: &[Range]) -> Option<String> {
    const VAGUE: [&str; 6] = ["dozens", "scores", "hundreds", "thousands", "millions", "billions"];
    let is_vague = |range: &Range| VAGUE.iter().any(|vague| range.words.ends_with(vague));
    let unit = readings::unit(here, fact)?;
    Some(if ranges.iter().all(is_vague) && matches!(fact.kind, FactKind::Count { .. }) {
        format!("of {unit}")
    } else {
        unit
    })
}

/// How many sources and origins give a range; the verdict says so of a single source.
fn own_basis(here: Here<'_>, n_sources: usize, n_origins: usize) -> Option<String> {
    (n_sources > 1).then(|| basis(here, n_sources, n_origins))
}

/// That the sources are old, told from their dates and the edition's own: no clock is asked.
fn stale(here: Here<'_>) -> Option<String> {
    let articles = &here.edition.corpus.articles;
    let (_, as_of) = frame::as_of(here.edition)?;
    let published = |article: &'_ Article| {
        article.published.clone().filter(|date| date.year_known && date.latest().is_some())
    };
    let newest = articles.iter().filter_map(published).max_by_key(|date| (date.latest(), date.earliest()))?;
    let (last, until) = (newest.latest()?, as_of.earliest().filter(|_| as_of.year_known)?);
    let age = usize::try_from(until.0 - last.0).ok().filter(|&age| age > DAYS_UNTIL_STALE)?;
    let n_undated = articles.iter().filter(|article| published(article).is_none()).count();
    let age = here.count(Key::NDays, age);
    let is_whole = |date: &DateValue| date.earliest() == date.latest();
    let key = if is_whole(&newest) && is_whole(&as_of) { Key::Stale } else { Key::StaleAtLeast };
    let text = here.fill(key, &[("date", &here.edition.language.date(&newest)), ("age", &age)]);
    let undated = (n_undated > 0).then(|| here.count(Key::StaleUndated, n_undated));
    Some([Some(text), undated].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// How many claims the edition rests on, and what was done with them.
fn how_we_know(here: Here<'_>, sources: &str) -> String {
    let corpus = here.edition.corpus;
    let n_sheets = |kind| corpus.sheets.iter().filter(|sheet| sheet.kind == kind).count();
    let events = here.count(Key::NEvents, n_sheets(SheetKind::Event));
    let questions = here.count(Key::NQuestions, n_sheets(SheetKind::Question));
    let sheets = match n_sheets(SheetKind::Question) {
        0 => events,
        _ => here.fill(Key::EventsAndQuestions, &[("events", &events), ("questions", &questions)]),
    };
    let n_verified = corpus.claims.iter().filter(|claim| claim::is_verified(claim)).count();
    let verified = if n_verified == corpus.claims.len() {
        here.say(Key::HowWeKnowAllVerified)
    } else {
        here.count(Key::HowWeKnowSomeVerified, n_verified)
    };
    let claims = here.count(Key::NClaims, corpus.claims.len());
    let values =
        [("claims", claims.as_str()), ("sources", sources), ("events", &sheets), ("verified", &verified)];
    here.fill(Key::HowWeKnowRecords, &values)
}

/// Where corrections go.
fn contact(here: Here<'_>) -> Option<Link> {
    let corpus = here.edition.corpus;
    let settings = &corpus.settings;
    let publisher = settings.publisher.as_ref().and_then(|publisher| publisher.contact.as_deref());
    let repository =
        || settings.repository.as_ref().map(|address| Link { text: address.clone(), href: address.clone() });
    let about = || {
        let page = corpus.pages.iter().find(|page| page.id.as_str() == "about")?;
        Some(here.link(&page.title, "about.html"))
    };
    publisher.map(frame::contact).or_else(repository).or_else(about)
}

/// Publisher, title, date and address, as a bibliography wants them.
fn citation(here: Here<'_>) -> String {
    let settings = &here.edition.corpus.settings;
    let publisher = settings.publisher.as_ref().map(|publisher| format!("{}. ", publisher.name));
    let as_of = frame::as_of(here.edition)
        .map(|(words, _)| format!(" {}", here.fill(Key::CiteAsOf, &[("date", &words)])));
    let address = settings.base_url.as_ref().map(|base| format!(" {base}"));
    let parts = [publisher, Some(format!("{}.", settings.title)), as_of, address];
    parts.into_iter().flatten().collect()
}
