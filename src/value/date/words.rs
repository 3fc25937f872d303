//! Dates as the generator writes them for readers: [`DateWords::told`] in any language, [`words`]
//! in English.
//!
//! What is English stands in [`DateWords::ENGLISH`], and nowhere else but in the language file that
//! pages are written from; a test of `language` holds the two to each other.

use super::calendar::{self, MONTHS};
use super::{edtf, season};
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// The words and patterns in which a language tells dates; `{…}` are the places to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateWords<'a> {
    /// The months, January first.
    pub months: [&'a str; 12],
    /// `{day}`, `{month}` and `{year}`.
    pub day: &'a str,
    /// A day of any year, from `{day}` and `{month}`.
    pub day_of_any_year: &'a str,
    /// `{month}` and `{year}`.
    pub month: &'a str,
    /// The quarters of a `{year}`, the first one first.
    pub quarters: [&'a str; 4],
    /// The halves of a `{year}`, the first one first.
    pub halves: [&'a str; 2],
    /// Spring, summer, autumn and winter of a `{year}`.
    pub seasons: [&'a str; 4],
    /// The ten years that begin with `{year}`.
    pub decade: &'a str,
    /// A `{year}` before the first.
    pub before_christ: &'a str,
    /// Some day from `{a}` to `{b}`, both included.
    pub between: &'a str,
    /// All days from `{a}` to `{b}`, where both are short.
    pub from_to: &'a str,
    /// The same where one of them is more than one word.
    pub from_to_long: &'a str,
    /// All days from `{a}`.
    pub from: &'a str,
    /// All days to `{a}`.
    pub until: &'a str,
    /// Some day from `{a}`.
    pub or_later: &'a str,
    /// Some day to `{a}`.
    pub or_earlier: &'a str,
    /// Between the members of a list before the last two.
    pub comma: &'a str,
    /// Between the last two of a list of days that all count.
    pub and: &'a str,
    /// Between the last two of a list of days of which one counts.
    pub or: &'a str,
    /// A date `{a}` that is marked as approximate.
    pub about: &'a str,
    /// Nothing is known of a day.
    pub unknown_date: &'a str,
    /// Nothing is known of a stretch of days.
    pub unknown_time: &'a str,
    /// What is said of a date without a year.
    pub year_not_stated: &'a str,
    /// What is said of a date that is marked as uncertain.
    pub uncertain: &'a str,
}

impl DateWords<'static> {
    /// English.
    pub const ENGLISH: Self = Self {
        months: MONTHS,
        day: "{day} {month} {year}",
        day_of_any_year: "{day} {month}",
        month: "{month} {year}",
        quarters: [
            "the first quarter of {year}",
            "the second quarter of {year}",
            "the third quarter of {year}",
            "the fourth quarter of {year}",
        ],
        halves: ["the first half of {year}", "the second half of {year}"],
        seasons: ["spring {year}", "summer {year}", "autumn {year}", "winter {year}"],
        decade: "the {year}s",
        before_christ: "{year} BC",
        between: "between {a} and {b}",
        from_to: "{a}–{b}",
        from_to_long: "{a} – {b}",
        from: "from {a} on",
        until: "until {a}",
        or_later: "{a} or later",
        or_earlier: "{a} or earlier",
        comma: ", ",
        and: " and ",
        or: " or ",
        about: "about {a}",
        unknown_date: "an unknown date",
        unknown_time: "an unknown time",
        year_not_stated: "year not stated",
        uncertain: "uncertain",
    };
}

impl DateWords<'_> {
    /// A date in a reader's words: `14–16 July 2025`, `about 2025`, `14 November (year not stated)`.
    pub fn told(&self, date: &DateValue) -> String {
        match self.doubts(date) {
            Some(doubts) => format!("{} ({doubts})", self.bare(date)),
            None => self.bare(date),
        }
    }

    /// A date in a reader's words, without what is not known of it.
    pub fn bare(&self, date: &DateValue) -> String {
        Teller { words: self, year: Year::of(date) }.date(date)
    }

    /// What is not known of a date, for places that show it apart.
    pub fn doubts(&self, date: &DateValue) -> Option<String> {
        let year = (!date.year_known).then_some(self.year_not_stated);
        let day = date.uncertain.then_some(self.uncertain);
        let doubts: Vec<&str> = year.into_iter().chain(day).collect();
        (!doubts.is_empty()).then(|| doubts.join(self.comma))
    }

    /// A period by its ends, as far as they are known; `None` where neither is.
    pub fn period(&self, from: Option<&DateValue>, to: Option<&DateValue>) -> Option<String> {
        match (from.map(|from| self.told(from)), to.map(|to| self.told(to))) {
            (Some(from), Some(to)) => Some(fill(self.from_to_long, &[("{a}", &from), ("{b}", &to)])),
            (Some(from), None) => Some(fill(self.from, &[("{a}", &from)])),
            (None, Some(to)) => Some(fill(self.until, &[("{a}", &to)])),
            (None, None) => None,
        }
    }

    /// One day in a reader's words.
    pub fn day(&self, day: Day) -> String {
        Teller { words: self, year: Year::Known }.named(Named::on(day))
    }
}

/// A date in the English of findings and charts.
pub fn words(date: &DateValue) -> String {
    DateWords::ENGLISH.told(date)
}

/// A period by its ends, in the English of findings.
pub fn period_words(from: Option<&DateValue>, to: Option<&DateValue>) -> Option<String> {
    DateWords::ENGLISH.period(from, to)
}

/// Whether years are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Year {
    Known,
    Open,
}

impl Year {
    fn of(date: &DateValue) -> Self {
        if date.year_known { Self::Known } else { Self::Open }
    }
}

/// A stretch that the calendar has a name for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Day(i32, u8, u8),
    Month(i32, u8),
    /// A year and its quarter, from 0.
    Quarter(i32, u8),
    /// A year and its half, from 0.
    Half(i32, u8),
    Year(i32),
    Decade(i32),
}

impl Named {
    fn of(first: Day, last: Day) -> Option<Self> {
        let (year, month, date) = first.civil();
        let (last_year, last_month, last_date) = last.civil();
        if first == last {
            return Some(Self::Day(year, month, date));
        }
        if date != 1 || calendar::days_in_month(last_year, last_month) != Some(last_date) {
            return None;
        }
        match (last_year - year, month, last_month) {
            (0, 1, 12) => Some(Self::Year(year)),
            (0, first, last) if first == last => Some(Self::Month(year, month)),
            (0, first, last) if last == first + 2 && last % 3 == 0 => Some(Self::Quarter(year, first / 3)),
            (0, 1, 6) => Some(Self::Half(year, 0)),
            (0, 7, 12) => Some(Self::Half(year, 1)),
            (9, 1, 12) if year % 10 == 0 => Some(Self::Decade(year)),
            _ => None,
        }
    }

    fn on(day: Day) -> Self {
        let (year, month, date) = day.civil();
        Self::Day(year, month, date)
    }
}

/// What tells dates: a language, and whether years are written.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: &'a DateWords<'a>,
    year: Year,
}

impl Teller<'_> {
    fn date(self, date: &DateValue) -> String {
        if let Some((year, season)) = season::of_expression(&date.edtf) {
            return self.about(date, self.season(year, season));
        }
        let text = match date.shape {
            DateShape::Single => self.single(date.spans[0]),
            DateShape::Interval => self.interval(date),
            DateShape::AllOf => self.list(&date.spans, Join::And),
            DateShape::OneOf => self.list(&date.spans, Join::Or),
        };
        self.about(date, text)
    }

    fn about(self, date: &DateValue, text: String) -> String {
        if date.approximate { fill(self.words.about, &[("{a}", &text)]) } else { text }
    }

    fn named(self, named: Named) -> String {
        let words = self.words;
        match (named, self.year) {
            (Named::Day(year, month, day), Year::Known) => fill(
                words.day,
                &[("{day}", &day.to_string()), ("{month}", self.month(month)), ("{year}", &self.year(year))],
            ),
            (Named::Day(_, month, day), Year::Open) => {
                fill(words.day_of_any_year, &[("{day}", &day.to_string()), ("{month}", self.month(month))])
            }
            (Named::Month(year, month), Year::Known) => {
                fill(words.month, &[("{month}", self.month(month)), ("{year}", &self.year(year))])
            }
            (Named::Month(_, month), Year::Open) => self.month(month).to_owned(),
            (Named::Quarter(year, quarter), Year::Known) => {
                fill(words.quarters[usize::from(quarter % 4)], &[("{year}", &self.year(year))])
            }
            (Named::Quarter(_, quarter), Year::Open) => {
                let (first, last) = (self.month(quarter * 3 + 1), self.month(quarter * 3 + 3));
                fill(words.between, &[("{a}", first), ("{b}", last)])
            }
            (Named::Half(year, half), Year::Known) => {
                fill(words.halves[usize::from(half % 2)], &[("{year}", &self.year(year))])
            }
            (Named::Half(_, half), Year::Open) => {
                let (first, last) = (self.month(half * 6 + 1), self.month(half * 6 + 6));
                fill(words.between, &[("{a}", first), ("{b}", last)])
            }
            (Named::Year(year), _) => self.year(year),
            (Named::Decade(year), _) => fill(words.decade, &[("{year}", &self.year(year))]),
        }
    }

    fn season(self, year: i32, season: u8) -> String {
        fill(self.words.seasons[usize::from(season % 4)], &[("{year}", &self.year(year))])
    }

    fn month(&self, month: u8) -> &str {
        usize::from(month).checked_sub(1).and_then(|at| self.words.months.get(at)).copied().unwrap_or("")
    }

    /// A year as people count: the calendar's year 0 is 1 BC.
    fn year(self, year: i32) -> String {
        if year > 0 {
            return year.to_string();
        }
        fill(self.words.before_christ, &[("{year}", &(1 - i64::from(year)).to_string())])
    }

    fn single(self, span: DaySpan) -> String {
        match (span.first, span.last) {
            (Some(first), Some(last)) => match Named::of(first, last) {
                Some(named) => self.named(named),
                None => self.some_time(first, last),
            },
            (Some(first), None) => fill(self.words.or_later, &[("{a}", &self.named(Named::on(first)))]),
            (None, Some(last)) => fill(self.words.or_earlier, &[("{a}", &self.named(Named::on(last)))]),
            (None, None) => self.words.unknown_date.to_owned(),
        }
    }

    /// Some day in a stretch without a name: `between October and November 2025`.
    fn some_time(self, first: Day, last: Day) -> String {
        let (year, month, date) = first.civil();
        let (last_year, last_month, last_date) = last.civil();
        let whole_months = date == 1 && calendar::days_in_month(last_year, last_month) == Some(last_date);
        let end = if whole_months { Named::Month(last_year, last_month) } else { Named::on(last) };
        let start = match whole_months {
            true if year == last_year => self.month(month).to_owned(),
            true => self.named(Named::Month(year, month)),
            false => self.named(Named::on(first)),
        };
        fill(self.words.between, &[("{a}", &start), ("{b}", &self.named(end))])
    }

    fn interval(self, date: &DateValue) -> String {
        let span = date.spans[0];
        let (start, end) = date.edtf.split_once('/').unwrap_or(("", ""));
        let start = span.first.map(|first| written(start, first));
        let end = span.last.map(|last| written(end, last));
        match (start, end) {
            (Some(start), Some(end)) => self.extent(start, end),
            (Some(start), None) => fill(self.words.from, &[("{a}", &self.named(start))]),
            (None, Some(end)) => fill(self.words.until, &[("{a}", &self.named(end))]),
            (None, None) => self.words.unknown_time.to_owned(),
        }
    }

    /// What both ends share is written once: `14–16 July 2025`, `July–September 2025`.
    fn extent(self, start: Named, end: Named) -> String {
        let last = self.named(end);
        let without_year = Teller { year: Year::Open, ..self };
        let (pattern, first) = match (start, end) {
            (start, end) if start == end => return last,
            (Named::Day(year, month, date), Named::Day(end_year, end_month, _)) if year == end_year => {
                if month == end_month {
                    (self.words.from_to, date.to_string())
                } else {
                    (self.words.from_to_long, without_year.named(start))
                }
            }
            (Named::Month(year, _), Named::Month(end_year, _)) if year == end_year => {
                (self.words.from_to, without_year.named(start))
            }
            (Named::Year(year), Named::Year(_)) => (self.words.from_to, self.year(year)),
            _ => (self.words.from_to_long, self.named(start)),
        };
        fill(pattern, &[("{a}", &first), ("{b}", &last)])
    }

    /// Days of one month share its name: `14 and 16 November 2025`.
    fn list(self, spans: &[DaySpan], join: Join) -> String {
        let month = |day: Option<Day>| day.map(|day| (day.civil().0, day.civil().1));
        let one_month = spans.iter().all(|span| {
            span.first == span.last && span.first.is_some() && month(span.first) == month(spans[0].first)
        });
        let last = spans.len() - 1;
        let member = |(at, span): (usize, &DaySpan)| match (span.first, span.last) {
            (Some(day), _) if one_month && at < last => day.civil().2.to_string(),
            (Some(first), Some(last)) if join == Join::And && Named::of(first, last).is_none() => {
                self.extent(Named::on(first), Named::on(last))
            }
            _ => self.single(*span),
        };
        let members: Vec<String> = spans.iter().enumerate().map(member).collect();
        let joiner = match join {
            Join::And => self.words.and,
            Join::Or => self.words.or,
        };
        match &members[..] {
            [] => String::new(),
            [only] => only.clone(),
            [most @ .., last] => format!("{}{joiner}{last}", most.join(self.words.comma)),
        }
    }
}

/// How the members of a set belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    And,
    Or,
}

/// One end of an interval, as precise as it was written.
fn written(edtf: &str, day: Day) -> Named {
    let read = edtf::read(edtf.trim_matches('.')).ok();
    let named = read.and_then(|end| match end.spans[..] {
        [DaySpan { first: Some(first), last: Some(last) }] => Named::of(first, last),
        _ => None,
    });
    named.unwrap_or_else(|| Named::on(day))
}

fn fill(pattern: &str, places: &[(&str, &str)]) -> String {
    places.iter().fold(pattern.to_owned(), |text, (place, words)| text.replace(place, words))
}
