//! The key below a chart: each shape that occurs, with its meaning.
//!
//! Entry points: [`draw`] for the shapes of marks, [`fillings`] for those of bars. The key is drawn, not left to the page, so that a downloaded chart can
//! be read by itself.

use super::hedged;
use super::ink::Ink;
use super::marks::{self, RADIUS, Shape};
use super::orders::{self, Bracket};
use super::paper::{Anchor, Layout, Paper};

const SAMPLE: i32 = 440;

/// Draws the shapes with their meanings in columns; moves down.
pub fn draw(paper: &mut Paper, entries: &[(Shape, String)]) {
    let n_columns = match paper.layout {
        Layout::Narrow => 2,
        Layout::Wide => 4,
    };
    let (start, column) = (paper.text - 70, (paper.width() - 70) / n_columns);
    paper.y += 40;
    let mut at = 0;
    for (shape, meaning) in entries {
        let wide = (SAMPLE + paper.text_width(Ink::Note, meaning) + 100 + column) / column;
        if at > 0 && at + wide > n_columns {
            at = 0;
            paper.y += paper.line;
        }
        let (x, y) = (start + at * column, paper.y + paper.line / 2);
        sample(paper, *shape, (x, y));
        paper.text(Ink::Note, meaning, Anchor::left(x + SAMPLE, y));
        at += wide;
    }
    if at > 0 {
        paper.y += paper.line;
    }
}

/// Draws fillings of bars with their meanings, as many to a line as fit; moves down.
pub fn fillings<'a>(paper: &mut Paper, entries: impl IntoIterator<Item = (Ink, &'a str)>) {
    let start = paper.text - 70;
    paper.y += 40;
    let mut x = start;
    for (ink, meaning) in entries {
        let wide = paper.text_width(Ink::Note, meaning);
        if x > start && x + 300 + wide > paper.width() {
            (x, paper.y) = (start, paper.y + paper.line);
        }
        paper.bar(ink, (x, paper.y + 40), (x + 220, paper.y + paper.line - 40));
        paper.text(Ink::Note, meaning, Anchor::left(x + 280, paper.y + paper.line / 2));
        x += 280 + wide + 250;
    }
    paper.y += paper.line;
}

/// Draws a shape as it stands among the marks, from `x` on; about 380 wide.
fn sample(paper: &Paper, shape: Shape, (x, y): (i32, i32)) {
    let (from, middle, to) = (x + 70, x + 190, x + 310);
    match shape {
        Shape::Point => paper.circle(Ink::Mark, (middle, y), RADIUS),
        Shape::Bar => marks::span(paper, y, (from, to)),
        Shape::Within | Shape::Rest => marks::within(paper, y, (from, to)),
        Shape::About | Shape::Nearly => {
            marks::within(paper, y, (from, to));
            let ink = if shape == Shape::About { Ink::Mark } else { Ink::Open };
            marks::diamond(paper, ink, (middle, y));
        }
        Shape::Beyond | Shape::FromHere => {
            marks::reach(paper, y, (from, middle));
            marks::fade(paper, y, (middle, to + 40));
            bound(paper, shape, (from, y));
        }
        Shape::Short | Shape::UpToHere => {
            marks::reach(paper, y, (middle, to));
            marks::fade(paper, y, (middle, from - 40));
            bound(paper, shape, (to, y));
        }
        Shape::OneOf => {
            paper.line(Ink::Dash, &[(from, y), (to, y)]);
            [from, to].into_iter().for_each(|x| marks::diamond(paper, Ink::Open, (x, y)));
        }
        Shape::AllOf => {
            paper.line(Ink::Line, &[(from, y), (to, y)]);
            [from, to].into_iter().for_each(|x| paper.circle(Ink::Mark, (x, y), RADIUS));
        }
        Shape::AtMost => paper.bar(Ink::Outline, (from, y - 52), (to, y + 52)),
        Shape::NoYear => paper.circle(Ink::Open, (middle, y), RADIUS),
        Shape::Order => orders::kept(paper, &bracket((from, to), y)),
        Shape::Broken => orders::onward(paper, (from + 60, y - 60), (to + 30, y + 50)),
        Shape::Update => paper.line(Ink::Line, &[(from, y), (to, y)]),
        Shape::Correction => paper.line(Ink::Dash, &[(from, y), (to, y)]),
        Shape::Corrected => marks::square(paper, (middle, y)),
        Shape::Fall | Shape::Outlier => {
            paper.line(Ink::Line, &[(from, y), (to, y)]);
            hedged::on_line(paper, shape, (middle, y));
        }
    }
}

fn bound(paper: &Paper, shape: Shape, at: (i32, i32)) {
    if matches!(shape, Shape::Beyond | Shape::Short) {
        paper.circle(Ink::Open, at, RADIUS);
    } else {
        marks::square(paper, at);
    }
}

fn bracket((from, to): (i32, i32), y: i32) -> Bracket {
    Bracket { from: (from, y - 60), to: (from, y + 60), lane: to }
}
