//! Fractions, read as a share in per cent: `a quarter of` is 25 %, `one in five` is 20 %.
//!
//! A fraction of something is a share, whatever its words, so that `a quarter` and `25 %` are one
//! answer. Thirds and their like are kept to 28 digits. `half a million` is no fraction but a figure.

use rust_decimal::Decimal;

use super::super::lexicon::Role;
use super::super::scan::{Cursor, Placed, Token};
use super::{magnitude, spelled};

/// The share in per cent that stands here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        // Some languages list theirs with digits: `1 ใน 3`.
        Token::Digits(_) if let Some(((count, parts), rest)) = listed(cursor) => {
            Some((share(count, parts)?, rest))
        }
        Token::Digits(_) => match rest.next()?.0.token {
            Token::Symbol('/') => slashed(cursor).filter(|(_, rest)| magnitude::after(*rest).is_none()),
            Token::Word(_) => one_in(cursor),
            Token::Symbol(_) | Token::Digits(_) => None,
        },
        Token::Word(_) => {
            let is_share = |((count, parts), rest): &((u64, u64), Cursor<'_>)| {
                count < parts && (*count > 1 || ends_share(*rest)) && !is_of_magnitude(*rest)
            };
            let ((count, parts), rest) = worded(cursor).filter(is_share).or_else(|| out_of(cursor))?;
            Some((share(count, parts)?, rest))
        }
        Token::Symbol(_) => None,
    }
}

/// `half a million`, `three quarters of a million`, `eineinhalb Millionen`: a figure.
pub(super) fn of_magnitude(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let Token::Word(_) = cursor.next()?.0.token else { return None };
    let ((count, parts), rest) = worded(cursor)?;
    let part = Decimal::from(count).checked_div(Decimal::from(parts))?;
    if count > parts {
        let (factor, rest) = magnitude::after(rest).unwrap_or((Decimal::ONE, rest));
        return Some((part.checked_mul(factor)?.normalize(), rest));
    }
    let rest = rest.is(Role::ShareEnd).filter(|rest| rest.is(Role::Article).is_some()).unwrap_or(rest);
    let (factor, rest) = magnitude::after(rest.is(Role::Article).unwrap_or(rest))?;
    // A third of a million is none that can be kept exactly.
    (part.scale() <= 2).then_some((part.checked_mul(factor)?.normalize(), rest))
}

/// A fraction in words: one that the language lists, or a number of parts.
fn worded(cursor: Cursor<'_>) -> Option<((u64, u64), Cursor<'_>)> {
    listed(cursor).or_else(|| {
        let article = || Some((1, cursor.is(Role::Article)?));
        let (count, rest) = spelled::small(cursor).filter(|(n, _)| *n < 10).or_else(article)?;
        let rest = rest.dash().unwrap_or(rest);
        let (parts, rest) = rest.role(|role| match role {
            Role::Denominator(parts) => Some(parts),
            _ => None,
        })?;
        Some(((count, parts), rest))
    })
}

fn listed(cursor: Cursor<'_>) -> Option<((u64, u64), Cursor<'_>)> {
    cursor.role(|role| match role {
        Role::Fraction(count, parts) => Some((count, parts)),
        _ => None,
    })
}

/// `a third of a million` is no share; it is a figure, and none that can be kept exactly.
fn is_of_magnitude(rest: Cursor<'_>) -> bool {
    let rest = rest.is(Role::ShareEnd).unwrap_or(rest);
    magnitude::after(rest.is(Role::Article).unwrap_or(rest)).is_some()
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
    let ((count, parts), rest) = out_of(cursor)?;
    Some((share(count, parts)?, rest))
}

fn out_of(cursor: Cursor<'_>) -> Option<((u64, u64), Cursor<'_>)> {
    let (count, rest) = plain(cursor)?;
    let (parts, rest) = plain(rest.is(Role::Ratio)?)?;
    if rest.next().is_some_and(|(next, _)| next.glued && !matches!(next.token, Token::Symbol(_))) {
        return None;
    }
    // `27 in 2020` is no share.
    let is_share = (1..=9).contains(&count) && count < parts && matches!(parts, 2..=10 | 100 | 1000);
    is_share.then_some(((count, parts), rest))
}

fn plain(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let (Placed { token, .. }, rest) = cursor.next()?;
    match token {
        Token::Word(_) => spelled::small(cursor).filter(|(n, _)| *n <= 1000),
        Token::Digits("1,000") => Some((1000, rest)),
        Token::Digits(text) => Some((text.parse().ok().filter(|n| *n <= 1000)?, rest)),
        Token::Symbol(_) => None,
    }
}

fn share(count: u64, parts: u64) -> Option<Decimal> {
    Decimal::from(count * 100).checked_div(Decimal::from(parts)).map(|share| share.normalize())
}

/// Whether a share can end here: `a third suspect` is no share, `a third of` and a bare `a third` are.
fn ends_share(rest: Cursor<'_>) -> bool {
    match rest.next() {
        None => true,
        Some((Placed { token: Token::Word(_), .. }, _)) => {
            rest.lexicon().data.share_ends.is_empty() || rest.is(Role::ShareEnd).is_some()
        }
        Some((Placed { token: Token::Symbol(c), .. }, _)) => {
            matches!(c, '.' | ',' | ';' | ')' | ':' | '!' | '?')
        }
        Some((Placed { token: Token::Digits(_), .. }, _)) => false,
    }
}
