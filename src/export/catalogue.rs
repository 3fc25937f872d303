//! The data files with their fields, for the data page, the schemas and the linked data; entry
//! point [`catalogue`].

use serde_json::Value;

use super::csv::Column;
use super::discrepancies_json::listed;
use super::linked::Download;
use super::schema::{document, list, object, text};
use super::{
    annotations, bibtex, claims_csv, csl_json, csvw, discrepancies_csv, discrepancies_json, facts_json, json,
    json_ld, statements,
};
use crate::model::{Corpus, Export, Finding};
use crate::plan::Route;

/// A data file of the edition.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Where it stands.
    pub route: Route,
    /// Where its schema stands.
    pub schema: Route,
    /// Media type.
    pub media_type: &'static str,
    /// Name for readers.
    pub title: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Its fields, outermost first.
    pub fields: Vec<Field>,
}

/// A file for machines that holds no records of its own, or a kind of such files.
#[derive(Clone, Copy, Debug)]
pub struct OtherFile {
    /// Its path below the root, `<id>` standing for each of a kind.
    pub path: &'static str,
    /// What it is.
    pub about: &'static str,
}

/// A field of a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Column, or path: `discrepancies[].claims[].quote`.
    pub path: String,
    /// What stands in it.
    pub about: String,
}

struct Format {
    route: &'static str,
    /// Which setting asks for it; every edition has it where none does.
    asked_by: Option<Export>,
    media_type: &'static str,
    title: &'static str,
    about: &'static str,
    schema: fn() -> Value,
    n_records: fn(&Corpus, &[Finding], &[u8]) -> usize,
}

const FORMATS: [Format; 9] = [
    Format {
        route: claims_csv::ROUTE,
        asked_by: None,
        media_type: "text/csv",
        title: "Claims (CSV)",
        about: "One row for each claim: who says what, how it is read, and the quoted words. A text that a \
                spreadsheet would take for a formula has an apostrophe in front.",
        schema: || rows("A row of claims.csv.", &claims_csv::columns()),
        n_records: |corpus, _, _| corpus.claims.len(),
    },
    Format {
        route: facts_json::ROUTE,
        asked_by: None,
        media_type: "application/json",
        title: "Facts (JSON)",
        about: "The whole corpus: what is asked, what each source answers, and all that this refers to.",
        schema: facts_json::schema,
        n_records: |corpus, _, _| corpus.facts.len(),
    },
    Format {
        route: discrepancies_json::ROUTE,
        asked_by: None,
        media_type: "application/json",
        title: "Discrepancies (JSON)",
        about: "Every disagreement, with its class, its reason, both sides and the editors’ ruling.",
        schema: discrepancies_json::schema,
        n_records: |_, findings, _| listed(findings).count(),
    },
    Format {
        route: discrepancies_csv::ROUTE,
        asked_by: None,
        media_type: "text/csv",
        title: "Discrepancies (CSV)",
        about: "The same as a table, one row for each disagreement.",
        schema: || rows("A row of discrepancies.csv.", &discrepancies_csv::columns()),
        n_records: |_, findings, _| listed(findings).count(),
    },
    Format {
        route: csl_json::ROUTE,
        asked_by: None,
        media_type: "application/vnd.citationstyles.csl+json",
        title: "Sources (CSL-JSON)",
        about: "The source documents, for reference managers.",
        schema: csl_json::schema,
        n_records: |corpus, _, _| corpus.articles.len(),
    },
    Format {
        route: bibtex::ROUTE,
        asked_by: Some(Export::Bibtex),
        media_type: "application/x-bibtex",
        title: "Sources (BibTeX)",
        about: "The same for LaTeX. UTF-8, for biber or a current BibTeX; keys are the article ids.",
        schema: bibtex::schema,
        n_records: |corpus, _, _| corpus.articles.len(),
    },
    Format {
        route: statements::ROUTE,
        asked_by: Some(Export::Followthemoney),
        media_type: "application/x-ndjson",
        title: "Follow the Money statements",
        about: "What the sources and the editors say, for investigative tools: one statement on each line, each \
                source a dataset of its own.",
        schema: statements::schema,
        n_records: |_, _, bytes| bytes.iter().filter(|&&byte| byte == b'\n').count(),
    },
    Format {
        route: annotations::ROUTE,
        asked_by: Some(Export::Annotations),
        media_type: "application/ld+json",
        title: "Annotations (W3C)",
        about: "Each claim as a Web Annotation on the quoted words, for tools that show it beside the source. \
                Where the edition has no address of its own, ids are relative to the file.",
        schema: annotations::schema,
        n_records: |corpus, _, _| corpus.claims.len(),
    },
    Format {
        route: json_ld::ROUTE,
        asked_by: None,
        media_type: "application/ld+json",
        title: "Linked data (JSON-LD)",
        about: "The edition in the terms of schema.org: report, events, claims and dataset.",
        schema: json_ld::schema,
        n_records: |corpus, _, _| json_ld::n_nodes(corpus),
    },
];

const OTHERS: [OtherFile; 7] = [
    OtherFile { path: "briefing.md", about: "The briefing as Markdown, for mail." },
    OtherFile {
        path: "events/<id>.jsonld, questions/<id>.jsonld",
        about: "Beside each such page: it, its claims and their sources as linked data.",
    },
    OtherFile {
        path: "charts/<name>.svg, charts/<name>.csv",
        about: "Each chart as a drawing that stands alone, and the figures in it.",
    },
    OtherFile {
        path: "feed.xml",
        about: "Atom feed of events, questions and open disagreements, newest first; ids stay when titles change.",
    },
    OtherFile { path: "feed.json", about: "The same as JSON Feed." },
    OtherFile { path: "sitemap.xml", about: "Every page, with the last day that its data speak of." },
    OtherFile { path: "robots.txt", about: "Everything may be read." },
];

/// The other files of this edition; what needs an address is there where it has one.
pub fn others(is_there: impl Fn(&str) -> bool) -> Vec<OtherFile> {
    OTHERS.into_iter().filter(|file| file.path.contains('<') || is_there(file.path)).collect()
}

/// Whether an edition has what a setting asks for; what none asks for, every edition has.
fn has(corpus: &Corpus, asked_by: Option<Export>) -> bool {
    asked_by.is_none_or(|export| corpus.settings.exports.contains(&export))
}

/// The formats that an edition is written in.
fn formats(corpus: &Corpus) -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| has(corpus, format.asked_by))
}

/// Whether an edition has the data file at this route.
pub fn is_written(corpus: &Corpus, route: &str) -> bool {
    FORMATS.iter().find(|format| format.route == route).is_none_or(|format| has(corpus, format.asked_by))
}

/// The data files of an edition, in the order of the data page.
pub fn catalogue(corpus: &Corpus) -> Vec<DataFile> {
    formats(corpus)
        .map(|format| DataFile {
            route: Route::new(format.route),
            schema: schema_route(format),
            media_type: format.media_type,
            title: format.title,
            about: format.about,
            fields: fields(&(format.schema)()),
        })
        .collect()
}

/// The schema files.
pub fn schemas(corpus: &Corpus) -> impl Iterator<Item = (Route, Vec<u8>)> {
    formats(corpus)
        .map(|format| (schema_route(format), json::write(&document(format.title, (format.schema)()))))
}

/// How many records a data file holds: rows, facts, disagreements, sources, statements, nodes.
pub fn n_records(corpus: &Corpus, findings: &[Finding], (file, bytes): (&Route, &[u8])) -> usize {
    let format = FORMATS.iter().find(|format| format.route == file.as_str());
    format.map_or(0, |format| (format.n_records)(corpus, findings, bytes))
}

/// What describes the tables to tools, where the settings ask for it.
pub fn table_descriptions(corpus: &Corpus) -> Vec<(Route, Vec<u8>)> {
    if !has(corpus, Some(Export::Csvw)) {
        return Vec::new();
    }
    vec![
        csvw::metadata(claims_csv::ROUTE, &claims_csv::columns(), &["owner", "claim"]),
        csvw::metadata(discrepancies_csv::ROUTE, &discrepancies_csv::columns(), &["id"]),
    ]
}

/// The data files as downloads, with an address made from each route.
pub fn downloads(corpus: &Corpus, address: impl Fn(&str) -> String) -> Vec<Download> {
    let download = |format: &Format| Download {
        name: format.title,
        description: format.about,
        content_url: address(format.route),
        encoding_format: format.media_type,
    };
    formats(corpus).map(download).collect()
}

/// `data/claims.csv` is described by `data/schema/claims.csv.json`.
fn schema_route(format: &Format) -> Route {
    let name = format.route.trim_start_matches("data/");
    Route::new(format!("data/schema/{}.json", name.trim_end_matches(".json")))
}

/// A table as a list of objects, one text for each column.
fn rows<R>(about: &str, columns: &[Column<R>]) -> Value {
    let fields = columns.iter().map(|column| (column.name, text(column.about))).collect();
    list("The rows, each as an object with the column names as keys.", object(about, fields))
}

/// The fields of a schema by path.
fn fields(schema: &Value) -> Vec<Field> {
    let mut found = Vec::new();
    walk(schema, "", &mut found);
    found
}

fn walk(schema: &Value, path: &str, found: &mut Vec<Field>) {
    if let Some(items) = schema.get("items") {
        // The rows of a table and the items of a list have names of their own, without a prefix.
        let path = if path.is_empty() { String::new() } else { format!("{path}[]") };
        walk(items, &path, found);
    }
    for option in schema.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        walk(option, path, found);
    }
    for (name, field) in properties(schema) {
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let about = field.get("description").and_then(Value::as_str).unwrap_or_default();
        found.push(Field { path: path.clone(), about: about.to_owned() });
        walk(field, &path, found);
    }
}

/// The properties of an object: first those that are always there, which `required` keeps in order.
fn properties(schema: &Value) -> Vec<(&str, &Value)> {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
    let names = schema.get("required").and_then(Value::as_array);
    let required: Vec<&str> = names.into_iter().flatten().filter_map(Value::as_str).collect();
    let first = required.iter().filter_map(|name| Some((*name, properties.get(*name)?)));
    let others = properties.iter().map(|(name, field)| (name.as_str(), field));
    first.chain(others.filter(|(name, _)| !required.contains(name))).collect()
}
