//! Words that multiply the figure before them: `40 bn`, `3 lakh`, `2万`; starts at [`after`].

use rust_decimal::Decimal;

use super::super::lexicon::{Role, decimal};
use super::super::scan::{Cursor, Token};

/// The product of the magnitudes that stand here, and the place behind them.
///
/// Several may follow each other (`hundred thousand`, `lakh crore`). What counts only glued to its
/// digits (`40m`, since `40 m` are metres) is marked so in the language's file.
pub(in crate::value) fn after(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (mut product, mut cursor) = one(cursor)?;
    while let Some((factor, rest)) = one(cursor) {
        let Some(next) = product.checked_mul(factor) else { break };
        (product, cursor) = (next, rest);
    }
    Some((product, cursor))
}

fn one(cursor: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let (at, rest) = match placed.token {
        Token::Symbol('-') if placed.glued => (rest, rest.next()?.0.start),
        Token::Word(_) => (cursor, placed.start),
        Token::Digits(_) | Token::Symbol(_) => return None,
    };
    if let Some((factor, end)) = singular(at) {
        return Some((decimal(factor), end));
    }
    let is_glued = placed.glued && rest == at.offset();
    let mut found = None;
    if is_glued {
        cursor.lexicon().each_glued(cursor.text(), rest, |end, roles| {
            if let Some(factor) = roles.iter().find_map(|role| factor(*role)) {
                found = Some((decimal(factor), cursor.to(end)));
            }
        });
    }
    found
}

/// The factor of a magnitude spelled out: `hundred`, `thousand`.
pub(super) fn singular(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    cursor.role(factor)
}

fn factor(role: Role) -> Option<u64> {
    match role {
        Role::Magnitude(factor) => Some(factor),
        _ => None,
    }
}

/// Whether a word behind a figure may multiply it, in a notation that is not read: `$40 mil`, `5 M`.
///
/// Taken for what is counted it would make 40 dollars of 40 million.
pub(super) fn is_doubtful(cursor: Cursor<'_>) -> bool {
    cursor.is(Role::DoubtBehind).is_some() || singular(cursor).is_some()
}
