//! What a chart says in words: title, description, reading aid and data table.
//!
//! Entry points: [`title`], [`desc`], [`how_to_read`], [`table`].

use super::figures::{capitalised, counted};
use super::spec::{ChartSpec, Plot};
use super::table::Table;
use super::{
    apart, breakdown, coverage, dense, line, locator, matrix, multiples, ranges, relays, series,
    source_lanes, spans, spread, timeline, totals, voices,
};

/// The finding in at most twelve words, or the title that the author gave.
pub fn title(spec: &ChartSpec) -> String {
    if let Some(title) = &spec.about.title {
        return title.clone();
    }
    match &spec.plot {
        Plot::Ranges(plot) => spans::title(&spec.about, plot),
        Plot::Multiples(plot) => multiples::title(&spec.about, plot),
        Plot::Breakdown(plot) => breakdown::title(&spec.about, plot),
        Plot::Dates(plot) => apart::title(&spec.about, plot),
        Plot::Timeline(plot) => timeline::title(plot),
        Plot::Matrix(plot) => matrix::title(plot),
        Plot::Totals(plot) => totals::title(plot),
        Plot::Coverage(plot) => coverage::title(plot),
        Plot::Series(plot) => series::title(&spec.about, plot),
        Plot::Voices(plot) => voices::title(plot),
        Plot::Relays(plot) => relays::title(plot),
        Plot::Spread(plot) => spread::title(plot),
        Plot::Lanes(plot) => source_lanes::title(plot),
        Plot::Locator(plot) => locator::title(plot),
    }
}

/// The most sources that a description names: a name takes some forty bytes of every page with the chart.
const N_SOURCES_NAMED: usize = 60;

/// Kind of chart, measure, sources, scope and period, in sentences.
pub fn desc(spec: &ChartSpec) -> String {
    let about = &spec.about;
    let mut text = format!("{}: {}.", kind(&spec.plot), about.measure);
    if let Some(unit) = unit(&spec.plot) {
        text.push_str(&format!(" Unit: {unit}."));
    }
    for (name, value) in [("Scope", &about.scope), ("Period", &about.period)] {
        if let Some(value) = value {
            text.push_str(&format!(" {name}: {value}."));
        }
    }
    if !about.sources.is_empty() {
        let count = capitalised(&counted(about.sources.len(), "source"));
        let named = &about.sources[..about.sources.len().min(N_SOURCES_NAMED)];
        let more = if named.len() < about.sources.len() { "; and others" } else { "" };
        text.push_str(&format!(" {count}: {}{more}.", named.join("; ")));
    }
    match &spec.plot {
        Plot::Series(plot) if dense::is_dense(plot.points.len()) => {
            text.push_str(&line::told(plot));
            text.push_str(" The file of figures holds all of them.");
        }
        Plot::Series(_)
        | Plot::Ranges(_)
        | Plot::Multiples(_)
        | Plot::Breakdown(_)
        | Plot::Dates(_)
        | Plot::Timeline(_)
        | Plot::Matrix(_)
        | Plot::Totals(_)
        | Plot::Coverage(_)
        | Plot::Voices(_)
        | Plot::Relays(_)
        | Plot::Spread(_)
        | Plot::Lanes(_) => text.push_str(" The table beside the chart holds the same figures."),
        Plot::Locator(_) => {
            text.push_str(" The table beside the map holds the same places with their coordinates.");
        }
    }
    text
}

fn kind(plot: &Plot) -> &'static str {
    match plot {
        Plot::Ranges(_) => "Range of reports, a row for each claim",
        Plot::Multiples(_) => "Range of reports for each part, a row for each claim",
        Plot::Breakdown(_) => "Breakdown, source beside source",
        Plot::Dates(_) => "Dates by source on a calendar",
        Plot::Timeline(_) => "Timeline",
        Plot::Matrix(_) => "Bars for each two sources, divided by how they stand to each other",
        Plot::Totals(_) => "Bars for each class, divided by severity",
        Plot::Coverage(_) => "Bars for each source",
        Plot::Series(_) => "Claims over the time for which they hold",
        Plot::Voices(_) => "Who says what, a row for each question, a column for each source",
        Plot::Relays(_) => "Who relays whom, a line for each citation",
        Plot::Spread(_) => "Dumbbells, a question each, on scales of their own",
        Plot::Lanes(_) => "Lanes, one for each source, on one time axis",
        Plot::Locator(_) => "Locator map, a mark for each place",
    }
}

fn unit(plot: &Plot) -> Option<&str> {
    match plot {
        Plot::Ranges(plot) => Some(&plot.unit.axis),
        Plot::Multiples(plot) => Some(&plot.unit.axis),
        Plot::Breakdown(plot) => Some(&plot.unit.axis),
        Plot::Series(plot) => Some(&plot.unit.axis),
        Plot::Dates(_)
        | Plot::Timeline(_)
        | Plot::Matrix(_)
        | Plot::Totals(_)
        | Plot::Coverage(_)
        | Plot::Voices(_)
        | Plot::Relays(_)
        | Plot::Spread(_)
        | Plot::Lanes(_)
        | Plot::Locator(_) => None,
    }
    .filter(|unit| !unit.is_empty())
    .map(String::as_str)
}

/// How the chart is to be read, what it leaves out, and where its links lead.
pub fn how_to_read(spec: &ChartSpec) -> &'static str {
    if is_dense(&spec.plot) {
        return "Each mark is one row of the table, the smallest or the earliest first: there are too many to write names \
                beside them. The shape says how sure or exact the words are; the key below names each shape. A line that fades means \
                that no limit is given on that side. No average is drawn. The table names each and links to it.";
    }
    match &spec.plot {
        Plot::Ranges(_) => {
            "Each row is one source's own figure. The words at the right are the source's. The shape says how sure or exact \
             the words are; the key below names each shape. A line that fades means that no limit is given on that side; it is solid as far as the words plausibly reach. No average \
             is drawn: the sources do not all count the same thing. Each row links to the claim and its quotation."
        }
        Plot::Multiples(_) => {
            "Each block is one part, with a row for each claim; all blocks have the same scale. The words at the right are the \
             source's. The shape says how sure or exact the words are; the key below names each shape. A line that fades means that no \
             limit is given on that side. No average is drawn. Each row links to the claim and its quotation."
        }
        Plot::Breakdown(_) => {
            "Each block is one part, with the figure of every source that gives one. Bars start at zero. The last block is \
             what is left when the stated parts are taken from the source's own total: a hatched bar is left in any case, an \
             outlined bar is the most that can be left. Where total and parts are both open, no number follows, and nothing \
             is drawn. Each row links to the claim and its quotation."
        }
        Plot::Dates(_) => {
            "Each row is one source's date, as exact or as vague as the source gives it. A date without a year is \
             hollow, in the year that the other dates give; where they give none, it stands on a calendar by month and day. A \
             dotted line at the right leads from what must come first to what must follow; a line with a cross leads the way \
             time runs, where that breaks this order. Each row links to the claim and its quotation."
        }
        Plot::Timeline(_) => {
            "Each row is one event, at the date that the editors take as the best reading; where sources contradict each other \
             on it, every answer has a row of its own. A hatched bar means some day within that time. A date without a year is \
             hollow, in the year that another answer gives. Each row links to the event, with what every source says."
        }
        Plot::Matrix(_) => {
            "Each bar is two sources, as long as there are questions that both answer. Its fillings say on how many of them their \
             answers contradict each other, differ otherwise, agree or are not comparable: the key below names each one. The letters \
             stand for the same sources throughout this page."
        }
        Plot::Totals(_) => {
            "Each bar counts the differences of one kind. Its filling says how serious they are: the key below names each one. \
             Each row links to what its kind means."
        }
        Plot::Coverage(_) => {
            "Each bar counts the questions that one source answers. The hatched end counts those that no other source answers. \
             More answers do not make a better source. Each row links to the source."
        }
        Plot::Voices(_) => voices::HOW_TO_READ,
        Plot::Relays(_) => relays::HOW_TO_READ,
        Plot::Spread(_) => spread::HOW_TO_READ,
        Plot::Lanes(_) => source_lanes::HOW_TO_READ,
        Plot::Locator(_) => locator::HOW_TO_READ,
        Plot::Series(plot) if dense::is_dense(plot.points.len()) => {
            "The line leads from each figure to the next, day by day, as the sources state them; no average is drawn. Where \
             very many stand close together, it keeps the first, the lowest, the highest and the last of them. A mark on it is \
             a figure that does not follow from the days beside it: the key below names each one. The table holds the first, the \
             last and the marked figures; the figures as CSV hold all of them, and the table of days leads to each claim."
        }
        Plot::Series(_) => {
            "Each mark is one claim, placed at the day for which it holds and numbered as in the list below. A line joins an \
             update to the figure before it, a dashed line joins a correction. Nothing is drawn between other claims. Each \
             line of the list links to the claim and its quotation."
        }
    }
}

/// Whether it is drawn without names.
fn is_dense(plot: &Plot) -> bool {
    match plot {
        Plot::Ranges(plot) => dense::is_dense(plot.rows.len()),
        Plot::Multiples(plot) => plot.parts.iter().any(|part| dense::is_dense(part.rows.len())),
        Plot::Breakdown(plot) => breakdown::is_dense(plot),
        Plot::Dates(plot) => dense::is_dense(plot.rows.len()),
        // A timeline of so many rows is none: the page's list stands for it.
        Plot::Timeline(_)
        | Plot::Matrix(_)
        | Plot::Totals(_)
        | Plot::Coverage(_)
        | Plot::Series(_)
        | Plot::Voices(_)
        | Plot::Relays(_)
        | Plot::Spread(_)
        | Plot::Lanes(_)
        | Plot::Locator(_) => false,
    }
}

/// The chart's figures as a table.
pub fn table(spec: &ChartSpec) -> Table {
    match &spec.plot {
        Plot::Ranges(plot) => ranges::table(plot),
        Plot::Multiples(plot) => multiples::table(plot),
        Plot::Breakdown(plot) => breakdown::table(plot),
        Plot::Dates(plot) => apart::table(plot),
        Plot::Timeline(plot) => timeline::table(plot),
        Plot::Matrix(plot) => matrix::table(plot),
        Plot::Totals(plot) => totals::table(plot),
        Plot::Coverage(plot) => coverage::table(plot),
        Plot::Series(plot) => series::table(plot),
        Plot::Voices(plot) => voices::table(plot),
        Plot::Relays(plot) => relays::table(plot),
        Plot::Spread(plot) => spread::table(plot),
        Plot::Lanes(plot) => source_lanes::table(plot),
        Plot::Locator(plot) => locator::table(plot),
    }
}

/// The rows of it that a page shows: all, unless a line stands for very many.
pub fn brief_table(spec: &ChartSpec) -> Table {
    match &spec.plot {
        Plot::Series(plot) => series::brief_table(plot),
        Plot::Ranges(_)
        | Plot::Multiples(_)
        | Plot::Breakdown(_)
        | Plot::Dates(_)
        | Plot::Timeline(_)
        | Plot::Matrix(_)
        | Plot::Totals(_)
        | Plot::Coverage(_)
        | Plot::Voices(_)
        | Plot::Relays(_)
        | Plot::Spread(_)
        | Plot::Lanes(_)
        | Plot::Locator(_) => table(spec),
    }
}
