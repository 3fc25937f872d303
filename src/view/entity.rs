//! The page of an entity, and the index of entities; entry points [`entity`] and [`index`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::{Line, lines};
use super::fact::FactView;
use super::initials::{Initial, N_NAMES_UNDIVIDED_MAX, by_initial};
use super::prose::remark_html;
use super::source::{Statement, statement};
use super::{Here, Link, figure, sheet, terms};
use crate::check::spoken::entry;
use crate::model::{ArticleIx, ClaimIx, EntityIx, EntityKind, Reading, SheetIx, Tenure};

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

/// The most claims that a page quotes one by one; further sheets that name the entity are linked.
const MOST_STATEMENTS: usize = 600;

/// The page of an entity.
pub fn entity(here: Here<'_>, ix: EntityIx) -> EntityView {
    let corpus = here.edition.corpus;
    let entity = &corpus[ix];
    let own_sheet = own_sheet(here, ix);
    let naming = here.edition.claims_naming(ix);
    let answers: Vec<ClaimIx> = naming.iter().copied().filter(|&claim| is_answer(here, claim, ix)).collect();
    // A member of a list is one of several answers, and has no spelling of its own to stand under.
    let is_whole = |claim: &ClaimIx| matches!(corpus[*claim].reading, Reading::Entity(_));
    let is_spelt = |claim: &&ClaimIx| is_whole(claim) && is_answer(here, **claim, ix);
    let (spelt_by, mentions): (Vec<ClaimIx>, Vec<ClaimIx>) = naming.iter().partition(is_spelt);
    EntityView {
        kind: here.say(terms::entity_kind(entity.kind).0),
        native: entity.native.clone(),
        aliases: spelt(here, ix),
        within: within(here, ix),
        holds: entities_where(here, |other| corpus[other].within == Some(ix)),
        exclusive: entity.exclusive,
        holders: entity.holders.iter().map(|tenure| holder(here, tenure)).collect(),
        wikidata: entity.wikidata.clone(),
        note: entity.note.as_deref().map(remark_html),
        facts: own_sheet.map(|sheet| sheet::facts(here, sheet, &[])).unwrap_or_default(),
        figures: own_sheet.map(|sheet| figure::of_sheet(here, sheet)).unwrap_or_default(),
        disputes: disputes(here, own_sheet, &answers),
        spellings: spellings(here, &spelt_by),
        mentions: by_sheet(here, &mentions),
        events: (0..corpus.sheets.len() as u32)
            .map(SheetIx)
            .filter(|&sheet| corpus[sheet].places.contains(&ix))
            .map(|sheet| here.sheet(sheet))
            .collect(),
        articles: (0..corpus.articles.len() as u32)
            .map(ArticleIx)
            .filter(|&article| corpus[article].outlet_entity == Some(ix) || is_author(here, article, ix))
            .map(|article| here.article(article))
            .collect(),
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

fn is_author(here: Here<'_>, article: ArticleIx, ix: EntityIx) -> bool {
    let entity = &here.edition.corpus[ix];
    let author = here.edition.corpus[article].author.as_ref();
    author.is_some_and(|author| *author == entity.name || entity.aliases.contains(author))
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

fn entities_where(here: Here<'_>, keep: impl Fn(EntityIx) -> bool) -> Vec<Link> {
    let all = (0..here.edition.corpus.entities.len() as u32).map(EntityIx);
    all.filter(|&ix| keep(ix)).map(|ix| here.entity(ix)).collect()
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
    for (i, &claim) in claims.iter().enumerate() {
        let sheet = corpus[corpus[claim].fact].sheet;
        if mentions.last().is_none_or(|(known, _)| *known != sheet) {
            mentions.push((sheet, Mention { sheet: here.sheet(sheet), claims: Vec::new() }));
        }
        if let (Some((_, mention)), true) = (mentions.last_mut(), i < MOST_STATEMENTS) {
            mention.claims.push(statement(here, claim));
        }
    }
    mentions.into_iter().map(|(_, mention)| mention).collect()
}

fn disputes(here: Here<'_>, own_sheet: Option<SheetIx>, answers: &[ClaimIx]) -> Vec<Line> {
    let mut positions = own_sheet.map(|sheet| here.edition.of_sheet(sheet)).unwrap_or_default();
    for &claim in answers {
        for &i in here.edition.of_claim(claim) {
            if !positions.contains(&i) {
                positions.push(i);
            }
        }
    }
    lines(here, &positions)
}

/// The index of entities, kind by kind.
#[derive(Debug, JsonSchema, Serialize)]
pub struct EntityIndexView {
    /// The kinds that occur.
    pub groups: Vec<Group>,
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
    let kinds = [
        EntityKind::Person,
        EntityKind::Office,
        EntityKind::Organisation,
        EntityKind::Outlet,
        EntityKind::Group,
        EntityKind::Place,
    ];
    let groups = kinds.into_iter().map(|kind| group(here, kind)).filter(|group| group.n > 0);
    EntityIndexView { groups: groups.collect() }
}

fn group(here: Here<'_>, kind: EntityKind) -> Group {
    let corpus = here.edition.corpus;
    let (_, id, heading) = terms::entity_kind(kind);
    let mut entities: Vec<Entry> = here
        .edition
        .entries()
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
