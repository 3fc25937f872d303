//! Agreement matrix: for each pair of sources, on how many shared facts they differ.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Each cell says its figures in text; the shade
//! repeats them.

use std::ops::Range;

use super::ink::Ink;
use super::key;
use super::letters;
use super::paper::{Anchor, Paper};
use super::spec::{Cell as Pair, Lettered, Matrix};
use super::svg::Link;
use super::table::{Cell, Table};
use super::words::first_short;

const HEIGHT: i32 = 520;
const BETWEEN: i32 = 20;
/// Columns narrower than a cell's text would be no use; more sources go into a further block.
const MOST_COLUMNS: usize = 6;

const SHADES: [(Ink, &str); 4] = [
    (Ink::Cell0, "none differ"),
    (Ink::Cell1, "under a quarter"),
    (Ink::Cell2, "under half"),
    (Ink::Cell3, "half or more"),
];

/// Draws the lower triangle in blocks of columns, headed by the letters that the rows are named with.
pub fn draw(paper: &mut Paper, matrix: &Matrix) {
    paper.paragraph(Ink::Note, "Questions on which two sources differ, of those both answer:", 2);
    let columns = matrix.sources.len().saturating_sub(1);
    for start in (0..columns).step_by(MOST_COLUMNS) {
        paper.y += paper.gap;
        block(paper, matrix, start..columns.min(start + MOST_COLUMNS));
    }
    key::fillings(paper, SHADES);
}

fn block(paper: &mut Paper, matrix: &Matrix, columns: Range<usize>) {
    let width = paper.width();
    let names = (width - columns.len() as i32 * 640).clamp(width / 4, width / 2);
    let wide = (width - names) / columns.len().max(1) as i32;
    let left = |column: usize| names + (column - columns.start) as i32 * wide;
    for (i, source) in matrix.sources.iter().enumerate().skip(columns.start) {
        let top = paper.y;
        name(paper, &lettered(source), names - paper.text - 100);
        for pair in matrix.cells.iter().filter(|pair| pair.second == i && columns.contains(&pair.first)) {
            let x = left(pair.first);
            cell(paper, matrix, pair, ((x, top), (x + wide - BETWEEN, top + HEIGHT - BETWEEN)));
        }
        paper.y = paper.y.max(top + HEIGHT);
    }
    for column in columns.clone() {
        let middle = left(column) + (wide - BETWEEN) / 2;
        let siglum = matrix.sources.get(column).map_or("", |source| &source.siglum);
        paper.text(Ink::Label, siglum, Anchor::middle(middle, paper.y + paper.line / 2));
    }
    paper.y += paper.line;
}

fn name(paper: &mut Paper, text: &str, room: i32) {
    let text = letters::clean(text);
    let lines = letters::wrap(&text, room * 94 / paper.layout.size(Ink::Label), 4);
    let start = (HEIGHT - BETWEEN - paper.line * lines.len() as i32).max(0) / 2;
    let top = paper.y;
    paper.y += start;
    for line in &lines {
        paper.text(Ink::Label, line, Anchor::left(paper.text, paper.y + paper.line / 2));
        paper.y += paper.line;
    }
    paper.y = paper.y.max(top);
}

fn cell(paper: &Paper, matrix: &Matrix, pair: &Pair, (from, to): ((i32, i32), (i32, i32))) {
    let (fill, text) = shade(pair);
    paper.bar(fill, from, to);
    let words =
        if pair.shared == 0 { "–".to_owned() } else { format!("{}/{}", pair.differing, pair.shared) };
    paper.text(text, &words, Anchor::middle((from.0 + to.0) / 2, (from.1 + to.1) / 2));
    let (Some(first), Some(second)) = (matrix.sources.get(pair.first), matrix.sources.get(pair.second))
    else {
        return;
    };
    let names = format!("{} and {}", second.name, first.name);
    let name = format!("{names}: differ on {} of {}", pair.differing, pair.shared);
    paper.link_area(from, to, Link { href: pair.href.clone(), name });
}

/// The shade of a cell by the share of facts that differ, and the ink of its text.
fn shade(pair: &Pair) -> (Ink, Ink) {
    match (pair.differing * 4).checked_div(pair.shared) {
        None => (Ink::CellNone, Ink::Tick),
        Some(_) if pair.differing == 0 => (Ink::Cell0, Ink::Tick),
        Some(0) => (Ink::Cell1, Ink::Tick),
        Some(1) => (Ink::Cell2, Ink::OnDark),
        Some(_) => (Ink::Cell3, Ink::OnDark),
    }
}

/// The finding in at most twelve words.
pub fn title(matrix: &Matrix) -> String {
    let worst =
        matrix.cells.iter().reduce(|worst, pair| if pair.differing > worst.differing { pair } else { worst });
    match worst {
        Some(pair) if pair.differing > 0 => {
            let name = |at: usize| matrix.sources.get(at).map_or("", |source| &source.name);
            let share = format!("{} of {}", pair.differing, pair.shared);
            let noun = if pair.shared == 1 { "question" } else { "questions" };
            first_short([
                format!("{} and {} differ most often: {share} {noun}", name(pair.second), name(pair.first)),
                format!("Two sources differ on {share} shared {noun}"),
            ])
        }
        Some(_) | None => "No two sources differ on a shared question".to_owned(),
    }
}

/// The same pairs as a table.
pub fn table(matrix: &Matrix) -> Table {
    let mut table = Table::new(&["Source", "Other source", "Shared questions", "Differing"]);
    for pair in &matrix.cells {
        let (Some(first), Some(second)) = (matrix.sources.get(pair.first), matrix.sources.get(pair.second))
        else {
            continue;
        };
        table.push(
            &pair.href,
            vec![
                Cell::text(&lettered(first)),
                Cell::text(&lettered(second)),
                Cell::count(pair.shared),
                Cell::count(pair.differing),
            ],
        );
    }
    table
}

fn lettered(source: &Lettered) -> String {
    format!("{} {}", source.siglum, source.name)
}
