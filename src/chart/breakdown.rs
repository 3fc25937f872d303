//! Breakdown by source: the same part of each source side by side, with what none of them states.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Bars start at zero and the axis is linear,
//! because lengths are compared.

use rust_decimal::Decimal;

use super::axis::Axis;
use super::dense;
use super::figures::{capitalised, counted, exact, place, spelled};
use super::hedged;
use super::ink::Ink;
use super::key;
use super::marks::Shape;
use super::multiples;
use super::paper::{Beside, Paper, Plot};
use super::ranges::{entries, extent, head, under, unnamed};
use super::spec::{About, Breakdown, Part, RangeRow, Remainder};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::{Bound, Interval};

const HALF: i32 = 30;

/// Draws the parts, the remainders and the key.
pub fn draw(paper: &mut Paper, breakdown: &Breakdown) {
    let mut extent = extent(rows(breakdown).map(|row| &row.quantity));
    for left in breakdown.remainders.iter().map(|remainder| remainder.left) {
        let ends = [left.lower(), left.upper()].into_iter().flatten();
        extent.high = ends.map(place).fold(extent.high, f64::max);
    }
    let plot = paper.plot(Axis::linear(extent));
    let top = head(paper, &plot, &breakdown.unit.axis);
    let is_dense = is_dense(breakdown);
    if let Some(total) = &breakdown.total {
        block(paper, &plot, total, is_dense);
        paper.y += paper.gap;
        paper.heading(Ink::Note, &format!("of these, by {}:", breakdown.dimension));
    }
    for part in &breakdown.parts {
        block(paper, &plot, part, is_dense);
    }
    if !breakdown.remainders.is_empty() {
        paper.y += paper.gap;
        paper.heading(Ink::Label, &format!("Not broken down by {}", breakdown.dimension));
        if is_dense {
            let sources = counted(breakdown.remainders.len(), "source");
            paper.paragraph(Ink::Note, &format!("{sources} leave a rest; the table says which"), 2);
        } else {
            breakdown.remainders.iter().for_each(|left| remainder(paper, &plot, left));
        }
    }
    paper.y += paper.gap;
    paper.grid(&plot, top);
    for note in &breakdown.notes {
        paper.paragraph(Ink::Note, note, 3);
    }
    key::draw(paper, &meanings(breakdown));
}

/// The whole or a part, with the rows of all sources.
fn block(paper: &mut Paper, plot: &Plot, part: &Part, is_dense: bool) {
    paper.y += paper.gap;
    paper.heading(Ink::Label, &part.name);
    if is_dense {
        unnamed(paper, plot, &part.rows);
    } else {
        part.rows.iter().for_each(|row| one(paper, plot, &part.name, row));
    }
}

/// Whether it has more rows than are drawn with their names.
pub fn is_dense(breakdown: &Breakdown) -> bool {
    dense::is_dense(rows(breakdown).count())
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
    under(paper, plot, (((Ink::Note, &label), ""), row), |paper, y| {
        let zero = plot.map_coordinate(&(0.0, y)).0;
        let reach = plot.map_coordinate(&(place(row.quantity.number.low), y)).0;
        if row.quantity.hard.low != Bound::Unbounded && reach > zero {
            paper.bar(Ink::Bar, (zero, y - HALF), (reach, y + HALF));
        }
    });
    paper.link_rows(top, &row.href, format!("{part}, {label}: {}", row.words));
}

fn remainder(paper: &mut Paper, plot: &Plot, remainder: &Remainder) {
    let top = paper.y;
    let words = remainder_words(remainder);
    if left_over(remainder.left).is_some() {
        let name = Some((Ink::Note, remainder.source.as_str()));
        paper.row(Beside { name, words: &words, ..Beside::default() }, |paper, y| {
            let x = |figure| plot.map_coordinate(&(place(figure), y)).0;
            let least = remainder.left.lower().map_or(paper.left, x);
            hedged::rest(paper, y, (least, remainder.left.upper().map(x)));
        });
    } else {
        paper.words_only((Ink::Note, &remainder.source), &words);
    }
    paper.link_rows(top, &remainder.href, format!("{}, not broken down: {words}", remainder.source));
}

fn remainder_words(remainder: &Remainder) -> String {
    let Some(total) = &remainder.of else { return "others, without a figure".to_owned() };
    let left = remainder.left;
    let least = left.lower().filter(|least| *least > Decimal::ZERO);
    match (least, left.upper()) {
        (Some(least), Some(most)) if least == most => format!("{} of {total}", exact(most)),
        (Some(least), Some(most)) => format!("{} to {} of {total}", exact(least), exact(most)),
        (Some(least), None) => format!("{} {} of {total}", above(left.low), exact(least)),
        (None, Some(most)) => format!("{} {} of {total}", below(left.high), exact(most)),
        (None, None) => format!("unknown, of {total}"),
    }
}

fn above(end: Bound) -> &'static str {
    match end {
        Bound::Closed(_) => "at least",
        Bound::Open(_) | Bound::Unbounded => "more than",
    }
}

fn below(end: Bound) -> &'static str {
    match end {
        Bound::Closed(_) => "at most",
        Bound::Open(_) | Bound::Unbounded => "fewer than",
    }
}

/// The shapes of the figures, and of what is left over.
fn meanings(breakdown: &Breakdown) -> Vec<(Shape, String)> {
    // A key explains what is drawn.
    let drawn = if is_dense(breakdown) { &[] } else { breakdown.remainders.as_slice() };
    let mut left: Vec<_> = drawn.iter().filter_map(|one| left_over(one.left)).collect();
    left.sort_unstable();
    left.dedup();
    let left = left.into_iter().map(|(shape, meaning)| (shape, meaning.to_owned()));
    entries(rows(breakdown).map(|row| row.quantity.number.hedge)).into_iter().chain(left).collect()
}

/// `None` where no figure follows, and nothing is drawn.
fn left_over(left: Interval) -> Option<(Shape, &'static str)> {
    match (left.lower().filter(|low| *low > Decimal::ZERO), left.upper()) {
        (Some(_), _) => Some((Shape::Rest, "left over")),
        (None, Some(_)) => Some((Shape::AtMost, "left over, at most")),
        (None, None) => None,
    }
}

/// The finding in at most twelve words.
pub fn title(about: &About, breakdown: &Breakdown) -> String {
    let sources = about.sources.len();
    let voices = counted(sources, "source");
    let parts = counted(breakdown.parts.len(), "part");
    let (verb, leave) = if sources == 1 { ("names", "leaves") } else { ("name", "leave") };
    let measure = &about.measure;
    if !breakdown.remainders.is_empty() {
        return first_short([
            format!("{measure}: {} named, others left open", spelled(breakdown.parts.len())),
            capitalised(&format!("{voices} {verb} {parts} and {leave} others open")),
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
        part.rows.iter().for_each(|row| multiples::push(&mut table, part, row));
    }
    for remainder in &breakdown.remainders {
        let stated = remainder.of.is_some();
        let end = |end: Option<Decimal>| match end.filter(|_| stated) {
            Some(figure) => Cell::Number(figure),
            None if stated => Cell::text("no limit"),
            None => Cell::text("not stated"),
        };
        let ends = [end(remainder.left.lower()), end(remainder.left.upper())];
        let texts = ["Not broken down", &remainder.source, "", &remainder_words(remainder)].map(Cell::text);
        let read = Cell::text("total less parts");
        table.push(&remainder.href, texts.into_iter().chain(ends).chain([read]).collect());
    }
    table
}
