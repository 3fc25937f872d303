//! Discrepancies by kind, each bar divided by severity.
//!
//! Entry points: [`draw`], [`title`], [`table`]. Severities are told apart by an ordinal ramp of one hue, by
//! their order in the bar and by the figures written beside it.

use super::axis::{Axis, Extent};
use super::figures::{capitalised, counted, spelled};
use super::ink::Ink;
use super::key;
use super::paper::{Beside, Paper};
use super::spec::{TotalRow, Totals};
use super::table::{Cell, Table};
use super::words::first_short;
use crate::model::{Difference, Severity};

const BETWEEN: i32 = 15;
const HALF_BAR: i32 = 70;

/// Draws a bar for each kind and the key of severities.
pub fn draw(paper: &mut Paper, totals: &Totals) {
    let most = totals.rows.iter().map(sum).max().unwrap_or(0).max(5);
    let plot = paper.plot(Axis::linear(Extent::counts(most)));
    paper.paragraph(Ink::Note, "differences", 1);
    paper.y += paper.line;
    let top = paper.y;
    for row in &totals.rows {
        paper.y += paper.gap;
        let start = paper.y;
        let words = severities(row);
        let name = Some((Ink::Label, kind_name(row.kind)));
        paper.row(Beside { name, words: &words, ..Beside::default() }, |paper, y| {
            let mut before = 0;
            for &(severity, count) in row.counts.iter().filter(|entry| entry.1 > 0) {
                let x = |value: usize| plot.map_coordinate(&(value as f64, 0)).0;
                let (from, to) = (x(before), x(before + count) - BETWEEN);
                paper.bar(filling(severity), (from, y - HALF_BAR), (to, y + HALF_BAR));
                before += count;
            }
        });
        paper.link_rows(start, &row.href, format!("{}: {words}", kind_name(row.kind)));
    }
    paper.y += paper.gap;
    paper.grid(&plot, top);
    key::fillings(paper, severities_in(totals));
}

fn sum(row: &TotalRow) -> usize {
    row.counts.iter().map(|entry| entry.1).sum()
}

fn severities(row: &TotalRow) -> String {
    let parts: Vec<_> = row
        .counts
        .iter()
        .filter(|entry| entry.1 > 0)
        .map(|(severity, count)| format!("{count} {}", severity_name(*severity)))
        .collect();
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}

/// A ramp from what stands for the record to what matters most.
fn filling(severity: Severity) -> Ink {
    match severity {
        Severity::Major => Ink::Severity3,
        Severity::Moderate => Ink::Severity2,
        Severity::Minor => Ink::Severity1,
        Severity::Info => Ink::Severity0,
    }
}

/// What readers call a kind: the words of languages/en.yaml, since the list stands beside the chart.
pub fn kind_name(kind: Difference) -> &'static str {
    match kind {
        Difference::Contradict => "Contradiction",
        Difference::Reported => "Reported dispute",
        Difference::Variant => "Variant name",
        Difference::Update => "Update",
        Difference::Scope => "Different scope",
        Difference::Compatible => "Can both be true",
        Difference::Gap => "No answer",
        Difference::Agree => "Sources agree",
    }
}

/// What readers call a severity.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "major",
        Severity::Moderate => "moderate",
        Severity::Minor => "minor",
        Severity::Info => "for the record",
    }
}

/// The severities that occur.
fn severities_in(totals: &Totals) -> impl Iterator<Item = (Ink, &'static str)> {
    let occurs = |severity| {
        totals.rows.iter().flat_map(|row| &row.counts).any(|entry| entry.0 == severity && entry.1 > 0)
    };
    let all = Severity::ALL.iter().rev().copied().filter(move |&severity| occurs(severity));
    all.map(|severity| (filling(severity), severity_name(severity)))
}

/// The finding in at most twelve words.
pub fn title(totals: &Totals) -> String {
    let contradictions = totals.rows.iter().find(|row| row.kind == Difference::Contradict);
    let count = contradictions.map_or(0, sum);
    let major = contradictions
        .and_then(|row| row.counts.iter().find(|entry| entry.0 == Severity::Major))
        .map_or(0, |entry| entry.1);
    let text = capitalised(&counted(count, "contradiction"));
    match (count, major) {
        (0, _) => "No contradictions between the sources".to_owned(),
        (1, 0) => format!("{text}, and it is not major"),
        (_, 0) => first_short([format!("{text}, none of them major"), text]),
        (1, _) => format!("{text}, and it is major"),
        (_, major) => first_short([format!("{text}, {} of them major", spelled(major)), text]),
    }
}

/// The same counts as a table.
pub fn table(totals: &Totals) -> Table {
    let mut table = Table::new(&["Kind", "Major", "Moderate", "Minor", "For the record", "Total"]);
    for row in &totals.rows {
        let count = |severity| row.counts.iter().find(|entry| entry.0 == severity).map_or(0, |entry| entry.1);
        let mut cells = vec![Cell::text(kind_name(row.kind))];
        cells.extend(Severity::ALL.iter().rev().map(|&severity| Cell::count(count(severity))));
        cells.push(Cell::count(sum(row)));
        table.push(&row.href, cells);
    }
    table
}
