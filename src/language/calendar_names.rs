//! Names of months and weekdays in every language of CLDR; entry points [`month_names`] and
//! [`weekday_names`].
//!
//! A language may write a name in several ways: beside a day or alone (`марта`, `март`), in full or
//! shortened (`Sept.`). All of them are given, each once, the full one beside a day first.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::pattern::{
    DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength, WeekdayNameLength,
};
use writeable::TryWriteable as _;

use super::tag::locale;

type Names = FixedCalendarDateTimeNames<Gregorian, DateFieldSet>;

/// The names of each month, January first; empty where CLDR does not know the language.
pub fn month_names(tag: &str) -> [Vec<String>; 12] {
    let forms = [
        ("MMMM", MonthNameLength::Wide),
        ("LLLL", MonthNameLength::StandaloneWide),
        ("MMM", MonthNameLength::Abbreviated),
        ("LLL", MonthNameLength::StandaloneAbbreviated),
    ];
    let mut months: [Vec<String>; 12] = Default::default();
    for (pattern, length) in forms {
        let Some(mut names) = names(tag) else { break };
        if names.include_month_names(length).is_err() {
            continue;
        }
        for (month, known) in (1..).zip(&mut months) {
            add(known, Date::try_new_gregorian(2024, month, 1).ok(), pattern, &names);
        }
    }
    months
}

/// The names of each weekday, Monday first; empty where CLDR does not know the language.
pub fn weekday_names(tag: &str) -> [Vec<String>; 7] {
    let forms = [
        ("EEEE", WeekdayNameLength::Wide),
        ("cccc", WeekdayNameLength::StandaloneWide),
        ("EEE", WeekdayNameLength::Abbreviated),
        ("ccc", WeekdayNameLength::StandaloneAbbreviated),
    ];
    let mut weekdays: [Vec<String>; 7] = Default::default();
    for (pattern, length) in forms {
        let Some(mut names) = names(tag) else { break };
        if names.include_weekday_names(length).is_err() {
            continue;
        }
        // 1 January 2024 was a Monday.
        for (day, known) in (1..).zip(&mut weekdays) {
            add(known, Date::try_new_gregorian(2024, 1, day).ok(), pattern, &names);
        }
    }
    weekdays
}

fn names(tag: &str) -> Option<Names> {
    // The root of CLDR has `M01` and the like.
    let locale = locale(tag).filter(|locale| !locale.id.language.is_unknown())?;
    Some(Names::new_without_number_formatting((&locale).into()))
}

/// Adds a date's name by a pattern, unless it is there already or CLDR has only a number for it.
fn add(known: &mut Vec<String>, date: Option<Date<Gregorian>>, pattern: &str, names: &Names) {
    let (Some(date), Ok(pattern)) = (date, pattern.parse::<DateTimePattern>()) else { return };
    let formatter = names.with_pattern_unchecked(&pattern);
    let formatted = formatter.format(&date);
    let Ok(name) = formatted.try_write_to_string() else { return };
    let is_placeholder = name.strip_prefix('M').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    if !name.is_empty() && !is_placeholder && !known.iter().any(|other| *other == name) {
        known.push(name.into_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_all_their_forms() {
        assert_eq!(month_names("en")[2], ["March", "Mar"]);
        assert_eq!(month_names("ru")[2], ["марта", "март", "мар."]);
        assert_eq!(month_names("pl")[7], ["sierpnia", "sierpień", "sie"]);
        assert_eq!(month_names("km")[6], ["កក្កដា"]);
        assert_eq!(month_names("de-AT")[0], ["Jänner", "Jän.", "Jän"]);
        assert!(month_names("xx").iter().all(Vec::is_empty));
    }

    #[test]
    fn weekdays_begin_with_monday() {
        assert_eq!(weekday_names("en")[0], ["Monday", "Mon"]);
        assert_eq!(weekday_names("uk")[4][0], "пʼятниця");
        assert_eq!(weekday_names("th").len(), 7);
    }
}
