//! The page of an entity, and the index of entities; entry points [`entity`], [`part`] for some of what its
//! page lists, and [`index`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{Line, lines};
use super::fact::FactView;
use super::initials::{Initial, N_NAMES_UNDIVIDED_MAX, by_initial};
use super::parts::{self, Part};
use super::prose::remark_html;
use super::source::{Statement, statement};
use super::{Here, Link, figure, sheet, terms};
use crate::check::spoken::entry;
use crate::model::{ArticleIx, ClaimIx, EntityIx, EntityKind, Reading, SheetIx, Tenure};
use crate::plan::{ListPart, Listing};

/// Somebody or something that sources name.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EntityView {
    /// What it is.
    pub kind: String,
    /// The name in its own script.
    pub native: Option<String>,
    /// Other curated spellings.
    pub aliases: Vec<String>,
    /// The places that contain it, nearest first.
    pub within: Vec<Link>,
    /// The places that it contains.
    pub holds: Vec<Link>,
    /// Whether it is an office held by one person at a time.
    pub exclusive: bool,
    /// For an office: who held it, by the editors' own record.
    pub holders: Vec<Holder>,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// A remark, as HTML.
    pub note: Option<String>,
    /// The questions about it.
    pub facts: Vec<FactView>,
    /// The charts of those questions.
    pub figures: Vec<figure::Figure>,
    /// Disagreements about it.
    pub disputes: Vec<Line>,
    /// The names under which sources answer with it, with the claims.
    pub spellings: Vec<Spelling>,
    /// Claims that name it otherwise.
    pub mentions: Vec<Mention>,
    /// Events that took place there.
    pub events: Vec<Link>,
    /// Sources that it published or wrote.
    pub articles: Vec<Link>,
    /// The pages among which very many questions about it are divided.
    pub parts: Vec<Part>,
    /// The pages among which very many claims that name it are divided.
    pub claim_parts: Vec<Part>,
    /// The pages among which very many events are divided.
    pub event_parts: Vec<Part>,
    /// The pages among which very many sources are divided.
    pub article_parts: Vec<Part>,
    /// The pages among which very many places are divided.
    pub place_parts: Vec<Part>,
    /// On a page with a part of what it lists: the entity.
    pub whole: Option<Link>,
    /// The part before.
    pub before: Option<Link>,
    /// The part after.
    pub after: Option<Link>,
}

/// Who held an office.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Holder {
    /// The person.
    pub person: Link,
    /// From when to when, as far as it is recorded.
    pub period: Option<String>,
}

/// A name that sources use, with the claims that use it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Spelling {
    /// The name.
    pub words: String,
    /// The claims.
    pub claims: Vec<Statement>,
}

/// The claims of one sheet that name an entity.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Mention {
    /// The sheet.
    pub sheet: Link,
    /// The claims.
    pub claims: Vec<Statement>,
}

/// The page of an entity; what is too much for it stands on parts.
pub fn entity(here: Here<'_>, ix: EntityIx) -> EntityView {
    let entity = &here.edition.corpus[ix];
    let plan = here.edition.plan;
    let own_sheet = own_sheet(here, ix);
    let shown = |listing| !plan.is_divided(listing);
    let claims = if shown(Listing::Naming(ix)) { plan.naming.claims(ix) } else { &[] };
    let sheets = if shown(Listing::Happened(ix)) { plan.naming.happened(ix) } else { &[] };
    let works = if shown(Listing::Works(ix)) { plan.naming.works(ix) } else { &[] };
    let places = if shown(Listing::Within(ix)) { plan.naming.within(ix) } else { &[] };
    EntityView {
        native: entity.native.clone(),
        aliases: spelt(here, ix),
        within: within(here, ix),
        holds: places.iter().map(|&place| here.entity(place)).collect(),
        exclusive: entity.exclusive,
        holders: entity.holders.iter().map(|tenure| holder(here, tenure)).collect(),
        wikidata: entity.wikidata.clone(),
        note: entity.note.as_deref().map(remark_html),
        facts: own_sheet.map(|sheet| sheet::facts(here, sheet, &[])).unwrap_or_default(),
        figures: own_sheet.map(|sheet| figure::of_sheet(here, sheet)).unwrap_or_default(),
        events: sheets.iter().map(|&sheet| here.sheet(sheet)).collect(),
        articles: works.iter().map(|&article| here.article(article)).collect(),
        parts: own_sheet.map(|sheet| parts::parts(here, Listing::Asked(sheet))).unwrap_or_default(),
        claim_parts: parts::parts(here, Listing::Naming(ix)),
        event_parts: parts::parts(here, Listing::Happened(ix)),
        article_parts: parts::parts(here, Listing::Works(ix)),
        place_parts: parts::parts(here, Listing::Within(ix)),
        ..naming(here, ix, own_sheet, claims)
    }
}

/// Some of what the page of an entity lists, where that is too much for it.
pub fn part(here: Here<'_>, ix: EntityIx, part: &ListPart) -> EntityView {
    let members = || part.members.iter().copied();
    let claims: Vec<ClaimIx> = match part.listing {
        Listing::Naming(_) => members().map(ClaimIx).collect(),
        _ => Vec::new(),
    };
    let links = |link: &dyn Fn(u32) -> Link| members().map(link).collect::<Vec<Link>>();
    let (before, after) = parts::beside(here, part);
    let view = EntityView { whole: Some(here.entity(ix)), before, after, ..naming(here, ix, None, &claims) };
    match part.listing {
        Listing::Happened(_) => EntityView { events: links(&|i| here.sheet(SheetIx(i))), ..view },
        Listing::Works(_) => EntityView { articles: links(&|i| here.article(ArticleIx(i))), ..view },
        Listing::Within(_) => EntityView { holds: links(&|i| here.entity(EntityIx(i))), ..view },
        _ => view,
    }
}

/// The most records that a page lists.
const N_LINES_MAX: usize = 100;

/// The claims that name an entity, and the disagreements on those that answer with it.
fn naming(here: Here<'_>, ix: EntityIx, own_sheet: Option<SheetIx>, claims: &[ClaimIx]) -> EntityView {
    let corpus = here.edition.corpus;
    let answers: Vec<ClaimIx> = claims.iter().copied().filter(|&claim| is_answer(here, claim, ix)).collect();
    // A member of a list is one of several answers, and has no spelling of its own to stand under.
    let is_whole = |claim: &ClaimIx| matches!(corpus[*claim].reading, Reading::Entity(_));
    let is_spelt = |claim: &&ClaimIx| is_whole(claim) && is_answer(here, **claim, ix);
    let (spelt_by, mentions): (Vec<ClaimIx>, Vec<ClaimIx>) = claims.iter().partition(is_spelt);
    EntityView {
        kind: here.say(terms::entity_kind(corpus[ix].kind).0),
        native: None,
        aliases: Vec::new(),
        within: Vec::new(),
        holds: Vec::new(),
        exclusive: false,
        holders: Vec::new(),
        wikidata: None,
        note: None,
        facts: Vec::new(),
        figures: Vec::new(),
        disputes: disputes(here, own_sheet, &answers),
        spellings: spellings(here, &spelt_by),
        mentions: by_sheet(here, &mentions),
        events: Vec::new(),
        articles: Vec::new(),
        parts: Vec::new(),
        claim_parts: Vec::new(),
        event_parts: Vec::new(),
        article_parts: Vec::new(),
        place_parts: Vec::new(),
        whole: None,
        before: None,
        after: None,
    }
}

/// Other curated spellings of an entity, and the names of the people that is one entry with it.
fn spelt(here: Here<'_>, ix: EntityIx) -> Vec<String> {
    let corpus = here.edition.corpus;
    let people = corpus.entities.iter().filter(|other| other.people_of == Some(ix));
    let names = people.flat_map(|other| std::iter::once(&other.name).chain(&other.aliases));
    corpus[ix].aliases.iter().chain(names).cloned().collect()
}

fn holder(here: Here<'_>, tenure: &Tenure) -> Holder {
    let period = here.edition.language.period(tenure.from.as_ref(), tenure.to.as_ref());
    Holder { person: here.entity(tenure.person), period }
}

fn own_sheet(here: Here<'_>, ix: EntityIx) -> Option<SheetIx> {
    here.edition.sheet_about(ix)
}

fn within(here: Here<'_>, ix: EntityIx) -> Vec<Link> {
    let corpus = here.edition.corpus;
    let outer = std::iter::successors(corpus[ix].within, |&place| corpus[place].within);
    // Circular containment is refused before any page is made; the limit only keeps this total.
    outer.take(corpus.entities.len()).map(|place| here.entity(place)).collect()
}

fn is_answer(here: Here<'_>, claim: ClaimIx, ix: EntityIx) -> bool {
    let corpus = here.edition.corpus;
    let is_own = |named: Option<EntityIx>| named.is_some_and(|named| entry(corpus, named) == ix);
    match &corpus[claim].reading {
        Reading::Entity(entity) => is_own(*entity),
        Reading::Set(items) => items.iter().any(|item| is_own(item.entity)),
        Reading::Quantity(_)
        | Reading::Date(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => false,
    }
}

/// The spelling of an entity in a claim that answers with it.
fn spellings(here: Here<'_>, answers: &[ClaimIx]) -> Vec<Spelling> {
    let corpus = here.edition.corpus;
    let mut spellings: Vec<Spelling> = Vec::new();
    for &claim in answers {
        let words = &corpus[claim].words;
        let statement = statement(here, claim);
        match spellings.iter_mut().find(|spelling| spelling.words == *words) {
            Some(known) => known.claims.push(statement),
            None => spellings.push(Spelling { words: words.clone(), claims: vec![statement] }),
        }
    }
    spellings
}

fn by_sheet(here: Here<'_>, claims: &[ClaimIx]) -> Vec<Mention> {
    let corpus = here.edition.corpus;
    let mut mentions: Vec<(SheetIx, Mention)> = Vec::new();
    for &claim in claims {
        let sheet = corpus[corpus[claim].fact].sheet;
        if mentions.last().is_none_or(|(known, _)| *known != sheet) {
            mentions.push((sheet, Mention { sheet: here.sheet(sheet), claims: Vec::new() }));
        }
        if let Some((_, mention)) = mentions.last_mut() {
            mention.claims.push(statement(here, claim));
        }
    }
    mentions.into_iter().map(|(_, mention)| mention).collect()
}

fn disputes(here: Here<'_>, own_sheet: Option<SheetIx>, answers: &[ClaimIx]) -> Vec<Line> {
    let mut positions = own_sheet.map(|sheet| here.edition.of_sheet(sheet)).unwrap_or_default();
    let mut known: BTreeSet<usize> = positions.iter().copied().collect();
    let of_answers = answers.iter().flat_map(|&claim| here.edition.of_claim(claim));
    positions.extend(of_answers.filter(|&&i| known.insert(i)));
    positions.truncate(N_LINES_MAX);
    lines(here, &positions)
}

/// The index of entities, kind by kind.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EntityIndexView {
    /// The kinds that occur.
    pub groups: Vec<Group>,
    /// Very many names instead on pages of their own.
    pub parts: Vec<Part>,
    /// Where the places are, where two or more have coordinates.
    pub map: Option<figure::Figure>,
}

/// The entities of one kind.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Group {
    /// Anchor.
    pub id: &'static str,
    /// Heading.
    pub heading: String,
    /// How many there are.
    pub n: usize,
    /// The entities by name; many are under their first letters.
    pub letters: Vec<Initial<Entry>>,
}

/// One entity in the index.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Entry {
    /// The entity.
    pub link: Link,
    /// The name in its own script.
    pub native: Option<String>,
    /// Other curated spellings.
    pub aliases: Vec<String>,
    /// How many claims name it.
    pub n_claims: usize,
}

/// How many claims name an entity or answer a question about it.
fn n_claims(here: Here<'_>, ix: EntityIx) -> usize {
    let corpus = here.edition.corpus;
    let about = own_sheet(here, ix).into_iter().flat_map(|sheet| &corpus[sheet].facts);
    let about = about.flat_map(|&fact| &corpus[fact].claims);
    about.chain(here.edition.claims_naming(ix)).collect::<BTreeSet<_>>().len()
}

/// The index of entities.
pub fn index(here: Here<'_>) -> EntityIndexView {
    let parts = parts::parts(here, Listing::Names);
    let shown = if parts.is_empty() { here.edition.plan.naming.entries().collect() } else { Vec::new() };
    EntityIndexView {
        groups: groups(here, &shown),
        parts,
        map: figure::figure(here, figure::Plotted::AllPlaces),
    }
}

/// Some of very many names.
pub fn index_of_division(here: Here<'_>, part: &ListPart) -> EntityIndexView {
    let shown: Vec<EntityIx> = part.members.iter().map(|&i| EntityIx(i)).collect();
    EntityIndexView { groups: groups(here, &shown), parts: Vec::new(), map: None }
}

/// Entities by their kinds.
fn groups(here: Here<'_>, entities: &[EntityIx]) -> Vec<Group> {
    let kinds = [
        EntityKind::Person,
        EntityKind::Office,
        EntityKind::Organisation,
        EntityKind::Outlet,
        EntityKind::Group,
        EntityKind::Place,
    ];
    kinds.into_iter().map(|kind| group(here, kind, entities)).filter(|group| group.n > 0).collect()
}

fn group(here: Here<'_>, kind: EntityKind, entities: &[EntityIx]) -> Group {
    let corpus = here.edition.corpus;
    let (_, id, heading) = terms::entity_kind(kind);
    let mut entities: Vec<Entry> = entities
        .iter()
        .copied()
        .filter(|&ix| corpus[ix].kind == kind)
        .map(|ix| Entry {
            link: here.entity(ix),
            native: corpus[ix].native.clone(),
            aliases: spelt(here, ix),
            n_claims: n_claims(here, ix),
        })
        .collect();
    entities.sort_by_cached_key(|entry| entry.link.text.to_lowercase());
    let n = entities.len();
    let letters = by_initial(entities, N_NAMES_UNDIVIDED_MAX, id, |entry| &entry.link.text);
    Group { id, heading: here.say(heading), n, letters }
}
