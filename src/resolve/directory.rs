//! What exists: articles, entities, sheets and facts by id, for looking references up.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;

use super::entity::Cast;
use super::names::Names;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Article, ArticleIx, Entity, EntityIx, FactIx, Id, SheetIx};
use crate::parse::{Parsed, is_hurt};
use crate::source::Span;
use crate::yaml::Located;

/// Everything that can be referred to.
#[derive(Clone, Debug)]
pub(super) struct Directory {
    articles: BTreeMap<Id, ArticleIx>,
    /// The articles' ids, by position.
    article_ids: Vec<Id>,
    /// Articles that this edition leaves out: known, but never shown.
    held_back: BTreeMap<Id, String>,
    /// The entities by id.
    pub(super) entities: Vec<Entity>,
    money: Vec<Option<&'static str>>,
    /// What is paid with where the outlet of each article is.
    outlet_money: Vec<Option<&'static str>>,
    /// What they are called.
    pub(super) names: Names,
    /// Sheets by id.
    pub(super) sheets: BTreeMap<Id, SheetIx>,
    /// Facts by sheet and id.
    pub(super) facts: BTreeMap<(SheetIx, Id), FactIx>,
    /// Facts that this edition leaves out.
    pub(super) facts_held_back: BTreeSet<(Id, Id)>,
    /// Where the files are faulty, and which could not be read at all.
    losses: Losses,
}

/// What could not be read, so that nothing is said of references to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Losses {
    faulty: Vec<Span>,
    articles: BTreeSet<Id>,
    sheets: BTreeSet<Id>,
    entities: bool,
}

impl Losses {
    pub(super) fn of(parsed: &Parsed) -> Self {
        let sheets = parsed.lost_ids("content/events").chain(parsed.lost_ids("content/questions"));
        let hurt = parsed.articles.iter().filter(|(_, document)| parsed.is_hurt(document.front_span()));
        Self {
            articles: parsed.lost_ids("content/articles").chain(hurt.map(|(id, _)| id.clone())).collect(),
            faulty: parsed.faulty.clone(),
            sheets: sheets.collect(),
            entities: parsed.lost.contains(Utf8Path::new("content/entities.yaml")),
        }
    }
}

/// What a reference to an article or a fact leads to.
pub(super) enum Found<T> {
    /// It is part of the edition.
    Here(T),
    /// It exists, but the edition leaves it out.
    HeldBack,
    /// It does not exist; a fault was reported.
    Unknown,
}

impl Directory {
    pub(super) fn new(
        articles: &[Article],
        held_back: BTreeMap<Id, String>,
        cast: Cast,
        losses: Losses,
    ) -> Self {
        let money = |article: &Article| cast.money[article.outlet_entity?.index()];
        let outlet_money = articles.iter().map(money).collect();
        let article_ids = articles.iter().map(|article| article.id.clone()).collect();
        let articles =
            articles.iter().enumerate().map(|(i, article)| (article.id.clone(), ArticleIx(i as u32)));
        Self {
            articles: articles.collect(),
            article_ids,
            held_back,
            entities: cast.entities,
            money: cast.money,
            outlet_money,
            names: cast.names,
            sheets: BTreeMap::new(),
            facts: BTreeMap::new(),
            facts_held_back: BTreeSet::new(),
            losses,
        }
    }

    /// Whether a fault of reading stands in this stretch, so that what it holds is left out.
    pub(super) fn is_hurt(&self, stretch: Span) -> bool {
        is_hurt(&self.losses.faulty, stretch)
    }

    /// Whether an article of this id is there, but could not be read.
    pub(super) fn has_lost_article(&self, id: &str) -> bool {
        Id::new(id).is_ok_and(|id| self.losses.articles.contains(&id))
    }

    /// Whether a sheet of this id is there, but could not be read.
    pub(super) fn has_lost(&self, sheet: &str) -> bool {
        Id::new(sheet).is_ok_and(|id| self.losses.sheets.contains(&id))
    }

    /// Looks an article up by id.
    pub(super) fn article(&self, id: &Located<Id>, faults: &mut Vec<Diagnostic>) -> Found<ArticleIx> {
        match self.articles.get(&id.value) {
            Some(ix) => Found::Here(*ix),
            None if self.held_back.contains_key(&id.value) => Found::HeldBack,
            None => {
                let known = self.articles.keys().chain(self.held_back.keys()).map(Id::as_str);
                let fault = unknown("article", id, known);
                faults.push(fault.help_or("articles are files in content/articles/, named by their id"));
                Found::Unknown
            }
        }
    }

    /// Looks an article up by id, without reporting anything.
    pub(super) fn peek_article(&self, id: &Id) -> Option<ArticleIx> {
        self.articles.get(id).copied()
    }

    /// The id of an article.
    pub(super) fn article_id(&self, article: ArticleIx) -> &Id {
        &self.article_ids[article.index()]
    }

    /// Whether the edition leaves this article out.
    pub(super) fn is_held_back(&self, id: &Id) -> bool {
        self.held_back.contains_key(id)
    }

    /// The language of an article that the edition leaves out, where it can be read.
    pub(super) fn language_held_back(&self, id: &Id) -> Option<&str> {
        self.held_back.get(id).map(String::as_str).filter(|language| !language.is_empty())
    }

    /// Looks an entity up by id.
    pub(super) fn entity(&self, id: &Located<Id>, faults: &mut Vec<Diagnostic>) -> Option<EntityIx> {
        let found = self.peek_entity(&id.value);
        if found.is_none() && !self.losses.entities {
            let fault = unknown("entity", id, self.entities.iter().map(|entity| entity.id.as_str()));
            faults.push(fault.help_or("entities are listed in content/entities.yaml"));
        }
        found
    }

    /// Looks an entity up by id, without reporting anything.
    pub(super) fn peek_entity(&self, id: &Id) -> Option<EntityIx> {
        self.entities.binary_search_by(|entity| entity.id.cmp(id)).ok().map(|i| EntityIx(i as u32))
    }

    /// What is paid with where an entity is.
    pub(super) fn money(&self, entity: EntityIx) -> Option<&'static str> {
        self.money.get(entity.index()).copied().flatten()
    }

    /// What is paid with where the outlet of an article is.
    pub(super) fn outlet_money(&self, article: ArticleIx) -> Option<&'static str> {
        self.outlet_money.get(article.index()).copied().flatten()
    }

    /// Every fact as `sheet/fact`.
    pub(super) fn fact_paths(&self) -> Vec<String> {
        let mut ids: BTreeMap<SheetIx, &Id> = BTreeMap::new();
        ids.extend(self.sheets.iter().map(|(id, sheet)| (*sheet, id)));
        let named = |(sheet, fact): &(SheetIx, Id)| Some(format!("{}/{fact}", ids.get(sheet)?));
        self.facts.keys().filter_map(named).collect()
    }

    /// Looks a fact of a sheet up.
    pub(super) fn fact(
        &self,
        (sheet, sheet_id): (SheetIx, &Id),
        id: &Located<Id>,
        faults: &mut Vec<Diagnostic>,
    ) -> Found<FactIx> {
        if let Some(fact) = self.facts.get(&(sheet, id.value.clone())) {
            return Found::Here(*fact);
        }
        if self.facts_held_back.contains(&(sheet_id.clone(), id.value.clone())) {
            return Found::HeldBack;
        }
        let known = self.facts.keys().filter(|(owner, _)| *owner == sheet).map(|(_, fact)| fact.as_str());
        faults.push(unknown("fact in this sheet", id, known).help_or("facts are the keys below `facts:`"));
        Found::Unknown
    }
}

/// A reference to nothing, with the nearest thing that exists.
pub(super) fn unknown<'a>(what: &str, id: &Located<Id>, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::ReferenceUnknown, id.span, format!("there is no {what} `{}`", id.value));
    match nearest(id.value.as_str(), known) {
        Some(name) => fault.help(format!("did you mean `{name}`?")),
        None => fault,
    }
}
