//! Civil days, months and weekdays: the only place that reckons with the calendar.

use jiff::civil::Date;

use crate::model::Day;

/// The day of a civil date; `None` where the calendar has no such day.
pub(in crate::value) fn day(year: i32, month: u8, date: u8) -> Option<Day> {
    let (year, month, date) =
        (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(date).ok()?);
    let civil = Date::new(year, month, date).ok()?;
    Some(Day((civil - EPOCH).get_days()))
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The number of days of a month; `None` where there is no such month.
pub(in crate::value) fn days_in_month(year: i32, month: u8) -> Option<u8> {
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    u8::try_from(first.days_in_month()).ok()
}

/// The same day of the month so many years later; `None` for a 29th of February that is not there.
pub(in crate::value) fn move_years(moved: Day, years: i32) -> Option<Day> {
    if years == 0 {
        return Some(moved);
    }
    let (year, month, date) = moved.civil();
    day(year + years, month, date)
}

/// The weekday of a day, Monday being 0.
pub(in crate::value) fn weekday(day: Day) -> u8 {
    // 1970-01-01 was a Thursday.
    (i64::from(day.0) + 3).rem_euclid(7) as u8
}

/// Names of the months, January first.
pub(in crate::value) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the weekdays, Monday first.
pub(in crate::value) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The month, from 1, that a word names in full or by its usual abbreviation.
pub(in crate::value) fn month(word: &str) -> Option<u8> {
    name(word, &MONTHS, &[("sept", 8)]).map(|at| at + 1)
}

/// The weekday that a word names, Monday being 0.
pub(in crate::value) fn weekday_named(word: &str) -> Option<u8> {
    name(word, &WEEKDAYS, &[("tues", 1), ("thur", 3), ("thurs", 3)])
}

fn name(word: &str, names: &[&str], short: &[(&str, u8)]) -> Option<u8> {
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    let known = |name: &&str| {
        word.eq_ignore_ascii_case(name) || word.len() == 3 && word.eq_ignore_ascii_case(&name[..3])
    };
    match names.iter().position(known) {
        Some(at) => u8::try_from(at).ok(),
        None => short.iter().find(|(short, _)| word.eq_ignore_ascii_case(short)).map(|&(_, at)| at),
    }
}
