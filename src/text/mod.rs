//! Quoted words found in the text they are quoted from; entry points [`Prepared`], [`find`] and
//! [`closest`]; and words made part of an address by [`slug`].
//!
//! A quote is found exactly, or after folding what typesetting changes (spaces, quotation marks,
//! dashes, invisible characters, Unicode form), or after folding case as well. Punctuation inside
//! numbers always counts, and a match never begins or ends inside a number or a word. Similar
//! words are only ever suggested. What a search finds is looser, and apart: [`terms`].

mod fold;
mod grams;
mod prepared;
mod boundary;
mod occurrence;
mod find;
mod copies;
mod closest;
mod slug;
mod terms;
mod initial;
mod clip;
mod mojibake;
mod quotation;
mod guard;
mod on_disk;

pub use clip::clip;
pub use closest::{Suggestion, closest, n_words};
pub use find::{Match, Rung, find, find_all, parts};
pub use fold::{MASK, fold, fold_case};
pub use guard::guarded;
pub use initial::initial;
pub use mojibake::{Mojibake, mojibake};
pub use on_disk::on_disk;
pub use prepared::Prepared;
pub use quotation::alone;
pub use slug::slug;
pub use terms::{is_unspaced, terms};
