//! Values as read, in JSON: the view of [`Reading`] and of the two intervals of a figure.

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Value, json};

use super::days;
use super::schema::{boolean, choice, day, decimal, list, object, one_of, optional, optional_list, text};
use super::words::{HEDGES, SHAPES, change, hedge, shape};
use crate::model::{Bound, Corpus, DateValue, EntityIx, FactKind, Interval, Quantity, Reading};

/// A value as read; `kind` says which fields follow.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReadingView<'a> {
    /// A figure.
    Quantity(QuantityView<'a>),
    /// A date.
    Date(DateView<'a>),
    /// Somebody or something.
    Entity {
        #[serde(skip_serializing_if = "Option::is_none")]
        entity: Option<&'a str>,
    },
    /// A list.
    Set { items: Vec<ItemView<'a>> },
    /// A curated label.
    Position {
        #[serde(skip_serializing_if = "Option::is_none")]
        position: Option<&'a str>,
    },
    /// Words that are not read any further.
    Text,
    /// Yes or no.
    YesNo { answer: bool },
}

/// A figure with its hedge and the values it allows.
#[derive(Serialize)]
pub struct QuantityView<'a> {
    hedge: &'static str,
    low: String,
    high: String,
    hard: IntervalView,
    #[serde(skip_serializing_if = "Option::is_none")]
    plausible: Option<IntervalView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    percent: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<&'static str>,
}

#[derive(Serialize)]
struct IntervalView {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low_end: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high_end: Option<&'static str>,
}

/// A date with the days it covers.
#[derive(Serialize)]
pub struct DateView<'a> {
    edtf: &'a str,
    shape: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<SpanView>,
    year_known: bool,
    approximate: bool,
    uncertain: bool,
}

#[derive(Serialize)]
struct SpanView {
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
}

/// A member of a list.
#[derive(Serialize)]
pub struct ItemView<'a> {
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
}

/// The view of a reading; the fact's kind says what a position means.
pub fn view<'a>(corpus: &'a Corpus, kind: &'a FactKind, reading: &'a Reading) -> ReadingView<'a> {
    let id = |entity: Option<EntityIx>| entity.map(|ix| corpus[ix].id.as_str());
    match reading {
        Reading::Quantity(quantity) => ReadingView::Quantity(quantity_view(quantity)),
        Reading::Date(date) => ReadingView::Date(date_view(date)),
        Reading::Entity(entity) => ReadingView::Entity { entity: id(*entity) },
        Reading::Set(items) => ReadingView::Set {
            items: items
                .iter()
                .map(|item| ItemView { words: &item.words, entity: id(item.entity) })
                .collect(),
        },
        Reading::Position(_) => {
            ReadingView::Position { position: reading.position(kind).map(|position| position.id.as_str()) }
        }
        Reading::Text => ReadingView::Text,
        Reading::YesNo(answer) => ReadingView::YesNo { answer: *answer },
    }
}

/// The number at an end of an interval, and whether it belongs to it: closed, open or none.
pub fn end(bound: Bound) -> (Option<String>, &'static str) {
    match bound {
        Bound::Closed(value) => (Some(exact(value)), "closed"),
        Bound::Open(value) => (Some(exact(value)), "open"),
        Bound::Unbounded => (None, "none"),
    }
}

/// A decimal without exponent and without zeros that say nothing.
pub fn exact(value: Decimal) -> String {
    value.normalize().to_string()
}

fn quantity_view(quantity: &Quantity) -> QuantityView<'_> {
    let number = &quantity.number;
    QuantityView {
        hedge: hedge(number.hedge),
        low: exact(number.low),
        high: exact(number.high),
        hard: interval_view(quantity.hard),
        plausible: (quantity.plausible != quantity.hard).then(|| interval_view(quantity.plausible)),
        currency: number.currency.as_deref(),
        percent: number.percent,
        change: number.change.map(change),
    }
}

fn interval_view(interval: Interval) -> IntervalView {
    let ((low, low_end), (high, high_end)) = (end(interval.low), end(interval.high));
    let open = |end| (end == "open").then_some(end);
    IntervalView { low, low_end: open(low_end), high, high_end: open(high_end) }
}

fn date_view(date: &DateValue) -> DateView<'_> {
    let iso = |day| days::iso(date, day);
    DateView {
        edtf: &date.edtf,
        shape: shape(date.shape),
        spans: date
            .spans
            .iter()
            .map(|span| SpanView { first: span.first.map(iso), last: span.last.map(iso) })
            .collect(),
        year_known: date.year_known,
        approximate: date.approximate,
        uncertain: date.uncertain,
    }
}

/// The schema of [`ReadingView`].
pub fn schema() -> Value {
    let tagged = |kind: &str, about: &str, mut fields: Vec<(&str, Value)>| {
        fields.insert(0, ("kind", json!({ "const": kind, "description": "Which kind of reading this is." })));
        object(about, fields)
    };
    let entity = || optional(text("Id of the curated entity behind the words."));
    let item = vec![("words", text("The spelling used.")), ("entity", entity())];
    one_of(
        "The value as read from the words.",
        vec![
            tagged("quantity", "A figure.", quantity_fields()),
            tagged("date", "A date.", date_fields()),
            tagged("entity", "Somebody or something, by name.", vec![("entity", entity())]),
            tagged("set", "A list.", vec![("items", list("Its members.", object("A member.", item)))]),
            tagged(
                "position",
                "What the text holds.",
                vec![("position", optional(text("Id of one of the fact's positions.")))],
            ),
            tagged("text", "Words that are shown, not compared.", vec![]),
            tagged("yes-no", "Yes or no.", vec![("answer", boolean("True for yes."))]),
        ],
    )
}

fn quantity_fields() -> Vec<(&'static str, Value)> {
    let interval = |about| {
        object(
            about,
            vec![
                ("low", optional(decimal("Lower end; absent where there is none."))),
                (
                    "low_end",
                    optional(choice("Stated where the lower end does not belong to the interval.", ["open"])),
                ),
                ("high", optional(decimal("Upper end; absent where there is none."))),
                (
                    "high_end",
                    optional(choice("Stated where the upper end does not belong to the interval.", ["open"])),
                ),
            ],
        )
    };
    vec![
        ("hedge", choice("How the source qualifies the figure.", HEDGES.map(hedge))),
        ("low", decimal("The figure named, or the lower of two.")),
        ("high", decimal("The figure named, or the higher of two.")),
        ("hard", interval("What the words strictly allow.")),
        (
            "plausible",
            optional(interval(
                "What a reader would take the words to mean, where that is less than they strictly allow.",
            )),
        ),
        ("currency", optional(text("ISO 4217 code, where the words name a currency."))),
        ("percent", boolean("Whether the words say per cent.")),
        (
            "change",
            optional(choice("Which way a change goes; absent for a level or a share.", ["rise", "fall"])),
        ),
    ]
}

fn date_fields() -> Vec<(&'static str, Value)> {
    let span = vec![
        ("first", optional(day("First day; absent for an open beginning."))),
        ("last", optional(day("Last day; absent for an open end."))),
    ];
    vec![
        ("edtf", text("The date in the Extended Date/Time Format.")),
        (
            "shape",
            choice(
                "How the spans belong together: some day within one span, a lasting interval, all of them, or one of them.",
                SHAPES.map(shape),
            ),
        ),
        ("spans", optional_list("The days covered.", object("First and last day, both included.", span))),
        ("year_known", boolean("False where the year is unspecified; days are then written --MM-DD.")),
        ("approximate", boolean("Whether the date is marked approximate.")),
        ("uncertain", boolean("Whether the date is marked uncertain.")),
    ]
}
