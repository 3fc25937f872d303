//! Offices: who held each when, by the curator's own record.

use super::directory::unknown;
use super::entity::Row;
use super::reading;
use crate::diag::{Code, Diagnostic};
use crate::model::{DateValue, Day, Entity, EntityIx, EntityKind, Tenure};
use crate::parse::RawTenure;

/// Fills in the holders of every office, refusing two at once where one person holds it at a time.
pub(super) fn fill(rows: &[Row<'_>], entities: &mut [Entity], faults: &mut Vec<Diagnostic>) {
    for (i, (_, _, raw)) in rows.iter().enumerate() {
        let written: Vec<&RawTenure> = raw.holders.iter().flatten().collect();
        if let (Some(first), false) = (written.first(), entities[i].kind == EntityKind::Office) {
            faults.push(
                Diagnostic::error(Code::ValueUnsuited, first.span, "only an office has holders")
                    .help("remove `holders`, or make the entity an `office`"),
            );
            continue;
        }
        let tenures: Vec<(&RawTenure, Tenure)> =
            written.into_iter().filter_map(|raw| Some((raw, tenure(raw, rows, entities, faults)?))).collect();
        if entities[i].exclusive {
            overlaps(&tenures, entities, faults);
        }
        entities[i].holders = tenures.into_iter().map(|(_, tenure)| tenure).collect();
    }
}

fn tenure(
    raw: &RawTenure,
    rows: &[Row<'_>],
    entities: &[Entity],
    faults: &mut Vec<Diagnostic>,
) -> Option<Tenure> {
    let from = raw.from.as_ref().and_then(|words| reading::date(words, faults));
    let to = raw.to.as_ref().and_then(|words| reading::date(words, faults));
    let Ok(person) = rows.binary_search_by(|row| row.0.cmp(&raw.person.value)) else {
        let fault = unknown("entity", &raw.person, rows.iter().map(|row| row.0.as_str()));
        faults.push(fault.help_or("entities are the keys of this file"));
        return None;
    };
    if entities[person].kind != EntityKind::Person {
        let message = format!("`{}` is not a person", raw.person.value);
        faults.push(
            Diagnostic::error(Code::ValueUnsuited, raw.person.span, message)
                .help("an office is held by a person"),
        );
        return None;
    }
    Some(Tenure { person: EntityIx(person as u32), from, to })
}

/// A day on which one holder hands over to the next belongs to both.
fn overlaps(tenures: &[(&RawTenure, Tenure)], entities: &[Entity], faults: &mut Vec<Diagnostic>) {
    for (i, (raw, later)) in tenures.iter().enumerate() {
        let other = tenures[..i].iter().find(|(_, earlier)| {
            earlier.person != later.person && begins(earlier) < ends(later) && begins(later) < ends(earlier)
        });
        let Some((first, earlier)) = other else { continue };
        let name = |tenure: &Tenure| &entities[tenure.person.index()].name;
        let message =
            format!("two people hold the office at the same time: {} and {}", name(earlier), name(later));
        faults.push(
            Diagnostic::error(Code::OfficeOverlap, raw.span, message)
                .related(first.span, "the other holder")
                .help("correct `from` or `to`, or remove `exclusive: true` from the office"),
        );
    }
}

/// The day by which a tenure has begun for certain: somewhere in `2023-08` is by its last day.
fn begins(tenure: &Tenure) -> Day {
    tenure.from.as_ref().and_then(DateValue::latest).unwrap_or(Day(i32::MIN))
}

/// The day until which a tenure lasts for certain.
fn ends(tenure: &Tenure) -> Day {
    tenure.to.as_ref().and_then(DateValue::earliest).unwrap_or(Day(i32::MAX))
}
