//! As-of series: claims over the time for which they hold, numbered and listed below.
//!
//! Entry points: [`draw`], [`title`], [`table`]. A line joins a figure to the one that updates
//! it, a dashed line to one worded as its correction; nothing is drawn between other claims.
//! A series too long for that is one line, in `line`.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use rust_decimal::Decimal;

use super::axis::Axis;
use super::dense::is_dense;
use super::figures::place;
use super::hedged::{self, Ends};
use super::ink::Ink;
use super::key;
use super::line::{self, first_day};
use super::marks::Shape;
use super::paper::{Anchor, Paper};
use super::ranges::{ends, entries, extent, reading};
use super::spec::{About, Series, SeriesPoint, Step};
use super::table::{Cell, Table};
use super::words::{first_short, in_sentence, unsaid};
use crate::model::Interval;
use crate::value::date;

const HEIGHT: i32 = 2400;

/// Draws the figures over time and lists them.
pub fn draw(paper: &mut Paper, series: &Series) {
    if is_dense(series.points.len()) {
        return line::draw(paper, series);
    }
    let days: Vec<i32> = series.points.iter().filter_map(|point| first_day(&point.as_of)).collect();
    let first = days.iter().min().copied().unwrap_or(0);
    let time = Axis::days(first, days.iter().max().copied().unwrap_or(first));
    let figures = Axis::figures(extent(series.points.iter().map(|point| &point.row.quantity)));
    paper.paragraph(Ink::Note, &series.unit.axis, 2);
    let left =
        figures.ticks.iter().map(|tick| paper.text_width(Ink::Tick, &tick.label)).max().unwrap_or(0) + 100;
    let right = paper.width() - 120;
    let (top, bottom) = (paper.y + paper.gap, paper.y + paper.gap + HEIGHT);
    let plane = Cartesian2d::new::<Axis, Axis>(time, figures, (left..right, bottom..top));
    paper.plane_grid(&plane, (left, bottom));
    paper.y = bottom + paper.line;
    let at = |point: &SeriesPoint| {
        let day = first_day(&point.as_of).unwrap_or(first);
        plane.translate(&(f64::from(day), place(point.row.quantity.number.low)))
    };
    for pair in series.points.windows(2) {
        match pair[1].step {
            Step::Update => paper.line(Ink::Line, &[at(&pair[0]), at(&pair[1])]),
            Step::Correction => paper.line(Ink::Dash, &[at(&pair[0]), at(&pair[1])]),
            Step::First | Step::Other | Step::Fall | Step::Outlier => {}
        }
    }
    for (i, point) in series.points.iter().enumerate() {
        let (x, y) = at(point);
        paper.hue = point.row.hue;
        let reach = |end: Option<Decimal>| end.map(|value| plane.translate(&(0.0, place(value))).1);
        let ends = |interval: &Interval| [reach(interval.lower()), reach(interval.upper())];
        let quantity = &point.row.quantity;
        let ends = Ends { hard: ends(&quantity.hard), plausible: ends(&quantity.plausible) };
        hedged::upright(paper, quantity.number.hedge, (x, y), &ends);
        let below = reach(point.row.quantity.hard.lower()).map_or(y, |end| end.max(y));
        paper.text(Ink::Tick, &(i + 1).to_string(), Anchor::middle(x, below + 150));
    }
    paper.hue = None;
    list(paper, series);
    key::draw(paper, &meanings(series));
}

/// The shapes of the figures, and of the lines between them.
fn meanings(series: &Series) -> Vec<(Shape, String)> {
    let has = |step| series.points.iter().any(|point| point.step == step);
    let lines = [
        (Step::Update, Shape::Update, "updates the figure before"),
        (Step::Correction, Shape::Correction, "corrects the figure before"),
    ];
    let lines = lines.into_iter().filter(|(step, ..)| has(*step));
    let figures = entries(series.points.iter().map(|point| point.row.quantity.number.hedge)).into_iter();
    figures.chain(lines.map(|(_, shape, meaning)| (shape, meaning.to_owned()))).collect()
}

fn list(paper: &mut Paper, series: &Series) {
    for (i, point) in series.points.iter().enumerate() {
        paper.y += paper.gap / 2;
        let top = paper.y;
        let words = format!("{}{}", point.row.words, step_words(point.step));
        let label = format!("{}  {}, {}", i + 1, date::words(&point.as_of), point.row.group);
        paper.label_and_words(Ink::Note, &label, &words);
        paper.link_rows(top, &point.row.href, format!("{label}: {words}"));
    }
    paper.y += paper.gap;
}

fn step_words(step: Step) -> &'static str {
    match step {
        Step::First | Step::Other | Step::Fall | Step::Outlier => "",
        Step::Update => ", an update",
        Step::Correction => ", a correction",
    }
}

/// The finding in at most twelve words.
pub fn title(about: &About, series: &Series) -> String {
    let measure = &about.measure;
    // Figures of another scope, which stand behind the first line, are not later reports of it.
    let starts = series.points.iter().skip(1).position(|point| point.step == Step::First);
    let points = &series.points[..starts.map_or(series.points.len(), |i| i + 1)];
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return measure.clone();
    };
    let (from, to) = (first.row.quantity.number.low, last.row.quantity.number.low);
    let direction = match from.cmp(&to) {
        std::cmp::Ordering::Less => "higher",
        std::cmp::Ordering::Equal => "the same",
        std::cmp::Ordering::Greater => "lower",
    };
    let noun = series.unit.noun.as_str();
    if let Some(rival) = rival(points) {
        let (one, other) = (&rival.row.words, in_sentence(&last.row, unsaid(noun, measure)));
        return first_short([
            format!("{measure}: the latest reports differ, {one} or {other}"),
            format!("The latest reports differ: {one} or {}", in_sentence(&last.row, noun)),
            "The latest reports differ".to_owned(),
        ]);
    }
    let first = &first.row.words;
    let beside = in_sentence(&last.row, unsaid(noun, measure));
    let alone = in_sentence(&last.row, noun);
    first_short([
        format!("{measure}: the latest report is {direction}, {beside} after {first}"),
        format!("The latest report is {direction}: {alone} after {first}"),
        format!("The latest report is {direction} than the first"),
    ])
}

/// Another figure of the last day that leaves no room for the last one.
fn rival(points: &[SeriesPoint]) -> Option<&SeriesPoint> {
    let (last, before) = points.split_last()?;
    let own = &last.row.quantity.hard;
    before.iter().find(|point| point.as_of.edtf == last.as_of.edtf && !point.row.quantity.hard.meets(own))
}

/// The same figures as a table.
pub fn table(series: &Series) -> Table {
    rows(series.points.iter())
}

/// The rows that a page shows: all, or of a long series those that the drawing marks.
pub fn brief_table(series: &Series) -> Table {
    if !is_dense(series.points.len()) {
        return table(series);
    }
    rows(line::marked(series))
}

fn rows<'a>(points: impl Iterator<Item = &'a SeriesPoint>) -> Table {
    let mut table = Table::new(&["As of", "Source", "Words", "From", "To", "Read as", "Step"]);
    for point in points {
        let [from, to] = ends(&point.row.quantity);
        let texts =
            [&date::words(&point.as_of), &point.row.group, &point.row.words].map(|text| Cell::text(text));
        let step = match point.step {
            Step::First => "first",
            Step::Update => "update",
            Step::Correction => "correction",
            Step::Other => "other",
            Step::Fall => "fall",
            Step::Outlier => "outlier",
        };
        let rest = [from, to, Cell::text(reading(point.row.quantity.number.hedge)), Cell::text(step)];
        table.push(&point.row.href, texts.into_iter().chain(rest).collect());
    }
    table
}
