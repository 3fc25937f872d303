//! Parts side by side, with what a source's own total leaves unstated.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::fact::{row, unit};
use super::undrawn::Undrawn;
use super::{Asked, ClaimHref, fact, labels, nest};
use crate::chart::spec::{Breakdown, Multiples, Part, Plot, RangeRow, Remainder};
use crate::check;
use crate::model::{ArticleIx, Bound, Claim, ClaimIx, FactIx, Interval};

/// What is left where nothing limits it.
const ANY_NUMBER: Interval = Interval { low: Bound::Closed(Decimal::ZERO), high: Bound::Unbounded };

/// The breakdown of a fact.
pub fn plot(asked: Asked, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Result<Plot, Undrawn> {
    let Asked { corpus, .. } = asked;
    let by = corpus[fact].by.as_ref().ok_or(Undrawn::NotBrokenDown)?;
    let whole = by.total.map(|whole| (whole, fact::claims(asked, whole)));
    let totals: &[ClaimIx] = whole.as_ref().map_or(&[], |whole| &whole.1);
    let parts = parts(asked, claims, |ix| {
        // A source's part is held against its own total of the same thing.
        let total = totals.iter().find(|&&total| is_whole(&corpus[total], &[&corpus[ix]]));
        let whole = total.and_then(|&total| nest::whole(asked, total));
        Some(RangeRow { whole, ..part_row(asked, ix, claims, href)? })
    })?;
    let total = whole.as_ref().and_then(|(whole, claims)| {
        let rows = claims.iter().map(|&ix| row(asked, ix, href)).collect::<Option<Vec<_>>>()?;
        Some(Part { name: corpus[*whole].label.clone(), rows })
    });
    let quantities = total.iter().chain(&parts).flat_map(|part| &part.rows).map(|row| &row.quantity);
    let unit = unit(&corpus[fact].kind, quantities).ok_or(Undrawn::Currencies)?;
    let remainders = remainders(asked, claims, totals, href);
    let (dimension, notes) = (by.dimension.clone(), notes(asked, claims));
    Ok(Plot::Breakdown(Breakdown { unit, dimension, total, parts, remainders, notes }))
}

/// The same answers as a range of reports for each part.
pub fn multiples(asked: Asked, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Result<Plot, Undrawn> {
    let parts = parts(asked, claims, |ix| row(asked, ix, href))?;
    let quantities = parts.iter().flat_map(|part| &part.rows).map(|row| &row.quantity);
    let unit = unit(&asked.corpus[fact].kind, quantities).ok_or(Undrawn::Currencies)?;
    Ok(Plot::Multiples(Multiples { unit, parts }))
}

/// The rows of claims under the parts that they are about, the largest part first.
fn parts(
    asked: Asked,
    claims: &[ClaimIx],
    row: impl Fn(ClaimIx) -> Option<RangeRow>,
) -> Result<Vec<Part>, Undrawn> {
    let corpus = asked.corpus;
    let mut parts: Vec<(&String, Vec<ClaimIx>)> = Vec::new();
    for &ix in claims {
        let name = corpus[ix].part.map_or(&corpus[corpus[ix].fact].label, |part| &corpus[part].name);
        match parts.iter_mut().find(|part| part.0 == name) {
            Some(part) => part.1.push(ix),
            None => parts.push((name, vec![ix])),
        }
    }
    let part = |(name, claims): (&String, Vec<ClaimIx>)| {
        let rows = nest::rows(asked, &claims, &row).ok_or(Undrawn::Unanswered)?;
        Ok(Part { name: name.clone(), rows })
    };
    let mut parts = parts.into_iter().map(part).collect::<Result<Vec<_>, Undrawn>>()?;
    parts.sort_by_key(|part| Reverse(part.rows.iter().map(|row| row.quantity.number.low).max()));
    Ok(parts)
}

/// A part's row; what holds for all parts of its source stands below the chart, once.
fn part_row(asked: Asked, ix: ClaimIx, claims: &[ClaimIx], href: ClaimHref) -> Option<RangeRow> {
    let row = row(asked, ix, href)?;
    if !shares_provenance(asked, claims, asked.corpus[ix].source) {
        return Some(row);
    }
    Some(RangeRow { label: labels::scope_detail(asked, &asked.corpus[ix]), ..row })
}

fn shares_provenance(asked: Asked, claims: &[ClaimIx], source: ArticleIx) -> bool {
    let mut of_source = claims.iter().map(|&ix| &asked.corpus[ix]).filter(|claim| claim.source == source);
    let first = of_source.next().map(|claim| labels::provenance(asked, claim));
    of_source.all(|claim| first.as_ref() == Some(&labels::provenance(asked, claim)))
}

/// As-of and voices of each source whose parts share them.
fn notes(asked: Asked, claims: &[ClaimIx]) -> Vec<String> {
    let mut notes = Vec::new();
    for claim in claims.iter().map(|&ix| &asked.corpus[ix]) {
        let Some(provenance) = labels::provenance(asked, claim) else { continue };
        let note = format!("{}: {provenance}.", labels::of_claim(asked, claim));
        if shares_provenance(asked, claims, claim.source) && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

fn remainders(asked: Asked, claims: &[ClaimIx], total: &[ClaimIx], href: ClaimHref) -> Vec<Remainder> {
    let corpus = asked.corpus;
    let mut sources: Vec<ArticleIx> = claims.iter().map(|&ix| corpus[ix].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let remainder = |source| {
        let own: Vec<&Claim> =
            claims.iter().map(|&ix| &corpus[ix]).filter(|claim| claim.source == source).collect();
        let whole = total.iter().copied().find(|&ix| is_whole(&corpus[ix], &own));
        match whole {
            Some(ix) => of_total(asked, ix, &own, href),
            None => unnumbered(asked, claims, source, href),
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

fn of_total(asked: Asked, ix: ClaimIx, parts: &[&Claim], href: ClaimHref) -> Option<Remainder> {
    let total = &asked.corpus[ix];
    let parts = parts.iter().filter_map(|part| part.reading.quantity()).map(|part| part.hard);
    Some(Remainder {
        source: labels::of_claim(asked, total).to_owned(),
        of: Some(total.words.clone()),
        left: rest(total.reading.quantity()?.hard, parts)?,
        href: href(ix),
    })
}

/// A total less its parts, by the hard ends of each; `None` where nothing is left.
///
/// What has no upper end takes the lower end from the rest: parts of "over 200" may use up any
/// total, and then only the most that can be left is known.
fn rest(total: Interval, parts: impl Iterator<Item = Interval>) -> Option<Interval> {
    let (mut low, mut high) = (total.low, total.high);
    for part in parts {
        (low, high) = (less(low, part.high)?, less(high, part.low)?);
    }
    let is_spent = match high {
        Bound::Closed(most) | Bound::Open(most) => most <= Decimal::ZERO,
        Bound::Unbounded => false,
    };
    let low = match low {
        Bound::Closed(least) | Bound::Open(least) if least >= Decimal::ZERO => low,
        Bound::Closed(_) | Bound::Open(_) | Bound::Unbounded => Bound::Closed(Decimal::ZERO),
    };
    (!is_spent).then_some(Interval { low, high })
}

/// One end less another; `None` where the figures are too large to subtract.
fn less(end: Bound, taken: Bound) -> Option<Bound> {
    let (Some(from), Some(taken_figure)) = (end.figure(), taken.figure()) else {
        return Some(Bound::Unbounded);
    };
    let left = from.checked_sub(taken_figure)?;
    Some(match (end, taken) {
        (Bound::Closed(_), Bound::Closed(_)) => Bound::Closed(left),
        (Bound::Closed(_) | Bound::Open(_) | Bound::Unbounded, _) => Bound::Open(left),
    })
}

/// A source that mentions further parts without a figure, and states no total.
fn unnumbered(asked: Asked, claims: &[ClaimIx], source: ArticleIx, href: ClaimHref) -> Option<Remainder> {
    let corpus = asked.corpus;
    let is_open = |claim: &Claim| {
        claim.source == source && claim.complete == Some(false) && check::tells_of_others(corpus, claim)
    };
    let &ix = claims.iter().find(|&&ix| is_open(&corpus[ix]))?;
    Some(Remainder {
        source: labels::of_claim(asked, &corpus[ix]).to_owned(),
        of: None,
        left: ANY_NUMBER,
        href: href(ix),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::reading;
    use crate::model::Tolerances;
    use crate::value::number;

    fn hard(words: &str) -> Interval {
        number::quantity(&number::read(words, reading::english()).unwrap(), &Tolerances::default()).hard
    }

    fn check(total: &str, parts: &[&str], expected: Option<&str>) {
        let left = rest(hard(total), parts.iter().map(|words| hard(words)));
        assert_eq!(left.map(|left| left.to_string()).as_deref(), expected, "{total} less {parts:?}");
    }

    #[test]
    fn what_is_left_is_as_open_as_the_total_and_its_parts() {
        check("600", &["271", "27"], Some("[302, 302]"));
        check("600", &["271", "about 30"], Some("[296, 302]"));
        check("over 1,000", &["270", "27"], Some("(703, inf)"));
        check("1,000", &["over 200", "457"], Some("[0, 343)"));
        check("more than 1,000", &["over 200", "457"], Some("[0, inf)"));
        check("up to 500", &["100"], Some("[0, 400]"));
    }

    #[test]
    fn nothing_is_left_where_the_parts_use_the_total_up() {
        check("300", &["200", "100"], None);
        check("300", &["over 300"], None);
    }
}
