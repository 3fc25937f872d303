//! Breakdown by source: the same part of each source side by side, with what none of them states.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Bars start at zero and the axis is linear,
//! because lengths are compared.

use super::axis::Axis;
use super::figures::{capitalised, counted, exact, place};
use super::ink::Ink;
use super::key;
use super::marks;
use super::paper::{GAP, LEFT, Paper, Plot, STRIP};
use super::ranges::{ends, entries, extent, head, reading};
use super::spec::{About, Breakdown, Part, RangeRow, Remainder};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::Bound;

const HALF: i32 = 30;

/// Draws the parts, the remainders and the key.
pub fn draw(paper: &mut Paper, breakdown: &Breakdown) {
    let mut extent = extent(rows(breakdown).map(|row| &row.quantity));
    for left in breakdown.remainders.iter().filter_map(|remainder| remainder.left) {
        extent.high = extent.high.max(place(left));
    }
    let plot = paper.plot(Axis::linear(extent));
    let top = head(paper, &plot, &breakdown.unit);
    for part in blocks(breakdown) {
        paper.y += GAP;
        paper.paragraph(Ink::Label, &part.name, 4);
        part.rows.iter().for_each(|row| one(paper, &plot, &part.name, row));
    }
    if !breakdown.remainders.is_empty() {
        paper.y += GAP;
        paper.paragraph(Ink::Label, &format!("Not broken down by {}", breakdown.dimension), 4);
        breakdown.remainders.iter().for_each(|left| remainder(paper, &plot, left));
    }
    paper.y += GAP;
    paper.grid(&plot, top);
    for note in &breakdown.notes {
        paper.paragraph(Ink::Note, note, 3);
    }
    key::draw(paper, &entries(rows(breakdown).map(|row| row.quantity.number.hedge)));
}

/// The whole, then its parts.
fn blocks(breakdown: &Breakdown) -> impl Iterator<Item = &Part> {
    breakdown.total.iter().chain(&breakdown.parts)
}

fn rows(breakdown: &Breakdown) -> impl Iterator<Item = &RangeRow> {
    blocks(breakdown).flat_map(|part| &part.rows)
}

fn one(paper: &mut Paper, plot: &Plot, part: &str, row: &RangeRow) {
    let top = paper.y;
    let label =
        if row.label.is_empty() { row.group.clone() } else { format!("{}, {}", row.group, row.label) };
    paper.label_and_words(Ink::Note, &label, &row.words);
    paper.y += STRIP;
    let y = paper.y - STRIP / 2;
    let zero = plot.map_coordinate(&(0.0, y)).0;
    let reach = plot.map_coordinate(&(place(row.quantity.number.low), y)).0;
    if row.quantity.hard.low != Bound::Unbounded && reach > zero {
        paper.bar(Ink::Bar, (zero, y - HALF), (reach, y + HALF));
    }
    marks::quantity(paper, plot, y, &row.quantity);
    paper.link_rows(top, &row.href, format!("{part}, {label}: {}", row.words));
}

fn remainder(paper: &mut Paper, plot: &Plot, remainder: &Remainder) {
    let top = paper.y;
    let words = remainder_words(remainder);
    paper.label_and_words(Ink::Note, &remainder.source, &words);
    paper.y += STRIP;
    let y = paper.y - STRIP / 2;
    let reach = plot.map_coordinate(&(remainder.left.map_or(0.0, place), y)).0.max(LEFT + 20);
    paper.bar(Ink::Hatch, (LEFT, y - HALF * 2), (reach, y + HALF * 2));
    if remainder.open {
        marks::onward(paper, y, reach);
    }
    paper.link_rows(top, &remainder.href, format!("{}, not broken down: {words}", remainder.source));
}

fn remainder_words(remainder: &Remainder) -> String {
    match (remainder.left, &remainder.of) {
        (Some(left), Some(of)) => format!("{} of {of}", exact(left)),
        (Some(left), None) => exact(left),
        (None, _) => "others, without a figure".to_owned(),
    }
}

/// The finding in at most twelve words.
pub fn title(about: &About, breakdown: &Breakdown) -> String {
    let sources = about.sources.len();
    let voices = counted(sources, "source");
    let parts = counted(breakdown.parts.len(), "part");
    let verb = if sources == 1 { "names" } else { "name" };
    let measure = &about.measure;
    if !breakdown.remainders.is_empty() {
        return first_short([
            format!("{measure}: {voices} {verb} {parts}, not all"),
            capitalised(&format!("{voices} {verb} {parts} and leave others open")),
        ]);
    }
    first_short([
        format!("{measure}: {voices} {verb} {parts}"),
        capitalised(&format!("{voices} {verb} {parts}")),
    ])
}

/// The same figures as a table.
pub fn table(breakdown: &Breakdown) -> Table {
    let mut table = Table::new(&["Part", "Source", "Detail", "Words", "From", "To", "Read as"]);
    for part in blocks(breakdown) {
        for row in &part.rows {
            let [from, to] = ends(&row.quantity);
            let mut cells: Vec<_> =
                [&part.name, &row.group, &row.label, &row.words].map(|text| Cell::text(text)).into();
            cells.extend([from, to, Cell::text(reading(row.quantity.number.hedge))]);
            table.push(&row.href, cells);
        }
    }
    for remainder in &breakdown.remainders {
        let figure = remainder.left.map_or(Cell::text("not stated"), Cell::Number);
        let to = if remainder.open { Cell::text("no limit") } else { figure.clone() };
        let texts = ["Not broken down", &remainder.source, "", &remainder_words(remainder)].map(Cell::text);
        table.push(
            &remainder.href,
            texts.into_iter().chain([figure, to, Cell::text("total less parts")]).collect(),
        );
    }
    table
}
