//! Rows without names, for more answers than anybody reads by name: ordered by size or by day, close
//! together, so that the whole shows its shape; entry points [`is_dense`] and [`rows`].
//!
//! No answer is left out. Their names and links stand in the table beside the chart.

use super::ink::Ink;
use super::paper::Paper;

/// The most rows that are drawn with their names.
const N_NAMED_MAX: usize = 60;

/// What the marks share downwards where they have little room, and what each has at least and at most.
const HEIGHT: i32 = 6_000;
const STEP_MIN: i32 = 20;
const STEP_MAX: i32 = 100;

/// Whether so many rows are drawn without their names.
pub fn is_dense(n: usize) -> bool {
    n > N_NAMED_MAX
}

/// Says what is drawn, then draws a mark for each row, in the order given; tells where each stands.
pub fn rows<T>(paper: &mut Paper, told: &str, rows: &[T], mark: impl Fn(&Paper, i32, &T)) -> Vec<i32> {
    let n = i32::try_from(rows.len()).unwrap_or(i32::MAX).max(1);
    let step = (HEIGHT / n).clamp(STEP_MIN, STEP_MAX);
    paper.heading(Ink::Note, &format!("{} {told}; the table names them", rows.len()));
    paper.y += paper.gap;
    let top = paper.y;
    let middles = rows
        .iter()
        .map(|row| {
            paper.y += step;
            mark(paper, paper.y, row);
            paper.y
        })
        .collect();
    paper.strip_from(top);
    paper.y += 2 * paper.gap;
    middles
}
