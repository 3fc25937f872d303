//! Phrases of a language around dates, at a place or up to it.

use crate::value::lexicon::DateRole;
use crate::value::scan::{Cursor, is_blank, is_glued, is_letter};

/// How far back a phrase is looked for, in bytes.
const REACH: usize = 64;

/// The longest phrase here that `choose` takes, and the place behind it.
pub(super) fn here(cursor: Cursor<'_>, choose: impl Fn(DateRole) -> bool) -> Option<(DateRole, Cursor<'_>)> {
    let mut best: Option<(DateRole, usize)> = None;
    let words = &cursor.lexicon().date_words;
    words.phrases.each(cursor.text(), cursor.start(), |end, roles| {
        if let Some(role) = roles.iter().find(|role| choose(**role))
            && best.is_none_or(|(_, longest)| end >= longest)
        {
            best = Some((*role, end));
        }
    });
    let (role, end) = best?;
    Some((role, cursor.to(end)))
}

/// The same for phrases glued to what stands before them, and those that are signs or letters alone.
pub(super) fn glued(cursor: Cursor<'_>, choose: impl Fn(DateRole) -> bool) -> Option<(DateRole, Cursor<'_>)> {
    let mut best: Option<(DateRole, usize)> = None;
    cursor.lexicon().date_words.glued.each(cursor.text(), cursor.offset(), |end, roles| {
        if let Some(role) = roles.iter().find(|role| choose(**role)) {
            best = Some((*role, end));
        }
    });
    let (role, end) = best?;
    Some((role, cursor.to(end)))
}

/// The roles of the longest phrase that ends before a byte, blanks aside, and where it begins.
pub(super) fn before<'c>(cursor: Cursor<'c>, floor: usize, at: usize) -> Option<(&'c [DateRole], usize)> {
    let text = cursor.text();
    let end = text[floor..at].trim_end_matches(is_blank).len() + floor;
    let from = text[..end].char_indices().rev().map(|(place, _)| place);
    let starts = from.take_while(|place| *place >= floor && end - place <= REACH);
    let mut best = None;
    for start in starts {
        if !is_start(text, start) {
            continue;
        }
        cursor.lexicon().date_words.phrases.each(text, start, |stop, roles| {
            if stop == end {
                best = Some((roles, start));
            }
        });
    }
    best
}

/// Whether a word begins at this byte.
fn is_start(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    !matches!((before, here), (Some(before), Some(here)) if is_letter(before) && is_letter(here) && !is_glued(before) && !is_glued(here))
}
