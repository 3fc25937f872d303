//! Figures glued to letters: what continues a word, and what Chinese and Japanese write around digits
//! without a space; entry points [`continuation`], [`of_calendar`] and [`is_fragment`].

use crate::value::scan::{Cursor, Placed, Token, digit, is_dash, is_unspaced};

/// The place behind what only continues the word before it: `G20`, `COVID-19`. Where words have no
/// spaces between them a figure stands glued to the one before it: `逮捕了45名`.
pub(super) fn continuation<'a>(
    before: Option<Placed<'_>>,
    placed: &Placed<'_>,
    next: Cursor<'a>,
) -> Option<Cursor<'a>> {
    let before = before.filter(|before| before.end == placed.start)?;
    match (before.token, placed.token) {
        (Token::Word(word), Token::Digits(_)) if !is_currency(word) && !word.ends_with(is_unspaced) => {
            Some(next)
        }
        // Glued to a word a hyphen is no minus; behind a capital it and its digits belong to a name.
        (Token::Word(word), Token::Symbol(c)) if is_dash(c) => {
            let digits =
                next.next().filter(|(digits, _)| digits.glued && matches!(digits.token, Token::Digits(_)));
            let in_name = word.chars().next().is_some_and(char::is_uppercase);
            Some(digits.filter(|_| in_name).map_or(next, |(_, rest)| rest))
        }
        _ => None,
    }
}

/// Capitals that stand glued before an amount: `USD40`.
fn is_currency(word: &str) -> bool {
    word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// The place behind a year, month or day as Chinese and Japanese write them (`7月14日`): such digits
/// count nothing.
pub(super) fn of_calendar<'a>(placed: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    const SIGNS: [char; 6] = ['年', '月', '日', '号', '號', '时'];
    let is_date =
        matches!(placed.token, Token::Digits(_)) && next.rest().trim_start_matches(' ').starts_with(SIGNS);
    is_date.then_some(next)
}

/// Whether digits are only a part of a figure that is not read: `3千`, `2万5千`, `1000至2000`.
pub(super) fn is_fragment(before: &str, placed: &Placed<'_>, behind: &str) -> bool {
    if !matches!(placed.token, Token::Digits(_)) {
        return false;
    }
    let starts = |text: &str| text.trim_start_matches(' ').starts_with(|c| digit(c).is_some());
    let ends = |text: &str| {
        text.trim_end_matches(' ').ends_with(|c: char| digit(c).is_some() || MAGNITUDES.contains(&c))
    };
    let (before, behind) = (before.trim_end_matches(' '), behind.trim_start_matches(' '));
    let after = behind.strip_prefix(MAGNITUDES).map(|after| after.trim_start_matches(' '));
    behind.starts_with(['十', '百', '千', '兆'])
        || after.is_some_and(starts)
        || after.unwrap_or(behind).strip_prefix(JOINTS).is_some_and(starts)
        || before.strip_suffix(JOINTS).is_some_and(ends)
}

const MAGNITUDES: [char; 4] = ['万', '萬', '亿', '億'];

/// What joins the two ends of a range, or two figures of which one counts.
const JOINTS: [char; 6] = ['至', '到', '或', '~', '～', '〜'];
