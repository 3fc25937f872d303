//! Whether a value can be read out of the passage it rests on: [`number`], [`date()`], [`name`],
//! and [`days_apart`] for dates told by another; [`figures()`] lists what a whole text states.
//!
//! A value is in its quote when reading the quote gives the value back with its hedge: `over 1,000`
//! is not 1,000, and the 15th is not 14 November. What only the article's date makes complete (the
//! year of `January 19`, the day of `on Monday`) is [`Found::Derived`] and shown as such.

mod wanted;
mod items;
mod glued;
mod direction;
mod sentence;
mod number;
mod date;
mod resolve;
mod relative;
mod name;
mod runs;
mod figures;
mod alike;

pub use alike::is_read_alike;
pub use date::{WrongWeekday, date, date_and_weekday, gives_day, named, whole_date};
pub use figures::{Figure, FigureKind, figures};
pub use name::name;
pub use number::{change, may_lack_figure, number};
pub use relative::days_apart;

/// Whether a value can be read out of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The quote states it.
    Yes,
    /// The quote states it together with something else, which the text names.
    Derived(String),
    /// The quote does not state it.
    No {
        /// Why not: lower case, no full stop.
        reason: String,
        /// What the quote states instead, as it could be recorded.
        nearest: Option<String>,
    },
    /// The figure stands in the quote, and the words around it leave open what it says.
    Unread {
        /// Why it is not read: lower case, no full stop.
        reason: String,
    },
}
