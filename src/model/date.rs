//! Dates as sources state them: EDTF with unspecified years, sets and intervals.

/// A civil day as a count of days since 1970-01-01, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// The days that one part of a date covers; `None` is an open end.
///
/// Where the year is unspecified, both ends are reckoned in the leap year 2000
/// and [`DateValue::year_known`] is false.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaySpan {
    /// First day.
    pub first: Option<Day>,
    /// Last day.
    pub last: Option<Day>,
}

/// How the parts of a date belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateShape {
    /// One day, month, year or other single expression (`2025-07`): some day within it.
    Single,
    /// `A/B`: from A to B, both included; something that lasted.
    Interval,
    /// `{a,b}`: all of these.
    AllOf,
    /// `[a,b]`: one of these.
    OneOf,
}

/// A date as read from an EDTF expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateValue {
    /// The expression as written.
    pub edtf: String,
    /// How `spans` belong together.
    pub shape: DateShape,
    /// The days covered: one span, or one for each member of a set; never empty.
    pub spans: Vec<DaySpan>,
    /// False where the year is unspecified (`XXXX-11-14`).
    pub year_known: bool,
    /// Marked `~` or `%`.
    pub approximate: bool,
    /// Marked `?` or `%`.
    pub uncertain: bool,
}
