//! Facts: what kind of answer each takes, and whether its fields suit that kind.

use super::directory::{Directory, Found};
use super::money;
use super::remarks::shown;
use super::scope;
use crate::diag::{Code, Diagnostic, nearest};
use crate::markdown::asides;
use crate::model::{
    Breakdown, ChartChoice, ChartTitle, ChartWish, EntityKind, Fact, FactKind, Id, Position, Scope, SheetIx,
};
use crate::parse::{RawFact, RawFactKind};
use crate::source::Span;
use crate::yaml::Located;

/// Resolves a fact without its claims.
pub(super) fn resolve(
    (id, raw): (&Located<Id>, &RawFact),
    sheet: (SheetIx, &Id),
    directory: &Directory,
    faults: &mut Vec<Diagnostic>,
) -> Fact {
    if kind_known(raw) {
        unsuited(raw, faults);
    }
    Fact {
        id: id.value.clone(),
        sheet: sheet.0,
        label: raw.label.as_ref().map_or_else(|| label_of(&id.value), shown),
        kind: kind(id, raw, directory, faults),
        exact: is_exact(raw),
        by: raw.by.as_ref().map(|dimension| Breakdown {
            dimension: dimension.clone(),
            total: raw.total.as_ref().and_then(|total| match directory.fact(sheet, total, faults) {
                Found::Here(total) => Some(total),
                Found::HeldBack | Found::Unknown => None,
            }),
        }),
        scope: scope::resolve(raw.scope.as_ref(), &Scope::default(), directory, faults),
        same_as: raw.same_as.as_ref().and_then(|same| same_as(same, directory, faults)),
        chart: ChartWish {
            choice: raw.chart.as_ref().map_or(ChartChoice::Auto, |chart| chart.value),
            span: raw.chart.as_ref().map(|chart| chart.span),
            title: raw.chart_title.as_ref().map(|title| ChartTitle {
                words: shown(title),
                set_aside: asides(&title.value).into_iter().map(|mark| mark.words).collect(),
                span: title.span,
            }),
        },
        note: raw.note.as_ref().map(shown),
        claims: Vec::new(),
        span: id.span,
    }
}

/// Whether the kind of answer could be read, and is no stand-in.
pub(super) fn kind_known(raw: &RawFact) -> bool {
    raw.kind.span != raw.span
}

/// `prime-minister` → `Prime minister`.
fn label_of(id: &Id) -> String {
    let words = id.as_str().replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn kind(id: &Located<Id>, raw: &RawFact, directory: &Directory, faults: &mut Vec<Diagnostic>) -> FactKind {
    let unit = raw.unit.as_ref().map(|unit| unit.value.clone());
    let series = raw.series.as_ref().map(|series| series.value);
    if !kind_known(raw) {
        return FactKind::Text;
    }
    match raw.kind.value {
        RawFactKind::Count => FactKind::Count {
            unit: unit.unwrap_or_else(|| {
                if directory.is_hurt(raw.span) {
                    return String::new();
                }
                faults.push(
                    Diagnostic::error(Code::FieldMissing, raw.kind.span, "a count needs a `unit`")
                        .help("say what is counted, in the plural: `unit: people`"),
                );
                String::new()
            }),
            series,
        },
        RawFactKind::Measure => FactKind::Measure {
            unit: unit.unwrap_or_else(|| {
                if !directory.is_hurt(raw.span) {
                    faults.push(
                        Diagnostic::error(Code::FieldMissing, raw.kind.span, "a measure needs a `unit`")
                            .help("name the unit that answers are compared in: `unit: km`"),
                    );
                }
                String::new()
            }),
            series,
        },
        RawFactKind::Money => {
            let by_code = money::of_unit(raw.unit.as_ref(), RawFactKind::Money).is_some();
            FactKind::Money { unit: unit.filter(|_| !by_code), series }
        }
        RawFactKind::Percent => FactKind::Percent { unit, series },
        RawFactKind::Date => FactKind::Date,
        RawFactKind::Entity => FactKind::Entity {
            office: raw.office.as_ref().and_then(|office| {
                let ix = directory.entity(office, faults)?;
                if directory.entities[ix.index()].kind == EntityKind::Office {
                    return Some(ix);
                }
                faults.push(
                    Diagnostic::error(
                        Code::ValueUnsuited,
                        office.span,
                        format!("`{}` is not an office", office.value),
                    )
                    .help("name an entity of kind `office`"),
                );
                None
            }),
        },
        RawFactKind::Set => FactKind::Set,
        RawFactKind::Position => FactKind::Position {
            positions: positions(id.span, raw, faults),
            exclusive: raw.exclusive.as_ref().is_some_and(|flag| flag.0),
        },
        RawFactKind::Text => FactKind::Text,
        RawFactKind::YesNo => FactKind::YesNo,
    }
}

fn positions(span: Span, raw: &RawFact, faults: &mut Vec<Diagnostic>) -> Vec<Position> {
    let Some(positions) = &raw.positions else {
        faults.push(
            Diagnostic::error(Code::FieldMissing, span, "a position fact needs `positions`")
                .help("list the labels to choose from: `positions: {works: It is working, …}`"),
        );
        return Vec::new();
    };
    let read = |(key, label): &(Located<String>, Located<String>)| {
        Some(Position { id: key.id()?, label: shown(label) })
    };
    if let [(only, _)] = positions.0.as_slice() {
        faults.push(
            Diagnostic::warning(
                Code::PositionSingle,
                only.span,
                format!("`{}` is the only position, so every source that answers holds it", only.value),
            )
            .help("add the positions that a source could hold instead, or make the fact a `text`"),
        );
    }
    positions.0.iter().filter_map(read).collect()
}

/// Whether a fact's figures are exact: where the sheet says so, and where they are ages.
fn is_exact(raw: &RawFact) -> bool {
    let unit = raw.unit.as_ref().map(|unit| unit.value.as_str());
    let are_years = raw.kind.value == RawFactKind::Count && matches!(unit, Some("years" | "years old"));
    raw.exact.as_ref().map_or(are_years, |flag| flag.0)
}

/// Reports fields that mean nothing for the fact's kind, and would be passed over in silence.
fn unsuited(raw: &RawFact, faults: &mut Vec<Diagnostic>) {
    let is_figure = matches!(
        raw.kind.value,
        RawFactKind::Count | RawFactKind::Money | RawFactKind::Percent | RawFactKind::Measure
    );
    let is_position = raw.kind.value == RawFactKind::Position;
    let checks = [
        ("unit", raw.unit.as_ref().map(|at| at.span), is_figure, "count, money, percent and measure"),
        ("series", raw.series.as_ref().map(|at| at.span), is_figure, "count, money, percent and measure"),
        ("exact", raw.exact.as_ref().map(|at| at.span), is_figure, "count, money, percent and measure"),
        ("office", raw.office.as_ref().map(|at| at.span), raw.kind.value == RawFactKind::Entity, "entity"),
        ("positions", raw.positions.as_ref().map(|at| at.span), is_position, "position"),
        ("exclusive", raw.exclusive.as_ref().map(|at| at.span), is_position, "position"),
        ("total", raw.total.as_ref().map(|at| at.span), raw.by.is_some() && is_figure, "broken-down (`by`)"),
    ];
    for (field, span, suits, kinds) in checks {
        if let (Some(span), false) = (span, suits) {
            faults.push(
                Diagnostic::error(Code::ValueUnsuited, span, format!("`{field}` is for {kinds} facts only"))
                    .help(format!("remove `{field}`, or change the fact's `kind`")),
            );
        }
    }
}

fn same_as(
    words: &Located<String>,
    directory: &Directory,
    faults: &mut Vec<Diagnostic>,
) -> Option<crate::model::FactIx> {
    let ids =
        words.split_once('/').and_then(|(sheet, fact)| Some((Id::new(sheet).ok()?, Id::new(fact).ok()?)));
    // Without the other sheet, the question is asked here alone.
    if ids.as_ref().is_some_and(|ids| directory.facts_held_back.contains(ids)) {
        return None;
    }
    let found = ids.and_then(|(sheet, fact)| {
        let sheet = directory.sheets.get(&sheet)?;
        directory.facts.get(&(*sheet, fact)).copied()
    });
    let sheet = words.split('/').next().unwrap_or_default();
    if found.is_none() && !directory.has_lost(sheet) {
        let known = directory.fact_paths();
        let help = match nearest(words, known.iter().map(String::as_str)) {
            Some(path) => format!("did you mean `{path}`?"),
            None => "write `<sheet>/<fact>`, such as `2025-07-raids/arrests`".to_owned(),
        };
        let message = format!("there is no fact `{}`", words.value);
        faults.push(Diagnostic::error(Code::ReferenceUnknown, words.span, message).help(help));
    }
    found
}
