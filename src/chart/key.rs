//! The key below a chart: each shape that occurs, with its meaning.
//!
//! Entry point [`draw`]. The key is drawn, not left to the page, so that a downloaded chart can
//! be read by itself.

use plotters_backend::text_anchor::HPos;

use super::ink::Ink;
use super::marks::{Shape, sample};
use super::paper::{LEFT, LINE, Paper, text_width};
use super::svg::WIDTH;

const SAMPLE: i32 = 440;
const BETWEEN: i32 = 200;

/// Draws the shapes with their meanings, as many to a line as fit; moves down.
pub fn draw(paper: &mut Paper, entries: &[(Shape, String)]) {
    let mut x = LEFT;
    paper.y += 40;
    for (i, (shape, meaning)) in entries.iter().enumerate() {
        let wide = SAMPLE + text_width(Ink::Note, meaning) + BETWEEN;
        if x + wide > WIDTH + BETWEEN && i > 0 {
            x = LEFT;
            paper.y += LINE;
        }
        sample(paper, *shape, (x, paper.y + LINE / 2));
        paper.text(Ink::Note, meaning, (x + SAMPLE, paper.y + LINE / 2), HPos::Left);
        x += wide;
    }
    paper.y += LINE;
}
