//! Fractions, read as a share in per cent: `a quarter of` is 25 %, `one in five` is 20 %.
//!
//! A fraction of something is a share, whatever its words, so that `a quarter` and `25 %` are one
//! answer. Thirds and their like are kept to 28 digits. `half a million` is no fraction but a figure.

use rust_decimal::Decimal;

use super::super::scan::{Cursor, Placed, Token, fold};
use super::{magnitude, spelled};

/// The share in per cent that stands here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Digits(_) => match rest.next()?.0.token {
            Token::Symbol('/') => slashed(cursor).filter(|(_, rest)| magnitude::after(*rest).is_none()),
            Token::Word(_) => one_in(cursor),
            Token::Symbol(_) | Token::Digits(_) => None,
        },
        Token::Word(word) => {
            let counts = matches!(word, "a" | "A") || spelled::small(word).is_some();
            half(cursor).or_else(|| if counts { parts(cursor).or_else(|| one_in(cursor)) } else { None })
        }
        Token::Symbol(_) => None,
    }
}

fn half(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let rest = cursor.word("half").or_else(|| cursor.phrase(&["one", "half"]))?;
    if spelled::read(cursor).is_some() || !ends_share(rest) {
        return None;
    }
    Some((Decimal::from(50), rest))
}

/// `a third of`, `two-thirds`, `three quarters`.
fn parts(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let Token::Word(word) = placed.token else { return None };
    let count = if word.eq_ignore_ascii_case("a") { 1 } else { spelled::small(word).filter(|n| *n < 10)? };
    let rest = rest.dash().unwrap_or(rest);
    let (placed, rest) = rest.next()?;
    let Token::Word(word) = placed.token else { return None };
    let parts = denominator(word, count)?;
    if count >= parts || spelled::read(cursor).is_some_and(|(_, end)| end.offset() > rest.offset()) {
        return None;
    }
    if count == 1 && !ends_share(rest) || is_of_magnitude(rest) {
        return None;
    }
    Some((share(count, parts)?, rest))
}

/// `a third of a million` is no share; it is a figure, and none that can be kept exactly.
fn is_of_magnitude(rest: Cursor<'_>) -> bool {
    rest.phrase(&["of", "a"]).is_some_and(|rest| magnitude::after(rest).is_some())
}

/// `1/4`, `2/3`, in per cent.
pub(super) fn slashed(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (count, rest) = plain(cursor)?;
    let (slash, rest) = rest.next()?;
    let (parts, _) = rest.next()?;
    if slash.token != Token::Symbol('/') || !slash.glued || !parts.glued {
        return None;
    }
    let (parts, rest) = plain(rest)?;
    // `24/7` and `9/11` are no shares.
    let known = count > 0 && count < parts && matches!(parts, 2..=10 | 100 | 1000);
    let ends =
        rest.next().is_none_or(|(next, _)| !next.glued || matches!(next.token, Token::Symbol(c) if c != '/'));
    (known && ends).then_some((share(count, parts)?, rest))
}

/// `one in five`, `1 in 5`, `3 out of 5`.
fn one_in(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (count, rest) = plain(cursor)?;
    let (parts, rest) = plain(rest.word("in").or_else(|| rest.phrase(&["out", "of"]))?)?;
    if rest.next().is_some_and(|(next, _)| next.glued && !matches!(next.token, Token::Symbol(_))) {
        return None;
    }
    // `27 in 2020` is no share.
    if count == 0 || count > 9 || count >= parts || !matches!(parts, 2..=10 | 100 | 1000) {
        return None;
    }
    Some((share(count, parts)?, rest))
}

fn plain(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let (Placed { token, .. }, rest) = cursor.next()?;
    match token {
        Token::Word(word) => Some((spelled::small(word)?, rest)),
        Token::Digits("1,000") => Some((1000, rest)),
        Token::Digits(text) => Some((text.parse().ok().filter(|n| *n <= 1000)?, rest)),
        Token::Symbol(_) => None,
    }
}

fn share(count: u64, parts: u64) -> Option<Decimal> {
    Decimal::from(count * 100).checked_div(Decimal::from(parts)).map(|share| share.normalize())
}

fn denominator(word: &str, count: u64) -> Option<u64> {
    let mut buffer = [0; 16];
    let word = fold(word, &mut buffer);
    let word = if count > 1 { word.strip_suffix('s')? } else { word };
    Some(match word {
        "half" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        _ => return None,
    })
}

/// Whether a share can end here: `a third suspect` is no share, `a third of` and a bare `a third` are.
fn ends_share(rest: Cursor<'_>) -> bool {
    match rest.next() {
        None => true,
        Some((Placed { token: Token::Word(word), .. }, _)) => {
            ["of", "the", "its", "their", "all"].iter().any(|next| word.eq_ignore_ascii_case(next))
        }
        Some((Placed { token: Token::Symbol(c), .. }, _)) => {
            matches!(c, '.' | ',' | ';' | ')' | ':' | '!' | '?')
        }
        Some((Placed { token: Token::Digits(_), .. }, _)) => false,
    }
}
