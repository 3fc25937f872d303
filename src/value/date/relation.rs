//! How two dates lie to each other: [`relation`], and [`relation_in_one_source`].
//!
//! A date whose year is unspecified recurs: it is compared in every year that can matter, and the
//! closest answer counts. Within one source unspecified years are the same year.
//!
//! An approximate date reaches one of its own units to either side, but only to keep it from being
//! called disjoint: `about July 2025` overlaps 2 August 2025 and does not contain it.

use crate::model::{DateShape, DateValue, DaySpan};

use super::calendar;

/// How two dates lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateRelation {
    /// The same days, said the same way, with the same marks.
    Equal,
    /// The days of one are among the days of the other.
    Contains,
    /// Some days are shared, and each has days of its own.
    Overlap,
    /// No day is shared.
    Disjoint {
        /// From the last day of one to the first of the other: 1 for neighbouring days.
        days: i32,
    },
}

/// How two dates lie to each other; unspecified years fall as close together as they can.
pub fn relation(a: &DateValue, b: &DateValue) -> DateRelation {
    match (a.year_known, b.year_known) {
        (true, true) => in_years(a, b, (0, 0)),
        (false, false) => closest([-1, 0, 1].into_iter().map(|shift| in_years(a, b, (shift, 0)))),
        (false, true) => recurring(a, b),
        (true, false) => recurring(b, a),
    }
}

/// How two dates of one source lie to each other: unspecified years are the same year.
pub fn relation_in_one_source(a: &DateValue, b: &DateValue) -> DateRelation {
    match (a.year_known, b.year_known) {
        (false, false) => in_years(a, b, (0, 0)),
        _ => relation(a, b),
    }
}

/// A date without a year against one with a year.
fn recurring(open: &DateValue, fixed: &DateValue) -> DateRelation {
    let years =
        fixed.spans.iter().flat_map(|span| [span.first, span.last]).flatten().map(|day| day.civil().0);
    let shifts = years.flat_map(|year| [year - 2001, year - 2000, year - 1999]);
    match closest(shifts.map(|shift| in_years(open, fixed, (shift, 0)))) {
        // The year that one of them leaves open is part of what they say.
        DateRelation::Equal => DateRelation::Contains,
        other => other,
    }
}

fn closest(relations: impl Iterator<Item = DateRelation>) -> DateRelation {
    relations.min().unwrap_or(DateRelation::Overlap)
}

/// The relation after moving each date by whole years.
fn in_years(a: &DateValue, b: &DateValue, (a_years, b_years): (i32, i32)) -> DateRelation {
    let a_spans = Moved { spans: &a.spans, years: a_years };
    let b_spans = Moved { spans: &b.spans, years: b_years };
    match (a_spans.covers(b_spans), b_spans.covers(a_spans)) {
        (true, true) if says_alike(a, b) => return DateRelation::Equal,
        (false, false) => {}
        _ => return DateRelation::Contains,
    }
    match a_spans.distance(b_spans) {
        0 => DateRelation::Overlap,
        days if days <= slack(a).saturating_add(slack(b)) => DateRelation::Overlap,
        days => DateRelation::Disjoint { days },
    }
}

/// Whether two dates with the same days say the same of them.
fn says_alike(a: &DateValue, b: &DateValue) -> bool {
    let one_day = |date: &DateValue| matches!(date.spans[..], [DaySpan { first, last }] if first == last);
    let same_marks = (a.approximate, a.uncertain) == (b.approximate, b.uncertain);
    same_marks && (lasts(a.shape) == lasts(b.shape) || one_day(a) && one_day(b))
}

/// Whether all the days are meant, rather than some day among them.
fn lasts(shape: DateShape) -> bool {
    match shape {
        DateShape::Interval | DateShape::AllOf => true,
        DateShape::Single | DateShape::OneOf => false,
    }
}

/// How far an approximate date reaches beyond its days: the length of its shortest part.
fn slack(date: &DateValue) -> i32 {
    if !date.approximate {
        return 0;
    }
    let lengths = date.spans.iter().filter_map(|span| Some(span.last?.0 - span.first?.0 + 1));
    match date.shape {
        // The ends of an interval are days, whatever its length.
        DateShape::Interval => 1,
        DateShape::Single | DateShape::AllOf | DateShape::OneOf => lengths.min().unwrap_or(1),
    }
}

/// The stretches of a date, moved by whole years.
#[derive(Clone, Copy)]
struct Moved<'a> {
    spans: &'a [DaySpan],
    years: i32,
}

impl Moved<'_> {
    fn spans(&self) -> impl Iterator<Item = (i32, i32)> {
        let years = self.years;
        self.spans.iter().map(move |span| {
            let first = span.first.map_or(i32::MIN, |day| calendar::move_years(day, years).0);
            let last = span.last.map_or(i32::MAX, |day| calendar::move_years(day, years).0);
            (first, last)
        })
    }

    /// Whether every day of the other date is one of this date's days.
    fn covers(self, other: Moved<'_>) -> bool {
        other.spans().all(|(first, last)| {
            let mut uncovered = first;
            // Spans are sorted, so one pass finds the first day that is not covered.
            for (from, to) in self.spans() {
                if from <= uncovered && uncovered <= to {
                    if to >= last {
                        return true;
                    }
                    uncovered = to + 1;
                }
            }
            false
        })
    }

    /// Days from the nearest day of one to the nearest of the other; 0 where a day is shared.
    fn distance(self, other: Moved<'_>) -> i32 {
        self.spans()
            .flat_map(|(first, last)| {
                other.spans().map(move |(from, to)| gap(last, from).max(gap(to, first)))
            })
            .min()
            .unwrap_or(0)
    }
}

/// Days from an end to a later start; 0 where the start is not later.
fn gap(end: i32, start: i32) -> i32 {
    start.saturating_sub(end).max(0)
}
