//! What facts.json lists beside the facts: the edition, its sources, entities and sheets.

use serde::Serialize;
use serde_json::Value;

use super::days::of_edition;
use super::prose::plain;
use super::schema::{boolean, choice, object, optional, optional_list, pattern, text};
use super::{names, words};
use crate::check::frame;
use crate::check::spoken::Spoken;
use crate::check::summary::Disputes;
use crate::model::{
    Article, ArticleIx, Capture, Corpus, DateValue, Entity, EntityIx, Finding, Origin, SetAside, SheetIx,
    SheetSource,
};
use crate::plan::{article_route, entity_route, sheet_route};

/// The edition.
#[derive(Serialize)]
pub struct EditionView<'a> {
    title: &'a str,
    description: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
}

/// A source document.
#[derive(Serialize)]
pub struct SourceView<'a> {
    id: &'a str,
    title: &'a str,
    outlet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet_entity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    kind: &'static str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retrieved: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rests_on: Vec<String>,
    text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    capture: Option<CaptureView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set_aside: Vec<SetAsideView<'a>>,
    link: String,
}

#[derive(Serialize)]
struct CaptureView<'a> {
    file: &'a str,
    sha256: String,
}

#[derive(Serialize)]
struct SetAsideView<'a> {
    words: &'a str,
    reason: &'a str,
}

/// An entity.
#[derive(Serialize)]
pub struct EntityView<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    native: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    r#in: Option<&'a str>,
    exclusive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    people_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wikidata: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

/// A fact sheet.
#[derive(Serialize)]
pub struct SheetView<'a> {
    owner: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_of: Option<String>,
    date_disputed: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places_of: Option<String>,
    places_disputed: bool,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    summary: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SheetSourceView<'a>>,
    link: String,
}

#[derive(Serialize)]
struct SheetSourceView<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<&'a str>,
}

/// The view of the edition.
pub fn edition(corpus: &Corpus) -> EditionView<'_> {
    let settings = &corpus.settings;
    EditionView {
        title: &settings.title,
        description: &settings.description,
        language: &settings.language,
        base_url: settings.base_url.as_deref(),
        updated: of_edition(corpus).map(|day| day.to_string()),
        publisher: settings.publisher.as_ref().map(|publisher| publisher.name.as_str()),
        licence: settings.licence.as_deref(),
    }
}

/// The views of all articles.
pub fn sources(corpus: &Corpus) -> Vec<SourceView<'_>> {
    corpus
        .articles
        .iter()
        .enumerate()
        .map(|(i, article)| source(corpus, ArticleIx(i as u32), article))
        .collect()
}

fn source<'a>(corpus: &'a Corpus, ix: ArticleIx, article: &'a Article) -> SourceView<'a> {
    let capture =
        |capture: &'a Capture| CaptureView { file: &capture.file, sha256: capture.sha256.to_string() };
    let set_aside = |figure: &'a SetAside| SetAsideView { words: &figure.words, reason: &figure.reason };
    SourceView {
        id: article.id.as_str(),
        title: &article.title,
        outlet: &article.outlet,
        outlet_entity: article.outlet_entity.map(|ix| names::entity(corpus, ix)),
        author: article.author.as_deref(),
        kind: words::article_kind(article.kind),
        language: &article.language,
        published: edtf(article.published.as_ref()),
        retrieved: edtf(article.retrieved.as_ref()),
        url: article.url.as_deref(),
        archived_url: article.archived_url.as_deref(),
        rests_on: article.rests_on.iter().map(|origin| origin_name(corpus, origin)).collect(),
        text: words::text_mode(article.text),
        capture: article.capture.as_ref().map(capture),
        set_aside: article.set_aside.iter().map(set_aside).collect(),
        link: names::link(corpus, article_route(corpus, ix).as_str()),
    }
}

fn origin_name(corpus: &Corpus, origin: &Origin) -> String {
    match origin {
        Origin::Article(ix) => format!("source/{}", corpus[*ix].id),
        Origin::Entity(ix) => format!("entity/{}", corpus[*ix].id),
        Origin::Named(name) => name.clone(),
    }
}

fn edtf(date: Option<&DateValue>) -> Option<&str> {
    date.map(|date| date.edtf.as_str())
}

/// The views of all entities.
pub fn entities(corpus: &Corpus) -> Vec<EntityView<'_>> {
    let spoken = Spoken::of(corpus);
    corpus
        .entities
        .iter()
        .enumerate()
        .map(|(i, entity)| entity_view(corpus, &spoken, EntityIx(i as u32), entity))
        .collect()
}

fn entity_view<'a>(corpus: &'a Corpus, spoken: &Spoken, ix: EntityIx, entity: &'a Entity) -> EntityView<'a> {
    EntityView {
        id: entity.id.as_str(),
        kind: words::entity_kind(entity.kind),
        name: &entity.name,
        native: entity.native.as_deref(),
        aliases: &entity.aliases,
        r#in: entity.within.map(|place| names::entity(corpus, place)),
        exclusive: entity.exclusive,
        people_of: entity.people_of.map(|place| names::entity(corpus, place)),
        wikidata: entity.wikidata.as_deref(),
        note: entity.note.as_deref(),
        link: spoken.has_page(ix).then(|| names::link(corpus, entity_route(corpus, ix).as_str())),
    }
}

/// The views of all sheets.
pub fn sheets<'a>(corpus: &'a Corpus, findings: &[Finding]) -> Vec<SheetView<'a>> {
    let disputes = Disputes::new(corpus, findings);
    (0..corpus.sheets.len() as u32).map(|i| sheet_view(corpus, &disputes, SheetIx(i))).collect()
}

fn sheet_view<'a>(corpus: &'a Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> SheetView<'a> {
    let sheet = &corpus[ix];
    let source = |source: &'a SheetSource| SheetSourceView {
        source: corpus[source.article].id.as_str(),
        as_of: edtf(source.as_of.as_ref()),
    };
    let dating = frame::dating(corpus, disputes, ix);
    SheetView {
        owner: names::owner(corpus, ix),
        title: &sheet.title,
        date: edtf(sheet.date.as_ref()),
        date_of: dating.fact.map(|fact| names::fact(corpus, ix, fact)),
        date_disputed: dating.is_disputed,
        places: sheet.places.iter().map(|&place| names::entity(corpus, place)).collect(),
        places_of: sheet.places_of.map(|fact| names::fact(corpus, ix, fact)),
        places_disputed: frame::are_places_disputed(corpus, disputes, ix),
        tags: &sheet.tags,
        summary: plain(corpus, disputes, &sheet.summary),
        sources: sheet.sources.iter().map(source).collect(),
        link: names::link(corpus, sheet_route(corpus, ix).as_str()),
    }
}

/// The schema of [`EditionView`].
pub fn edition_schema() -> Value {
    object(
        "The edition.",
        vec![
            ("title", text("Its title.")),
            ("description", text("One sentence on it.")),
            ("language", text("BCP 47 tag of its language.")),
            ("base_url", optional(text("Address of its root; without one, links are paths from the root."))),
            ("updated", optional(text("The last day that its data speak of."))),
            ("publisher", optional(text("Who publishes it."))),
            ("licence", optional(text("Licence of its own words and data."))),
        ],
    )
}

/// The schema of [`SourceView`].
pub fn source_schema() -> Value {
    let capture =
        vec![("file", text("File name.")), ("sha256", pattern("SHA-256 of its bytes.", "^[0-9a-f]{64}$"))];
    let set_aside =
        vec![("words", text("The words in the text.")), ("reason", text("Why no claim records them."))];
    object(
        "A source document.",
        vec![
            ("id", text("Article id.")),
            ("title", text("Headline, or the editors' name for it.")),
            ("outlet", text("Outlet as written, or `unknown`.")),
            ("outlet_entity", optional(text("Entity id of the outlet."))),
            ("author", optional(text("Byline."))),
            ("kind", choice("What kind of text it is.", words::ARTICLE_KINDS)),
            ("language", text("BCP 47 tag of the text.")),
            ("published", optional(text("Day of publication (EDTF); absent where unknown."))),
            ("retrieved", optional(text("Day of retrieval (EDTF)."))),
            ("url", optional(text("Where it was published."))),
            ("archived_url", optional(text("An archived copy."))),
            (
                "rests_on",
                optional_list("What it relays.", text("`source/<article id>`, `entity/<id>` or a name.")),
            ),
            (
                "text",
                choice(
                    "Whether the edition holds the text or the editors' digest of it.",
                    ["full", "digest"],
                ),
            ),
            ("capture", optional(object("The text file that quotes are verified in.", capture))),
            (
                "set_aside",
                optional_list("Figures that are deliberately not recorded.", object("A figure.", set_aside)),
            ),
            ("link", text("The source's page.")),
        ],
    )
}

/// The schema of [`EntityView`].
pub fn entity_schema() -> Value {
    object(
        "Somebody or something that sources name.",
        vec![
            ("id", text("Entity id.")),
            ("kind", choice("What it is.", words::ENTITY_KINDS)),
            ("name", text("The editors' preferred name.")),
            ("native", optional(text("The name in its own script."))),
            ("aliases", optional_list("Other spellings that occur.", text("A spelling."))),
            ("in", optional(text("Entity id of the place that contains this place."))),
            ("exclusive", boolean("For an office: whether one person holds it at a time.")),
            ("people_of", optional(text("For a group: entity id of the place whose people it is."))),
            ("wikidata", optional(text("Wikidata item."))),
            ("note", optional(text("The editors' remark."))),
            (
                "link",
                optional(text("The entity's page, or that of its place; absent where no claim names it.")),
            ),
        ],
    )
}

/// The schema of [`SheetView`].
pub fn sheet_schema() -> Value {
    let source =
        vec![("source", text("Article id.")), ("as_of", optional(text("When its answers hold (EDTF).")))];
    object(
        "An event, question or entity that facts belong to.",
        vec![
            ("owner", text("`<sheet kind>/<sheet id>`; kinds are event, question and entity.")),
            ("title", text("Its title.")),
            ("date", optional(text("The editors' reading of when it happened (EDTF)."))),
            ("date_of", optional(text("Id of the fact that the date is read from."))),
            ("date_disputed", boolean("Whether the answers to that fact contradict each other.")),
            ("places", optional_list("Where it happened.", text("Entity id."))),
            ("places_of", optional(text("Id of the fact that the places are read from."))),
            ("places_disputed", boolean("Whether the answers to that fact contradict each other.")),
            ("tags", optional_list("Free labels.", text("A label."))),
            ("summary", text("What happened, without markup.")),
            ("sources", optional_list("The articles that report on it.", object("An article.", source))),
            ("link", text("Its page.")),
        ],
    )
}
