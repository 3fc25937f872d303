//! Timeline: all events in order, each with the precision in which it is dated.
//!
//! Entry points: [`draw`], [`title`], [`table`].

use super::dates;
use super::figures::{capitalised, counted, spelled};
use super::paper::Paper;
use super::spec::{Dates, Grouping, Timeline};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::DateValue;
use crate::value::date;

/// Draws one row per event.
pub fn draw(paper: &mut Paper, timeline: &Timeline) {
    dates::draw(paper, &Dates { by: Grouping::Events, rows: timeline.rows.clone(), orders: Vec::new() });
}

/// How many events there are, how many of them have a date, and when the first and last began.
pub fn title(timeline: &Timeline) -> String {
    let is_dated = |date: &&DateValue| date.year_known && date.earliest().is_some();
    let dated: Vec<_> = timeline.rows.iter().filter_map(|row| row.date.as_ref()).filter(is_dated).collect();
    let events = counted(timeline.rows.len(), "event");
    let told = if dated.len() == timeline.rows.len() {
        events.clone()
    } else {
        format!("{} of {events} dated", spelled(dated.len()))
    };
    let title = match (dated.first(), dated.last()) {
        (Some(first), Some(last)) if dated.len() > 1 => first_short([
            format!("{told}: {} to {}", date::words(first), date::words(last)),
            format!("{events} in order"),
            events,
        ]),
        (Some(_) | None, _) => first_short([format!("{events} in order"), events]),
    };
    capitalised(&title)
}

/// The same events as a table.
pub fn table(timeline: &Timeline) -> Table {
    let mut table = Table::new(&["Event", "Detail", "Date", "EDTF"]);
    for row in &timeline.rows {
        let read = row.date.as_ref().map_or_else(|| "date not stated".to_owned(), date::words);
        let edtf = row.date.as_ref().map_or("", |date| &date.edtf);
        table.push(&row.href, [&row.group, &row.label, &read, edtf].map(Cell::text).into());
    }
    table
}
