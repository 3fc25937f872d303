//! What reading and comparing a value costs; the aim is less than a microsecond a value.

use std::hint::black_box;

use variorum::language::reading;
use variorum::model::Tolerances;
use variorum::value::{date, in_quote, name, number};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

const FIGURES: [&str; 6] = [
    "1,208",
    "over 1,000",
    "approximately $40 billion annually",
    "tens of thousands",
    "one hundred and twenty people",
    "between 10 and 12",
];

const DATES: [&str; 5] =
    ["2025-07-14", "2025-07", "XXXX-11-14", "2025-07-14/2025-07-16", "{XXXX-11-14,XXXX-11-16}"];

#[divan::bench(args = FIGURES)]
fn read_number(words: &str) -> variorum::model::Number {
    number::read(black_box(words), reading::english()).expect("a figure")
}

#[divan::bench(args = FIGURES)]
fn number_to_intervals(bencher: divan::Bencher<'_, '_>, words: &str) {
    let (number, tolerances) =
        (number::read(words, reading::english()).expect("a figure"), Tolerances::default());
    bencher.bench(|| number::quantity(black_box(&number), &tolerances));
}

#[divan::bench(args = DATES)]
fn read_date(edtf: &str) -> variorum::model::DateValue {
    date::read(black_box(edtf)).expect("a date")
}

#[divan::bench(args = DATES)]
fn compare_dates(bencher: divan::Bencher<'_, '_>, edtf: &str) {
    let (date, other) = (date::read(edtf).expect("a date"), date::read("2025-07-15").expect("a date"));
    bencher.bench(|| date::relation(black_box(&date), black_box(&other)));
}

#[divan::bench]
fn compare_intervals(bencher: divan::Bencher<'_, '_>) {
    let read = |words: &str| {
        number::quantity(&number::read(words, reading::english()).expect("a figure"), &Tolerances::default())
    };
    let (over, exact) = (read("over 1,000"), read("1,208"));
    bencher.bench(|| black_box(&over).plausible.meets(&black_box(&exact).plausible));
}

#[divan::bench]
fn fold_a_name() -> String {
    name::key(black_box("Samdech Techo Hun Sen"))
}

#[divan::bench]
fn compare_names() -> name::NameRelation {
    name::relation(black_box(&name::read("Zhou Wenying")), black_box(&name::read("Zhou Wenyin")))
}

const QUOTE: &str = "over 200 Vietnamese, 27 Chinese, 75 Taiwanese, 270 Indonesians (including 45 women), and 85 \
                     Cambodians, between Monday and Wednesday, July 14-16, 2025";

#[divan::bench]
fn find_a_number_in_a_quote(bencher: divan::Bencher<'_, '_>) {
    let number = number::read("85", reading::english()).expect("a figure");
    bencher.bench(|| in_quote::number(black_box(&number), None, black_box(QUOTE), reading::english()));
}

#[divan::bench]
fn find_a_date_in_a_quote(bencher: divan::Bencher<'_, '_>) {
    let date = date::read("2025-07-14/2025-07-16").expect("a date");
    bencher.bench(|| in_quote::date(black_box(&date), black_box(QUOTE), None, reading::english()));
}

#[divan::bench]
fn list_the_figures_of_a_text(bencher: divan::Bencher<'_, '_>) {
    let text = QUOTE.repeat(100);
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .bench(|| in_quote::figures(black_box(&text), reading::english()));
}
