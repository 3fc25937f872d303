//! The wordings of one date or of several days in a month: starts at [`date`] and [`weekdays`].
//!
//! Months count with a capital only, and those that are also common words (`May`, `March`) only
//! beside a figure or behind a preposition, so that `may` and `march` stay verbs.

use super::super::scan::{Cursor, Placed, Token};
use super::mention::{Join, Mention, Point, Side};
use super::{calendar, days, period};

/// One or more weekdays, `Monday`, `Monday and Wednesday`, and the place behind them.
pub(super) fn weekdays(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (first, rest) = weekday(cursor)?;
    let mut mention = plain(vec![Point { weekday: Some(first), ..Point::default() }]);
    let Some((join, behind)) = days::joint(rest) else { return Some((mention, rest)) };
    let Some((second, end)) = weekday(behind) else { return Some((mention, rest)) };
    mention.points.push(Point { weekday: Some(second), ..Point::default() });
    mention.join = join;
    Some((mention, end))
}

fn weekday(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Word(word) if is_capital(word) => {
            let day = calendar::weekday_named(word)?;
            let rest = if word.len() < 6 { rest.symbol('.').unwrap_or(rest) } else { rest };
            Some((day, rest))
        }
        Token::Word(_) | Token::Digits(_) | Token::Symbol(_) => None,
    }
}

/// A date in words or figures; `introduced` says that what stands before it leads one to expect a date.
pub(super) fn date(cursor: Cursor<'_>, introduced: bool) -> Option<(Mention, Cursor<'_>)> {
    let introduced = introduced || is_introduced(cursor);
    iso(cursor)
        .or_else(|| slashed(cursor))
        .or_else(|| month_first(cursor, introduced))
        .or_else(|| day_first(cursor))
        .or_else(|| year_alone(cursor, introduced))
        .or_else(|| period::read(cursor).map(|(point, rest)| (plain(vec![point]), rest)))
        .or_else(|| ordinal(cursor))
        .or_else(|| from_today(cursor))
}

/// Whether a word with a capital is the name of a weekday or a month.
pub(super) fn names_day_or_month(word: &str) -> bool {
    let name = word.split(['\'', '’']).next().unwrap_or(word);
    is_capital(word) && (calendar::month(name).is_some() || calendar::weekday_named(name).is_some())
}

fn plain(points: Vec<Point>) -> Mention {
    Mention { points, join: Join::One, side: Side::On, about: false, part: false, start: 0 }
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word before this place leads one to expect a date.
fn is_introduced(cursor: Cursor<'_>) -> bool {
    const LEADS: [&str; 26] = [
        "after",
        "and",
        "before",
        "between",
        "by",
        "during",
        "early",
        "end",
        "every",
        "following",
        "from",
        "in",
        "last",
        "late",
        "mid",
        "next",
        "of",
        "on",
        "since",
        "spring",
        "summer",
        "this",
        "through",
        "till",
        "until",
        "year",
    ];
    let before = cursor.text()[..cursor.offset()].trim_end();
    let start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = &before[start..];
    LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead))
}

/// `2025-07-14`, `2025-07`, and years as `2019-21`.
fn iso(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (year, rest) = days::year(cursor)?;
    let rest = days::glued_dash(rest)?;
    let (month, month_len, rest) = days::small(rest)?;
    if month_len != 2 {
        return None;
    }
    if month > 12 {
        let end = year - year % 100 + i32::from(month);
        let points = vec![at_year(year), at_year(end)];
        return (end > year).then(|| (Mention { join: Join::Span, ..plain(points) }, rest));
    }
    let point = Point { month: (month > 0).then_some(month), ..at_year(year) };
    point.month?;
    if let Some((day, 2, end)) = days::glued_dash(rest).and_then(days::small) {
        calendar::day(year, month, day)?;
        return Some((plain(vec![Point { day: Some(day), ..point }]), end));
    }
    Some((plain(vec![point]), rest))
}

fn at_year(year: i32) -> Point {
    Point { year: Some(year), ..Point::default() }
}

/// `14/07/2025`, where only one order is possible.
fn slashed(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (a, _, rest) = days::small(cursor)?;
    let (b, _, rest) = days::small(rest.symbol('/')?)?;
    let (year, rest) = days::year(rest.symbol('/')?)?;
    let point = |month: u8, day: u8| {
        calendar::day(year, month, day).map(|_| Point { month: Some(month), day: Some(day), ..at_year(year) })
    };
    match (point(b, a), point(a, b)) {
        (Some(one), Some(other)) if one != other => {
            Some((Mention { join: Join::Or, ..plain(vec![one, other]) }, rest))
        }
        (Some(point), _) | (None, Some(point)) => Some((plain(vec![point]), rest)),
        (None, None) => None,
    }
}

/// `July 14-16, 2025`, `November 14th and 16th`, `May 2025`, `January`.
fn month_first(cursor: Cursor<'_>, introduced: bool) -> Option<(Mention, Cursor<'_>)> {
    let (month, name, rest) = month(cursor)?;
    let point = Point { month: Some(month), ..Point::default() };
    if let Some((days, join, rest)) = days::behind_month(rest.word("the").unwrap_or(rest)) {
        let (year, rest) = behind(rest);
        let points = days.iter().map(|&day| Point { day: Some(day), year, ..point }).collect();
        return Some((Mention { join, ..plain(points) }, rest));
    }
    if let (Some(year), rest) = behind(rest.word("of").unwrap_or(rest)) {
        return Some((plain(vec![Point { year: Some(year), ..point }]), rest));
    }
    let is_word = matches!(month, 3..=6 | 8);
    let spelled = name.len() > 4 || matches!(month, 5..=7) && name.len() == if month == 5 { 3 } else { 4 };
    (spelled && (introduced || !is_word)).then(|| (plain(vec![point]), rest))
}

/// `14 July 2025`, `14-16 July`, `14th and 16th of November`.
fn day_first(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let rest = cursor.word("the").unwrap_or(cursor);
    let (days, join, rest) = days::before_month(rest)?;
    let (month, _, rest) = month(rest.word("of").unwrap_or(rest))?;
    let (year, rest) = behind(rest);
    let points = days
        .iter()
        .map(|&day| Point { year, month: Some(month), day: Some(day), ..Point::default() })
        .collect();
    Some((Mention { join, ..plain(points) }, rest))
}

/// A year where one is expected, or a decade.
fn year_alone(cursor: Cursor<'_>, introduced: bool) -> Option<(Mention, Cursor<'_>)> {
    let (year, rest) = days::year(cursor)?;
    if let Some((Placed { token: Token::Word("s"), glued: true, .. }, rest)) = rest.next() {
        return (year % 10 == 0).then(|| (plain(vec![Point { decade: true, ..at_year(year) }]), rest));
    }
    let ends = match rest.next() {
        None => true,
        Some((next, _)) => match next.token {
            Token::Symbol(c) => !matches!(c, '%' | '€' | '$' | '+'),
            Token::Word(word) => next.glued || days::is_function_word(word),
            Token::Digits(_) => false,
        },
    };
    ((1900..=2100).contains(&year) && (introduced || in_brackets(cursor)) && ends)
        .then(|| (plain(vec![at_year(year)]), rest))
}

fn in_brackets(cursor: Cursor<'_>) -> bool {
    cursor.text()[..cursor.offset()].trim_end().ends_with('(')
}

/// `the 15th`, where no noun follows that it could count.
fn ordinal(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (day, suffix, rest) = days::day(cursor.word("the")?)?;
    let alone = match rest.next() {
        None => true,
        Some((next, _)) => match next.token {
            Token::Word(word) => days::is_function_word(word),
            Token::Symbol(_) => true,
            Token::Digits(_) => false,
        },
    };
    (suffix == days::Suffix::Ordinal && alone)
        .then(|| (plain(vec![Point { day: Some(day), ..Point::default() }]), rest))
}

fn from_today(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let days = [("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)];
    let (days, rest) = days.iter().find_map(|(word, days)| Some((*days, cursor.word(word)?)))?;
    Some((plain(vec![Point { from_today: Some(days), ..Point::default() }]), rest))
}

/// A month by name, with a capital, and the place behind it.
pub(super) fn month(cursor: Cursor<'_>) -> Option<(u8, &str, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Word(word) if is_capital(word) => {
            let word = word.split(['\'', '’']).next().unwrap_or(word);
            let rest = if word.len() < 5 { rest.symbol('.').unwrap_or(rest) } else { rest };
            Some((calendar::month(word)?, word, rest))
        }
        Token::Word(_) | Token::Digits(_) | Token::Symbol(_) => None,
    }
}

/// A year behind a month or a day, with or without a comma.
fn behind(cursor: Cursor<'_>) -> (Option<i32>, Cursor<'_>) {
    let rest = cursor.symbol(',').unwrap_or(cursor);
    match days::year(rest).filter(|(year, _)| (1000..=2999).contains(year)) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, cursor),
    }
}
