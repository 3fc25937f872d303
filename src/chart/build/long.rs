//! Series of very many figures: a line for each scope, on which falls and outliers are marked.
//!
//! Entry points: [`is_long`], [`plot`]. Days are compared as the checker does: a running total falls
//! where every figure of a day lies below every figure of the day before; where the days on either
//! side fit each other, the one between them stands out.

use super::fact::{row, unit};
use super::series::is_running;
use super::undrawn::Undrawn;
use super::{Asked, ClaimHref};
use crate::chart::dense::is_dense;
use crate::chart::spec::{Plot, Series, SeriesPoint, Step};
use crate::model::{ClaimIx, Corpus, Day, FactIx, Scope, Wording};

/// Whether a fact has so many dated figures that readers look for a day, not for a source: as many as
/// a chart no longer names one by one.
pub fn is_long(corpus: &Corpus, fact: FactIx) -> bool {
    let fact = &corpus[fact];
    fact.kind.is_figure()
        && fact.by.is_none()
        && is_dense(fact.claims.iter().filter(|&&ix| corpus[ix].day().is_some()).count())
}

/// The series of claims that are in the order of their days.
pub fn plot(
    asked: Asked,
    fact: FactIx,
    dated: &[(Day, ClaimIx)],
    (n_undated, href): (usize, ClaimHref),
) -> Result<Plot, Undrawn> {
    let corpus = asked.corpus;
    let mut scopes: Vec<(&Scope, Vec<(Day, ClaimIx)>)> = Vec::new();
    for &(day, ix) in dated {
        match scopes.iter_mut().find(|(scope, _)| **scope == corpus[ix].scope) {
            Some((_, own)) => own.push((day, ix)),
            None => scopes.push((&corpus[ix].scope, vec![(day, ix)])),
        }
    }
    let mut points: Vec<SeriesPoint> = Vec::with_capacity(dated.len());
    for (_, own) in scopes {
        let own = own.into_iter().map(|(day, ix)| {
            let as_of = corpus[ix].as_of.clone()?;
            let is_corrected = corpus[ix].worded == Some(Wording::Corrected);
            let step = if is_corrected { Step::Correction } else { Step::Other };
            Some((day, SeriesPoint { as_of, step, row: row(asked, ix, href)? }))
        });
        let mut own = own.collect::<Option<Vec<_>>>().ok_or(Undrawn::Unanswered)?;
        own.sort_by_key(|(day, point)| (*day, point.row.quantity.number.low));
        if is_running(&corpus[fact].kind) {
            step(&mut own);
        }
        if let Some((_, first)) = own.first_mut() {
            first.step = Step::First;
        }
        points.extend(own.into_iter().map(|(_, point)| point));
    }
    let unit = unit(&corpus[fact].kind, points.iter().map(|point| &point.row.quantity));
    Ok(Plot::Series(Series { unit: unit.ok_or(Undrawn::Currencies)?, points, n_undated }))
}

/// Tells of a running total, day by day, where it rises, falls and stands out.
fn step(points: &mut [(Day, SeriesPoint)]) {
    let mut days: Vec<&mut [(Day, SeriesPoint)]> = points.chunk_by_mut(|a, b| a.0 == b.0).collect();
    let mut marks: Vec<(usize, Step)> = Vec::new();
    for k in 1..days.len() {
        if !falls(days[k - 1], days[k]) {
            let is_rise = falls(days[k], days[k - 1]);
            marks.extend(is_rise.then_some((k, Step::Update)));
            continue;
        }
        let has_both = k > 1 && k + 1 < days.len();
        let fits_before = has_both && !falls(days[k - 2], days[k]);
        let fits_after = has_both && !falls(days[k - 1], days[k + 1]);
        marks.push(match (fits_before, fits_after) {
            (true, false) => (k - 1, Step::Outlier),
            (false, true) => (k, Step::Outlier),
            (true, true) | (false, false) => (k, Step::Fall),
        });
    }
    for (k, step) in marks {
        for (_, point) in days[k].iter_mut().filter(|(_, point)| point.step != Step::Correction) {
            point.step = step;
        }
    }
}

/// Whether every figure of a day lies below every figure of the day before.
fn falls(before: &[(Day, SeriesPoint)], day: &[(Day, SeriesPoint)]) -> bool {
    let hard = |(_, point): &(Day, SeriesPoint)| point.row.quantity.hard;
    let least = before.iter().map(|point| hard(point).lower()).collect::<Option<Vec<_>>>();
    let most = day.iter().map(|point| hard(point).upper()).collect::<Option<Vec<_>>>();
    match (least.and_then(|all| all.into_iter().min()), most.and_then(|all| all.into_iter().max())) {
        (Some(least), Some(most)) => most < least,
        (Some(_) | None, _) => false,
    }
}
