//! The direction of a change: `+3 %`, `-3 %`, `fell by 3 %`; entry points [`split`] and [`apply`] for
//! what an author writes, [`way`] and [`of_role`] for the words.
//!
//! A fall is kept as a figure below zero, so that it never agrees with a rise of the same size. Its
//! hedge stays that of the words: what fell by more than 3 % is below -3 %.

use rust_decimal::Decimal;

use super::super::lexicon::{ChangeWords, Lexicon, Role};
use super::super::scan::{Cursor, Token, digit, is_dash};
use crate::model::{Change, Hedge, Number};

/// Whether a word is one of these, in any case.
pub(in crate::value) fn is_one(word: &str, known: &[impl AsRef<str>]) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    let is_same = |known: &str| match known.strip_suffix('*') {
        Some(stem) => word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem)),
        None => word.eq_ignore_ascii_case(known),
    };
    // Nearly all of them begin otherwise.
    let may_be = |known: &str| known.bytes().next().is_some_and(|byte| byte.eq_ignore_ascii_case(&first));
    known.iter().map(AsRef::as_ref).any(|known| may_be(known) && is_same(known))
}

/// The direction of a word before a figure; `by` or `of` between them makes sure of one that is else
/// said of shares alone.
pub(in crate::value) fn way(word: &str, percent: bool, lexicon: &Lexicon) -> Option<Change> {
    let leads =
        |words: &ChangeWords| is_one(word, &words.before) || percent && is_one(word, &words.before_percent);
    if leads(&lexicon.data.rises) {
        Some(Change::Rise)
    } else if leads(&lexicon.data.falls) {
        Some(Change::Fall)
    } else {
        None
    }
}

/// The direction that a phrase of a language states beside its figure.
pub(in crate::value) fn of_role(role: Role) -> Option<Change> {
    match role {
        Role::Rises => Some(Change::Rise),
        Role::Falls => Some(Change::Fall),
        _ => None,
    }
}

/// The place behind a sign of a rise, which no level has.
pub(super) fn rise(words: &str) -> Option<usize> {
    let cursor = Cursor::new(words);
    Some(cursor.symbol('+').or_else(|| cursor.word("plus"))?.offset())
}

/// The direction that words begin with, and where its figure begins: `+3 %`, `down 3 %`, `a rise of 3 %`.
pub(super) fn split(words: &str, lexicon: &'static Lexicon) -> Option<(Change, usize)> {
    let mut cursor = Cursor::read_by(words, lexicon);
    if let Some((change, rest)) = cursor.role(of_role) {
        return Some((change, rest.offset()));
    }
    let mut found = None;
    while let Some((placed, rest)) = cursor.next() {
        match placed.token {
            Token::Word(word) if found.is_none() => match way(word, true, lexicon) {
                Some(change) => found = Some(change),
                None if is_one(word, &["a", "an", "the", "was", "were", "is", "are", "has", "have"]) => {}
                None => return None,
            },
            Token::Word(word)
                if word.ends_with("ly") && !is_one(word, &["nearly", "roughly", "approximately"]) => {}
            Token::Word(word) if is_one(word, &["by", "of"]) => {
                return found.map(|change| (change, placed.end));
            }
            // `rose to 500` is a level, and `up to 500` a hedge.
            Token::Word(word) if is_one(word, &["to", "from"]) => return None,
            Token::Symbol(c) if is_dash(c) => return None,
            Token::Word(_) | Token::Symbol(_) | Token::Digits(_) => {
                return found.map(|change| (change, placed.start));
            }
        }
        cursor = rest;
    }
    None
}

/// A figure with its direction, a fall below zero; `None` where it has another sign already.
pub(in crate::value) fn apply(number: Number, change: Change) -> Option<Number> {
    let signs = number.low < Decimal::ZERO || number.high < Decimal::ZERO;
    (!signs).then(|| match change {
        Change::Rise => Number { change: Some(change), ..number },
        Change::Fall => Number {
            low: -number.high,
            high: -number.low,
            plausible: number.plausible.map(|(low, high)| (-high, -low)),
            change: Some(change),
            ..number
        },
    })
}

/// A figure with a minus sign is a fall, unless a hedge bounds it: more than -3 % may be a rise.
pub(in crate::value) fn signed(number: Number) -> Number {
    let is_bounded = match number.hedge {
        Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::FewerThan => true,
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => false,
    };
    let is_fall = !is_bounded && number.high < Decimal::ZERO;
    Number { change: number.change.or(is_fall.then_some(Change::Fall)), ..number }
}

/// Whether words have a figure at all, so that a direction can be looked for.
pub(super) fn has_digit(words: &str) -> bool {
    words.contains(|c| digit(c).is_some())
}
