//! Moves a date by days, for dates that are stated relative to another: [`shift`].

use std::fmt::Write as _;

use super::{calendar, edtf};
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// The date so many days later, or earlier where the number is negative.
///
/// A month moved by days is no month any more but one of the days between two days.
pub fn shift(date: &DateValue, days: i32) -> DateValue {
    if days == 0 {
        return date.clone();
    }
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
    value.edtf = expression(&value);
    if !value.year_known
        && let Ok(reckoned) = edtf::read(&value.edtf)
    {
        // Days that have left the year 2000 are reckoned in it again.
        value = DateValue { shape: value.shape, ..reckoned };
    }
    value
}

/// The same days of the month so many years later; `None` for a 29th of February that is not there.
pub(in crate::value) fn move_years(date: &DateValue, years: i32) -> Option<DateValue> {
    let end = |day: Option<Day>| match day {
        Some(day) => calendar::move_years(day, years).map(Some),
        None => Some(None),
    };
    let moved = |span: &DaySpan| Some(DaySpan { first: end(span.first)?, last: end(span.last)? });
    let spans = date.spans.iter().map(moved).collect::<Option<_>>()?;
    Some(DateValue { spans, begins: moved(&date.begins)?, ..date.clone() })
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
    let (open, close) = match (value.shape, &value.spans[..]) {
        (DateShape::Single, [DaySpan { first: Some(first), last: Some(last) }]) if first == last => {
            return day(*first);
        }
        (DateShape::Single | DateShape::Interval, _) => return interval(value.spans[0], end),
        // A range in a set takes no `XXXX`.
        (DateShape::OneOf, [only]) if !value.year_known && only.first != only.last => {
            return interval(*only, end);
        }
        (DateShape::AllOf, _) => ('{', '}'),
        (DateShape::OneOf, _) => ('[', ']'),
    };
    let mut text = String::from(open);
    for (at, span) in value.spans.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        match (span.first, span.last) {
            (Some(first), Some(last)) if first == last => text.push_str(&day(first)),
            // Nor does it take a mark.
            (first, last) => {
                let plain = |end: Option<Day>| end.map(|day| day.to_string()).unwrap_or_default();
                let _ = write!(text, "{}..{}", plain(first), plain(last));
            }
        }
    }
    text.push(close);
    text
}

fn interval(span: DaySpan, end: impl Fn(Option<Day>) -> String) -> String {
    format!("{}/{}", end(span.first), end(span.last))
}
