//! Dates by source: each claim's day, set or interval on one calendar axis.
//!
//! Entry point [`draw`]. All dates share the axis: one without a year stands hollow in the year that the others
//! give (see `years`). What lies empty for most of the time is left out, and the drawing says so.

use super::apart;
use super::axis::Axis;
use super::calendar::{self, distance};
use super::days::{self, Year};
use super::dense;
use super::ink::Ink;
use super::key;
use super::marks::{self, RADIUS, Shape};
use super::orders::{self, Bracket, Lanes};
use super::paper::{Beside, Paper, Plot};
use super::spec::{DateRow, Dates, Grouping, Kept, Order};
use super::years::{self, Placed};
use crate::model::DateValue;

/// A row with the days on which it is drawn.
struct Seat<'a> {
    at: usize,
    row: &'a DateRow,
    days: &'a [DateValue],
    year: Year,
}

/// Where a mark begins and ends, and how high it lies.
#[derive(Clone, Copy)]
struct Place {
    first: i32,
    last: i32,
    y: i32,
}

/// Draws all dates on one calendar, those that have no year to stand in on another, and what is not stated.
pub fn draw(paper: &mut Paper, dates: &Dates) {
    if dates.rows.is_empty() {
        return paper.paragraph(Ink::Note, "No source states a date.", 1);
    }
    let full = paper.right;
    let lanes = Lanes::of(&dates.orders, full);
    paper.right = lanes.right();
    let placed = years::place(dates);
    let (on_one_axis, yearless) = seats(dates, &placed);
    let mut places = vec![None; dates.rows.len()];
    let axis = axis(&on_one_axis);
    calendar(paper, dates, (&on_one_axis, axis), &mut places);
    let is_listed = dates.by == Grouping::Events && !on_one_axis.is_empty();
    if !yearless.is_empty() && !is_listed {
        paper.y += if on_one_axis.is_empty() { 0 } else { paper.gap };
        paper.paragraph(Ink::Note, "Year not stated, by month and day:", 2);
        let (first, last) = ends(&yearless);
        calendar(paper, dates, (&yearless, Axis::of_year(first, last)), &mut places);
    }
    join(paper, dates, &places, &lanes);
    paper.right = full;
    violations(paper, &dates.orders);
    if is_listed {
        listed(paper, "Year not stated:", yearless.iter().map(|seat| seat.row));
    }
    let nowhere = dates.rows.iter().zip(&placed).filter(|(_, placed)| **placed == Placed::Nowhere);
    listed(paper, "Without a date:", nowhere.map(|(row, _)| row));
    key::draw(paper, &meanings(dates, &placed, is_listed));
}

/// The rows of the one calendar, and those of the calendar without years.
fn seats<'a>(dates: &'a Dates, placed: &'a [Placed]) -> (Vec<Seat<'a>>, Vec<Seat<'a>>) {
    let (mut on_one_axis, mut yearless) = (Vec::new(), Vec::new());
    for (at, (row, placed)) in dates.rows.iter().zip(placed).enumerate() {
        let one = std::slice::from_ref;
        match placed {
            Placed::Stated(date) => on_one_axis.push(Seat { at, row, days: one(date), year: Year::Stated }),
            Placed::Supposed(days) => on_one_axis.push(Seat { at, row, days, year: Year::Supposed }),
            Placed::Yearless(date) => yearless.push(Seat { at, row, days: one(date), year: Year::Supposed }),
            Placed::Nowhere => {}
        }
    }
    (on_one_axis, yearless)
}

fn axis(seats: &[Seat]) -> Axis {
    let spans = seats.iter().flat_map(|seat| seat.days).flat_map(|date| &date.spans);
    let days = spans.filter_map(|span| Some((span.first.or(span.last)?.0, span.last.or(span.first)?.0)));
    Axis::calendar(&days.collect::<Vec<_>>())
}

/// The first and the last day that any row names.
fn ends(seats: &[Seat]) -> (i32, i32) {
    let spans = seats.iter().flat_map(|seat| seat.days).flat_map(|date| &date.spans);
    let days = spans.flat_map(|span| [span.first, span.last]).flatten();
    let ends = days.map(|day| (day.0, day.0)).reduce(|all, day| (all.0.min(day.0), all.1.max(day.1)));
    ends.unwrap_or((0, 0))
}

/// Draws rows on a calendar of their own.
fn calendar(
    paper: &mut Paper,
    dates: &Dates,
    (seats, mut axis): (&[Seat], Axis),
    places: &mut [Option<Place>],
) {
    if seats.is_empty() {
        return;
    }
    let year = axis.take_year();
    let told = year.map(|year| year.to_string()).into_iter().chain(left_out(&axis, year));
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        paper.paragraph(Ink::Note, &told.join(". "), 3);
    }
    let plot = paper.plot(axis);
    paper.y += paper.line;
    let top = paper.y;
    rows(paper, &plot, (dates, seats), places);
    paper.grid(&plot, top);
}

/// Says what a broken axis leaves out; days are told without the year that all of them have.
fn left_out(axis: &Axis, year: Option<i32>) -> Option<String> {
    let gaps = axis.breaks.iter().map(|gap| {
        let (from, to) = (gap.from as i32, gap.to as i32);
        let [after, before] = [from, to].map(|day| calendar::told(day, year.is_none()));
        format!("{} between {after} and {before}", distance(to.saturating_sub(from)))
    });
    let gaps: Vec<String> = gaps.collect();
    (!gaps.is_empty()).then(|| format!("The axis leaves out {}, where no date lies.", gaps.join(" and ")))
}

/// Draws rows under a heading for each group, and how far apart those of one question lie.
fn rows(paper: &mut Paper, plot: &Plot, (dates, seats): (&Dates, &[Seat]), places: &mut [Option<Place>]) {
    if dense::is_dense(seats.len()) {
        return unnamed(paper, plot, seats, places);
    }
    let mut group: Option<&str> = None;
    let mut pair: Vec<usize> = Vec::new();
    for (i, seat) in seats.iter().enumerate() {
        let next = seats.get(i + 1).map(|next| next.row.group.as_str());
        let follows = group == Some(seat.row.group.as_str());
        let is_last = next != Some(seat.row.group.as_str());
        paper.y += if follows { paper.gap / 3 } else { paper.gap };
        let top = paper.y;
        let alone = !follows && is_last;
        if !follows && !alone {
            paper.heading(Ink::Label, &seat.row.group);
        }
        let (name, detail) = if alone {
            ((Ink::Label, seat.row.group.as_str()), seat.row.label.as_str())
        } else {
            ((Ink::Note, seat.row.label.as_str()), "")
        };
        paper.hue = seat.row.hue;
        let beside = Beside { name: Some(name), detail, words: &seat.row.words, alert: None };
        paper.row(beside, |paper, y| places[seat.at] = mark(paper, plot, y, seat));
        paper.hue = None;
        paper.link_rows(top, &seat.row.href, link_name(seat.row));
        group = Some(&seat.row.group);
        pair.push(seat.at);
        let is_whole = match dates.by {
            Grouping::Questions => is_last,
            Grouping::Sources => next.is_none(),
            // Events are apart by nature; two answers to the date of one are not.
            Grouping::Events => is_last,
            Grouping::Unrelated => false,
        };
        if is_whole {
            gap(paper, dates, &pair, places);
            pair.clear();
        }
    }
    paper.y += paper.gap;
}

/// Draws the mark of a row; a date without a year has one in each year that it may be of.
fn mark(paper: &Paper, plot: &Plot, y: i32, seat: &Seat) -> Option<Place> {
    let ends: Vec<(i32, i32)> = seat.days.iter().filter_map(|date| days::ends(plot, date)).collect();
    let (first, last) = (*ends.first()?, *ends.last()?);
    if ends.len() > 1 {
        paper.line(Ink::Dash, &[(first.1, y), (last.0, y)]);
    }
    seat.days.iter().for_each(|date| days::date(paper, plot, y, (date, seat.year)));
    Some(Place { first: first.0, last: first.1, y })
}

/// Brackets the longest time between two of these rows, and says how long it is.
fn gap(paper: &mut Paper, dates: &Dates, rows: &[usize], places: &[Option<Place>]) {
    let Some((apart, a, b)) = apart::widest(dates, rows) else { return };
    let (Some(Some(a)), Some(Some(b))) = (places.get(a), places.get(b)) else { return };
    let (from, to) = if a.first <= b.first { (a.last, b.first) } else { (b.last, a.first) };
    paper.row(Beside { words: &apart, ..Beside::default() }, |paper, y| {
        marks::bracket(paper, y, (from, to.max(from)));
    });
}

/// Draws a mark for each of very many rows, the earliest first.
fn unnamed(paper: &mut Paper, plot: &Plot, seats: &[Seat], places: &mut [Option<Place>]) {
    let mut by_day: Vec<&Seat> = seats.iter().collect();
    let key = |seat: &Seat| seat.days.first().map(|date| (date.earliest(), date.latest()));
    by_day.sort_by_key(|seat| (key(seat), seat.at));
    let middles = dense::rows(paper, "dates in order", &by_day, |paper, y, seat| {
        mark(paper, plot, y, seat);
    });
    for (seat, y) in by_day.iter().zip(middles) {
        let ends = seat.days.first().and_then(|date| days::ends(plot, date));
        places[seat.at] = ends.map(|(first, last)| Place { first, last, y });
    }
}

fn link_name(row: &DateRow) -> String {
    let label = if row.label.is_empty() { String::new() } else { format!(" ({})", row.label) };
    format!("{}{label}: {}", row.group, row.words)
}

/// Names rows that have no place on the calendar, under what is not stated of them.
fn listed<'a>(paper: &mut Paper, heading: &str, rows: impl Iterator<Item = &'a DateRow>) {
    for (i, row) in rows.enumerate() {
        paper.y += paper.gap / 2;
        if i == 0 {
            paper.paragraph(Ink::Note, heading, 1);
        }
        let top = paper.y;
        paper.label_and_words(Ink::Label, &row.group, &row.words);
        paper.link_rows(top, &row.href, link_name(row));
    }
}

/// Joins the marks of every stated order.
///
/// A kept one leads down the gutter to what must follow. A broken one leads the way time runs, from the mark that
/// was to follow to the one that was to come first.
fn join(paper: &Paper, dates: &Dates, places: &[Option<Place>], lanes: &Lanes) {
    for (i, order) in dates.orders.iter().enumerate() {
        let (Some(Some(first)), Some(Some(second))) = (places.get(order.earlier), places.get(order.later))
        else {
            continue;
        };
        let beside = |place: &Place| (place.last + RADIUS * 2, place.y);
        match order.kept {
            Kept::Yes => {
                let bracket = Bracket { from: beside(first), to: beside(second), lane: lanes.middle(i) };
                orders::kept(paper, &bracket);
            }
            Kept::No(_) if first.first - second.first > orders::ROOM => {
                orders::onward(paper, (second.first, second.y), (first.first - RADIUS * 2, first.y));
            }
            Kept::No(_) => {
                let bracket = Bracket { from: beside(second), to: beside(first), lane: lanes.middle(i) };
                orders::broken(paper, &bracket);
            }
        }
    }
}

/// Says which orders cannot hold.
fn violations(paper: &mut Paper, orders: &[Order]) {
    for order in orders {
        match &order.kept {
            Kept::Yes => {}
            Kept::No(reason) => {
                paper.y += paper.gap / 2;
                paper.paragraph(Ink::AlertText, &format!("✕ {reason}"), 6);
            }
        }
    }
}

/// What each shape that occurs means.
fn meanings(dates: &Dates, placed: &[Placed], is_listed: bool) -> Vec<(Shape, String)> {
    let stated = placed.iter().filter_map(|placed| match placed {
        Placed::Stated(date) => Shape::of_date(date),
        // On a calendar without years these are drawn as dates without a year, too.
        Placed::Yearless(_) | Placed::Supposed(_) | Placed::Nowhere => None,
    });
    // What differs in a date without a year is that it is hollow; a set shows its days all the same.
    let without_year = placed.iter().filter_map(|placed| match placed {
        Placed::Yearless(date) => (!is_listed).then_some(date),
        Placed::Supposed(days) => days.first(),
        Placed::Stated(_) | Placed::Nowhere => None,
    });
    let supposed = without_year.flat_map(|date| {
        let is_set = |shape: &Shape| matches!(shape, Shape::AllOf | Shape::OneOf);
        [Some(Shape::NoYear), Shape::of_date(date).filter(is_set)]
    });
    let orders = dates.orders.iter().map(|order| match order.kept {
        Kept::Yes => Shape::Order,
        Kept::No(_) => Shape::Broken,
    });
    let mut shapes: Vec<_> = stated.chain(supposed.flatten()).chain(orders).collect();
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
        Shape::NoYear => Some("year not stated"),
        Shape::Order => Some("must come first"),
        Shape::Broken => Some("out of order"),
        Shape::Nearly
        | Shape::Beyond
        | Shape::Short
        | Shape::Rest
        | Shape::AtMost
        | Shape::Update
        | Shape::Correction
        | Shape::Fall
        | Shape::Outlier
        | Shape::Corrected => None,
    }
}
