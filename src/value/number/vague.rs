//! Words for a size that state no figure: `dozens`, `several hundred`, `tens of thousands`.

use rust_decimal::Decimal;

use super::super::scan::{Cursor, Token, fold};
use super::magnitude;

/// What a vague word allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Vague {
    /// The least that it can mean.
    pub(super) low: Decimal,
    /// The most that it can mean.
    pub(super) high: Decimal,
    /// The least and the most that a reader takes it to mean.
    pub(super) plausible: (Decimal, Decimal),
}

/// The vague size that stands here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Vague, Cursor<'_>)> {
    plural(cursor).or_else(|| few(cursor))
}

/// `hundreds` is one hundred up to just below a thousand, plausibly at least two hundred.
fn plural(cursor: Cursor<'_>) -> Option<(Vague, Cursor<'_>)> {
    let (factor, mut rest) = plural_word(cursor)?;
    let mut scale = 1;
    while let Some((factor, after)) = rest.word("of").and_then(plural_word) {
        (scale, rest) = (u64::checked_mul(scale, factor)?, after);
    }
    let top = if factor < 100 { 100 } else { factor.checked_mul(10)? };
    let low = factor.checked_mul(scale)?;
    let high = Decimal::from(top.checked_mul(scale)? - 1);
    let plausible = (Decimal::from(low.checked_mul(2)?), high);
    Some((Vague { low: Decimal::from(low), high, plausible }, rest))
}

fn plural_word(cursor: Cursor<'_>) -> Option<(u64, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Word(word) => Some((magnitude::plural(word)?, rest)),
        Token::Digits(_) | Token::Symbol(_) => None,
    }
}

/// `a couple`, `several`, `a few`, `a handful`, alone or counting a magnitude (`several hundred`).
fn few(cursor: Cursor<'_>) -> Option<(Vague, Cursor<'_>)> {
    let rest = cursor.word("a").unwrap_or(cursor);
    let (placed, after) = rest.next()?;
    let Token::Word(word) = placed.token else { return None };
    let with_article = rest.offset() != cursor.offset();
    let mut buffer = [0; 16];
    let (high, plausible) = match fold(word, &mut buffer) {
        "several" if !with_article => (9, (3, 9)),
        "few" | "handful" if with_article => (9, (3, 9)),
        "couple" if with_article => (3, (2, 2)),
        _ => return None,
    };
    let scaled = magnitude::after(after).or_else(|| magnitude::after(after.word("of")?));
    let (scale, rest) = scaled.unwrap_or((Decimal::ONE, after));
    let below_next = |n: u32| Decimal::from(n + 1).checked_mul(scale)?.checked_sub(Decimal::ONE);
    let vague = Vague {
        low: Decimal::TWO.checked_mul(scale)?,
        high: below_next(high)?,
        plausible: (Decimal::from(plausible.0).checked_mul(scale)?, below_next(plausible.1)?),
    };
    Some((vague, rest))
}
