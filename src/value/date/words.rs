//! Dates as the generator writes them for readers: [`words`].

use super::calendar::{self, MONTHS};
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// A date in a reader's words: `14–16 July 2025`, `September 2024`, `about 2025`.
pub fn words(date: &DateValue) -> String {
    let year = if date.year_known { Year::Known } else { Year::Open };
    let text = match date.shape {
        DateShape::Single => single(date.spans[0], year),
        DateShape::Interval => interval(date.spans[0], year),
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
#[derive(Clone, Copy)]
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
        let whole_months = date == 1 && calendar::days_in_month(last_year, last_month) == Some(last_date);
        match (last_year - year, month, last_month) {
            _ if !whole_months => None,
            (0, 1, 12) => Some(Self::Year(year)),
            (0, first, last) if first == last => Some(Self::Month(year, month)),
            (9, 1, 12) if year % 10 == 0 => Some(Self::Decade(year)),
            _ => None,
        }
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
            None => format!("between {} and {}", on(first, year), on(last, year)),
        },
        (Some(first), None) => format!("{} or later", on(first, year)),
        (None, Some(last)) => format!("{} or earlier", on(last, year)),
        (None, None) => "an unknown date".to_owned(),
    }
}

fn on(day: Day, year: Year) -> String {
    let (y, month, date) = day.civil();
    Named::Day(y, month, date).words(year)
}

fn interval(span: DaySpan, year: Year) -> String {
    match (span.first, span.last) {
        (Some(first), Some(last)) => extent(first, last, year),
        (Some(first), None) => format!("from {} on", on(first, year)),
        (None, Some(last)) => format!("until {}", on(last, year)),
        (None, None) => "an unknown time".to_owned(),
    }
}

/// What both ends share is written once: `14–16 July 2025`, `July–September 2025`.
fn extent(first: Day, last: Day, shown: Year) -> String {
    let (year, month, date) = first.civil();
    let (last_year, last_month, last_date) = last.civil();
    if first == last {
        return on(first, shown);
    }
    let same_year = year == last_year || shown == Year::Open;
    if let (1, true) = (date, calendar::days_in_month(last_year, last_month) == Some(last_date)) {
        match (month, last_month) {
            (1, 12) if shown == Year::Known && !same_year => return format!("{year}–{last_year}"),
            (1, 12) if shown == Year::Known => return format!("all of {year}"),
            (first, last) if same_year && first != last => {
                return format!("{}–{}", month_name(month), Named::Month(last_year, last_month).words(shown));
            }
            (first, last) if !same_year || first != last => {
                let from = Named::Month(year, month).words(shown);
                return format!("{from} – {}", Named::Month(last_year, last_month).words(shown));
            }
            _ => {}
        }
    }
    let end = on(last, shown);
    if same_year && month == last_month {
        format!("{date}–{end}")
    } else if same_year {
        format!("{date} {} – {end}", month_name(month))
    } else {
        format!("{} – {end}", on(first, shown))
    }
}

/// Days of one month share its name: `14 and 16 November 2025`.
fn list(spans: &[DaySpan], year: Year, join: &str) -> String {
    let one_month = spans.iter().all(|span| {
        let month = |day: Option<Day>| day.map(|day| (day.civil().0, day.civil().1));
        span.first == span.last && span.first.is_some() && month(span.first) == month(spans[0].first)
    });
    let last = spans.len() - 1;
    let members: Vec<String> = spans
        .iter()
        .enumerate()
        .map(|(at, span)| match span.first {
            Some(day) if one_month && at < last => day.civil().2.to_string(),
            _ if join == "and" && span.first != span.last => interval_or_name(*span, year),
            _ => single(*span, year),
        })
        .collect();
    match &members[..] {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} {join} {second}"),
        [most @ .., last] => format!("{} {join} {last}", most.join(", ")),
    }
}

fn interval_or_name(span: DaySpan, year: Year) -> String {
    match (span.first, span.last) {
        (Some(first), Some(last)) => match Named::of(first, last) {
            Some(named) => named.words(year),
            None => extent(first, last, year),
        },
        _ => interval(span, year),
    }
}
