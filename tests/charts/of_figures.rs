//! Figures at their edges: every hedge, none, many, equal, zero, far apart, hard to letter.

use variorum::chart::{Breakdown, ChartSpec, Part, Plot, Remainder, Series, SeriesPoint, Step};
use variorum::model::Hedge::{About, AtLeast, Exact, FewerThan, MoreThan, Nearly, Range, UpTo, Vague};

use crate::rows::{day, exact, figure, on, quantity, range, ranges, spec};

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("ranges-every-hedge", every_hedge()),
        ("ranges-none", exact(&[])),
        ("ranges-one", exact(&[("Square", "271", 271)])),
        ("ranges-sixty", sixty()),
        ("ranges-equal", exact(&[("Square", "271", 271), ("Global Times", "271", 271)])),
        ("ranges-zero", exact(&[("Square", "no one", 0), ("Global Times", "0", 0)])),
        (
            "ranges-zero-and-many",
            exact(&[("Square", "no one", 0), ("Global Times", "15,000", 15_000), ("AFP", "12", 12)]),
        ),
        ("ranges-negative", exact(&[("Square", "down 4", -4), ("Global Times", "up 3", 3)])),
        ("ranges-trillion-beside-one", trillion()),
        (
            "ranges-bounds-only",
            ranges(vec![
                figure("Square", MoreThan, "over 1,000", 1000),
                figure("Global Times", AtLeast, "at least 1,200", 1200),
            ]),
        ),
        ("ranges-scripts", scripts()),
        ("ranges-long-label", long_labels()),
        ("ranges-markup", markup()),
        ("breakdown", breakdown()),
        ("series", series()),
    ]
}

pub fn every_hedge() -> ChartSpec {
    ranges(vec![
        range("Square", "as of 16 Jul 2025", "over 1,000", quantity(MoreThan, 1000, 1000)),
        range(
            "Square",
            "as of 17 Jul 2025; Phnom Penh, Sihanoukville",
            "at least 500",
            quantity(AtLeast, 500, 500),
        ),
        range("Global Times", "Poipet", "271", quantity(Exact, 271, 271)),
        range("Khmer Times", "", "about 1,200", quantity(About, 1200, 1200)),
        range("The Phnom Penh Post", "", "nearly 900", quantity(Nearly, 900, 900)),
        range("Reuters", "", "between 800 and 1,100", quantity(Range, 800, 1100)),
        range("Bangkok Post", "", "up to 700", quantity(UpTo, 700, 700)),
        range("Nikkei Asia", "", "fewer than 400", quantity(FewerThan, 400, 400)),
        range("Telegram channel", "", "hundreds", quantity(Vague, 100, 999)),
    ])
}

pub fn sixty() -> ChartSpec {
    let row = |i: i64| {
        let value = 90 + i * 37 % 800;
        let label = format!("as of {} Jul 2025", i % 28 + 1);
        range(&format!("Source {}", i / 4 + 1), &label, &value.to_string(), quantity(Exact, value, value))
    };
    ranges((0..60).map(row).collect())
}

fn trillion() -> ChartSpec {
    let large = figure("Global Times", AtLeast, "at least a trillion", 1_000_000_000_000);
    ranges(vec![figure("Square", Exact, "1", 1), large])
}

fn scripts() -> ChartSpec {
    exact(&[
        ("ភ្នំពេញប៉ុស្តិ៍ ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ", "២៧១", 271),
        ("الشرق الأوسط، تقرير من بنوم بنه", "أكثر من ٢٠٠", 200),
        ("ประเทศไทยรายงานว่ามีผู้ถูกจับกุมในกัมพูชาเป็นจำนวนมากเมื่อวานนี้", "300", 300),
        ("环球时报：柬埔寨逮捕电信诈骗嫌疑人", "271人", 271),
        ("ארגון זכויות אדם", "120", 120),
    ])
}

fn long_labels() -> ChartSpec {
    let sentence = "a very long label that goes on ".repeat(10);
    let unbroken = range(&sentence[..300], &"x".repeat(300), "271", quantity(Exact, 271, 271));
    ranges(vec![unbroken, figure("Square", Exact, &"y".repeat(80), 12)])
}

fn markup() -> ChartSpec {
    let group = "<script>alert(\"R&D\")</script>";
    let mut spec =
        ranges(vec![range(group, "\u{1b}[31mred\u{0}\u{202e}", "\"27\" & 'more'", quantity(Exact, 27, 27))]);
    spec.about.measure = "</title><script>&".to_owned();
    spec.about.sources = vec![group.to_owned()];
    spec
}

fn breakdown() -> ChartSpec {
    let part = |name: &str, rows| Part { name: name.to_owned(), rows };
    let remainder = |source: &str, of: &str, left: i64, open| Remainder {
        source: source.to_owned(),
        of: Some(of.to_owned()),
        left: Some(left.into()),
        open,
        href: "#arrests".to_owned(),
    };
    let parts = vec![
        part(
            "People arrested",
            vec![figure("Square", MoreThan, "over 1,000", 1000), figure("Global Times", Exact, "600", 600)],
        ),
        part("Vietnamese", vec![figure("Square", MoreThan, "over 200", 200)]),
        part(
            "Indonesian",
            vec![figure("Square", Exact, "270", 270), figure("Global Times", Exact, "271", 271)],
        ),
        part(
            "Chinese",
            vec![figure("Square", Exact, "27", 27), figure("Global Times", About, "about 30", 30)],
        ),
    ];
    let remainders =
        vec![remainder("Square", "over 1,000", 503, true), remainder("Global Times", "600", 299, false)];
    let (unit, dimension) = ("people".to_owned(), "nationality".to_owned());
    spec("People arrested, by nationality", Plot::Breakdown(Breakdown { unit, dimension, parts, remainders }))
}

fn series() -> ChartSpec {
    let point = |at, step, row| SeriesPoint { as_of: on(day(2025, 7, at)), step, row };
    let points = vec![
        point(14, Step::First, figure("Khmer Times", Exact, "500", 500)),
        point(16, Step::Update, figure("Square", MoreThan, "over 1,000", 1000)),
        point(19, Step::Correction, figure("Global Times", Exact, "900", 900)),
        point(24, Step::Other, figure("Reuters", About, "about 2,500", 2500)),
    ];
    spec("People arrested", Plot::Series(Series { unit: "people".to_owned(), points }))
}
