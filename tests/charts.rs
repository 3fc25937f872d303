//! Charts at their edges: every case is a golden drawing in tests/charts/, well formed and free
//! of colours. `BLESS=1 cargo test --test charts` rewrites the drawings; read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use rust_decimal::Decimal;
use variorum::chart::{
    About, Breakdown, Cell, ChartSpec, Coverage, CoverageRow, DateRow, Dates, Kept, Matrix, Order, Part, Plot, RangeRow,
    Ranges, Remainder, Series, SeriesPoint, Step, Timeline, TotalRow, Totals, csv, draw, standalone, table,
};
use variorum::model::{
    Bound, Class, DateShape, DateValue, Day, DaySpan, Hedge, Interval, Number, Quantity, Severity,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/charts")
}

fn spec(id: &str, measure: &str, plot: Plot) -> ChartSpec {
    let about = About {
        id: id.to_owned(),
        measure: measure.to_owned(),
        scope: Some("Cambodia".to_owned()),
        period: Some("14–16 Jul 2025".to_owned()),
        sources: vec!["Square".to_owned(), "Global Times".to_owned()],
        title: None,
    };
    ChartSpec { about, plot }
}

fn quantity(hedge: Hedge, low: Decimal, high: Decimal) -> Quantity {
    let tenth = (low / Decimal::TEN).abs();
    let (from, to) = match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (Bound::Closed(low), Bound::Closed(high)),
        Hedge::About => (Bound::Closed(low - tenth), Bound::Closed(low + tenth)),
        Hedge::MoreThan => (Bound::Open(low), Bound::Unbounded),
        Hedge::AtLeast => (Bound::Closed(low), Bound::Unbounded),
        Hedge::Nearly => (Bound::Closed(low - tenth), Bound::Open(low)),
        Hedge::UpTo => (Bound::Closed(Decimal::ZERO), Bound::Closed(low)),
        Hedge::FewerThan => (Bound::Closed(Decimal::ZERO), Bound::Open(low)),
    };
    let number = Number { hedge, low, high, plausible_low: None, currency: None, percent: false, unit: None };
    let hard = Interval { low: from, high: to };
    Quantity { number, hard, plausible: hard }
}

fn range(group: &str, label: &str, words: &str, quantity: Quantity) -> RangeRow {
    let href = format!("events/raids.html#arrests--{}", group.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    RangeRow { group: group.to_owned(), label: label.to_owned(), words: words.to_owned(), quantity, href }
}

fn figure(group: &str, hedge: Hedge, words: &str, value: i64) -> RangeRow {
    range(group, "", words, quantity(hedge, value.into(), value.into()))
}

fn ranges(id: &str, rows: Vec<RangeRow>) -> ChartSpec {
    spec(id, "People arrested", Plot::Ranges(Ranges { unit: "people".to_owned(), rows }))
}

fn day(year: i32, month: u32, day: u32) -> Day {
    // Days before each month of a common year, then leap days up to the year before March.
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month as usize - 1];
    let leap = if month > 2 { year } else { year - 1 };
    let leaps = leap / 4 - leap / 100 + leap / 400 - 477;
    Day((year - 1970) * 365 + leaps + before + day as i32 - 1)
}

fn date(shape: DateShape, spans: &[(Day, Day)]) -> DateValue {
    let spans = spans.iter().map(|&(first, last)| DaySpan { first: Some(first), last: Some(last) }).collect();
    DateValue { edtf: "edtf".to_owned(), shape, spans, year_known: true, approximate: false, uncertain: false }
}

fn on(at: Day) -> DateValue {
    date(DateShape::Single, &[(at, at)])
}

fn dated(group: &str, words: &str, date: Option<DateValue>) -> DateRow {
    let href = format!("#raid-dates--{}", group.len());
    DateRow { group: group.to_owned(), label: String::new(), words: words.to_owned(), date, href }
}

fn dates(id: &str, rows: Vec<DateRow>) -> ChartSpec {
    spec(id, "Dates of the raids", Plot::Dates(Dates { rows, orders: Vec::new() }))
}

fn hedges() -> Vec<RangeRow> {
    let two = |low: i64, high: i64, hedge| quantity(hedge, low.into(), high.into());
    vec![
        range("Square", "as of 16 Jul 2025", "over 1,000", two(1000, 1000, Hedge::MoreThan)),
        range("Square", "as of 17 Jul 2025, Phnom Penh and Sihanoukville only", "at least 500", two(500, 500, Hedge::AtLeast)),
        range("Global Times", "Poipet", "271", two(271, 271, Hedge::Exact)),
        range("Khmer Times", "", "about 1,200", two(1200, 1200, Hedge::About)),
        range("The Phnom Penh Post", "", "nearly 900", two(900, 900, Hedge::Nearly)),
        range("Reuters", "", "between 800 and 1,100", two(800, 1100, Hedge::Range)),
        range("Bangkok Post", "", "up to 700", two(700, 700, Hedge::UpTo)),
        range("Nikkei Asia", "", "fewer than 400", two(400, 400, Hedge::FewerThan)),
        range("Telegram channel", "", "hundreds", two(100, 999, Hedge::Vague)),
    ]
}

fn range_cases() -> Vec<(&'static str, ChartSpec)> {
    use Hedge::{AtLeast, Exact, MoreThan};
    let sixty = (0..60)
        .map(|i| range(&format!("Source {}", i / 4 + 1), &format!("as of {} Jul 2025", i % 28 + 1), &format!("{}", 90 + i * 37 % 800), quantity(Exact, (90 + i * 37 % 800).into(), (90 + i * 37 % 800).into())))
        .collect();
    let long = "a very long label that goes on ".repeat(10);
    vec![
        ("ranges-every-hedge", ranges("a", hedges())),
        ("ranges-none", ranges("a", Vec::new())),
        ("ranges-one", ranges("a", vec![figure("Square", Exact, "271", 271)])),
        ("ranges-sixty", ranges("a", sixty)),
        ("ranges-equal", ranges("a", ["Square", "Global Times", "Khmer Times"].map(|source| figure(source, Exact, "271", 271)).into())),
        ("ranges-zero", ranges("a", vec![figure("Square", Exact, "no one", 0), figure("Global Times", Exact, "0", 0)])),
        ("ranges-zero-and-many", ranges("a", vec![figure("Square", Exact, "no one", 0), figure("Global Times", Exact, "15,000", 15_000), figure("Khmer Times", Exact, "12", 12)])),
        ("ranges-negative", ranges("a", vec![figure("Square", Exact, "down 4", -4), figure("Global Times", Exact, "up 3", 3)])),
        ("ranges-trillion-beside-one", ranges("a", vec![figure("Square", Exact, "1", 1), figure("Global Times", AtLeast, "at least a trillion", 1_000_000_000_000)])),
        ("ranges-bounds-only", ranges("a", vec![figure("Square", MoreThan, "over 1,000", 1000), figure("Global Times", AtLeast, "at least 1,200", 1200)])),
        ("ranges-scripts", ranges("a", vec![
            figure("ភ្នំពេញប៉ុស្តិ៍ ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ", Exact, "២៧១", 271),
            figure("الشرق الأوسط، تقرير من بنوم بنه", AtLeast, "أكثر من ٢٠٠", 200),
            figure("ประเทศไทยรายงานว่ามีผู้ถูกจับกุมในกัมพูชาเป็นจำนวนมากเมื่อวานนี้", Exact, "300", 300),
            figure("环球时报：柬埔寨逮捕电信诈骗嫌疑人", Exact, "271人", 271),
        ])),
        ("ranges-long-label", ranges("a", vec![range(&long[..300], &"x".repeat(300), "271", quantity(Exact, 271.into(), 271.into())), figure("Square", Exact, &"y".repeat(80), 12)])),
        ("ranges-markup", ranges("a", vec![range("<script>alert(\"R&D\")</script>", "\u{1b}[31mred\u{0}\u{202e}", "\"27\" & 'more'", quantity(Exact, 27.into(), 27.into()))])),
    ]
}

fn date_cases() -> Vec<(&'static str, ChartSpec)> {
    let november = |days: &[u32], shape| {
        let spans: Vec<_> = days.iter().map(|&at| (day(2000, 11, at), day(2000, 11, at))).collect();
        DateValue { year_known: false, ..date(shape, &spans) }
    };
    let unknown = DateValue { spans: vec![DaySpan { first: None, last: None }], year_known: false, ..on(day(2025, 1, 1)) };
    let since = DateValue { spans: vec![DaySpan { first: Some(day(2025, 5, 1)), last: None }], ..date(DateShape::Interval, &[]) };
    let every = vec![
        dated("Square", "14 to 16 July", Some(date(DateShape::Interval, &[(day(2025, 7, 14), day(2025, 7, 16))]))),
        dated("Global Times", "in June", Some(date(DateShape::Single, &[(day(2025, 6, 1), day(2025, 6, 30))]))),
        dated("Khmer Times", "15 July", Some(on(day(2025, 7, 15)))),
        dated("Reuters", "14 or 21 July", Some(date(DateShape::OneOf, &[(day(2025, 7, 14), day(2025, 7, 14)), (day(2025, 7, 21), day(2025, 7, 21))]))),
        dated("AFP", "around 1 July", Some(DateValue { approximate: true, ..on(day(2025, 7, 1)) })),
        dated("Nikkei Asia", "since May", Some(since)),
        dated("Telegram channel", "on the 14th and 16th", Some(november(&[14, 16], DateShape::AllOf))),
        dated("Bangkok Post", "14 November", Some(november(&[14], DateShape::Single))),
        dated("CNA", "recently", None),
    ];
    let mut order = vec![
        dated("Directive, by Square", "15 July", Some(on(day(2025, 7, 15)))),
        dated("Raids, by Square", "14 July", Some(on(day(2025, 7, 14)))),
    ];
    order[0].label = "must not come after the raids".to_owned();
    let orders = vec![Order { earlier: 0, later: 1, kept: Kept::No }];
    vec![
        ("dates-every-kind", dates("d", every)),
        ("dates-none", dates("d", Vec::new())),
        ("dates-unknown-only", dates("d", vec![dated("Square", "recently", Some(unknown.clone())), dated("Global Times", "not long ago", None)])),
        ("dates-two-centuries", dates("d", vec![dated("Square", "1825", Some(date(DateShape::Single, &[(day(1825, 1, 1), day(1825, 12, 31))]))), dated("Global Times", "16 July 2025", Some(on(day(2025, 7, 16))))])),
        ("dates-agree", dates("d", vec![dated("Square", "14 July", Some(on(day(2025, 7, 14)))), dated("Global Times", "July 14", Some(on(day(2025, 7, 14))))])),
        ("dates-out-of-order", spec("d", "Directive and raids", Plot::Dates(Dates { rows: order, orders }))),
        ("timeline", spec("t", "Events", Plot::Timeline(Timeline { rows: vec![
            dated("Directive against scam compounds", "2025-07-14", Some(on(day(2025, 7, 14)))),
            dated("Nationwide raids on scam compounds", "2025-07-14/2025-07-16", Some(date(DateShape::Interval, &[(day(2025, 7, 14), day(2025, 7, 16))]))),
            dated("Sihanoukville operation", "XXXX-11-14", Some(november(&[14], DateShape::Single))),
            dated("Foreign-ministry briefing", "2026-01-19", Some(on(day(2026, 1, 19)))),
        ] }))),
    ]
}

fn corpus_cases() -> Vec<(&'static str, ChartSpec)> {
    let names = ["Square, Jul 2025", "Global Times", "Khmer Times", "Foreign ministry", "Telegram"].map(str::to_owned);
    let counts = [(0, 1, 12, 5), (0, 2, 8, 0), (1, 2, 4, 1), (0, 3, 3, 0), (1, 3, 0, 0), (2, 3, 5, 2), (0, 4, 2, 2), (1, 4, 1, 0), (2, 4, 9, 1), (3, 4, 6, 0)];
    let cells = counts.map(|(first, second, shared, differing)| Cell { first, second, shared, differing, href: "discrepancies.html".to_owned() });
    let total = |class, counts: [usize; 4]| TotalRow {
        class,
        counts: [Severity::Major, Severity::Moderate, Severity::Minor, Severity::Info].into_iter().zip(counts).collect(),
        href: "discrepancies.html".to_owned(),
    };
    let row = |source: &str, shared, alone, claims| CoverageRow { source: source.to_owned(), shared, alone, claims, href: "sources/a.html".to_owned() };
    let part = |name: &str, rows| Part { name: name.to_owned(), rows };
    let remainder = |source: &str, words: &str, hedge, value: i64, least: i64| Remainder {
        source: source.to_owned(), total_words: words.to_owned(), total: quantity(hedge, value.into(), value.into()), least: least.into(), href: "#arrests".to_owned(),
    };
    let point = |at: Day, step, row| SeriesPoint { as_of: on(at), step, row };
    use Hedge::{About, Exact, MoreThan};
    vec![
        ("matrix", spec("m", "Agreement between sources", Plot::Matrix(Matrix { sources: names.into(), cells: cells.into() }))),
        ("totals", spec("n", "Discrepancies", Plot::Totals(Totals { rows: vec![total(Class::Contradict, [5, 3, 2, 0]), total(Class::Variant, [0, 0, 4, 0]), total(Class::Update, [0, 0, 0, 1]), total(Class::Scope, [0, 0, 1, 6])] }))),
        ("coverage", spec("c", "Claims by source", Plot::Coverage(Coverage { facts: 41, rows: vec![row("Square, Jul 2025", 12, 7, 25), row("Global Times", 9, 14, 31), row("Telegram", 2, 0, 2)] }))),
        ("breakdown", spec("b", "People arrested, by nationality", Plot::Breakdown(Breakdown { unit: "people".to_owned(), dimension: "nationality".to_owned(),
            parts: vec![
                part("Vietnamese", vec![figure("Square", MoreThan, "over 200", 200)]),
                part("Indonesian", vec![figure("Square", Exact, "270", 270), figure("Global Times", Exact, "271", 271)]),
                part("Chinese", vec![figure("Square", Exact, "27", 27), figure("Global Times", About, "about 30", 30)]),
            ],
            remainders: vec![remainder("Square", "over 1,000", MoreThan, 1000, 503), remainder("Global Times", "600", Exact, 600, 299)],
        }))),
        ("series", spec("s", "People arrested", Plot::Series(Series { unit: "people".to_owned(), points: vec![
            point(day(2025, 7, 14), Step::First, figure("Khmer Times", Exact, "500", 500)),
            point(day(2025, 7, 16), Step::Update, figure("Square", MoreThan, "over 1,000", 1000)),
            point(day(2025, 7, 19), Step::Correction, figure("Global Times", Exact, "a corrected 900", 900)),
            point(day(2025, 7, 24), Step::Other, figure("Reuters", About, "about 2,500", 2500)),
        ] }))),
    ]
}

fn cases() -> Vec<(&'static str, ChartSpec)> {
    range_cases().into_iter().chain(date_cases()).chain(corpus_cases()).collect()
}

#[test]
fn drawings_equal_their_golden_files() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut expected_files = BTreeSet::new();
    for (name, spec) in cases() {
        let path = folder().join(format!("{name}.svg"));
        let svg = format!("{}\n", draw(&spec).svg_inline);
        if bless {
            fs::write(&path, &svg).unwrap();
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(svg, golden, "{name} differs from tests/charts/{name}.svg");
        expected_files.insert(format!("{name}.svg"));
    }
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(expected_files, files, "an unused golden file");
}

#[test]
fn every_drawing_is_well_formed_and_names_itself() {
    for (name, spec) in cases() {
        let drawing = draw(&spec);
        for svg in [drawing.svg_inline.clone(), standalone(&drawing)] {
            check_xml(name, &svg);
            for needed in ["viewBox=\"", "role=\"img\"", "aria-labelledby=\"", "<title id=\"", "<desc id=\""] {
                assert!(svg.contains(needed), "{name}: {needed}");
            }
        }
    }
}

fn check_xml(name: &str, svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut ids = BTreeSet::new();
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{name}: {fault}")) {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => {
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap_or_else(|fault| panic!("{name}: {fault}"));
                    if attribute.key.as_ref() == "id" {
                        assert!(ids.insert(attribute.value.to_string()), "{name}: id twice");
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn inline_drawings_hold_no_colour_no_style_and_no_size() {
    for (name, spec) in cases() {
        let svg = draw(&spec).svg_inline;
        let root = &svg[..svg.find('>').unwrap()];
        assert!(!root.contains(" width=") && !root.contains(" height="), "{name}: a fixed size");
        for forbidden in ["style", "rgb(", "hsl(", "fill=\"#", "stroke=\"", "currentColor", "<script", "onload"] {
            assert!(!svg.contains(forbidden), "{name}: {forbidden}");
        }
    }
}

#[test]
fn titles_have_at_most_twelve_words() {
    for (name, spec) in cases() {
        let title = draw(&spec).title;
        assert!((1..=12).contains(&title.split_whitespace().count()), "{name}: {title}");
    }
}

#[test]
fn coordinates_have_at_most_one_decimal() {
    for (name, spec) in cases() {
        let svg = draw(&spec).svg_inline;
        for (at, _) in svg.match_indices('.') {
            let decimals = svg[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            assert!(decimals < 2, "{name}: {}", &svg[at.saturating_sub(4)..at + 4]);
        }
    }
}

#[test]
fn typical_drawings_stay_below_twelve_kilobytes() {
    for (name, spec) in cases().into_iter().filter(|case| case.0 != "ranges-sixty") {
        let bytes = draw(&spec).svg_inline.len();
        assert!(bytes <= 12 * 1024, "{name}: {bytes}");
    }
}

#[test]
fn tables_hold_a_row_for_every_claim_and_csv_a_line_for_every_row() {
    for (name, spec) in cases() {
        let table = table(&spec);
        assert!(table.rows.iter().all(|row| row.cells.len() == table.headers.len()), "{name}");
        assert_eq!(csv(&spec).matches("\r\n").count(), table.rows.len() + 1, "{name}");
    }
    let (_, every_hedge) = range_cases().remove(0);
    assert_eq!(table(&every_hedge).rows.len(), 9);
}

#[test]
fn files_are_written_for_looking_at() {
    let Some(folder) = std::env::var_os("CHARTS_TO").map(PathBuf::from) else { return };
    for (name, spec) in cases() {
        fs::write(folder.join(format!("{name}.svg")), standalone(&draw(&spec))).unwrap();
    }
}
