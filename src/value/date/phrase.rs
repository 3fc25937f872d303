//! The wordings of one date or of several days in a month: starts at [`date`] and [`weekdays`].
//!
//! Months count with a capital only, and those that are also common words (`May`, `March`) only
//! beside a figure or behind a preposition, so that `may` and `march` stay verbs.

use std::sync::LazyLock;

use super::super::heads::Heads;
use super::super::scan::{Cursor, Placed, Token};
use super::lexicon::{ends, is_among, is_in, words_before};
use super::mention::{Join, Mention, Point, YearSpan};
use super::reader::{Reader, Sought};
use super::{calendar, days, era, period, season};
use crate::value::lexicon::DayOrder;

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
pub(super) fn date<'a>(
    reader: Reader<'_>,
    cursor: Cursor<'a>,
    introduced: bool,
) -> Option<(Mention, Cursor<'a>)> {
    let introduced = introduced || is_introduced(reader, cursor);
    let one = |(point, rest): (Point, Cursor<'a>)| (plain(vec![point]), rest);
    iso(cursor)
        .or_else(|| in_figures(reader, cursor))
        .or_else(|| month_first(reader, cursor, introduced))
        .or_else(|| day_first(reader, cursor))
        .or_else(|| {
            let (points, join, rest) = era::read(reader, cursor)?;
            Some((Mention { join, ..plain(points) }, rest))
        })
        .or_else(|| season::read(reader, cursor).map(one))
        .or_else(|| year_alone(reader, cursor, introduced))
        .or_else(|| period::read(cursor).map(one))
        .or_else(|| ordinal(cursor))
        .or_else(|| from_today(reader, cursor).map(one))
}

/// Whether a word with a capital is the name of a weekday or a month.
pub(super) fn names_day_or_month(word: &str) -> bool {
    static HEADS: LazyLock<Heads> = LazyLock::new(|| {
        let (months, weekdays) = (calendar::MONTHS, calendar::WEEKDAYS);
        Heads::of(months.into_iter().chain(weekdays))
    });
    if !is_capital(word) || !HEADS.may_hold(word) {
        return false;
    }
    let name = word.split(['\'', '’']).next().unwrap_or(word);
    calendar::month(name).is_some() || calendar::weekday_named(name).is_some()
}

fn plain(points: Vec<Point>) -> Mention {
    Mention::of(points, Join::One, 0)
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether the word before this place leads one to expect a date.
fn is_introduced(reader: Reader<'_>, cursor: Cursor<'_>) -> bool {
    words_before(cursor).next().is_some_and(|word| is_among(word, reader.words.leads))
}

/// `2025-07-14`, `2025/07/14`, `2025-07`, and years as `2019-21` and `2019/2020`.
///
/// `2009-10` is October to one and two years to the other, so it is not read.
pub(super) fn iso(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (year, rest) = days::year(cursor)?;
    let dashed = days::glued_dash(rest);
    let behind = dashed.or_else(|| days::glued_slash(rest))?;
    if let Some((end, rest)) = days::year(behind) {
        // Years with a dash between them are a range elsewhere too.
        let is_span = dashed.is_none() && (1000..=2100).contains(&year) && end == year + 1;
        return is_span.then(|| (within([year, end]), rest));
    }
    let (month, month_len, rest) = days::small(behind)?;
    if month_len != 2 {
        return None;
    }
    let joined = |rest| if dashed.is_some() { days::glued_dash(rest) } else { days::glued_slash(rest) };
    if let Some((day, 2, end)) = joined(rest).and_then(days::small) {
        calendar::day(year, month, day)?;
        let point = Point { month: Some(month), day: Some(day), ..at_year(year) };
        return Some((plain(vec![point]), end));
    }
    let follows = (year + 1) % 100 == i32::from(month);
    if month > 12 || follows && (dashed.is_none() || month == 0) {
        let end = year - year % 100 + i32::from(month) + if month == 0 { 100 } else { 0 };
        return (end > year).then(|| (within([year, end]), rest));
    }
    (month > 0 && !follows).then(|| (plain(vec![Point { month: Some(month), ..at_year(year) }]), rest))
}

/// A stretch of years.
fn within(years: [i32; 2]) -> Mention {
    Mention { join: Join::Span, within: true, ..plain(years.map(at_year).into()) }
}

fn at_year(year: i32) -> Point {
    Point { year: Some(year), ..Point::default() }
}

/// `14/07/2025`, `14.07.2025`: one day where only one order is possible or the language has one.
pub(super) fn in_figures<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Mention, Cursor<'a>)> {
    let (a, b, year, rest) = days::dotted(cursor).or_else(|| days::parted(cursor))?;
    let point = |month: u8, day: u8| {
        calendar::day(year, month, day).map(|_| Point { month: Some(month), day: Some(day), ..at_year(year) })
    };
    let points = match (point(b, a), point(a, b), reader.order) {
        (Some(one), Some(other), DayOrder::Open) if one != other => vec![one, other],
        (_, Some(month_first), DayOrder::MonthFirst) => vec![month_first],
        (Some(day_first), ..) => vec![day_first],
        (None, Some(month_first), _) => vec![month_first],
        (None, None, _) => return None,
    };
    let join = if points.len() > 1 { Join::Or } else { Join::One };
    Some((Mention { join, ..plain(points) }, rest))
}

/// `July 14-16, 2025`, `November 14th and 16th`, `May 2025`, `January`.
fn month_first<'a>(
    reader: Reader<'_>,
    cursor: Cursor<'a>,
    introduced: bool,
) -> Option<(Mention, Cursor<'a>)> {
    let (month, name, rest) = month(cursor)?;
    let point = Point { month: Some(month), ..Point::default() };
    let spelled = || {
        let (day, rest) = reader.words.ordinal(rest.word("the")?)?;
        Some((vec![day], Join::One, rest))
    };
    let days = days::behind_month(rest.word("the").unwrap_or(rest)).or_else(spelled);
    // A number that is followed by its era is a year: `March 44 BC`.
    let days = days.filter(|_| era::year(reader, rest).is_none());
    if let Some((days, join, rest)) = days {
        let (year, rest) = behind(reader, rest, Named::Day);
        let points = days.iter().map(|&day| Point { day: Some(day), year, ..point }).collect();
        return Some((Mention { join, ..plain(points) }, rest));
    }
    if let (Some(year), rest) = behind(reader, rest.word("of").unwrap_or(rest), Named::Month) {
        return Some((plain(vec![Point { year: Some(year), ..point }]), rest));
    }
    let is_word = matches!(month, 3..=6 | 8);
    let spelled = name.len() > 4 || matches!(month, 5..=7) && name.len() == if month == 5 { 3 } else { 4 };
    (spelled && (introduced || !is_word)).then(|| (plain(vec![point]), rest))
}

/// `14 July 2025`, `14-16 July`, `14th and 16th of November`, `the third of March`.
fn day_first<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Mention, Cursor<'a>)> {
    let rest = cursor.word("the").unwrap_or(cursor);
    let spelled = || {
        let (day, rest) = reader.words.ordinal(rest)?;
        Some((vec![day], Join::One, rest.word("of")?))
    };
    let (days, join, rest) = days::before_month(rest).or_else(spelled)?;
    let (month, _, rest) = month(rest.word("of").unwrap_or(rest))?;
    let (year, rest) = behind(reader, rest, Named::Day);
    let points = days
        .iter()
        .map(|&day| Point { year, month: Some(month), day: Some(day), ..Point::default() })
        .collect();
    Some((Mention { join, ..plain(points) }, rest))
}

/// A year where one is expected, or a decade.
fn year_alone<'a>(reader: Reader<'_>, cursor: Cursor<'a>, introduced: bool) -> Option<(Mention, Cursor<'a>)> {
    let the = cursor.word("the");
    let (year, rest) = days::year(the.unwrap_or(cursor))?;
    if let Some((Placed { token: Token::Word("s"), glued: true, .. }, rest)) = rest.next() {
        let decade = Point { span: YearSpan::Decade, ..at_year(year) };
        return (year % 10 == 0).then(|| (plain(vec![decade]), rest));
    }
    if the.is_some() {
        return None;
    }
    if days::goes_on(rest) && !begins_span(year, rest) {
        return None;
    }
    let is_led = introduced || in_brackets(cursor);
    let is_year = match (year, reader.sought) {
        (1900..=2100, Sought::Figures) => is_led && ends(rest),
        // Most numbers of this size count something.
        (1000..=1899, Sought::Figures) => {
            is_firmly_led(reader, cursor) && ends(rest) && rest.word("of").is_none()
        }
        (1000..=2100, Sought::Dates) => {
            is_led && ends(rest) || begins_span(year, rest) || describes(reader, cursor, rest)
        }
        _ => false,
    };
    is_year.then(|| (plain(vec![at_year(year)]), rest))
}

/// Whether a word before a year leaves nothing else to expect.
fn is_firmly_led(reader: Reader<'_>, cursor: Cursor<'_>) -> bool {
    words_before(cursor).next().is_some_and(|word| is_among(word, reader.words.firm_leads))
}

/// Whether a later year follows behind a dash: `1855–1857`.
fn begins_span(year: i32, rest: Cursor<'_>) -> bool {
    let later = days::glued_dash(rest).and_then(days::year);
    later.is_some_and(|(later, rest)| (year + 1..=2100).contains(&later) && ends(rest))
}

/// Whether a year describes the noun behind it: `the 1996 summit`, `Lyon's 1996 summit`, `the failed
/// 1848 uprising`.
fn describes(reader: Reader<'_>, cursor: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let is_followed = matches!(rest.next(), Some((Placed { token: Token::Word(word), glued: false, .. }, _)) if !days::is_function_word(word));
    if is_thing(reader, rest) {
        return false;
    }
    let determines =
        |word: &str| is_among(word, reader.words.determiners) || word.ends_with("'s") || word.ends_with("’s");
    let mut before = words_before(cursor);
    let Some(word) = before.next().filter(|_| is_followed) else { return false };
    determines(word)
        || !is_among(word, reader.words.counting)
            && !is_capital(word)
            && before.next().is_some_and(determines)
}

/// Whether a year is the year that a thing is called by: `the 2019 Toyota`, `the 2019 model`.
///
/// A name may be that of anything, so something that happens has to follow: `the 2009 World League`.
fn is_thing(reader: Reader<'_>, rest: Cursor<'_>) -> bool {
    let mut at = rest;
    let mut n_plain = 0;
    let mut is_name = false;
    while let Some((Placed { token: Token::Word(word), .. }, next)) = at.next() {
        if is_in(word, reader.words.events) {
            return false;
        }
        let is_first = at.offset() == rest.offset();
        if is_first && is_in(word, reader.words.things) {
            return true;
        }
        is_name |= is_first && is_capital(word);
        n_plain = if is_capital(word) { 0 } else { n_plain + 1 };
        if !is_name || n_plain > 2 || days::is_function_word(word) && n_plain > 1 {
            break;
        }
        at = next.dash().unwrap_or(next);
    }
    is_name
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

fn from_today<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Point, Cursor<'a>)> {
    let (days, rest) = reader.words.days.iter().find_map(|(word, days)| Some((*days, cursor.word(word)?)))?;
    Some((Point { from_today: Some(days), ..Point::default() }, rest))
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

/// What stands before a year.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Day,
    Month,
}

/// A year behind a month or a day, with or without a comma.
fn behind<'a>(reader: Reader<'_>, cursor: Cursor<'a>, named: Named) -> (Option<i32>, Cursor<'a>) {
    let rest = cursor.symbol(',').unwrap_or(cursor);
    if let Some((year, rest)) = era::year(reader, rest) {
        return (Some(year), rest);
    }
    if let Some((year, rest)) = days::year(rest).filter(|(year, _)| (1000..=2999).contains(year)) {
        return (Some(year), rest);
    }
    // `2 February 962` is a day of that year; `on 2 February 962 were held` counts.
    let early = days::up_to_four(cursor).filter(|(year, rest)| {
        let stops =
            rest.next().is_none_or(|(next, _)| matches!(next.token, Token::Symbol('.' | ',' | ';' | ')')));
        (100..=999).contains(year) && stops
    });
    match early.filter(|_| named == Named::Day && reader.sought == Sought::Dates) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, cursor),
    }
}
