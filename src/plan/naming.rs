//! What the page of each entity lists, looked up once for the edition; entry point [`Naming::of`].

use std::collections::BTreeMap;

use crate::check::spoken::Spoken;
use crate::model::{ArticleIx, ClaimIx, Corpus, EntityIx, SheetIx};

/// For each entity the claims, sheets, texts and places on its page, in the order of the corpus.
pub struct Naming {
    /// Which claims name what, and what has a page.
    pub spoken: Spoken,
    entries: Vec<EntityIx>,
    happened: Vec<Vec<SheetIx>>,
    works: Vec<Vec<ArticleIx>>,
    within: Vec<Vec<EntityIx>>,
}

impl Naming {
    /// Looks through claims, sheets, articles and entities.
    pub fn of(corpus: &Corpus) -> Self {
        let spoken = Spoken::of(corpus);
        let all = (0..corpus.entities.len() as u32).map(EntityIx);
        let entries = all.filter(|&ix| spoken.is_entry(corpus, ix)).collect();
        let mut happened = vec![Vec::new(); corpus.entities.len()];
        for (i, sheet) in (0_u32..).zip(&corpus.sheets) {
            let mut places = sheet.places.clone();
            places.sort();
            places.dedup();
            places.into_iter().for_each(|place| happened[place.index()].push(SheetIx(i)));
        }
        let mut within = vec![Vec::new(); corpus.entities.len()];
        for (i, entity) in (0_u32..).zip(&corpus.entities) {
            entity.within.into_iter().for_each(|outer| within[outer.index()].push(EntityIx(i)));
        }
        Self { spoken, entries, happened, works: works(corpus), within }
    }

    /// The entities that have pages of their own.
    pub fn entries(&self) -> impl Iterator<Item = EntityIx> + '_ {
        self.entries.iter().copied()
    }

    /// The claims that name an entity.
    pub fn claims(&self, entity: EntityIx) -> &[ClaimIx] {
        self.spoken.claims(entity)
    }

    /// The sheets of what took place there.
    pub fn happened(&self, entity: EntityIx) -> &[SheetIx] {
        &self.happened[entity.index()]
    }

    /// The articles that it published or wrote.
    pub fn works(&self, entity: EntityIx) -> &[ArticleIx] {
        &self.works[entity.index()]
    }

    /// The places that it contains.
    pub fn within(&self, entity: EntityIx) -> &[EntityIx] {
        &self.within[entity.index()]
    }
}

fn works(corpus: &Corpus) -> Vec<Vec<ArticleIx>> {
    let mut named: BTreeMap<&str, Vec<EntityIx>> = BTreeMap::new();
    for (i, entity) in (0_u32..).zip(&corpus.entities) {
        let spellings =
            std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str));
        spellings.for_each(|name| named.entry(name).or_default().push(EntityIx(i)));
    }
    let mut works = vec![Vec::new(); corpus.entities.len()];
    for (i, article) in (0_u32..).zip(&corpus.articles) {
        let authors = article.author.as_deref().and_then(|author| named.get(author));
        let mut all: Vec<EntityIx> = authors.into_iter().flatten().copied().collect();
        all.extend(article.outlet_entity);
        all.sort();
        all.dedup();
        all.into_iter().for_each(|entity| works[entity.index()].push(ArticleIx(i)));
    }
    works
}
