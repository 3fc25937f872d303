//! Days and years in figures, and lists of days in one month: starts at [`behind_month`] and [`before_month`].

use super::super::scan::{Cursor, Placed, Token, digit, is_dash};
use super::mention::Join;
use super::phrase;

/// Four digits.
pub(super) fn year(cursor: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    let (Placed { token: Token::Digits(text), .. }, rest) = cursor.next()? else { return None };
    let year = plain_number(text).filter(|_| text.chars().count() == 4)?;
    Some((i32::from(year), rest))
}

/// One to four digits.
pub(super) fn up_to_four(cursor: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    let (Placed { token: Token::Digits(text), .. }, rest) = cursor.next()? else { return None };
    let number = plain_number(text).filter(|_| text.chars().count() <= 4)?;
    Some((i32::from(number), rest))
}

/// Two numbers and a year, in the order written.
type Parts<'a> = (u8, u8, i32, Cursor<'a>);

/// `14.07.2025`.
pub(super) fn dotted(cursor: Cursor<'_>) -> Option<Parts<'_>> {
    let (Placed { token: Token::Digits(text), .. }, rest) = cursor.next()? else { return None };
    let mut parts = text.split('.');
    let (a, b, last) = (parts.next()?, parts.next()?, parts.next()?);
    let is_day = |part: &str| (1..=2).contains(&part.chars().count());
    if parts.next().is_some() || !is_day(a) || !is_day(b) || last.chars().count() != 4 {
        return None;
    }
    let small = |part| u8::try_from(plain_number(part)?).ok();
    Some((small(a)?, small(b)?, i32::from(plain_number(last)?), rest))
}

/// `14/07/2025`, `14-07-2025`.
pub(super) fn parted(cursor: Cursor<'_>) -> Option<Parts<'_>> {
    let (a, _, rest) = small(cursor)?;
    let slashed = || {
        let (b, _, rest) = small(rest.symbol('/')?)?;
        let (year, rest) = year(rest.symbol('/')?)?;
        Some((a, b, year, rest))
    };
    let dashed = || {
        let (b, _, rest) = small(glued_dash(rest)?)?;
        let (year, rest) = year(glued_dash(rest)?)?;
        Some((a, b, year, rest))
    };
    slashed().or_else(dashed)
}

/// One or two digits, and how many.
pub(super) fn small(cursor: Cursor<'_>) -> Option<(u8, usize, Cursor<'_>)> {
    let (Placed { token: Token::Digits(text), .. }, rest) = cursor.next()? else { return None };
    let length = text.chars().count();
    let number = plain_number(text).filter(|_| length <= 2)?;
    Some((u8::try_from(number).ok()?, length, rest))
}

/// Up to four digits without separators.
fn plain_number(text: &str) -> Option<u16> {
    let mut number: u16 = 0;
    for c in text.chars() {
        number = number.checked_mul(10)?.checked_add(u16::from(digit(c)?))?;
    }
    Some(number)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Suffix {
    None,
    Ordinal,
}

/// A day of the month, with or without `st`, `nd`, `rd`, `th`.
pub(super) fn day(cursor: Cursor<'_>) -> Option<(u8, Suffix, Cursor<'_>)> {
    let (day, _, rest) = small(cursor)?;
    if !(1..=31).contains(&day) {
        return None;
    }
    match rest.next() {
        Some((Placed { token: Token::Word(word), glued: true, .. }, after)) => {
            let ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| word.eq_ignore_ascii_case(suffix));
            ordinal.then_some((day, Suffix::Ordinal, after))
        }
        Some((Placed { token: Token::Symbol('%' | '€' | '$'), .. }, _)) => None,
        _ => Some((day, Suffix::None, rest)),
    }
}

/// Days, how they belong together, and the place behind them.
pub(super) type Days<'a> = (Vec<u8>, Join, Cursor<'a>);

/// Days behind a month: `14`, `14-16`, `14th and 16th`, `14, 15 and 16`.
///
/// A number behind `and` or a comma is a day only where nothing follows that it could count.
pub(super) fn behind_month(cursor: Cursor<'_>) -> Option<Days<'_>> {
    let (first, _, rest) = day(cursor)?;
    list(first, rest, |suffix, rest| suffix == Suffix::Ordinal || ends_days(rest)).or(Some((
        vec![first],
        Join::One,
        rest,
    )))
}

/// Days before a month, which must follow.
pub(super) fn before_month(cursor: Cursor<'_>) -> Option<Days<'_>> {
    let precedes_month = |rest: Cursor<'_>| phrase::month(rest.word("of").unwrap_or(rest)).is_some();
    let (first, _, rest) = day(cursor)?;
    if precedes_month(rest) {
        return Some((vec![first], Join::One, rest));
    }
    list(first, rest, |_, rest| precedes_month(rest))
}

fn list(first: u8, cursor: Cursor<'_>, ends: impl Fn(Suffix, Cursor<'_>) -> bool) -> Option<Days<'_>> {
    let mut days = vec![first];
    let mut rest = cursor;
    while let Some((next, _, behind)) = rest.symbol(',').and_then(day) {
        days.push(next);
        rest = behind;
    }
    let dashed = glued_dash(rest).is_some();
    let (join, behind) = joint(rest.symbol(',').unwrap_or(rest))?;
    let (last, suffix, rest) = day(behind.word("the").unwrap_or(behind))?;
    if join == Join::Span && (days.len() > 1 || last <= first) || !(dashed || ends(suffix, rest)) {
        return None;
    }
    days.push(last);
    Some((days, join, rest))
}

pub(super) fn joint(cursor: Cursor<'_>) -> Option<(Join, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let join = match placed.token {
        Token::Symbol(c) if is_dash(c) => Join::Span,
        Token::Symbol('&') => Join::And,
        Token::Word(word) if word.eq_ignore_ascii_case("and") => Join::And,
        Token::Word(word) if word.eq_ignore_ascii_case("or") => Join::Or,
        Token::Word(word) if word.eq_ignore_ascii_case("to") || word.eq_ignore_ascii_case("through") => {
            Join::Span
        }
        Token::Word(_) | Token::Symbol(_) | Token::Digits(_) => return None,
    };
    Some((join, rest))
}

/// Whether a list of days can end here: nothing follows that the last number could count.
fn ends_days(cursor: Cursor<'_>) -> bool {
    match cursor.next() {
        None => true,
        Some((next, _)) => match next.token {
            Token::Symbol(_) => true,
            Token::Word(word) => is_function_word(word),
            Token::Digits(_) => year(cursor).is_some(),
        },
    }
}

/// Words that begin something new, so that a number before them counts nothing.
pub(super) fn is_function_word(word: &str) -> bool {
    const WORDS: [&str; 46] = [
        "a",
        "about",
        "after",
        "alone",
        "amid",
        "an",
        "and",
        "as",
        "at",
        "because",
        "before",
        "but",
        "by",
        "during",
        "follow",
        "follows",
        "for",
        "from",
        "he",
        "in",
        "involving",
        "is",
        "it",
        "of",
        "on",
        "onward",
        "onwards",
        "or",
        "she",
        "the",
        "their",
        "they",
        "through",
        "to",
        "until",
        "was",
        "were",
        "when",
        "where",
        "which",
        "while",
        "with",
        "has",
        "had",
        "have",
        "that",
    ];
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether more digits are joined to a number here: `2009-10`.
pub(super) fn goes_on(cursor: Cursor<'_>) -> bool {
    let behind = glued_dash(cursor).or_else(|| glued_slash(cursor));
    behind.is_some_and(|behind| matches!(behind.next(), Some((Placed { token: Token::Digits(_), .. }, _))))
}

/// The place behind a slash that stands between two tokens without spaces.
pub(super) fn glued_slash(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    let next_glued = rest.next().is_some_and(|(next, _)| next.glued);
    (placed.token == Token::Symbol('/') && placed.glued && next_glued).then_some(rest)
}

/// The place behind a dash that stands between two tokens without spaces.
pub(super) fn glued_dash(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    let next_glued = rest.next().is_some_and(|(next, _)| next.glued);
    matches!(placed.token, Token::Symbol(c) if is_dash(c) && placed.glued && next_glued).then_some(rest)
}
