//! Whether a quote holds a name.

use super::{Found, runs};
use crate::value::name::{self, NameRelation, Piece};

/// Whether a quote holds a name, but for case, punctuation, diacritics and titles.
pub fn name(words: &str, quote: &str) -> Found {
    let wanted = name::pieces_without_titles(words);
    if wanted.is_empty() {
        return Found::No { reason: "no name is given".to_owned(), nearest: None };
    }
    let pieces = name::pieces(quote);
    if runs::names(&runs::of(&pieces), &runs::of(&wanted)) {
        return Found::Yes;
    }
    let nearest = nearest(words, wanted.len(), quote, &pieces);
    let reason = format!("the quote does not name `{words}`");
    Found::No { reason, nearest }
}

/// The stretch of the quote that could be another spelling of the name.
fn nearest(words: &str, length: usize, quote: &str, pieces: &[Piece]) -> Option<String> {
    // One word of a name of two is shared by whole families.
    let shorter = length.checked_sub(1).filter(|shorter| *shorter > 1);
    let wanted = name::read(words);
    [Some(length), Some(length + 1), shorter].into_iter().flatten().find_map(|length| {
        pieces.windows(length).find_map(|window| {
            let (first, last) = (window.first()?, window.last()?);
            let stretch = &quote[first.range.start..last.range.end];
            let found = name::read(stretch);
            // A title beside half a name is no other spelling of it.
            if found.words.len() < length.min(wanted.words.len()) {
                return None;
            }
            match name::relation(&wanted, &found) {
                NameRelation::Same | NameRelation::Variant(_) => Some(stretch.to_owned()),
                NameRelation::Undecided(_) | NameRelation::Different => None,
            }
        })
    })
}
