//! How long a chart takes to draw: a typical one, each larger kind, and one of sixty rows.

use divan::{AllocProfiler, Bencher, black_box};
use variorum::chart::{
    About, Breakdown, ChartSpec, Credit, DateRow, Dates, Grouping, Layouts, Part, Plot, RangeRow, Ranges,
    Unit, draw, standalone, table,
};
use variorum::language::reading;
use variorum::model::Tolerances;
use variorum::value::{date, number};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn spec(plot: Plot) -> ChartSpec {
    let about = About {
        id: "chart-2025-07-raids-arrests".to_owned(),
        measure: "People arrested".to_owned(),
        scope: Some("Cambodia".to_owned()),
        period: Some("14–16 July 2025".to_owned()),
        sources: ["Binance Square", "Global Times", "Khmer Times"].map(str::to_owned).into(),
        title: None,
    };
    ChartSpec { about, plot }
}

fn row(source: &str, words: &str) -> RangeRow {
    let number = number::read(words, reading::english()).expect("a figure of this file");
    RangeRow {
        group: source.to_owned(),
        speaker: source.to_owned(),
        label: "as of 16 July 2025; Phnom Penh".to_owned(),
        words: words.to_owned(),
        quantity: number::quantity(&number, &Tolerances::default()),
        depth: 0,
        whole: None,
        hue: None,
        href: "#arrests--square-2025-07".to_owned(),
    }
}

/// Four claims of three sources, as most facts of a followed story have.
fn typical() -> ChartSpec {
    let rows = vec![
        row("Binance Square", "over 1,000"),
        row("Global Times", "271"),
        row("Global Times", "about 600"),
        row("Khmer Times", "at least 500"),
    ];
    spec(Plot::Ranges(Ranges { unit: Unit::counted("people"), rows, is_alike: true }))
}

fn sixty() -> ChartSpec {
    let rows = (0..60).map(|i| row(&format!("Source {}", i / 4), &(90 + i * 37 % 800).to_string())).collect();
    spec(Plot::Ranges(Ranges { unit: Unit::counted("people"), rows, is_alike: true }))
}

fn dates() -> ChartSpec {
    let row = |source: &str, edtf| {
        let value = date::read(edtf).expect("a date of this file");
        let words = date::words(&value);
        let (label, href) = (String::new(), "#raid-dates--globaltimes".to_owned());
        DateRow { group: source.to_owned(), label, words, date: Some(value), hue: None, href }
    };
    let rows = vec![
        row("Binance Square", "2025-07-14/2025-07-16"),
        row("Global Times", "{XXXX-11-14,XXXX-11-16}"),
        row("Khmer Times", "2025-07~"),
    ];
    spec(Plot::Dates(Dates { by: Grouping::Sources, rows, orders: Vec::new() }))
}

fn breakdown() -> ChartSpec {
    let part = |name: &str, rows: [RangeRow; 2]| Part { name: name.to_owned(), rows: rows.into() };
    let both = |a, b| [row("Binance Square", a), row("Global Times", b)];
    let parts = vec![
        part("Vietnamese", both("over 200", "63")),
        part("Chinese", both("27", "28")),
        part("Indonesian", both("270", "271")),
        part("Cambodian", both("85", "85")),
    ];
    let (unit, dimension) = (Unit::counted("people"), "nationality".to_owned());
    let breakdown =
        Breakdown { unit, dimension, total: None, parts, remainders: Vec::new(), notes: Vec::new() };
    spec(Plot::Breakdown(breakdown))
}

fn bench(bencher: Bencher, spec: &ChartSpec) {
    bencher.bench(|| draw(black_box(spec), Layouts::Both));
}

#[divan::bench]
fn typical_ranges(bencher: Bencher) {
    bench(bencher, &typical());
}

#[divan::bench]
fn dates_in_two_lanes(bencher: Bencher) {
    bench(bencher, &dates());
}

#[divan::bench]
fn breakdown_of_eight(bencher: Bencher) {
    bench(bencher, &breakdown());
}

#[divan::bench]
fn ranges_of_sixty(bencher: Bencher) {
    bench(bencher, &sixty());
}

#[divan::bench]
fn typical_file(bencher: Bencher) {
    let drawing = draw(&typical(), Layouts::Both);
    bencher.bench(|| standalone(black_box(&drawing), &Credit::default()));
}

#[divan::bench]
fn typical_table(bencher: Bencher) {
    let spec = typical();
    bencher.bench(|| table(black_box(&spec)));
}
