//! Completes a date by the day of the article that words it: starts at [`with`].
//!
//! Reports look back: a day without a year, a weekday or `the 15th` is the last one up to the day of
//! the article, or, where that fits the value, the next one within two months.

use crate::model::{DateValue, Day};
use crate::value::date;
use crate::value::date::calendar::{self, WEEKDAYS};
use crate::value::date::mention::{Mention, Point};

/// A mention completed, with how.
pub(super) struct Resolved {
    /// The mention with nothing left open.
    pub(super) mention: Mention,
    /// What was taken from where, for readers.
    pub(super) how: String,
}

/// How far ahead of its day an article may speak of a day without a year.
const AHEAD_DAYS: i32 = 61;

/// The ways to complete a mention towards a value, given the day of the article.
pub(super) fn with(mention: &Mention, value: &DateValue, published: &DateValue) -> Vec<Resolved> {
    let article = date::words(published);
    let points = &mention.points;
    if points.iter().all(|point| point.month.is_some() && point.year.is_none()) {
        return year(mention, value, published, &article).into_iter().collect();
    }
    let Some(today) = published.earliest().filter(|day| published.latest() == Some(*day)) else {
        return Vec::new();
    };
    if points.iter().all(|point| point.weekday.is_some() && point.month.is_none()) {
        return weekdays(mention, today, &article);
    }
    if let [Point { from_today: Some(days), .. }] = points[..] {
        let how = format!("reckoned from the article's date, {article}");
        return vec![Resolved { mention: at(mention, &[Day(today.0 + days)]), how }];
    }
    if let [Point { day: Some(day), month: None, .. }] = points[..] {
        return ordinal(mention, day, today, &article).into_iter().collect();
    }
    Vec::new()
}

/// The same mention on certain days.
fn at(mention: &Mention, days: &[Day]) -> Mention {
    let points = days
        .iter()
        .map(|day| {
            let (year, month, date) = day.civil();
            Point { year: Some(year), month: Some(month), day: Some(date), ..Point::default() }
        })
        .collect();
    Mention { points, ..mention.clone() }
}

/// The year of the value, where the article's date makes it the year that is meant.
fn year(mention: &Mention, value: &DateValue, published: &DateValue, article: &str) -> Option<Resolved> {
    let first = value.earliest().or(value.latest())?;
    let end = value.latest().unwrap_or(first);
    let (after, before) = (published.earliest(), published.latest()?);
    let ahead = first.0 - before.0;
    // With a whole month or year for a date, any day of it may be the article's.
    let behind = after.unwrap_or(before).0 - end.0;
    if ahead > AHEAD_DAYS || behind >= 365 {
        return None;
    }
    let mut year = first.civil().0;
    let mut months = mention.points[0].month;
    let mut points = mention.points.clone();
    for point in &mut points {
        // A range over New Year goes on in the next year.
        year += i32::from(point.month < months);
        months = point.month;
        point.year = Some(year);
    }
    let how = format!("the year is taken from the article's date, {article}");
    Some(Resolved { mention: Mention { points, ..mention.clone() }, how })
}

/// The last such weekdays up to the article's day, and the next ones.
fn weekdays(mention: &Mention, today: Day, article: &str) -> Vec<Resolved> {
    let names: Vec<u8> = mention.points.iter().filter_map(|point| point.weekday).collect();
    let Some(&last) = names.last() else { return Vec::new() };
    let back = (i32::from(calendar::weekday(today)) - i32::from(last)).rem_euclid(7);
    let name = names.iter().map(|&name| WEEKDAYS[usize::from(name % 7)]).collect::<Vec<_>>().join(" and ");
    // Written on a Monday, `on Monday` may be that day or the one a week before.
    let again = (back == 0).then_some(-7);
    [Some(-back), again, Some(7 - back)]
        .into_iter()
        .flatten()
        .map(|offset| {
            let end = today.0 + offset;
            let days: Vec<Day> = names
                .iter()
                .map(|&name| Day(end - (i32::from(last) - i32::from(name)).rem_euclid(7)))
                .collect();
            let how = format!("{name} is reckoned from the article's date, {article}");
            Resolved { mention: at(mention, &days), how }
        })
        .collect()
}

/// The last such day of a month up to the article's day.
fn ordinal(mention: &Mention, date: u8, today: Day, article: &str) -> Option<Resolved> {
    let (year, month, _) = today.civil();
    let day = (0..3).find_map(|back| {
        let months = year * 12 + i32::from(month) - 1 - back;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        calendar::day(months.div_euclid(12), month, date).filter(|day| *day <= today)
    })?;
    let how = format!("the month is taken from the article's date, {article}");
    Some(Resolved { mention: at(mention, &[day]), how })
}
