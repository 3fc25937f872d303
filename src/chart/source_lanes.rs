//! A lane for each source on one time axis: when it was published, and which days it speaks of.
//!
//! Entry points: [`draw`], [`title`], [`table`]. A source that states no year has its days in the year that others
//! give, hollow, as in charts of dates.

use super::axis::Axis;
use super::days::{self, Year};
use super::figures::counted;
use super::ink::Ink;
use super::key;
use super::marks::{self, Shape};
use super::paper::{Beside, Paper};
use super::spec::{Dates, Grouping};
use super::table::{Cell, Table};
use super::wide_spec::{Lane, SourceLanes};
use super::words::first_short;
use super::years::{self, Placed};
use crate::model::DateValue;
use crate::value::date;

/// Half the height of a time within which a source was published.
const HALF: i32 = 85;

/// Draws a lane for each source.
pub fn draw(paper: &mut Paper, lanes: &SourceLanes) {
    let placed = placed(lanes);
    let drawn = placed.iter().flatten().flat_map(|(days, _)| days);
    let all = drawn.chain(lanes.lanes.iter().filter_map(published));
    let ends = all.flat_map(|date| date.spans.iter().flat_map(|span| [span.first, span.last])).flatten();
    let (first, last) =
        ends.fold((i32::MAX, i32::MIN), |(first, last), day| (first.min(day.0), last.max(day.0)));
    if first > last {
        return paper.paragraph(Ink::Note, "No source states a date.", 1);
    }
    let plot = paper.plot(Axis::days(first, last));
    paper.y += paper.line;
    let top = paper.y;
    for (lane, placed) in lanes.lanes.iter().zip(&placed) {
        paper.y += paper.gap;
        let start = paper.y;
        let words = words(lane);
        paper.hue = lane.hue;
        let beside = Beside { name: Some((Ink::Label, &lane.name)), words: &words, ..Beside::default() };
        paper.row(beside, |paper, y| {
            match published(lane).and_then(|date| days::ends(&plot, date)) {
                Some((first, last)) if first == last => marks::square(paper, (first, y)),
                // Some day of a month or a year.
                Some((first, last)) => paper.bar(Ink::Outline, (first, y - HALF), (last, y + HALF)),
                None => {}
            }
            for (dates, year) in placed {
                dates.iter().for_each(|date| days::date(paper, &plot, y, (date, *year)));
            }
        });
        paper.hue = None;
        paper.link_rows(start, &lane.href, format!("{}: {words}", lane.name));
    }
    paper.y += paper.gap;
    paper.grid(&plot, top);
    let is_hollow = placed.iter().flatten().any(|(_, year)| *year == Year::Supposed);
    let is_day = |date: &DateValue| date.earliest() == date.latest();
    let n_published = lanes.lanes.iter().filter_map(published).count();
    let n_on_a_day = lanes.lanes.iter().filter_map(published).filter(|date| is_day(date)).count();
    let meanings = [
        (n_on_a_day > 0, Shape::Corrected, "published"),
        (n_on_a_day < n_published, Shape::AtMost, "published within"),
        (true, Shape::Point, "speaks of"),
        (is_hollow, Shape::NoYear, "year not stated"),
    ];
    let meanings = meanings.into_iter().filter(|(occurs, ..)| *occurs);
    key::draw(paper, &meanings.map(|(_, shape, meaning)| (shape, meaning.to_owned())).collect::<Vec<_>>());
}

fn published(lane: &Lane) -> Option<&DateValue> {
    lane.published.as_ref().filter(|date| date.year_known)
}

/// Where the dates of each lane stand: one without a year in the year that others give to the same question.
fn placed(lanes: &SourceLanes) -> Vec<Vec<(Vec<DateValue>, Year)>> {
    let rows = lanes.lanes.iter().flat_map(|lane| lane.dates.iter().cloned()).collect();
    let all = years::place(&Dates { by: Grouping::Unrelated, rows, orders: Vec::new() });
    let mut all = all.into_iter();
    let of_lane = |lane: &Lane| {
        let own = all.by_ref().take(lane.dates.len());
        let drawn = own.filter_map(|placed| match placed {
            Placed::Stated(date) => Some((vec![date], Year::Stated)),
            Placed::Supposed(dates) => Some((dates, Year::Supposed)),
            Placed::Yearless(_) | Placed::Nowhere => None,
        });
        drawn.collect()
    };
    lanes.lanes.iter().map(of_lane).collect()
}

fn words(lane: &Lane) -> String {
    let n_yearless =
        lane.dates.iter().filter(|row| row.date.as_ref().is_some_and(|date| !date.year_known)).count();
    let dates = counted(lane.dates.len(), "date");
    let dates = match n_yearless {
        0 => dates,
        n if n == lane.dates.len() => format!("{dates}, none with a year"),
        n => format!("{dates}, {n} without a year"),
    };
    match &lane.published {
        Some(published) => format!("published {}; {dates}", date::words(published)),
        None => format!("publication not dated; {dates}"),
    }
}

/// How the chart is to be read.
pub const HOW_TO_READ: &str = "Each lane is one source. The square is the day on which it was published, where it says so; each other mark is a date \
     that it states. A hollow mark has no year of its own and stands in the year that others give for the same; dates for \
     which nobody gives a year are counted in words only. Each lane links to the source.";

/// The finding in at most twelve words.
pub fn title(lanes: &SourceLanes) -> String {
    let n_undated = lanes.lanes.iter().filter(|lane| published(lane).is_none()).count();
    let n = lanes.lanes.len();
    match n_undated {
        0 => first_short([format!(
            "When {} were published, and what days they speak of",
            counted(n, "source")
        )]),
        undated => first_short([format!("{undated} of {n} sources: no date of publication is recorded")]),
    }
}

/// The same dates as a table.
pub fn table(lanes: &SourceLanes) -> Table {
    let mut table = Table::new(&["Source", "Question", "Words", "EDTF"]);
    for lane in &lanes.lanes {
        let told = lane.published.as_ref().map_or_else(|| "not dated".to_owned(), date::words);
        let edtf = lane.published.as_ref().map_or("", |date| &date.edtf);
        table.push(&lane.href, [&lane.name, "Published", &told, edtf].map(Cell::text).into());
        for row in &lane.dates {
            let edtf = row.date.as_ref().map_or("", |date| &date.edtf);
            table.push(&row.href, [&lane.name, &row.group, &row.words, edtf].map(Cell::text).into());
        }
    }
    table
}
