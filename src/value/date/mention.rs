//! Dates as texts word them: `Monday, July 14-16, 2025`, `November 14th and 16th`; starts at [`read`].
//!
//! A mention keeps what is said and adds nothing: a year that is not stated stays open, a weekday
//! stays a weekday. [`Mention::edtf`] is how it would be recorded.

use std::fmt::Write as _;

use super::super::scan::{Cursor, Placed, Token, fold, is_dash};
use super::{period, phrase};
use crate::model::DateValue;

/// A date as a text words it.
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
    pub(in crate::value) part: bool,
    /// The first byte.
    pub(in crate::value) start: usize,
}

/// One day, month, year or weekday, as far as it is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::value) struct Point {
    /// The year, or the first one of a decade.
    pub(in crate::value) year: Option<i32>,
    /// The month, from 1; or a quarter or half of the year, as EDTF numbers them.
    pub(in crate::value) month: Option<u8>,
    /// The day of the month.
    pub(in crate::value) day: Option<u8>,
    /// The weekday, Monday being 0.
    pub(in crate::value) weekday: Option<u8>,
    /// Days from the day of the article: `yesterday` is -1.
    pub(in crate::value) from_today: Option<i32>,
    /// `2020s`.
    pub(in crate::value) decade: bool,
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
    /// `since`: from then on.
    Since,
    /// `until`: up to then.
    Until,
    /// `before`, `by`.
    Before,
    /// `after`.
    After,
}

/// The date that is worded here, and the place behind it; `None` where none is.
pub(in crate::value) fn read(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    if !may_begin(cursor.next()?.0.token) {
        return None;
    }
    let (side, rest) = side(cursor);
    let (joins, rest) = spanning(rest);
    let (about, rest) = about(rest);
    let start = rest.next()?.0.start;
    let (part, rest) = part(rest);
    let (mut mention, rest) = weekdays_and_date(rest, side != Side::On || about || part)?;
    mention = Mention { side, about, part, start, ..mention };
    if mention.join == Join::Span || !joins.is_empty() && mention.join != Join::One {
        if !joins.is_empty() {
            mention.join = Join::Span;
        }
        return Some((settle(mention), rest));
    }
    match further(&mut mention, rest, joins) {
        Some(rest) => Some((settle(mention), rest)),
        // `from May 2025` alone says when something began.
        None if joins.contains(&"to") => Some((Mention { side: Side::Since, ..mention }, rest)),
        None => Some((mention, rest)),
    }
}

/// Whether a date can begin with this token; most words are ruled out here.
fn may_begin(token: Token<'_>) -> bool {
    let Token::Word(word) = token else { return matches!(token, Token::Digits(_)) };
    let mut buffer = [0; 16];
    let lead = matches!(
        fold(word, &mut buffer),
        "about"
            | "after"
            | "approximately"
            | "around"
            | "before"
            | "beginning"
            | "between"
            | "by"
            | "circa"
            | "early"
            | "end"
            | "from"
            | "late"
            | "mid"
            | "middle"
            | "no"
            | "roughly"
            | "since"
            | "start"
            | "the"
            | "till"
            | "today"
            | "tomorrow"
            | "tonight"
            | "until"
            | "up"
            | "yesterday"
    );
    lead || phrase::names_day_or_month(word) || period::may_begin(word)
}

fn side(cursor: Cursor<'_>) -> (Side, Cursor<'_>) {
    let sides: [(&[&str], Side); 8] = [
        (&["since"], Side::Since),
        (&["until"], Side::Until),
        (&["till"], Side::Until),
        (&["up", "to"], Side::Until),
        (&["no", "later", "than"], Side::Before),
        (&["before"], Side::Before),
        (&["by"], Side::Before),
        (&["after"], Side::After),
    ];
    sides.iter().find_map(|(words, side)| Some((*side, cursor.phrase(words)?))).unwrap_or((Side::On, cursor))
}

/// `between` wants `and`, `from` wants `to`.
fn spanning(cursor: Cursor<'_>) -> (&'static [&'static str], Cursor<'_>) {
    if let Some(rest) = cursor.word("between") {
        return (&["and"], rest);
    }
    match cursor.word("from") {
        Some(rest) => (&["to", "until", "till", "through"], rest),
        None => (&[], cursor),
    }
}

fn about(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    let words = ["about", "around", "circa", "approximately", "roughly"];
    match words.iter().find_map(|word| cursor.word(word)) {
        Some(rest) => (true, rest),
        None => (false, cursor),
    }
}

/// `early`, `mid-`, `the end of`: some part of what follows.
fn part(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    let single = ["early", "mid", "late"].iter().find_map(|word| cursor.word(word));
    let single = single.map(|rest| rest.dash().unwrap_or(rest));
    let phrase = || {
        let rest = cursor.word("the").unwrap_or(cursor);
        ["beginning", "start", "middle", "end"].iter().find_map(|word| rest.phrase(&[word, "of"]))
    };
    match single.or_else(phrase) {
        Some(rest) => (true, rest),
        None => (false, cursor),
    }
}

/// Weekdays, a date, or a date behind its weekdays.
fn weekdays_and_date(cursor: Cursor<'_>, introduced: bool) -> Option<(Mention, Cursor<'_>)> {
    let Some((weekdays, rest)) = phrase::weekdays(cursor) else { return phrase::date(cursor, introduced) };
    let behind = rest.symbol(',').unwrap_or(rest);
    if let Some((date, end)) = phrase::date(behind, true)
        && date.points.iter().all(|point| point.day.is_some())
    {
        return Some((date, end));
    }
    // `Mon` alone may be anything.
    let spelled =
        matches!(cursor.next(), Some((Placed { token: Token::Word(word), .. }, _)) if word.len() > 5);
    spelled.then_some((weekdays, rest))
}

/// Adds the other dates of a range or a list, and returns the place behind them.
fn further<'a>(mention: &mut Mention, rest: Cursor<'a>, joins: &[&str]) -> Option<Cursor<'a>> {
    let (join, mut rest) = joint(rest, joins)?;
    let (next, end) = weekdays_and_date(rest, true)?;
    if next.join != Join::One || !same_kind(&mention.points[0], &next.points[0]) {
        return None;
    }
    mention.points.extend(next.points);
    mention.join = join;
    rest = end;
    if join == Join::And {
        // `July 14 and August 2 and September 3`.
        while let Some((Join::And, behind)) = joint(rest, &[]) {
            let Some((next, end)) = phrase::date(behind, true) else { break };
            if next.join != Join::One || !same_kind(&mention.points[0], &next.points[0]) {
                break;
            }
            mention.points.extend(next.points);
            rest = end;
        }
    }
    Some(rest)
}

fn same_kind(a: &Point, b: &Point) -> bool {
    (a.day.is_some(), a.month.is_some(), a.weekday.is_some())
        == (b.day.is_some(), b.month.is_some(), b.weekday.is_some())
}

/// What joins two dates; words that `between` or `from` wait for make a range.
fn joint<'a>(cursor: Cursor<'a>, joins: &[&str]) -> Option<(Join, Cursor<'a>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol(c) if is_dash(c) => Some((Join::Span, rest)),
        Token::Symbol('&') => Some((Join::And, rest)),
        Token::Word(word) => {
            let is = |other: &str| word.eq_ignore_ascii_case(other);
            if joins.iter().any(|join| is(join)) || is("to") || is("through") || is("until") || is("till") {
                Some((Join::Span, rest))
            } else if is("and") {
                Some((Join::And, rest.phrase(&["again", "on"]).or_else(|| rest.word("on")).unwrap_or(rest)))
            } else if is("or") {
                Some((Join::Or, rest))
            } else {
                None
            }
        }
        Token::Symbol(_) | Token::Digits(_) => None,
    }
}

/// Gives every point the year, and a day the month, that is stated once for all.
fn settle(mut mention: Mention) -> Mention {
    for at in (0..mention.points.len().saturating_sub(1)).rev() {
        let next = mention.points[at + 1];
        let point = &mut mention.points[at];
        if point.year.is_none()
            && let (Some(year), Some(month)) = (next.year, point.month)
        {
            // `December 30 to January 2, 2025` begins in 2024.
            point.year = Some(if next.month.is_some_and(|next| next < month) { year - 1 } else { year });
        }
    }
    mention
}

impl Mention {
    /// The EDTF expression that records the mention; `None` where it names no month and no year.
    pub(in crate::value) fn edtf(&self) -> Option<String> {
        let (open, separator, close) = match (self.join, self.side) {
            (Join::And, _) => ("{", ",", "}"),
            (Join::Or, _) => ("[", ",", "]"),
            (Join::Span, _) => ("", "/", ""),
            (Join::One, Side::On) => ("", "", ""),
            (Join::One, Side::Since | Side::After) => ("", "", "/.."),
            (Join::One, Side::Until | Side::Before) => ("../", "", ""),
        };
        let mut text = String::from(open);
        for (at, point) in self.points.iter().enumerate() {
            if at > 0 {
                text.push_str(separator);
            }
            point.write(&mut text)?;
            if self.about || self.part {
                text.push('~');
            }
        }
        text.push_str(close);
        Some(text)
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

    /// The same mention on the points alone, without `since` or `before`.
    pub(in crate::value) fn bare(&self) -> Self {
        Self { side: Side::On, ..self.clone() }
    }
}

impl Point {
    fn write(self, text: &mut String) -> Option<()> {
        match self.year {
            Some(year) if self.decade => {
                let _ = write!(text, "{:03}X", year / 10);
                return Some(());
            }
            Some(year) => {
                let _ = write!(text, "{year:04}");
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
