//! Figures: [`read`] turns words into a [`Number`], [`quantity()`] into what the number allows.
//!
//! Reading is exact: decimals, never binary fractions, and a fault wherever two readings are
//! possible. The table of hedges is the contract's; its factors come from the settings.
//!
//! ```
//! use variorum::model::{Hedge, Tolerances};
//! use variorum::value::number;
//!
//! let number = number::read("over 1,000").expect("a plain figure");
//! assert_eq!(number.hedge, Hedge::MoreThan);
//! let quantity = number::quantity(&number, &Tolerances::default());
//! assert_eq!(quantity.plausible.to_string(), "(1000, 2000]");
//! ```

mod numeral;
pub(super) mod magnitude;
mod spelled;
mod fraction;
pub(super) mod currency;
mod hedge;
mod vague;
mod amount;
pub(super) mod figure;
mod unit;
mod fault;
mod quantity;
mod words;

pub use quantity::{fold_factor, quantity};
pub use unit::unit_matches;
pub use words::{group_digits, words};

use super::ValueFault;
use super::scan::Cursor;
use crate::model::{Hedge, Number};

/// Reads a figure in a source's own words, all of them.
///
/// What follows the figure is taken as its unit (`15 dogs`).
pub fn read(words: &str) -> Result<Number, ValueFault> {
    let cursor = Cursor::new(words);
    if cursor.is_done() {
        return Err(fault::empty(words));
    }
    let Some((figure, rest)) = figure::read(cursor)? else { return Err(fault::unreadable(words)) };
    if figure.low > figure.high {
        return Err(fault::downwards(words, &figure));
    }
    if figure.hedge == Hedge::Nearly && figure.high.is_zero() {
        return Err(fault::impossible(words, &figure));
    }
    let number = figure.number();
    let unit = unit::read(rest)?;
    Ok(Number { unit, ..number })
}
