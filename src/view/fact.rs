//! One question and what the sources answer, side by side; entry point [`fact`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{ClaimView, claim, scope_words, short_name};
use super::days::{self, DayTable};
use super::parts::{self, Part};
use super::terms::{self, Term};
use super::{Here, Link, readings};
use crate::language::{Key, Value};
use crate::model::{ClaimIx, Difference, EntityIx, FactIx};
use crate::plan::{self, Listing};

/// One question with its answers.
#[derive(Debug, JsonSchema, Serialize)]
pub struct FactView {
    /// Anchor on its sheet's page.
    pub id: String,
    /// The fact on its sheet's page.
    pub href: String,
    /// The number of the page's citations of it, where the prose cites it.
    pub number: Option<usize>,
    /// The question.
    pub label: String,
    /// What kind of answer it takes, and its scope.
    pub about: Vec<String>,
    /// The curator's remark.
    pub note: Option<String>,
    /// The same question asked elsewhere.
    pub same_as: Option<Link>,
    /// How the answers stand to each other.
    pub verdict: Term,
    /// Whether it holds more than one answer to set side by side.
    pub several: bool,
    /// How many sources and origins answer; empty where the page shows it anyway.
    pub basis: String,
    /// The answers, where the fact is not broken down.
    pub claims: Vec<ClaimView>,
    /// The answers by part and source, where it is.
    pub table: Option<BreakdownTable>,
    /// The answers by day, where very many hold for days of their own.
    pub days: Option<DayTable>,
    /// The pages among which very many answers are divided otherwise.
    pub parts: Vec<Part>,
    /// How the answers differ: each kind of difference once, leading to its first record.
    pub marks: Vec<Mark>,
}

/// A kind of difference that occurs among answers.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Mark {
    /// The kind.
    pub class: Term,
    /// The first record of it.
    pub href: String,
    /// How many there are: disputes, or records of other differences.
    pub n: usize,
}

/// A breakdown: a row for each part, a column for each source.
#[derive(Debug, JsonSchema, Serialize)]
pub struct BreakdownTable {
    /// What the parts are, such as `nationality`.
    pub dimension: String,
    /// The total that the parts belong to.
    pub total: Option<Link>,
    /// The sources.
    pub sources: Vec<Column>,
    /// The parts.
    pub rows: Vec<Row>,
    /// Each different quote once, with what is said of it.
    pub quotes: Vec<ClaimView>,
}

/// A source as the head of a column.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Column {
    /// Its letter.
    pub siglum: String,
    /// The source.
    pub source: Link,
    /// The source in a word or two.
    pub name: String,
}

/// One part of a breakdown.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Row {
    /// The part.
    pub part: Link,
    /// What each source answers; empty where it does not.
    pub cells: Vec<Vec<Cell>>,
}

/// One source's figure for one part.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Cell {
    /// The claim's anchor.
    pub anchor: String,
    /// The source's words.
    pub words: String,
    /// What the words are read as, and what they are about, where that says more.
    pub scope: Vec<String>,
    /// The quoted words in the source.
    pub quote_href: String,
}

/// The fact, for a page whose prose cites these facts in this order.
pub fn fact(here: Here<'_>, ix: FactIx, cited: &[FactIx]) -> FactView {
    let edition = here.edition;
    let corpus = edition.corpus;
    let fact = &corpus[ix];
    let mut about: Vec<String> = readings::unit(here, fact).into_iter().collect();
    about.extend(scope_words(here, &fact.scope).into_iter().map(|(_, words)| words));
    about.extend(fact.exact.then(|| here.say(Key::FiguresExact)));
    let days = days::of_fact(here, ix);
    let is_divided = days.is_none() && edition.plan.is_divided(Listing::Answers(ix));
    let is_table = fact.by.is_some() && !is_divided;
    FactView {
        id: fact.id.to_string(),
        href: here.fact(ix).href,
        number: cited.iter().position(|&one| one == ix).map(|i| i + 1),
        label: fact.label.clone(),
        about,
        note: fact.note.clone(),
        same_as: fact.same_as.map(|other| here.sheet(corpus[other].sheet)),
        verdict: verdict(here, ix),
        several: has_several(here, ix),
        basis: own_basis(here, ix),
        claims: if is_table || is_divided || days.is_some() {
            Vec::new()
        } else {
            fact.claims.iter().map(|&ix| claim(here, ix)).collect()
        },
        days,
        parts: if is_divided { parts::parts(here, Listing::Answers(ix)) } else { Vec::new() },
        table: is_table.then(|| table(here, ix)),
        marks: marks(here, ix),
    }
}

/// Whether a fact holds more than one answer to set side by side.
pub fn has_several(here: Here<'_>, ix: FactIx) -> bool {
    here.edition.sources_of(ix).len() > 1 || !here.edition.of_fact(ix).is_empty()
}

/// How many sources and origins answer, where the answers side by side do not show it.
fn own_basis(here: Here<'_>, ix: FactIx) -> String {
    let n_claims = here.edition.corpus[ix].claims.len();
    let (n_sources, n_origins) = (here.edition.sources_of(ix).len(), here.edition.origins_of(ix));
    let is_plain = n_sources == n_origins && n_sources == n_claims;
    if is_plain || n_claims < 2 { String::new() } else { basis(here, n_sources, n_origins) }
}

/// `3 sources, 2 of them independent`.
pub fn basis(here: Here<'_>, n_sources: usize, n_origins: usize) -> String {
    let sources = here.count(Key::NSources, n_sources);
    if n_sources == n_origins {
        return sources;
    }
    let values = [("sources", Value::Text(&sources)), ("n", Value::Count(n_origins))];
    here.edition.language.fill(Key::NSourcesIndependent, &values)
}

/// The worst class among a fact's findings; one answering source is not agreement, and neither is what no rule
/// compared.
pub fn verdict(here: Here<'_>, ix: FactIx) -> Term {
    let found = here.edition.of_fact(ix).iter().map(|&i| &here.edition.findings[i]);
    match found.max_by_key(|finding| finding.difference()) {
        Some(worst) => terms::finding(here.edition.language, worst),
        None if here.edition.corpus[ix].claims.len() < 2 || here.edition.sources_of(ix).len() < 2 => {
            terms::single(here.edition.language)
        }
        None if here.edition.is_agreed(ix) => terms::difference(here.edition.language, Difference::Agree),
        None => terms::uncompared(here.edition.language),
    }
}

/// Each kind of difference among a fact's answers once, most serious first.
fn marks(here: Here<'_>, ix: FactIx) -> Vec<Mark> {
    let tallies = here.edition.tallies(here.edition.of_fact(ix));
    let mut marks: Vec<Mark> = Vec::new();
    for &i in here.edition.of_fact(ix) {
        let finding = &here.edition.findings[i];
        let class = terms::finding(here.edition.language, finding);
        match marks.iter_mut().find(|mark| mark.class.id == class.id) {
            Some(mark) if !finding.class.is_dispute() => mark.n += 1,
            Some(_) => {}
            None => marks.push(Mark {
                class,
                href: here.to(&plan::finding_href(here.edition.corpus, finding)),
                n: if finding.class.is_dispute() {
                    tallies.of_kind(finding.difference()).n.max(1)
                } else {
                    1
                },
            }),
        }
    }
    marks
}

fn table(here: Here<'_>, ix: FactIx) -> BreakdownTable {
    let corpus = here.edition.corpus;
    let fact = &corpus[ix];
    let mut sources = here.edition.sigla.articles(fact.sheet);
    let answering = here.edition.sources_of(ix);
    sources.retain(|source| answering.contains(source));
    let mut parts: Vec<EntityIx> = Vec::new();
    for part in fact.claims.iter().filter_map(|&claim| corpus[claim].part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let cells = |part| {
        sources
            .iter()
            .map(|&source| {
                let is_here =
                    |claim: &&ClaimIx| corpus[**claim].part == Some(part) && corpus[**claim].source == source;
                fact.claims.iter().filter(is_here).map(|&claim| cell(here, claim)).collect()
            })
            .collect()
    };
    let rows = parts.iter().map(|&part| Row { part: here.entity(part), cells: cells(part) }).collect();
    let columns = sources.iter().map(|&source| Column {
        siglum: here.edition.sigla.siglum(fact.sheet, source),
        source: here.article(source),
        name: short_name(&corpus[source]),
    });
    BreakdownTable {
        dimension: fact.by.as_ref().map(|by| by.dimension.clone()).unwrap_or_default(),
        total: fact.by.as_ref().and_then(|by| by.total).map(|total| here.fact(total)),
        sources: columns.collect(),
        rows,
        quotes: distinct_quotes(here, ix),
    }
}

fn cell(here: Here<'_>, ix: ClaimIx) -> Cell {
    let view = claim(here, ix);
    let editors = view.editors.into_iter().flat_map(|read_by| [Some(read_by.text), read_by.note]);
    let scope = editors.flatten().chain(view.reading).chain(view.scope).collect();
    Cell { anchor: view.anchor, words: view.words, scope, quote_href: view.quote_href }
}

fn distinct_quotes(here: Here<'_>, ix: FactIx) -> Vec<ClaimView> {
    let mut quotes: Vec<ClaimView> = Vec::new();
    for &ix in &here.edition.corpus[ix].claims {
        let view = claim(here, ix);
        if !quotes.iter().any(|quote| quote.quote_href == view.quote_href) {
            // A reading and a scope belong to one part; they stand in its cell.
            quotes.push(ClaimView { reading: None, editors: None, scope: Vec::new(), ..view });
        }
    }
    quotes
}
