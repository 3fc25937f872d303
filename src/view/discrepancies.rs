//! The page of every discrepancy, by severity and class; entry point [`discrepancies`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{DiscrepancyView, Named, full, named, sheet_key, tell_once};
use super::figure::{self, Figure, Plotted};
use super::terms::{self, Term};
use super::{Here, Link};
use crate::language::{Key, Value};
use crate::model::{
    ArticleIx, ClaimIx, Difference, EntityIx, FactIx, Finding, FindingId, Severity, SheetIx, Tallies,
};
use crate::plan;

/// Every discrepancy.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DiscrepanciesView {
    /// How many disputes there are: contradictions and variant names, by matter.
    pub n_headline: usize,
    /// How many records they have.
    pub n_disputed: usize,
    /// What the disputes are, and how many of each kind, in words.
    pub headline: String,
    /// All of them.
    pub n_all: usize,
    /// What is said where there are none.
    pub none: String,
    /// How many of each kind, with what the kind means.
    pub totals: Vec<Total>,
    /// The totals as a chart.
    pub figures: Vec<Figure>,
    /// Whether the records stand on other pages, and this one names them.
    pub is_overview: bool,
    /// The records, most serious first.
    pub sections: Vec<Section>,
    /// How many there are of each severity, most serious first.
    pub weights: Vec<Weight>,
    /// The sheets that have discrepancies.
    pub sheets: Vec<Choice>,
    /// The sources that take part in them.
    pub sources: Vec<Choice>,
}

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

/// How many discrepancies are of one severity.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Weight {
    /// The severity.
    pub severity: Term,
    /// How many records, in words.
    pub counted: String,
}

/// The discrepancies of one severity and class.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Section {
    /// Anchor.
    pub id: String,
    /// How much they matter.
    pub severity: Term,
    /// What kind of difference they are.
    pub class: Term,
    /// Whether this is the first section of its severity.
    pub opens_severity: bool,
    /// How many records it has, in words.
    pub counted: String,
    /// The records.
    pub records: Vec<DiscrepancyView>,
    /// The records beyond those that a page has room for, in a sentence each.
    pub short: Vec<Brief>,
    /// In an overview: the records in one line each.
    pub named: Vec<Named>,
    /// How many more there are than an overview names.
    pub n_more: usize,
}

/// A record in a sentence.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Brief {
    /// Its anchor.
    pub id: String,
    /// Why it is one.
    pub reason: String,
    /// The first claims of its sides.
    pub claims: Vec<Link>,
}

/// A sheet or a source to filter by.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Choice {
    /// Its key in the address.
    pub key: String,
    /// Its name, leading to its own list.
    pub link: Link,
    /// How many disputes and other differences it has.
    pub counted: String,
}

/// The most records that an overview names; the others are found through their event or source.
const N_NAMED_MAX: usize = 1_000;

/// The page of every discrepancy.
pub fn discrepancies(here: Here<'_>) -> DiscrepanciesView {
    let all = &here.edition.discrepancies;
    let is_overview = plan::is_large(here.edition.corpus);
    DiscrepanciesView {
        figures: figure::figures(here, &[Plotted::Totals]),
        sheets: sheets(here),
        ..view(here, all, if is_overview { name_all } else { tell_all })
    }
}

/// The discrepancies of one sheet.
pub fn of_sheet(here: Here<'_>, sheet: SheetIx) -> DiscrepanciesView {
    let edition = here.edition;
    let is_own = |&i: &usize| edition.findings[i].sheet == sheet;
    let own: Vec<usize> = edition.of_sheet(sheet).into_iter().filter(is_own).collect();
    view(here, &own, if plan::is_heavy(edition.corpus, sheet) { name_all } else { tell_all })
}

/// The discrepancies of one question, or of one part of it.
pub fn of_fact(here: Here<'_>, fact: FactIx, part: Option<EntityIx>) -> DiscrepanciesView {
    let edition = here.edition;
    let is_own = |finding: &Finding| finding.facts.first() == Some(&fact) && finding.part == part;
    let own = edition.of_fact(fact).iter().copied().filter(|&i| is_own(&edition.findings[i]));
    view(here, &own.collect::<Vec<_>>(), tell_first)
}

type ToSections = fn(Here<'_>, &[usize]) -> Vec<Section>;

fn view(here: Here<'_>, positions: &[usize], to_sections: ToSections) -> DiscrepanciesView {
    let sections = to_sections(here, positions);
    let records: Vec<&Finding> = positions.iter().map(|&i| &here.edition.findings[i]).collect();
    DiscrepanciesView {
        n_disputed: here.edition.tallies(positions).n_disputed(),
        headline: headline(here, &records),
        n_headline: here.edition.headline(positions),
        n_all: positions.len(),
        none: here.say(match here.edition.corpus.articles.len() {
            0 | 1 => Key::OneSourceOnly,
            _ => Key::DiscrepanciesNone,
        }),
        totals: totals(here, positions),
        figures: Vec::new(),
        weights: weights(here, positions),
        is_overview: sections.iter().any(|section| !section.named.is_empty()),
        sections,
        sheets: Vec::new(),
        sources: sources(here, positions),
    }
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

fn weights(here: Here<'_>, positions: &[usize]) -> Vec<Weight> {
    let by_severity = by(positions, |i| vec![here.edition.findings[i].severity]);
    let weight = |(severity, own): (Severity, Vec<usize>)| Weight {
        severity: terms::severity(here.edition.language, severity),
        counted: here.count(Key::NRecords, own.len()),
    };
    by_severity.into_iter().rev().map(weight).collect()
}

/// Records by what they belong to.
fn by<K: Ord>(positions: &[usize], keys: impl Fn(usize) -> Vec<K>) -> BTreeMap<K, Vec<usize>> {
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for &i in positions {
        keys(i).into_iter().for_each(|key| by_key.entry(key).or_default().push(i));
    }
    by_key
}

/// The records in full.
fn tell_all(here: Here<'_>, positions: &[usize]) -> Vec<Section> {
    let mut sections =
        sections(here, positions, |section, finding| section.records.push(full(here, finding)));
    tell_once(sections.iter_mut().flat_map(|section| &mut section.records));
    sections
}

/// The most records that the page of one question tells in full: at some 1.7 KB each they take 140 KB, and
/// leave room for a few hundred in a sentence.
const N_FULL_MAX: usize = 80;

/// The gravest records in full, and all that are ruled on; the others in a sentence each.
fn tell_first(here: Here<'_>, positions: &[usize]) -> Vec<Section> {
    let mut room = N_FULL_MAX;
    let mut sections = sections(here, positions, |section, finding| {
        if room > 0 || finding.ruling.is_some() {
            room = room.saturating_sub(1);
            section.records.push(full(here, finding));
        } else {
            section.short.push(brief(here, finding));
        }
    });
    tell_once(sections.iter_mut().flat_map(|section| &mut section.records));
    sections
}

fn brief(here: Here<'_>, finding: &Finding) -> Brief {
    let corpus = here.edition.corpus;
    let claim = |&ix: &ClaimIx| Link {
        text: format!("{} {}", here.edition.sigla[corpus[ix].source.index()], corpus[ix].words),
        href: here.claim(ix),
    };
    let first = finding.sides.iter().filter_map(|side| side.first());
    Brief { id: finding.id.to_string(), reason: finding.reason.clone(), claims: first.map(claim).collect() }
}

/// The records in one line each, which leads to the page that holds them.
fn name_all(here: Here<'_>, positions: &[usize]) -> Vec<Section> {
    let mut room = N_NAMED_MAX;
    sections(here, positions, |section, finding| {
        if room > 0 {
            room -= 1;
            section.named.push(named(here, finding));
        } else {
            section.n_more += 1;
        }
    })
}

fn sections(
    here: Here<'_>,
    positions: &[usize],
    mut add: impl FnMut(&mut Section, &Finding),
) -> Vec<Section> {
    let kind = |i: usize| {
        let finding = &here.edition.findings[i];
        (finding.severity, finding.difference())
    };
    let mut sections: Vec<Section> = Vec::new();
    for own in positions.chunk_by(|&a, &b| kind(a) == kind(b)) {
        let mut section = section(here, own, sections.last());
        own.iter().for_each(|&i| add(&mut section, &here.edition.findings[i]));
        sections.push(section);
    }
    sections
}

/// The section of findings of one severity and kind, still empty.
fn section(here: Here<'_>, own: &[usize], before: Option<&Section>) -> Section {
    let first = &here.edition.findings[own[0]];
    let severity = terms::severity(here.edition.language, first.severity);
    Section {
        id: format!("{}-{}", first.severity, first.difference()),
        opens_severity: before.is_none_or(|section| section.severity.id != severity.id),
        severity,
        class: terms::difference(here.edition.language, first.difference()),
        counted: here.count(Key::NRecords, own.len()),
        records: Vec::new(),
        short: Vec::new(),
        named: Vec::new(),
        n_more: 0,
    }
}

/// Where the records of a sheet's discrepancies stand together.
pub fn list_of_sheet(here: Here<'_>, sheet: SheetIx) -> String {
    let corpus = here.edition.corpus;
    if plan::is_large(corpus) {
        return here.to(plan::discrepancies_route(corpus, sheet).as_str());
    }
    format!("{}?event={}", here.to("discrepancies.html"), corpus[sheet].id)
}

/// Where the records of a source's discrepancies stand together; in a large edition they do not.
pub fn list_of_source(here: Here<'_>, source: ArticleIx) -> Option<String> {
    let corpus = here.edition.corpus;
    let list = || format!("{}?source={}", here.to("discrepancies.html"), corpus[source].id);
    (!plan::is_large(corpus)).then(list)
}

fn sheets(here: Here<'_>) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let own = by(&here.edition.discrepancies, |i| vec![here.edition.findings[i].sheet]);
    let choice = |(ix, own): (SheetIx, Vec<usize>)| {
        let mut link = here.sheet(ix);
        if plan::is_large(corpus) {
            link.href = here.to(plan::discrepancies_route(corpus, ix).as_str());
        } else {
            link.href.push_str("#disagreements");
        }
        Choice { key: sheet_key(corpus, ix), link, counted: counted(here, &own) }
    };
    own.into_iter().map(choice).collect()
}

fn sources(here: Here<'_>, positions: &[usize]) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let own = by(positions, |i| here.edition.findings[i].sources.clone());
    let choice = |(ix, own): (ArticleIx, Vec<usize>)| {
        let mut link = here.article(ix);
        link.href.push_str("#disagreements");
        Choice { key: corpus[ix].id.to_string(), link, counted: counted(here, &own) }
    };
    own.into_iter().map(choice).collect()
}
