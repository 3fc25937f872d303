//! Parts side by side, with what a source's own total leaves unstated.

use rust_decimal::Decimal;

use super::fact::{figure, row, unit};
use super::{ClaimHref, labels};
use crate::chart::spec::{Breakdown, Part, Plot, Remainder};
use crate::model::{ArticleIx, Bound, Claim, ClaimIx, Corpus, FactIx, Quantity};

/// The breakdown of a fact; `None` where it has none, or a claim without a figure.
pub fn plot(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    let by = corpus[fact].by.as_ref()?;
    let mut parts: Vec<Part> = Vec::new();
    let total = by.total.map_or(&[][..], |total| &corpus[total].claims);
    for &ix in total.iter().chain(claims) {
        let claim = &corpus[ix];
        let name = claim.part.map_or(&corpus[claim.fact].label, |part| &corpus[part].name);
        let row = row(corpus, ix, href)?;
        match parts.iter_mut().find(|part| part.name == *name) {
            Some(part) => part.rows.push(row),
            None => parts.push(Part { name: name.clone(), rows: vec![row] }),
        }
    }
    let quantities = parts.iter().flat_map(|part| &part.rows).map(|row| &row.quantity);
    let unit = unit(&corpus[fact].kind, quantities)?;
    let remainders = remainders(corpus, claims, total, href);
    Some(Plot::Breakdown(Breakdown { unit, dimension: by.dimension.clone(), parts, remainders }))
}

fn remainders(corpus: &Corpus, claims: &[ClaimIx], total: &[ClaimIx], href: ClaimHref) -> Vec<Remainder> {
    let mut sources: Vec<ArticleIx> = claims.iter().map(|&ix| corpus[ix].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let remainder = |source| {
        let own: Vec<&Claim> =
            claims.iter().map(|&ix| &corpus[ix]).filter(|claim| claim.source == source).collect();
        let whole = total.iter().copied().find(|&ix| is_whole(&corpus[ix], &own));
        match whole {
            Some(ix) => of_total(corpus, ix, &own, href),
            None => unnumbered(corpus, claims, source, href),
        }
    };
    sources.into_iter().filter_map(remainder).collect()
}

/// Whether a total is that of these parts: the same source, speaking of the same thing.
fn is_whole(total: &Claim, parts: &[&Claim]) -> bool {
    parts.iter().all(|part| {
        part.source == total.source && part.scope.places == total.scope.places && part.as_of == total.as_of
    })
}

fn of_total(corpus: &Corpus, ix: ClaimIx, parts: &[&Claim], href: ClaimHref) -> Option<Remainder> {
    let total = &corpus[ix];
    let whole = figure(&total.reading)?;
    let stated = parts
        .iter()
        .filter_map(|part| figure(&part.reading))
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.number.low))?;
    let left = whole.number.low.checked_sub(stated).filter(|left| *left > Decimal::ZERO)?;
    let open = is_open(whole) || parts.iter().filter_map(|part| figure(&part.reading)).any(is_open);
    let words = total.words.clone();
    Some(Remainder {
        source: labels::source(corpus, total.source),
        of: Some(words),
        left: Some(left),
        open,
        href: href(ix),
    })
}

fn is_open(quantity: &Quantity) -> bool {
    quantity.hard.high == Bound::Unbounded
}

/// A source that mentions further parts without a figure, and states no total.
fn unnumbered(corpus: &Corpus, claims: &[ClaimIx], source: ArticleIx, href: ClaimHref) -> Option<Remainder> {
    let &ix = claims.iter().find(|&&ix| corpus[ix].source == source && corpus[ix].complete == Some(false))?;
    Some(Remainder {
        source: labels::source(corpus, source),
        of: None,
        left: None,
        open: true,
        href: href(ix),
    })
}
