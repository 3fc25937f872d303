//! Figures of smaller places under those of the places that they lie in.
//!
//! Entry point [`rows`]. What a whole leaves no room for is said of the part, not mended.

use std::cmp::Ordering;

use super::{Asked, labels};
use crate::chart::dense::is_dense;
use crate::chart::spec::{RangeRow, Whole};
use crate::model::{ClaimIx, Corpus, Quantity};

/// Rows of claims, the smallest first, each followed by those of places inside its own.
///
/// `None` where a claim holds no figure.
pub fn rows(
    asked: Asked,
    claims: &[ClaimIx],
    row: impl Fn(ClaimIx) -> Option<RangeRow>,
) -> Option<Vec<RangeRow>> {
    let corpus = asked.corpus;
    if is_dense(claims.len()) {
        // So many are drawn by size alone.
        return claims.iter().map(|&ix| row(ix)).collect();
    }
    let mut claims = claims.to_vec();
    claims.sort_by(|&a, &b| by_size(corpus, a, b));
    let around: Vec<Option<usize>> = (0..claims.len()).map(|i| container(corpus, &claims, i)).collect();
    let mut placed = Vec::with_capacity(claims.len());
    for i in (0..claims.len()).filter(|&i| around[i].is_none()) {
        place(&around, (i, 0), &mut placed);
    }
    let row = |(i, depth): (usize, u8)| {
        let row = row(claims[i])?;
        let whole = around[i].and_then(|outer| whole(asked, claims[outer]));
        Some(RangeRow { depth, whole: whole.or_else(|| row.whole.clone()), ..row })
    };
    placed.into_iter().map(row).collect()
}

fn place(around: &[Option<usize>], (i, depth): (usize, u8), placed: &mut Vec<(usize, u8)>) {
    placed.push((i, depth));
    for inner in (0..around.len()).filter(|&inner| around[inner] == Some(i)) {
        place(around, (inner, depth.saturating_add(1)), placed);
    }
}

fn by_size(corpus: &Corpus, a: ClaimIx, b: ClaimIx) -> Ordering {
    let size = |ix: ClaimIx| {
        corpus[ix].reading.quantity().map(|quantity| (quantity.number.low, quantity.number.high))
    };
    size(a).cmp(&size(b))
}

/// The figure of the smallest place around that of a claim: of the same source, where it gives one.
fn container(corpus: &Corpus, claims: &[ClaimIx], i: usize) -> Option<usize> {
    let outer = (0..claims.len()).filter(|&outer| lies_in(corpus, claims[i], claims[outer]));
    let depth = |outer: usize| claims.iter().filter(|&&other| lies_in(corpus, claims[outer], other)).count();
    let is_own = |outer: usize| corpus[claims[outer]].source == corpus[claims[i]].source;
    outer.max_by_key(|&outer| (depth(outer), is_own(outer), std::cmp::Reverse(outer)))
}

/// Whether all places of a claim lie in those of another, and are not the same.
fn lies_in(corpus: &Corpus, inner: ClaimIx, outer: ClaimIx) -> bool {
    let (inner, outer) = (&corpus[inner].scope.places, &corpus[outer].scope.places);
    let is_inside = |place: &_| outer.iter().any(|&around| corpus.contains(around, *place));
    let is_around = |place: &_| inner.iter().any(|&around| corpus.contains(around, *place));
    !inner.is_empty() && inner.iter().all(is_inside) && !outer.iter().all(is_around)
}

/// A claim as the whole of what lies in it; `None` where it has no upper end.
pub fn whole(asked: Asked, ix: ClaimIx) -> Option<Whole> {
    let claim = &asked.corpus[ix];
    let most = claim.reading.quantity().and_then(|quantity: &Quantity| quantity.hard.upper())?;
    let place = labels::places(asked.corpus, &claim.scope.places);
    let of = if place.is_empty() { String::new() } else { format!(" in {place}") };
    Some(Whole { most, name: format!("{}{of} ({})", claim.words, labels::of_claim(asked, claim)) })
}
