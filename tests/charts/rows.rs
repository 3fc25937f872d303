//! Short ways to write down the rows of a chart.

use variorum::chart::{About, ChartSpec, DateRow, Dates, Grouping, Plot, RangeRow, Ranges, Unit};
use variorum::language::reading;
use variorum::model::{Quantity, Tolerances};
use variorum::value::{date, number};

pub fn spec(measure: &str, plot: Plot) -> ChartSpec {
    let mut sources: Vec<String> = match &plot {
        Plot::Ranges(ranges) => ranges.rows.iter().map(|row| row.group.clone()).collect(),
        Plot::Dates(dates) => dates.rows.iter().map(|row| row.group.clone()).collect(),
        _ => vec!["Square".to_owned(), "Global Times".to_owned()],
    };
    sources.dedup();
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

/// A figure as the program reads it from words.
pub fn quantity(words: &str) -> Quantity {
    number::quantity(&number::read(words, reading::english()).unwrap(), &Tolerances::default())
}

pub fn range(group: &str, label: &str, words: &str) -> RangeRow {
    range_as(group, label, words, quantity(words))
}

pub fn range_as(group: &str, label: &str, words: &str, quantity: Quantity) -> RangeRow {
    let anchor = group.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let href = format!("#arrests--{anchor}");
    RangeRow {
        group: group.to_owned(),
        speaker: group.to_owned(),
        label: label.to_owned(),
        words: words.to_owned(),
        quantity,
        depth: 0,
        whole: None,
        hue: None,
        href,
    }
}

pub fn figure(group: &str, words: &str) -> RangeRow {
    range(group, "", words)
}

pub fn ranges(rows: Vec<RangeRow>) -> ChartSpec {
    spec("People arrested", Plot::Ranges(Ranges { unit: Unit::counted("people"), rows, is_alike: true }))
}

/// Figures by sources that are told apart by name alone.
pub fn figures(rows: &[(&str, &str)]) -> ChartSpec {
    ranges(rows.iter().map(|&(source, words)| figure(source, words)).collect())
}

/// A date as the program reads it, with its words for readers.
pub fn dated(group: &str, edtf: &str) -> DateRow {
    let date = date::read(edtf).unwrap();
    DateRow { words: date::words(&date), date: Some(date), ..undated(group, "") }
}

pub fn undated(group: &str, words: &str) -> DateRow {
    let href = format!("#raid-dates--{}", group.len());
    DateRow {
        group: group.to_owned(),
        label: String::new(),
        words: words.to_owned(),
        date: None,
        hue: None,
        href,
    }
}

pub fn dates(rows: Vec<DateRow>) -> ChartSpec {
    spec("Dates of the raids", Plot::Dates(Dates { by: Grouping::Sources, rows, orders: Vec::new() }))
}
