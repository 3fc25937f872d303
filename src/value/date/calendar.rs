//! Civil days, months and weekdays: the only place that reckons with the calendar.

use crate::model::Day;

/// The day of a civil date; `None` where the calendar has no such day.
///
/// The inverse of [`Day::civil`], for the years that EDTF writes with four digits.
pub(in crate::value) fn day(year: i32, month: u8, date: u8) -> Option<Day> {
    if !(1..=days_in_month(year, month)?).contains(&date) {
        return None;
    }
    // Years are reckoned from 1 March, so that the leap day is a year's last, in eras of 400 years,
    // which all have 146,097 days. 719,468 days lie between 0000-03-01 and 1970-01-01.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (i32::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(date) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(Day(era * 146_097 + day_of_era - 719_468))
}

/// The number of days of a month; `None` where there is no such month or the year is out of reach.
pub(in crate::value) fn days_in_month(year: i32, month: u8) -> Option<u8> {
    if !(-9999..=9999).contains(&year) {
        return None;
    }
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if leap => Some(29),
        2 => Some(28),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_found_again_by_its_date() {
        // From -0400 to 2400, across every kind of century.
        for count in -865_625..157_054 {
            let (year, month, date) = Day(count).civil();
            assert_eq!(day(year, month, date), Some(Day(count)));
        }
    }

    #[test]
    fn days_that_the_calendar_does_not_have_are_none() {
        for (year, month, date) in
            [(2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1), (2025, 1, 0)]
        {
            assert_eq!(day(year, month, date), None);
        }
        assert!(day(2000, 2, 29).is_some());
        assert_eq!(day(10_000, 1, 1), None);
    }

    #[test]
    fn weekdays_count_from_monday() {
        assert_eq!(weekday(Day(0)), 3);
        assert_eq!(day(2025, 7, 14).map(weekday), Some(0));
        assert_eq!(day(1969, 12, 28).map(weekday), Some(6));
    }
}
