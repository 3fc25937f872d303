//! Centuries in the words of a reading file: `12. Jahrhundert`, `XIIe siècle`, `siglo XII`, `12세기`; starts at [`read`].
//!
//! Nothing is read of centuries before the common era, nor of one that may be another calendar's.

use super::phrases::{before, glued, here};
use crate::value::date::days;
use crate::value::date::mention::{Point, YearSpan};
use crate::value::lexicon::DateRole;
use crate::value::scan::{Cursor, Placed, Token, is_glued, is_letter};

/// The century that is named here, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    let named = |at| here(at, |role| role == DateRole::Century).map(|(_, rest)| rest);
    let (place, rest) = match named(cursor) {
        Some(rest) => number(rest)?,
        None => {
            let (place, rest) = number(cursor)?;
            let joined = glued(rest, |role| role == DateRole::Century).map(|(_, rest)| rest);
            let joined = joined.or_else(|| named(rest));
            (place, joined.or_else(|| is_led(cursor).then_some(rest))?)
        }
    };
    let is_before_christ = here(rest, |role| matches!(role, DateRole::Bc | DateRole::Era(_))).is_some();
    let has_two = TWO_CALENDARS.contains(&cursor.lexicon().tag.as_str());
    if has_two && place <= LAST_OF_HIJRA && here(rest, |role| role == DateRole::Ad).is_none() {
        return None;
    }
    let point =
        Point { year: Some((i32::from(place) - 1) * 100), span: YearSpan::Century, ..Point::default() };
    (!is_before_christ).then_some((point, rest))
}

/// Languages that count centuries from the Hijra too.
const TWO_CALENDARS: [&str; 2] = ["ar", "fa"];

/// The last century since the Hijra that has begun.
const LAST_OF_HIJRA: u8 = 15;

/// Whether the word for a century stands before a number without a space of its own: `ในศตวรรษที่ 12`.
fn is_led(cursor: Cursor<'_>) -> bool {
    let at = cursor.start();
    let is_unspaced = cursor.text()[..at].trim_end().ends_with(is_glued);
    is_unspaced && before(cursor, 0, at).is_some_and(|(roles, _)| roles.contains(&DateRole::Century))
}

/// The number of a century, in digits with or without the ending of an ordinal, in Roman letters, or as a place
/// in an order in words.
fn number(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let (place, rest) = match placed {
        Placed { token: Token::Word(word), .. } => match roman(word) {
            Some(place) => (place, rest),
            None => spelled(cursor)?,
        },
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

/// `التاسع عشر`, `نوزدهم`: the longest place in an order here.
fn spelled(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let start = cursor.start();
    let here = &cursor.text()[start..];
    let stands = |words: &str| here.strip_prefix(words).is_some_and(|behind| !behind.starts_with(is_letter));
    let words = &cursor.lexicon().data.ordinals.words;
    let (words, place) =
        words.iter().filter(|(words, _)| stands(words)).max_by_key(|(words, _)| words.len())?;
    Some((u8::try_from(*place).ok()?, cursor.to(start + words.len())))
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
