//! The charts of the whole edition: timeline, totals, agreement, coverage.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, SheetHref, SourceHref, labels};
use crate::chart::dense::is_dense;
use crate::chart::spec::{
    About, Cell, ChartSpec, Coverage, CoverageRow, DateRow, Lettered, Matrix, Plot, Timeline, TotalRow,
    Totals,
};
use crate::check::frame::Dating;
use crate::check::standing::standings;
use crate::model::{
    ArticleIx, ClaimIx, Corpus, DateValue, Difference, FactIx, Finding, Severity, SheetIx, SheetKind,
    Tallies, letter,
};
use crate::value::date;

/// All events; `None` where fewer than two have a date, and nothing comes before anything, or where
/// they are too many to be named: the list says it better.
pub fn timeline(asked: Asked, dating: &dyn Fn(SheetIx) -> Dating, href: SheetHref) -> Option<ChartSpec> {
    let corpus = asked.corpus;
    let events =
        (0..corpus.sheets.len() as u32).map(SheetIx).filter(|&ix| corpus[ix].kind == SheetKind::Event);
    let rows: Vec<DateRow> = events.flat_map(|ix| moment(asked, ix, &dating(ix), href)).collect();
    let about = about(asked, "chart-timeline", "Events of the edition");
    let timeline = Timeline { rows };
    let n_dated = timeline.events().filter(|event| event.iter().any(|row| row.date.is_some())).count();
    (n_dated > 1 && !is_dense(timeline.rows.len()))
        .then_some(ChartSpec { about, plot: Plot::Timeline(timeline) })
}

/// An event at the date of its sheet, or at every answer where the sources contradict each other on it.
fn moment(asked: Asked, ix: SheetIx, dating: &Dating, href: SheetHref) -> Vec<DateRow> {
    let sheet = &asked.corpus[ix];
    let row = |label: String, words: String, date: Option<&DateValue>| DateRow {
        group: sheet.title.clone(),
        label,
        words,
        date: date.cloned(),
        hue: None,
        href: href(ix),
    };
    if !dating.is_disputed {
        let told = sheet.date.as_ref().map(date::words).unwrap_or_default();
        return vec![row(String::new(), told, sheet.date.as_ref())];
    }
    let told = |date: &DateValue| format!("{}, disputed", date::words(date));
    dating.dates.iter().map(|date| row(sources_of(asked, dating, date), told(date), Some(date))).collect()
}

/// Which sources give a date as the answer that a sheet's date is read from.
fn sources_of(Asked { corpus, bylines, .. }: Asked, dating: &Dating, date: &DateValue) -> String {
    let claims = dating.fact.into_iter().flat_map(|fact| &corpus[fact].claims);
    let gives = |ix: &&ClaimIx| corpus[**ix].reading.date().is_some_and(|own| own.edtf == date.edtf);
    let sources: BTreeSet<ArticleIx> = claims.filter(gives).map(|&ix| corpus[ix].source).collect();
    sources.into_iter().map(|ix| bylines.label(corpus, ix)).collect::<Vec<_>>().join(", ")
}

/// What a chart of the whole edition is about.
pub fn about(asked: Asked, id: &str, measure: &str) -> About {
    let all = (0..asked.corpus.articles.len() as u32).map(ArticleIx);
    let sources = all.map(|ix| labels::source(asked, ix).to_owned()).collect();
    About { id: id.to_owned(), measure: measure.to_owned(), sources, ..About::default() }
}

/// Discrepancies by kind and severity, as they are counted everywhere; agreements and gaps are none.
pub fn totals(asked: Asked, findings: &[Finding], href: &dyn Fn(Difference) -> String) -> ChartSpec {
    let tallies = Tallies::of(findings);
    let row = |&kind: &Difference| {
        let tally = tallies.of_kind(kind);
        let counts = Severity::ALL.iter().rev().map(|&severity| (severity, tally.of(severity)));
        TotalRow { kind, counts: counts.collect(), href: href(kind) }
    };
    let is_shown = |kind: &&Difference| {
        kind.is_listed() && (**kind != Difference::Reported || tallies.of_kind(**kind).n > 0)
    };
    let rows = Difference::ALL.iter().rev().filter(is_shown).map(row).collect();
    let about = about(asked, "chart-totals", "Disputes and other differences by kind and severity");
    ChartSpec { about, plot: Plot::Totals(Totals { rows }) }
}

/// Which sources answer each question, those that ask the same taken as one.
pub fn answers(Asked { corpus, joined, .. }: Asked) -> BTreeMap<FactIx, BTreeSet<ArticleIx>> {
    let mut answers: BTreeMap<FactIx, BTreeSet<ArticleIx>> = BTreeMap::new();
    for claim in &corpus.claims {
        answers.entry(joined.first(claim.fact)).or_default().insert(claim.source);
    }
    answers
}

/// Agreement, source by source; `None` where fewer than three sources answer: two make a single cell.
pub fn matrix(
    asked: Asked,
    findings: &[Finding],
    href: &dyn Fn(ArticleIx, ArticleIx) -> String,
) -> Option<ChartSpec> {
    let Asked { corpus, .. } = asked;
    let answers = answers(asked);
    let answering: BTreeSet<ArticleIx> = answers.values().flatten().copied().collect();
    // The letters are those of the page's table, which has a row for each of them.
    let heard = most_heard(corpus).into_iter().enumerate();
    let (ranks, sources): (Vec<usize>, Vec<ArticleIx>) =
        heard.filter(|(_, ix)| answering.contains(ix)).unzip();
    let standings = standings(corpus, asked.joined, findings);
    let mut cells = Vec::new();
    for (second, &b) in sources.iter().enumerate() {
        for (first, &a) in sources[..second].iter().enumerate() {
            let standing = standings.get(&(a, b)).copied().unwrap_or_default();
            cells.push(Cell { first, second, standing, href: href(a, b) });
        }
    }
    let lettered = |(&rank, &ix): (&usize, &ArticleIx)| Lettered {
        siglum: letter(rank),
        name: labels::source(asked, ix).to_owned(),
    };
    let names = ranks.iter().zip(&sources).map(lettered).collect();
    let about = about(
        asked,
        "chart-agreement",
        "How two sources stand to each other on the questions that both answer",
    );
    (sources.len() > 2).then_some(ChartSpec { about, plot: Plot::Matrix(Matrix { sources: names, cells }) })
}

/// The most sources that are set against each other: more make a table that nobody can read.
const N_SOURCES_MAX: usize = 20;

/// The sources that say most, in their own order: all of them, unless there are many.
pub fn most_heard(corpus: &Corpus) -> Vec<ArticleIx> {
    let mut n_claims = vec![0_usize; corpus.articles.len()];
    corpus.claims.iter().for_each(|claim| n_claims[claim.source.index()] += 1);
    let mut sources: Vec<ArticleIx> = (0..corpus.articles.len() as u32).map(ArticleIx).collect();
    sources.sort_by_key(|ix| std::cmp::Reverse(n_claims[ix.index()]));
    sources.truncate(N_SOURCES_MAX);
    sources.sort();
    sources
}

/// What each source answers, and what it alone answers; `None` where there is nobody to compare with.
pub fn coverage(asked: Asked, href: SourceHref) -> Option<ChartSpec> {
    let Asked { corpus, .. } = asked;
    let answers = answers(asked);
    let mut counts = vec![[0_usize; 3]; corpus.articles.len()];
    for voices in answers.values() {
        let kind = usize::from(voices.len() == 1);
        voices.iter().for_each(|source| counts[source.index()][kind] += 1);
    }
    corpus.claims.iter().for_each(|claim| counts[claim.source.index()][2] += 1);
    let row = |ix: ArticleIx| {
        let [shared, alone, claims] = counts[ix.index()];
        CoverageRow {
            source: labels::source(asked, ix).to_owned(),
            shared,
            alone,
            claims,
            hue: labels::hue(corpus, ix),
            href: href(ix),
        }
    };
    let mut rows: Vec<_> = most_heard(corpus).into_iter().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.shared + row.alone));
    let about = about(asked, "chart-coverage", "Questions answered by each source");
    (rows.len() > 1)
        .then_some(ChartSpec { about, plot: Plot::Coverage(Coverage { rows, facts: answers.len() }) })
}
