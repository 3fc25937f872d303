//! The marks: one shape for each way in which a source qualifies a figure or a day.
//!
//! Entry points: [`quantity`], [`date`], [`rest`], [`upright`]. A shape is told apart by form and
//! filling; colour adds nothing. The key below a chart is drawn from the same parts.

use super::figures::place;
use super::ink::Ink;
use super::paper::{LEFT, Paper, Plot};
use crate::model::{DateShape, DateValue, DaySpan, Hedge, Quantity};

/// Half the width of a mark.
pub const RADIUS: i32 = 62;
const HALF_BAR: i32 = 52;
const HEAD: i32 = 60;

/// A shape with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A filled circle: the figure or day as stated.
    Point,
    /// A solid bar with ends: from one figure or day to another.
    Bar,
    /// A hatched bar with a filled diamond: about.
    About,
    /// A hatched bar with a hollow diamond: nearly, the figure itself excluded.
    Nearly,
    /// A hatched bar: a word for a size, or some day within.
    Within,
    /// A hollow circle and an arrow onward: more, the figure itself excluded.
    Beyond,
    /// A hollow circle and an arrow back: less, the figure itself excluded.
    Short,
    /// A filled square and an arrow onward: the figure itself or more.
    FromHere,
    /// A filled square and an arrow back: the figure itself or less.
    UpToHere,
    /// Hollow diamonds on a dashed line: one of these.
    OneOf,
    /// Filled circles on a line: all of these.
    AllOf,
    /// A hatched bar from zero: what is left of a total.
    Rest,
    /// A bar in outline from zero: at most this is left of a total.
    AtMost,
    /// A dashed arrow: nothing limits what is left.
    Unknown,
    /// A dotted bracket with an arrow: the first must not come after the second.
    Order,
    /// A bracket with a cross: it does.
    Broken,
    /// A line from the figure before: an update.
    Update,
    /// A dashed line from the figure before: a correction.
    Correction,
    /// A hollow circle on a line: a fall.
    Fall,
    /// A hollow diamond on a line: a figure that stands out.
    Outlier,
    /// A filled square on a line: a correction.
    Corrected,
}

impl Shape {
    /// The shape for a qualified figure.
    pub fn of_hedge(hedge: Hedge) -> Self {
        match hedge {
            Hedge::Exact => Self::Point,
            Hedge::About => Self::About,
            Hedge::Nearly => Self::Nearly,
            Hedge::MoreThan => Self::Beyond,
            Hedge::FewerThan => Self::Short,
            Hedge::AtLeast => Self::FromHere,
            Hedge::UpTo => Self::UpToHere,
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
            (_, None, _) => Some(Self::UpToHere),
            (_, _, None) => Some(Self::FromHere),
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
        Hedge::MoreThan => {
            arrow(paper, y, (low, paper.onward()));
            paper.circle(Ink::Open, (low, y), RADIUS);
        }
        Hedge::AtLeast => {
            arrow(paper, y, (low, paper.onward()));
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
    let ends = |span: &DaySpan| (span.first.map_or(LEFT, x), span.last.map_or(paper.right, x));
    let Some(shape) = Shape::of_date(date) else { return };
    let all = date.spans.iter().map(ends).reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)));
    let Some((first, last)) = all else { return };
    let is_one_of = date.shape == DateShape::OneOf;
    match date.shape {
        DateShape::AllOf | DateShape::OneOf => {
            paper.line(if is_one_of { Ink::Dash } else { Ink::Line }, &[(first, y), (last, y)]);
            let ink = if is_one_of { Ink::Open } else { Ink::Mark };
            date.spans.iter().map(ends).for_each(|ends| member(paper, y, ends, ink));
        }
        DateShape::Single | DateShape::Interval => part(paper, shape, y, (first, last)),
    }
}

/// Where the mark of a date ends at the right; `None` where nothing is drawn.
pub fn date_end(paper: &Paper, plot: &Plot, y: i32, date: &DateValue) -> Option<i32> {
    if Shape::of_date(date)? == Shape::FromHere {
        return Some(paper.onward());
    }
    let last = date.spans.iter().filter_map(|span| span.last.or(span.first)).max()?;
    Some(plot.map_coordinate(&(f64::from(last.0), y)).0 + RADIUS * 2)
}

/// A single date or an interval, between its ends.
fn part(paper: &Paper, shape: Shape, y: i32, (first, last): (i32, i32)) {
    if shape == Shape::Point {
        return paper.circle(Ink::Mark, (first, y), RADIUS);
    }
    if shape == Shape::Bar {
        return span(paper, y, (first, last));
    }
    if shape == Shape::About {
        within(paper, y, (first - RADIUS * 2, last + RADIUS * 2));
        return diamond(paper, Ink::Mark, (first, y));
    }
    if shape == Shape::FromHere {
        arrow(paper, y, (first, paper.onward()));
        return square(paper, (first, y));
    }
    if shape == Shape::UpToHere {
        arrow(paper, y, (last, 0));
        return square(paper, (last, y));
    }
    within(paper, y, (first, last));
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

/// Draws what is left of a total at height `y`, from its least to its most, where it has one.
pub fn rest(paper: &Paper, y: i32, (least, most): (i32, Option<i32>)) {
    let bar = |ink, (from, to)| paper.bar(ink, (from, y - HALF_BAR), (to, y + HALF_BAR));
    let is_known = least > LEFT;
    match most {
        Some(most) if most > least => bar(Ink::Outline, (least, most.max(LEFT + 20))),
        Some(_) => {}
        None if is_known => arrow(paper, y, (least, paper.onward())),
        None => unknown(paper, y, (LEFT, paper.onward())),
    }
    if is_known {
        bar(Ink::Hatch, (LEFT, least));
    }
}

/// Draws a figure on an upright axis: its mark, and how far its strict ends reach.
pub fn upright(paper: &Paper, hedge: Hedge, (x, y): (i32, i32), (low, high): (Option<i32>, Option<i32>)) {
    let (bottom, top) = (low.unwrap_or(y), high.unwrap_or(y));
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => upright_arrow(paper, x, (y, y - 330)),
        Hedge::FewerThan | Hedge::UpTo => upright_arrow(paper, x, (y, low.unwrap_or(y + 330))),
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
        Hedge::MoreThan | Hedge::FewerThan => paper.circle(Ink::Open, (x, y), RADIUS),
        Hedge::AtLeast | Hedge::UpTo => square(paper, (x, y)),
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

/// A solid bar with an end at either side.
pub fn span(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let to = to.max(from + 30);
    paper.bar(Ink::Bar, (from, y - HALF_BAR / 2), (to, y + HALF_BAR / 2));
    paper.line(Ink::Line, &[(from, y - HALF_BAR - 15), (from, y + HALF_BAR + 15)]);
    paper.line(Ink::Line, &[(to, y - HALF_BAR - 15), (to, y + HALF_BAR + 15)]);
}

/// A hatched bar, never narrower than a mark.
pub fn within(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let short = (RADIUS - (to - from) / 2).max(0);
    paper.bar(Ink::Hatch, (from - short, y - HALF_BAR), (to + short, y + HALF_BAR));
}

/// A diamond.
pub fn diamond(paper: &Paper, ink: Ink, (x, y): (i32, i32)) {
    let half = RADIUS + 15;
    paper.shape(ink, &[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
}

/// A filled square.
pub fn square(paper: &Paper, (x, y): (i32, i32)) {
    let half = RADIUS - 10;
    paper.bar(Ink::Mark, (x - half, y - half), (x + half, y + half));
}

/// A shaft with a head at its second end.
pub fn arrow(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    paper.line(Ink::Line, &[(from, y), (to, y)]);
    head(paper, y, (from, to));
}

/// A dashed shaft with a head: no figure stands at either end.
pub fn unknown(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    paper.line(Ink::Dash, &[(from, y), (to, y)]);
    head(paper, y, (from, to));
}

fn head(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    let back = if to > from { -HEAD } else { HEAD };
    paper.line(Ink::Line, &[(to + back, y - HEAD), (to, y), (to + back, y + HEAD)]);
}

fn upright_arrow(paper: &Paper, x: i32, (from, to): (i32, i32)) {
    let back = if to < from { HEAD } else { -HEAD };
    paper.line(Ink::Line, &[(x, from), (x, to)]);
    paper.line(Ink::Line, &[(x - HEAD, to + back), (x, to), (x + HEAD, to + back)]);
}
