//! Dates by source: each claim's day, set or interval on one calendar axis.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Dates without a year stand in a lane of their
//! own, by month and day; they are never given a year.

use super::axis::Axis;
use super::calendar::distance;
use super::figures::counted;
use super::ink::Ink;
use super::key;
use super::marks::{self, Shape};
use super::paper::{GAP, LINE, Paper, Plot, STRIP};
use super::spec::{About, DateRow, Dates, Kept};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::DateValue;
use crate::value::date::{self, DateRelation};

/// Space between a mark and the line that joins it to another.
const CLEAR: i32 = 90;
const CROSS: i32 = 45;

/// Draws a lane for dates with a year, one for dates without, and what is not stated.
pub fn draw(paper: &mut Paper, dates: &Dates) {
    let mut places = vec![None; dates.rows.len()];
    let in_lane = |known: bool| {
        dates
            .rows
            .iter()
            .enumerate()
            .filter(move |(_, row)| has_day(row) && is_year_known(row) == known)
            .collect::<Vec<_>>()
    };
    for (known, lane) in [(true, in_lane(true)), (false, in_lane(false))] {
        if lane.is_empty() {
            continue;
        }
        let (first, last) = ends(lane.iter().map(|(_, row)| *row));
        let axis = if known { Axis::days(first, last) } else { Axis::of_year(first, last) };
        if !known {
            paper.y += GAP;
            paper.paragraph(Ink::Note, "Year not stated, by month and day:", 2);
        }
        let plot = paper.plot(axis);
        paper.y += LINE;
        let top = paper.y;
        for (i, y) in rows(paper, &plot, &lane) {
            let day = dates.rows[i].date.as_ref().and_then(|date| date.earliest().or(date.latest()));
            places[i] = day.map(|day| Place {
                x: plot.map_coordinate(&(f64::from(day.0), y)).0,
                y,
                year_known: known,
            });
        }
        paper.grid(&plot, top);
    }
    orders(paper, dates, &places);
    without_day(paper, dates.rows.iter().filter(|row| !has_day(row)));
    key::draw(paper, &entries(dates.rows.iter().filter_map(|row| row.date.as_ref())));
}

fn has_day(row: &DateRow) -> bool {
    row.date.as_ref().is_some_and(|date| Shape::of_date(date).is_some())
}

fn is_year_known(row: &DateRow) -> bool {
    row.date.as_ref().is_some_and(|date| date.year_known)
}

/// The first and the last day that any row names.
fn ends<'a>(rows: impl Iterator<Item = &'a DateRow>) -> (i32, i32) {
    let dates = rows.filter_map(|row| row.date.as_ref());
    let days = dates.flat_map(|date| date.spans.iter().flat_map(|span| [span.first, span.last])).flatten();
    let ends = days.map(|day| (day.0, day.0)).reduce(|all, day| (all.0.min(day.0), all.1.max(day.1)));
    ends.unwrap_or((0, 0))
}

/// Draws rows under a heading for each group; gives each row's position and height.
pub fn rows(paper: &mut Paper, plot: &Plot, rows: &[(usize, &DateRow)]) -> Vec<(usize, i32)> {
    let mut group: Option<&str> = None;
    let mut middles = Vec::with_capacity(rows.len());
    for (at, &(i, row)) in rows.iter().enumerate() {
        let follows = group == Some(row.group.as_str());
        let alone = !follows && rows.get(at + 1).is_none_or(|next| next.1.group != row.group);
        paper.y += if follows { GAP / 3 } else { GAP };
        let top = paper.y;
        heading(paper, row, (follows, alone));
        paper.y += STRIP;
        if let Some(date) = &row.date {
            marks::date(paper, plot, paper.y - STRIP / 2, date);
        }
        paper.link_rows(top, &row.href, link_name(row));
        middles.push((i, paper.y - STRIP / 2));
        group = Some(&row.group);
    }
    paper.y += GAP;
    middles
}

fn heading(paper: &mut Paper, row: &DateRow, (follows, alone): (bool, bool)) {
    // The heading of the lane says already that no year is stated.
    let words = row.words.trim_end_matches(", year not stated").trim_end_matches(" (year not stated)");
    if alone {
        paper.label_and_words(Ink::Label, &row.group, words);
        if !row.label.is_empty() {
            paper.paragraph(Ink::Note, &row.label, 6);
        }
        return;
    }
    if !follows {
        paper.paragraph(Ink::Label, &row.group, 6);
    }
    paper.label_and_words(Ink::Note, &row.label, words);
}

fn link_name(row: &DateRow) -> String {
    let label = if row.label.is_empty() { String::new() } else { format!(" ({})", row.label) };
    format!("{}{label}: {}", row.group, row.words)
}

fn without_day<'a>(paper: &mut Paper, rows: impl Iterator<Item = &'a DateRow>) {
    for (i, row) in rows.enumerate() {
        paper.y += GAP / 2;
        if i == 0 {
            paper.paragraph(Ink::Note, "Without a date:", 1);
        }
        let top = paper.y;
        paper.label_and_words(Ink::Label, &row.group, &row.words);
        paper.link_rows(top, &row.href, link_name(row));
    }
}

/// Joins the marks of every stated order, and says which orders cannot hold.
fn orders(paper: &mut Paper, dates: &Dates, places: &[Option<Place>]) {
    for order in &dates.orders {
        if let (Some(Some(from)), Some(Some(to))) = (places.get(order.earlier), places.get(order.later)) {
            join(paper, &order.kept, *from, *to);
        }
    }
    for order in &dates.orders {
        match &order.kept {
            Kept::Yes => {}
            Kept::No(reason) => {
                paper.y += GAP / 2;
                paper.paragraph(Ink::AlertText, &format!("✕ {reason}"), 6);
            }
        }
    }
}

/// Where a row's mark lies, and in which lane.
#[derive(Clone, Copy)]
struct Place {
    x: i32,
    y: i32,
    year_known: bool,
}

/// A line from the earlier mark to the later one; where the order is broken it ends in a cross.
fn join(paper: &Paper, kept: &Kept, from: Place, to: Place) {
    if from.year_known != to.year_known {
        return;
    }
    let clear = if from.y < to.y { CLEAR } else { -CLEAR };
    let (start, end) = ((from.x, from.y + clear), (to.x, to.y - clear));
    match kept {
        Kept::Yes => paper.line(Ink::Order, &[start, end]),
        Kept::No(_) => {
            let (x, y) = (end.0, end.1 - clear / 2);
            paper.line(Ink::AlertLine, &[start, (x, y)]);
            paper.line(Ink::AlertLine, &[(x - CROSS, y - CROSS), (x + CROSS, y + CROSS)]);
            paper.line(Ink::AlertLine, &[(x - CROSS, y + CROSS), (x + CROSS, y - CROSS)]);
        }
    }
}

/// What each shape that occurs means.
pub fn entries<'a>(dates: impl Iterator<Item = &'a DateValue>) -> Vec<(Shape, String)> {
    let mut shapes: Vec<_> = dates.filter_map(Shape::of_date).collect();
    shapes.sort_unstable();
    shapes.dedup();
    shapes.into_iter().map(|shape| (shape, meaning(shape).to_owned())).collect()
}

fn meaning(shape: Shape) -> &'static str {
    match shape {
        Shape::Point => "the day stated",
        Shape::Bar => "from day to day",
        Shape::About => "about this day",
        Shape::Within => "some day within",
        Shape::Beyond | Shape::FromHere => "no end stated",
        Shape::OneOf => "one of these days",
        Shape::AllOf => "all of these days",
    }
}

/// The finding in at most twelve words.
pub fn title(about: &About, dates: &Dates) -> String {
    let measure = &about.measure;
    let dated: Vec<_> =
        dates.rows.iter().filter(|row| has_day(row)).filter_map(|row| row.date.as_ref()).collect();
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
    let all_years = dated.iter().all(|date| date.year_known);
    let least = if all_years || dated.iter().all(|date| !date.year_known) { "" } else { "at least " };
    match widest_gap(&dated) {
        0 => first_short([
            format!("{measure}: the reported dates overlap"),
            "The reported dates overlap".to_owned(),
        ]),
        days => first_short([
            format!("{measure}: reports lie {least}{} apart", distance(days)),
            format!("Reported dates lie {least}{} apart", distance(days)),
        ]),
    }
}

/// The largest distance in days between two of the dates; 0 where all of them meet.
fn widest_gap(dates: &[&DateValue]) -> i32 {
    let pairs = dates.iter().enumerate().flat_map(|(i, a)| dates[i + 1..].iter().map(move |b| (*a, *b)));
    let gaps = pairs.map(|(a, b)| match date::relation(a, b) {
        DateRelation::Disjoint { days } => days,
        DateRelation::Equal | DateRelation::Contains | DateRelation::Overlap => 0,
    });
    gaps.max().unwrap_or(0)
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
