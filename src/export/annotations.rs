//! data/annotations.jsonld: each claim as a W3C Web Annotation on the words it rests on; entry
//! point [`write`].
//!
//! An annotation's id is the claim's permanent address. Its target is the source where that was
//! published, else its page in this edition. A quote in parts has one target for each part. Words
//! around a quote are given only where the curator recorded them: the texts are other people's.
//!
//! The model asks for IRIs. An edition without an address has none to give: its ids are relative, and
//! whoever reads the file as JSON-LD resolves them against the address that it came from.

use serde::Serialize;
use serde_json::{Value, json};

use super::schema::{choice, count, list, object, sparse_object, text};
use super::{json, names};
use crate::model::{Claim, ClaimIx, Corpus};
use crate::plan::{Route, article_route, claim_href};
use crate::text;

/// Where the file stands.
pub const ROUTE: &str = "data/annotations.jsonld";

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'a str,
    total: usize,
    first: Page<'a>,
    last: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Body<'a>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    value: String,
    format: &'static str,
    language: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: String,
    selector: Selector<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State<'a>>,
}

#[derive(Serialize)]
struct Selector<'a> {
    r#type: &'static str,
    exact: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
}

#[derive(Serialize)]
struct State<'a> {
    r#type: &'static str,
    cached: &'a str,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let items: Vec<Annotation<'_>> =
        (0..corpus.claims.len() as u32).map(|i| annotation(corpus, ClaimIx(i))).collect();
    let (id, page) = (address(corpus, ROUTE), address(corpus, &format!("{ROUTE}#page")));
    json::write(&Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: id.clone(),
        r#type: "AnnotationCollection",
        label: &corpus.settings.title,
        total: items.len(),
        first: Page { id: page.clone(), r#type: "AnnotationPage", part_of: id, start_index: 0, items },
        last: page,
    })
}

/// An address: absolute where the edition has one, else relative to this file.
fn address(corpus: &Corpus, href: &str) -> String {
    match corpus.settings.base_url {
        Some(_) => names::link(corpus, href),
        None => Route::new(ROUTE).link(href),
    }
}

fn annotation(corpus: &Corpus, ix: ClaimIx) -> Annotation<'_> {
    let claim = &corpus[ix];
    Annotation {
        id: address(corpus, &claim_href(corpus, ix)),
        r#type: "Annotation",
        motivation: "describing",
        body: Body {
            r#type: "TextualBody",
            value: names::statement(corpus, ix),
            format: "text/plain",
            language: &corpus.settings.language,
        },
        target: targets(corpus, claim),
    }
}

fn targets<'a>(corpus: &'a Corpus, claim: &'a Claim) -> Vec<Target<'a>> {
    let (article, quote) = (&corpus[claim.source], &claim.quote);
    let parts = text::parts(&quote.exact);
    let last = parts.len().saturating_sub(1);
    let target = |(i, exact): (usize, String)| Target {
        source: match &article.url {
            Some(url) => url.clone(),
            None => address(corpus, article_route(corpus, claim.source).as_str()),
        },
        selector: Selector {
            r#type: "TextQuoteSelector",
            exact,
            prefix: quote.prefix.as_deref().filter(|_| i == 0),
            suffix: quote.suffix.as_deref().filter(|_| i == last),
        },
        state: article.archived_url.as_deref().map(|cached| State { r#type: "TimeState", cached }),
    };
    parts.into_iter().enumerate().map(target).collect()
}

/// The schema of the file.
pub fn schema() -> Value {
    let mut selector = sparse_object(
        "The words.",
        vec![
            ("type", choice("How they are selected.", ["TextQuoteSelector"])),
            ("exact", text("The quoted words, or one part of them.")),
            ("prefix", text("Words just before, where passages repeat.")),
            ("suffix", text("Words just after, where passages repeat.")),
        ],
    );
    selector["required"] = json!(["type", "exact"]);
    let state = object(
        "How the source looked.",
        vec![("type", choice("Always a time state.", ["TimeState"])), ("cached", text("An archived copy."))],
    );
    let mut target = sparse_object(
        "Words in a source.",
        vec![
            ("source", text("Where the source was published, else its page in this edition.")),
            ("selector", selector),
            ("state", state),
        ],
    );
    target["required"] = json!(["source", "selector"]);
    let body = object(
        "What the source says.",
        vec![
            ("type", choice("Always text.", ["TextualBody"])),
            ("value", text("The question and the answer.")),
            ("format", choice("Always plain text.", ["text/plain"])),
            ("language", text("BCP 47 tag of the edition.")),
        ],
    );
    let annotation = object(
        "A claim.",
        vec![
            ("id", text("The claim's permanent address; relative to this file in an edition without one.")),
            ("type", choice("Always an annotation.", ["Annotation"])),
            ("motivation", choice("What the body does for the target.", ["describing"])),
            ("body", body),
            ("target", list("The words it rests on; one for each part of a quote.", target)),
        ],
    );
    let page = object(
        "All annotations on one page.",
        vec![
            ("id", text("Address of the page.")),
            ("type", choice("Always a page.", ["AnnotationPage"])),
            ("partOf", text("Address of this file.")),
            ("startIndex", count("Always 0.")),
            ("items", list("The annotations, in the order of the claims.", annotation)),
        ],
    );
    let mut collection = object(
        "The claims as annotations on their sources.",
        vec![
            ("id", text("Address of this file.")),
            ("type", choice("Always a collection.", ["AnnotationCollection"])),
            ("label", text("Title of the edition.")),
            ("total", count("How many there are.")),
            ("first", page),
            ("last", text("Address of the only page.")),
        ],
    );
    collection["properties"]["@context"] =
        json!({ "const": "http://www.w3.org/ns/anno.jsonld", "description": "Whose terms these are." });
    collection
}
