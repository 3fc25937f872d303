//! The shapes that marks are made of, one for each way in which a source qualifies a figure or a day.
//!
//! Entry points: [`Shape`], and a function for each part. A shape is told apart by form and filling; colour adds
//! nothing. The key below a chart is drawn from the same parts as the marks of `hedged` and `days`.

use super::ink::Ink;
use super::paper::Paper;
use crate::model::{DateShape, DateValue, Hedge};

/// Half the width of a mark.
pub const RADIUS: i32 = 62;
/// Half the height of a bar.
pub const HALF_BAR: i32 = 52;
/// How far a line runs on where no limit is stated: it says no figure, so it ends soon.
pub const FADE: i32 = 330;

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
    /// A hollow circle and a line onward that fades: more, the figure itself excluded.
    Beyond,
    /// A hollow circle and a line back that fades: less, the figure itself excluded.
    Short,
    /// A filled square and a line onward that fades: the figure itself or more.
    FromHere,
    /// A filled square and a line back that fades: the figure itself or less.
    UpToHere,
    /// Hollow diamonds on a dashed line: one of these.
    OneOf,
    /// Filled circles on a line: all of these.
    AllOf,
    /// A hatched bar from zero: what is left of a total.
    Rest,
    /// A bar in outline from zero: at most this is left of a total.
    AtMost,
    /// A hollow circle: the day is stated, the year is that of the other dates.
    NoYear,
    /// A dotted bracket with an arrow: the first must not come after the second.
    Order,
    /// A bracket with a cross and an arrow that points the way time runs: it does come after.
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

/// A line between two figures that the words allow; what a mark stands on.
pub fn reach(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    if from != to {
        paper.line(Ink::Line, &[(from, y), (to, y)]);
    }
}

/// A line that fades: nothing is stated beyond its beginning.
pub fn fade(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    if from != to {
        paper.line(Ink::Fade, &[(from, y), (to, y)]);
    }
}

/// A bracket between two points, open downwards.
pub fn bracket(paper: &Paper, y: i32, (from, to): (i32, i32)) {
    paper.line(Ink::Bracket, &[(from, y + RADIUS), (from, y), (to, y), (to, y + RADIUS)]);
}
