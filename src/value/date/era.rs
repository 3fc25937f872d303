//! Years counted from the common era or before it, and centuries: starts at [`read`].
//!
//! `44 BC` is the calendar's year -43, since it has a year 0, which is 1 BC.

use super::super::scan::{Cursor, Placed, Token, is_dash};
use super::days;
use super::lexicon::{ends, one};
use super::mention::{Join, Point, YearSpan};
use super::reader::Reader;

/// Points, how they belong together, and the place behind them.
type Points<'a> = (Vec<Point>, Join, Cursor<'a>);

/// `AD 476`, `480 BC`, `44–40 BC`, `the fifth century BC`.
pub(super) fn read<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<Points<'a>> {
    if let Some((year, rest)) = year(reader, cursor) {
        return Some((vec![at_year(year)], Join::One, rest));
    }
    span(reader, cursor).or_else(|| century(reader, cursor))
}

/// One year with its era.
pub(super) fn year<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(i32, Cursor<'a>)> {
    if let Some(rest) = era(cursor, reader.words.ad) {
        let (year, rest) = number(rest)?;
        return Some((year, rest));
    }
    let (year, rest) = number(cursor)?;
    let (before_christ, rest) = suffix(reader, rest)?;
    Some((if before_christ { 1 - year } else { year }, rest))
}

/// Two years that share an era.
fn span<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<Points<'a>> {
    let (first, rest) = number(cursor)?;
    let (Placed { token, .. }, behind) = rest.next()?;
    let joined = match token {
        Token::Symbol(c) => is_dash(c),
        Token::Word(word) => word.eq_ignore_ascii_case("to"),
        Token::Digits(_) => false,
    };
    let (last, rest) = number(behind).filter(|_| joined)?;
    let (before_christ, rest) = suffix(reader, rest)?;
    let years = if before_christ { [1 - first, 1 - last] } else { [first, last] };
    (years[0] < years[1]).then(|| (years.map(at_year).into(), Join::Span, rest))
}

/// `19th century`, `nineteenth-century`, `5th century BC`.
fn century<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<Points<'a>> {
    let cursor = cursor.word("the").unwrap_or(cursor);
    let (place, rest) = match days::day(cursor) {
        Some((place, days::Suffix::Ordinal, rest)) => (place, rest),
        Some((_, days::Suffix::None, _)) => return None,
        None => reader.words.ordinal(cursor)?,
    };
    let rest = one(rest.dash().unwrap_or(rest), reader.words.century)?;
    let place = i32::from(place);
    match suffix(reader, rest) {
        Some((true, rest)) => {
            let years = [1 - place * 100, (1 - place) * 100];
            Some((years.map(at_year).into(), Join::Span, rest))
        }
        common => {
            let rest = common.map_or(rest, |(_, rest)| rest);
            let point = Point { span: YearSpan::Century, ..at_year((place - 1) * 100) };
            Some((vec![point], Join::One, rest))
        }
    }
}

/// The era behind a year, where nothing follows that it would belong to: whether it is the one before Christ.
fn suffix<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(bool, Cursor<'a>)> {
    let found = era(cursor, reader.words.bc).map(|rest| (true, rest));
    let found = found.or_else(|| Some((false, era(cursor, reader.words.ad)?)));
    found.filter(|(_, rest)| ends(*rest))
}

fn era<'a>(cursor: Cursor<'a>, names: &[&str]) -> Option<Cursor<'a>> {
    let rest = one(cursor, names)?;
    let named = &cursor.text()[cursor.offset()..rest.offset()];
    (!named.contains(char::is_lowercase)).then_some(rest)
}

/// A year of one to four digits.
fn number(cursor: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    let (year, rest) = days::up_to_four(cursor)?;
    (year > 0).then_some((year, rest))
}

fn at_year(year: i32) -> Point {
    Point { year: Some(year), ..Point::default() }
}
