//! Figures at their edges: every hedge, none, many, equal, zero, far apart, hard to letter.

use rust_decimal::Decimal;
use variorum::chart::{
    Breakdown, ChartSpec, Layouts, Multiples, Part, Plot, RangeRow, Remainder, Series, SeriesPoint, Step,
    Unit, draw,
};
use variorum::language::reading;
use variorum::model::{Bound, Day, Interval, Tolerances};
use variorum::value::{date, number};

use crate::rows::{figure, figures, quantity, range, range_as, ranges, spec};

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("ranges-every-hedge", every_hedge()),
        ("ranges-none", figures(&[])),
        ("ranges-one", figures(&[("Square", "271")])),
        ("ranges-sixty", sixty()),
        ("ranges-hundred", hundred()),
        ("ranges-equal", figures(&[("Square", "271"), ("Global Times", "271")])),
        ("ranges-zero", figures(&[("Square", "0"), ("Global Times", "0")])),
        ("ranges-zero-and-many", figures(&[("Square", "0"), ("Global Times", "15,000"), ("AFP", "12")])),
        ("ranges-negative", negative()),
        ("ranges-trillion-beside-one", figures(&[("Square", "1"), ("AFP", "at least 1,000,000,000,000")])),
        ("ranges-bounds-only", figures(&[("Square", "over 1,000"), ("Global Times", "at least 1,200")])),
        ("ranges-scripts", scripts()),
        ("ranges-long-label", long_labels()),
        ("ranges-markup", markup()),
        ("breakdown", breakdown()),
        ("multiples", multiples()),
        ("series", series()),
        ("series-long", long_series()),
    ]
}

/// "Over 200" says nothing of 1,500: the line is solid to 300 and fades soon after.
#[test]
fn a_bound_is_drawn_as_far_as_its_words_plausibly_reach() {
    let svg = draw(&figures(&[("Square", "over 200"), ("Global Times", "1,500")]), Layouts::Both).svg_wide;
    let ends = |class: &str| {
        let tag = svg.split('<').find(|tag| tag.starts_with(&format!("path class=\"{class}\""))).unwrap();
        let d = tag.split(" d=\"M").nth(1).unwrap().split('"').next().unwrap();
        let numbers: Vec<f64> = d.split(['H', ' ']).map(|number| number.parse().unwrap()).collect();
        (numbers[0], numbers[2])
    };
    let (line, fade) = (ends("vc-line"), ends("vc-fade"));
    assert_eq!(line.1, fade.0);
    // 100 people of 1,500 are a fifteenth of the axis, some 18 units; the fading takes 33.
    assert!((12.0..25.0).contains(&(line.1 - line.0)) && fade.1 - fade.0 <= 33.0, "{line:?} {fade:?}");
}

/// What a source leaves open of an open total is no figure, and has no mark.
#[test]
fn a_word_for_a_size_is_no_end_of_what_figures_span() {
    let march = figures(&[
        ("Gazette", "tens of thousands"),
        ("Police", "around 18,000"),
        ("Drone", "31,000 to 35,000"),
        ("Alliance", "more than 60,000"),
    ]);
    assert_eq!(draw(&march, Layouts::Both).title, "People arrested: figures from 18,000 to 60,000 or more");
}

#[test]
fn a_series_that_ends_in_two_figures_of_one_day_says_both() {
    let Plot::Series(mut plot) = series().plot else { panic!("a series") };
    let title = |plot: &Series| draw(&spec("People dead", Plot::Series(plot.clone())), Layouts::Both).title;
    plot.points.truncate(2);
    assert_eq!(title(&plot), "People dead: the latest report is higher, over 1,000 after 500");
    let row = figure("Evening Post", "800");
    plot.points.push(SeriesPoint { row, step: Step::Other, ..plot.points[1].clone() });
    assert_eq!(title(&plot), "People dead: the latest reports differ, over 1,000 or 800");
}

#[test]
fn what_is_not_stated_has_no_ink() {
    let Plot::Breakdown(mut plot) = breakdown().plot else { panic!("a breakdown") };
    let all = |plot: &Breakdown| draw(&spec("L", Plot::Breakdown(plot.clone())), Layouts::Both).svg_wide;
    plot.remainders
        .retain(|left| left.left.high == Bound::Unbounded && left.left.lower() == Some(Decimal::ZERO));
    assert_eq!(plot.remainders.len(), 2);
    let with = all(&plot);
    plot.remainders.clear();
    let without = all(&plot);
    let marks = |svg: &str| {
        ["vc-line", "vc-dash", "vc-fade", "vc-hatch\"", "vc-outline"].map(|ink| svg.matches(ink).count())
    };
    assert_eq!(marks(&with), marks(&without));
    assert!(with.contains("others, without a figure"));
}

pub fn every_hedge() -> ChartSpec {
    ranges(vec![
        range("Square", "as of 16 July 2025", "over 1,000"),
        range("Square", "as of 17 July 2025; Phnom Penh, Sihanoukville", "at least 500"),
        range("Global Times", "Poipet", "271"),
        range("Khmer Times", "", "about 1,200"),
        range("The Phnom Penh Post", "", "nearly 900"),
        range("Reuters", "", "between 800 and 1,100"),
        range("Bangkok Post", "", "up to 700"),
        range("Nikkei Asia", "", "fewer than 400"),
        range("Telegram channel", "", "hundreds"),
    ])
}

pub fn sixty() -> ChartSpec {
    let row = |i: i64| {
        let label = format!("as of {} July 2025", i % 28 + 1);
        range(&format!("Source {}", i / 4 + 1), &label, &(90 + i * 37 % 800).to_string())
    };
    ranges((0..60).map(row).collect())
}

/// More than anybody reads by name: the drawing shows their shape, the table names them.
fn hundred() -> ChartSpec {
    let row = |i: i64| range(&format!("Source {i}"), "", &(90 + i * 37 % 800).to_string());
    ranges((0..100).map(row).collect())
}

fn negative() -> ChartSpec {
    let mut number = number::read("4", reading::english()).unwrap();
    (number.low, number.high) = (Decimal::from(-4), Decimal::from(-4));
    let below = number::quantity(&number, &Tolerances::default());
    ranges(vec![range_as("Square", "", "down 4", below), figure("Global Times", "3")])
}

fn scripts() -> ChartSpec {
    figures(&[
        ("ភ្នំពេញប៉ុស្តិ៍ ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ", "២៧១"),
        ("الشرق الأوسط، تقرير من بنوم بنه", "٢٠٠"),
        ("ประเทศไทยรายงานว่ามีผู้ถูกจับกุมในกัมพูชาเป็นจำนวนมากเมื่อวานนี้", "300"),
        ("环球时报：柬埔寨逮捕电信诈骗嫌疑人", "271"),
        ("ארגון זכויות אדם", "120"),
    ])
}

fn long_labels() -> ChartSpec {
    let sentence = "a very long label that goes on ".repeat(10);
    let unbroken = range_as(&sentence[..300], "", &"x".repeat(300), quantity("271"));
    ranges(vec![unbroken, range_as("Square", &"y".repeat(80), "12", quantity("12"))])
}

fn markup() -> ChartSpec {
    let group = "<script>alert(\"R&D\")</script>";
    let row = range_as(group, "\u{1b}[31mred\u{0}\u{202e}", "\"27\" & 'more'", quantity("27"));
    let mut spec = ranges(vec![row]);
    spec.about.measure = "</title><script>&".to_owned();
    spec.about.sources = vec![group.to_owned()];
    spec
}

fn breakdown() -> ChartSpec {
    let part = |name: &str, rows: &[(&str, &str)]| {
        let rows = rows.iter().map(|&(source, words)| figure(source, words)).collect();
        Part { name: name.to_owned(), rows }
    };
    let remainder = |source: &str, of: &str, low: i64, high: Bound| Remainder {
        source: source.to_owned(),
        of: Some(of.to_owned()),
        left: Interval { low: Bound::Closed(low.into()), high },
        href: "#arrests".to_owned(),
    };
    let total = Some(part("People arrested", &[("Square", "over 1,000"), ("Global Times", "600")]));
    let parts = vec![
        part("Vietnamese", &[("Square", "over 200")]),
        part("Indonesian", &[("Square", "270"), ("Global Times", "271")]),
        part("Chinese", &[("Square", "27"), ("Global Times", "about 30")]),
    ];
    let up_to = |high: i64| Bound::Closed(high.into());
    let remainders = vec![
        remainder("Square", "over 1,000", 0, Bound::Unbounded),
        remainder("Global Times", "600", 296, up_to(302)),
        remainder("Khmer Times", "400", 0, up_to(100)),
        remainder("AFP", "at least 900", 350, Bound::Unbounded),
        Remainder { of: None, ..remainder("Reuters", "", 0, Bound::Unbounded) },
    ];
    let (unit, dimension) = (Unit::counted("people"), "nationality".to_owned());
    let notes = vec!["Square: as of 16 July 2025, citing the police.".to_owned()];
    let breakdown = Breakdown { unit, dimension, total, parts, remainders, notes };
    spec("People arrested, by nationality", Plot::Breakdown(breakdown))
}

fn multiples() -> ChartSpec {
    let part = |name: &str, rows: Vec<RangeRow>| Part { name: name.to_owned(), rows };
    let parts = vec![
        part(
            "Vietnamese",
            vec![
                range("Square", "as of 16 July 2025", "over 200"),
                range("Global Times", "Sihanoukville", "63"),
            ],
        ),
        part("Indonesian", vec![figure("Square", "270"), range("Global Times", "Poipet", "271")]),
        part("Chinese", vec![figure("Square", "27"), figure("Global Times", "about 30")]),
    ];
    let multiples = Multiples { unit: Unit::counted("people"), parts };
    spec("People arrested, by nationality", Plot::Multiples(multiples))
}

fn series() -> ChartSpec {
    let point = |as_of, step, source, words| {
        let as_of = date::read(as_of).unwrap();
        SeriesPoint { as_of, step, row: figure(source, words) }
    };
    let points = vec![
        point("2025-07-14", Step::First, "Khmer Times", "500"),
        point("2025-07-16", Step::Update, "Square", "over 1,000"),
        point("2025-07-19", Step::Correction, "Global Times", "900"),
        point("2025-07-24", Step::Other, "Reuters", "about 2,500"),
        point("2025-07-28", Step::Other, "AFP", "between 2,000 and 3,000"),
    ];
    spec("People arrested", Plot::Series(Series { unit: Unit::counted("people"), points, n_undated: 0 }))
}

/// A figure a day for four years: a line, with a fall, an outlier and a correction on it.
fn long_series() -> ChartSpec {
    let point = |i: i32| {
        let total = i64::from(1_000 + i * 7 + (i * 37) % 5);
        let (step, total) = match i {
            0 => (Step::First, total),
            400 => (Step::Outlier, total * 3),
            900 => (Step::Fall, total - 2_000),
            1_200 => (Step::Correction, total - 2_500),
            901..1_200 => (Step::Update, total - 2_000),
            1_201.. => (Step::Update, total - 2_500),
            _ => (Step::Update, total),
        };
        let as_of = date::read(&Day(18_262 + i).to_string()).unwrap();
        SeriesPoint { as_of, step, row: figure("Ministry", &total.to_string()) }
    };
    let points = (0..1_600).map(point).collect();
    spec("People arrested", Plot::Series(Series { unit: Unit::counted("people"), points, n_undated: 2 }))
}
