//! Why a fact has no chart, and where that is a fault of the author's; entry point [`faults`].

use std::collections::BTreeMap;

use super::{Asked, fact};
use crate::check::{Bylines, Joined};
use crate::diag::{Code, Diagnostic};
use crate::model::{ChartChoice, Corpus, Fact, FactIx, PlacedChart};

/// Why there is nothing to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undrawn {
    /// No claim, or one that could not be read; that is a fault of its own.
    Unanswered,
    /// The author wants none.
    Unwanted,
    /// Names, lists, positions, texts and yes-no have no place on an axis.
    NoAxis,
    /// The chart that the author chose is for figures.
    NotAFigure,
    /// The chart that the author chose is for dates.
    NotADate,
    /// Amounts in different currencies share no axis.
    Currencies,
    /// The answers are not broken down.
    NotBrokenDown,
    /// The figures do not hold for two days or more.
    OneDay,
}

/// Every chart that is chosen, titled or placed in prose, and cannot be drawn.
pub fn faults(corpus: &Corpus) -> Vec<Diagnostic> {
    let joined = Joined::new(corpus);
    let bylines = Bylines::new(corpus, &joined);
    let asked = Asked { corpus, joined: &joined, bylines: &bylines };
    let undrawn = |fact| fact::undrawn(asked, fact);
    let facts = || (0..corpus.facts.len() as u32).map(FactIx);
    let titled = facts().filter(|&ix| corpus[ix].chart.title.is_some());
    let titled = titled.filter_map(|ix| of_title(&corpus[ix], undrawn(ix)?));
    let chosen = facts().filter(|&ix| corpus[ix].chart.span.is_some());
    let chosen = chosen.filter_map(|ix| of_choice(&corpus[ix], undrawn(ix)?));
    let placed = corpus.prose().flat_map(|prose| &prose.charts);
    let placed = placed.filter_map(|chart| of_place(chart, &corpus[chart.fact], undrawn(chart.fact)?));
    let again = corpus.prose().flat_map(|prose| too_often(corpus, &prose.charts));
    chosen.chain(titled).chain(placed).chain(again).collect()
}

/// How many charts of one fact a text may place, under different titles: each is as large as the fact.
const OF_A_FACT_MAX: usize = 12;

/// The first chart of each fact that a text places once too often.
fn too_often(corpus: &Corpus, charts: &[PlacedChart]) -> Vec<Diagnostic> {
    let mut n_placed: BTreeMap<FactIx, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for chart in charts {
        let n = n_placed.entry(chart.fact).or_default();
        *n += 1;
        if *n == OF_A_FACT_MAX + 1 {
            let message = format!(
                "the text places the chart of `{}` more than {OF_A_FACT_MAX} times",
                corpus[chart.fact].id
            );
            faults.push(
                Diagnostic::error(Code::ChartImpossible, chart.span, message)
                    .help("link to the chart above, or take it out"),
            );
        }
    }
    faults
}

/// A choice in a fact sheet that nothing comes of.
fn of_choice(fact: &Fact, undrawn: Undrawn) -> Option<Diagnostic> {
    let span = fact.chart.span?;
    let choice = match fact.chart.choice {
        ChartChoice::Ranges => "ranges",
        ChartChoice::Breakdown => "breakdown",
        ChartChoice::Dates => "dates",
        ChartChoice::Series => "series",
        ChartChoice::Auto | ChartChoice::None => return None,
    };
    let (why, help) = told(undrawn)?;
    let message = format!("`chart: {choice}` cannot be drawn: {why}");
    Some(Diagnostic::error(Code::ChartImpossible, span, message).help(help))
}

/// A title that stands above nothing.
fn of_title(fact: &Fact, undrawn: Undrawn) -> Option<Diagnostic> {
    let title = fact.chart.title.as_ref()?;
    let (why, help) = match (undrawn, fact.chart.choice) {
        (Undrawn::Unwanted, _) => ("the fact says `chart: none`", "take one of the two out"),
        (why, ChartChoice::Auto) => told(why)?,
        // The choice is the fault, and reported there.
        (
            _,
            ChartChoice::None
            | ChartChoice::Ranges
            | ChartChoice::Breakdown
            | ChartChoice::Dates
            | ChartChoice::Series,
        ) => return None,
    };
    let message = format!("`chart_title` stands above no chart: {why}");
    Some(Diagnostic::error(Code::ChartImpossible, title.span, message).help(help))
}

/// A chart in prose that does not exist.
fn of_place(chart: &PlacedChart, fact: &Fact, undrawn: Undrawn) -> Option<Diagnostic> {
    if undrawn == Undrawn::Unwanted {
        let message = format!("`{}` has no chart: its sheet says `chart: none`", fact.id);
        let help = "take `chart: none` out of the sheet, or place the chart of another fact";
        return Some(Diagnostic::error(Code::ChartImpossible, chart.span, message).help(help));
    }
    if fact.chart.choice != ChartChoice::Auto {
        // The choice in the sheet is the fault, and reported there.
        return None;
    }
    let (why, help) = told(undrawn)?;
    let message = format!("`{}` has no chart: {why}", fact.id);
    Some(Diagnostic::error(Code::ChartImpossible, chart.span, message).help(help))
}

/// The reason in words, and what to do; `None` where another fault says it.
fn told(undrawn: Undrawn) -> Option<(&'static str, &'static str)> {
    match undrawn {
        Undrawn::Unanswered | Undrawn::Unwanted => None,
        Undrawn::NoAxis => Some((
            "answers of its kind have no place on an axis",
            "charts are for facts of the kinds count, money, percent and date",
        )),
        Undrawn::NotAFigure => {
            Some(("it is for figures, and the fact asks for a date", "write `chart: dates`, or leave it out"))
        }
        Undrawn::NotADate => Some((
            "it is for dates, and the fact asks for a figure",
            "write `ranges`, `breakdown` or `series`, or leave `chart` out",
        )),
        Undrawn::Currencies => Some((
            "its amounts are in different currencies, which share no axis",
            "ask for each currency in a fact of its own",
        )),
        Undrawn::NotBrokenDown => {
            Some(("the fact has no `by`", "say what the answers are broken down by, or write `ranges`"))
        }
        Undrawn::OneDay => Some((
            "its claims do not hold for two different days",
            "give each claim its `as_of`, with a year, or write `ranges`",
        )),
    }
}
