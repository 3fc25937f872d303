//! Coverage: how many facts each source answers, and how many it alone answers.
//!
//! Entry points: [`draw`], [`title`], [`table`].

use super::axis::{Axis, Extent};
use super::figures::{capitalised, counted, spelled};
use super::ink::Ink;
use super::key;
use super::paper::{Beside, Paper};
use super::spec::{Coverage, CoverageRow};
use super::table::{Cell, Table};
use super::words::first_short;

const BETWEEN: i32 = 15;
const HALF_BAR: i32 = 65;
const KEY: [(Ink, &str); 2] = [(Ink::Bar, "others answer too"), (Ink::Hatch, "this source alone")];

/// Draws a bar for each source.
pub fn draw(paper: &mut Paper, coverage: &Coverage) {
    let most = coverage.rows.iter().map(answered).max().unwrap_or(0).max(5);
    let plot = paper.plot(Axis::linear(Extent::counts(most)));
    paper.paragraph(Ink::Note, &format!("questions answered, of {}", coverage.facts), 1);
    paper.y += paper.line;
    let top = paper.y;
    for row in &coverage.rows {
        paper.y += paper.gap;
        let start = paper.y;
        let words = words(row);
        let name = Some((Ink::Label, row.source.as_str()));
        paper.hue = row.hue;
        paper.row(Beside { name, words: &words, ..Beside::default() }, |paper, y| {
            let x = |value: usize| plot.map_coordinate(&(value as f64, 0)).0;
            let bar = |ink, from, to| paper.bar(ink, (from, y - HALF_BAR), (to, y + HALF_BAR));
            if row.shared > 0 {
                bar(Ink::Bar, x(0), x(row.shared));
            }
            if row.alone > 0 {
                bar(Ink::Hatch, x(row.shared) + BETWEEN, x(answered(row)));
            }
        });
        paper.link_rows(start, &row.href, format!("{}: {words}", row.source));
    }
    paper.hue = None;
    paper.y += paper.gap;
    paper.grid(&plot, top);
    key::fillings(paper, KEY);
}

fn answered(row: &CoverageRow) -> usize {
    row.shared + row.alone
}

fn words(row: &CoverageRow) -> String {
    let questions = if answered(row) == 1 { "question" } else { "questions" };
    format!("{} {questions}, {} alone", answered(row), row.alone)
}

/// The finding in at most twelve words.
pub fn title(coverage: &Coverage) -> String {
    let Some(most) =
        coverage.rows.iter().reduce(|most, row| if answered(row) > answered(most) { row } else { most })
    else {
        return "No source answers anything yet".to_owned();
    };
    let questions = counted(coverage.facts, "question");
    let count = answered(most);
    let n_most = coverage.rows.iter().filter(|row| answered(row) == count).count();
    if n_most > 1 {
        return format!("{} sources answer most: {count} of {questions} each", capitalised(&spelled(n_most)));
    }
    first_short([
        format!("{} answers most: {count} of {questions}", most.source),
        format!("One source answers {count} of {questions}"),
    ])
}

/// The same counts as a table.
pub fn table(coverage: &Coverage) -> Table {
    let mut table = Table::new(&["Source", "Questions answered", "It alone answers", "Claims"]);
    for row in &coverage.rows {
        let counts = [answered(row), row.alone, row.claims].map(Cell::count);
        table.push(&row.href, std::iter::once(Cell::text(&row.source)).chain(counts).collect());
    }
    table
}
