//! What a chart shows, before anything is drawn: plain rows with labels, values and addresses.
//!
//! Entry point [`ChartSpec`]. Values are as read from the sources; nothing here is averaged,
//! smoothed or estimated.

use super::ink::Hue;
pub use super::rows::{DateRow, RangeRow, Whole};
use super::wide_spec::{Locator, Relays, SourceLanes, Spread, Voices};
use crate::check::standing::Standing;
use crate::model::{DateValue, Difference, Interval, Severity};

/// A chart to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSpec {
    /// What it is about.
    pub about: About,
    /// What it shows.
    pub plot: Plot,
}

/// What a chart is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Prefix of every id in the drawing, unique on its page.
    pub id: String,
    /// A title that replaces the generated one.
    pub title: Option<String>,
    /// The question, such as `People arrested`.
    pub measure: String,
    /// Where, whom, on what basis: what all rows share.
    pub scope: Option<String>,
    /// The time it covers.
    pub period: Option<String>,
    /// Names of the sources, in order of first appearance.
    pub sources: Vec<String>,
}

/// The kinds of chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plot {
    /// Range of reports: a row per claim.
    Ranges(Ranges),
    /// Small multiples: a range of reports for each part.
    Multiples(Multiples),
    /// Parts of a whole, source beside source.
    Breakdown(Breakdown),
    /// Days on a calendar axis.
    Dates(Dates),
    /// All events.
    Timeline(Timeline),
    /// Agreement, source by source.
    Matrix(Matrix),
    /// Discrepancies by class and severity.
    Totals(Totals),
    /// Claims per source.
    Coverage(Coverage),
    /// Claims over reporting time.
    Series(Series),
    /// Who says what, question by question.
    Voices(Voices),
    /// Who is cited by whom.
    Relays(Relays),
    /// Questions whose figures differ.
    Spread(Spread),
    /// A lane for each source.
    Lanes(SourceLanes),
    /// Where places are.
    Locator(Locator),
}

/// What figures count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// As it stands above an axis: `people`, `USD per year`.
    pub axis: String,
    /// As it follows a figure in a sentence: `people`, `per year`; may be empty.
    pub noun: String,
}

impl Unit {
    /// The unit of things that are counted.
    pub fn counted(name: &str) -> Self {
        Self { axis: name.to_owned(), noun: name.to_owned() }
    }
}

/// Range of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// What the figures count.
    pub unit: Unit,
    /// The claims, the smallest first; one of a smaller place stands under that of the larger.
    pub rows: Vec<RangeRow>,
    /// Whether all speak of one place, time and basis.
    pub is_alike: bool,
}

/// A range of reports for each part, all on the same scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multiples {
    /// What the figures count.
    pub unit: Unit,
    /// The parts, in the order in which sources name them.
    pub parts: Vec<Part>,
}

/// Parts of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What the figures count.
    pub unit: Unit,
    /// What it is broken down by, such as `nationality`.
    pub dimension: String,
    /// The whole, where it is asked for.
    pub total: Option<Part>,
    /// The parts, in the order in which sources name them.
    pub parts: Vec<Part>,
    /// What each source leaves unstated of its own total.
    pub remainders: Vec<Remainder>,
    /// What holds for all figures of a source: as-of, whom it cites.
    pub notes: Vec<String>,
}

/// A part, with what each source says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// A row per claim; `group` is the source.
    pub rows: Vec<RangeRow>,
}

/// What a source leaves unstated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remainder {
    /// The source.
    pub source: String,
    /// Its total in its own words; `None` where it only mentions others without a figure.
    pub of: Option<String>,
    /// What the hard ends of its total and of its parts leave; any number where they settle nothing.
    pub left: Interval,
    /// Where the total is shown.
    pub href: String,
}

/// What the rows of dates stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// All rows answer one question; each group is a source.
    Sources,
    /// Each group is a question, with what every source answers.
    Questions,
    /// Each row is an event.
    Events,
    /// Each group is a question that has nothing to do with the next.
    Unrelated,
}

/// Days on a calendar axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// What the rows stand under.
    pub by: Grouping,
    /// The claims; those of one group stand together.
    pub rows: Vec<DateRow>,
    /// What must come before what.
    pub orders: Vec<Order>,
}

/// Two rows, the first of which must not come after the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Position of the earlier row.
    pub earlier: usize,
    /// Position of the later row.
    pub later: usize,
    /// Whether the dates are in order.
    pub kept: Kept,
}

/// Whether an order is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is, or can be.
    Yes,
    /// It cannot be, for this reason.
    No(String),
}

/// All events, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The events; `group` is the heading and `words` the date as written. An event on whose date sources
    /// contradict each other has a row for each answer, one below the other.
    pub rows: Vec<DateRow>,
}

impl Timeline {
    /// The rows of each event.
    pub fn events(&self) -> impl Iterator<Item = &[DateRow]> {
        self.rows.chunk_by(|a, b| (&a.group, &a.href) == (&b.group, &b.href))
    }
}

/// Agreement, source by source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The sources.
    pub sources: Vec<Lettered>,
    /// A cell for every pair, the first position smaller than the second.
    pub cells: Vec<Cell>,
}

/// A source with the letter that stands for it on the page of its chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lettered {
    /// The letter.
    pub siglum: String,
    /// The name.
    pub name: String,
}

/// What two sources have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Position of the first source.
    pub first: usize,
    /// Position of the second source.
    pub second: usize,
    /// How they stand on the questions that both answer.
    pub standing: Standing,
    /// Where the discrepancies of the two are.
    pub href: String,
}

/// Discrepancies by kind and severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// A row per kind, most serious first.
    pub rows: Vec<TotalRow>,
}

/// The discrepancies of a kind: disputes, and records of other differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// The kind.
    pub kind: Difference,
    /// How many of each severity, most serious first.
    pub counts: Vec<(Severity, usize)>,
    /// Where they are listed.
    pub href: String,
}

/// Claims per source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// A row per source.
    pub rows: Vec<CoverageRow>,
    /// Facts that the corpus asks.
    pub facts: usize,
}

/// What one source answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageRow {
    /// The source.
    pub source: String,
    /// Facts that it answers and others answer too.
    pub shared: usize,
    /// Facts that it alone answers.
    pub alone: usize,
    /// Its claims, all told.
    pub claims: usize,
    /// Its hue.
    pub hue: Option<Hue>,
    /// The source's page.
    pub href: String,
}

/// Claims over reporting time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What the figures count.
    pub unit: Unit,
    /// The claims, earliest as-of first; in a long series those of one scope stand together.
    pub points: Vec<SeriesPoint>,
    /// How many claims state no day: a long series is drawn without them.
    pub n_undated: usize,
}

/// A figure and when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPoint {
    /// When it holds.
    pub as_of: DateValue,
    /// What it does to the figure before.
    pub step: Step,
    /// The claim.
    pub row: RangeRow,
}

/// What a figure does to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The first figure.
    First,
    /// A later, higher figure of a running total.
    Update,
    /// A figure worded as a correction.
    Correction,
    /// A running total below every figure of the day before; told in a long series.
    Fall,
    /// A running total between days that fit each other, and it fits neither; told in a long series.
    Outlier,
    /// Another figure for its own occasion, or one that contradicts.
    Other,
}
