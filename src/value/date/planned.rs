//! Whether the words behind a date make it a plan: [`is_planned`].

use crate::value::lexicon::DateRole;
use crate::value::scan::{Cursor, digit, is_glued, is_letter};

/// How many words behind a date its verb is looked for.
const PLAN_WORDS: usize = 4;

/// Whether a word further on in the clause makes the date a plan: `war für den 14. Mai geplant`.
pub(super) fn is_planned(rest: Cursor<'_>) -> bool {
    let ends = |c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '。' | '，' | '、' | '；' | '।' | '؛' | '،')
    };
    let text = rest.text();
    let end = text[rest.offset()..].find(ends).map_or(text.len(), |at| rest.offset() + at);
    let phrases = &rest.lexicon().date_words.phrases;
    let mut n_words = 0;
    let mut last = ' ';
    for (at, c) in text[rest.offset()..end].char_indices().map(|(at, c)| (rest.offset() + at, c)) {
        let begins = is_letter(c) && (!is_letter(last) || is_glued(c));
        n_words += usize::from(begins && !is_letter(last));
        if n_words > PLAN_WORDS || digit(c).is_some() || is_glued(c) && at > rest.offset() + PLAN_BYTES {
            return false;
        }
        last = c;
        let mut found = false;
        if begins {
            phrases.each(text, at, |stop, roles| {
                found |= stop <= end && roles.contains(&DateRole::PerhapsBehind);
            });
        }
        if found {
            return true;
        }
    }
    false
}

/// How far that is in scripts without spaces, in bytes.
const PLAN_BYTES: usize = 36;
