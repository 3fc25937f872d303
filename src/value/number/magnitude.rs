//! Words that multiply the figure before them: `40 bn`, `3 lakh`, `2 dozen`; starts at [`after`].

use rust_decimal::Decimal;

use super::super::scan::{Cursor, Placed, Token, digit, fold};

/// The product of the magnitudes that stand here, and the place behind them.
///
/// Several may follow each other (`hundred thousand`, `lakh crore`). One letter counts only glued
/// to its digits (`40m`), since `40 m` are metres.
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
    let (placed, rest) = match placed.token {
        Token::Symbol('-') => rest.next()?,
        _ => (placed, rest),
    };
    let Placed { token: Token::Word(word), glued, start, .. } = placed else { return None };
    if let Some((factor, behind)) = of_chinese(word) {
        // With digits behind it there is more of the figure (`2万5千`), which is not read.
        let rest = Cursor::at(cursor.text(), start + behind);
        let is_whole = !rest.rest().starts_with(|c| digit(c).is_some());
        return is_whole.then(|| (Decimal::from(factor), rest));
    }
    let factor = of(word, glued)?;
    Some((Decimal::from(factor), rest))
}

/// The factor that a word stands for.
fn of(word: &str, glued: bool) -> Option<u64> {
    let mut buffer = [0; 16];
    match fold(word, &mut buffer) {
        "k" | "m" | "b" if !glued => None,
        "hundred" => Some(100),
        "dozen" => Some(12),
        "k" | "thousand" | "thousands" => Some(1_000),
        "lakh" | "lakhs" | "lac" | "lacs" => Some(100_000),
        "m" | "mn" | "mln" | "million" | "millions" => Some(1_000_000),
        "crore" | "crores" => Some(10_000_000),
        "b" | "bn" | "bln" | "billion" | "billions" => Some(1_000_000_000),
        "tn" | "trn" | "trillion" | "trillions" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// The factor that Chinese and Japanese count in, where a word begins with one, and its length: what it
/// counts stands behind it without a space (`2万名`).
fn of_chinese(word: &str) -> Option<(u64, usize)> {
    let sign = word.chars().next()?;
    let factor = match sign {
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    };
    Some((factor, sign.len_utf8()))
}

/// Whether a word behind a figure may multiply it, in a notation that is not read: `$40 mil`, `5 M`.
///
/// Taken for what is counted it would make 40 dollars of 40 million.
pub(super) fn is_doubtful(word: &str) -> bool {
    let mut buffer = [0; 16];
    match fold(word, &mut buffer) {
        "" => word.starts_with(['百', '千', '万', '萬', '亿', '億', '兆']),
        "k" | "m" | "b" | "t" | "mil" | "mill" | "mio" | "mm" | "bil" | "md" | "mld" | "mrd" | "tr" => true,
        _ => false,
    }
}

/// The factor of a magnitude in the plural, which states no figure by itself: `thousands`.
pub(super) fn plural(word: &str) -> Option<u64> {
    let mut buffer = [0; 16];
    match fold(word, &mut buffer) {
        "tens" => Some(10),
        "dozens" => Some(12),
        "scores" => Some(20),
        "hundreds" => Some(100),
        "thousands" => Some(1_000),
        "lakhs" => Some(100_000),
        "millions" => Some(1_000_000),
        "crores" => Some(10_000_000),
        "billions" => Some(1_000_000_000),
        "trillions" => Some(1_000_000_000_000),
        _ => None,
    }
}

/// The factor of a magnitude spelled out in the singular: `hundred`, `thousand`.
pub(super) fn singular(word: &str) -> Option<u64> {
    let mut buffer = [0; 16];
    match fold(word, &mut buffer) {
        "hundred" | "thousand" | "lakh" | "million" | "crore" | "billion" | "trillion" | "dozen" => {
            of(word, false)
        }
        "score" => Some(20),
        _ => None,
    }
}
