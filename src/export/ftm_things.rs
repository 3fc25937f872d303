//! What the curator says of people, places, offices, events and sources, as FollowTheMoney
//! statements; entry point [`things`].
//!
//! Groups of people have no type in that vocabulary and are left out.

use super::prose::plain;
use super::statements::{Statement, article_id, language};
use super::{days, names};
use crate::check::frame;
use crate::check::summary::Disputes;
use crate::model::{ArticleIx, Corpus, EntityIx, EntityKind, Finding, SheetIx, SheetKind, Tenure};
use crate::plan::{article_route, sheet_route};

/// Everything that the curator says.
pub fn things(corpus: &Corpus, findings: &[Finding]) -> Vec<Statement> {
    let mut said = Vec::new();
    for i in 0..corpus.articles.len() as u32 {
        said.extend(article(corpus, ArticleIx(i)));
    }
    for i in 0..corpus.entities.len() as u32 {
        said.extend(entity(corpus, EntityIx(i)));
    }
    let disputes = Disputes::new(corpus, findings);
    for i in 0..corpus.sheets.len() as u32 {
        said.extend(sheet(corpus, &disputes, SheetIx(i)));
    }
    said
}

/// What an entity's own claims are notes on: it, or a note where its type can hold none.
pub fn sheet_subject(corpus: &Corpus, ix: EntityIx) -> (String, &'static str) {
    match schema(corpus[ix].kind) {
        Some(schema) if schema != "Address" => (entity_id(corpus, ix), schema),
        Some(_) | None => (format!("facts-{}", corpus[ix].id), "Note"),
    }
}

fn entity_id(corpus: &Corpus, ix: EntityIx) -> String {
    format!("entity-{}", corpus[ix].id)
}

fn schema(kind: EntityKind) -> Option<&'static str> {
    match kind {
        EntityKind::Person => Some("Person"),
        EntityKind::Organisation | EntityKind::Outlet => Some("Organization"),
        EntityKind::Place => Some("Address"),
        EntityKind::Office => Some("Position"),
        EntityKind::Group => None,
    }
}

/// An entity of a type: what is said of it is added property by property.
struct Thing {
    entity: String,
    schema: &'static str,
    said: Vec<Statement>,
}

impl Thing {
    /// An entity of which nothing is said but that it exists.
    fn new(entity: String, schema: &'static str) -> Self {
        let mut thing = Self { said: Vec::new(), entity: entity.clone(), schema };
        thing.say("id", Some(entity));
        thing
    }

    fn say(&mut self, prop: &'static str, values: impl IntoIterator<Item = impl Into<String>>) {
        let (entity, schema) = (&self.entity, self.schema);
        self.said.extend(
            values
                .into_iter()
                .map(Into::into)
                .filter(|value: &String| !value.is_empty())
                .map(|value| Statement { entity: entity.clone(), schema, prop, value }),
        );
    }
}

fn article(corpus: &Corpus, ix: ArticleIx) -> Vec<Statement> {
    let article = &corpus[ix];
    let mut thing = Thing::new(article_id(corpus, ix), "Article");
    thing.say("name", Some(article.title.as_str()));
    thing.say("title", Some(article.title.as_str()));
    thing.say("author", article.author.as_deref());
    thing.say("publisher", (article.outlet != "unknown").then_some(article.outlet.as_str()));
    let day = |date| days::stated(date).map(|stated| stated.to_string());
    thing.say("publishedAt", article.published.as_ref().and_then(day));
    thing.say("retrievedAt", article.retrieved.as_ref().and_then(day));
    thing.say("language", language(&article.language));
    thing.say("sourceUrl", article.url.as_deref());
    thing.say("publisherUrl", article.archived_url.as_deref().filter(|_| article.url.is_none()));
    let page = names::link(corpus, article_route(corpus, ix).as_str());
    thing.say("alephUrl", corpus.settings.base_url.as_ref().map(|_| page));
    thing.said
}

fn entity(corpus: &Corpus, ix: EntityIx) -> Vec<Statement> {
    let entity = &corpus[ix];
    let Some(schema) = schema(entity.kind) else { return Vec::new() };
    let mut thing = Thing::new(entity_id(corpus, ix), schema);
    if schema == "Address" {
        // An address is no thing with a name: it is what it says in full.
        thing.say("full", Some(full_place(corpus, ix)));
        thing.say("remarks", entity.native.as_deref());
        return thing.said;
    }
    thing.say("name", Some(entity.name.as_str()));
    thing.say("alias", entity.native.iter().chain(&entity.aliases).map(String::as_str));
    thing.say("wikidataId", entity.wikidata.as_deref());
    thing.say("notes", entity.note.as_deref());
    let mut said = thing.said;
    said.extend(entity.holders.iter().flat_map(|tenure| occupancy(corpus, ix, tenure)));
    said
}

/// A place with the places that contain it: `Poipet, Cambodia`.
fn full_place(corpus: &Corpus, ix: EntityIx) -> String {
    let places = std::iter::successors(Some(ix), |&place| corpus[place].within);
    places.map(|place| corpus[place].name.as_str()).collect::<Vec<_>>().join(", ")
}

fn occupancy(corpus: &Corpus, office: EntityIx, tenure: &Tenure) -> Vec<Statement> {
    let from = tenure.from.as_ref().and_then(days::stated).map(|stated| stated.to_string());
    let to = tenure.to.as_ref().and_then(days::stated).map(|stated| stated.to_string());
    let since = from.as_deref().unwrap_or("always");
    let id = format!("tenure-{}-{}-{since}", corpus[office].id, corpus[tenure.person].id);
    let mut thing = Thing::new(id, "Occupancy");
    thing.say("holder", Some(entity_id(corpus, tenure.person)));
    thing.say("post", Some(entity_id(corpus, office)));
    thing.say("startDate", from);
    thing.say("endDate", to);
    thing.said
}

fn sheet(corpus: &Corpus, disputes: &Disputes<'_>, ix: SheetIx) -> Vec<Statement> {
    let sheet = &corpus[ix];
    let mut thing = match sheet.kind {
        SheetKind::Event => Thing::new(format!("event-{}", sheet.id), "Event"),
        SheetKind::Question => Thing::new(format!("question-{}", sheet.id), "Note"),
        SheetKind::Entity(entity) => match sheet_subject(corpus, entity) {
            (id, "Note") => Thing::new(id, "Note"),
            // The entity is there already.
            _ => return Vec::new(),
        },
    };
    thing.say("name", Some(sheet.title.as_str()));
    thing.say("description", Some(plain(corpus, disputes, &sheet.summary)));
    thing.say("keywords", &sheet.tags);
    let page = names::link(corpus, sheet_route(corpus, ix).as_str());
    thing.say("sourceUrl", corpus.settings.base_url.as_ref().map(|_| page));
    thing.say("proof", sheet.sources.iter().map(|source| article_id(corpus, source.article)));
    if sheet.kind == SheetKind::Event {
        let dating = frame::dating(corpus, disputes, ix);
        let uncontradicted = dating.dates.first().filter(|_| !dating.is_disputed);
        let (start, end) = uncontradicted.and_then(days::iso_period).unzip();
        match end.flatten() {
            Some(end) => {
                thing.say("startDate", start);
                thing.say("endDate", Some(end));
            }
            None => thing.say("date", start),
        }
        let is_told = !frame::are_places_disputed(corpus, disputes, ix);
        let places = sheet.places.iter().filter(|_| is_told);
        thing.say("location", places.map(|&place| full_place(corpus, place)));
    }
    thing.said
}
