//! The pages of discrepancies: the disputes in a table and in full, what else differs, and, where there are very
//! many, the pages among which they are divided; entry points [`discrepancies`], [`for_the_record`],
//! [`of_sheet`] and [`of_fact`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{DiscrepancyView, N_FILTER_SOURCES_MAX, full, sheet_key, tell_once};
use super::dispute_counts::{Total, by, counted, headline, totals};
use super::dispute_table::{DisputeRow, rows};
use super::figure::{self, Figure, Plotted};
use super::terms::{self, Term};
use super::{Here, Link, dispute_title};
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, EntityIx, FactIx, Finding, SheetIx};
use crate::plan::{self, Division, Route};

/// Discrepancies: of the whole edition, of one sheet or of one question.
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
    /// How many of each kind, with what the kind means; on the page of all disputes also of kinds that have none.
    pub totals: Vec<Total>,
    /// The totals as a chart.
    pub figures: Vec<Figure>,
    /// The disputes, a row each, most serious first.
    pub rows: Vec<DisputeRow>,
    /// How many disputes there is no room for.
    pub n_more: usize,
    /// The pages among which the records are divided.
    pub pages: Vec<Choice>,
    /// How many of these there is no room for.
    pub n_more_pages: usize,
    /// The page of the differences that are no dispute.
    pub for_the_record: Option<Link>,
    /// What stood on this page once and stands there now.
    pub moved: Vec<Moved>,
    /// The records that stand on this page, most serious first.
    pub sections: Vec<Section>,
    /// The kinds of difference to filter by.
    pub classes: Vec<Term>,
    /// The severities to filter by.
    pub severities: Vec<Term>,
    /// The sheets to filter by.
    pub sheets: Vec<Choice>,
    /// The sources to filter by.
    pub sources: Vec<Choice>,
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
    /// The names of the kind, for filters.
    pub class_keys: String,
    /// Whether this is the first section of its severity.
    pub opens_severity: bool,
    /// How many records it has, in words.
    pub counted: String,
    /// The records.
    pub records: Vec<DiscrepancyView>,
    /// The records beyond those that a page has room for, in a sentence each.
    pub short: Vec<Brief>,
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

/// A record or a section that has moved to another page: its old address keeps leading to it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Moved {
    /// Its anchor.
    pub id: String,
    /// Where it stands.
    pub link: Link,
}

/// A sheet, a source or a page of records.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Choice {
    /// Its key in the address.
    pub key: String,
    /// Its name, leading to its own list.
    pub link: Link,
    /// How many disputes and other differences it has.
    pub counted: String,
}

/// The most rows of a table whose records stand on other pages: at half a KB each they take 100 KB.
const N_ROWS_MAX: usize = 200;

/// The most pages that a list of them names.
const N_PAGES_MAX: usize = 400;

/// The page of every dispute.
pub fn discrepancies(here: Here<'_>) -> DiscrepanciesView {
    let all = &here.edition.discrepancies;
    let is_dispute = |i: &usize| here.edition.findings[*i].class.is_dispute();
    let (disputes, others): (Vec<usize>, Vec<usize>) = all.iter().partition(|i| is_dispute(i));
    let of_all = |view: DiscrepanciesView| DiscrepanciesView {
        figures: figure::figures(here, &[Plotted::Totals]),
        totals: totals(here, all),
        n_all: all.len(),
        ..view
    };
    if is_divided(here, all, Division::Edition) {
        return divided(here, all, 1, of_all(overview(here, &disputes)));
    }
    let view = of_all(view(here, &disputes));
    let text = here.count(Key::DiscrepanciesOthers, others.len());
    let for_the_record = (!others.is_empty()).then(|| here.link(text, plan::FOR_THE_RECORD));
    DiscrepanciesView { for_the_record, moved: moved(here, &view.sections, &others), ..view }
}

/// The page of every difference that is no dispute.
pub fn for_the_record(here: Here<'_>) -> DiscrepanciesView {
    let findings = here.edition.findings;
    let all = here.edition.discrepancies.iter().copied();
    let others: Vec<usize> = all.filter(|&i| !findings[i].class.is_dispute()).collect();
    view(here, &others)
}

/// The discrepancies of one sheet.
pub fn of_sheet(here: Here<'_>, sheet: SheetIx) -> DiscrepanciesView {
    let edition = here.edition;
    let is_own = |&i: &usize| edition.findings[i].sheet == sheet;
    let own: Vec<usize> = edition.of_sheet(sheet).into_iter().filter(is_own).collect();
    if is_divided(here, &own, Division::Sheet) {
        return divided(here, &own, 2, overview(here, &own));
    }
    view(here, &own)
}

/// The discrepancies of one question, or of one part of it, or those of them in which a source comes first.
pub fn of_fact(
    here: Here<'_>,
    fact: FactIx,
    part: Option<EntityIx>,
    source: Option<ArticleIx>,
) -> DiscrepanciesView {
    let own = on_question(here, fact, part, source);
    if source.is_none() && is_divided(here, &own, Division::Question) {
        return divided(here, &own, 3, overview(here, &own));
    }
    view(here, &own)
}

/// The discrepancies that a question's sheet has on it, or on one part of it, most serious first.
pub fn on_question(
    here: Here<'_>,
    fact: FactIx,
    part: Option<EntityIx>,
    source: Option<ArticleIx>,
) -> Vec<usize> {
    let edition = here.edition;
    let is_own = |finding: &Finding| {
        finding.sheet == edition.corpus[fact].sheet
            && finding.facts.first() == Some(&fact)
            && finding.part == part
            && source.is_none_or(|source| plan::first_source(edition.corpus, finding) == Some(source))
    };
    edition.of_fact(fact).iter().copied().filter(|&i| is_own(&edition.findings[i])).collect()
}

/// Whether records are divided further than this.
fn is_divided(here: Here<'_>, positions: &[usize], division: Division) -> bool {
    positions.iter().any(|&i| plan::division(&here.edition.findings[i]) > division)
}

/// Records that stand on this page.
fn view(here: Here<'_>, positions: &[usize]) -> DiscrepanciesView {
    let sections = tell_first(here, positions);
    DiscrepanciesView { sections, ..overview(here, positions) }
}

/// The disputes among records, in a table.
fn overview(here: Here<'_>, positions: &[usize]) -> DiscrepanciesView {
    let findings = here.edition.findings;
    let records: Vec<&Finding> = positions.iter().map(|&i| &findings[i]).collect();
    let disputes: Vec<usize> =
        positions.iter().copied().filter(|&i| findings[i].class.is_dispute()).collect();
    let shown = &disputes[..disputes.len().min(N_ROWS_MAX)];
    let language = here.edition.language;
    let class = |i: usize| terms::finding(language, &findings[i]);
    let classes = by(positions, |i| vec![(Reverse(findings[i].difference()), class(i).id)]);
    let classes = classes.into_values().map(|own| class(own[0])).collect();
    let severities = by(positions, |i| vec![Reverse(findings[i].severity)]);
    DiscrepanciesView {
        n_disputed: disputes.len(),
        headline: headline(here, &records),
        n_headline: here.edition.headline(positions),
        n_all: positions.len(),
        none: here.say(match here.edition.corpus.articles.len() {
            0 | 1 => Key::OneSourceOnly,
            _ => Key::DiscrepanciesNone,
        }),
        totals: totals(here, positions).into_iter().filter(|total| total.n_records > 0).collect(),
        figures: Vec::new(),
        rows: rows(here, shown),
        n_more: disputes.len() - shown.len(),
        pages: Vec::new(),
        n_more_pages: 0,
        for_the_record: None,
        moved: Vec::new(),
        sections: Vec::new(),
        classes,
        severities: severities.into_keys().map(|Reverse(one)| terms::severity(language, one)).collect(),
        sheets: sheets(here, positions),
        sources: sources(here, positions),
    }
}

/// An overview with the pages among which the records are divided: those at this depth of their routes.
fn divided(here: Here<'_>, all: &[usize], depth: usize, view: DiscrepanciesView) -> DiscrepanciesView {
    let corpus = here.edition.corpus;
    let route = |i: usize| plan::record_routes(corpus, &here.edition.findings[i]).into_iter().nth(depth);
    let pages: Vec<(Route, Vec<usize>)> = by(all, |i| route(i).into_iter().collect()).into_iter().collect();
    let n_more_pages = pages.len().saturating_sub(N_PAGES_MAX);
    let page = |(route, own): (Route, Vec<usize>)| {
        let first = &here.edition.findings[own[0]];
        let text = match depth {
            1 => here.sheet(first.sheet).text,
            2 => dispute_title::about(here, first),
            _ => plan::first_source(corpus, first)
                .map_or_else(String::new, |source| here.edition.article_names[source.index()].clone()),
        };
        Choice { key: String::new(), link: here.link(text, route.as_str()), counted: counted(here, &own) }
    };
    let pages: Vec<Choice> = pages.into_iter().take(N_PAGES_MAX).map(page).collect();
    let shown: Vec<usize> =
        all.iter().copied().filter(|&i| here.edition.findings[i].class.is_dispute()).collect();
    let shown = &shown[..shown.len().min(N_ROWS_MAX)];
    DiscrepanciesView {
        pages,
        n_more_pages,
        sheets: sheets(here, shown),
        sources: sources(here, shown),
        ..view
    }
}

/// The gravest records in full, and all that are ruled on; the others in a sentence each.
fn tell_first(here: Here<'_>, positions: &[usize]) -> Vec<Section> {
    let mut room = plan::N_RECORDS_MAX;
    let mut told = sections(here, positions, |section, finding| {
        if room > 0 || finding.ruling.is_some() {
            room = room.saturating_sub(1);
            section.records.push(full(here, finding));
        } else {
            section.short.push(brief(here, finding));
        }
    });
    tell_once(told.iter_mut().flat_map(|section| &mut section.records));
    dispute_title::tell_apart(here, told.iter_mut().flat_map(|section| &mut section.records));
    told
}

fn brief(here: Here<'_>, finding: &Finding) -> Brief {
    let corpus = here.edition.corpus;
    let claim = |&ix: &ClaimIx| Link {
        text: format!(
            "{} {}",
            here.edition.sigla.siglum(corpus[corpus[ix].fact].sheet, corpus[ix].source),
            corpus[ix].words
        ),
        href: here.claim(ix),
    };
    let first = finding.sides.iter().filter_map(|side| side.first());
    Brief { id: finding.id.to_string(), reason: finding.reason.clone(), claims: first.map(claim).collect() }
}

/// Records by severity and by what readers call their kind.
fn sections(
    here: Here<'_>,
    positions: &[usize],
    mut add: impl FnMut(&mut Section, &Finding),
) -> Vec<Section> {
    let findings = here.edition.findings;
    let kind = |i: usize| {
        let finding = &findings[i];
        let class = terms::finding(here.edition.language, finding).id;
        (Reverse(finding.severity), Reverse(finding.difference()), class)
    };
    let mut positions = positions.to_vec();
    positions.sort_by_key(|&i| kind(i));
    let mut sections: Vec<Section> = Vec::new();
    for own in positions.chunk_by(|&a, &b| kind(a) == kind(b)) {
        let mut section = section(here, own, sections.last());
        own.iter().for_each(|&i| add(&mut section, &findings[i]));
        sections.push(section);
    }
    sections
}

/// The section of findings of one severity and kind, still empty.
fn section(here: Here<'_>, own: &[usize], before: Option<&Section>) -> Section {
    let first = &here.edition.findings[own[0]];
    let severity = terms::severity(here.edition.language, first.severity);
    let class = terms::finding(here.edition.language, first);
    let difference = first.difference().as_str();
    Section {
        id: section_id(here, first),
        opens_severity: before.is_none_or(|section| section.severity.id != severity.id),
        severity,
        class_keys: if class.id == difference {
            difference.to_owned()
        } else {
            format!("{difference} {}", class.id)
        },
        class,
        counted: here.count(Key::NRecords, own.len()),
        records: Vec::new(),
        short: Vec::new(),
    }
}

fn section_id(here: Here<'_>, finding: &Finding) -> String {
    format!("{}-{}", finding.severity, terms::finding(here.edition.language, finding).id)
}

/// The anchors of records and of sections that stood with the disputes once.
fn moved(here: Here<'_>, sections: &[Section], others: &[usize]) -> Vec<Moved> {
    let mut told: BTreeMap<String, Moved> = BTreeMap::new();
    for finding in others.iter().map(|&i| &here.edition.findings[i]) {
        let section = here.to(&format!("{}#{}", plan::FOR_THE_RECORD, section_id(here, finding)));
        let severity = terms::severity(here.edition.language, finding.severity);
        let class = terms::difference(here.edition.language, finding.difference());
        let of_severity = format!("severity-{}", severity.id);
        let is_here = sections.iter().any(|section| section.severity.id == severity.id);
        let mut add = |id: String, text: &str, href: &str| {
            let link = Link { text: text.to_owned(), href: href.to_owned() };
            told.entry(id.clone()).or_insert(Moved { id, link });
        };
        if !is_here {
            add(of_severity, &severity.label, &section);
        }
        add(format!("{}-{}", finding.severity, finding.difference()), &class.label, &section);
    }
    let record = |&i: &usize| {
        let finding = &here.edition.findings[i];
        let href = here.to(&plan::finding_href(here.edition.corpus, finding));
        Moved { id: finding.id.to_string(), link: Link { text: dispute_title::about(here, finding), href } }
    };
    told.into_values().chain(others.iter().map(record)).collect()
}

/// Where the records of a sheet's discrepancies stand together.
pub fn list_of_sheet(here: Here<'_>, sheet: SheetIx) -> String {
    let corpus = here.edition.corpus;
    let own = plan::discrepancies_route(corpus, sheet);
    if here.edition.plan.position(own.as_str()).is_some() {
        return here.to(own.as_str());
    }
    format!("{}?event={}", here.to(plan::DISPUTES), corpus[sheet].id)
}

/// Where the records of a source's discrepancies stand together; where they are divided they do not.
pub fn list_of_source(here: Here<'_>, source: ArticleIx) -> Option<String> {
    let list = || format!("{}?source={}", here.to(plan::DISPUTES), here.edition.corpus[source].id);
    (!is_divided(here, &here.edition.of_article(source), Division::Edition)).then(list)
}

/// The most sheets or sources to choose from.
const N_CHOICES_MAX: usize = 250;

fn sheets(here: Here<'_>, positions: &[usize]) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let own = by(positions, |i| vec![here.edition.findings[i].sheet]);
    let choice = |(ix, own): (SheetIx, Vec<usize>)| Choice {
        key: sheet_key(corpus, ix),
        link: here.sheet(ix),
        counted: counted(here, &own),
    };
    own.into_iter().take(N_CHOICES_MAX).map(choice).collect()
}

fn sources(here: Here<'_>, positions: &[usize]) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let sources = |i: usize| &here.edition.findings[i].sources;
    if positions.iter().any(|&i| sources(i).len() > N_FILTER_SOURCES_MAX) {
        return Vec::new();
    }
    let own = by(positions, |i| sources(i).clone());
    if own.len() > N_CHOICES_MAX {
        return Vec::new();
    }
    let choice = |(ix, own): (ArticleIx, Vec<usize>)| {
        let mut link = here.article(ix);
        link.href.push_str("#disagreements");
        Choice { key: corpus[ix].id.to_string(), link, counted: counted(here, &own) }
    };
    own.into_iter().map(choice).collect()
}
