//! Whom and what the answers name; entry point [`Spoken::of`].
//!
//! A claim names what answers it, its part, its places and whom its source cites, and what its quoted
//! words and its label call by name. An entry of which nothing speaks has no page.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use crate::model::{Claim, ClaimIx, Corpus, EntityIx, FactKind, Origin, Reading, SheetKind, Voice};

/// For each entity the claims that name it, and whether it has a page.
pub struct Spoken {
    claims: Vec<Vec<ClaimIx>>,
    has_page: Vec<bool>,
}

impl Spoken {
    /// Looks through all claims.
    pub fn of(corpus: &Corpus) -> Self {
        let named_by = Names::of(corpus);
        let mut claims: Vec<Vec<ClaimIx>> = vec![Vec::new(); corpus.entities.len()];
        for (i, claim) in corpus.claims.iter().enumerate() {
            let mut entities = answered(claim);
            entities.extend(named_by.in_text(&claim.quote.exact));
            if let Some(position) = claim.reading.position(&corpus[claim.fact].kind) {
                entities.extend(named_by.in_text(&position.label));
            }
            // A country speaks for its people where they are one entry.
            let entries: BTreeSet<EntityIx> =
                entities.into_iter().flat_map(|ix| [ix, entry(corpus, ix)]).collect();
            entries.into_iter().for_each(|ix| claims[ix.index()].push(ClaimIx(i as u32)));
        }
        let has_page = has_page(corpus, &claims);
        Self { claims, has_page }
    }

    /// The claims that name an entity, or a people that is one entry with it.
    pub fn claims(&self, entity: EntityIx) -> &[ClaimIx] {
        &self.claims[entity.index()]
    }

    /// Whether an entity has a page, of its own or with its country.
    pub fn has_page(&self, entity: EntityIx) -> bool {
        self.has_page[entity.index()]
    }

    /// Whether an entity has a page of its own.
    pub fn is_entry(&self, corpus: &Corpus, entity: EntityIx) -> bool {
        self.has_page(entity) && entry(corpus, entity) == entity
    }
}

/// The entry that an entity stands under: a people's country, where the desk says so.
pub fn entry(corpus: &Corpus, entity: EntityIx) -> EntityIx {
    corpus[entity].people_of.unwrap_or(entity)
}

fn has_page(corpus: &Corpus, claims: &[Vec<ClaimIx>]) -> Vec<bool> {
    let mut has_page: Vec<bool> = claims.iter().map(|claims| !claims.is_empty()).collect();
    let mut mark = |entity: EntityIx| has_page[entity.index()] = true;
    for article in &corpus.articles {
        article.outlet_entity.into_iter().for_each(&mut mark);
        article.rests_on.iter().for_each(|origin| match origin {
            Origin::Entity(entity) => mark(*entity),
            Origin::Article(_) | Origin::Named(_) => {}
        });
    }
    for sheet in &corpus.sheets {
        sheet.places.iter().copied().for_each(&mut mark);
        if let SheetKind::Entity(entity) = sheet.kind {
            mark(entity);
        }
    }
    for fact in &corpus.facts {
        match &fact.kind {
            FactKind::Entity { office } => office.iter().copied().for_each(&mut mark),
            FactKind::Count { .. }
            | FactKind::Money { .. }
            | FactKind::Percent { .. }
            | FactKind::Measure { .. }
            | FactKind::Date
            | FactKind::Set
            | FactKind::Position { .. }
            | FactKind::Text
            | FactKind::YesNo => {}
        }
        fact.scope.places.iter().copied().for_each(&mut mark);
    }
    let authors: BTreeSet<&str> =
        corpus.articles.iter().filter_map(|article| article.author.as_deref()).collect();
    for i in 0..corpus.entities.len() {
        let entity = &corpus.entities[i];
        has_page[i] |= names::all(entity).any(|name| authors.contains(name));
        if has_page[i] {
            entity.holders.iter().for_each(|tenure| has_page[tenure.person.index()] = true);
        }
    }
    for i in 0..corpus.entities.len() {
        let entry = entry(corpus, EntityIx(i as u32));
        has_page[entry.index()] |= has_page[i];
    }
    (0..corpus.entities.len()).map(|i| has_page[entry(corpus, EntityIx(i as u32)).index()]).collect()
}

/// What a claim answers with, is about and cites.
fn answered(claim: &Claim) -> BTreeSet<EntityIx> {
    let mut entities: BTreeSet<EntityIx> = claim.part.into_iter().collect();
    entities.extend(&claim.scope.places);
    entities.extend(claim.via.iter().filter_map(|voice| match voice {
        Voice::Entity(entity) => Some(*entity),
        Voice::Article(_) => None,
    }));
    match &claim.reading {
        Reading::Entity(entity) => entities.extend(entity),
        Reading::Set(items) => entities.extend(items.iter().filter_map(|item| item.entity)),
        Reading::Quantity(_)
        | Reading::Date(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => {}
    }
    entities
}

/// The names of all entities by their first words, the longest first.
struct Names<'a>(BTreeMap<&'a str, Vec<(Vec<&'a str>, EntityIx)>>);

impl<'a> Names<'a> {
    fn of(corpus: &'a Corpus) -> Self {
        let mut by_first: BTreeMap<&str, Vec<(Vec<&str>, EntityIx)>> = BTreeMap::new();
        for (i, entity) in corpus.entities.iter().enumerate() {
            for name in names::all(entity) {
                let words: Vec<&str> = words(name).collect();
                // A word without a capital is a common word before it is a name.
                let is_name = name.starts_with(|c: char| !c.is_lowercase());
                if let Some(&first) = words.first().filter(|_| is_name) {
                    by_first.entry(first).or_default().push((words, EntityIx(i as u32)));
                }
            }
        }
        by_first
            .values_mut()
            .for_each(|names| names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        Self(by_first)
    }

    /// The entities that a text names, of names within a longer one the longer.
    fn in_text(&self, text: &str) -> BTreeSet<EntityIx> {
        let words: Vec<&str> = words(text).collect();
        let mut found = BTreeSet::new();
        let mut at = 0;
        while at < words.len() {
            let names = self.0.get(words[at]).map_or(&[][..], Vec::as_slice);
            match names.iter().find(|(name, _)| words[at..].starts_with(name)) {
                Some((name, entity)) => {
                    found.insert(*entity);
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    #[test]
    fn what_a_quote_names_is_spoken_of_and_what_nothing_names_has_no_page() {
        let case = Case::of(somebody()).says("alpha", "Hun Sen").with(|claim| {
            claim.quote.exact = "Hun Sen ordered police in Thailand to go".to_owned();
        });
        let spoken = Spoken::of(&case.corpus);
        assert_eq!(spoken.claims(case.entity("thailand")).len(), 1);
        assert!(spoken.has_page(case.entity("hun-sen")));
        assert!(!spoken.has_page(case.entity("hun-manet")));
    }

    #[test]
    fn a_people_stands_under_its_country_where_the_desk_says_so() {
        let case = Case::of(people()).says("alpha", "27").part("indonesian");
        let (people, country) = (case.entity("indonesian"), case.entity("thailand"));
        let mut case = case;
        case.corpus.entities[people.index()].people_of = Some(country);
        let spoken = Spoken::of(&case.corpus);
        assert_eq!(spoken.claims(country).len(), 1);
        assert!(spoken.is_entry(&case.corpus, country) && !spoken.is_entry(&case.corpus, people));
    }
}
