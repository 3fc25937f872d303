//! Two dates side by side; entry point [`Dates::of`].

use super::pair::Pair;
use super::quotes;
use crate::model::{Claim, Corpus, DateValue, Day};
use crate::value::date::{self, DateRelation};
use crate::value::in_quote;

/// Two dates of one question.
#[derive(Clone, Copy)]
pub struct Dates<'a> {
    a: &'a DateValue,
    b: &'a DateValue,
    relation: DateRelation,
}

/// A date with an unspecified year is reckoned in this many days.
const LEAP_YEAR_DAYS: i32 = 366;

impl<'a> Dates<'a> {
    /// The dates of two claims, where both give one.
    pub fn of(pair: &Pair<'a>) -> Option<Self> {
        Some(Self { a: pair.a.reading.date()?, b: pair.b.reading.date()?, relation: pair.dates? })
    }

    /// Whether both cover the same days, so that only their marks can differ.
    pub fn are_same_days(self) -> bool {
        (&self.a.spans, self.a.year_known) == (&self.b.spans, self.b.year_known)
    }

    /// Whether one of them is marked as approximate.
    pub fn is_either_approximate(self) -> bool {
        self.a.approximate || self.b.approximate
    }

    /// How the two lie to each other.
    pub fn relation(self) -> DateRelation {
        self.relation
    }

    /// Whether one of the two leaves its year open.
    pub fn is_year_open(self) -> bool {
        !(self.a.year_known && self.b.year_known)
    }

    /// How the two lie to each other if they are of one year.
    pub fn relation_in_one_year(self) -> DateRelation {
        date::relation_in_one_year(self.a, self.b)
    }

    /// How the two lie to each other where one source gives both, so that an unspecified year is one.
    pub fn relation_in_one_source(self) -> DateRelation {
        date::relation_in_one_source(self.a, self.b)
    }
}

/// How many days the first date begins after the second ends; by month and day where a year is
/// unspecified.
pub fn days_after(later: &DateValue, earlier: &DateValue) -> Option<i32> {
    let (begins, ends) = (later.earliest()?, earlier.latest()?);
    if later.year_known && earlier.year_known {
        return Some(begins.0 - ends.0);
    }
    let (begins, ends) = (in_any_year(later, begins)?, in_any_year(earlier, ends)?);
    Some((begins.0 - ends.0).rem_euclid(LEAP_YEAR_DAYS))
}

/// Whether a claim's date is the day on which its article was published, and its quote does not
/// give that day itself: it says `today`, a weekday or nothing.
pub fn is_dateline(corpus: &Corpus, claim: &Claim) -> bool {
    let article = &corpus[claim.source];
    article.published.as_ref().zip(claim.reading.date()).is_some_and(|(published, date)| {
        published.year_known
            && published.earliest() == published.latest()
            && date::relation(published, date) == DateRelation::Equal
            && !in_quote::gives_day(date, &claim.quote.exact, quotes::lexicon(corpus, claim))
    })
}

/// A day of a date as it is reckoned where the year is unspecified.
fn in_any_year(date: &DateValue, day: Day) -> Option<Day> {
    if !date.year_known {
        return Some(day);
    }
    let (_, month, day) = day.civil();
    date::read(&format!("XXXX-{month:02}-{day:02}")).ok()?.earliest()
}
