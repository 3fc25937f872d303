//! Dates at their edges: every kind, none, no year, no day, two centuries apart, out of order.

use variorum::chart::{ChartSpec, Dates, Kept, Order, Plot, Timeline};
use variorum::model::{DateShape, DateValue, DaySpan};

use crate::rows::{date, dated, dates, day, on, spec, undated};

pub fn cases() -> Vec<(&'static str, ChartSpec)> {
    let july = on(day(2025, 7, 14));
    let unknown =
        DateValue { spans: vec![DaySpan { first: None, last: None }], year_known: false, ..july.clone() };
    let year_1825 = date(DateShape::Single, &[(day(1825, 1, 1), day(1825, 12, 31))]);
    vec![
        ("dates-every-kind", every_kind()),
        ("dates-none", dates(Vec::new())),
        (
            "dates-unknown-only",
            dates(vec![dated("Square", "recently", unknown), undated("Global Times", "not long ago")]),
        ),
        (
            "dates-two-centuries",
            dates(vec![
                dated("Square", "1825", year_1825),
                dated("Global Times", "16 July 2025", on(day(2025, 7, 16))),
            ]),
        ),
        (
            "dates-agree",
            dates(vec![dated("Square", "14 July", july.clone()), dated("Global Times", "July 14", july)]),
        ),
        ("dates-out-of-order", out_of_order()),
        ("timeline", timeline()),
    ]
}

fn november(days: &[u32], shape: DateShape) -> DateValue {
    let spans: Vec<_> = days.iter().map(|&at| (day(2000, 11, at), day(2000, 11, at))).collect();
    DateValue { year_known: false, ..date(shape, &spans) }
}

fn every_kind() -> ChartSpec {
    let july = |at| (day(2025, 7, at), day(2025, 7, at));
    let since = DaySpan { first: Some(day(2025, 5, 1)), last: None };
    dates(vec![
        dated("Square", "14 to 16 July", date(DateShape::Interval, &[(day(2025, 7, 14), day(2025, 7, 16))])),
        dated("Global Times", "in June", date(DateShape::Single, &[(day(2025, 6, 1), day(2025, 6, 30))])),
        dated("Khmer Times", "15 July", on(day(2025, 7, 15))),
        dated("Reuters", "14 or 21 July", date(DateShape::OneOf, &[july(14), july(21)])),
        dated("AFP", "around 1 July", DateValue { approximate: true, ..on(day(2025, 7, 1)) }),
        dated("Nikkei Asia", "since May", DateValue { spans: vec![since], ..date(DateShape::Interval, &[]) }),
        dated("Telegram channel", "on the 14th and 16th", november(&[14, 16], DateShape::AllOf)),
        dated("Bangkok Post", "14 November", november(&[14], DateShape::Single)),
        undated("CNA", "recently"),
    ])
}

fn out_of_order() -> ChartSpec {
    let mut rows = vec![
        dated("Date of the directive", "15 July", on(day(2025, 7, 15))),
        dated("Date of the directive", "10 July", on(day(2025, 7, 10))),
        dated("When the raids took place", "14 July", on(day(2025, 7, 14))),
        dated("When the raids took place", "12 July", on(day(2025, 7, 12))),
    ];
    for (row, source) in rows.iter_mut().zip(["Square", "Global Times", "Square", "Global Times"]) {
        row.label = source.to_owned();
    }
    let orders =
        vec![Order { earlier: 0, later: 2, kept: Kept::No }, Order { earlier: 1, later: 3, kept: Kept::Yes }];
    spec("Directive and raids", Plot::Dates(Dates { rows, orders }))
}

fn timeline() -> ChartSpec {
    let raids = date(DateShape::Interval, &[(day(2025, 7, 14), day(2025, 7, 16))]);
    let rows = vec![
        dated("Directive against scam compounds", "14 Jul 2025", on(day(2025, 7, 14))),
        dated("Nationwide raids on scam compounds", "14–16 Jul 2025", raids),
        dated("Sihanoukville operation", "14 Nov, year not stated", november(&[14], DateShape::Single)),
        dated("Foreign-ministry briefing", "19 Jan 2026", on(day(2026, 1, 19))),
    ];
    spec("Events", Plot::Timeline(Timeline { rows }))
}
