//! Dates in the edition's language: the patterns of [`value::date`](crate::value::date), filled
//! with its words and digits; entry point [`Language::date`].

use super::apart::set_apart;
use super::{Key, Language};
use crate::model::{DateValue, Day};
use crate::value::date::DateWords;

impl Language {
    /// A date as a reader would say it, with what is not known of it.
    pub fn date(&self, date: &DateValue) -> String {
        self.dated(&self.date_words().told(date))
    }

    /// What is not known of a date.
    pub fn doubts(&self, date: &DateValue) -> Option<String> {
        self.date_words().doubts(date).map(|words| self.dated(&words))
    }

    /// A date as a reader would say it, and nothing more.
    pub fn bare_date(&self, date: &DateValue) -> String {
        self.dated(&self.date_words().bare(date))
    }

    /// A period by its ends, as far as they are known.
    pub fn period(&self, from: Option<&DateValue>, to: Option<&DateValue>) -> Option<String> {
        self.date_words().period(from, to).map(|words| self.dated(&words))
    }

    /// A day as a reader would say it.
    pub fn day(&self, day: Day) -> String {
        self.dated(&self.date_words().day(day))
    }

    /// A year by itself.
    pub fn year(&self, year: i32) -> String {
        self.numerals.ungrouped(&year.to_string())
    }

    /// A month of a year.
    pub fn month(&self, year: i32, month: u8) -> String {
        let name = usize::from(month).checked_sub(1).and_then(|i| self.months.get(i));
        let named = self.pattern(Key::DateMonth).replace("{month}", name.map_or("", String::as_str));
        self.dated(&named.replace("{year}", &year.to_string()))
    }

    /// Words of a date with the language's digits; a date with English months is English.
    fn dated(&self, words: &str) -> String {
        let words = self.numerals.ungrouped(words);
        if self.has_english_months { set_apart(words) } else { words }
    }

    fn date_words(&self) -> DateWords<'_> {
        let text = |key| self.pattern(key);
        DateWords {
            months: std::array::from_fn(|i| self.months.get(i).map_or("", String::as_str)),
            day: text(Key::DateDay),
            day_of_any_year: text(Key::DateDayOfAnyYear),
            month: text(Key::DateMonth),
            quarters: [Key::DateQuarter1, Key::DateQuarter2, Key::DateQuarter3, Key::DateQuarter4].map(text),
            halves: [Key::DateHalf1, Key::DateHalf2].map(text),
            seasons: [Key::DateSpring, Key::DateSummer, Key::DateAutumn, Key::DateWinter].map(text),
            decade: text(Key::DateDecade),
            before_christ: text(Key::DateBeforeChrist),
            between: text(Key::DateBetween),
            from_to: text(Key::DateFromTo),
            from_to_long: text(Key::DateFromToLong),
            from: text(Key::DateFrom),
            until: text(Key::DateUntil),
            or_later: text(Key::DateOrLater),
            or_earlier: text(Key::DateOrEarlier),
            comma: text(Key::ListComma),
            and: text(Key::DateAnd),
            or: text(Key::DateOr),
            about: text(Key::DateAbout),
            unknown_date: text(Key::DateUnknown),
            unknown_time: text(Key::DateUnknownTime),
            year_not_stated: text(Key::DateYearNotStated),
            uncertain: text(Key::DateUncertain),
        }
    }

    pub(super) fn pattern(&self, key: Key) -> &str {
        self.strings.get(key.as_str()).map_or("", super::message::Message::pattern)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    fn check(language: &Language, edtf: &str, expected: &str) {
        assert_eq!(language.date(&date::read(edtf).unwrap()), expected);
    }

    #[test]
    fn english_pages_and_english_sentences_tell_dates_alike() {
        let english = Language::english();
        assert_eq!(english.date_words(), DateWords::ENGLISH);
        check(&english, "2025-07-14/2025-07-16", "14–16 July 2025");
        check(&english, "{XXXX-11-14,XXXX-11-16}", "14 and 16 November (year not stated)");
    }

    #[test]
    fn another_language_has_its_own_months() {
        let mut khmer = Language::english();
        khmer.months = super::super::layers::builtin("km").months;
        check(&khmer, "2025-07", "កក្កដា 2025");
    }
}
