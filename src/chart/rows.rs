//! The rows of charts: one claim's figure, one claim's date.

use rust_decimal::Decimal;

use super::ink::Hue;
use crate::model::{DateValue, Quantity};

/// One claim's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeRow {
    /// The source that the row stands under.
    pub group: String,
    /// Whose word the figure is: whom the source cites, and the source.
    pub speaker: String,
    /// What sets the row apart in its group: as-of, scope.
    pub label: String,
    /// The source's own words.
    pub words: String,
    /// The words as read.
    pub quantity: Quantity,
    /// How deep it stands under figures of a larger place; 0 for a figure of its own.
    pub depth: u8,
    /// The whole that it is a part of, where that has an upper end.
    pub whole: Option<Whole>,
    /// The hue of its source.
    pub hue: Option<Hue>,
    /// Where the claim is shown.
    pub href: String,
}

/// What a part cannot be more than.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The most that the whole can be.
    pub most: Decimal,
    /// What it is: `all of Cambodia, 270 (Binance Square)`.
    pub name: String,
}

/// One claim's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRow {
    /// The source, or the fact, that the row stands under.
    pub group: String,
    /// What sets the row apart in its group.
    pub label: String,
    /// The source's own words.
    pub words: String,
    /// The words as read; `None` where no date is given.
    pub date: Option<DateValue>,
    /// The hue of its source, where it has one.
    pub hue: Option<Hue>,
    /// Where the claim is shown.
    pub href: String,
}
