//! Dates in words: `14 to 16 July 2025`, `November, year not stated`; entry point [`words`].

use crate::model::{DateShape, DateValue, Day, DaySpan};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Civil {
    year: i32,
    month: u8,
    day: u8,
}

/// A date as a reader would say it, with what is not known of it.
pub fn words(date: &DateValue) -> String {
    match doubts(date) {
        Some(doubts) => format!("{} ({doubts})", bare_words(date)),
        None => bare_words(date),
    }
}

/// What is not known of a date.
pub fn doubts(date: &DateValue) -> Option<String> {
    match (date.year_known, date.uncertain) {
        (true, false) => None,
        (false, false) => Some("year not stated".to_owned()),
        (true, true) => Some("uncertain".to_owned()),
        (false, true) => Some("year not stated, day uncertain".to_owned()),
    }
}

/// A date as a reader would say it, and nothing more.
pub fn bare_words(date: &DateValue) -> String {
    let joiner = if date.shape == DateShape::OneOf { "or" } else { "and" };
    let text = days_of_one_month(date, joiner).unwrap_or_else(|| {
        let spans: Vec<String> = date.spans.iter().map(|&span| span_words(span, date)).collect();
        list(&spans, joiner)
    });
    let text = if date.shape == DateShape::OneOf { format!("either {text}") } else { text };
    if date.approximate { format!("about {text}") } else { text }
}

/// Single days of one month as `14 and 16 November`; `None` for anything else.
fn days_of_one_month(date: &DateValue, joiner: &str) -> Option<String> {
    let day = |span: &DaySpan| (span.first == span.last).then_some(span.first).flatten().map(civil);
    let days: Vec<Civil> = date.spans.iter().map(day).collect::<Option<_>>()?;
    let (first, others) = days.split_first()?;
    if others.is_empty() || others.iter().any(|day| (day.year, day.month) != (first.year, first.month)) {
        return None;
    }
    let numbers: Vec<String> = days.iter().map(|day| day.day.to_string()).collect();
    Some(format!("{} {}", list(&numbers, joiner), month_text(*first, date.year_known)))
}

/// The first day a date can mean, for sorting.
pub fn earliest(date: &DateValue) -> Option<Day> {
    date.spans.iter().filter_map(|span| span.first).min()
}

/// The last day a date can mean, for the age of a report.
pub fn latest(date: &DateValue) -> Option<Day> {
    date.spans.iter().filter_map(|span| span.last).max()
}

/// A day as a reader would say it.
pub fn day_words(day: Day) -> String {
    day_text(civil(day), true)
}

/// `a`, `a and b`, `a, b and c`.
pub fn list(items: &[String], joiner: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {joiner} {last}", most.join(", ")),
    }
}

fn span_words(span: DaySpan, date: &DateValue) -> String {
    let year = date.year_known;
    match (span.first, span.last) {
        (Some(first), Some(last)) => range_words(civil(first), civil(last), date),
        (Some(first), None) => format!("from {} on", day_text(civil(first), year)),
        (None, Some(last)) => format!("until {}", day_text(civil(last), year)),
        (None, None) => "unknown".to_owned(),
    }
}

fn range_words(first: Civil, last: Civil, date: &DateValue) -> String {
    let year = date.year_known;
    if first == last {
        return day_text(first, year);
    }
    let whole_months = first.day == 1 && last.day == days_in(last);
    if whole_months && (first.month, last.month) == (1, 12) {
        return match (first.year == last.year, year) {
            (true, true) => first.year.to_string(),
            (true, false) => "some day".to_owned(),
            (false, _) => format!("{} to {}", first.year, last.year),
        };
    }
    let same_month = (first.year, first.month) == (last.year, last.month);
    match (whole_months, same_month) {
        (true, true) => month_text(first, year),
        (true, false) => {
            format!("{} to {}", month_text(first, year && first.year != last.year), month_text(last, year))
        }
        (false, true) => format!("{} to {}", first.day, day_text(last, year)),
        (false, false) => {
            format!("{} to {}", day_text(first, year && first.year != last.year), day_text(last, year))
        }
    }
}

fn month_text(civil: Civil, with_year: bool) -> String {
    let month = MONTHS[usize::from(civil.month) - 1];
    if with_year { format!("{month} {}", civil.year) } else { month.to_owned() }
}

fn day_text(civil: Civil, with_year: bool) -> String {
    format!("{} {}", civil.day, month_text(civil, with_year))
}

fn days_in(civil: Civil) -> u8 {
    match civil.month {
        4 | 6 | 9 | 11 => 30,
        2 if civil.year % 4 == 0 && (civil.year % 100 != 0 || civil.year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn civil(day: Day) -> Civil {
    let (year, month, day) = day.civil();
    Civil { year, month, day }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: i32, last: i32) -> DaySpan {
        DaySpan { first: Some(Day(first)), last: Some(Day(last)) }
    }

    fn date(shape: DateShape, spans: Vec<DaySpan>) -> DateValue {
        DateValue {
            edtf: String::new(),
            shape,
            begins: spans[0],
            spans,
            year_known: true,
            approximate: false,
            uncertain: false,
        }
    }

    fn check(value: &DateValue, expected: &str) {
        assert_eq!(words(value), expected);
    }

    #[test]
    fn days_months_and_years_are_said_as_such() {
        check(&date(DateShape::Single, vec![span(0, 0)]), "1 January 1970");
        check(&date(DateShape::Single, vec![span(0, 30)]), "January 1970");
        check(&date(DateShape::Single, vec![span(0, 364)]), "1970");
        check(&date(DateShape::Interval, vec![span(20_283, 20_285)]), "14 to 16 July 2025");
        check(&date(DateShape::Interval, vec![span(20_297, 20_303)]), "28 July to 3 August 2025");
    }

    #[test]
    fn sets_name_every_day_and_an_unstated_year_is_said() {
        let mut both = date(DateShape::AllOf, vec![span(11_275, 11_275), span(11_277, 11_277)]);
        both.year_known = false;
        check(&both, "14 and 16 November (year not stated)");
    }

    #[test]
    fn open_ends_are_said() {
        let open = DaySpan { first: Some(Day(0)), last: None };
        check(&date(DateShape::Interval, vec![open]), "from 1 January 1970 on");
    }
}
