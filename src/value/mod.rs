//! Values as sources word them: numbers, dates and names read from text, and compared.
//!
//! Entry points: [`number::read`] and [`number::quantity`], [`date::read`] and [`date::relation()`],
//! [`name::key`] and [`name::relation()`], and [`in_quote`], which asks whether a value can be read
//! out of the passage it rests on. Everything is a pure function of text: nothing here knows YAML,
//! spans, the corpus or the clock, and what cannot be read with certainty is a [`ValueFault`] that
//! asks, never a guess.

mod scan;
mod heads;
pub mod lexicon;
mod beside;
pub mod number;
pub mod date;
pub mod name;
pub mod in_quote;
pub mod measure;

use std::fmt;
use std::ops::Range;

/// Why words could not be read as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFault {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What would be read instead.
    pub help: Option<String>,
    /// The bytes of the words that the fault is about.
    pub range: Range<usize>,
}

impl ValueFault {
    /// A fault about these bytes of the words.
    pub(crate) fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, range }
    }

    /// The same fault of words that begin so many bytes later.
    pub(crate) fn moved(self, by: usize) -> Self {
        Self { range: self.range.start + by..self.range.end + by, ..self }
    }

    /// Adds what would be read.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for ValueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.help.iter().try_for_each(|help| write!(f, "; {help}"))
    }
}
