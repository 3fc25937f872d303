//! Marks of dates on a calendar axis.
//!
//! Entry points: [`date`], [`ends`]. A date without a year is hollow throughout, since its place in a year is that of
//! the other dates and not its own.

use super::ink::Ink;
use super::marks::{FADE, HALF_BAR, RADIUS, Shape, diamond, fade, span, square, within};
use super::paper::{Paper, Plot};
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// Whose year a date is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// Its own, or none.
    Stated,
    /// That of the other dates.
    Supposed,
}

/// Draws a date at height `y`; nothing where no day is stated.
pub fn date(paper: &Paper, plot: &Plot, y: i32, (date, year): (&DateValue, Year)) {
    let x = |day: Day| plot.map_coordinate(&(f64::from(day.0), y)).0;
    let ends = |span: &DaySpan| (span.first.map_or(paper.left, x), span.last.map_or(paper.right, x));
    let Some(shape) = Shape::of_date(date) else { return };
    let all = date.spans.iter().map(ends).reduce(|all, next| (all.0.min(next.0), all.1.max(next.1)));
    let Some((first, last)) = all else { return };
    let is_one_of = date.shape == DateShape::OneOf;
    match date.shape {
        DateShape::AllOf | DateShape::OneOf => {
            paper.line(if is_one_of { Ink::Dash } else { Ink::Line }, &[(first, y), (last, y)]);
            let ink = if is_one_of { Ink::Open } else { filling(year) };
            let member = |ends| member(paper, y, ends, (ink, date.shape));
            date.spans.iter().map(ends).for_each(member);
        }
        DateShape::Single | DateShape::Interval => part(paper, (shape, year), y, (first, last)),
    }
}

/// Where the mark of a date begins and ends; `None` where nothing is drawn.
pub fn ends(plot: &Plot, date: &DateValue) -> Option<(i32, i32)> {
    let days = date.spans.iter().flat_map(|span| [span.first, span.last]).flatten();
    let (first, last) = days.map(|day| (day, day)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let x = |day: Day| plot.map_coordinate(&(f64::from(day.0), 0)).0;
    Some((x(first), x(last)))
}

fn filling(year: Year) -> Ink {
    match year {
        Year::Stated => Ink::Mark,
        Year::Supposed => Ink::Open,
    }
}

/// A single date or an interval, between its ends.
fn part(paper: &Paper, (shape, year): (Shape, Year), y: i32, (first, last): (i32, i32)) {
    let ink = filling(year);
    let hollow = |(from, to): (i32, i32)| {
        paper.bar(Ink::Outline, (from, y - HALF_BAR), (to.max(from + RADIUS), y + HALF_BAR));
    };
    match (shape, year) {
        (Shape::Point, _) => paper.circle(ink, (first, y), RADIUS),
        (Shape::Bar, Year::Stated) => span(paper, y, (first, last)),
        (Shape::About, _) => {
            within(paper, y, (first - RADIUS * 2, last + RADIUS * 2));
            diamond(paper, ink, (first, y));
        }
        (Shape::FromHere, _) => {
            fade(paper, y, (first, (first + FADE).min(paper.onward())));
            square(paper, (first, y));
        }
        (Shape::UpToHere, _) => {
            fade(paper, y, (last, (last - FADE).max(0)));
            square(paper, (last, y));
        }
        (_, Year::Stated) => within(paper, y, (first, last)),
        (_, Year::Supposed) => hollow((first, last)),
    }
}

/// A member of a set of days: a circle or diamond, or a bar where it covers more than a day.
fn member(paper: &Paper, y: i32, (from, to): (i32, i32), (ink, shape): (Ink, DateShape)) {
    if to - from > RADIUS * 2 {
        within(paper, y, (from, to));
    } else if shape == DateShape::OneOf {
        diamond(paper, ink, ((from + to) / 2, y));
    } else {
        paper.circle(ink, ((from + to) / 2, y), RADIUS);
    }
}
