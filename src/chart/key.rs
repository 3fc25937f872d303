//! The key below a chart: each shape that occurs, with its meaning.
//!
//! Entry point [`draw`]. The key is drawn, not left to the page, so that a downloaded chart can
//! be read by itself.

use super::ink::Ink;
use super::marks::{Shape, sample};
use super::paper::{Anchor, LEFT, LINE, Paper, text_width};
use super::svg::WIDTH;

const SAMPLE: i32 = 440;
const COLUMN: i32 = (WIDTH - LEFT) / 2;

/// Draws the shapes with their meanings in two columns; moves down.
pub fn draw(paper: &mut Paper, entries: &[(Shape, String)]) {
    paper.y += 40;
    let mut x = LEFT;
    for (shape, meaning) in entries {
        let wide = SAMPLE + text_width(Ink::Note, meaning) + 150 > COLUMN;
        if x > LEFT && wide {
            x = LEFT;
            paper.y += LINE;
        }
        sample(paper, *shape, (x, paper.y + LINE / 2));
        paper.text(Ink::Note, meaning, Anchor::left(x + SAMPLE, paper.y + LINE / 2));
        x += COLUMN;
        if x > COLUMN + LEFT || wide {
            x = LEFT;
            paper.y += LINE;
        }
    }
    if x > LEFT {
        paper.y += LINE;
    }
}
