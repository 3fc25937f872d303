//! How two dates lie to each other: [`relation`], and [`relation_in_one_source`].
//!
//! A date whose year is unspecified recurs: it is compared in every year that can matter, and the
//! closest answer counts. Within one source unspecified years are the same year.
//!
//! An approximate date reaches one of its own units to either side, but only to keep it from being
//! called disjoint: `about July 2025` overlaps 2 August 2025 and does not contain it.

use crate::model::{DateShape, DateValue, Day, DaySpan};

use super::{calendar, edtf, season};

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
    if let Some(relation) = of_seasons(a, b) {
        return relation;
    }
    match (a.year_known, b.year_known) {
        (true, true) => closest([(0, 0)], a, b),
        (false, false) => closest(NEIGHBOURS, a, b),
        (false, true) => recurring(a, b),
        (true, false) => recurring(b, a),
    }
}

/// How two different seasons lie to each other: both are those of the north, or both of the south.
///
/// Each by itself covers the days of either, and the summer of one is the winter of the other.
fn of_seasons(a: &DateValue, b: &DateValue) -> Option<DateRelation> {
    let (one, other) = (season::of_either_half(&a.edtf)?, season::of_either_half(&b.edtf)?);
    if one == other {
        return None;
    }
    let halves =
        |(year, season): (i32, u8), first: u8| edtf::read(&format!("{year:04}-{}", first + season)).ok();
    let of = |first| Some(relation(&halves(one, first)?, &halves(other, first)?));
    let (north, south) = (of(season::NORTH)?, of(season::SOUTH)?);
    Some(north.min(south))
}

/// How two dates of one source lie to each other: unspecified years are the same year.
pub fn relation_in_one_source(a: &DateValue, b: &DateValue) -> DateRelation {
    match (a.year_known, b.year_known) {
        // The year may be a leap year, as 2000 is, or none.
        (false, false) => closest([(0, 0), (1, 1)], a, b),
        _ => relation(a, b),
    }
}

/// How two dates lie to each other if they are of one year, where one of them leaves its year open.
pub fn relation_in_one_year(a: &DateValue, b: &DateValue) -> DateRelation {
    let in_year_of = |fixed: &DateValue, open: &DateValue| {
        let days = fixed.spans.iter().flat_map(|span| [span.first, span.last]).flatten();
        closest(days.map(|day| (day.civil().0 - 2000, 0)), open, fixed)
    };
    match (a.year_known, b.year_known) {
        (false, true) => in_year_of(b, a),
        (true, false) => in_year_of(a, b),
        (true, true) | (false, false) => relation_in_one_source(a, b),
    }
}

/// Years that are the same or follow each other, with and without a leap year among them.
const NEIGHBOURS: [(i32, i32); 10] =
    [(0, 0), (1, 1), (-1, 0), (0, -1), (0, 1), (1, 0), (1, 2), (2, 1), (2, 2), (-1, -1)];

/// A date without a year against one with a year.
fn recurring(open: &DateValue, fixed: &DateValue) -> DateRelation {
    // The 29th of February may be eight years away, around a century that is no leap year.
    let reach = if has_leap_day(open) { 8 } else { 1 };
    let years =
        fixed.spans.iter().flat_map(|span| [span.first, span.last]).flatten().map(|day| day.civil().0);
    let moves = years.flat_map(|year| (-reach..=reach).map(move |by| (year - 2000 + by, 0)));
    match closest(moves, open, fixed) {
        // The year that one of them leaves open is part of what they say.
        DateRelation::Equal => DateRelation::Contains,
        other => other,
    }
}

fn has_leap_day(date: &DateValue) -> bool {
    let days = date.spans.iter().flat_map(|span| [span.first, span.last]).flatten();
    days.map(Day::civil).any(|(_, month, date)| (month, date) == (2, 29))
}

/// The closest relation after moving each date by whole years.
fn closest(moves: impl IntoIterator<Item = (i32, i32)>, a: &DateValue, b: &DateValue) -> DateRelation {
    let mut closest = None;
    for (a_years, b_years) in moves {
        let (a_moved, b_moved) =
            (Moved { spans: &a.spans, years: a_years }, Moved { spans: &b.spans, years: b_years });
        if !(a_moved.exists() && b_moved.exists()) {
            continue;
        }
        let relation = between((a, a_moved), (b, b_moved));
        closest = Some(closest.map_or(relation, |closest: DateRelation| closest.min(relation)));
    }
    closest.unwrap_or(DateRelation::Overlap)
}

fn between((a, a_days): (&DateValue, Moved<'_>), (b, b_days): (&DateValue, Moved<'_>)) -> DateRelation {
    match (a_days.covers(b_days), b_days.covers(a_days)) {
        (true, true) if says_alike(a, b) => return DateRelation::Equal,
        (false, false) => {}
        _ => return DateRelation::Contains,
    }
    match a_days.distance(b_days) {
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
    /// Whether every day is there in the year it is moved to.
    fn exists(self) -> bool {
        let there = |day: Option<Day>| day.is_none_or(|day| calendar::move_years(day, self.years).is_some());
        self.years == 0 || self.spans.iter().all(|span| there(span.first) && there(span.last))
    }

    fn spans(&self) -> impl Iterator<Item = (i32, i32)> {
        let years = self.years;
        self.spans.iter().map(move |span| {
            let first = moved(span.first, years).unwrap_or(i32::MIN);
            let last = moved(span.last, years).unwrap_or(i32::MAX);
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

fn moved(day: Option<Day>, years: i32) -> Option<i32> {
    calendar::move_years(day?, years).map(|day| day.0)
}

/// Days from an end to a later start; 0 where the start is not later.
fn gap(end: i32, start: i32) -> i32 {
    start.saturating_sub(end).max(0)
}
