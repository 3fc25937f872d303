//! Where folded words stand in a folded text; entry point [`occurrences`].

use std::ops::Range;

use super::boundary::is_clean;
use super::prepared::{Layer, Prepared};

/// A place of a layer, and of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub folded: Range<usize>,
    pub original: Range<usize>,
}

/// More than this many places prove nothing but that the words are common.
const OCCURRENCES_MAX: usize = 4096;

/// Every place, in order and without overlap, that tears neither a word nor a number.
pub(super) fn occurrences(words: &str, layer: &Layer, text: &Prepared<'_>) -> Vec<Occurrence> {
    let mut found = vec![];
    let mut from = 0;
    while let Some(at) = layer.find(words, from) {
        let folded = at..at + words.len();
        let whole = layer.original(folded.clone()).filter(|original| {
            is_clean(text.original, original.start) && is_clean(text.original, original.end)
        });
        match whole {
            Some(original) => {
                from = folded.end;
                found.push(Occurrence { folded, original });
            }
            None => from = next_start(layer, text, folded.start),
        }
        if words.is_empty() || from >= layer.text.len() || found.len() == OCCURRENCES_MAX {
            break;
        }
    }
    found
}

/// The next place where a match may begin. Going there at once keeps a long run of one character
/// from being searched again from each of its places.
fn next_start(layer: &Layer, text: &Prepared<'_>, after: usize) -> usize {
    let mut chars = layer.text[after..].char_indices().skip(1).map(|(i, c)| (after + i, c));
    let clean = chars.find(|(i, c)| {
        let original = layer.original(*i..*i + c.len_utf8());
        original.is_none_or(|original| is_clean(text.original, original.start))
    });
    clean.map_or(layer.text.len(), |(i, _)| i)
}
