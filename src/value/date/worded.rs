//! Dates as texts word them: `Monday, July 14-16, 2025`, `from 14 to 16 July`, `c. 1999`; starts at [`read`].
//!
//! What stands around a date and changes it, `since`, `early`, `perhaps`, belongs to what is read.

use super::super::scan::{Cursor, Placed, Token, is_dash};
use super::lexicon::{is_among, one};
use super::mention::{Join, Mention, PartOf, Point, Side};
use super::period;
use super::phrase;
use super::reader::Reader;
use super::told_before;

/// The date that is worded here, and the place behind it; `None` where none is.
pub(in crate::value) fn read<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Mention, Cursor<'a>)> {
    let (placed, behind) = cursor.next()?;
    if !may_begin(reader, placed.token, behind) {
        return None;
    }
    let (mention, rest) = introduced(reader, cursor)?;
    let (mut mention, rest) = qualified(reader, mention, rest);
    let said = told_before::read(reader.words, cursor, &mention);
    mention.perhaps |= said.perhaps;
    mention.denied = said.denied;
    mention.lead = cursor.start();
    Some((mention, rest))
}

/// A date with what stands before it.
fn introduced<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Mention, Cursor<'a>)> {
    let words = reader.words;
    let (side, rest) = side(reader, cursor);
    let (joins, rest) = spanning(rest);
    let neutral = one(rest, words.neutral);
    let about = one(neutral.unwrap_or(rest), words.about);
    let rest = about.or(neutral).unwrap_or(rest);
    let night = one(rest, words.night);
    let over = one(rest, words.over);
    let rest = night.or(over).unwrap_or(rest);
    let start = rest.next()?.0.start;
    let part = part(reader, rest);
    let rest = part.map_or(rest, |(_, behind)| behind);
    let (about, part) = (about.is_some(), part.map(|(part, _)| part));
    let is_led = side != Side::On || about || part.is_some() || neutral.or(over).is_some();
    let (mut mention, rest) = weekdays_and_date(reader, rest, is_led)?;
    mention = Mention { side, about, part, start, ..mention };
    let is_from = joins.contains(&"to");
    let rest = if mention.join == Join::Span || !joins.is_empty() && mention.join != Join::One {
        if !joins.is_empty() {
            mention.join = Join::Span;
        }
        mention = settle(mention);
        rest
    } else if let Some(rest) = further(reader, &mut mention, rest, joins) {
        mention = settle(mention);
        rest
    } else {
        // `from May 2025` alone says when something began.
        mention.side = if is_from { Side::From } else { mention.side };
        mention.about |= over.is_some();
        rest
    };
    // `2019-20` and `between 2019 and 2021` are no more in 2019 than in another of their years.
    let has_days = mention.points.iter().all(|point| point.day.is_some() || point.weekday.is_some());
    let is_open = joins.contains(&"and") || night.or(over).is_some() || !has_days && !is_from;
    mention.within |= mention.join == Join::Span && is_open;
    Some((mention, rest))
}

/// Whether a date can begin with this token; most are ruled out here.
pub(in crate::value) fn may_begin(reader: Reader<'_>, token: Token<'_>, behind: Cursor<'_>) -> bool {
    match token {
        Token::Word(word) => {
            reader.words.may_begin(word) || phrase::names_day_or_month(word) || period::may_begin(word)
        }
        Token::Digits(_) => !counts(token, behind),
        Token::Symbol(_) => false,
    }
}

/// Whether a number of three digits at most has a word behind it that no date goes on with: `27 Chinese`.
fn counts(token: Token<'_>, behind: Cursor<'_>) -> bool {
    let Token::Digits(digits) = token else { return false };
    if digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Some((Placed { token: Token::Word(word), glued: false, .. }, _)) = behind.next() else {
        return false;
    };
    let is_plain = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_plain && !is_among(word, &GOING_ON) && !phrase::names_day_or_month(word)
}

/// Words of more than three letters with which a date may go on behind a number.
const GOING_ON: [&str; 6] = ["through", "until", "till", "century", "centuries", "thru"];

fn side<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> (Side, Cursor<'a>) {
    let words = reader.words;
    let sides = [
        (words.since, Side::Since),
        (words.from, Side::From),
        (words.until, Side::Until),
        (words.before, Side::Before),
        (words.after, Side::After),
    ];
    let found = sides.iter().filter_map(|(words, side)| Some((*side, one(cursor, words)?)));
    found.max_by_key(|(_, rest)| rest.offset()).unwrap_or((Side::On, cursor))
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

/// `early`, `mid-`, `the end of`: some part of what follows.
fn part<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(PartOf, Cursor<'a>)> {
    let words = reader.words;
    let parts = [(PartOf::Early, words.early), (PartOf::Late, words.late), (PartOf::Other, words.part)];
    let (part, rest) = parts.into_iter().find_map(|(part, phrases)| Some((part, one(cursor, phrases)?)))?;
    Some((part, rest.dash().unwrap_or(rest)))
}

/// Adds what the words further around a date say of it.
fn qualified<'a>(reader: Reader<'_>, mut mention: Mention, mut rest: Cursor<'a>) -> (Mention, Cursor<'a>) {
    let words = reader.words;
    if mention.join == Join::One && matches!(mention.side, Side::On | Side::From) {
        let behind = rest.symbol(',').unwrap_or(rest);
        if let Some(after) = one(behind, words.or_later) {
            (mention.side, rest) = (Side::Since, after);
        } else if let Some(after) = one(behind, words.or_earlier) {
            (mention.side, rest) = (Side::Until, after);
        } else if let Some(after) = one(behind, words.or_so) {
            (mention.about, rest) = (true, after);
        }
    }
    if let Some(after) = doubt_behind(reader, rest) {
        (mention.perhaps, rest) = (true, after);
    }
    (mention, rest)
}

/// The place behind `, perhaps` or `(?)`.
fn doubt_behind<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<Cursor<'a>> {
    let bracketed = || cursor.symbol('(')?.symbol('?')?.symbol(')');
    let worded = || {
        let rest = one(cursor.symbol(',').unwrap_or(cursor), reader.words.perhaps)?;
        let ends = rest.next().is_none_or(|(placed, _)| matches!(placed.token, Token::Symbol(_)));
        ends.then_some(rest)
    };
    bracketed().or_else(worded)
}

/// Weekdays, a date, or a date behind its weekdays.
fn weekdays_and_date<'a>(
    reader: Reader<'_>,
    cursor: Cursor<'a>,
    introduced: bool,
) -> Option<(Mention, Cursor<'a>)> {
    let Some((weekdays, rest)) = phrase::weekdays(cursor) else {
        return phrase::date(reader, cursor, introduced);
    };
    let behind = rest.symbol(',').unwrap_or(rest);
    if let Some((mut date, end)) = phrase::date(reader, behind, true)
        && date.points.iter().all(|point| point.day.is_some())
    {
        if date.points.len() == weekdays.points.len() {
            for (day, named) in date.points.iter_mut().zip(&weekdays.points) {
                day.weekday = named.weekday;
            }
        }
        return Some((date, end));
    }
    // `Mon` alone may be anything.
    let spelled =
        matches!(cursor.next(), Some((Placed { token: Token::Word(word), .. }, _)) if word.len() > 5);
    spelled.then_some((weekdays, rest))
}

/// Adds the other dates of a range or a list, and returns the place behind them.
fn further<'a>(
    reader: Reader<'_>,
    mention: &mut Mention,
    rest: Cursor<'a>,
    joins: &[&str],
) -> Option<Cursor<'a>> {
    let (join, mut rest) = joint(rest, joins)?;
    let (next, end) = weekdays_and_date(reader, rest, true)?;
    if next.join != Join::One || !same_kind(&mention.points[0], &next.points[0]) {
        return None;
    }
    mention.points.extend(next.points);
    mention.join = join;
    rest = end;
    if join == Join::And {
        // `July 14 and August 2 and September 3`.
        while let Some((Join::And, behind)) = joint(rest, &[]) {
            let Some((next, end)) = phrase::date(reader, behind, true) else { break };
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
    let kind = |point: &Point| {
        let is_weekday = point.weekday.is_some() && point.day.is_none();
        (point.day.is_some(), point.month.is_some(), is_weekday)
    };
    kind(a) == kind(b)
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
pub(super) fn settle(mut mention: Mention) -> Mention {
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
