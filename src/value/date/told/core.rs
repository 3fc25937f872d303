//! The words of a date itself, day, month and year in the orders of many languages: [`read`].

use super::century;
use super::phrases::{glued, here};
use crate::value::date::mention::{Join, Mention, Point};
use crate::value::date::reader::{Reader, Sought};
use crate::value::date::{calendar, days, phrase};
use crate::value::lexicon::{DateRole, Role};
use crate::value::scan::{Cursor, Placed, Token, digit, is_dash, is_glued, is_letter};

/// What a date names, and the place behind it.
pub(super) struct Core<'a> {
    pub(super) points: Vec<Point>,
    pub(super) join: Join,
    pub(super) kind: Kind,
    /// Of a range: it was somewhere within it.
    pub(super) within: bool,
    pub(super) rest: Cursor<'a>,
}

/// How sure it is that a date is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A day, or a month and its year, or a year with its era.
    Whole,
    /// A month alone.
    Month,
    /// A number that may be a year.
    Year,
    /// A number with a word behind it that makes it a decade.
    Decade,
}

/// The date that is named here.
pub(super) fn read<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<Core<'a>> {
    let one =
        |point: Point, kind, rest| Core { points: vec![point], join: Join::One, kind, within: false, rest };
    let figures = phrase::iso(cursor).or_else(|| phrase::in_figures(reader, cursor));
    if let Some((mention, rest)) = figures {
        let Mention { points, join, within, .. } = mention;
        return Some(Core { points, join, kind: Kind::Whole, within, rest });
    }
    if let Some((point, rest)) = century::read(cursor) {
        return Some(one(point, Kind::Whole, rest));
    }
    if let Some((month, rest)) = month(cursor) {
        return month_first(cursor, month, rest).map(|(point, kind, rest)| one(point, kind, rest));
    }
    day_first(cursor).or_else(|| year_first(cursor).map(|(point, kind, rest)| one(point, kind, rest)))
}

fn month(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (role, rest) = here(cursor, |role| matches!(role, DateRole::Month(_)))?;
    let DateRole::Month(month) = role else { return None };
    // `tháng 1` is not in `tháng 12`.
    let goes_on = ends_in_digit(rest) && rest.rest().starts_with(|c| digit(c).is_some());
    (!goes_on).then_some((month, rest))
}

fn ends_in_digit(cursor: Cursor<'_>) -> bool {
    cursor.text()[..cursor.offset()].ends_with(|c| digit(c).is_some())
}

/// `März 2024`, `7월 14일`; nothing behind a number, whose day it would leave out.
fn month_first<'a>(cursor: Cursor<'a>, month: u8, rest: Cursor<'a>) -> Option<(Point, Kind, Cursor<'a>)> {
    let before = cursor.text()[..cursor.start()].trim_end().trim_end_matches(['.', 'º', '°']);
    let is_cut = before.ends_with(|c| digit(c).is_some());
    let point = Point { month: Some(month), ..Point::default() };
    if let Some((day, rest)) = signed_day(rest) {
        return calendar::day(2000, month, day)
            .map(|_| (Point { day: Some(day), ..point }, Kind::Whole, rest));
    }
    if is_cut {
        return None;
    }
    match year(rest) {
        Some((year, rest)) => Some((Point { year: Some(year), ..point }, Kind::Whole, rest)),
        None => Some((point, Kind::Month, rest)),
    }
}

/// `3. März 2024`, `3. bis 5. März`, `3 de marzo del 2024`.
fn day_first(cursor: Cursor<'_>) -> Option<Core<'_>> {
    let (first, rest) = numbered_day(cursor)?;
    let mut days = vec![first];
    let mut join = Join::One;
    let mut rest = rest;
    while month_behind(rest).is_none() {
        let (next, behind) = joint(rest)?;
        let (day, behind) = numbered_day(of(behind))?;
        if join != Join::One && (join != next || join == Join::Span) || next == Join::Span && day <= first {
            return None;
        }
        days.push(day);
        (join, rest) = (next, behind);
    }
    let (month, rest) = month_behind(rest)?;
    let (month, rest) = same_month(month, rest)?;
    let (year, rest) = match year(rest) {
        Some((year, rest)) => (Some(year), rest),
        // Two digits may be a year of the calendar.
        None if has_calendar(rest) && days::small(rest).is_some() => return None,
        None => (None, rest),
    };
    let point = |&day: &u8| {
        calendar::day(year.unwrap_or(2000), month, day)?;
        Some(Point { year, month: Some(month), day: Some(day), ..Point::default() })
    };
    let points = days.iter().map(point).collect::<Option<Vec<_>>>()?;
    Some(Core { points, join, kind: Kind::Whole, within: false, rest })
}

/// A month that two calendars name: `تموز/يوليو`.
fn same_month(name: u8, rest: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    match rest.symbol('/').and_then(month).or_else(|| bracketed_month(rest)) {
        Some((other, rest)) => (other == name).then_some((name, rest)),
        None => Some((name, rest)),
    }
}

fn bracketed_month(rest: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (other, rest) = month(rest.symbol('(')?)?;
    Some((other, rest.symbol(')')?))
}

/// `2024 yılının Mart ayında`, `2025년 7월 14일`; or a year alone.
fn year_first(cursor: Cursor<'_>) -> Option<(Point, Kind, Cursor<'_>)> {
    let (year, rest) = days::up_to_four(cursor)?;
    let n_digits = cursor.next().map_or(0, |(placed, _)| placed.end - placed.start);
    if begins_decade(rest) {
        return Some((at_year(year), Kind::Decade, rest));
    }
    // What `2009-10` means is open.
    if n_digits >= 4 && days::goes_on(rest) && !is_before_year(rest) {
        return None;
    }
    let (is_year, behind) = year_words(rest);
    if let Some((era, rest)) = era(behind) {
        let rest = year_words(rest).1;
        return Some((at_year(if era == DateRole::Bc { 1 - year } else { year }), Kind::Whole, rest));
    }
    let common = common(cursor, year);
    if is_year
        && let Some((month, rest)) =
            month(behind.symbol(',').or_else(|| behind.symbol('၊')).unwrap_or(behind))
    {
        let point = Point { month: Some(month), ..at_year(common) };
        if let Some((day, rest)) = signed_day(rest) {
            calendar::day(common, month, day)?;
            return Some((Point { day: Some(day), ..point }, Kind::Whole, rest));
        }
        return Some((point, Kind::Whole, rest));
    }
    let is_four = year >= 1000 && n_digits >= 4;
    match is_year && is_four {
        true => Some((at_year(common), Kind::Whole, behind)),
        false => Some((at_year(if is_four { common } else { year }), Kind::Year, behind)),
    }
}

/// Whether a word stands here that makes the number before it a decade.
fn begins_decade(cursor: Cursor<'_>) -> bool {
    let is_decade = |role| role == DateRole::Decade;
    glued(cursor, is_decade).or_else(|| here(cursor, is_decade)).is_some()
}

/// Whether another year is joined to a year here.
fn is_before_year(cursor: Cursor<'_>) -> bool {
    days::glued_dash(cursor).and_then(days::year).is_some()
}

fn at_year(year: i32) -> Point {
    Point { year: Some(year), ..Point::default() }
}

/// A year of the calendar that the language counts by.
fn common(cursor: Cursor<'_>, year: i32) -> i32 {
    match cursor.lexicon().date_words.calendar {
        Some(years) if (2400..=2700).contains(&year) => year + years,
        _ => year,
    }
}

fn has_calendar(cursor: Cursor<'_>) -> bool {
    cursor.lexicon().date_words.calendar.is_some()
}

/// A year behind a month.
fn year(cursor: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    let mut rest = cursor.symbol(',').or_else(|| cursor.symbol('/')).unwrap_or(cursor);
    let mut years = None;
    let leads = |role| matches!(role, DateRole::Of | DateRole::Year | DateRole::Ad | DateRole::Era(_));
    while let Some((role, after)) = here(rest, leads) {
        if let DateRole::Era(offset) = role {
            years = Some(offset);
        }
        if role == DateRole::Ad {
            years = Some(0);
        }
        rest = after;
    }
    let (year, after) = days::up_to_four(rest)?;
    let (is_year, behind) = year_words(after);
    if let Some((era, rest)) = era(behind) {
        return Some((if era == DateRole::Bc { 1 - year } else { year }, year_words(rest).1));
    }
    let is_whole = (1000..=2999).contains(&year) && (is_year || is_end(after));
    is_whole.then(|| (years.map_or_else(|| common(cursor, year), |years| year + years), behind))
}

/// Whether no letters or digits are glued to a number here.
fn is_end(cursor: Cursor<'_>) -> bool {
    let mut ahead = cursor.rest().chars();
    match ahead.next() {
        Some(c) if is_dash(c) || matches!(c, '\'' | '’') => {
            !ahead.next().is_some_and(is_letter) || glued(cursor, |_| true).is_some()
        }
        Some('%' | '‰' | '€' | '$') => false,
        Some(c) => !is_letter(c) || is_glued(c) || glued(cursor, |_| true).is_some(),
        None => true,
    }
}

/// Words that say of the number before them that it is a year, if any, and the place behind them.
fn year_words(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    let is_year = |role| role == DateRole::Year;
    let mut found = (false, cursor);
    // `2019년도` is a year of accounts.
    let is_known = |role| is_year(role) || role == DateRole::Over;
    while let Some((role, rest)) = glued(found.1, is_known).or_else(|| here(found.1, is_known)) {
        if !is_year(role) {
            break;
        }
        found = (true, rest);
    }
    found
}

/// The era behind a year.
fn era(cursor: Cursor<'_>) -> Option<(DateRole, Cursor<'_>)> {
    here(cursor, |role| matches!(role, DateRole::Bc | DateRole::Ad))
}

/// A day of the month, with or without the ending of an ordinal.
fn numbered_day(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let Some((day, _, rest)) = days::small(cursor) else { return spelled_day(cursor) };
    if !(1..=31).contains(&day) {
        return None;
    }
    let ordinals = &cursor.lexicon().data.ordinals.suffixes;
    let suffixed = ordinals.iter().filter_map(|suffix| {
        let after = rest.rest().strip_prefix(suffix.as_str())?;
        (!after.starts_with(is_letter)).then_some(suffix.len())
    });
    match suffixed.max() {
        Some(len) => Some((day, rest.to(rest.offset() + len))),
        None => is_end(rest).then_some((day, rest)),
    }
}

/// `il primo marzo`.
fn spelled_day(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (Placed { token: Token::Word(word), .. }, rest) = cursor.next()? else { return None };
    let words = &cursor.lexicon().data.ordinals.words;
    let (_, place) = words.iter().find(|(known, _)| known == word)?;
    Some((u8::try_from(*place).ok().filter(|day| (1..=31).contains(day))?, rest))
}

/// A day with the sign or word of a day behind it.
fn signed_day(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    if !cursor.lexicon().date_words.has_day_sign {
        return None;
    }
    let (day, _, rest) = days::small(cursor)?;
    let (_, rest) = here(rest, |role| role == DateRole::Day)?;
    Some((day, rest))
}

/// The place behind what may stand between a day and its month.
fn of(cursor: Cursor<'_>) -> Cursor<'_> {
    here(cursor, |role| matches!(role, DateRole::Of | DateRole::Weekday(_))).map_or(cursor, |(_, rest)| rest)
}

/// A month behind its day.
fn month_behind(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    month(cursor).or_else(|| month(of(cursor)))
}

/// What joins two days or two dates.
fn joint(cursor: Cursor<'_>) -> Option<(Join, Cursor<'_>)> {
    if let Some(rest) = cursor.dash() {
        return Some((Join::Span, rest));
    }
    let joins = |role| matches!(role, DateRole::Through | DateRole::And);
    let (role, rest) = glued(cursor, joins).or_else(|| here(cursor, joins))?;
    Some((if role == DateRole::And { Join::And } else { Join::Span }, rest))
}

/// Adds a second date of the same kind, and returns the place behind it.
pub(super) fn further<'a>(
    reader: Reader<'_>,
    mention: &mut Mention,
    rest: Cursor<'a>,
    (kind, is_between): (Kind, bool),
) -> Option<Cursor<'a>> {
    let [first] = mention.points[..] else { return None };
    let (join, behind) = joint(rest)?;
    let next = read(reader, leads(behind))?;
    let [point] = next.points[..] else { return None };
    let same = (first.day.is_some(), first.month.is_some()) == (point.day.is_some(), point.month.is_some());
    let is_later = first.month.is_some()
        || point.year > first.year && (kind != Kind::Year || (1000..=2100).contains(&first.year?));
    let sought = kind != Kind::Year || reader.sought == Sought::Dates || join == Join::Span || is_between;
    if !same || !is_later || !sought || join == Join::And && kind == Kind::Year && !is_between {
        return None;
    }
    mention.points.push(point);
    mention.join = join;
    Some(next.rest)
}

/// The place behind words that lead to a date.
fn leads(cursor: Cursor<'_>) -> Cursor<'_> {
    let mut rest = cursor;
    while let Some((_, after)) =
        here(rest, |role| matches!(role, DateRole::In | DateRole::Weekday(_) | DateRole::Year))
    {
        rest = after;
    }
    rest
}

/// Whether nothing follows that a number here could count.
pub(super) fn counts_nothing(cursor: Cursor<'_>) -> bool {
    match cursor.next() {
        None => true,
        Some((Placed { token, glued, .. }, _)) => match token {
            Token::Symbol(c) => !matches!(c, '%' | '€' | '$' | '+'),
            Token::Digits(_) => false,
            Token::Word(_) if glued => false,
            Token::Word(_) => {
                here(cursor, |_| true).is_some()
                    || cursor
                        .role(|role| matches!(role, Role::Conjunction | Role::NegationBefore).then_some(()))
                        .is_some()
            }
        },
    }
}
