//! Figures glued to letters: what continues a word, and what Chinese and Japanese write around digits
//! without a space; entry points [`continuation`], [`of_calendar`] and [`is_hedged`].

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
    let is_date = matches!(placed.token, Token::Digits(_)) && next.rest().starts_with(SIGNS);
    is_date.then_some(next)
}

/// Whether digits stand beside a Chinese or Japanese hedge, or in a figure, that is not read: `约1000`,
/// `1000多`, `3千`.
pub(super) fn is_hedged(before: Option<Placed<'_>>, placed: &Placed<'_>, next: Cursor<'_>) -> bool {
    const BEFORE: [&str; 16] =
        ["约", "約", "近", "超", "过", "過", "逾", "少", "多", "到", "于", "於", "达", "達", "数", "數"];
    const BEHIND: [&str; 10] = ["多", "余", "餘", "以上", "以下", "左右", "上下", "来", "來", "几"];
    if !matches!(placed.token, Token::Digits(_)) {
        return false;
    }
    let glued = before.filter(|before| before.end == placed.start);
    let is_behind_hedge = glued.is_some_and(|before| match before.token {
        Token::Word(word) => BEFORE.iter().any(|hedge| word.ends_with(hedge)),
        Token::Digits(_) | Token::Symbol(_) => false,
    });
    let behind = next.rest();
    is_behind_hedge || BEHIND.iter().any(|hedge| behind.starts_with(hedge)) || is_compound(behind)
}

/// Whether what stands behind digits makes another figure of them: `3千`, `2万5千`.
fn is_compound(behind: &str) -> bool {
    let after = behind.strip_prefix(['万', '萬', '亿', '億']);
    behind.starts_with(['十', '百', '千', '兆'])
        || after.is_some_and(|after| after.starts_with(|c| digit(c).is_some()))
}
