//! Timeline: all events in order, each with the precision in which it is dated.
//!
//! Entry points: [`draw`], [`title`], [`table`].

use super::dates;
use super::figures::{capitalised, counted, spelled};
use super::paper::Paper;
use super::spec::{DateRow, Dates, Grouping, Timeline};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::DateValue;
use crate::value::date;

/// Draws one row per event.
pub fn draw(paper: &mut Paper, timeline: &Timeline) {
    dates::draw(paper, &Dates { by: Grouping::Events, rows: timeline.rows.clone(), orders: Vec::new() });
}

/// How many events there are, how many of them have a date, and when the first and last began; a disputed date is
/// none that a title may tell.
pub fn title(timeline: &Timeline) -> String {
    let events: Vec<&[DateRow]> = timeline.events().collect();
    let is_dated = |date: &&DateValue| date.year_known && date.earliest().is_some();
    let date = |event: &&[DateRow]| event.iter().filter_map(|row| row.date.as_ref()).find(is_dated).cloned();
    let dated: Vec<DateValue> = events.iter().filter_map(date).collect();
    let n_disputed = events.iter().filter(|event| event.len() > 1).count();
    let all = counted(events.len(), "event");
    let told = if dated.len() == events.len() {
        all.clone()
    } else {
        format!("{} of {all} dated", spelled(dated.len()))
    };
    let title = match (dated.first(), dated.last()) {
        (Some(first), Some(last)) if dated.len() > 1 && n_disputed == 0 => first_short([
            format!("{told}: {} to {}", date::words(first), date::words(last)),
            format!("{all} in order"),
            all,
        ]),
        (Some(_), Some(_)) if dated.len() > 1 => first_short([
            format!("{told}, {} of them on disputed days", spelled(n_disputed)),
            format!("{all} in order"),
            all,
        ]),
        (Some(_) | None, _) => first_short([format!("{all} in order"), all]),
    };
    capitalised(&title)
}

/// The same events as a table.
pub fn table(timeline: &Timeline) -> Table {
    let mut table = Table::new(&["Event", "Detail", "Date", "EDTF"]);
    for row in &timeline.rows {
        let read = if row.date.is_some() { row.words.clone() } else { "date not stated".to_owned() };
        let edtf = row.date.as_ref().map_or("", |date| &date.edtf);
        table.push(&row.href, [&row.group, &row.label, &read, edtf].map(Cell::text).into());
    }
    table
}
