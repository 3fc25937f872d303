//! How far dates lie apart, and what else a chart of dates says in words.
//!
//! Entry points: [`title`], [`widest`], [`table`].

use super::calendar::distance;
use super::figures::counted;
use super::marks::Shape;
use super::spec::{About, Dates, Kept};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::DateValue;
use crate::value::date::{self, DateRelation};

/// The finding in at most twelve words.
pub fn title(about: &About, dates: &Dates) -> String {
    let measure = &about.measure;
    let dated: Vec<_> =
        dates.rows.iter().filter_map(|row| row.date.as_ref()).filter(|date| has_day(date)).collect();
    let voices = counted(about.sources.len(), "source");
    let violated = dates.orders.iter().filter(|order| order.kept != Kept::Yes).count();
    if violated > 0 {
        return first_short([format!("{measure}: dates out of order"), "Dates are out of order".to_owned()]);
    }
    let [first, rest @ ..] = dated.as_slice() else {
        return first_short([
            format!("{measure}: no source states a date"),
            "No source states a date".to_owned(),
        ]);
    };
    if rest.is_empty() {
        return first_short([
            format!("{measure}: one source says {}", date::words(first)),
            format!("One source says {}", date::words(first)),
            "One source gives a date".to_owned(),
        ]);
    }
    if rest.iter().all(|other| other.spans == first.spans && other.year_known == first.year_known) {
        return first_short([
            format!("{measure}: {voices} agree on {}", date::words(first)),
            format!("Reports agree on {}", date::words(first)),
            "Reports agree on the date".to_owned(),
        ]);
    }
    match apart(&dated) {
        None => first_short([
            format!("{measure}: the reported dates overlap"),
            "The reported dates overlap".to_owned(),
        ]),
        Some((days, ..)) => {
            let apart = words(&dated, days);
            first_short([
                format!("{measure}: reports lie {apart} apart"),
                format!("Reported dates lie {apart} apart"),
            ])
        }
    }
}

/// A distance in words; a date without a year may be further away.
fn words(dates: &[&DateValue], days: i32) -> String {
    let is_year_known = |date: &&DateValue| date.year_known;
    let is_certain = dates.iter().all(is_year_known) || !dates.iter().any(is_year_known);
    format!("{}{}", if is_certain { "" } else { "at least " }, distance(days))
}

/// How far apart the two of these rows lie that are farthest apart, in words, with their positions.
pub fn widest(dates: &Dates, rows: &[usize]) -> Option<(String, usize, usize)> {
    let dated: Vec<(usize, &DateValue)> =
        rows.iter().filter_map(|&at| Some((at, dates.rows.get(at)?.date.as_ref()?))).collect();
    let days: Vec<&DateValue> = dated.iter().map(|(_, date)| *date).collect();
    let (apart, a, b) = apart(&days)?;
    Some((format!("{} apart", words(&[days[a], days[b]], apart)), dated[a].0, dated[b].0))
}

/// The largest distance in days between two of the dates; `None` where all of them meet.
fn apart(dates: &[&DateValue]) -> Option<(i32, usize, usize)> {
    let pairs = (0..dates.len()).flat_map(|a| (a + 1..dates.len()).map(move |b| (a, b)));
    let gaps = pairs.filter_map(|(a, b)| match date::relation(dates[a], dates[b]) {
        DateRelation::Disjoint { days } => Some((days, a, b)),
        DateRelation::Equal | DateRelation::Contains | DateRelation::Overlap => None,
    });
    gaps.reduce(|widest, gap| if gap.0 > widest.0 { gap } else { widest })
}

fn has_day(date: &DateValue) -> bool {
    Shape::of_date(date).is_some()
}

/// The same dates as a table.
pub fn table(dates: &Dates) -> Table {
    let mut table = Table::new(&["Source", "Detail", "Words", "Date", "EDTF"]);
    for row in &dates.rows {
        let read = row.date.as_ref().map_or_else(|| "date not stated".to_owned(), date::words);
        let edtf = row.date.as_ref().map_or("", |date| &date.edtf);
        let cells = [&row.group, &row.label, &row.words, &read, edtf].map(Cell::text);
        table.push(&row.href, cells.into());
    }
    table
}
