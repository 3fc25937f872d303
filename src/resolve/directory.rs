//! What exists: articles, entities, sheets and facts by id, for looking references up.

use std::collections::{BTreeMap, BTreeSet};

use super::entity::Cast;
use super::names::Names;
use crate::diag::{Code, Diagnostic, nearest};
use crate::model::{Article, ArticleIx, Entity, EntityIx, FactIx, Id, SheetIx};
use crate::yaml::Located;

/// Everything that can be referred to.
#[derive(Clone, Debug)]
pub(super) struct Directory {
    articles: BTreeMap<Id, ArticleIx>,
    /// Articles that this edition leaves out: known, but never shown.
    held_back: BTreeSet<Id>,
    /// The entities by id.
    pub(super) entities: Vec<Entity>,
    /// What they are called.
    pub(super) names: Names,
    /// Sheets by id.
    pub(super) sheets: BTreeMap<Id, SheetIx>,
    /// Facts by sheet and id.
    pub(super) facts: BTreeMap<(SheetIx, Id), FactIx>,
    /// Facts that this edition leaves out.
    pub(super) facts_held_back: BTreeSet<(Id, Id)>,
}

/// What a reference to an article leads to.
pub(super) enum Found<T> {
    /// It is part of the edition.
    Here(T),
    /// It exists, but the edition leaves it out.
    HeldBack,
    /// It does not exist; a fault was reported.
    Unknown,
}

impl Directory {
    pub(super) fn new(articles: &[Article], held_back: BTreeSet<Id>, cast: Cast) -> Self {
        let articles =
            articles.iter().enumerate().map(|(i, article)| (article.id.clone(), ArticleIx(i as u32)));
        Self {
            articles: articles.collect(),
            held_back,
            entities: cast.entities,
            names: cast.names,
            sheets: BTreeMap::new(),
            facts: BTreeMap::new(),
            facts_held_back: BTreeSet::new(),
        }
    }

    /// Looks an article up by id.
    pub(super) fn article(&self, id: &Located<Id>, faults: &mut Vec<Diagnostic>) -> Found<ArticleIx> {
        match self.articles.get(&id.value) {
            Some(ix) => Found::Here(*ix),
            None if self.held_back.contains(&id.value) => Found::HeldBack,
            None => {
                let known = self.articles.keys().chain(&self.held_back).map(Id::as_str);
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

    /// The articles' ids, by position.
    pub(super) fn article_ids(&self) -> Vec<&Id> {
        self.articles.keys().collect()
    }

    /// Whether the edition leaves this article out.
    pub(super) fn is_held_back(&self, id: &Id) -> bool {
        self.held_back.contains(id)
    }

    /// Looks an entity up by id.
    pub(super) fn entity(&self, id: &Located<Id>, faults: &mut Vec<Diagnostic>) -> Option<EntityIx> {
        let found = self.peek_entity(&id.value);
        if found.is_none() {
            let fault = unknown("entity", id, self.entities.iter().map(|entity| entity.id.as_str()));
            faults.push(fault.help_or("entities are listed in content/entities.yaml"));
        }
        found
    }

    /// Looks an entity up by id, without reporting anything.
    pub(super) fn peek_entity(&self, id: &Id) -> Option<EntityIx> {
        self.entities.binary_search_by(|entity| entity.id.cmp(id)).ok().map(|i| EntityIx(i as u32))
    }

    /// Looks a fact of a sheet up.
    pub(super) fn fact(
        &self,
        sheet: SheetIx,
        id: &Located<Id>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<FactIx> {
        let found = self.facts.get(&(sheet, id.value.clone())).copied();
        if found.is_none() {
            let known = self.facts.keys().filter(|(owner, _)| *owner == sheet).map(|(_, fact)| fact.as_str());
            faults
                .push(unknown("fact in this sheet", id, known).help_or("facts are the keys below `facts:`"));
        }
        found
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
