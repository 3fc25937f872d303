//! Short ways to write down the rows of a chart.

use rust_decimal::Decimal;
use variorum::chart::{About, ChartSpec, DateRow, Dates, Plot, RangeRow, Ranges};
use variorum::model::{Bound, DateShape, DateValue, Day, DaySpan, Hedge, Interval, Number, Quantity};

pub fn spec(measure: &str, plot: Plot) -> ChartSpec {
    let sources = vec!["Square".to_owned(), "Global Times".to_owned()];
    let about = About {
        id: "chart-raids".to_owned(),
        measure: measure.to_owned(),
        scope: Some("Cambodia".to_owned()),
        period: Some("14–16 Jul 2025".to_owned()),
        sources,
        title: None,
    };
    ChartSpec { about, plot }
}

pub fn quantity(hedge: Hedge, low: i64, high: i64) -> Quantity {
    let (low, high) = (Decimal::from(low), Decimal::from(high));
    let tenth = (low / Decimal::TEN).abs();
    let (from, to) = match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (Bound::Closed(low), Bound::Closed(high)),
        Hedge::About => (Bound::Closed(low - tenth), Bound::Closed(low + tenth)),
        Hedge::MoreThan => (Bound::Open(low), Bound::Unbounded),
        Hedge::AtLeast => (Bound::Closed(low), Bound::Unbounded),
        Hedge::Nearly => (Bound::Closed(low - tenth), Bound::Open(low)),
        Hedge::UpTo => (Bound::Closed(Decimal::ZERO), Bound::Closed(low)),
        Hedge::FewerThan => (Bound::Closed(Decimal::ZERO), Bound::Open(low)),
    };
    let number = Number { hedge, low, high, plausible: None, currency: None, percent: false, unit: None };
    let hard = Interval { low: from, high: to };
    Quantity { number, hard, plausible: hard }
}

pub fn range(group: &str, label: &str, words: &str, quantity: Quantity) -> RangeRow {
    let anchor = group.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let href = format!("#arrests--{anchor}");
    RangeRow { group: group.to_owned(), label: label.to_owned(), words: words.to_owned(), quantity, href }
}

pub fn figure(group: &str, hedge: Hedge, words: &str, value: i64) -> RangeRow {
    range(group, "", words, quantity(hedge, value, value))
}

pub fn ranges(rows: Vec<RangeRow>) -> ChartSpec {
    spec("People arrested", Plot::Ranges(Ranges { unit: "people".to_owned(), rows }))
}

/// Exact figures by sources that are told apart by name alone.
pub fn exact(figures: &[(&str, &str, i64)]) -> ChartSpec {
    ranges(figures.iter().map(|&(source, words, value)| figure(source, Hedge::Exact, words, value)).collect())
}

pub fn day(year: i32, month: u32, day: u32) -> Day {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month as usize - 1];
    let leap = if month > 2 { year } else { year - 1 };
    // 477 leap days lie between the year 0 and 1970.
    let leaps = leap / 4 - leap / 100 + leap / 400 - 477;
    Day((year - 1970) * 365 + leaps + before + day as i32 - 1)
}

pub fn date(shape: DateShape, spans: &[(Day, Day)]) -> DateValue {
    let spans: Vec<DaySpan> =
        spans.iter().map(|&(first, last)| DaySpan { first: Some(first), last: Some(last) }).collect();
    let (edtf, begins) = ("edtf".to_owned(), spans[0]);
    DateValue { edtf, shape, spans, begins, year_known: true, approximate: false, uncertain: false }
}

pub fn on(at: Day) -> DateValue {
    date(DateShape::Single, &[(at, at)])
}

pub fn dated(group: &str, words: &str, date: DateValue) -> DateRow {
    DateRow { date: Some(date), ..undated(group, words) }
}

pub fn undated(group: &str, words: &str) -> DateRow {
    let href = format!("#raid-dates--{}", group.len());
    DateRow { group: group.to_owned(), label: String::new(), words: words.to_owned(), date: None, href }
}

pub fn dates(rows: Vec<DateRow>) -> ChartSpec {
    spec("Dates of the raids", Plot::Dates(Dates { rows, orders: Vec::new() }))
}
