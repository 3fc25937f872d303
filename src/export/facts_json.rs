//! data/facts.json: every question with every answer, and all that they refer to; entry point [`write`].
//!
//! The whole corpus as data: what another program needs to compare the answers on its own.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::answer::{ClaimView, ScopeView, claim_schema, claim_view, scope_schema, scope_view};
use super::register::{self, EditionView, EntityView, SheetView, SourceView};
use super::schema::{boolean, choice, list, object, optional, optional_list, text};
use super::{discrepancies_json, json, names, words};
use crate::model::{Corpus, Fact, FactIx, Finding};
use crate::plan::fact_href;

/// Where the file stands.
pub const ROUTE: &str = "data/facts.json";

#[derive(Serialize)]
struct File<'a> {
    edition: EditionView<'a>,
    sources: Vec<SourceView<'a>>,
    entities: Vec<EntityView<'a>>,
    sheets: Vec<SheetView<'a>>,
    facts: Vec<FactView<'a>>,
}

#[derive(Serialize)]
struct FactView<'a> {
    owner: String,
    id: &'a str,
    label: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<&'static str>,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    positions: Vec<PositionView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exclusive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<ScopeView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    link: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    discrepancies: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<ClaimView<'a>>,
}

#[derive(Serialize)]
struct PositionView<'a> {
    id: &'a str,
    label: &'a str,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let mut by_fact: BTreeMap<FactIx, Vec<&Finding>> = BTreeMap::new();
    for finding in discrepancies_json::listed(findings) {
        finding.facts.iter().for_each(|&fact| by_fact.entry(fact).or_default().push(finding));
    }
    let concerned = |fact| by_fact.get(&fact).map_or(&[][..], Vec::as_slice);
    json::write(&File {
        edition: register::edition(corpus),
        sources: register::sources(corpus),
        entities: register::entities(corpus),
        sheets: register::sheets(corpus, findings),
        facts: (0..corpus.facts.len() as u32)
            .map(FactIx)
            .map(|ix| fact_view(corpus, ix, concerned(ix)))
            .collect(),
    })
}

fn fact_view<'a>(corpus: &'a Corpus, ix: FactIx, concerned: &[&Finding]) -> FactView<'a> {
    let fact = &corpus[ix];
    let elsewhere = |other: Option<FactIx>| other.map(|other| names::fact(corpus, fact.sheet, other));
    FactView {
        owner: names::owner(corpus, fact.sheet),
        id: fact.id.as_str(),
        label: &fact.label,
        kind: fact.kind.as_str(),
        unit: fact.kind.unit(),
        series: fact.kind.series().map(words::series),
        exact: fact.exact,
        by: fact.by.as_ref().map(|by| by.dimension.as_str()),
        total: elsewhere(fact.by.as_ref().and_then(|by| by.total)),
        office: office(corpus, fact),
        positions: positions(fact),
        exclusive: fact.kind.exclusive(),
        same_as: elsewhere(fact.same_as),
        scope: scope_view(corpus, &fact.scope),
        note: fact.note.as_deref(),
        link: names::link(corpus, &fact_href(corpus, ix)),
        discrepancies: concerned.iter().map(|finding| finding.id.to_string()).collect(),
        claims: fact.claims.iter().map(|&claim| claim_view(corpus, claim)).collect(),
    }
}

fn office<'a>(corpus: &'a Corpus, fact: &Fact) -> Option<&'a str> {
    fact.kind.office().map(|ix| names::entity(corpus, ix))
}

fn positions(fact: &Fact) -> Vec<PositionView<'_>> {
    let positions = fact.kind.positions();
    positions
        .iter()
        .map(|position| PositionView { id: position.id.as_str(), label: &position.label })
        .collect()
}

/// The schema of the file.
pub fn schema() -> Value {
    object(
        "The whole corpus: what is asked, and what each source answers.",
        vec![
            ("edition", register::edition_schema()),
            ("sources", list("The source documents.", register::source_schema())),
            (
                "entities",
                list(
                    "People, organisations, places, groups, offices and outlets.",
                    register::entity_schema(),
                ),
            ),
            (
                "sheets",
                list("Events, questions and entities that facts belong to.", register::sheet_schema()),
            ),
            ("facts", list("What is asked.", fact_schema())),
        ],
    )
}

fn fact_schema() -> Value {
    let position = vec![("id", text("Id, as in a reading.")), ("label", text("What readers see."))];
    object(
        "A question and its answers.",
        vec![
            ("owner", text("Where the fact belongs: `<sheet kind>/<sheet id>`.")),
            ("id", text("Id in its owner, the anchor on the owner's page.")),
            ("label", text("The question.")),
            ("kind", choice("Kind of answer.", words::FACT_KINDS)),
            (
                "unit",
                optional(text(
                    "What is counted; for money what it is per, for per cent of what, for a measure the unit of its figures.",
                )),
            ),
            (
                "series",
                optional(choice("Whether later figures replace earlier ones.", ["cumulative", "new"])),
            ),
            ("exact", boolean("Whether an unhedged figure is meant as it stands, however round it is.")),
            ("by", optional(text("What the answers are broken down by."))),
            ("total", optional(text("The fact that the parts add up to."))),
            ("office", optional(text("Entity id of the office whose holder is asked for."))),
            ("positions", optional_list("What a text can hold.", object("A position.", position))),
            ("exclusive", optional(boolean("Whether two positions cannot both be held."))),
            ("same_as", optional(text("The same question elsewhere, as `<owner>/<fact>`."))),
            ("scope", optional(scope_schema("What the answers are about, unless a claim says otherwise."))),
            ("note", optional(text("The editors' remark."))),
            ("link", text("The fact on the site.")),
            (
                "discrepancies",
                optional_list("The discrepancies that concern it.", text("Id in discrepancies.json.")),
            ),
            ("claims", optional_list("The answers.", claim_schema())),
        ],
    )
}
