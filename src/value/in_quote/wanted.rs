//! Which figures of a text are read with the words around them: [`Wanted`].
//!
//! Whoever looks for one number or for dates learns nothing from hedges, denials and units of other figures, and
//! reading those is most of what a figure costs. Where such a figure ends is read all the same, since the words
//! behind it belong to no other.

use rust_decimal::Decimal;

use crate::value::beside;
use crate::value::lexicon::Lexicon;
use crate::value::number::figure::Figure;

/// The figures that the reader of a text asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of them.
    All,
    /// Those that have one of these two ends, whatever their sign.
    Near(Decimal, Decimal),
    /// None of them, only dates.
    None,
}

impl Wanted {
    /// Where a figure ends with its hedge, if it is not asked about and nothing that is depends on more of it.
    pub(super) fn passes(
        self,
        figure: &Figure,
        (text, end): (&str, usize),
        lexicon: &'static Lexicon,
    ) -> Option<usize> {
        let is_plain = figure.low == figure.high;
        let is_wanted = match self {
            Self::All => true,
            Self::Near(low, high) => [low, high].iter().any(|wanted| wanted.abs() == figure.low.abs()),
            Self::None => false,
        };
        // The words around a range decide which of its ends is meant.
        if is_wanted || !is_plain {
            return None;
        }
        let end = beside::end(text, end, lexicon)?;
        (!may_share_denial(&text[end..], lexicon)).then_some(end)
    }
}

/// Whether the next figure may be denied together with the one before it: `neither 12 nor 14`.
fn may_share_denial(behind: &str, lexicon: &Lexicon) -> bool {
    let mut behind = behind.trim_start_matches(|c: char| c == ',' || c.is_whitespace()).chars();
    let Some(first) = behind.next().and_then(|c| c.to_lowercase().next()) else { return false };
    lexicon.data.alternatives.iter().any(|words| words.starts_with(first))
}
