//! Marks of figures: what a source says of a figure, as far as its words reach.
//!
//! Entry points: [`quantity`], [`upright`], [`rest`], [`on_line`]. A bound is drawn to what its words plausibly mean;
//! beyond that a line fades within a short way, since no figure is stated there.

use super::figures::place;
use super::ink::Ink;
use super::marks::{FADE, HALF_BAR, RADIUS, Shape, diamond, fade, reach, span, square, within};
use super::paper::{Paper, Plot};
use crate::model::{Bound, Hedge, Quantity};

/// Draws a figure at height `y`.
pub fn quantity(paper: &Paper, plot: &Plot, y: i32, quantity: &Quantity) {
    let x = |value| plot.map_coordinate(&(place(value), y)).0;
    let (low, high) = (x(quantity.number.low), x(quantity.number.high));
    let least = quantity.hard.lower().map_or(paper.left, x);
    let most = quantity.hard.upper().map_or(paper.right, x);
    match quantity.number.hedge {
        Hedge::Exact => paper.circle(Ink::Mark, (low, y), RADIUS),
        Hedge::Range => span(paper, y, (low, high)),
        Hedge::Vague => within(paper, y, (least, most)),
        Hedge::About => {
            within(paper, y, (least, most));
            diamond(paper, Ink::Mark, (low, y));
        }
        Hedge::Nearly => {
            within(paper, y, (least, most));
            diamond(paper, Ink::Open, (low, y));
        }
        Hedge::MoreThan | Hedge::AtLeast => {
            let plausible = quantity.plausible.upper().map_or(low, x).max(low);
            reach(paper, y, (low, plausible));
            if quantity.hard.high == Bound::Unbounded {
                fade(paper, y, (plausible, (plausible + FADE).min(paper.onward())));
            }
            bound(paper, quantity.number.hedge, (low, y));
        }
        Hedge::FewerThan | Hedge::UpTo => {
            let plausible = quantity.plausible.lower().map_or(low, x).min(low);
            reach(paper, y, (plausible, low));
            fade(paper, y, (plausible, (plausible - FADE).max(least).min(plausible)));
            bound(paper, quantity.number.hedge, (low, y));
        }
    }
}

/// The figure of a bound: hollow where it is excluded, filled where it belongs.
fn bound(paper: &Paper, hedge: Hedge, at: (i32, i32)) {
    if matches!(hedge, Hedge::MoreThan | Hedge::FewerThan) {
        paper.circle(Ink::Open, at, RADIUS);
    } else {
        square(paper, at);
    }
}

/// Draws what is left of a total at height `y`, from its least to its most, where it has one.
///
/// Where neither is known there is nothing to draw: the words say so.
pub fn rest(paper: &Paper, y: i32, (least, most): (i32, Option<i32>)) {
    let bar = |ink, (from, to)| paper.bar(ink, (from, y - HALF_BAR), (to, y + HALF_BAR));
    let is_known = least > paper.left;
    match most {
        Some(most) if most > least => bar(Ink::Outline, (least, most.max(paper.left + 20))),
        None if is_known => fade(paper, y, (least, (least + FADE).min(paper.onward()))),
        Some(_) | None => {}
    }
    if is_known {
        bar(Ink::Hatch, (paper.left, least));
    }
}

/// The ends of a figure on an upright axis: where its words strictly and plausibly end.
pub struct Ends {
    /// Strictly, lower and upper.
    pub hard: [Option<i32>; 2],
    /// Plausibly, lower and upper.
    pub plausible: [Option<i32>; 2],
}

/// Draws a figure on an upright axis: its mark, and how far its ends reach.
pub fn upright(paper: &Paper, hedge: Hedge, (x, y): (i32, i32), ends: &Ends) {
    let (bottom, top) = (ends.hard[0].unwrap_or(y), ends.hard[1].unwrap_or(y));
    let onward = |end: Option<i32>, to: i32| {
        let end = end.unwrap_or(y);
        paper.line(Ink::Line, &[(x, y), (x, end)]);
        paper.line(Ink::Fade, &[(x, end), (x, end + to)]);
    };
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => onward(ends.plausible[1], -FADE / 2),
        Hedge::FewerThan | Hedge::UpTo => onward(ends.plausible[0], FADE / 2),
        Hedge::About | Hedge::Nearly | Hedge::Vague => {
            paper.bar(Ink::Hatch, (x - HALF_BAR, top.min(bottom - 30)), (x + HALF_BAR, bottom));
        }
        Hedge::Range => {
            paper.bar(Ink::Bar, (x - HALF_BAR / 2, top.min(bottom - 30)), (x + HALF_BAR / 2, bottom));
            for y in [top, bottom] {
                paper.line(Ink::Line, &[(x - HALF_BAR - 15, y), (x + HALF_BAR + 15, y)]);
            }
        }
        Hedge::Exact => {}
    }
    match hedge {
        Hedge::Exact => paper.circle(Ink::Mark, (x, y), RADIUS),
        Hedge::MoreThan | Hedge::FewerThan | Hedge::AtLeast | Hedge::UpTo => bound(paper, hedge, (x, y)),
        Hedge::About => diamond(paper, Ink::Mark, (x, y)),
        Hedge::Nearly => diamond(paper, Ink::Open, (x, y)),
        Hedge::Range | Hedge::Vague => {}
    }
}

/// Draws what is marked at a point of a line: a correction, a figure that stands out, or else a fall.
pub fn on_line(paper: &Paper, shape: Shape, (x, y): (i32, i32)) {
    if shape == Shape::Outlier {
        diamond(paper, Ink::Open, (x, y));
    } else if shape == Shape::Corrected {
        square(paper, (x, y));
    } else {
        paper.circle(Ink::Open, (x, y), RADIUS);
    }
}
