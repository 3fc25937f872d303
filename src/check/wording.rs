//! Claims and entities in words for readers; entry point [`value`].

use rust_decimal::Decimal;

use super::pair::Pair;
use super::scope;
use super::telling::Slot;
use crate::model::{
    Claim, ClaimIx, Corpus, DateValue, EntityIx, EntityKind, Fact, FactKind, QuoteState, Reading, ScopeKey,
    SetItem,
};
use crate::value::date;
use crate::value::number::{self, group_digits};

/// How many characters of a text answer a sentence repeats.
const TOLD_CHARS: usize = 90;

/// A claim's value as a sentence says it.
pub fn value(corpus: &Corpus, fact: &Fact, claim: &Claim) -> String {
    match &claim.reading {
        Reading::Date(day) => date::words(day),
        Reading::Position(_) => {
            let position = claim.reading.position(&fact.kind);
            position.map_or_else(String::new, |position| format!("“{}”", position.label))
        }
        Reading::YesNo(true) => "yes".to_owned(),
        Reading::YesNo(false) => "no".to_owned(),
        Reading::Set(items) => {
            let names: Vec<&str> = items.iter().map(|item| member_words(corpus, item)).collect();
            list(&names, 6, "more")
        }
        Reading::Text => clipped(&claim.words),
        // `fell by 500` is no object of a sentence.
        Reading::Quantity(quantity) if begins_with_letter(claim) && quantity.number.change.is_some() => {
            number::words(&quantity.number)
        }
        Reading::Quantity(_) | Reading::Entity(_) => claim.compared_words().to_owned(),
    }
}

pub fn begins_with_letter(claim: &Claim) -> bool {
    claim.compared_words().starts_with(char::is_alphabetic)
}

/// `A, B and C`.
pub fn join<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// `A, B and 3 others`.
pub fn list(items: &[&str], most: usize, rest: &str) -> String {
    if items.len() <= most {
        return join(items);
    }
    let told = most.saturating_sub(1).max(1);
    format!("{} and {} {rest}", items[..told].join(", "), items.len() - told)
}

/// Names of entities as a list.
pub fn entities(corpus: &Corpus, entities: &[EntityIx]) -> String {
    let names: Vec<&str> = entities.iter().map(|&entity| corpus[entity].name.as_str()).collect();
    list(&names, 4, "more")
}

/// What a source leaves open that does not state a key of a scope.
pub fn key_question(key: ScopeKey) -> &'static str {
    match key {
        ScopeKey::Place => "where",
        ScopeKey::Window => "for which period",
        ScopeKey::Population => "of whom or what",
        ScopeKey::Basis => "by which definition",
        ScopeKey::CountedBy => "who counted",
    }
}

/// One stated key of a scope, in words.
pub fn scope_words(corpus: &Corpus, claim: &Claim, key: ScopeKey) -> String {
    match scope::words(&claim.scope, key) {
        Some(words) => words.to_owned(),
        None => entities(corpus, &claim.scope.places),
    }
}

/// A number with its noun: `1 day`, `3 days`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{} {noun}", group_digits(Decimal::from(number)))
}

/// Puts claims in the order in which they are told: the article published first, then by id, then
/// as they follow each other in its text.
pub fn telling_order(corpus: &Corpus, claims: &mut [ClaimIx]) {
    claims.sort_by_cached_key(|&ix| {
        let claim = &corpus[ix];
        let day = corpus[claim.source].published.as_ref().and_then(DateValue::earliest);
        let offset = match claim.quote.state {
            QuoteState::InBody(offset) | QuoteState::Locked(offset) => Some(offset),
            QuoteState::Unverified => None,
        };
        (day.is_none(), day, claim.source, offset, claim.quote.digest, claim.words.clone(), ix)
    });
}

/// A claim's value, the first one with its unit.
pub fn value_at(pair: &Pair, claim: &Claim, slot: Slot) -> String {
    let words = value(pair.corpus, pair.fact, claim);
    match (slot, unit(pair.fact)) {
        (Slot::First, Some(unit)) if is_bare_figure(&words) && !words.contains(unit) => {
            format!("{words} {unit}")
        }
        (Slot::First | Slot::Later, _) => words,
    }
}

/// The unit of a count, where a sentence can put it behind a figure.
fn unit(fact: &Fact) -> Option<&str> {
    match &fact.kind {
        FactKind::Count { unit, .. } | FactKind::Measure { unit, .. } => Some(unit),
        FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => None,
    }
}

/// Whether words end in a figure other than one, so that a plural noun may follow.
fn is_bare_figure(words: &str) -> bool {
    words != "1" && words.chars().next_back().is_some_and(char::is_numeric)
}

/// What a sentence calls a part: a group by its plural, where that is one of its names.
pub fn group_name(corpus: &Corpus, part: EntityIx) -> &str {
    let entity = &corpus[part];
    let is_plural = |alias: &&String| alias.strip_suffix('s') == Some(&entity.name);
    match entity.kind {
        EntityKind::Group => entity.aliases.iter().find(is_plural).unwrap_or(&entity.name),
        EntityKind::Person
        | EntityKind::Organisation
        | EntityKind::Place
        | EntityKind::Office
        | EntityKind::Outlet => &entity.name,
    }
}

/// A member of a list as its source spells it, or by its name where the curator gives its id.
pub fn member_words<'a>(corpus: &'a Corpus, item: &'a SetItem) -> &'a str {
    match item.entity.map(|ix| &corpus[ix]).filter(|entity| entity.id.as_str() == item.words) {
        Some(entity) => &entity.name,
        None => &item.words,
    }
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= TOLD_CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(TOLD_CHARS).collect();
    let whole_words = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole_words} …")
}
