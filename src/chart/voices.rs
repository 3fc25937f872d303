//! Who says what: a row for each question, a column for each source.
//!
//! Entry points: [`draw`], [`title`], [`table`]. What is drawn is whether a source answers and whether its answer
//! stands against another's; no empty cell has any mark.

use super::figures::{capitalised, counted};
use super::ink::Ink;
use super::letters;
use super::marks;
use super::paper::{Anchor, Layout, Paper};
use super::table::{Cell, Table};
use super::wide_spec::{Said, Voices, VoicesRow};
use super::words::first_short;

/// Half the width of a mark of the key.
const HALF: i32 = 45;

/// Draws the questions in order, with a mark in the column of each source that answers.
pub fn draw(paper: &mut Paper, voices: &Voices) {
    let told = "Questions that two sources or more answer; the letters stand for the same sources throughout this page:";
    paper.paragraph(Ink::Note, told, 3);
    let names = voices.sources.iter().map(|source| format!("{} {}", source.siglum, source.name));
    paper.paragraph(Ink::Note, &names.collect::<Vec<_>>().join(" · "), 6);
    let columns = columns(paper, voices.sources.len());
    paper.y += paper.gap / 2;
    for (source, &x) in voices.sources.iter().zip(&columns) {
        paper.text(Ink::Label, &source.siglum, Anchor::middle(x, paper.y + paper.line / 2));
    }
    paper.y += paper.line;
    let drawn = &voices.rows[..voices.n_drawn.min(voices.rows.len())];
    let heights: Vec<i32> = drawn.iter().map(|row| question(paper, row, columns[0] - 150)).collect();
    // Column by column, so that marks of one kind are one path.
    for (at, (source, &x)) in voices.sources.iter().zip(&columns).enumerate() {
        paper.hue = source.hue;
        for said in [Said::Answers, Said::Differs, Said::Contradicts] {
            let rows = drawn.iter().zip(&heights);
            rows.filter(|(row, _)| row.said.get(at) == Some(&said))
                .for_each(|(_, &y)| mark(paper, said, (x, y)));
        }
    }
    paper.hue = None;
    let n_in_table = voices.rows.len() - drawn.len();
    if n_in_table > 0 {
        let more = counted(n_in_table, "further question");
        paper.paragraph(Ink::Note, &format!("{} in the table.", capitalised(&more)), 2);
    }
    if voices.n_left_out > 0 {
        let more = counted(voices.n_left_out, "question");
        paper.paragraph(Ink::Note, &format!("{} more are neither drawn nor listed.", capitalised(&more)), 2);
    }
    key(paper);
}

/// Where the columns stand.
fn columns(paper: &Paper, n: usize) -> Vec<i32> {
    let (start, end) = match paper.layout {
        Layout::Narrow => (3200, paper.width() - 150),
        Layout::Wide => (5200, paper.width() - 200),
    };
    let n = i32::try_from(n).unwrap_or(1).max(1);
    (0..n).map(|i| start + (end - start) * (2 * i + 1) / (2 * n)).collect()
}

/// Writes a question and links its row; says at what height its marks stand.
fn question(paper: &mut Paper, row: &VoicesRow, end: i32) -> i32 {
    let top = paper.y;
    let text = letters::clean(&row.question);
    let limit = (end - paper.text) * 92 / paper.layout.size(Ink::Note);
    let lines = letters::wrap(&text, limit, 3);
    for line in &lines {
        paper.text(Ink::Note, line, Anchor::left(paper.text, paper.y + paper.line / 2));
        paper.y += paper.line;
    }
    let middle = i32::midpoint(top, paper.y);
    paper.y += 30;
    paper.line(Ink::Grid, &[(paper.text, paper.y), (paper.width() - 100, paper.y)]);
    paper.link_rows(top + 20, &row.href, row.question.clone());
    paper.y += 20;
    middle
}

fn mark(paper: &Paper, said: Said, (x, y): (i32, i32)) {
    match said {
        Said::Nothing => {}
        Said::Answers => paper.line(Ink::Dots, &[(x, y), (x, y)]),
        Said::Differs => marks::diamond(paper, Ink::Diamonds, (x, y)),
        Said::Contradicts => paper.line(Ink::Squares, &[(x, y), (x, y)]),
    }
}

fn key(paper: &mut Paper) {
    paper.y += 40;
    let mut x = paper.text + HALF;
    for (said, meaning) in [
        (Said::Contradicts, "contradicts another"),
        (Said::Differs, "another name"),
        (Said::Answers, "answers"),
    ] {
        let wide = paper.text_width(Ink::Note, meaning) + 400;
        if x + wide > paper.width() && x > paper.text + HALF {
            (x, paper.y) = (paper.text + HALF, paper.y + paper.line);
        }
        mark(paper, said, (x, paper.y + paper.line / 2));
        paper.text(Ink::Note, meaning, Anchor::left(x + 160, paper.y + paper.line / 2));
        x += wide;
    }
    paper.y += paper.line;
}

/// How the chart is to be read.
pub const HOW_TO_READ: &str = "Each row is a question that two sources or more answer, each column a source. A square means that the source \
     contradicts another, or itself; a diamond, that it uses another name; a dot, that it answers and nobody says \
     otherwise. Where there is no mark it does not answer, which contradicts nobody. The most contradicted questions \
     come first. Each row links to the answers.";

/// The finding in at most twelve words.
pub fn title(voices: &Voices) -> String {
    let shared = voices.rows.len() + voices.n_left_out;
    let questions = counted(shared, "shared question");
    match voices.n_contradicted {
        0 => first_short([
            format!("No source contradicts another on {questions}"),
            "No source contradicts another".to_owned(),
        ]),
        n => first_short([
            format!("Sources contradict each other on {n} of {shared} shared questions"),
            format!("Sources contradict each other on {}", counted(n, "question")),
        ]),
    }
}

/// The same as a table: what each source does with each question.
pub fn table(voices: &Voices) -> Table {
    let mut table =
        Table::new(&["Question", "Contradict", "Other names", "Answer besides", "Event or subject"]);
    for row in &voices.rows {
        let of = |kind: Said| {
            let sources = voices.sources.iter().zip(&row.said).filter(|(_, said)| **said == kind);
            sources.map(|(source, _)| source.name.as_str()).collect::<Vec<_>>().join("; ")
        };
        let lists = [Said::Contradicts, Said::Differs, Said::Answers].map(|kind| Cell::text(&of(kind)));
        let cells = std::iter::once(Cell::text(&row.question)).chain(lists).chain([Cell::text(&row.sheet)]);
        table.push(&row.href, cells.collect());
    }
    table
}
