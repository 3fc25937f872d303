//! Centuries in the words of a reading file: `12. Jahrhundert`, `XIIe siècle`, `siglo XII`, `12세기`; starts at [`read`].
//!
//! Nothing is read of centuries before the common era, nor of those that a word for their number tells.

use super::phrases::{glued, here};
use crate::value::date::days;
use crate::value::date::mention::{Point, YearSpan};
use crate::value::lexicon::DateRole;
use crate::value::scan::{Cursor, Placed, Token, is_letter};

/// The century that is named here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    let named = |at| here(at, |role| role == DateRole::Century).map(|(_, rest)| rest);
    let (place, rest) = match named(cursor) {
        Some(rest) => number(rest)?,
        None => {
            let (place, rest) = number(cursor)?;
            let joined = glued(rest, |role| role == DateRole::Century).map(|(_, rest)| rest);
            (place, joined.or_else(|| named(rest))?)
        }
    };
    let is_before_christ = here(rest, |role| role == DateRole::Bc).is_some();
    let point =
        Point { year: Some((i32::from(place) - 1) * 100), span: YearSpan::Century, ..Point::default() };
    (!is_before_christ).then_some((point, rest))
}

/// The number of a century, in digits with or without the ending of an ordinal, or in Roman letters.
fn number(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let (place, rest) = match placed {
        Placed { token: Token::Word(word), .. } => (roman(word)?, rest),
        Placed { token: Token::Digits(_), .. } => {
            let (place, _, rest) = days::small(cursor)?;
            let suffixes = &cursor.lexicon().data.ordinals.suffixes;
            let suffixed = suffixes.iter().filter_map(|suffix| {
                let after = rest.rest().strip_prefix(suffix.as_str())?;
                (!after.starts_with(is_letter)).then_some(suffix.len())
            });
            (place, suffixed.max().map_or(rest, |len| rest.to(rest.offset() + len)))
        }
        _ => return None,
    };
    (1..=LAST).contains(&place).then_some((place, rest))
}

/// The last century that is told of.
const LAST: u8 = 22;

/// Roman letters, with the ending of an ordinal: `XII`, `XIIe`, `XVIIIème`.
fn roman(word: &str) -> Option<u8> {
    let ending = word.trim_start_matches(['I', 'V', 'X', 'Х', 'І']);
    if ending.len() == word.len() || !["", "e", "ème", "eme", "er", "ᵉ", "º"].contains(&ending) {
        return None;
    }
    let value = |c| match c {
        'I' | 'І' => 1,
        'V' => 5,
        _ => 10,
    };
    let letters: Vec<u8> = word[..word.len() - ending.len()].chars().map(value).collect();
    let mut total: i32 = 0;
    for (at, value) in letters.iter().enumerate() {
        let is_less = letters.get(at + 1).is_some_and(|next| next > value);
        total += if is_less { -i32::from(*value) } else { i32::from(*value) };
    }
    u8::try_from(total).ok()
}
