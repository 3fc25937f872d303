//! The charts of a whole edition.

use variorum::chart::{Cell, ChartSpec, Coverage, CoverageRow, Lettered, Matrix, Plot, TotalRow, Totals};
use variorum::check::standing::Standing;
use variorum::model::{ArticleIx, Difference, Severity};

use crate::rows::spec;

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("matrix", matrix()),
        ("matrix-of-ten", matrix_of_ten()),
        ("totals", totals()),
        ("totals-none", no_totals()),
        ("coverage", coverage()),
    ]
}

fn matrix() -> ChartSpec {
    let sources = [
        "Square, Jul 2025",
        "Global Times",
        "Khmer Times",
        "Untitled report on regional cooperation",
        "Telegram",
    ];
    let pairs = [
        (0, 1, 12, 5),
        (0, 2, 8, 0),
        (1, 2, 4, 1),
        (0, 3, 3, 0),
        (1, 3, 0, 0),
        (2, 3, 5, 2),
        (0, 4, 2, 2),
        (1, 4, 1, 0),
        (2, 4, 9, 1),
        (3, 4, 6, 0),
    ];
    let href = "discrepancies.html".to_owned();
    let cells = pairs.map(|(first, second, shared, differing)| Cell {
        first,
        second,
        standing: standing(shared, differing),
        href: href.clone(),
    });
    let sources = sources.map(str::to_owned).into();
    let matrix = Matrix { sources: lettered(sources), cells: cells.into() };
    spec("Agreement between sources", Plot::Matrix(matrix))
}

fn matrix_of_ten() -> ChartSpec {
    let sources: Vec<String> = (1..=10).map(|i| format!("Source {i}")).collect();
    let pairs = (0..10).flat_map(|second| (0..second).map(move |first| (first, second)));
    let cell =
        |(first, second)| Cell { first, second, standing: standing(second * 2, first), href: String::new() };
    spec(
        "Agreement between sources",
        Plot::Matrix(Matrix { sources: lettered(sources), cells: pairs.map(cell).collect() }),
    )
}

/// Some contradict, half of the others differ otherwise, and one is not comparable.
fn standing(shared: usize, n_contradict: usize) -> Standing {
    let others = shared - n_contradict;
    let (n_differ, n_uncompared) = (others / 2, usize::from(others > 2));
    Standing { n_contradict, n_differ, n_agree: others - n_differ - n_uncompared, n_uncompared }
}

fn lettered(names: Vec<String>) -> Vec<Lettered> {
    let sigla = (0..).map(|ix| ArticleIx(ix).siglum());
    sigla.zip(names).map(|(siglum, name)| Lettered { siglum, name }).collect()
}

fn total(kind: Difference, counts: [usize; 4]) -> TotalRow {
    let severities = [Severity::Major, Severity::Moderate, Severity::Minor, Severity::Info];
    TotalRow {
        kind,
        counts: severities.into_iter().zip(counts).collect(),
        href: "discrepancies.html".to_owned(),
    }
}

fn totals() -> ChartSpec {
    let rows = vec![
        total(Difference::Contradict, [5, 3, 2, 0]),
        total(Difference::Variant, [0, 0, 4, 0]),
        total(Difference::Update, [0, 0, 0, 1]),
        total(Difference::Scope, [0, 0, 1, 6]),
    ];
    spec("Discrepancies", Plot::Totals(Totals { rows }))
}

fn no_totals() -> ChartSpec {
    spec("Discrepancies", Plot::Totals(Totals { rows: vec![total(Difference::Contradict, [0; 4])] }))
}

fn coverage() -> ChartSpec {
    let row = |source: &str, shared, alone, claims| CoverageRow {
        source: source.to_owned(),
        shared,
        alone,
        claims,
        hue: None,
        href: "sources/a.html".to_owned(),
    };
    let rows =
        vec![row("Square, Jul 2025", 12, 7, 25), row("Global Times", 9, 14, 31), row("Telegram", 2, 0, 2)];
    spec("Claims by source", Plot::Coverage(Coverage { facts: 41, rows }))
}
