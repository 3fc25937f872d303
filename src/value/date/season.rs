//! Seasons of a year as texts word them, and the days that they can be: starts at [`read`].
//!
//! A season has no fixed days: it begins with a month here and near its end there, and the south has
//! its summer when the north has its winter. So it covers every day that anybody counts to it.

use super::super::scan::Cursor;
use super::calendar;
use super::days;
use super::lexicon::one;
use super::mention::Point;
use super::reader::Reader;
use crate::model::DaySpan;

/// EDTF writes the seasons as months: 21 to 24 for either half of the earth, 25 to 28 for the
/// north, 29 to 32 for the south.
const FIRST: u8 = 21;
/// All of them.
pub(super) const FIRST_TO_LAST: std::ops::RangeInclusive<u8> = FIRST..=32;

/// `spring 2026`, `the summer of 2025`, and the place behind it.
pub(super) fn read<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(Point, Cursor<'a>)> {
    let cursor = cursor.word("the").unwrap_or(cursor);
    let (season, rest) = named(reader, cursor)?;
    let (year, end) = days::year(rest.word("of").unwrap_or(rest))?;
    // `winter 2024-25`.
    if year < 1000 || days::goes_on(end) {
        return None;
    }
    Some((Point { year: Some(year), month: Some(season), ..Point::default() }, end))
}

fn named<'a>(reader: Reader<'_>, cursor: Cursor<'a>) -> Option<(u8, Cursor<'a>)> {
    (FIRST..).zip(reader.words.seasons).find_map(|(season, names)| Some((season, one(cursor, names)?)))
}

/// The days of a season, as EDTF numbers it; none where it is another part of a year.
pub(super) fn days_of(year: i32, season: u8) -> Option<Vec<DaySpan>> {
    let (place, halves) = match season {
        21..=24 => (season - 21, [true, true]),
        25..=28 => (season - 25, [true, false]),
        29..=32 => (season - 29, [false, true]),
        _ => return None,
    };
    let north = place;
    let south = (place + 2) % 4;
    let mut spans: Vec<DaySpan> = [north, south]
        .into_iter()
        .zip(halves)
        .filter(|(_, counts)| *counts)
        .flat_map(|(quarter, _)| stretches(year, quarter))
        .collect();
    spans.sort_unstable();
    spans.dedup();
    Some(spans)
}

/// The first season of the north, and that of the south.
pub(super) const NORTH: u8 = 25;
pub(super) const SOUTH: u8 = 29;

/// The year and the season, from 0, of an expression that names no half of the earth.
pub(super) fn of_either_half(edtf: &str) -> Option<(i32, u8)> {
    let season: u8 = edtf.trim_end_matches(['~', '?', '%']).rsplit_once('-')?.1.parse().ok()?;
    (FIRST..NORTH).contains(&season).then(|| of_expression(edtf)).flatten()
}

/// The year and the season, from 0, of an expression that is one season.
pub(super) fn of_expression(edtf: &str) -> Option<(i32, u8)> {
    let (year, season) = edtf.trim_end_matches(['~', '?', '%']).rsplit_once('-')?;
    let season: u8 = season.parse().ok().filter(|season| FIRST_TO_LAST.contains(season))?;
    Some((year.parse().ok()?, (season - FIRST) % 4))
}

/// The stretches that are counted to a season of the north: from the first of a month to the
/// solstice or equinox. A winter of a year is the one that it begins with or the one that it ends with.
fn stretches(year: i32, quarter: u8) -> Vec<DaySpan> {
    let span = |from: (i32, u8), to: (i32, u8, u8)| {
        let first = calendar::day(from.0, from.1, 1);
        let last = calendar::day(to.0, to.1, to.2);
        first.zip(last).map(|(first, last)| DaySpan { first: Some(first), last: Some(last) })
    };
    let stretches = match quarter {
        0 => [span((year, 3), (year, 6, 21)), None],
        1 => [span((year, 6), (year, 9, 23)), None],
        2 => [span((year, 9), (year, 12, 22)), None],
        _ => [span((year - 1, 12), (year, 3, 21)), span((year, 12), (year + 1, 3, 21))],
    };
    stretches.into_iter().flatten().collect()
}
