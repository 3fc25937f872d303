//! Names: [`key`] folds a spelling for look-up, [`read`] takes a name apart, [`relation()`] says how
//! two names lie to each other.
//!
//! ```
//! use variorum::value::name::{self, NameRelation, NameVariant};
//!
//! assert_eq!(name::key("Samdech Hun  SEN"), name::key("hun sen"));
//! assert_eq!(
//!     name::relation(&name::read("Zhou Wenying"), &name::read("Zhou Wenyin")),
//!     NameRelation::Variant(NameVariant::Transliteration),
//! );
//! ```

mod fold;
mod glued;
mod table;
mod title;
mod transliteration;
mod wade_giles;
mod script;
mod read;
mod outcome;
mod spelling;
mod acronym;
mod words;
mod leftover;
mod order;
mod relation;

pub use outcome::{NameDoubt, NameRelation, NameVariant};
pub use read::read;
pub use relation::{are_man_and_woman, relation};

pub(super) use fold::Piece;
pub(super) use glued::pieces;

use std::ops::Range;

use crate::model::{Name, NameWord, WordKind};

/// The look-up key of a name: case, punctuation, diacritics, titles and spacing folded.
///
/// Words stay apart and in order; two spellings of one name in another order have different keys,
/// which [`relation()`] knows to be the same name.
pub fn key(name: &str) -> String {
    let words = pieces_without_titles(name);
    let mut key = String::with_capacity(name.len());
    for piece in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&piece.folded);
    }
    key
}

/// The words of a text, folded, with where they stand.
pub fn words(text: &str) -> Vec<(String, Range<usize>)> {
    pieces(text).into_iter().map(|piece| (piece.folded, piece.range)).collect()
}

/// The words of a name without the titles around it.
pub(super) fn pieces_without_titles(name: &str) -> Vec<Piece> {
    let pieces = pieces(name);
    title::strip(name, &pieces).pieces.to_vec()
}

/// What two names have in common that differ in titles, legal forms, articles or the order of words
/// only.
pub fn signature(name: &Name) -> String {
    let mut words: Vec<String> = name.words.iter().map(word_signature).collect();
    words.sort_unstable();
    format!("{} {:?}", words.join(" "), name.generation)
}

fn word_signature(word: &NameWord) -> String {
    match word.kind {
        WordKind::Place(place) if word.text.ends_with('\'') => format!("place' {place}"),
        WordKind::Place(place) => format!("place {place}"),
        WordKind::Initial => format!("{}.", word.text),
        _ => word.text.clone(),
    }
}
