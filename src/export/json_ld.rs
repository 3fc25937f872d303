//! data/variorum.jsonld: the edition in the terms of schema.org; entry point [`write`].
//!
//! A claim appears in the article that makes it and is based on the words quoted from there.
//! `<` is written as an escape, so that the text may stand inside an HTML page.

use serde::Serialize;
use serde_json::{Value, json};

use super::linked::{
    Agent, ArticleNode, ClaimNode, DatasetNode, EntityNode, EventNode, Licence, Node, QuestionNode,
    Quotation, Reference, ReportNode,
};
use super::prose::plain;
use super::{catalogue, days, json, names};
use crate::model::{
    Article, ArticleIx, ArticleKind, ClaimIx, Corpus, EntityIx, EntityKind, SheetIx, SheetKind, Voice,
};
use crate::plan::{Route, article_route, claim_href, entity_route, sheet_route};

/// Where the file stands.
pub const ROUTE: &str = "data/variorum.jsonld";

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

/// The bytes of the file.
pub fn write(corpus: &Corpus) -> Vec<u8> {
    let numbered = |n: usize| 0..n as u32;
    let mut graph = vec![Node::Report(report(corpus)), Node::Dataset(dataset(corpus))];
    graph.extend(numbered(corpus.articles.len()).map(|i| article(corpus, ArticleIx(i))));
    graph.extend(numbered(corpus.entities.len()).map(|i| entity(corpus, EntityIx(i))));
    graph.extend(numbered(corpus.sheets.len()).filter_map(|i| sheet(corpus, SheetIx(i))));
    graph.extend(numbered(corpus.claims.len()).map(|i| Node::Claim(claim(corpus, ClaimIx(i)))));
    let bytes = json::write(&File { context: "https://schema.org", graph });
    String::from_utf8_lossy(&bytes).replace('<', "\\u003c").into_bytes()
}

/// An address: absolute where the edition has one, else relative to this file.
fn address(corpus: &Corpus, href: &str) -> String {
    match corpus.settings.base_url {
        Some(_) => names::link(corpus, href),
        None => Route::new(ROUTE).link(href),
    }
}

fn report_id(corpus: &Corpus) -> String {
    address(corpus, "index.html#report")
}

fn article_id(corpus: &Corpus, ix: ArticleIx) -> Reference {
    Reference::to(address(corpus, &format!("{}#source", article_route(corpus, ix))))
}

fn entity_id(corpus: &Corpus, ix: EntityIx) -> Reference {
    Reference::to(address(corpus, &format!("{}#entity", entity_route(corpus, ix))))
}

/// What a sheet's claims are about.
fn subject(corpus: &Corpus, ix: SheetIx) -> Reference {
    match corpus[ix].kind {
        SheetKind::Event => Reference::to(address(corpus, &format!("{}#event", sheet_route(corpus, ix)))),
        SheetKind::Question => {
            Reference::to(address(corpus, &format!("{}#question", sheet_route(corpus, ix))))
        }
        SheetKind::Entity(entity) => entity_id(corpus, entity),
    }
}

fn publisher(corpus: &Corpus) -> Option<Agent<'_>> {
    let publisher = corpus.settings.publisher.as_ref()?;
    Some(Agent::organization(&publisher.name, publisher.url.as_deref()))
}

fn licence(corpus: &Corpus) -> Option<Licence<'_>> {
    corpus.settings.licence.as_deref().map(Licence::read)
}

fn report(corpus: &Corpus) -> ReportNode<'_> {
    let settings = &corpus.settings;
    let events =
        (0..corpus.sheets.len() as u32).map(SheetIx).filter(|&ix| corpus[ix].kind == SheetKind::Event);
    ReportNode {
        id: report_id(corpus),
        url: address(corpus, "index.html"),
        name: &settings.title,
        description: &settings.description,
        in_language: &settings.language,
        date_modified: days::of_edition(corpus).map(|day| day.to_string()),
        publisher: publisher(corpus),
        license: licence(corpus),
        about: events.map(|ix| subject(corpus, ix)).collect(),
        citation: (0..corpus.articles.len() as u32).map(|i| article_id(corpus, ArticleIx(i))).collect(),
        has_part: Reference::to(dataset_id(corpus)),
    }
}

fn dataset_id(corpus: &Corpus) -> String {
    address(corpus, "data.html#dataset")
}

fn dataset(corpus: &Corpus) -> DatasetNode<'_> {
    let settings = &corpus.settings;
    DatasetNode {
        id: dataset_id(corpus),
        url: address(corpus, "data.html"),
        name: format!("{}: claims, facts and discrepancies", settings.title),
        description: format!(
            "{} claims of {} sources on {} questions of fact, with the words they rest on, their reading, \
             and every disagreement between them.",
            corpus.claims.len(),
            corpus.articles.len(),
            corpus.facts.len()
        ),
        in_language: &settings.language,
        date_modified: days::of_edition(corpus).map(|day| day.to_string()),
        creator: publisher(corpus),
        license: licence(corpus),
        is_part_of: Reference::to(report_id(corpus)),
        distribution: catalogue::downloads(|route| address(corpus, route)),
    }
}

fn article(corpus: &Corpus, ix: ArticleIx) -> Node<'_> {
    let article: &Article = &corpus[ix];
    let node = ArticleNode {
        id: article_id(corpus, ix).id,
        url: article.url.as_deref(),
        archived_at: article.archived_url.as_deref(),
        headline: &article.title,
        in_language: &article.language,
        date_published: article.published.as_ref().and_then(days::iso_period).map(|(first, _)| first),
        author: article.author.as_deref().map(Agent::named),
        publisher: match article.outlet_entity {
            Some(outlet) => Some(Agent::Known(entity_id(corpus, outlet))),
            None if article.outlet == "unknown" => None,
            None => Some(Agent::organization(&article.outlet, None)),
        },
        subject_of: Reference::to(address(corpus, article_route(corpus, ix).as_str())),
    };
    match article.kind {
        ArticleKind::Report => Node::NewsArticle(node),
        ArticleKind::Statement => Node::Article(node),
        ArticleKind::Analysis => Node::AnalysisNewsArticle(node),
        ArticleKind::SocialPost => Node::SocialMediaPosting(node),
    }
}

fn entity(corpus: &Corpus, ix: EntityIx) -> Node<'_> {
    let entity = &corpus[ix];
    let node = EntityNode {
        id: entity_id(corpus, ix).id,
        url: address(corpus, entity_route(corpus, ix).as_str()),
        name: &entity.name,
        alternate_name: entity.native.iter().chain(&entity.aliases).map(String::as_str).collect(),
        contained_in_place: entity.within.map(|place| entity_id(corpus, place)),
        same_as: entity.wikidata.as_ref().map(|item| format!("http://www.wikidata.org/entity/{item}")),
    };
    match entity.kind {
        EntityKind::Person => Node::Person(node),
        EntityKind::Organisation => Node::Organization(node),
        EntityKind::Place => Node::Place(node),
        EntityKind::Outlet => Node::NewsMediaOrganization(node),
        // Schema.org has no type for a nationality, and its Role is a relation, not an office.
        EntityKind::Group | EntityKind::Office => Node::Thing(node),
    }
}

fn sheet(corpus: &Corpus, ix: SheetIx) -> Option<Node<'_>> {
    let sheet = &corpus[ix];
    let id = subject(corpus, ix).id;
    let url = address(corpus, sheet_route(corpus, ix).as_str());
    match sheet.kind {
        SheetKind::Event => {
            let (start_date, end_date) = sheet.date.as_ref().and_then(days::iso_period).unzip();
            Some(Node::Event(EventNode {
                id,
                url,
                name: &sheet.title,
                description: plain(corpus, &sheet.summary),
                start_date,
                end_date: end_date.flatten(),
                location: sheet.places.iter().map(|&place| entity_id(corpus, place)).collect(),
                keywords: &sheet.tags,
                subject_of: sheet.sources.iter().map(|source| article_id(corpus, source.article)).collect(),
            }))
        }
        SheetKind::Question => Some(Node::Question(QuestionNode { id, url, name: &sheet.title })),
        SheetKind::Entity(_) => None,
    }
}

fn claim(corpus: &Corpus, ix: ClaimIx) -> ClaimNode<'_> {
    let claim = &corpus[ix];
    let fact = &corpus[claim.fact];
    let part = claim.part.map(|part| format!(" ({})", corpus[part].name)).unwrap_or_default();
    let address = address(corpus, &claim_href(corpus, ix));
    ClaimNode {
        url: address.clone(),
        id: address,
        text: format!("{}{part}: {}", fact.label, names::answer(corpus, ix)),
        about: subject(corpus, fact.sheet),
        appearance: article_id(corpus, claim.source),
        author: claim.via.iter().filter_map(|&voice| speaker(corpus, voice)).collect(),
        is_based_on: Quotation::new(&claim.quote.exact, article_id(corpus, claim.source)),
    }
}

/// The party that makes a claim, where it is one; an article is no party.
fn speaker(corpus: &Corpus, voice: Voice) -> Option<Reference> {
    match voice {
        Voice::Entity(ix) => match corpus[ix].kind {
            EntityKind::Person | EntityKind::Organisation | EntityKind::Outlet => Some(entity_id(corpus, ix)),
            EntityKind::Place | EntityKind::Group | EntityKind::Office => None,
        },
        Voice::Article(_) => None,
    }
}

/// The schema of the file: its frame; the nodes are schema.org's.
pub fn schema() -> Value {
    let node = json!({
        "type": "object", "description": "A thing in the terms of schema.org.", "required": ["@type", "@id"],
        "properties": {
            "@id": { "type": "string", "description": "Its address." },
            "@type": { "description": "Its type.", "enum": super::linked::TYPES },
        },
    });
    json!({
        "type": "object", "description": "The edition as linked data.", "required": ["@context", "@graph"],
        "additionalProperties": false,
        "properties": {
            "@context": { "const": "https://schema.org", "description": "Whose terms these are." },
            "@graph": { "type": "array", "description": "Report, dataset, sources, entities, events, questions, claims.", "items": node },
        },
    })
}
