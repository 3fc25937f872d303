//! Quarters and halves of a year as texts word them: `Q1 2025`, `the first quarter of 2025`; starts
//! at [`read`].

use super::super::scan::{Cursor, Placed, Token, fold};
use super::days;
use super::mention::Point;

/// EDTF writes quarters as the months 33 to 36 of a year, and halves as 40 and 41.
const QUARTERS: u8 = 33;
pub(super) const HALVES: u8 = 40;

/// A quarter or half of a year, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    let (part, rest) = short(cursor).or_else(|| spelled(cursor.word("the").unwrap_or(cursor)))?;
    let named = rest.word("of").unwrap_or(rest.symbol(',').unwrap_or(rest));
    let year = days::year(named).filter(|(year, _)| (1000..=2999).contains(year));
    let (year, end) = year.map_or((None, rest), |(year, end)| (Some(year), end));
    // `the first half of the match` is no date, and `the first half` need not be.
    let says_what_of = rest.word("of").is_some() || part >= HALVES;
    (year.is_some() || !says_what_of).then(|| (Point { year, month: Some(part), ..Point::default() }, end))
}

/// Whether a word can begin a quarter or half.
pub(super) fn may_begin(word: &str) -> bool {
    let mut buffer = [0; 16];
    matches!(word, "Q" | "H") || place(fold(word, &mut buffer)).is_some()
}

/// The months that a quarter or half goes from and to, for a month of EDTF beyond the twelfth.
pub(super) fn months(part: u8) -> Option<(u8, u8)> {
    match part {
        33..=36 => Some(((part - QUARTERS) * 3 + 1, (part - QUARTERS) * 3 + 3)),
        40 | 41 => Some(((part - HALVES) * 6 + 1, (part - HALVES) * 6 + 6)),
        _ => None,
    }
}

/// `Q1`, `H2`.
fn short(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (Placed { token: Token::Word(letter), .. }, rest) = cursor.next()? else { return None };
    let (digit, behind) = rest.next()?;
    let (number, _, _) = days::small(rest).filter(|_| digit.glued)?;
    Some((part(letter, number)?, behind))
}

fn part(letter: &str, number: u8) -> Option<u8> {
    match (letter, number) {
        ("Q", 1..=4) => Some(QUARTERS + number - 1),
        ("H", 1..=2) => Some(HALVES + number - 1),
        _ => None,
    }
}

/// `first quarter`, `second half`.
fn spelled(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (Placed { token: Token::Word(word), .. }, rest) = cursor.next()? else { return None };
    let mut buffer = [0; 16];
    let number = place(fold(word, &mut buffer))?;
    let quarter = || Some((part("Q", number)?, rest.word("quarter")?));
    quarter().or_else(|| Some((part("H", number)?, rest.word("half")?)))
}

fn place(word: &str) -> Option<u8> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" | "last" => Some(4),
        _ => None,
    }
}
