//! How a text is read for dates: [`Reader`], made from a language and from what is sought.

use super::lexicon::DateLexicon;
use crate::value::lexicon::{DayOrder, Lexicon};

/// In which words dates stand, and for what they are read.
#[derive(Clone, Copy, Debug)]
pub(in crate::value) struct Reader<'a> {
    /// The words around dates.
    pub(super) words: &'a DateLexicon<'a>,
    /// What `04/07/2025` means.
    pub(super) order: DayOrder,
    /// What a number that may be a year is taken for.
    pub(in crate::value) sought: Sought,
}

/// What a text is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) enum Sought {
    /// All that it states: what may be a number of things is one.
    Figures,
    /// Dates: what may be a year is one.
    Dates,
}

impl Reader<'static> {
    /// Reads numbers and dates beside each other.
    pub(in crate::value) fn figures() -> Self {
        Self { words: DateLexicon::english(), order: DayOrder::Open, sought: Sought::Figures }
    }

    /// Reads for dates in a text in the words of this lexicon.
    pub(in crate::value) fn dates(lexicon: &Lexicon) -> Self {
        Self { words: DateLexicon::english(), order: lexicon.data.day_order, sought: Sought::Dates }
    }
}
