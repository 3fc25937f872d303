//! The marks: one shape for each way in which a source qualifies a figure or a day.
//!
//! Entry points: [`quantity`], [`day_span`], and [`shapes`] for the key below a chart. A shape is
//! told apart by form and filling; colour adds nothing.

use super::figures::place;
use super::ink::Ink;
use super::paper::{LEFT, Paper, Plot, RIGHT};
use crate::model::{DateShape, DateValue, DaySpan, Hedge, Quantity};

const RADIUS: i32 = 62;
const HALF_BAR: i32 = 52;
const HEAD: i32 = 60;

/// A shape with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A filled circle: the figure or day as stated.
    Point,
    /// A solid bar with ends: from one figure or day to another.
    Bar,
    /// A hatched bar with a diamond: about.
    About,
    /// A hatched bar: a word for a size, or some day within.
    Within,
    /// A hollow circle and an arrow: beyond, the figure itself excluded.
    Beyond,
    /// A filled square and an arrow: the figure itself or beyond.
    FromHere,
    /// Hollow diamonds on a dashed line: one of these.
    OneOf,
    /// Filled circles on a line: all of these.
    AllOf,
}

impl Shape {
    /// The shape for a qualified figure.
    pub fn of_hedge(hedge: Hedge) -> Self {
        match hedge {
            Hedge::Exact => Self::Point,
            Hedge::About | Hedge::Nearly => Self::About,
            Hedge::MoreThan | Hedge::FewerThan => Self::Beyond,
            Hedge::AtLeast | Hedge::UpTo => Self::FromHere,
            Hedge::Range => Self::Bar,
            Hedge::Vague => Self::Within,
        }
    }

    /// The shape for a date; `None` where there is nothing to place.
    pub fn of_date(date: &DateValue) -> Option<Self> {
        let span = date.spans.first()?;
        match (date.shape, span.first, span.last) {
            (DateShape::AllOf, ..) => Some(Self::AllOf),
            (DateShape::OneOf, ..) => Some(Self::OneOf),
            (_, None, None) => None,
            (_, None, _) | (_, _, None) => Some(Self::FromHere),
            (DateShape::Single, Some(first), Some(last)) if first != last => Some(Self::Within),
            (DateShape::Single, ..) if date.approximate || date.uncertain => Some(Self::About),
            (DateShape::Single, ..) => Some(Self::Point),
            (DateShape::Interval, ..) if date.approximate || date.uncertain => Some(Self::Within),
            (DateShape::Interval, ..) => Some(Self::Bar),
        }
    }
}

/// Draws a figure at height `y`.
pub fn quantity(paper: &Paper, plot: &Plot, y: i32, quantity: &Quantity) {
    let x = |value| plot.map_coordinate(&(place(value), y)).0;
    let (low, high) = (x(quantity.number.low), x(quantity.number.high));
    let least = quantity.hard.lower().map_or(LEFT, x);
    let most = quantity.hard.upper().map_or(RIGHT, x);
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
        Hedge::MoreThan => {
            arrow(paper, y, (low, RIGHT + 80));
            paper.circle(Ink::Open, (low, y), RADIUS);
        }
        Hedge::AtLeast => {
            arrow(paper, y, (low, RIGHT + 80));
            square(paper, (low, y));
        }
        Hedge::FewerThan => {
            arrow(paper, y, (low, least.min(low - HEAD * 2)));
            paper.circle(Ink::Open, (low, y), RADIUS);
        }
        Hedge::UpTo => {
            arrow(paper, y, (low, least.min(low - HEAD * 2)));
            square(paper, (low, y));
        }
    }
}

/// Draws a date at height `y`; nothing where no day is stated.
pub fn date(paper: &Paper, plot: &Plot, y: i32, date: &DateValue) {
    let x = |day: crate::model::Day| plot.map_coordinate(&(f64::from(day.0), y)).0;
    let ends = |span: &DaySpan| (span.first.map_or(LEFT, x), span.last.map_or(RIGHT, x));
    let Some(shape) = Shape::of_date(date) else { return };
    let Some((first, last)) =
        date.spans.iter().map(ends).reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)))
    else {
        return;
    };
    match shape {
        Shape::Point => paper.circle(Ink::Mark, (first, y), RADIUS),
        Shape::Bar => span(paper, y, (first, last)),
        Shape::Within => within(paper, y, (first, last)),
        Shape::About => {
            within(paper, y, (first - RADIUS * 2, last + RADIUS * 2));
            diamond(paper, Ink::Mark, (first, y));
        }
        Shape::AllOf => {
            paper.line(Ink::Line, &[(first, y), (last, y)]);
            date.spans.iter().map(ends).for_each(|(from, to)| member(paper, y, (from, to), Ink::Mark));
        }
        Shape::OneOf => {
            paper.line(Ink::Dash, &[(first, y), (last, y)]);
            date.spans.iter().map(ends).for_each(|(from, to)| member(paper, y, (from, to), Ink::Open));
        }
        Shape::Beyond | Shape::FromHere => {
            let starts = date.spans.iter().any(|span| span.first.is_some());
            let (from, to) = if starts { (first, RIGHT + 80) } else { (last, 0) };
            arrow(paper, y, (from, to));
            square(paper, (from, y));
        }
    }
}

/// A member of a set of days: a circle or diamond, or a bar where it covers more than a day.
fn member(paper: &Paper, y: i32, (from, to): (i32, i32), ink: Ink) {
    if to - from > RADIUS * 2 {
        within(paper, y, (from, to));
    } else if ink == Ink::Open {
        diamond(paper, ink, ((from + to) / 2, y));
    } else {
        paper.circle(ink, ((from + to) / 2, y), RADIUS);
    }
}

/// Draws a shape as it stands in the key, from `x` on; about 380 wide.
pub fn sample(paper: &Paper, shape: Shape, (x, y): (i32, i32)) {
    let (from, to) = (x + 70, x + 310);
    match shape {
        Shape::Point => paper.circle(Ink::Mark, (x + 190, y), RADIUS),
        Shape::Bar => span(paper, y, (from, to)),
        Shape::Within => within(paper, y, (from, to)),
        Shape::About => {
            within(paper, y, (from, to));
            diamond(paper, Ink::Mark, (x + 190, y));
        }
        Shape::Beyond => {
            arrow(paper, y, (from, to));
            paper.circle(Ink::Open, (from, y), RADIUS);
        }
        Shape::FromHere => {
            arrow(paper, y, (from, to));
            square(paper, (from, y));
        }
        Shape::OneOf => {
            paper.line(Ink::Dash, &[(from, y), (to, y)]);
            diamond(paper, Ink::Open, (from, y));
            diamond(paper, Ink::Open, (to, y));
        }
        Shape::AllOf => {
            paper.line(Ink::Line, &[(from, y), (to, y)]);
            paper.circle(Ink::Mark, (from, y), RADIUS);
            paper.circle(Ink::Mark, (to, y), RADIUS);
        }
    }
}

/// Draws an arrow head to the right end: more, without a limit.
pub fn onward(paper: &Paper, y: i32, from: i32) {
    arrow(paper, y, (from, RIGHT + 80));
}

/// Draws a figure on an upright axis: its mark, and how far its strict ends reach.
pub fn upright(paper: &Paper, hedge: Hedge, (x, y): (i32, i32), (low, high): (Option<i32>, Option<i32>)) {
    match Shape::of_hedge(hedge) {
        Shape::Beyond | Shape::FromHere => {
            let end = match high {
                None => y - 330,
                Some(_) => low.unwrap_or(y + 330),
            };
            let back = if end < y { HEAD } else { -HEAD };
            paper.line(Ink::Line, &[(x, y), (x, end)]);
            paper.line(Ink::Line, &[(x - HEAD, end + back), (x, end), (x + HEAD, end + back)]);
        }
        Shape::Bar | Shape::About | Shape::Within => {
            let (low, high) = (low.unwrap_or(y), high.unwrap_or(y));
            paper.bar(Ink::Hatch, (x - HALF_BAR, high.min(low - 30)), (x + HALF_BAR, low));
        }
        Shape::Point | Shape::OneOf | Shape::AllOf => {}
    }
    match hedge {
        Hedge::Exact => paper.circle(Ink::Mark, (x, y), RADIUS),
        Hedge::MoreThan | Hedge::FewerThan => paper.circle(Ink::Open, (x, y), RADIUS),
        Hedge::AtLeast | Hedge::UpTo => square(paper, (x, y)),
        Hedge::About => diamond(paper, Ink::Mark, (x, y)),
        Hedge::Nearly => diamond(paper, Ink::Open, (x, y)),
        Hedge::Range | Hedge::Vague => {}
    }
}

fn span(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let to = to.max(from + 30);
    paper.bar(Ink::Bar, (from, y - HALF_BAR / 2), (to, y + HALF_BAR / 2));
    paper.line(Ink::Line, &[(from, y - HALF_BAR - 15), (from, y + HALF_BAR + 15)]);
    paper.line(Ink::Line, &[(to, y - HALF_BAR - 15), (to, y + HALF_BAR + 15)]);
}

fn within(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let short = (RADIUS - (to - from) / 2).max(0);
    paper.bar(Ink::Hatch, (from - short, y - HALF_BAR), (to + short, y + HALF_BAR));
}

fn diamond(paper: &Paper, ink: Ink, (x, y): (i32, i32)) {
    let half = RADIUS + 15;
    paper.shape(ink, &[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
}

fn square(paper: &Paper, (x, y): (i32, i32)) {
    let half = RADIUS - 10;
    paper.bar(Ink::Mark, (x - half, y - half), (x + half, y + half));
}

fn arrow(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let back = if to > from { -HEAD } else { HEAD };
    paper.line(Ink::Line, &[(from, y), (to, y)]);
    paper.line(Ink::Line, &[(to + back, y - HEAD), (to, y), (to + back, y + HEAD)]);
}
