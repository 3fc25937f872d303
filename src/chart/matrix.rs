//! Agreement: for each pair of sources, how they stand to each other on the questions that both answer.
//!
//! Entry points: [`draw`], [`title`], [`table`]. The words and counts are those of the agreement page; each bar
//! says its figures in text.

use super::axis::{Axis, Extent};
use super::ink::Ink;
use super::key;
use super::paper::{Beside, Paper};
use super::spec::{Cell as Pair, Lettered, Matrix};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::check::standing::Standing;

const BETWEEN: i32 = 15;
const HALF_BAR: i32 = 70;
/// More bars than this are no picture; the table has all.
const MOST_BARS: usize = 15;

/// What readers call each way of standing, the gravest first, with the filling of its part of a bar.
const KEY: [(Ink, &str); 4] = [
    (Ink::Severity3, "contradict"),
    (Ink::Bar, "differ otherwise"),
    (Ink::Hatch, "agree"),
    (Ink::Outline, "not comparable"),
];

/// Draws a bar for each two sources that share a question, those that contradict each other most first.
pub fn draw(paper: &mut Paper, matrix: &Matrix) {
    let shown = ranked(matrix);
    let n_left_out = shown.len().saturating_sub(MOST_BARS);
    let shown = &shown[..shown.len().min(MOST_BARS)];
    let most = shown.iter().map(|pair| pair.standing.n_shared()).max().unwrap_or(0).max(5);
    let plot = paper.plot(Axis::linear(Extent::counts(most)));
    paper.paragraph(Ink::Note, "questions that both answer", 1);
    paper.y += paper.line;
    let top = paper.y;
    for pair in shown {
        let (Some(names), words) = (names(matrix, pair), words(pair.standing)) else { continue };
        paper.y += paper.gap;
        let start = paper.y;
        let name = Some((Ink::Label, names.as_str()));
        paper.row(Beside { name, words: &words, ..Beside::default() }, |paper, y| {
            let x = |value: usize| plot.map_coordinate(&(value as f64, 0)).0;
            let mut before = 0;
            for ((ink, _), count) in
                KEY.into_iter().zip(counts(pair.standing)).filter(|(_, count)| *count > 0)
            {
                paper.bar(ink, (x(before), y - HALF_BAR), (x(before + count) - BETWEEN, y + HALF_BAR));
                before += count;
            }
        });
        paper.link_rows(start, &pair.href, format!("{names}: {words}"));
    }
    paper.y += paper.gap;
    paper.grid(&plot, top);
    if n_left_out > 0 {
        paper.paragraph(Ink::Note, &format!("{n_left_out} more pairs stand in the table."), 2);
    }
    key::fillings(paper, KEY);
}

/// The pairs that share a question, those that contradict each other most first.
fn ranked(matrix: &Matrix) -> Vec<&Pair> {
    let mut pairs: Vec<&Pair> = matrix.cells.iter().filter(|pair| pair.standing.n_shared() > 0).collect();
    pairs.sort_by_key(|pair| {
        let Standing { n_contradict, n_differ, .. } = pair.standing;
        std::cmp::Reverse((n_contradict, n_differ, pair.standing.n_shared()))
    });
    pairs
}

fn counts(standing: Standing) -> [usize; 4] {
    [standing.n_contradict, standing.n_differ, standing.n_agree, standing.n_uncompared]
}

/// The counts in words, each beside what it is a share of.
fn words(standing: Standing) -> String {
    let parts = KEY.iter().zip(counts(standing)).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|((_, name), count)| format!("{count} {name}")).collect();
    format!("{}, of {}", parts.join(", "), standing.n_shared())
}

fn names(matrix: &Matrix, pair: &Pair) -> Option<String> {
    let (first, second) = (matrix.sources.get(pair.first)?, matrix.sources.get(pair.second)?);
    Some(format!("{} and {}", lettered(first), lettered(second)))
}

/// The finding in at most twelve words.
pub fn title(matrix: &Matrix) -> String {
    match ranked(matrix).first() {
        Some(pair) if pair.standing.n_contradict > 0 => {
            let name = |at: usize| matrix.sources.get(at).map_or("", |source| &source.name);
            let n_shared = pair.standing.n_shared();
            let share = format!("{} of {n_shared}", pair.standing.n_contradict);
            let noun = if n_shared == 1 { "question" } else { "questions" };
            first_short([
                format!("{} and {} contradict on {share} {noun}", name(pair.first), name(pair.second)),
                format!("Two sources contradict each other on {share} shared {noun}"),
            ])
        }
        Some(_) | None => "No two sources contradict each other".to_owned(),
    }
}

/// Up to so many sources the table names each pair, also one that shares nothing.
const N_TOLD_MAX: usize = 12;

/// The same pairs as a table.
pub fn table(matrix: &Matrix) -> Table {
    let mut table = Table::new(&[
        "Source",
        "Other source",
        "Both answer",
        "Contradict",
        "Differ otherwise",
        "Agree",
        "Not comparable",
    ]);
    for pair in &matrix.cells {
        let (Some(first), Some(second)) = (matrix.sources.get(pair.first), matrix.sources.get(pair.second))
        else {
            continue;
        };
        // Of many sources hardly two share a question.
        if pair.standing.n_shared() == 0 && matrix.sources.len() > N_TOLD_MAX {
            continue;
        }
        let mut cells = vec![Cell::text(&lettered(first)), Cell::text(&lettered(second))];
        cells.push(Cell::count(pair.standing.n_shared()));
        cells.extend(counts(pair.standing).map(Cell::count));
        table.push(&pair.href, cells);
    }
    table
}

fn lettered(source: &Lettered) -> String {
    format!("{} {}", source.siglum, source.name)
}
