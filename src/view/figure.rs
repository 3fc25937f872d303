//! Charts as pages show them: drawing, caption, how to read it, and the same data as a table.
//!
//! Entry points: [`figure`] for a page, [`chart_files`] and [`ChartFiles`] for the files of charts/.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Edition, Here, Link};
use crate::chart::{self, ChartSpec, Credit, Layouts, Plot, TableCell};
use crate::model::{
    ArticleIx, ChartChoice, ClaimIx, Corpus, EntityIx, FactIx, FactKind, Finding, PlacedChart, SheetIx,
};
use crate::plan::{self, Listing, Route};
use crate::value::date;

/// A chart with everything a reader needs to do without it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Figure {
    /// Anchor on the page.
    pub id: String,
    /// Caption: the finding.
    pub caption: String,
    /// What it measures, of which sources, in which scope.
    pub about: String,
    /// The drawing as inline SVG, narrow and wide; of a small chart narrow only.
    pub svg: String,
    /// Whether it is as small as others stand beside it, where the page has room.
    pub is_small: bool,
    /// How to read it; empty where it is read like a chart above it.
    pub how_to_read: &'static str,
    /// The anchor of the chart above it that says how to read both.
    pub read_like: Option<String>,
    /// Heads of the data table.
    pub heads: Vec<&'static str>,
    /// Rows of the data table.
    pub rows: Vec<Row>,
    /// How many more the file of figures has.
    pub n_more: usize,
    /// The same drawing as a file.
    pub file: String,
    /// The same figures as a file.
    pub csv: String,
}

impl Figure {
    /// The drawing's file, under the chart's caption.
    pub fn link(&self) -> Link {
        Link { text: self.caption.clone(), href: self.file.clone() }
    }
}

/// A row of a chart's data table.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Row {
    /// Where the row's figure comes from; may be empty.
    pub href: String,
    /// The cells, the first of which names the row.
    pub cells: Vec<String>,
}

/// What a chart of this edition is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plotted {
    /// The answers to one question.
    Fact(FactIx),
    /// The dates of one sheet on one axis.
    Dates(SheetIx),
    /// All events.
    Timeline,
    /// Discrepancies by kind.
    Totals,
    /// Who agrees with whom.
    Agreement,
    /// What each source answers.
    Coverage,
    /// Who says what, question by question.
    Answers,
    /// Whom each source relays.
    Relays,
    /// Questions whose figures differ.
    Spread,
    /// When each source was published, and of what days it speaks.
    Lanes,
    /// Where the places of a sheet are.
    Places(SheetIx),
    /// Where the places of the edition are.
    AllPlaces,
}

/// The charts of the edition as a whole.
const EDITION: [Plotted; 9] = [
    Plotted::Timeline,
    Plotted::Lanes,
    Plotted::Totals,
    Plotted::Answers,
    Plotted::Agreement,
    Plotted::Relays,
    Plotted::Spread,
    Plotted::Coverage,
    Plotted::AllPlaces,
];

impl Plotted {
    fn fact(&self) -> Option<FactIx> {
        match *self {
            Self::Fact(fact) => Some(fact),
            Self::Dates(_)
            | Self::Timeline
            | Self::Totals
            | Self::Agreement
            | Self::Coverage
            | Self::Answers
            | Self::Relays
            | Self::Spread
            | Self::Lanes
            | Self::Places(_)
            | Self::AllPlaces => None,
        }
    }
}

/// A chart for a page; `None` where there is nothing to draw.
pub fn figure(here: Here<'_>, plotted: Plotted) -> Option<Figure> {
    let spec = spec(here, plotted)?;
    let id = spec.about.id.clone();
    Some(of_spec(here, spec, (id, Layouts::Both)))
}

/// A chart among others on a page: one with few rows is drawn narrow only, and stands beside others like it.
fn among_others(here: Here<'_>, plotted: Plotted) -> Option<Figure> {
    let spec = spec(here, plotted)?;
    let is_small = matches!(&spec.plot, Plot::Ranges(plot) if plot.rows.len() <= N_ROWS_SMALL);
    let layouts = if is_small { Layouts::Narrow } else { Layouts::Both };
    let id = spec.about.id.clone();
    Some(of_spec(here, spec, (id, layouts)))
}

/// A chart that prose places; `earlier` counts those of the same fact above it on the page.
pub fn placed(here: Here<'_>, chart: &PlacedChart, earlier: usize) -> Option<Figure> {
    let mut spec = spec(here, Plotted::Fact(chart.fact))?;
    if let Some(title) = &chart.title {
        spec.about.title = Some(title.words.clone());
    }
    let id = match earlier {
        0 => spec.about.id.clone(),
        again => format!("{}--{}", spec.about.id, again + 1),
    };
    Some(of_spec(here, spec, (id, Layouts::Both)))
}

/// The most rows of a data table on a page: at some 280 bytes each they take 25 KB.
const N_ROWS_MAX: usize = 80;

/// The most rows of a chart that stands beside others.
const N_ROWS_SMALL: usize = 6;

/// A chart under an id that no other has on its page.
fn of_spec(here: Here<'_>, mut spec: ChartSpec, (id, layouts): (String, Layouts)) -> Figure {
    let [file, csv] = ["svg", "csv"].map(|format| here.to(file(&spec, format).as_str()));
    spec.about.id.clone_from(&id);
    let drawing = chart::draw(&spec, layouts);
    let table = chart::brief_table(&spec).without_empty_columns();
    let words = |cell: &TableCell| match cell {
        TableCell::Text(text) => text.clone(),
        TableCell::Number(number) => here.edition.language.figure(*number),
    };
    let rows = table
        .rows
        .iter()
        .take(N_ROWS_MAX)
        .map(|row| Row { href: row.href.clone(), cells: row.cells.iter().map(words).collect() });
    Figure {
        id,
        svg: drawing.svg_inline(),
        is_small: layouts == Layouts::Narrow,
        caption: drawing.title,
        about: drawing.desc,
        how_to_read: chart::how_to_read(&spec),
        read_like: None,
        heads: table.headers.clone(),
        rows: rows.collect(),
        n_more: table.rows.len().saturating_sub(N_ROWS_MAX),
        file,
        csv,
    }
}

/// The charts of a page, without those that have nothing to draw; the first of a kind says how to read all of them.
pub fn figures(here: Here<'_>, plotted: &[Plotted]) -> Vec<Figure> {
    let mut figures: Vec<Figure> =
        plotted.iter().filter_map(|&plotted| among_others(here, plotted)).collect();
    let mut told: BTreeMap<&str, String> = BTreeMap::new();
    for figure in &mut figures {
        match told.get(figure.how_to_read) {
            Some(above) => {
                figure.read_like = Some(above.clone());
                figure.how_to_read = "";
            }
            None => {
                told.insert(figure.how_to_read, figure.id.clone());
            }
        }
    }
    figures
}

/// The charts of a sheet: its dates on one axis, then every question that is answered by different figures,
/// and every chart that the author chose. What the summary places already is left out.
///
/// Answers that are all the same have no chart, and neither has a single one: the words say as much.
///
/// Where the questions stand on pages of their own, their charts stand there.
pub fn of_sheet(here: Here<'_>, sheet: SheetIx) -> Vec<Figure> {
    let mut plotted = plotted(here, sheet);
    if here.edition.plan.is_divided(Listing::Asked(sheet)) {
        plotted.retain(|plotted| plotted.fact().is_none());
    }
    figures(here, &plotted)
}

/// The charts of some questions of a sheet.
pub fn of_facts(here: Here<'_>, sheet: SheetIx, facts: &[FactIx]) -> Vec<Figure> {
    let facts: BTreeSet<FactIx> = facts.iter().copied().collect();
    let mut plotted = plotted(here, sheet);
    plotted.retain(|plotted| plotted.fact().is_some_and(|fact| facts.contains(&fact)));
    figures(here, &plotted)
}

fn plotted(here: Here<'_>, sheet: SheetIx) -> Vec<Plotted> {
    let corpus = here.edition.corpus;
    let dates = Some(Plotted::Dates(sheet)).filter(|&dates| spec(here, dates).is_some());
    let placed: BTreeSet<FactIx> = corpus[sheet].summary.charts.iter().map(|chart| chart.fact).collect();
    let tells =
        |fact: FactIx| is_telling(corpus, fact) && !(dates.is_some() && corpus[fact].kind == FactKind::Date);
    let is_chosen = |fact: FactIx| corpus[fact].chart.choice != ChartChoice::Auto;
    let is_shown = |&&fact: &&FactIx| (tells(fact) || is_chosen(fact)) && !placed.contains(&fact);
    let facts = corpus[sheet].facts.iter().filter(is_shown).map(|&fact| Plotted::Fact(fact));
    let mut all: Vec<Plotted> = dates.into_iter().chain(facts).collect();
    // What is disputed is drawn before what is not.
    let is_disputed = |fact: FactIx| here.edition.disputes().of(fact, None).next().is_some();
    let is_date = |fact: &FactIx| corpus[*fact].kind == FactKind::Date;
    all.sort_by_cached_key(|plotted| !match plotted.fact() {
        Some(fact) => is_disputed(fact),
        None => corpus[sheet].facts.iter().copied().filter(is_date).any(is_disputed),
    });
    all
}

/// Whether the claims of a fact give more than one value, or one of several places or times; a single claim does not.
pub fn is_telling(corpus: &Corpus, fact: FactIx) -> bool {
    let answer = |ix: ClaimIx| {
        let claim = &corpus[ix];
        (claim.part, &claim.reading, &claim.scope, claim.as_of.as_ref())
    };
    corpus[fact].claims.windows(2).any(|pair| answer(pair[0]) != answer(pair[1]))
}

/// The files of every chart that a page shows: the drawing and its figures. Each is drawn when it is its turn.
pub fn chart_files(edition: &Edition<'_>) -> impl ParallelIterator<Item = (Route, Vec<u8>)> {
    charts(edition).into_par_iter().filter_map(|plotted| drawn(edition, plotted)).flatten_iter()
}

/// The charts that have files, by the routes of the files; none is drawn yet.
#[derive(Debug)]
pub struct ChartFiles(BTreeMap<Route, Plotted>);

impl ChartFiles {
    /// Lists them.
    pub fn of(edition: &Edition<'_>) -> Self {
        let route = in_charts();
        let here = Here { edition, route: &route };
        let files = charts(edition).into_iter().filter_map(|plotted| {
            let spec = spec(here, plotted)?;
            Some(["svg", "csv"].map(|format| (file(&spec, format), plotted)))
        });
        Self(files.flatten().collect())
    }

    /// Draws the chart of a file; `None` where no chart has it.
    pub fn file(&self, edition: &Edition<'_>, route: &str) -> Option<Vec<u8>> {
        let plotted = self.0.get(&Route::new(route))?;
        let files = drawn(edition, *plotted)?;
        files.into_iter().find(|(known, _)| known.as_str() == route).map(|(_, bytes)| bytes)
    }
}

/// Every file of charts/ stands in that folder, so one place serves for the links of all.
fn in_charts() -> Route {
    Route::new("charts/any.svg")
}

/// The charts that have files.
fn charts(edition: &Edition<'_>) -> Vec<Plotted> {
    let corpus = edition.corpus;
    let route = in_charts();
    let here = Here { edition, route: &route };
    let mut all = EDITION.to_vec();
    all.extend((0..corpus.sheets.len() as u32).flat_map(|ix| plotted(here, SheetIx(ix))));
    all.extend((0..corpus.sheets.len() as u32).map(|ix| Plotted::Places(SheetIx(ix))));
    let shown: BTreeSet<FactIx> = all.iter().filter_map(Plotted::fact).collect();
    let placed: BTreeSet<FactIx> =
        corpus.prose().flat_map(|prose| &prose.charts).map(|chart| chart.fact).collect();
    all.extend(placed.difference(&shown).map(|&fact| Plotted::Fact(fact)));
    all
}

fn drawn(edition: &Edition<'_>, plotted: Plotted) -> Option<[(Route, Vec<u8>); 2]> {
    let route = in_charts();
    let spec = spec(Here { edition, route: &route }, plotted)?;
    let svg = chart::standalone(&chart::draw(&spec, Layouts::Wide), &credit(edition, plotted));
    Some([(file(&spec, "svg"), svg.into_bytes()), (file(&spec, "csv"), chart::csv(&spec).into_bytes())])
}

/// Whence a downloaded chart comes: edition, day, licence and the page that it stands on.
fn credit(edition: &Edition<'_>, plotted: Plotted) -> Credit {
    let settings = &edition.corpus.settings;
    let page = match plotted {
        Plotted::Fact(fact) => plan::sheet_route(edition.corpus, edition.corpus[fact].sheet),
        Plotted::Dates(sheet) | Plotted::Places(sheet) => plan::sheet_route(edition.corpus, sheet),
        Plotted::AllPlaces => Route::new("entities/index.html"),
        Plotted::Timeline | Plotted::Lanes => Route::new("timeline.html"),
        Plotted::Totals => Route::new("discrepancies.html"),
        Plotted::Agreement | Plotted::Coverage | Plotted::Answers | Plotted::Relays | Plotted::Spread => {
            Route::new("agreement.html")
        }
    };
    Credit {
        edition: settings.title.clone(),
        as_of: edition.last_date.as_ref().map(date::words),
        licence: settings.licence.clone(),
        address: settings.base_url.as_ref().map(|base| format!("{base}{}", page.as_str())),
    }
}

fn file(spec: &ChartSpec, format: &str) -> Route {
    Route::new(format!("charts/{}.{format}", spec.about.id.trim_start_matches("chart-")))
}

fn spec(here: Here<'_>, plotted: Plotted) -> Option<ChartSpec> {
    let Edition { corpus, findings, .. } = *here.edition;
    let asked = here.edition.asked();
    let claim = |ix: ClaimIx| here.claim(ix);
    let source = |ix: ArticleIx| here.article(ix).href;
    let place = |ix: EntityIx| here.entity(ix).href;
    match plotted {
        Plotted::Fact(fact) => chart::of_fact(asked, fact, &claim).ok(),
        Plotted::Dates(sheet) => {
            let own: Vec<&Finding> = here.edition.of_sheet(sheet).iter().map(|&i| &findings[i]).collect();
            chart::of_dates(asked, &own, sheet, &claim)
        }
        Plotted::Places(sheet) => {
            let own: Vec<&Finding> = here.edition.of_sheet(sheet).iter().map(|&i| &findings[i]).collect();
            chart::places_of_sheet(corpus, &own, sheet, &place)
        }
        Plotted::AllPlaces => {
            let named: Vec<EntityIx> = here.edition.plan.naming.entries().collect();
            chart::places_of_edition(corpus, findings, &named, &place)
        }
        Plotted::Timeline => {
            let dating = |sheet| here.edition.dating(sheet);
            chart::timeline(asked, &dating, &|sheet| here.to(plan::sheet_route(corpus, sheet).as_str()))
        }
        Plotted::Totals => (here.edition.discrepancies.len() > 1).then(|| {
            chart::totals(asked, findings, &|kind| here.to(&format!("discrepancies.html#kind-{kind}")))
        }),
        Plotted::Agreement => chart::matrix(asked, findings, &|_, b| source(b)),
        Plotted::Coverage => chart::coverage(asked, &source),
        Plotted::Answers => chart::who_says_what(asked, findings, &|fact| here.fact(fact).href),
        Plotted::Relays => chart::who_relays_whom(asked, &|ix| here.entity(ix).href, &source),
        Plotted::Spread => chart::spread(asked, findings, &claim),
        Plotted::Lanes => chart::lanes(asked, &claim, &source),
    }
}
