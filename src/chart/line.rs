//! A series of very many figures: one line through all of them, day by day.
//!
//! Entry points: [`draw`], [`told`], [`marked`]. What is closer together than a drawing can show is
//! gathered in columns, each of which keeps its first, lowest, highest and last figure: the line
//! has the same outline, and the same claims give the same bytes. Nothing is averaged.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::Cartesian2d;
use plotters_backend::BackendCoord;

use super::axis::Axis;
use super::figures::{counted, place};
use super::hedged;
use super::ink::Ink;
use super::key;
use super::marks::Shape;
use super::paper::Paper;
use super::ranges::extent;
use super::spec::{Series, SeriesPoint, Step};
use crate::model::DateValue;

const HEIGHT: i32 = 2400;

/// How many columns all lines of a drawing share: four points each, of some ten bytes, are half of
/// the 12 KB that a page has for such a drawing.
const N_COLUMNS: usize = 160;

/// The most marks of one kind that are drawn; the figures as CSV name every step.
const N_MARKS_MAX: usize = 30;

/// What is marked on the line, with its shape and what the shape means.
const MARKED: [(Step, Shape, &str); 3] = [
    (Step::Fall, Shape::Fall, "below every figure of the day before"),
    (Step::Outlier, Shape::Outlier, "fits neither day beside it"),
    (Step::Correction, Shape::Corrected, "worded as a correction"),
];

/// Draws the line, what is marked on it, and the key.
pub fn draw(paper: &mut Paper, series: &Series) {
    let days: Vec<i32> = series.points.iter().filter_map(|point| first_day(&point.as_of)).collect();
    let first = days.iter().min().copied().unwrap_or(0);
    let time = Axis::days(first, days.iter().max().copied().unwrap_or(first));
    let figures = Axis::figures(extent(series.points.iter().map(|point| &point.row.quantity)));
    let unit = &series.unit.axis;
    let scale = figures.scale_note().map_or_else(|| unit.clone(), |note| format!("{unit}, {note}"));
    paper.paragraph(Ink::Note, &scale, 2);
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
    let lines = scopes(series);
    let width = (right - left) / i32::try_from((N_COLUMNS / lines.len().max(1)).max(1)).unwrap_or(1);
    for line in &lines {
        let points: Vec<BackendCoord> = line.iter().map(at).collect();
        paper.line(Ink::Line, &outline(&points, width.max(1)));
    }
    for (step, shape, _) in MARKED {
        few(series, step).for_each(|point| hedged::on_line(paper, shape, at(point)));
    }
    key::draw(paper, &meanings(series));
}

/// The first day for which a figure holds.
pub fn first_day(date: &DateValue) -> Option<i32> {
    date.spans.iter().filter_map(|span| span.first.or(span.last)).map(|day| day.0).min()
}

/// The points of each scope: a line leads through one only.
fn scopes(series: &Series) -> Vec<&[SeriesPoint]> {
    series.points.chunk_by(|_, next| next.step != Step::First).collect()
}

/// The first, lowest, highest and last point of each column, in the order of the line.
fn outline(points: &[BackendCoord], width: i32) -> Vec<BackendCoord> {
    let mut kept: Vec<BackendCoord> = Vec::new();
    for column in points.chunk_by(|a, b| a.0 / width == b.0 / width) {
        let at = |extreme: Option<(usize, &BackendCoord)>| extreme.map_or(0, |(i, _)| i);
        let lowest = at(column.iter().enumerate().max_by_key(|(_, point)| point.1));
        let highest = at(column.iter().enumerate().min_by_key(|(_, point)| point.1));
        let mut places = [0, lowest, highest, column.len() - 1];
        places.sort_unstable();
        kept.extend(places.map(|i| column[i]));
    }
    kept.dedup();
    // Between two others on one level a point says nothing.
    let mut told: Vec<BackendCoord> = Vec::with_capacity(kept.len());
    for point in kept {
        let is_between = told.len() > 1 && told[told.len() - 2..].iter().all(|before| before.1 == point.1);
        if is_between {
            told.pop();
        }
        told.push(point);
    }
    told
}

fn meanings(series: &Series) -> Vec<(Shape, String)> {
    let has = |step| series.points.iter().any(|point| point.step == step);
    let marked = MARKED.into_iter().filter(|(step, ..)| has(*step));
    let line = [(Shape::Update, "from each figure to the next".to_owned())].into_iter();
    line.chain(marked.map(|(_, shape, meaning)| (shape, meaning.to_owned()))).collect()
}

fn n_of(series: &Series, step: Step) -> usize {
    series.points.iter().filter(|point| point.step == step).count()
}

/// The points of one kind, or where they are too many, as many of them at equal steps.
fn few(series: &Series, step: Step) -> impl Iterator<Item = &SeriesPoint> {
    let stride = n_of(series, step).div_ceil(N_MARKS_MAX).max(1);
    series.points.iter().filter(move |point| point.step == step).step_by(stride)
}

/// The figures that a page names beside the line: the first and the last of each line, and what is
/// marked on it, each in its order.
pub fn marked(series: &Series) -> impl Iterator<Item = &SeriesPoint> {
    let lines = scopes(series).into_iter().take(N_MARKS_MAX);
    let ends = lines.flat_map(|line| line.first().into_iter().chain(line.last()));
    let marked: Vec<&SeriesPoint> = MARKED.iter().flat_map(|(step, ..)| few(series, *step)).collect();
    let mut all: Vec<&SeriesPoint> =
        ends.filter(|end| !marked.iter().any(|one| std::ptr::eq(*one, *end))).collect();
    all.extend(marked);
    all.sort_by_key(|point| first_day(&point.as_of));
    all.into_iter()
}

/// What the line holds and what of it is gathered, in sentences.
pub fn told(series: &Series) -> String {
    let n = series.points.len();
    let mut text = format!(
        " A line through {}, in the order of their days; where they stand closer than the drawing can show, \
         through the first, the lowest, the highest and the last of those that share a place.",
        counted(n, "figure")
    );
    let n_lines = scopes(series).len();
    if n_lines > 1 {
        text.push_str(&format!(" Figures of different scope stand on lines of their own, {n_lines} in all."));
    }
    let marks = [(Step::Fall, "fall"), (Step::Outlier, "outlier"), (Step::Correction, "correction")];
    let told: Vec<String> =
        marks.into_iter().filter_map(|(step, name)| marks_of(series, step, name)).collect();
    if !told.is_empty() {
        text.push_str(&format!(" Marked: {}.", told.join(", ")));
    }
    if series.n_undated > 0 {
        text.push_str(&format!(
            " Not drawn, because no day is stated: {}.",
            counted(series.n_undated, "claim")
        ));
    }
    text
}

/// `three falls`, or `one in four of 117 falls` where more are there than are drawn.
fn marks_of(series: &Series, step: Step, name: &str) -> Option<String> {
    let n = n_of(series, step);
    let told = counted(n, name);
    match n.div_ceil(N_MARKS_MAX) {
        0 => None,
        1 => Some(told),
        stride => Some(format!("one in {stride} of {told}")),
    }
}
