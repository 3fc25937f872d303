//! How fast claims are compared: pairs of each kind, one fact of ten thousand claims in three
//! shapes, and a corpus of a thousand sheets.
//!
//! Projects are written as YAML in memory and go through the real front end, so that a benchmark
//! cannot measure what no author can write.

use std::fmt::Write;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use variorum::check::{diagnose, findings, judge};
use variorum::language::Language;
use variorum::model::{ClaimIx, Corpus};
use variorum::parse::parse;
use variorum::resolve::{Selection, resolve};
use variorum::source::{SourceFile, Sources};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// How many articles the claims are spread over.
const N_ARTICLES: usize = 100;

fn corpus(sheets: impl IntoIterator<Item = String>) -> Corpus {
    let file = |path: String, text: String| SourceFile { path: path.into(), text };
    let settings = "title: Benchmark\ndescription: A project in memory.\nlanguage: en\ntheme: default\n";
    let mut files = vec![file("variorum.yaml".to_owned(), settings.to_owned())];
    files.push(file("content/entities.yaml".to_owned(), entities()));
    files.extend((0..N_ARTICLES).map(|i| file(format!("content/articles/source-{i:03}.md"), article(i))));
    let sheets = sheets.into_iter().enumerate();
    files.extend(sheets.map(|(i, sheet)| file(format!("content/events/event-{i:05}.yaml"), sheet)));
    let sources = Sources::new(files);
    let (parsed, _) = parse(&sources);
    let (corpus, _) = resolve(&parsed, &sources, Selection::default());
    corpus.expect("the project of this file is sound")
}

fn entities() -> String {
    "cambodia: {kind: place, name: Cambodia}
hun-manet: {kind: person, name: Hun Manet}
hun-sen: {kind: person, name: Hun Sen}
poipet: {kind: place, name: Poipet, in: cambodia}
"
    .to_owned()
}

fn article(i: usize) -> String {
    format!(
        "---\ntitle: Report {i}\noutlet: Outlet {i}\npublished: \"2025-07-{:02}\"\nlanguage: en\nkind: report\n\
         text: full\n---\nA text.\n",
        1 + i % 28
    )
}

/// A sheet with one fact, each value by the next article.
fn sheet(kind: &str, values: impl IntoIterator<Item = String>) -> String {
    let mut text = format!(
        "title: Event\ndate: \"2025-07-14\"\nsummary: Something happened.\nfacts:\n  asked:\n    label: Asked\n    {kind}\n    claims:\n"
    );
    for (i, value) in values.into_iter().enumerate() {
        let source = i % N_ARTICLES;
        writeln!(
            text,
            "      - {{source: source-{source:03}, value: \"{value}\", quote: the words of claim {i}}}"
        )
        .expect("writing into a string cannot fail");
    }
    text
}

const COUNT: &str = "kind: count\n    unit: people\n    scope: {place: cambodia}";
const RUNNING_TOTAL: &str = "kind: count\n    unit: people\n    series: cumulative";

/// Every pair of forty claims, on one core.
fn judge_all(bencher: Bencher, kind: &str, values: &[&str]) {
    let values = (0..40).map(|i| values[i % values.len()].to_owned());
    let corpus = corpus([sheet(kind, values)]);
    let n = corpus.claims.len() as u32;
    let n_pairs = (n * (n - 1) / 2) as usize;
    bencher.counter(ItemsCount::new(n_pairs)).bench_local(|| {
        for a in 0..n {
            for b in a + 1..n {
                black_box(judge(black_box(&corpus), ClaimIx(a), ClaimIx(b)));
            }
        }
    });
}

#[divan::bench]
fn pairs_of_counts(bencher: Bencher) {
    judge_all(bencher, COUNT, &["1,208", "over 1,000", "about 950", "1,000", "270", "up to 2,000", "dozens"]);
}

#[divan::bench]
fn pairs_of_dates(bencher: Bencher) {
    judge_all(
        bencher,
        "kind: date",
        &["2025-07-14", "2025-07-14/2025-07-16", "{XXXX-11-14,XXXX-11-16}", "2025-07", "2025-07-15~"],
    );
}

#[divan::bench]
fn pairs_of_names(bencher: Bencher) {
    judge_all(bencher, "kind: entity", &["Hun Manet", "Hun Sen", "Samdech Hun Sen", "Jacob Sims", "J. Sims"]);
}

const N_CLAIMS: usize = 10_000;

fn judge_fact(bencher: Bencher, kind: &str, value: impl Fn(usize) -> String) {
    let corpus = corpus([sheet(kind, (0..N_CLAIMS).map(value))]);
    assert_eq!(corpus.claims.len(), N_CLAIMS);
    bencher.counter(ItemsCount::new(N_CLAIMS)).bench_local(|| findings(black_box(&corpus)));
}

/// Nobody says what another says.
#[divan::bench(sample_count = 10)]
fn ten_thousand_different_counts(bencher: Bencher) {
    judge_fact(bencher, COUNT, |i| (1_001 + 7 * i).to_string());
}

/// Everybody says one of seven things.
#[divan::bench(sample_count = 10)]
fn ten_thousand_alike_counts(bencher: Bencher) {
    judge_fact(bencher, COUNT, |i| (100 * (1 + i % 7)).to_string());
}

/// A running total that grows.
#[divan::bench(sample_count = 10)]
fn ten_thousand_updates(bencher: Bencher) {
    judge_fact(bencher, RUNNING_TOTAL, |i| format!("over {}", 100 * (1 + i / 10)));
}

/// Names of which no two are the same.
#[divan::bench(sample_count = 10)]
fn ten_thousand_different_names(bencher: Bencher) {
    judge_fact(bencher, "kind: entity", |i| format!("Name{i} Family{}", i % 97));
}

/// A thousand events with four claims each.
#[divan::bench(sample_count = 10)]
fn a_thousand_sheets(bencher: Bencher) {
    let values = ["over 1,000", "1,208", "about 950", "270"].map(str::to_owned);
    let corpus = corpus((0..1_000).map(|_| sheet(COUNT, values.clone())));
    let english = Language::english();
    bencher.counter(ItemsCount::new(1_000_usize)).bench_local(|| {
        let found = findings(black_box(&corpus));
        black_box(diagnose(&corpus, &found, &|| &english))
    });
}
