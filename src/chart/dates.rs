//! Dates by source: each claim's day, set or interval on one calendar axis.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Dates without a year stand in a lane of their
//! own, by month and day; they are never given a year.

use super::axis::Axis;
use super::calendar::distance;
use super::dense;
use super::figures::counted;
use super::ink::Ink;
use super::key;
use super::marks::{self, Shape};
use super::orders::{self, Bracket, Lanes};
use super::paper::{GAP, LINE, Paper, Plot, RIGHT, STRIP};
use super::spec::{About, DateRow, Dates, Kept, Order};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::DateValue;
use crate::value::date::{self, DateRelation};

/// Draws a lane for dates with a year, one for dates without, and what is not stated.
pub fn draw(paper: &mut Paper, dates: &Dates) {
    if dates.rows.is_empty() {
        return paper.paragraph(Ink::Note, "No source states a date.", 1);
    }
    let lanes = Lanes::of(&dates.orders);
    paper.right = lanes.right();
    let mut places = vec![None; dates.rows.len()];
    for year_known in [true, false] {
        calendar(paper, dates, year_known, &mut places);
    }
    join(paper, dates, &places, &lanes);
    paper.right = RIGHT;
    violations(paper, &dates.orders);
    without_day(paper, dates.rows.iter().filter(|row| !has_day(row)));
    key::draw(paper, &meanings(dates));
}

/// Draws the rows whose year is known, or those whose year is not, on a calendar of their own.
fn calendar(paper: &mut Paper, dates: &Dates, year_known: bool, places: &mut [Option<Place>]) {
    let rows_here = dates.rows.iter().enumerate();
    let lane: Vec<_> =
        rows_here.filter(|(_, row)| has_day(row) && is_year_known(row) == year_known).collect();
    if lane.is_empty() {
        return;
    }
    let (first, last) = ends(lane.iter().map(|(_, row)| *row));
    let mut axis = if year_known { Axis::days(first, last) } else { Axis::of_year(first, last) };
    if !year_known {
        paper.y += GAP;
        paper.paragraph(Ink::Note, "Year not stated, by month and day:", 2);
    } else if let Some(year) = axis.take_year() {
        paper.paragraph(Ink::Note, &year.to_string(), 1);
    }
    let plot = paper.plot(axis);
    paper.y += LINE;
    let top = paper.y;
    for (i, y) in rows(paper, &plot, &lane) {
        let end = dates.rows[i].date.as_ref().and_then(|date| marks::date_end(paper, &plot, y, date));
        places[i] = end.map(|x| Place { x, y, year_known });
    }
    paper.grid(&plot, top);
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
    if dense::is_dense(rows.len()) {
        return unnamed(paper, plot, rows);
    }
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

/// Draws a mark for each of very many rows, the earliest first.
fn unnamed(paper: &mut Paper, plot: &Plot, rows: &[(usize, &DateRow)]) -> Vec<(usize, i32)> {
    let dated = rows.iter().filter_map(|&(i, row)| Some((i, row.date.as_ref()?)));
    let mut by_day: Vec<(usize, &DateValue)> = dated.collect();
    by_day.sort_by_key(|(i, date)| (date.earliest(), date.latest(), *i));
    let middles = dense::rows(paper, "dates in order", &by_day, |paper, y, (_, date)| {
        marks::date(paper, plot, y, date);
    });
    by_day.iter().map(|(i, _)| *i).zip(middles).collect()
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

/// Joins the marks of every stated order.
fn join(paper: &Paper, dates: &Dates, places: &[Option<Place>], lanes: &Lanes) {
    for (i, order) in dates.orders.iter().enumerate() {
        let (Some(Some(from)), Some(Some(to))) = (places.get(order.earlier), places.get(order.later)) else {
            continue;
        };
        // A day without a year stands on another calendar, where no line can lead.
        if from.year_known == to.year_known {
            let bracket = Bracket { from: (from.x, from.y), to: (to.x, to.y), lane: lanes.middle(i) };
            orders::join(paper, &order.kept, &bracket);
        }
    }
}

/// Says which orders cannot hold.
fn violations(paper: &mut Paper, orders: &[Order]) {
    for order in orders {
        match &order.kept {
            Kept::Yes => {}
            Kept::No(reason) => {
                paper.y += GAP / 2;
                paper.paragraph(Ink::AlertText, &format!("✕ {reason}"), 6);
            }
        }
    }
}

/// Where a row's mark ends, and in which lane it lies.
#[derive(Clone, Copy)]
struct Place {
    x: i32,
    y: i32,
    year_known: bool,
}

/// What each shape that occurs means.
fn meanings(dates: &Dates) -> Vec<(Shape, String)> {
    let marks = dates.rows.iter().filter_map(|row| Shape::of_date(row.date.as_ref()?));
    let orders = dates.orders.iter().map(|order| match order.kept {
        Kept::Yes => Shape::Order,
        Kept::No(_) => Shape::Broken,
    });
    let mut shapes: Vec<_> = marks.chain(orders).collect();
    shapes.sort_unstable();
    shapes.dedup();
    shapes.into_iter().filter_map(|shape| Some((shape, meaning(shape)?.to_owned()))).collect()
}

/// What a shape says of a date; `None` where no date has it.
fn meaning(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Point => Some("the day stated"),
        Shape::Bar => Some("from day to day"),
        Shape::About => Some("about this day"),
        Shape::Within => Some("some day within"),
        Shape::FromHere => Some("no end stated"),
        Shape::UpToHere => Some("no beginning stated"),
        Shape::OneOf => Some("one of these days"),
        Shape::AllOf => Some("all of these days"),
        Shape::Order => Some("must come first"),
        Shape::Broken => Some("order broken"),
        Shape::Nearly
        | Shape::Beyond
        | Shape::Short
        | Shape::Rest
        | Shape::AtMost
        | Shape::Unknown
        | Shape::Update
        | Shape::Correction
        | Shape::Fall
        | Shape::Outlier
        | Shape::Corrected => None,
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
