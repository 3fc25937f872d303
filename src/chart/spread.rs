//! Where figures differ most: a dumbbell for each question, each on a scale of its own.
//!
//! Entry points: [`draw`], [`title`], [`table`]. The line leads from the lowest figure to the highest; nothing is
//! said of what lies between.

use super::axis::Axis;
use super::figures::{capitalised, counted, place};
use super::hedged;
use super::ink::Ink;
use super::key;
use super::paper::{Beside, Paper};
use super::ranges::{ends, entries, extent, reading};
use super::rows::RangeRow;
use super::spans::span;
use super::table::{Cell, Table};
use super::wide_spec::{Spread, SpreadRow};
use super::words::first_short;

/// Draws a dumbbell for each question, with its own axis.
pub fn draw(paper: &mut Paper, spread: &Spread) {
    paper.paragraph(Ink::Note, "Each question has a scale of its own, from zero on:", 2);
    for row in &spread.rows {
        paper.y += paper.gap;
        one(paper, row);
    }
    if spread.n_left_out > 0 {
        let more = counted(spread.n_left_out, "further question");
        paper.paragraph(Ink::Note, &format!("Not drawn: {more} with figures that differ."), 2);
    }
    let hedges = spread.rows.iter().flat_map(|row| &row.rows).map(|row| row.quantity.number.hedge);
    key::draw(paper, &entries(hedges));
}

fn one(paper: &mut Paper, row: &SpreadRow) {
    let plot = paper.plot(Axis::linear(extent(row.rows.iter().map(|row| &row.quantity))));
    paper.y += paper.line;
    let top = paper.y;
    let ends = span(&row.rows);
    let words = ends.map(|end| format!("{} ({})", end.words, end.speaker)).join(" – ");
    let detail = if row.is_alike { row.unit.clone() } else { format!("{}, {OF_OTHERS}", row.unit) };
    let beside =
        Beside { name: Some((Ink::Label, &row.question)), detail: &detail, words: &words, alert: None };
    paper.row(beside, |paper, y| {
        let x = |row: &RangeRow| plot.map_coordinate(&(place(row.quantity.number.low), y)).0;
        paper.line(Ink::Bracket, &[(x(ends[0]), y), (x(ends[1]), y)]);
    });
    // Marks lie over the line, each in the hue of its source.
    let y = paper.last_middle();
    for row in &row.rows {
        paper.hue = row.hue;
        hedged::quantity(paper, &plot, y, &row.quantity);
    }
    paper.hue = None;
    paper.link_rows(top, &row.href, format!("{}: {words}", row.question));
    paper.grid(&plot, top);
}

/// What is said of figures that no rule compares, since they are not about the same.
const OF_OTHERS: &str = "of different places or dates";

/// How the chart is to be read.
pub const HOW_TO_READ: &str = "Each block is a question on which two sources or more give figures that differ, on a scale of its own: lengths \
     compare within a block only. The line leads from the lowest to the highest figure. The shape of a mark says how sure \
     or exact the words are; the key below names each shape. No average is drawn. Each block links to its claims.";

/// The finding in at most twelve words.
pub fn title(spread: &Spread) -> String {
    let n = spread.rows.len() + spread.n_left_out;
    if spread.n_left_out == 0 && spread.rows.iter().all(|row| !row.is_alike) {
        return first_short([format!("{}: figures {OF_OTHERS}", capitalised(&counted(n, "question")))]);
    }
    first_short([format!("Figures of two sources or more differ on {}", counted(n, "question"))])
}

/// The same figures as a table.
pub fn table(spread: &Spread) -> Table {
    let mut table = Table::new(&["Question", "Source", "Detail", "Words", "From", "To", "Read as"]);
    for question in &spread.rows {
        for row in &question.rows {
            let [from, to] = ends(&row.quantity);
            let mut cells: Vec<Cell> =
                [&question.question, &row.group, &row.label, &row.words].map(|text| Cell::text(text)).into();
            cells.extend([from, to, Cell::text(reading(row.quantity.number.hedge))]);
            table.push(&row.href, cells);
        }
    }
    table
}
