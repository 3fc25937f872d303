//! A date as a text words it: [`Mention`], and [`Mention::edtf`], which is how it would be recorded.
//!
//! A mention keeps what is said and adds nothing: a year that is not stated stays open, a weekday
//! stays a weekday.

use std::fmt::Write as _;

use super::{calendar, period};
use crate::model::DateValue;

/// A date as a text words it.
#[expect(clippy::struct_excessive_bools, reason = "words say any of these things with any other")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::value) struct Mention {
    /// What is named, in order; never empty.
    pub(in crate::value) points: Vec<Point>,
    /// How the points belong together.
    pub(in crate::value) join: Join,
    /// Whether the time lies at the points or to one side of them.
    pub(in crate::value) side: Side,
    /// Said to be approximate.
    pub(in crate::value) about: bool,
    /// Only a part is meant: `early July`.
    pub(in crate::value) part: Option<PartOf>,
    /// Said to be no more than possible.
    pub(in crate::value) perhaps: bool,
    /// Of a range: it was somewhere within it, and its ends are no days of their own.
    pub(in crate::value) within: bool,
    /// Said not to be the date.
    pub(in crate::value) denied: bool,
    /// The first byte.
    pub(in crate::value) start: usize,
    /// The first byte of the words before it that were read with it.
    pub(in crate::value) lead: usize,
}

/// One day, month, year or weekday, as far as it is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::value) struct Point {
    /// The year as the calendar counts it, or the first one of a decade or century.
    pub(in crate::value) year: Option<i32>,
    /// The month, from 1; or a quarter or half of the year, as EDTF numbers them.
    pub(in crate::value) month: Option<u8>,
    /// The day of the month.
    pub(in crate::value) day: Option<u8>,
    /// The weekday, Monday being 0; beside a day the one that the text gives it.
    pub(in crate::value) weekday: Option<u8>,
    /// Days from the day of the article: `yesterday` is -1.
    pub(in crate::value) from_today: Option<i32>,
    /// How many years are meant.
    pub(in crate::value) span: YearSpan,
}

/// Which part of a month or a year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) enum PartOf {
    /// `early`, `the start of`.
    Early,
    /// `late`, `the end of`.
    Late,
    /// `mid`, `the turn of`.
    Other,
}

/// How many years a year stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::value) enum YearSpan {
    /// Itself.
    #[default]
    One,
    /// `2020s`.
    Decade,
    /// `the 19th century`.
    Century,
}

/// How the points of a mention belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) enum Join {
    /// One point.
    One,
    /// All of them.
    And,
    /// One of them.
    Or,
    /// From the first to the second.
    Span,
}

/// On which side of its points a mention lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) enum Side {
    /// At them.
    On,
    /// `since`: from then on; when it began is not what is said.
    Since,
    /// `from`: it begins then.
    From,
    /// `until`: up to then.
    Until,
    /// `before`, `by`.
    Before,
    /// `after`.
    After,
}

impl Mention {
    /// A mention of which nothing is said yet but where it begins.
    pub(in crate::value) fn of(points: Vec<Point>, join: Join, start: usize) -> Self {
        Self {
            points,
            join,
            side: Side::On,
            about: false,
            part: None,
            perhaps: false,
            within: false,
            denied: false,
            start,
            lead: start,
        }
    }

    /// The EDTF expression that records the mention; `None` where it names no month and no year.
    pub(in crate::value) fn edtf(&self) -> Option<String> {
        let (open, separator, close) = match (self.join, self.side) {
            (Join::And, _) => ("{", ",", "}"),
            (Join::Or, _) => ("[", ",", "]"),
            (Join::Span, _) => ("", "/", ""),
            (Join::One, Side::On) => ("", "", ""),
            (Join::One, Side::Since | Side::From | Side::After) => ("", "", "/.."),
            (Join::One, Side::Until | Side::Before) => ("../", "", ""),
        };
        if let Some(days) = self.half_of_month() {
            return Some(days);
        }
        let mut text = String::from(open);
        for (at, point) in self.points.iter().enumerate() {
            if at > 0 {
                text.push_str(separator);
            }
            self.half(*point).write(&mut text)?;
            text.push_str(match (self.about || self.part.is_some(), self.perhaps) {
                (false, false) => "",
                (true, false) => "~",
                (false, true) => "?",
                (true, true) => "%",
            });
        }
        text.push_str(close);
        Some(text)
    }

    /// `early 2003` lies in the first half of the year and `late 2003` in the second, as near as words of this
    /// kind tell: the two are not one date.
    fn half(&self, point: Point) -> Point {
        let half = match self.part {
            Some(PartOf::Early) => period::HALVES,
            Some(PartOf::Late) => period::HALVES + 1,
            Some(PartOf::Other) | None => return point,
        };
        let is_year = point.month.is_none() && point.year.is_some() && point.span == YearSpan::One;
        if is_year { Point { month: Some(half), ..point } } else { point }
    }

    /// `early July 2025` is some day of the first half of the month, and `late July 2025` one of the second.
    fn half_of_month(&self) -> Option<String> {
        let [point @ Point { year: Some(year), month: Some(month @ 1..=12), day: None, .. }] =
            self.points[..]
        else {
            return None;
        };
        let last = calendar::days_in_month(year, month)?;
        let (first, last) = match self.part? {
            PartOf::Early => (1, 15),
            PartOf::Late => (16, last),
            PartOf::Other => return None,
        };
        let is_plain = self.side == Side::On && !self.about && !self.perhaps;
        if !is_plain || point.span != YearSpan::One {
            return None;
        }
        let mut text = String::from("[");
        Point { day: Some(first), ..point }.write(&mut text)?;
        text.push_str("..");
        Point { day: Some(last), ..point }.write(&mut text)?;
        text.push(']');
        Some(text)
    }

    /// The same as an approximate month, as which it may be recorded.
    pub(in crate::value) fn about_month(&self) -> Option<DateValue> {
        self.half_of_month()?;
        Self { part: Some(PartOf::Other), ..self.clone() }.value()
    }

    /// The mention as a value; `None` where it names no month and no year.
    pub(in crate::value) fn value(&self) -> Option<DateValue> {
        super::edtf::read(&self.edtf()?).ok()
    }

    /// A quarter or half of a year as all of its months, where the mention is one.
    pub(in crate::value) fn months(&self) -> Option<Self> {
        let [point] = self.points[..] else { return None };
        let (first, last) = period::months(point.month?)?;
        let months = [first, last].map(|month| Point { month: Some(month), ..point });
        Some(Self { points: months.into(), join: Join::Span, ..self.clone() })
    }

    /// The month of which a part is named, where one is: `late November` lies in November.
    pub(in crate::value) fn whole_month(&self) -> Option<Self> {
        let is_month =
            matches!(self.points[..], [Point { month: Some(1..=12), day: None, span: YearSpan::One, .. }]);
        let is_part = self.part.is_some() && !self.about && matches!(self.side, Side::On | Side::From);
        (is_month && is_part).then(|| Self { part: None, side: Side::On, ..self.clone() })
    }

    /// The same mention on the points alone, without `since` or `before`.
    pub(in crate::value) fn bare(&self) -> Self {
        Self { side: Side::On, ..self.clone() }
    }
}

impl Point {
    fn write(self, text: &mut String) -> Option<()> {
        match self.year {
            Some(year) => {
                let sign = if year < 0 { "-" } else { "" };
                let _ = match self.span {
                    YearSpan::One => write!(text, "{sign}{:04}", year.abs()),
                    YearSpan::Decade => write!(text, "{:03}X", year / 10),
                    YearSpan::Century => write!(text, "{:02}XX", year / 100),
                };
                if self.span != YearSpan::One {
                    return Some(());
                }
            }
            None => text.push_str("XXXX"),
        }
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                let _ = write!(text, "-{month:02}-{day:02}");
            }
            (Some(month), None) => {
                let _ = write!(text, "-{month:02}");
            }
            (None, None) if self.year.is_some() => {}
            (None, _) => return None,
        }
        Some(())
    }
}
