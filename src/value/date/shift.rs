//! Moves a date by days, for dates that are stated relative to another: [`shift`].

use std::fmt::Write as _;

use super::calendar;
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// The date so many days later, or earlier where the number is negative.
///
/// A month moved by days is no month any more but one of the days between two days.
pub fn shift(date: &DateValue, days: i32) -> DateValue {
    let moved = |span: &DaySpan| DaySpan {
        first: span.first.map(|day| Day(day.0.saturating_add(days))),
        last: span.last.map(|day| Day(day.0.saturating_add(days))),
    };
    let mut value = date.clone();
    value.spans.iter_mut().for_each(|span| *span = moved(span));
    value.begins = moved(&value.begins);
    if value.shape == DateShape::Single && value.spans.iter().any(|span| span.first != span.last) {
        value.shape = DateShape::OneOf;
    }
    if !value.year_known {
        reckon_in_2000(&mut value);
    }
    if days != 0 {
        value.edtf = expression(&value);
    }
    value
}

/// The same days of the month so many years later.
pub(in crate::value) fn move_years(date: &DateValue, years: i32) -> DateValue {
    let moved = |span: &DaySpan| DaySpan {
        first: span.first.map(|day| calendar::move_years(day, years)),
        last: span.last.map(|day| calendar::move_years(day, years)),
    };
    let spans = date.spans.iter().map(moved).collect();
    DateValue { spans, begins: moved(&date.begins), ..date.clone() }
}

/// Moves a date of no stated year back into the year 2000 where it has left it.
fn reckon_in_2000(value: &mut DateValue) {
    let Some(first) = value.spans.iter().find_map(|span| span.first.or(span.last)) else { return };
    // 2000 has 366 days and the years beside it 365.
    let back = match first.civil().0 {
        year if year > 2000 => -366,
        year if year < 2000 => 366,
        _ => return,
    };
    let moved = |day: Day| Day(day.0.saturating_add(back));
    for span in value.spans.iter_mut().chain([&mut value.begins]) {
        *span = DaySpan { first: span.first.map(moved), last: span.last.map(moved) };
    }
}

/// The EDTF expression for the days of a date.
pub(in crate::value) fn expression(value: &DateValue) -> String {
    let mark = match (value.approximate, value.uncertain) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    };
    let day = |day: Day| {
        if value.year_known { format!("{day}{mark}") } else { format!("XXXX{}{mark}", &day.to_string()[4..]) }
    };
    let end = |end: Option<Day>| end.map_or_else(|| "..".to_owned(), day);
    let (open, close) = match value.shape {
        DateShape::Single | DateShape::Interval => {
            let span = value.spans[0];
            return match (span.first, span.last) {
                (Some(first), Some(last)) if first == last && value.shape == DateShape::Single => day(first),
                (first, last) => format!("{}/{}", end(first), end(last)),
            };
        }
        DateShape::AllOf => ('{', '}'),
        DateShape::OneOf => ('[', ']'),
    };
    let mut text = String::from(open);
    for (at, span) in value.spans.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let _ = match (span.first, span.last) {
            (Some(first), Some(last)) if first == last => write!(text, "{comma}{}", day(first)),
            (first, last) => write!(
                text,
                "{comma}{}..{}",
                first.map(day).unwrap_or_default(),
                last.map(day).unwrap_or_default()
            ),
        };
    }
    text.push(close);
    text
}
