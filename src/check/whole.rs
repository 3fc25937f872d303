//! Parts and wholes that one source gives; entry points [`breakdowns`] and [`containers`].
//!
//! A source is only ever held against its own figures, for the same period and the same basis:
//! what two sources count differently is no arithmetic error.

use std::collections::BTreeMap;

use super::joined::Joined;
use super::pair::Pair;
use super::scope::{self, Lie, lie};
use crate::model::{ArticleIx, Bound, Claim, ClaimIx, Corpus, EntityIx, FactIx, Interval, ScopeKey};
use crate::value::date::{DateRelation, relation};

/// The parts that one source gives of one whole.
pub struct Parts {
    /// The whole.
    pub whole: ClaimIx,
    /// The parts that can be held against it, one claim for each part, by part.
    pub parts: Vec<ClaimIx>,
}

/// Every whole with its parts, by the same source, of a broken-down fact.
pub fn breakdowns(corpus: &Corpus, joined: &Joined, fact: FactIx) -> Vec<Parts> {
    let Some(breakdown) = &corpus[fact].by else { return Vec::new() };
    let totals = breakdown.total.iter().flat_map(|&total| joined.group(total).iter().copied());
    let own = std::iter::once(fact);
    let mut wholes: BTreeMap<ArticleIx, Vec<ClaimIx>> = BTreeMap::new();
    for ix in totals.chain(own).flat_map(|fact| corpus[fact].claims.iter().copied()) {
        if corpus[ix].part.is_none() {
            wholes.entry(corpus[ix].source).or_default().push(ix);
        }
    }
    let mut parts: BTreeMap<ArticleIx, Vec<ClaimIx>> = BTreeMap::new();
    for &ix in corpus[fact].claims.iter().filter(|&&ix| corpus[ix].part.is_some()) {
        parts.entry(corpus[ix].source).or_default().push(ix);
    }
    let of_source = |(source, wholes): (ArticleIx, Vec<ClaimIx>)| {
        let parts = parts.get(&source).cloned().unwrap_or_default();
        wholes.into_iter().map(move |whole| Parts { whole, parts: matching(corpus, whole, &parts) })
    };
    wholes.into_iter().flat_map(of_source).filter(|found| !found.parts.is_empty()).collect()
}

/// Pairs of claims of one source to one fact of which the first one's place lies in the second's.
pub fn containers(corpus: &Corpus, fact: FactIx) -> Vec<(ClaimIx, ClaimIx)> {
    let mut around: BTreeMap<(ArticleIx, EntityIx), Vec<ClaimIx>> = BTreeMap::new();
    for &ix in &corpus[fact].claims {
        for &place in &corpus[ix].scope.places {
            around.entry((corpus[ix].source, place)).or_default().push(ix);
        }
    }
    let mut found = Vec::new();
    for &inner in &corpus[fact].claims {
        let claim = &corpus[inner];
        let mut place = claim.scope.places.first().copied();
        while let Some(ix) = place {
            let outer = around.get(&(claim.source, ix)).into_iter().flatten().copied();
            found.extend(
                outer.filter(|&outer| lies_in(corpus, claim, &corpus[outer])).map(|outer| (inner, outer)),
            );
            place = corpus[ix].within;
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The sum of figures, end by end; `None` where one is no figure or the sum is too large.
pub fn sum(corpus: &Corpus, claims: &[ClaimIx]) -> Option<Interval> {
    let mut hard = claims.iter().map(|&ix| corpus[ix].reading.quantity().map(|quantity| quantity.hard));
    let first = hard.next()??;
    hard.try_fold(first, |sum, next| {
        let next = next?;
        Some(Interval { low: add(sum.low, next.low)?, high: add(sum.high, next.high)? })
    })
}

fn add(a: Bound, b: Bound) -> Option<Bound> {
    Some(match (a, b) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Closed(a), Bound::Closed(b)) => Bound::Closed(a.checked_add(b)?),
        (Bound::Closed(a) | Bound::Open(a), Bound::Closed(b) | Bound::Open(b)) => {
            Bound::Open(a.checked_add(b)?)
        }
    })
}

/// One claim for each part: the first that is about the same as the whole.
fn matching(corpus: &Corpus, whole: ClaimIx, parts: &[ClaimIx]) -> Vec<ClaimIx> {
    let whole = &corpus[whole];
    let mut chosen: BTreeMap<Option<EntityIx>, ClaimIx> = BTreeMap::new();
    for &ix in parts {
        let part = &corpus[ix];
        let (inner, outer) = (&part.scope.places, &whole.scope.places);
        let placed = inner.is_empty() || outer.is_empty() || lies_within(corpus, inner, outer);
        if placed && is_same_measure(corpus, part, whole) {
            chosen.entry(part.part).or_insert(ix);
        }
    }
    chosen.into_values().collect()
}

fn lies_within(corpus: &Corpus, inner: &[EntityIx], outer: &[EntityIx]) -> bool {
    match lie(corpus, inner, outer) {
        Lie::Same | Lie::Inside => true,
        Lie::Around | Lie::Apart => false,
    }
}

fn lies_in(corpus: &Corpus, inner: &Claim, outer: &Claim) -> bool {
    inner.part == outer.part
        && lie(corpus, &inner.scope.places, &outer.scope.places) == Lie::Inside
        && is_same_measure(corpus, inner, outer)
        && scope_agrees(inner, outer, ScopeKey::Population)
}

/// The same period, basis and counter, as of a time that can be the same.
fn is_same_measure(corpus: &Corpus, a: &Claim, b: &Claim) -> bool {
    let apart = a
        .as_of
        .as_ref()
        .zip(b.as_of.as_ref())
        .is_some_and(|(a, b)| matches!(relation(a, b), DateRelation::Disjoint { .. }));
    let pair = Pair::of(corpus, &corpus[a.fact], [a, b]);
    let same_window = match (&a.scope.window, &b.scope.window) {
        (Some(a), Some(b)) => scope::same_words(a, b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    same_window
        && !apart
        && scope::is_same_unit(&pair)
        && scope_agrees(a, b, ScopeKey::Basis)
        && scope_agrees(a, b, ScopeKey::CountedBy)
}

fn scope_agrees(a: &Claim, b: &Claim, key: ScopeKey) -> bool {
    scope::words(&a.scope, key).zip(scope::words(&b.scope, key)).is_none_or(|(a, b)| scope::same_words(a, b))
}
