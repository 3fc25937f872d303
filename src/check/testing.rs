//! A small corpus for the tests of rules, built claim by claim; entry point [`Case::of`].
//!
//! Every case has the same four articles and the same entities, so that a test names only what it
//! is about.

use std::sync::Arc;

use crate::digest::Digest;
use crate::language::reading;
use crate::model::{
    Article, ArticleIx, ArticleKind, Breakdown, ChartWish, Claim, ClaimIx, Corpus, DateValue, Entity,
    EntityIx, EntityKind, Fact, FactIx, FactKind, Id, OrderChain, Origin, Overrides, Position, Prose, Quote,
    QuoteState, Reading, Scope, Series, SetItem, Settings, Sheet, SheetIx, SheetKind, SheetSource, TextMode,
    Tolerances, Voice,
};
use crate::source::{FileId, Span};
use crate::value::{date, measure, name, number};

/// A corpus under construction.
pub struct Case {
    pub corpus: Corpus,
}

pub const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

const ARTICLES: [(&str, &str, Option<&str>); 4] = [
    ("alpha", "Alpha News", Some("2025-07-16")),
    ("bravo", "Bravo Post", Some("2025-07-17")),
    ("charlie", "Charlie Times", Some("2025-07-18")),
    ("delta", "unknown", None),
];

/// Id, kind, name, other names, and what it lies in.
type Row = (&'static str, EntityKind, &'static str, &'static [&'static str], Option<&'static str>);

const ENTITIES: [Row; 14] = [
    ("bravo-post", EntityKind::Outlet, "Bravo Post", &[], None),
    ("cambodia", EntityKind::Place, "Cambodia", &[], None),
    ("chinese", EntityKind::Group, "Chinese", &[], None),
    ("hun-manet", EntityKind::Person, "Hun Manet", &[], None),
    ("hun-sen", EntityKind::Person, "Hun Sen", &[], None),
    ("indonesian", EntityKind::Group, "Indonesians", &["Indonesian"], None),
    ("mayor", EntityKind::Office, "Mayor of Poipet", &[], None),
    ("poipet", EntityKind::Place, "Poipet", &[], Some("cambodia")),
    ("police", EntityKind::Organisation, "National Police", &[], None),
    ("prime-minister", EntityKind::Office, "Prime Minister of Cambodia", &[], None),
    ("sihanoukville", EntityKind::Place, "Sihanoukville", &["Sihanouk Province"], Some("cambodia")),
    ("thailand", EntityKind::Place, "Thailand", &[], None),
    ("women", EntityKind::Group, "Indonesian women", &[], Some("indonesian")),
    ("zhou-wenying", EntityKind::Person, "Zhou Wenying", &["Zhou Wenyin"], None),
];

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub fn day(edtf: &str) -> DateValue {
    date::read(edtf).unwrap()
}

pub fn people() -> FactKind {
    FactKind::Count { unit: "people".to_owned(), series: None }
}

pub fn running_total() -> FactKind {
    FactKind::Count { unit: "people".to_owned(), series: Some(Series::Cumulative) }
}

pub fn money() -> FactKind {
    FactKind::Money { unit: None, series: None }
}

pub fn somebody() -> FactKind {
    FactKind::Entity { office: None }
}

pub fn positions(exclusive: bool) -> FactKind {
    let position = |name: &str, label: &str| Position { id: id(name), label: label.to_owned() };
    let positions = vec![position("works", "It is working"), position("fails", "It changes nothing")];
    FactKind::Position { positions, exclusive }
}

impl Case {
    /// One event with one fact.
    pub fn of(kind: FactKind) -> Self {
        let corpus = Corpus {
            settings: settings(),
            articles: ARTICLES
                .iter()
                .map(|&(id, outlet, published)| article(id, outlet, published))
                .collect(),
            entities: entities(),
            sheets: vec![sheet("raids", SheetKind::Event)],
            facts: Vec::new(),
            claims: Vec::new(),
            quotes_alone: Vec::new(),
            rulings: Vec::new(),
            briefing: None,
            pages: Vec::new(),
            moved: Vec::new(),
            remarks: Vec::new(),
            divided: std::sync::OnceLock::new(),
        };
        Self { corpus }.fact("asked", kind)
    }

    /// The same on the sheet of an entity.
    pub fn about(entity: &str, kind: FactKind) -> Self {
        let mut case = Self::of(kind);
        let ix = case.entity(entity);
        case.corpus.sheets[0].kind = SheetKind::Entity(ix);
        case
    }

    /// Another fact of the sheet; what follows answers it.
    pub fn fact(mut self, name: &str, kind: FactKind) -> Self {
        self.corpus.sheets[0].facts.push(FactIx(self.corpus.facts.len() as u32));
        self.corpus.facts.push(Fact {
            id: id(name),
            sheet: SheetIx(0),
            label: format!("The {name}"),
            kind,
            exact: false,
            by: None,
            scope: Scope::default(),
            same_as: None,
            chart: ChartWish::default(),
            note: None,
            claims: Vec::new(),
            span: SPAN,
        });
        self
    }

    /// Changes the fact that was added last.
    pub fn where_fact(mut self, edit: impl FnOnce(&mut Fact)) -> Self {
        edit(self.corpus.facts.last_mut().unwrap());
        self
    }

    /// Breaks the last fact down by nationality, with the first fact as the total.
    pub fn broken_down(self) -> Self {
        self.where_fact(|fact| {
            fact.by = Some(Breakdown { dimension: "nationality".to_owned(), total: Some(FactIx(0)) });
        })
    }

    /// A claim on the last fact.
    pub fn says(mut self, source: &str, words: &str) -> Self {
        let ix = ClaimIx(self.corpus.claims.len() as u32);
        let fact = FactIx(self.corpus.facts.len() as u32 - 1);
        let quote = format!("{source} {words} {}", ix.0);
        let reading = self.read(fact, words);
        let name = reading.entity().map(|_| Arc::new(name::read(words)));
        let claim = Claim {
            name,
            fact,
            source: self.corpus.article(&id(source)).unwrap(),
            part: None,
            words: words.to_owned(),
            reading,
            editors: None,
            quote: Quote {
                exact: words.to_owned(),
                prefix: None,
                suffix: None,
                digest: Digest::of(quote.as_bytes()),
                state: QuoteState::Unverified,
                span: SPAN,
            },
            via: Vec::new(),
            scope: Scope::default(),
            as_of: None,
            complete: None,
            worded: None,
            note: None,
            anchor: String::new(),
            span: SPAN,
        };
        self.corpus.claims.push(claim);
        self.corpus.facts[fact.index()].claims.push(ix);
        self
    }

    /// Changes the claim that was added last.
    pub fn with(mut self, edit: impl FnOnce(&mut Claim)) -> Self {
        edit(self.corpus.claims.last_mut().unwrap());
        self
    }

    /// The last claim is about these places.
    pub fn at(self, places: &[&str]) -> Self {
        let places = places.iter().map(|place| self.entity(place)).collect();
        self.with(|claim| claim.scope.places = places)
    }

    /// The last claim is about this part.
    pub fn part(self, part: &str) -> Self {
        let part = self.entity(part);
        self.with(|claim| claim.part = Some(part))
    }

    /// The last claim holds as of this day.
    pub fn on_day(self, edtf: &str) -> Self {
        self.with(|claim| claim.as_of = Some(day(edtf)))
    }

    /// The last claim cites this entity.
    pub fn via(self, entity: &str) -> Self {
        let voice = Voice::Entity(self.entity(entity));
        self.with(|claim| claim.via.push(voice))
    }

    /// The last claim cites this article.
    pub fn citing(self, article: &str) -> Self {
        let voice = Voice::Article(self.corpus.article(&id(article)).unwrap());
        self.with(|claim| claim.via.push(voice))
    }

    /// An article rests on another one.
    pub fn resting(mut self, article: &str, on: &str) -> Self {
        let (article, on) = (self.article(article), self.article(on));
        self.corpus.articles[article.index()].rests_on.push(Origin::Article(on));
        self
    }

    /// Every article is listed as a source of the sheet.
    pub fn listed(mut self, sources: &[&str]) -> Self {
        let articles = sources.iter().map(|source| self.corpus.article(&id(source)).unwrap());
        self.corpus.sheets[0].sources =
            articles.map(|article| SheetSource { article, as_of: None }).collect();
        self
    }

    /// The facts must come one after the other.
    pub fn in_order(mut self) -> Self {
        let facts = self.corpus.sheets[0].facts.clone();
        self.corpus.sheets[0].order.push(OrderChain { facts, span: SPAN });
        self
    }

    pub fn entity(&self, name: &str) -> EntityIx {
        self.corpus.entity(&id(name)).unwrap_or_else(|| panic!("no entity {name}"))
    }

    pub fn article(&self, name: &str) -> ArticleIx {
        self.corpus.article(&id(name)).unwrap()
    }

    fn read(&self, fact: FactIx, words: &str) -> Reading {
        match &self.corpus[fact].kind {
            FactKind::Count { .. } | FactKind::Money { .. } | FactKind::Percent { .. } => {
                let number = number::read(words, reading::english()).unwrap();
                Reading::Quantity(number::quantity(&number, &self.corpus.settings.tolerances))
            }
            FactKind::Measure { unit, .. } => {
                let measure = measure::read(words, unit, reading::english()).unwrap();
                Reading::Quantity(measure.quantity(unit, &self.corpus.settings.tolerances))
            }
            FactKind::Date => Reading::Date(day(words)),
            FactKind::Entity { .. } => Reading::Entity(self.named(words)),
            FactKind::Set => Reading::Set(
                words
                    .split(", ")
                    .map(|item| SetItem {
                        words: item.to_owned(),
                        entity: self.named(item),
                        name: Arc::new(name::read(item)),
                    })
                    .collect(),
            ),
            FactKind::Position { positions, .. } => {
                Reading::Position(positions.iter().position(|p| p.id.as_str() == words).unwrap())
            }
            FactKind::Text => Reading::Text,
            FactKind::YesNo => Reading::YesNo(words == "yes"),
        }
    }

    fn named(&self, words: &str) -> Option<EntityIx> {
        let is_name = |entity: &Entity| {
            std::iter::once(&entity.name)
                .chain(&entity.aliases)
                .any(|known| name::key(known) == name::key(words))
        };
        self.corpus.entities.iter().position(is_name).map(|i| EntityIx(i as u32))
    }
}

/// Checks every finding of a case, one a line: `class rule severity [modifiers]: reason`.
#[track_caller]
pub fn check(case: &Case, expected: &str) {
    let found: Vec<String> = super::findings(&case.corpus).iter().map(line).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

pub fn line(finding: &crate::model::Finding) -> String {
    let modifiers: Vec<&str> = finding.modifiers.iter().map(|modifier| modifier.as_str()).collect();
    let modifiers = if modifiers.is_empty() { String::new() } else { format!(" [{}]", modifiers.join(" ")) };
    format!("{} {} {}{modifiers}: {}", finding.class, finding.rule, finding.severity, finding.reason)
}

pub fn settings() -> Settings {
    Settings {
        title: String::new(),
        description: String::new(),
        language: "en".to_owned(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: String::new(),
        overrides: Overrides::None,
        publisher: None,
        licence: None,
        repository: None,
        tolerances: Tolerances::default(),
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: std::collections::BTreeSet::new(),
    }
}

fn sheet(name: &str, kind: SheetKind) -> Sheet {
    Sheet {
        id: id(name),
        kind,
        title: "The raids".to_owned(),
        date: None,
        date_of: None,
        places: Vec::new(),
        places_of: None,
        tags: Vec::new(),
        summary: Prose::default(),
        sources: Vec::new(),
        order: Vec::new(),
        facts: Vec::new(),
        title_span: SPAN,
        date_span: None,
    }
}

fn entities() -> Vec<Entity> {
    let position =
        |name: &str| ENTITIES.iter().position(|row| row.0 == name).map(|i| EntityIx(i as u32)).unwrap();
    ENTITIES
        .iter()
        .map(|&(key, kind, words, aliases, within)| Entity {
            holders: Vec::new(),
            id: id(key),
            kind,
            name: words.to_owned(),
            native: None,
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            forms: std::iter::once(&words).chain(aliases).map(|form| Arc::new(name::read(form))).collect(),
            within: within.map(position),
            at: None,
            people_of: None,
            exclusive: key == "prime-minister",
            wikidata: None,
            note: None,
        })
        .collect()
}

fn article(name: &str, outlet: &str, published: Option<&str>) -> Article {
    Article {
        id: id(name),
        title: format!("The {name} text"),
        outlet: outlet.to_owned(),
        outlet_entity: None,
        author: None,
        published: published.map(day),
        retrieved: None,
        url: None,
        archived_url: None,
        language: "en".to_owned(),
        kind: ArticleKind::Report,
        rests_on: Vec::new(),
        text: TextMode::Full,
        capture: None,
        set_aside: Vec::new(),
        body: Prose::default(),
    }
}
