//! Linked data in the terms of schema.org; entry points [`write`], [`sheet_files`] and [`block`].
//!
//! The same nodes stand in three places, because their readers look in different ones. Search engines
//! read only what stands in the page, and of this vocabulary only reports, events and datasets: so
//! these pages carry one small [`block`]. Programs that follow links find the claims of an event or
//! question in a file beside its page, and archives the whole edition in data/variorum.jsonld; of a large
//! edition its claims are in the files beside the pages only.
//!
//! `<` is written as an escape, so that no text can end the element that holds it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::json;
use super::linked::{self, EventNode, Node};
use super::names;
use super::nodes::Nodes;
use crate::check::prose::first_sentence;
use crate::check::spoken::{Spoken, entry};
use crate::check::summary::Disputes;
use crate::model::{ArticleIx, ClaimIx, Corpus, EntityIx, Finding, SheetIx, SheetKind, Voice};
use crate::plan::{PageKind, Route, is_large, linked_route};

/// Where the file stands.
pub const ROUTE: &str = "data/variorum.jsonld";

/// Whose terms these are.
const VOCABULARY: &str = "https://schema.org";

/// Whose terms a file uses, and the address that its links are relative to, where the edition has one.
#[derive(Serialize)]
#[serde(untagged)]
enum Terms {
    Alone(&'static str),
    Based(&'static str, Base),
}

#[derive(Serialize)]
struct Base {
    #[serde(rename = "@base")]
    address: String,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "@context")]
    context: Terms,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
struct Block<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    node: Node<'a>,
}

/// The bytes of the file on the whole edition.
pub fn write(corpus: &Corpus, findings: &[Finding]) -> Vec<u8> {
    let route = Route::new(ROUTE);
    let disputes = Disputes::new(corpus, findings);
    let spoken = Spoken::of(corpus);
    let nodes = Nodes { corpus, disputes: &disputes, spoken: Some(&spoken), at: &route };
    let mut graph = vec![nodes.report(), nodes.dataset()];
    graph.extend(nodes.articles().map(|ix| nodes.article(ix)));
    graph.extend(entries(corpus, &spoken).map(|ix| nodes.entity(ix)));
    graph.extend(nodes.sheets().filter_map(|ix| nodes.sheet(ix)));
    graph.extend(claims(corpus).map(|ix| nodes.claim(ix)));
    file(corpus, &route, graph)
}

/// The claims of the file; in a large edition those of events and questions stand in the files beside their pages
/// alone, because the file would be tens of megabytes.
fn claims(corpus: &Corpus) -> impl Iterator<Item = ClaimIx> {
    let is_large = is_large(corpus);
    let stands_apart = move |claim: ClaimIx| linked_route(corpus, corpus[corpus[claim].fact].sheet).is_some();
    (0..corpus.claims.len() as u32).map(ClaimIx).filter(move |&claim| !is_large || !stands_apart(claim))
}

/// The entities that have a page.
fn entries(corpus: &Corpus, spoken: &Spoken) -> impl Iterator<Item = EntityIx> {
    (0..corpus.entities.len() as u32).map(EntityIx).filter(|&ix| spoken.is_entry(corpus, ix))
}

/// How many nodes the file holds.
pub fn n_nodes(corpus: &Corpus) -> usize {
    let sheets = corpus.sheets.iter().filter(|sheet| match sheet.kind {
        SheetKind::Event | SheetKind::Question => true,
        SheetKind::Entity(_) => false,
    });
    2 + corpus.articles.len()
        + entries(corpus, &Spoken::of(corpus)).count()
        + sheets.count()
        + claims(corpus).count()
}

/// For each event and question the file beside its page: it, its claims and whoever makes them.
pub fn sheet_files(corpus: &Corpus, findings: &[Finding]) -> Vec<(Route, Vec<u8>)> {
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    let disputes = Disputes::new(corpus, findings);
    let spoken = Spoken::of(corpus);
    sheets.filter_map(|ix| sheet_file(corpus, (&disputes, &spoken), ix)).collect()
}

fn sheet_file(
    corpus: &Corpus,
    (disputes, spoken): (&Disputes<'_>, &Spoken),
    ix: SheetIx,
) -> Option<(Route, Vec<u8>)> {
    let route = linked_route(corpus, ix)?;
    let nodes = Nodes { corpus, disputes, spoken: Some(spoken), at: &route };
    let sheet = &corpus[ix];
    let claims: Vec<ClaimIx> = sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims).copied().collect();
    let listed = sheet.sources.iter().map(|source| source.article);
    let articles: BTreeSet<ArticleIx> =
        listed.chain(claims.iter().map(|&claim| corpus[claim].source)).collect();
    let mut entities: BTreeSet<EntityIx> = sheet.places.iter().copied().collect();
    entities.extend(articles.iter().filter_map(|&article| corpus[article].outlet_entity));
    entities.extend(claims.iter().flat_map(|&claim| &corpus[claim].via).filter_map(|voice| match voice {
        Voice::Entity(ix) => Some(*ix),
        Voice::Article(_) => None,
    }));
    let mut graph: Vec<Node<'_>> = nodes.sheet(ix).into_iter().collect();
    graph.extend(articles.into_iter().map(|article| nodes.article(article)));
    let entities: BTreeSet<EntityIx> = entities.into_iter().map(|entity| entry(corpus, entity)).collect();
    graph.extend(entities.into_iter().map(|entity| nodes.entity(entity)));
    graph.extend(claims.into_iter().map(|claim| nodes.claim(claim)));
    Some((route.clone(), file(corpus, &route, graph)))
}

/// What a page says of itself to search engines, as the text of a script element that is data.
pub fn block(corpus: &Corpus, disputes: &Disputes<'_>, page: &Route, kind: PageKind) -> Option<String> {
    let nodes = Nodes { corpus, disputes, spoken: None, at: page };
    let node = match kind {
        PageKind::Briefing => Node::Report(nodes.bare_report()),
        PageKind::Event(ix) => Node::Event(short(nodes.event(ix))),
        PageKind::Data => nodes.dataset(),
        PageKind::EventIndex
        | PageKind::ListPart(_)
        | PageKind::QuestionIndex
        | PageKind::Question(_)
        | PageKind::SourceIndex
        | PageKind::Source(_)
        | PageKind::EntityIndex
        | PageKind::Entity(_)
        | PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::TagIndex
        | PageKind::Tag(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => return None,
    };
    let block = Block { context: VOCABULARY, node };
    Some(inert(&serde_json::to_string(&block).expect("nodes have text keys and no floats")))
}

/// An event in as little as search engines read; the rest stands in the file beside the page.
fn short(event: EventNode<'_>) -> EventNode<'_> {
    EventNode {
        description: first_sentence(&event.description).to_owned(),
        keywords: &[],
        subject_of: Vec::new(),
        ..event
    }
}

fn file(corpus: &Corpus, route: &Route, graph: Vec<Node<'_>>) -> Vec<u8> {
    let context = match corpus.settings.base_url {
        Some(_) => Terms::Based(VOCABULARY, Base { address: names::link(corpus, route.as_str()) }),
        None => Terms::Alone(VOCABULARY),
    };
    let bytes = json::write(&File { context, graph });
    inert(&String::from_utf8_lossy(&bytes)).into_bytes()
}

/// The same JSON without a character that HTML takes for the beginning of a tag.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The schema of the file: its frame; the nodes are schema.org's.
pub fn schema() -> Value {
    let node = json!({
        "type": "object", "description": "A thing in the terms of schema.org.", "required": ["@type", "@id"],
        "properties": {
            "@id": { "type": "string", "description": "Its address." },
            "@type": { "description": "Its type.", "enum": linked::TYPES },
        },
    });
    json!({
        "type": "object", "description": "The edition as linked data.", "required": ["@context", "@graph"],
        "additionalProperties": false,
        "properties": {
            "@context": {
                "description": "Whose terms these are; in an edition with an address also the one that links are relative to.",
                "oneOf": [{ "const": VOCABULARY }, { "type": "array" }],
            },
            "@graph": { "type": "array", "description": "Report, dataset, sources, entities, events, questions, claims.", "items": node },
        },
    })
}
