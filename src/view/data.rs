//! The data files with what stands in them; entry point [`data`].

use serde::Serialize;

use super::Here;

/// The data files.
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The files.
    pub files: Vec<File>,
}

/// A data file.
#[derive(Debug, Serialize)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// Where it is.
    pub href: String,
    /// Its media type, in words.
    pub format: &'static str,
    /// What it holds.
    pub text: &'static str,
    /// Its columns or fields, with what they hold.
    pub fields: &'static [(&'static str, &'static str)],
}

/// The data files.
pub fn data(here: Here<'_>) -> DataView {
    let file = |name: &'static str, format, text, fields| File {
        name,
        href: here.to(&format!("data/{name}")),
        format,
        text,
        fields,
    };
    DataView {
        files: vec![
            file(
                "claims.csv",
                "CSV, UTF-8",
                "One row for each claim: what one source answers to one question.",
                CLAIMS,
            ),
            file("facts.json", "JSON", "Every question with its kind, its scope and its claims.", FACTS),
            file(
                "discrepancies.json",
                "JSON",
                "Every discrepancy: all findings except agreement and silence, in the list \u{201c}discrepancies\u{201d}.",
                DISCREPANCIES,
            ),
            file("discrepancies.csv", "CSV, UTF-8", "The same discrepancies, one row each.", DISCREPANCIES),
            file(
                "articles.csl.json",
                "CSL-JSON",
                "The sources as a bibliography for reference managers.",
                ARTICLES,
            ),
            file(
                "variorum.jsonld",
                "JSON-LD",
                "The edition in schema.org terms: Report, Event, Claim, Dataset.",
                GRAPH,
            ),
        ],
    }
}

const CLAIMS: &[(&str, &str)] = &[
    ("id", "Permanent id: sheet and anchor"),
    ("sheet", "The event, question or entity that asks"),
    ("fact", "The question"),
    ("part", "The part of a breakdown"),
    ("source", "The source that answers"),
    ("value", "The answer in the source\u{2019}s own words"),
    ("quote", "The words it rests on"),
];

const FACTS: &[(&str, &str)] = &[
    ("id", "Permanent id"),
    ("label", "The question"),
    ("kind", "What kind of answer it takes"),
    ("claims", "What each source answers"),
];

const DISCREPANCIES: &[(&str, &str)] = &[
    ("id", "Permanent id, the anchor on the discrepancies page"),
    ("owner", "The sheet concerned, as kind and id"),
    ("facts", "The questions concerned"),
    ("part", "The part of a breakdown"),
    ("class", "What kind of difference it is"),
    ("rule", "The rule that found it"),
    ("severity", "How much it matters: info, minor, moderate or major"),
    ("reason", "One sentence with the figures in it"),
    ("sources", "The sources concerned"),
    ("claims", "The claims concerned: id, source, value and quote"),
    ("represents", "How many pairs of claims the record stands for"),
    ("independent_origins", "How many of the sources are independent"),
    ("ruling", "The editors\u{2019} ruling: status, preferred source and note"),
];

const ARTICLES: &[(&str, &str)] = &[
    ("id", "Id of the source"),
    ("title", "Title"),
    ("container-title", "Outlet"),
    ("issued", "When it was published, where known"),
];

const GRAPH: &[(&str, &str)] = &[("@graph", "Everything above, linked by permanent addresses")];
