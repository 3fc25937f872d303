//! Dates as the generator writes them for readers: [`words`].

use super::calendar::{self, MONTHS};
use super::edtf;
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// A date in a reader's words: `14–16 July 2025`, `September 2024`, `about 2025`.
pub fn words(date: &DateValue) -> String {
    let year = if date.year_known { Year::Known } else { Year::Open };
    let text = match date.shape {
        DateShape::Single => single(date.spans[0], year),
        DateShape::Interval => interval(date, year),
        DateShape::AllOf => list(&date.spans, year, "and"),
        DateShape::OneOf => list(&date.spans, year, "or"),
    };
    let about = if date.approximate { "about " } else { "" };
    let (open, close) = match (date.year_known, date.shape) {
        (true, _) => ("", ""),
        (false, DateShape::Single) => (" (year not stated", ")"),
        (false, DateShape::Interval | DateShape::AllOf | DateShape::OneOf) => (", year not stated", ""),
    };
    let doubt = if date.uncertain { " (uncertain)" } else { "" };
    format!("{about}{text}{open}{close}{doubt}")
}

/// Whether years are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    Known,
    Open,
}

/// A stretch that the calendar has a name for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Day(i32, u8, u8),
    Month(i32, u8),
    Year(i32),
    Decade(i32),
}

impl Named {
    fn of(first: Day, last: Day) -> Option<Self> {
        let (year, month, date) = first.civil();
        let (last_year, last_month, last_date) = last.civil();
        if first == last {
            return Some(Self::Day(year, month, date));
        }
        if date != 1 || calendar::days_in_month(last_year, last_month) != Some(last_date) {
            return None;
        }
        match (last_year - year, month, last_month) {
            (0, 1, 12) => Some(Self::Year(year)),
            (0, first, last) if first == last => Some(Self::Month(year, month)),
            (9, 1, 12) if year % 10 == 0 => Some(Self::Decade(year)),
            _ => None,
        }
    }

    fn on(day: Day) -> Self {
        let (year, month, date) = day.civil();
        Self::Day(year, month, date)
    }

    fn words(self, shown: Year) -> String {
        match (self, shown) {
            (Self::Day(year, month, date), Year::Known) => format!("{date} {} {year}", month_name(month)),
            (Self::Day(_, month, date), Year::Open) => format!("{date} {}", month_name(month)),
            (Self::Month(year, month), Year::Known) => format!("{} {year}", month_name(month)),
            (Self::Month(_, month), Year::Open) => month_name(month).to_owned(),
            (Self::Year(year), _) => year.to_string(),
            (Self::Decade(year), _) => format!("{year}s"),
        }
    }
}

fn month_name(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

fn single(span: DaySpan, year: Year) -> String {
    match (span.first, span.last) {
        (Some(first), Some(last)) => match Named::of(first, last) {
            Some(named) => named.words(year),
            None => some_time(first, last, year),
        },
        (Some(first), None) => format!("{} or later", Named::on(first).words(year)),
        (None, Some(last)) => format!("{} or earlier", Named::on(last).words(year)),
        (None, None) => "an unknown date".to_owned(),
    }
}

/// Some day in a stretch without a name: `between October and December 2025`.
fn some_time(first: Day, last: Day, shown: Year) -> String {
    let (year, month, date) = first.civil();
    let (last_year, last_month, last_date) = last.civil();
    if date == 1 && calendar::days_in_month(last_year, last_month) == Some(last_date) {
        let end = Named::Month(last_year, last_month).words(shown);
        return if year == last_year {
            format!("between {} and {end}", month_name(month))
        } else {
            format!("between {} and {end}", Named::Month(year, month).words(shown))
        };
    }
    format!("between {} and {}", Named::on(first).words(shown), Named::on(last).words(shown))
}

fn interval(date: &DateValue, year: Year) -> String {
    let span = date.spans[0];
    let (start, end) = date.edtf.split_once('/').unwrap_or(("", ""));
    let start = span.first.map(|first| written(start, first));
    let end = span.last.map(|last| written(end, last));
    match (start, end) {
        (Some(start), Some(end)) => extent(start, end, year),
        (Some(start), None) => format!("from {} on", start.words(year)),
        (None, Some(end)) => format!("until {}", end.words(year)),
        (None, None) => "an unknown time".to_owned(),
    }
}

/// One end of an interval, as precise as it was written.
fn written(edtf: &str, day: Day) -> Named {
    let read = edtf::read(edtf.trim_matches('.')).ok();
    let named = read.and_then(|end| match end.spans[..] {
        [DaySpan { first: Some(first), last: Some(last) }] => Named::of(first, last),
        _ => None,
    });
    named.unwrap_or_else(|| Named::on(day))
}

/// What both ends share is written once: `14–16 July 2025`, `July–September 2025`.
fn extent(start: Named, end: Named, shown: Year) -> String {
    let last = end.words(shown);
    match (start, end) {
        (start, end) if start == end => last,
        (Named::Day(year, month, date), Named::Day(end_year, end_month, _)) if year == end_year => {
            if month == end_month {
                format!("{date}–{last}")
            } else {
                format!("{date} {} – {last}", month_name(month))
            }
        }
        (Named::Month(year, month), Named::Month(end_year, _)) if year == end_year => {
            format!("{}–{last}", month_name(month))
        }
        (Named::Year(year), Named::Year(_)) => format!("{year}–{last}"),
        _ => format!("{} – {last}", start.words(shown)),
    }
}

/// Days of one month share its name: `14 and 16 November 2025`.
fn list(spans: &[DaySpan], year: Year, join: &str) -> String {
    let month = |day: Option<Day>| day.map(|day| (day.civil().0, day.civil().1));
    let one_month = spans.iter().all(|span| {
        span.first == span.last && span.first.is_some() && month(span.first) == month(spans[0].first)
    });
    let last = spans.len() - 1;
    let members: Vec<String> = spans
        .iter()
        .enumerate()
        .map(|(at, span)| match (span.first, span.last) {
            (Some(day), _) if one_month && at < last => day.civil().2.to_string(),
            (Some(first), Some(last)) if join == "and" && Named::of(first, last).is_none() => {
                extent(Named::on(first), Named::on(last), year)
            }
            _ => single(*span, year),
        })
        .collect();
    match &members[..] {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {join} {last}", most.join(", ")),
    }
}
