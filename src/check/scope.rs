//! Where the scopes of two claims differ or stay unstated; entry points [`difference`] and
//! [`unstated`].

use super::pair::Pair;
use crate::model::{Corpus, EntityIx, FactKind, Scope, ScopeKey, Series};
use crate::value::date;

/// Why two claims are not about the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Both state this key, and it differs.
    Key(ScopeKey),
    /// Amounts in two currencies, which nothing here converts.
    Currency,
    /// A share and a number.
    Share,
    /// Two days of a series in which each figure stands for its own occasion.
    Occasion,
}

/// How two groups of places lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// The same places.
    Same,
    /// The first lie in the second.
    Inside,
    /// The second lie in the first.
    Around,
    /// Neither lies in the other.
    Apart,
}

/// Every key of a scope, in the order in which they are compared.
const KEYS: [ScopeKey; 5] =
    [ScopeKey::Place, ScopeKey::Window, ScopeKey::Population, ScopeKey::Basis, ScopeKey::CountedBy];

/// The first thing that both claims state and that differs.
pub fn difference(pair: &Pair) -> Option<Difference> {
    let key = KEYS.into_iter().find(|&key| differs(pair, key)).map(Difference::Key);
    key.or_else(|| differing_measure(pair)).or_else(|| differing_occasion(pair))
}

/// The keys that one of the two states and the other leaves open: the key, and whether it is the
/// first claim that leaves it open.
pub fn unstated<'a>(pair: &'a Pair) -> impl Iterator<Item = (ScopeKey, bool)> + 'a {
    KEYS.into_iter().filter_map(|key| match (states(&pair.a.scope, key), states(&pair.b.scope, key)) {
        (true, false) => Some((key, false)),
        (false, true) => Some((key, true)),
        (true, true) | (false, false) => None,
    })
}

/// How the places of one scope lie to those of another.
pub fn lie(corpus: &Corpus, a: &[EntityIx], b: &[EntityIx]) -> Lie {
    let covers = |outer: &[EntityIx], inner: &[EntityIx]| {
        inner.iter().all(|&place| outer.iter().any(|&around| corpus.contains(around, place)))
    };
    let same = a.iter().all(|place| b.contains(place)) && b.iter().all(|place| a.contains(place));
    match (same, covers(b, a), covers(a, b)) {
        (true, _, _) => Lie::Same,
        (false, true, _) => Lie::Inside,
        (false, false, true) => Lie::Around,
        (false, false, false) => Lie::Apart,
    }
}

/// The words of a scope's key, for all keys but the place.
pub fn words(scope: &Scope, key: ScopeKey) -> Option<&str> {
    match key {
        ScopeKey::Place => None,
        ScopeKey::Window => scope.window.as_deref(),
        ScopeKey::Population => scope.population.as_deref(),
        ScopeKey::Basis => scope.basis.as_deref(),
        ScopeKey::CountedBy => scope.counted_by.as_deref(),
    }
}

/// Whether two windows, populations or other scope words mean the same.
pub fn same_words(a: &str, b: &str) -> bool {
    same_letters(a, b) || same_dates(a, b)
}

/// Whether two names or texts are the same but for case and spacing.
pub fn same_letters(a: &str, b: &str) -> bool {
    a == b || folded(a).eq(folded(b))
}

/// Whether two figures are in one currency, and both or neither a share.
pub fn is_same_unit(pair: &Pair) -> bool {
    differing_measure(pair).is_none()
}

fn differs(pair: &Pair, key: ScopeKey) -> bool {
    let (a, b) = (&pair.a.scope, &pair.b.scope);
    if key == ScopeKey::Place {
        return states(a, key) && states(b, key) && lie(pair.corpus, &a.places, &b.places) != Lie::Same;
    }
    words(a, key).zip(words(b, key)).is_some_and(|(a, b)| !same_words(a, b))
}

fn states(scope: &Scope, key: ScopeKey) -> bool {
    if key == ScopeKey::Place { !scope.places.is_empty() } else { words(scope, key).is_some() }
}

fn differing_measure(pair: &Pair) -> Option<Difference> {
    let (a, b) = (&pair.a.reading.quantity()?.number, &pair.b.reading.quantity()?.number);
    if a.percent != b.percent && !matches!(pair.fact.kind, FactKind::Percent { .. }) {
        return Some(Difference::Share);
    }
    let currencies = a.currency.as_ref().zip(b.currency.as_ref());
    currencies.is_some_and(|(a, b)| a != b).then_some(Difference::Currency)
}

fn differing_occasion(pair: &Pair) -> Option<Difference> {
    let each_its_own = pair.fact.kind.series() == Some(Series::New);
    let (a, b) = (pair.a.as_of.as_ref()?, pair.b.as_of.as_ref()?);
    let apart = matches!(date::relation(a, b), date::DateRelation::Disjoint { .. });
    (each_its_own && apart).then_some(Difference::Occasion)
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.split_whitespace().flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']))
}

fn same_dates(a: &str, b: &str) -> bool {
    match (date::read(a), date::read(b)) {
        (Ok(a), Ok(b)) => date::relation(&a, &b) == date::DateRelation::Equal,
        (Ok(_) | Err(_), _) => false,
    }
}
