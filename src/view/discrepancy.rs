//! A disagreement, in one line and in full; entry points [`lines`], [`lines_by_dispute`] and [`full`].

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{ClaimView, claim};
use super::prose::remark_html;
use super::terms::{self, Term};
use super::{Here, Link, dispute_title};
use crate::check;
use crate::language::{Key, Value};
use crate::markdown;
use crate::model::{
    ClaimIx, Corpus, DateValue, Finding, FindingId, Modifier, Rule, Ruling, RulingIx, RulingStatus, SheetIx,
};
use crate::plan;

/// A disagreement in one line, leading to the full record.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Line {
    /// The full record.
    pub href: String,
    /// What kind of difference it is.
    pub class: Term,
    /// How much it matters.
    pub severity: Term,
    /// One sentence with the figures in it.
    pub reason: String,
    /// The first fact, under what the dispute is.
    pub fact: Link,
    /// The sheet concerned.
    pub sheet: Link,
    /// Where a ruling leaves it.
    pub status: Option<Term>,
    /// Whether it counts in the headline.
    pub headline: bool,
    /// Whether a line above it in the list is a graver record of the same dispute.
    pub follows: bool,
}

/// A disagreement in full.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DiscrepancyView {
    /// Permanent id, its anchor.
    pub id: String,
    /// The full record.
    pub href: String,
    /// What the dispute is, in a line.
    pub title: String,
    /// What kind of difference it is.
    pub class: Term,
    /// How much it matters.
    pub severity: Term,
    /// What raises it or changes its wording.
    pub modifiers: Vec<Term>,
    /// One sentence with the figures in it.
    pub reason: String,
    /// The facts concerned.
    pub facts: Vec<Link>,
    /// The part of a breakdown.
    pub part: Option<Link>,
    /// The sheet concerned.
    pub sheet: Link,
    /// The sources, for filters.
    pub source_keys: String,
    /// The sides, each a group of claims that agree.
    pub sides: Vec<Side>,
    /// Whether it counts in the headline.
    pub headline: bool,
    /// The gravest record of the same dispute, where that is another one.
    pub dispute: Option<Link>,
    /// The rule that found it.
    pub rule: RuleView,
    /// How many pairs of claims the record stands for.
    pub represents: usize,
    /// How many of the sources are independent, where not all are.
    pub independence: Option<String>,
    /// Since when both answers are on record.
    pub since: Option<String>,
    /// The curator's word on it.
    pub ruling: Option<RulingView>,
}

/// One side of a disagreement.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Side {
    /// The claims that agree; of many, the first.
    pub claims: Vec<ClaimView>,
    /// How many more there are, which stand with the fact.
    pub n_more: usize,
}

/// A rule, for readers.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct RuleView {
    /// Its heading.
    pub title: &'static str,
    /// What it finds, in one sentence.
    pub summary: String,
    /// Its text on the methodology page.
    pub href: String,
}

/// The curator's word on a disagreement.
#[derive(Debug, JsonSchema, Serialize)]
pub struct RulingView {
    /// Which ruling it is.
    #[serde(skip)]
    pub ix: RulingIx,
    /// An earlier record of the page that gives its reasons.
    pub told: Option<Link>,
    /// Where the matter stands.
    pub status: Term,
    /// Whose answer the curator prefers.
    pub prefer: Option<Link>,
    /// The reasons, as HTML.
    pub note: String,
    /// The day of the decision.
    pub decided: String,
    /// What would settle the matter.
    pub would_settle: Option<String>,
}

/// A disagreement by its name only, where another page tells it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Named {
    /// Permanent id: an address that was given out for this page keeps leading to it.
    pub id: String,
    /// The record, under what it is about.
    pub record: Link,
    /// The sheet concerned.
    pub sheet: String,
}

/// A finding by its name only.
pub fn named(here: Here<'_>, finding: &Finding) -> Named {
    let Line { href, sheet, .. } = line(here, finding);
    let text = dispute_title::title(here, finding);
    Named { id: finding.id.to_string(), record: Link { text, href }, sheet: sheet.text }
}

/// Findings in one line each.
pub fn lines(here: Here<'_>, positions: &[usize]) -> Vec<Line> {
    positions.iter().map(|&i| line(here, &here.edition.findings[i])).collect()
}

/// A finding in one line.
pub fn line(here: Here<'_>, finding: &Finding) -> Line {
    let corpus = here.edition.corpus;
    let facts: Vec<Link> = finding.facts.iter().map(|&fact| here.fact(fact)).collect();
    let text = dispute_title::question(here, finding);
    let first = facts.into_iter().next();
    let fact = Link { text, ..first.unwrap_or_else(|| here.sheet(finding.sheet)) };
    Line {
        href: here.to(&plan::finding_href(here.edition.corpus, finding)),
        class: terms::finding(here.edition.language, finding),
        severity: terms::severity(here.edition.language, finding.severity),
        reason: finding.reason.clone(),
        fact,
        sheet: here.sheet(finding.sheet),
        status: finding.ruling.map(|ruling| terms::status(here.edition.language, &corpus[ruling])),
        headline: finding.class.is_dispute(),
        follows: false,
    }
}

/// Findings in one line each, the records of one dispute together, the gravest before the others.
pub fn lines_by_dispute(here: Here<'_>, positions: &[usize]) -> Vec<Line> {
    let dispute = |i: usize| here.edition.findings[i].dispute.as_ref();
    let mut first: BTreeMap<&FindingId, usize> = BTreeMap::new();
    for (place, id) in positions.iter().map(|&i| dispute(i)).enumerate() {
        id.map(|id| first.entry(id).or_insert(place));
    }
    let place = |i: usize| dispute(i).map_or(positions.len(), |id| first[id]);
    let mut sorted = positions.to_vec();
    sorted.sort_by_key(|&i| place(i));
    let positions = sorted;
    let mut lines = lines(here, &positions);
    for (pair, line) in positions.windows(2).zip(lines.iter_mut().skip(1)) {
        line.follows = dispute(pair[1]).is_some() && dispute(pair[0]) == dispute(pair[1]);
        if line.follows {
            // Without its reason a line says in its title what stands against what.
            line.fact.text = dispute_title::title(here, &here.edition.findings[pair[1]]);
        }
    }
    lines
}

/// A finding in full.
pub fn full(here: Here<'_>, finding: &Finding) -> DiscrepancyView {
    let corpus = here.edition.corpus;
    DiscrepancyView {
        id: finding.id.to_string(),
        href: here.to(&plan::finding_href(here.edition.corpus, finding)),
        title: dispute_title::title(here, finding),
        class: terms::finding(here.edition.language, finding),
        severity: terms::severity(here.edition.language, finding.severity),
        // A reported dispute is named and explained as a kind of its own.
        modifiers: finding
            .modifiers
            .iter()
            .filter(|&&modifier| modifier != Modifier::ReportedDispute)
            .map(|&modifier| terms::modifier(here.edition.language, modifier))
            .collect(),
        reason: finding.reason.clone(),
        facts: finding.facts.iter().map(|&fact| here.fact(fact)).collect(),
        part: finding.part.map(|part| here.entity(part)),
        sheet: here.sheet(finding.sheet),
        source_keys: source_keys(corpus, finding),
        sides: finding.sides.iter().map(|side| self::side(here, side)).collect(),
        headline: finding.class.is_dispute(),
        dispute: lead(here, finding),
        rule: rule(here, finding.rule),
        represents: finding.represents,
        independence: independence(here, finding),
        since: since(here, finding),
        ruling: finding.ruling.map(|ruling| ruling_view(here, ruling)),
    }
}

/// The gravest record of a finding's dispute, where that is another one.
fn lead(here: Here<'_>, finding: &Finding) -> Option<Link> {
    let lead = finding.dispute.as_ref().filter(|&id| *id != finding.id)?;
    let lead = here.edition.finding(lead)?;
    let Line { href, fact, .. } = line(here, lead);
    Some(Link { text: fact.text, href })
}

/// Leaves out what an earlier record of a list says already: the rule's explanation, and the note
/// of a ruling on several disagreements.
pub fn tell_once<'v>(records: impl Iterator<Item = &'v mut DiscrepancyView>) {
    let mut rules: BTreeSet<String> = BTreeSet::new();
    let mut rulings: BTreeMap<RulingIx, Link> = BTreeMap::new();
    for record in records {
        if !rules.insert(record.rule.href.clone()) {
            record.rule.summary.clear();
        }
        let own = Link { text: record.title.clone(), href: format!("#{}", record.id) };
        if let Some(ruling) = &mut record.ruling {
            match rulings.get(&ruling.ix) {
                Some(first) => ruling.told = Some(first.clone()),
                None => drop(rulings.insert(ruling.ix, own)),
            }
        }
    }
}

/// When every side had been published, as precisely as that is known, or, where nobody dates that, the day of a ruling.
fn since(here: Here<'_>, finding: &Finding) -> Option<String> {
    let corpus = here.edition.corpus;
    let is_open = finding.ruling.is_none_or(|ruling| corpus[ruling].status == RulingStatus::Open);
    if !is_open || !finding.class.is_dispute() {
        return None;
    }
    let is_dated = |date: &&DateValue| date.year_known && date.latest().is_some();
    let ends = |date: &&DateValue| (date.latest(), date.earliest());
    let first = |claim: &ClaimIx| {
        let article = &corpus[corpus[*claim].source];
        article.published.iter().chain(&article.retrieved).find(is_dated)
    };
    let sides = finding.sides.iter().map(|side| side.iter().filter_map(first).min_by_key(ends));
    let published = sides.collect::<Option<Vec<&DateValue>>>();
    let published = published.and_then(|dates| dates.into_iter().max_by_key(ends));
    let ruled = finding.ruling.map(|ruling| &corpus[ruling].decided).filter(is_dated);
    let (key, date) =
        published.map(|date| (Key::OpenSince, date)).or(ruled.map(|date| (Key::OpenAt, date)))?;
    Some(here.fill(key, &[("date", &here.date(date))]))
}

/// How many of a finding's sources are independent, where not all are.
fn independence(here: Here<'_>, finding: &Finding) -> Option<String> {
    let (n_sources, n_origins) = (finding.sources.len(), finding.independent_origins);
    let sources = here.count(Key::NSources, n_sources);
    let values = [("sources", Value::Text(&sources)), ("n", Value::Count(n_origins))];
    (n_origins < n_sources).then(|| here.edition.language.fill(Key::OfSourcesIndependent, &values))
}

/// A rule, for readers.
pub fn rule(here: Here<'_>, rule: Rule) -> RuleView {
    RuleView {
        title: check::rule_title(rule),
        summary: summary(check::rule_text(rule)),
        href: here.to(&format!("methodology.html#rule-{rule}")),
    }
}

/// The first sentence of a rule's text below its headings.
fn summary(text: &str) -> String {
    let is_prose = |block: &&str| !block.trim().is_empty() && !block.trim_start().starts_with('#');
    let plain = markdown::plain_text(text.split("\n\n").find(is_prose).unwrap_or_default());
    match plain.find(". ") {
        Some(end) => plain[..=end].to_owned(),
        None => plain,
    }
}

/// The most sources of one record by which its page can be filtered.
pub const N_FILTER_SOURCES_MAX: usize = 40;

/// The keys of a record's sources in filters; none where they are very many.
pub fn source_keys(corpus: &Corpus, finding: &Finding) -> String {
    if finding.sources.len() > N_FILTER_SOURCES_MAX {
        return String::new();
    }
    let keys: Vec<&str> = finding.sources.iter().map(|&source| corpus[source].id.as_str()).collect();
    keys.join(" ")
}

/// A sheet's key in filters: its folder and id.
pub fn sheet_key(corpus: &Corpus, ix: SheetIx) -> String {
    plan::sheet_route(corpus, ix).as_str().trim_end_matches(".html").to_owned()
}

/// The most claims of a side that a record quotes in full.
const MOST_CLAIMS: usize = 12;

fn side(here: Here<'_>, side: &[ClaimIx]) -> Side {
    let claims = side.iter().take(MOST_CLAIMS).map(|&ix| claim(here, ix)).collect();
    Side { claims, n_more: side.len().saturating_sub(MOST_CLAIMS) }
}

fn ruling_view(here: Here<'_>, ix: RulingIx) -> RulingView {
    let ruling: &Ruling = &here.edition.corpus[ix];
    RulingView {
        ix,
        told: None,
        status: terms::status(here.edition.language, ruling),
        prefer: ruling.prefer.map(|article| here.article(article)),
        note: remark_html(&ruling.note),
        decided: here.date(&ruling.decided),
        would_settle: ruling.would_settle.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::{Route, plan};
    use crate::view::{Edition, fixture};

    #[test]
    fn records_of_one_dispute_stand_together_below_the_gravest() {
        let (corpus, language) = (fixture::corpus(), Language::english());
        let [one, other] = [0, 1].map(|i| Some(fixture::findings()[i].id.clone()));
        let of = |dispute: &Option<FindingId>| Finding {
            dispute: dispute.clone(),
            ..fixture::findings().remove(1)
        };
        let findings = [of(&one), of(&other), of(&one), of(&None), of(&None)];
        let plan = plan(&corpus, &fixture::findings());
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let lines =
            lines_by_dispute(Here { edition: &edition, route: &Route::new("index.html") }, &[0, 1, 2, 3, 4]);
        let follows: Vec<bool> = lines.iter().map(|line| line.follows).collect();
        assert_eq!(follows, [false, true, false, false, false]);
        assert!(lines[1].fact.text.contains("Hun Manet and Hun Sen"), "{}", lines[1].fact.text);
    }
}
