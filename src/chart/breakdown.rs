//! Breakdown by source: the same part of each source side by side, with what none of them states.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Bars start at zero and the axis is linear,
//! because lengths are compared.

use super::axis::Axis;
use super::figures::{counted, exact, place};
use super::ink::Ink;
use super::key;
use super::marks;
use super::paper::{GAP, LEFT, Paper, Plot, STRIP};
use super::ranges::{ends, entries, extent, head, reading};
use super::spec::{About, Breakdown, RangeRow, Remainder};
use super::table::{Cell, Table};
use super::words::{count_sources, first_short};
use crate::model::Bound;

const HALF: i32 = 30;

/// Draws the parts, the remainders and the key.
pub fn draw(paper: &mut Paper, breakdown: &Breakdown) {
    let totals = breakdown.remainders.iter().map(|remainder| &remainder.total);
    let mut extent = extent(rows(breakdown).map(|row| &row.quantity));
    for remainder in totals.clone() {
        extent.high = extent.high.max(place(remainder.number.high));
        extent.open_above |= remainder.hard.high == Bound::Unbounded;
    }
    let plot = paper.plot(Axis::linear(extent));
    let top = head(paper, &plot, &breakdown.unit);
    for part in &breakdown.parts {
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
    key::draw(paper, &entries(rows(breakdown).map(|row| row.quantity.number.hedge)));
}

fn rows(breakdown: &Breakdown) -> impl Iterator<Item = &RangeRow> + Clone {
    breakdown.parts.iter().flat_map(|part| &part.rows)
}

fn one(paper: &mut Paper, plot: &Plot, part: &str, row: &RangeRow) {
    let top = paper.y;
    let label = if row.label.is_empty() { row.group.clone() } else { format!("{}, {}", row.group, row.label) };
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

fn remainder(paper: &mut Paper, plot: &Plot, left: &Remainder) {
    let top = paper.y;
    let words = format!("{} of {}", remainder_words(left), left.total_words);
    paper.label_and_words(Ink::Note, &left.source, &words);
    paper.y += STRIP;
    let y = paper.y - STRIP / 2;
    let reach = plot.map_coordinate(&(place(left.least), y)).0;
    paper.bar(Ink::Hatch, (LEFT, y - HALF * 2), (reach.max(LEFT + 20), y + HALF * 2));
    if left.total.hard.high == Bound::Unbounded {
        marks::onward(paper, y, reach);
    }
    paper.link_rows(top, &left.href, format!("{}, not broken down: {words}", left.source));
}

fn remainder_words(left: &Remainder) -> String {
    let exactly = left.total.hard.low == left.total.hard.high;
    if exactly { exact(left.least) } else { format!("at least {}", exact(left.least)) }
}

/// The finding in at most twelve words.
pub fn title(about: &About, breakdown: &Breakdown) -> String {
    let sources = count_sources(rows(breakdown).map(|row| row.group.as_str()));
    let voices = counted(sources, "source");
    let parts = counted(breakdown.parts.len(), "part");
    let verb = if sources == 1 { "names" } else { "name" };
    let measure = &about.measure;
    if breakdown.remainders.iter().any(|left| !left.least.is_zero()) {
        return first_short([
            format!("{measure}: {voices} {verb} {parts}, the rest is unstated"),
            format!("{voices} {verb} {parts}; the rest is unstated"),
        ]);
    }
    first_short([format!("{measure}: {voices} {verb} {parts}"), format!("{voices} {verb} {parts}")])
}

/// The same figures as a table.
pub fn table(breakdown: &Breakdown) -> Table {
    let mut table = Table::new(&["Part", "Source", "Detail", "Words", "From", "To", "Read as"]);
    for part in &breakdown.parts {
        for row in &part.rows {
            let [from, to] = ends(&row.quantity);
            let mut cells: Vec<_> = [&part.name, &row.group, &row.label, &row.words].map(|text| Cell::text(text)).into();
            cells.extend([from, to, Cell::text(reading(row.quantity.number.hedge))]);
            table.push(&row.href, cells);
        }
    }
    for left in &breakdown.remainders {
        let to = if left.total.hard.high == Bound::Unbounded { Cell::text("no limit") } else { Cell::Number(left.least) };
        let words = format!("{} of {}", remainder_words(left), left.total_words);
        let texts = ["Not broken down", &left.source, "", &words].map(Cell::text);
        table.push(&left.href, texts.into_iter().chain([Cell::Number(left.least), to, Cell::text("the rest")]).collect());
    }
    table
}
