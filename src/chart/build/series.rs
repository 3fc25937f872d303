//! Running totals over the time for which they hold.

use super::fact::{row, unit};
use super::undrawn::Undrawn;
use super::{Asked, ClaimHref, long};
use crate::chart::dense::is_dense;
use crate::chart::spec::{Plot, Series, SeriesPoint, Step};
use crate::model::{self, Bound, ClaimIx, Corpus, Day, FactIx, FactKind, Interval, Wording};

/// The series of a fact whose claims hold for two days or more.
pub fn plot(asked: Asked, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Result<Plot, Undrawn> {
    let corpus = asked.corpus;
    let mut dated: Vec<(Day, ClaimIx)> =
        claims.iter().filter_map(|&ix| Some((corpus[ix].day()?, ix))).collect();
    let n_undated = claims.len() - dated.len();
    if n_undated > 0 && !is_dense(dated.len()) {
        return Err(Undrawn::OneDay);
    }
    dated.sort();
    if dated.first().map(|point| point.0) == dated.last().map(|point| point.0) {
        return Err(Undrawn::OneDay);
    }
    if is_dense(dated.len()) {
        return long::plot(asked, fact, &dated, (n_undated, href));
    }
    let is_running = is_running(&corpus[fact].kind);
    let mut points: Vec<SeriesPoint> = Vec::with_capacity(dated.len());
    let mut last = None;
    for &(_, ix) in &dated {
        let row = row(asked, ix, href).ok_or(Undrawn::Unanswered)?;
        let before = points.last().map(|point| point.row.quantity.plausible);
        let step = match step(before, row.quantity.plausible, corpus[ix].worded) {
            Step::Update | Step::Correction if last.is_some_and(|last| !follows(corpus, last, ix)) => {
                Step::Other
            }
            Step::Update if !is_running => Step::Other,
            step => step,
        };
        last = Some(ix);
        points.push(SeriesPoint { as_of: corpus[ix].as_of.clone().ok_or(Undrawn::OneDay)?, step, row });
    }
    let unit = unit(&corpus[fact].kind, points.iter().map(|point| &point.row.quantity));
    Ok(Plot::Series(Series { unit: unit.ok_or(Undrawn::Currencies)?, points, n_undated }))
}

/// Whether later figures of a fact replace earlier ones.
pub fn is_running(kind: &FactKind) -> bool {
    kind.series() == Some(model::Series::Cumulative)
}

/// Whether a claim can replace another: it speaks of the same thing, of a later day.
fn follows(corpus: &Corpus, earlier: ClaimIx, later: ClaimIx) -> bool {
    let alike = corpus[earlier].scope == corpus[later].scope && corpus[earlier].part == corpus[later].part;
    alike && corpus[earlier].day() < corpus[later].day()
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
