//! EDTF expressions as the days they cover: starts at [`read`].
//!
//! `edtf-core` decides what is EDTF; this file decides what the days are. Where the year is
//! unspecified, days are reckoned in the leap year 2000. A season covers every day that can be counted
//! to it. A time of day is refused: a date is never an instant.

use edtf_core::{
    Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind,
};

use super::{calendar, season};
use crate::model::{DateShape, DateValue, Day, DaySpan};

/// Why an expression that is EDTF still covers no days that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Not EDTF, from this byte on.
    Syntax(usize),
    /// Something else, in words, with what to write.
    Because(&'static str, String),
}

/// Reads an EDTF expression.
pub(super) fn read(text: &str) -> Result<DateValue, Refused> {
    let edtf = Edtf::parse(text).map_err(|fault| Refused::Syntax(fault.offset))?;
    let covered = match &edtf {
        Edtf::Date(date) => single(date)?,
        Edtf::Interval(interval) => extent(interval)?,
        Edtf::Set(set) => members(set)?,
        Edtf::DateTime(_) => {
            let date = text.split('T').next().unwrap_or(text);
            return Err(Refused::Because("a date has no time of day", format!("write `{date}`")));
        }
    };
    let Covered { shape, spans, begins, year_known } = covered;
    let (approximate, uncertain) = (edtf.is_approximate(), edtf.is_uncertain());
    Ok(DateValue { edtf: text.to_owned(), shape, spans, begins, year_known, approximate, uncertain })
}

/// What an expression covers.
struct Covered {
    shape: DateShape,
    spans: Vec<DaySpan>,
    begins: DaySpan,
    year_known: bool,
}

fn single(date: &Date) -> Result<Covered, Refused> {
    let Days { spans, year_known } = days(date)?;
    let shape = if spans.len() == 1 { DateShape::Single } else { DateShape::OneOf };
    let begins = hull(&spans);
    Ok(Covered { shape, spans, begins, year_known })
}

fn extent(interval: &Interval) -> Result<Covered, Refused> {
    let start = endpoint(&interval.start)?;
    let end = endpoint(&interval.end)?;
    let year_known = match (&start, &end) {
        (Some(start), Some(end)) if start.year_known != end.year_known => return Err(mixed()),
        (Some(days), _) | (None, Some(days)) => days.year_known,
        (None, None) => {
            return Err(Refused::Because("an interval open at both ends names no day", OPEN.to_owned()));
        }
    };
    let first = start.as_ref().map(|days| hull(&days.spans));
    let mut last = end.as_ref().map(|days| hull(&days.spans));
    if let (false, Some(first), Some(end)) = (year_known, first, last)
        && end.last < first.first
    {
        // `XXXX-12-30/XXXX-01-02` runs into the following year.
        last = Some(DaySpan { first: end.first.map(next_year), last: end.last.map(next_year) });
    }
    let begins = match (first, last) {
        (Some(first), _) => first,
        (None, last) => DaySpan { first: None, last: last.and_then(|last| last.last) },
    };
    let open_start = matches!(interval.start, IntervalEndpoint::OnOrBefore(_));
    let open_end = matches!(interval.end, IntervalEndpoint::OnOrAfter(_));
    let span = DaySpan {
        first: first.and_then(|span| span.first).filter(|_| !open_start),
        last: last.and_then(|span| span.last).filter(|_| !open_end),
    };
    let begins = if open_start { DaySpan { first: None, ..begins } } else { begins };
    Ok(Covered { shape: DateShape::Interval, spans: vec![span], begins, year_known })
}

const OPEN: &str = "name at least one end, as in `2025-07-14/..`";

/// 366 days on: from the leap year 2000 into 2001.
fn next_year(day: Day) -> Day {
    Day(day.0 + 366)
}

fn endpoint(end: &IntervalEndpoint) -> Result<Option<Days>, Refused> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => days(date).map(Some),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => Ok(None),
    }
}

fn members(set: &Set) -> Result<Covered, Refused> {
    let mut spans = Vec::with_capacity(set.elements.len());
    let mut earliest: Option<DaySpan> = None;
    let mut year_known = None;
    for element in &set.elements {
        let (member, begins) = member(element)?;
        if *year_known.get_or_insert(member.year_known) != member.year_known {
            return Err(mixed());
        }
        earliest = Some(earliest.map_or(begins, |earliest| earliest.min(begins)));
        spans.extend(member.spans);
    }
    spans.sort_unstable_by_key(|span| (span.first, span.last.is_none(), span.last));
    spans.dedup();
    let (shape, begins) = match set.kind {
        SetKind::AllMembers => (DateShape::AllOf, earliest.unwrap_or_else(|| hull(&spans))),
        SetKind::OneMember => (DateShape::OneOf, hull(&spans)),
    };
    Ok(Covered { shape, spans, begins, year_known: year_known.unwrap_or(true) })
}

/// The days of one member of a set, and those on which it may have begun.
fn member(element: &SetElement) -> Result<(Days, DaySpan), Refused> {
    let days = match element {
        SetElement::Date(date) => days(date)?,
        SetElement::OnOrBefore(date) => days(date)?.map(|span| DaySpan { first: None, ..span }),
        SetElement::OnOrAfter(date) => days(date)?.map(|span| DaySpan { last: None, ..span }),
        SetElement::Range(from, to) => {
            let (from, to) = (days(from)?, days(to)?);
            let begins = hull(&from.spans);
            let span = DaySpan { first: begins.first, last: hull(&to.spans).last };
            return Ok((Days { spans: vec![span], year_known: from.year_known }, begins));
        }
    };
    let begins = hull(&days.spans);
    Ok((days, begins))
}

fn mixed() -> Refused {
    Refused::Because(
        "some of the years are given and some are not",
        "give all the years, or write `XXXX` for all of them".to_owned(),
    )
}

/// The days that one date covers, in order.
struct Days {
    spans: Vec<DaySpan>,
    year_known: bool,
}

impl Days {
    fn map(mut self, change: impl Fn(DaySpan) -> DaySpan) -> Self {
        self.spans.iter_mut().for_each(|span| *span = change(*span));
        self
    }
}

fn days(date: &Date) -> Result<Days, Refused> {
    let date = without_empty_fields(*date);
    if let Some(season) = season_of(&date) {
        return of_season(&date, season);
    }
    let YearKind::Standard { digits, .. } = date.year.kind else { return Err(too_far()) };
    if digits.iter().any(Option::is_some) {
        return Ok(Days { spans: completions(&date)?, year_known: true });
    }
    if date.month.is_none_or(|month| month.digits == [None, None]) {
        return Err(Refused::Because(
            "a date without a year and a month names no day",
            "leave the claim out, or record the words in a fact of kind `text`".to_owned(),
        ));
    }
    let mut reckoned = date;
    reckoned.year.kind = YearKind::Standard { negative: false, digits: [Some(2), Some(0), Some(0), Some(0)] };
    Ok(Days { spans: completions(&reckoned)?, year_known: false })
}

/// `2025-07-XX` says no more than `2025-07`.
fn without_empty_fields(mut date: Date) -> Date {
    if date.day.is_some_and(|day| day.digits == [None, None]) {
        date.day = None;
    }
    let has_year = date.year.value().is_some();
    if has_year && date.day.is_none() && date.month.is_some_and(|month| month.digits == [None, None]) {
        date.month = None;
    }
    date
}

fn season_of(date: &Date) -> Option<u8> {
    let month = date.month.and_then(edtf_core::DateField::value)?;
    season::FIRST_TO_LAST.contains(&month).then_some(month)
}

fn of_season(date: &Date, season: u8) -> Result<Days, Refused> {
    let Some(year) = date.year.value() else {
        return Err(Refused::Because(
            "a season of an unspecified year names no day",
            "give its year, as in `2025-21`".to_owned(),
        ));
    };
    let spans = i32::try_from(year).ok().and_then(|year| season::days_of(year, season));
    Ok(Days { spans: spans.filter(|spans| !spans.is_empty()).ok_or_else(too_far)?, year_known: true })
}

/// More separate stretches than this are a mistake rather than a date.
const MOST_SPANS: usize = 366;

/// Every stretch of days that the unspecified digits allow.
fn completions(date: &Date) -> Result<Vec<DaySpan>, Refused> {
    if !date.has_unspecified() {
        return Ok(vec![span(&Edtf::Date(*date))?]);
    }
    let values = Edtf::Date(*date).values().map_err(|_| too_far())?;
    let mut spans: Vec<DaySpan> = Vec::new();
    for value in values {
        let next = span(&value)?;
        match spans.last_mut() {
            Some(last) if last.last.map(|day| day.0 + 1) == next.first.map(|day| day.0) => {
                last.last = next.last;
            }
            _ => spans.push(next),
        }
        if spans.len() > MOST_SPANS {
            return Err(Refused::Because(
                "the unspecified digits leave too many separate days",
                "give more digits, or leave the whole year open with `XXXX`".to_owned(),
            ));
        }
    }
    Ok(spans)
}

fn span(edtf: &Edtf) -> Result<DaySpan, Refused> {
    let bounds = edtf.bounds();
    Ok(DaySpan { first: Some(bound(bounds.earliest)?), last: Some(bound(bounds.latest)?) })
}

fn bound(bound: Bound) -> Result<Day, Refused> {
    let Bound::Date(BoundDate { year, month, day }) = bound else { return Err(too_far()) };
    i32::try_from(year).ok().and_then(|year| calendar::day(year, month, day)).ok_or_else(too_far)
}

fn too_far() -> Refused {
    Refused::Because("the year is out of reach", "years from -9999 to 9999 are read".to_owned())
}

/// From the first to the last day of several stretches.
fn hull(spans: &[DaySpan]) -> DaySpan {
    let first = spans.iter().map(|span| span.first).min().flatten();
    let open = spans.iter().any(|span| span.last.is_none());
    DaySpan { first, last: spans.iter().filter_map(|span| span.last).max().filter(|_| !open) }
}
