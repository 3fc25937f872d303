//! The page of every discrepancy, by severity and class; entry point [`discrepancies`].

use std::collections::BTreeMap;

use serde::Serialize;

use super::discrepancy::{DiscrepancyView, full, sheet_key, tell_once};
use super::figure::{self, Figure, Plotted};
use super::terms::{self, Term};
use super::{Here, Link, edition};
use crate::model::{ArticleIx, Class, Severity, SheetIx};
use crate::plan;

/// Every discrepancy.
#[derive(Debug, Serialize)]
pub struct DiscrepanciesView {
    /// Contradictions and variant names.
    pub n_headline: usize,
    /// All of them.
    pub n_all: usize,
    /// How many of each class, with what the class means.
    pub totals: Vec<Total>,
    /// The totals as a chart.
    pub figures: Vec<Figure>,
    /// The records, most serious first.
    pub sections: Vec<Section>,
    /// How many there are of each severity, most serious first.
    pub weights: Vec<Weight>,
    /// The sheets that have discrepancies.
    pub sheets: Vec<Choice>,
    /// The sources that take part in them.
    pub sources: Vec<Choice>,
}

/// How many discrepancies a class has.
#[derive(Debug, Serialize)]
pub struct Total {
    /// The class.
    pub class: Term,
    /// How many.
    pub n: usize,
    /// How many of them are major.
    pub n_major: usize,
}

/// How many discrepancies are of one severity.
#[derive(Debug, Serialize)]
pub struct Weight {
    /// The severity.
    pub severity: Term,
    /// How many.
    pub n: usize,
}

/// The discrepancies of one severity and class.
#[derive(Debug, Serialize)]
pub struct Section {
    /// Anchor.
    pub id: String,
    /// How much they matter.
    pub severity: Term,
    /// What kind of difference they are.
    pub class: Term,
    /// Whether this is the first section of its severity.
    pub opens_severity: bool,
    /// The records.
    pub records: Vec<DiscrepancyView>,
}

/// A sheet or a source to filter by.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// Its key in the address.
    pub key: String,
    /// Its name, leading to its own list.
    pub link: Link,
    /// How many discrepancies it has.
    pub n: usize,
}

/// The page of every discrepancy.
pub fn discrepancies(here: Here<'_>) -> DiscrepanciesView {
    let edition = here.edition;
    let all = &edition.discrepancies;
    // In a large edition each sheet's page has its records, and this one leads to them.
    let shown: &[usize] = if plan::is_large(edition.corpus) { &[] } else { all };
    DiscrepanciesView {
        n_headline: edition.headline(all),
        n_all: all.len(),
        totals: totals(here, all),
        figures: figure::figures(here, &[Plotted::Totals]),
        sections: sections(here, shown),
        weights: weights(here, all),
        sheets: sheets(here),
        sources: sources(here, all),
    }
}

/// The discrepancies of one sheet.
pub fn of_sheet(here: Here<'_>, sheet: SheetIx) -> DiscrepanciesView {
    let edition = here.edition;
    let is_own = |&i: &usize| edition.findings[i].sheet == sheet;
    let own: Vec<usize> = edition.of_sheet(sheet).into_iter().filter(is_own).collect();
    DiscrepanciesView {
        n_headline: edition.headline(&own),
        n_all: own.len(),
        totals: totals(here, &own),
        figures: Vec::new(),
        sections: sections(here, &own),
        weights: weights(here, &own),
        sheets: Vec::new(),
        sources: sources(here, &own),
    }
}

/// How many discrepancies each class has, worst first.
pub fn totals(here: Here<'_>, positions: &[usize]) -> Vec<Total> {
    let findings = || positions.iter().map(|&i| &here.edition.findings[i]);
    Class::ALL
        .iter()
        .rev()
        .filter(|&&class| edition::is_listed(class))
        .map(|&class| Total {
            class: terms::class(here.edition.language, class),
            n: findings().filter(|finding| finding.class == class).count(),
            n_major: findings()
                .filter(|finding| finding.class == class && finding.severity == Severity::Major)
                .count(),
        })
        .collect()
}

fn weights(here: Here<'_>, positions: &[usize]) -> Vec<Weight> {
    let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
    for &i in positions {
        *counts.entry(here.edition.findings[i].severity).or_default() += 1;
    }
    let weight = |(severity, n)| Weight { severity: terms::severity(here.edition.language, severity), n };
    counts.into_iter().rev().map(weight).collect()
}

fn sections(here: Here<'_>, positions: &[usize]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for &i in positions {
        let finding = &here.edition.findings[i];
        let id = format!("{}-{}", finding.severity, finding.class);
        if sections.last().is_none_or(|section| section.id != id) {
            let severity = terms::severity(here.edition.language, finding.severity);
            let opens_severity = sections.last().is_none_or(|section| section.severity.id != severity.id);
            let class = terms::class(here.edition.language, finding.class);
            sections.push(Section { id, severity, class, opens_severity, records: Vec::new() });
        }
        sections.last_mut().into_iter().for_each(|section| section.records.push(full(here, finding)));
    }
    tell_once(sections.iter_mut().flat_map(|section| &mut section.records));
    sections
}

fn sheets(here: Here<'_>) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let mut counts: BTreeMap<SheetIx, usize> = BTreeMap::new();
    for &i in &here.edition.discrepancies {
        *counts.entry(here.edition.findings[i].sheet).or_default() += 1;
    }
    let choice = |(ix, n)| {
        let mut link = here.sheet(ix);
        if plan::is_large(corpus) {
            link.href = here.to(plan::discrepancies_route(corpus, ix).as_str());
        } else {
            link.href.push_str("#disagreements");
        }
        Choice { key: sheet_key(corpus, ix), link, n }
    };
    counts.into_iter().map(choice).collect()
}

fn sources(here: Here<'_>, positions: &[usize]) -> Vec<Choice> {
    let corpus = here.edition.corpus;
    let mut counts: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for source in positions.iter().flat_map(|&i| &here.edition.findings[i].sources) {
        *counts.entry(*source).or_default() += 1;
    }
    let choice = |(ix, n): (ArticleIx, usize)| {
        let mut link = here.article(ix);
        link.href.push_str("#disagreements");
        Choice { key: corpus[ix].id.to_string(), link, n }
    };
    counts.into_iter().map(choice).collect()
}
