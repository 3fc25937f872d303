//! Names: [`key`] folds a spelling for look-up, [`relation()`] says how two spellings lie to each other.
//!
//! ```
//! use variorum::value::name::{self, NameRelation, NameVariant};
//!
//! assert_eq!(name::key("Samdech Hun  SEN"), name::key("hun sen"));
//! assert_eq!(
//!     name::relation("Zhou Wenying", "Zhou Wenyin"),
//!     NameRelation::Variant(NameVariant::Transliteration),
//! );
//! ```

mod fold;
mod honorific;
mod relation;
mod spelling;
mod transliteration;

pub use relation::{NameRelation, NameVariant, relation};

pub(super) use fold::{Piece, pieces};

/// The look-up key of a name: case, punctuation, diacritics, honorifics and spacing folded.
///
/// Words stay apart and in order; two spellings of one name in another order have different keys,
/// which [`relation()`] knows to be the same name.
pub fn key(name: &str) -> String {
    let words = pieces_without_honorifics(name);
    let mut key = String::with_capacity(name.len());
    for piece in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&piece.folded);
    }
    key
}

/// The words of a name without the honorifics before it.
pub(super) fn pieces_without_honorifics(name: &str) -> Vec<Piece> {
    let mut pieces = pieces(name);
    let n_honorifics = pieces.len() - honorific::strip(name, &pieces).len();
    pieces.drain(..n_honorifics);
    pieces
}
