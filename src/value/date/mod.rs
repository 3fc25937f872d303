//! Dates: [`read`] an EDTF expression, [`relation()`] between two, [`words()`] for readers.
//!
//! ```
//! use variorum::value::date::{self, DateRelation};
//!
//! let raids = date::read("{XXXX-11-14,XXXX-11-16}").expect("EDTF");
//! let july = date::read("2025-07-14/2025-07-16").expect("EDTF");
//! assert_eq!(date::words(&raids), "14 and 16 November (year not stated)");
//! assert_eq!(date::relation(&raids, &july), DateRelation::Disjoint { days: 121 });
//! ```

pub(super) mod calendar;
mod edtf;
mod english;
mod lexicon;
pub(super) mod reader;
mod days;
mod fault;
pub(super) mod mention;
mod period;
mod planned;
mod era;
mod season;
pub(super) mod told;
mod phrase;
pub(super) mod worded;
mod relation;
mod shift;
mod signs;
mod signs_behind;
mod told_before;
mod words;

pub use relation::{DateRelation, relation, relation_in_one_source, relation_in_one_year};
pub(super) use shift::move_years;
pub use shift::shift;
pub use words::{DateWords, period_words, words};

use super::ValueFault;
use super::scan::Cursor;
use crate::model::DateValue;

/// Reads an EDTF expression.
pub fn read(words: &str) -> Result<DateValue, ValueFault> {
    let text = words.trim();
    edtf::read(text).map_err(|refused| fault::of(words, &refused))
}

/// The date that stands here in signs, as Chinese and Japanese write it, and the place behind it.
pub(super) fn in_signs(cursor: Cursor<'_>) -> Option<(mention::Mention, Cursor<'_>)> {
    signs::read(cursor)
}
