//! Running totals over the time for which they hold.

use super::ClaimHref;
use super::fact::{row, unit};
use crate::chart::spec::{Plot, Series, SeriesPoint, Step};
use crate::model::{self, Bound, ClaimIx, Corpus, Day, FactIx, Interval, Wording};

/// The series of a fact; `None` unless it is a running total stated for two days or more.
pub fn plot(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    if corpus[fact].kind.series() != Some(model::Series::Cumulative) {
        return None;
    }
    let mut dated: Vec<(Day, ClaimIx)> =
        claims.iter().map(|&ix| Some((day(corpus, ix)?, ix))).collect::<Option<_>>()?;
    dated.sort();
    if dated.first()?.0 == dated.last()?.0 {
        return None;
    }
    let mut points: Vec<SeriesPoint> = Vec::with_capacity(dated.len());
    for &(_, ix) in &dated {
        let row = row(corpus, ix, href)?;
        let before = points.last().map(|point| point.row.quantity.plausible);
        let step = step(before, row.quantity.plausible, corpus[ix].worded);
        points.push(SeriesPoint { as_of: corpus[ix].as_of.clone()?, step, row });
    }
    let unit = unit(&corpus[fact].kind, points.iter().map(|point| &point.row.quantity))?;
    Some(Plot::Series(Series { unit, points }))
}

fn day(corpus: &Corpus, ix: ClaimIx) -> Option<Day> {
    let as_of = corpus[ix].as_of.as_ref().filter(|date| date.year_known)?;
    as_of.spans.iter().filter_map(|span| span.last.or(span.first)).max()
}

fn step(before: Option<Interval>, now: Interval, worded: Option<Wording>) -> Step {
    let Some(before) = before else { return Step::First };
    if worded == Some(Wording::Corrected) {
        return Step::Correction;
    }
    match (before.high, now.low) {
        (Bound::Closed(high) | Bound::Open(high), Bound::Closed(low) | Bound::Open(low)) if low > high => {
            Step::Update
        }
        (Bound::Closed(_) | Bound::Open(_) | Bound::Unbounded, _) => Step::Other,
    }
}
