//! Parts side by side, with what a source's own total leaves unstated.

use rust_decimal::Decimal;

use super::fact::{row, unit};
use super::{ClaimHref, fact, labels};
use crate::chart::spec::{Breakdown, Part, Plot, RangeRow, Remainder};
use crate::model::{ArticleIx, Bound, Claim, ClaimIx, Corpus, FactIx, Quantity};

/// The breakdown of a fact; `None` where it has none, or a claim without a figure.
pub fn plot(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    let by = corpus[fact].by.as_ref()?;
    let mut parts: Vec<Part> = Vec::new();
    for &ix in claims {
        let name = corpus[ix].part.map_or(&corpus[fact].label, |part| &corpus[part].name);
        let row = part_row(corpus, ix, claims, href)?;
        match parts.iter_mut().find(|part| part.name == *name) {
            Some(part) => part.rows.push(row),
            None => parts.push(Part { name: name.clone(), rows: vec![row] }),
        }
    }
    let whole = by.total.map(|whole| (whole, fact::claims(corpus, whole)));
    let total = whole.as_ref().and_then(|(whole, claims)| {
        let rows = claims.iter().map(|&ix| row(corpus, ix, href)).collect::<Option<Vec<_>>>()?;
        Some(Part { name: corpus[*whole].label.clone(), rows })
    });
    let quantities = total.iter().chain(&parts).flat_map(|part| &part.rows).map(|row| &row.quantity);
    let unit = unit(&corpus[fact].kind, quantities)?;
    let remainders = remainders(corpus, claims, whole.as_ref().map_or(&[], |whole| &whole.1), href);
    let (dimension, notes) = (by.dimension.clone(), notes(corpus, claims));
    Some(Plot::Breakdown(Breakdown { unit, dimension, total, parts, remainders, notes }))
}

/// A part's row; what holds for all parts of its source stands below the chart, once.
fn part_row(corpus: &Corpus, ix: ClaimIx, claims: &[ClaimIx], href: ClaimHref) -> Option<RangeRow> {
    let row = row(corpus, ix, href)?;
    if !shares_provenance(corpus, claims, corpus[ix].source) {
        return Some(row);
    }
    Some(RangeRow { label: labels::scope_detail(corpus, &corpus[ix]), ..row })
}

fn shares_provenance(corpus: &Corpus, claims: &[ClaimIx], source: ArticleIx) -> bool {
    let mut of_source = claims.iter().map(|&ix| &corpus[ix]).filter(|claim| claim.source == source);
    let first = of_source.next().map(|claim| labels::provenance(corpus, claim));
    of_source.all(|claim| first.as_ref() == Some(&labels::provenance(corpus, claim)))
}

/// As-of and voices of each source whose parts share them.
fn notes(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<String> {
    let mut notes = Vec::new();
    for claim in claims.iter().map(|&ix| &corpus[ix]) {
        let Some(provenance) = labels::provenance(corpus, claim) else { continue };
        let note = format!("{}: {provenance}.", labels::source(corpus, claim.source));
        if shares_provenance(corpus, claims, claim.source) && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
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
    let whole = total.reading.quantity()?;
    let stated = parts
        .iter()
        .filter_map(|part| part.reading.quantity())
        .try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.number.low))?;
    let left = whole.number.low.checked_sub(stated).filter(|left| *left > Decimal::ZERO)?;
    let open = is_open(whole) || parts.iter().filter_map(|part| part.reading.quantity()).any(is_open);
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
