//! Figures glued to letters: what continues a word, and what Chinese and Japanese write around digits
//! without a space; entry points [`continuation`] and [`of_calendar`].

use crate::value::number::currency::may_stand_before;
use crate::value::scan::{Cursor, Placed, Token, is_dash};

/// The place behind what only continues the word before it: `G20`, `COVID-19`. Where words have no
/// spaces between them a figure stands glued to the one before it: `逮捕了45名`.
pub(super) fn continuation<'a>(
    before: Option<Placed<'_>>,
    (placed, cursor): (&Placed<'_>, Cursor<'a>),
    next: Cursor<'a>,
) -> Option<Cursor<'a>> {
    let before = before.filter(|before| before.end == placed.start)?;
    match (before.token, placed.token) {
        (Token::Word(word), Token::Digits(_))
            if word.ends_with(has_case) && !may_stand_before(word, cursor) =>
        {
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

/// Letters that have a capital belong to scripts in which words do not run into figures.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// The place behind a year, month or day as Chinese and Japanese write them (`7月14日`): such digits
/// count nothing.
pub(super) fn of_calendar<'a>(placed: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    const SIGNS: [char; 6] = ['年', '月', '日', '号', '號', '时'];
    let is_date =
        matches!(placed.token, Token::Digits(_)) && next.rest().trim_start_matches(' ').starts_with(SIGNS);
    is_date.then_some(next)
}
