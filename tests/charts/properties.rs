//! Whatever is drawn, nothing panics and every drawing is XML within its own borders.

use proptest::prelude::*;
use rust_decimal::Decimal;
use variorum::chart::{
    About, ChartSpec, Credit, DateRow, Dates, Grouping, Layouts, Plot, RangeRow, Ranges, Unit, csv, draw,
    standalone,
};
use variorum::model::{Bound, DateShape, DateValue, Day, DaySpan, Hedge, Interval, Number, Quantity};

use crate::check_xml;

fn hedge() -> impl Strategy<Value = Hedge> {
    use Hedge::{About, AtLeast, Exact, FewerThan, MoreThan, Nearly, Range, UpTo, Vague};
    proptest::sample::select(vec![Exact, About, MoreThan, AtLeast, Nearly, UpTo, FewerThan, Range, Vague])
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u32..28, 0_u32..10).prop_map(|(digits, scale, up)| {
        let value = Decimal::new(digits, scale);
        value.checked_mul(Decimal::from(10_u64.pow(up))).unwrap_or(value)
    })
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![decimal().prop_map(Bound::Closed), decimal().prop_map(Bound::Open), Just(Bound::Unbounded)]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (hedge(), decimal(), decimal(), bound(), bound()).prop_map(|(hedge, low, high, from, to)| {
        let number = Number {
            hedge,
            low,
            high,
            plausible: None,
            currency: None,
            percent: false,
            unit: None,
            change: None,
        };
        let hard = Interval { low: from, high: to };
        Quantity { number, hard, plausible: hard }
    })
}

fn range_row() -> impl Strategy<Value = RangeRow> {
    (any::<[String; 4]>(), quantity()).prop_map(|([group, label, words, href], quantity)| RangeRow {
        speaker: group.clone(),
        group,
        label,
        words,
        quantity,
        depth: 0,
        whole: None,
        hue: None,
        href,
    })
}

fn date() -> impl Strategy<Value = DateValue> {
    let shape = proptest::sample::select(vec![
        DateShape::Single,
        DateShape::Interval,
        DateShape::AllOf,
        DateShape::OneOf,
    ]);
    let day = || proptest::option::of((-3_000_000_i32..3_000_000).prop_map(Day));
    let span = (day(), day()).prop_map(|(first, last)| DaySpan { first, last });
    let spans = proptest::collection::vec(span, 1..4);
    (shape, spans, any::<[bool; 3]>()).prop_map(|(shape, spans, [year_known, approximate, uncertain])| {
        DateValue { edtf: String::new(), shape, begins: spans[0], spans, year_known, approximate, uncertain }
    })
}

fn check(about: About, plot: Plot) {
    let spec = ChartSpec { about, plot };
    let drawing = draw(&spec, Layouts::Both);
    for svg in [&drawing.svg_wide, &drawing.svg_narrow, &standalone(&drawing, &Credit::default())] {
        check_xml("a random chart", svg);
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
    csv(&spec);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_figures_can_be_drawn(
        rows in proptest::collection::vec(range_row(), 0..8),
        unit in any::<String>(),
        id in any::<String>(),
        measure in any::<String>(),
    ) {
        check(About { id, measure, ..About::default() }, Plot::Ranges(Ranges { unit: Unit::counted(&unit), rows, is_alike: true }));
    }

    #[test]
    fn any_dates_can_be_drawn(dates in proptest::collection::vec(date(), 0..6), group in any::<String>()) {
        let row = |date| DateRow {
            group: group.clone(),
            label: String::new(),
            words: "words".to_owned(),
            date: Some(date),
            hue: None,
            href: "#a".to_owned(),
        };
        let rows = dates.into_iter().map(row).collect();
        check(About::default(), Plot::Dates(Dates { by: Grouping::Questions, rows, orders: Vec::new() }));
    }
}
