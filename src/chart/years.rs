//! Where dates stand on one calendar: those without a year in the year that the others give.
//!
//! Entry points: [`place`], [`years`]. A date without a year is drawn hollow, so that no year is claimed for it; it
//! stands by itself where the others give none, or so many that no reader could choose.

use super::calendar::Civil;
use super::spec::{DateRow, Dates, Grouping};
use crate::model::{DateValue, Day, DaySpan};

/// More years than this would put a date without one all over the calendar.
const N_YEARS_MAX: usize = 2;

/// Where a row stands on the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// On its own days.
    Stated(DateValue),
    /// Its month and day in each year that the others give.
    Supposed(Vec<DateValue>),
    /// Its month and day in no year: no other date gives one, or too many do.
    Yearless(DateValue),
    /// Nowhere: no day is stated.
    Nowhere,
}

/// Where each row stands.
pub fn place(dates: &Dates) -> Vec<Placed> {
    let all = years(dates.rows.iter());
    let place = |row: &DateRow| {
        let Some(date) = row.date.as_ref().filter(|date| has_day(date)) else { return Placed::Nowhere };
        if date.year_known {
            return Placed::Stated(date.clone());
        }
        let own = match dates.by {
            Grouping::Questions | Grouping::Unrelated | Grouping::Events => {
                years(dates.rows.iter().filter(|other| other.group == row.group))
            }
            Grouping::Sources => Vec::new(),
        };
        let given: &[i32] = match dates.by {
            // The years of other events say nothing of this one, but those of other answers to its date do.
            Grouping::Unrelated | Grouping::Events => &own,
            Grouping::Questions | Grouping::Sources if own.is_empty() => &all,
            Grouping::Questions | Grouping::Sources => &own,
        };
        if given.is_empty() || given.len() > N_YEARS_MAX {
            return Placed::Yearless(date.clone());
        }
        Placed::Supposed(given.iter().map(|&year| in_year(date, year)).collect())
    };
    dates.rows.iter().map(place).collect()
}

/// Whether a date names any day.
fn has_day(date: &DateValue) -> bool {
    date.spans.iter().any(|span| span.first.is_some() || span.last.is_some())
}

/// The years that dates give, in order.
fn years<'a>(rows: impl Iterator<Item = &'a DateRow>) -> Vec<i32> {
    let stated = rows.filter_map(|row| row.date.as_ref()).filter(|date| date.year_known);
    let ends = stated.flat_map(|date| date.spans.iter().flat_map(|span| [span.first, span.last])).flatten();
    let mut years: Vec<i32> = ends.map(|day| Civil::of(day.0).year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The same month and day in a year; a date without a year is reckoned in 2000.
fn in_year(date: &DateValue, year: i32) -> DateValue {
    let moved = |day: Day| {
        let civil = Civil::of(day.0);
        Day(Civil { year: civil.year - 2000 + year, ..civil }.days())
    };
    let span = |span: &DaySpan| DaySpan { first: span.first.map(moved), last: span.last.map(moved) };
    DateValue { spans: date.spans.iter().map(span).collect(), begins: span(&date.begins), ..date.clone() }
}
