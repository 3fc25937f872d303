//! Dates as sources state them: EDTF with unspecified years, sets and intervals.

use std::fmt;

/// A civil day as a count of days since 1970-01-01, proleptic Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// Year, month (1-12) and day of the month.
    ///
    /// ```
    /// use variorum::model::Day;
    /// assert_eq!(Day(0).civil(), (1970, 1, 1));
    /// assert_eq!(Day(20284).civil(), (2025, 7, 15));
    /// ```
    pub fn civil(self) -> (i32, u8, u8) {
        // Years are reckoned from 1 March, so that the leap day is a year's last, in eras of 400
        // years, which all have 146,097 days. 719,468 days lie between 0000-03-01 and 1970-01-01.
        let days = i64::from(self.0) + 719_468;
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + 400 * days.div_euclid(146_097) + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }
}

impl fmt::Display for Day {
    /// As ISO 8601 writes it: `2025-07-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.abs())
    }
}

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
    /// The days on which it may have begun: the first of what lasted, any of what fell somewhere.
    pub begins: DaySpan,
    /// False where the year is unspecified (`XXXX-11-14`).
    pub year_known: bool,
    /// Marked `~` or `%`.
    pub approximate: bool,
    /// Marked `?` or `%`.
    pub uncertain: bool,
}

impl DateValue {
    /// The first day that it can concern; `None` where it is open towards the past.
    pub fn earliest(&self) -> Option<Day> {
        self.spans.iter().map(|span| span.first).min().flatten()
    }

    /// The last day that it can concern; `None` where it is open towards the future.
    pub fn latest(&self) -> Option<Day> {
        self.spans.iter().try_fold(None, |latest, span| Some(latest.max(Some(span.last?)))).flatten()
    }

    /// The earliest day on which it may have begun; `None` where it is open towards the past.
    pub fn begins_earliest(&self) -> Option<Day> {
        self.begins.first
    }

    /// The latest day on which it may have begun; `None` where it is open towards the future.
    pub fn begins_latest(&self) -> Option<Day> {
        self.begins.last
    }
}

impl DaySpan {
    /// One day.
    pub fn on(day: Day) -> Self {
        Self { first: Some(day), last: Some(day) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: i32, expected: &str) {
        assert_eq!(Day(day).to_string(), expected);
    }

    #[test]
    fn days_are_written_as_in_the_calendar() {
        check(0, "1970-01-01");
        check(-1, "1969-12-31");
        check(11_016, "2000-02-29");
        check(11_017, "2000-03-01");
        check(20_514, "2026-03-02");
        check(-719_529, "-0001-12-31");
        check(-719_528, "0000-01-01");
    }

    #[test]
    fn every_day_of_an_era_follows_the_one_before() {
        let mut before = Day(-1).civil();
        for day in 0..146_097 {
            let (year, month, date) = Day(day).civil();
            let next_date = (year, month, date) == (before.0, before.1, before.2 + 1);
            let next_month = (year, month, date) == (before.0, before.1 + 1, 1) && before.2 >= 28;
            let next_year = (year, month, date) == (before.0 + 1, 1, 1) && (before.1, before.2) == (12, 31);
            assert!(next_date || next_month || next_year, "{before:?} then {:?}", Day(day).civil());
            before = (year, month, date);
        }
        assert_eq!(Day(146_097).civil(), (2370, 1, 1));
    }
}
