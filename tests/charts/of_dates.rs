//! Dates at their edges: every kind, none, no year, no day, two centuries apart, out of order.

use variorum::chart::{ChartSpec, DateRow, Dates, Grouping, Kept, Layouts, Order, Plot, Timeline, draw};
use variorum::model::{DateValue, DaySpan};

use crate::rows::{dated, dates, spec, undated};

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("dates-every-kind", every_kind()),
        ("dates-none", dates(Vec::new())),
        ("dates-unknown-only", unknown_only()),
        ("dates-two-centuries", dates(vec![dated("Square", "1825"), dated("Global Times", "2025-07-16")])),
        ("dates-agree", dates(vec![dated("Square", "2025-07-14"), dated("Global Times", "2025-07-14")])),
        ("dates-without-a-year", without_a_year()),
        ("dates-out-of-order", out_of_order()),
        ("timeline", timeline()),
    ]
}

#[test]
fn dates_without_a_year_stand_hollow_in_the_year_that_the_others_give() {
    let svg = draw(&without_a_year(), Layouts::Both).svg_wide;
    assert!(!svg.contains("by month and day"), "{svg}");
    assert!(svg.contains(">year not stated<") && svg.contains("vc-open"), "{svg}");
    assert!(svg.contains("at least four months apart") && svg.contains("vc-bracket"), "{svg}");
    // One axis: a tick of July and a tick of November, and what lies between left out and told.
    assert!(svg.contains(" Jul<") && svg.contains(" Nov<"), "{svg}");
    let told = svg.replace("</text><text", " <text");
    assert!(told.contains("leaves out") && svg.contains("vc-break"), "{svg}");
}

#[test]
fn dates_without_a_year_have_a_calendar_of_their_own_where_no_year_is_given() {
    let none = dates(vec![dated("Square", "XXXX-11-15"), dated("Global Times", "XXXX-11-14")]);
    let many = dates(vec![
        dated("Square", "2023-07-14"),
        dated("AFP", "2024-07-14"),
        dated("CNA", "2025-07-14"),
        dated("Global Times", "XXXX-11-14"),
    ]);
    for spec in [none, many] {
        let svg = draw(&spec, Layouts::Both).svg_wide;
        assert!(svg.contains("Year not stated, by month and day:"), "{svg}");
    }
}

#[test]
fn a_broken_order_points_the_way_time_runs() {
    let svg = draw(&out_of_order(), Layouts::Both).svg_wide;
    // The raids of 12 July lie left of the directive of 15 July: the head is at the directive.
    let points = |path: &str| -> Vec<f64> {
        let d = path.split(" d=\"M").nth(1).unwrap().split('"').next().unwrap();
        d.split(['H', 'V', 'L', ' ']).map(|number| number.parse().unwrap()).collect()
    };
    let shaft = svg.split('<').find(|tag| tag.starts_with("path class=\"vc-alert-line\"")).unwrap();
    let shaft = points(shaft);
    assert!(shaft[0] < shaft[3], "{shaft:?}");
}

fn every_kind() -> ChartSpec {
    dates(vec![
        dated("Square", "2025-07-14/2025-07-16"),
        dated("Global Times", "2025-06"),
        dated("Khmer Times", "2025-07-15"),
        dated("Reuters", "[2025-07-14,2025-07-21]"),
        dated("AFP", "2025-07-01~"),
        dated("The Phnom Penh Post", "2025-06~"),
        dated("Nikkei Asia", "2025-05-01/.."),
        dated("Telegram channel", "{XXXX-11-14,XXXX-11-16}"),
        dated("Bangkok Post", "XXXX-11-14"),
        undated("CNA", "recently"),
    ])
}

fn unknown_only() -> ChartSpec {
    let nowhere = DaySpan { first: None, last: None };
    let mut open = dated("Square", "2025");
    open.words = "at some time".to_owned();
    open.date = open.date.map(|date| DateValue { spans: vec![nowhere], begins: nowhere, ..date });
    dates(vec![open, undated("Global Times", "not long ago")])
}

fn without_a_year() -> ChartSpec {
    dates(vec![dated("Square", "2025-07-14/2025-07-16"), dated("Global Times", "{XXXX-11-14,XXXX-11-16}")])
}

fn out_of_order() -> ChartSpec {
    let mut rows = vec![
        dated("Date of the directive", "2025-07-15"),
        dated("Date of the directive", "2025-07-10"),
        dated("When the raids took place", "2025-07-12"),
        dated("When the raids took place", "2025-07-13/2025-07-16"),
    ];
    for (row, source) in rows.iter_mut().zip(["Square", "Global Times", "Square", "Global Times"]) {
        source.clone_into(&mut row.label);
    }
    let reason = "Square dates the directive to 15 July, three days after the raids.".to_owned();
    let broken = Order { earlier: 0, later: 2, kept: Kept::No(reason) };
    let orders = vec![broken, Order { earlier: 1, later: 3, kept: Kept::Yes }];
    spec("Directive and raids", Plot::Dates(Dates { by: Grouping::Questions, rows, orders }))
}

fn timeline() -> ChartSpec {
    let disputed = |source: &str, edtf: &str| {
        let row = dated("Nationwide raids on scam compounds", edtf);
        DateRow { label: source.to_owned(), words: format!("{}, disputed", row.words), ..row }
    };
    let rows = vec![
        dated("Directive against scam compounds", "2025-07-14"),
        disputed("Square", "2025-07-14/2025-07-16"),
        disputed("Global Times", "XXXX-11-14"),
        dated("Joint statement", "2025-11"),
        dated("Sihanoukville operation", "XXXX-11-14"),
        dated("Foreign-ministry briefing", "2026-01-19"),
    ];
    spec("Events", Plot::Timeline(Timeline { rows }))
}
