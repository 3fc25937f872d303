//! entities.yaml: entities in order of id, places in places, and who is called what.

use std::sync::Arc;

use super::coordinates::coordinates;
use super::directory::unknown;
use super::money;
use super::names::Names;
use super::office;
use super::remarks::shown;
use crate::diag::{Code, Diagnostic};
use crate::model::{Entity, EntityIx, EntityKind, Id};
use crate::output::is_device;
use crate::parse::{Parsed, RawEntity};
use crate::source::Span;
use crate::value::name;

/// Who and what is named, in order of id, and by which names.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    pub(super) entities: Vec<Entity>,
    pub(super) names: Names,
    /// What is paid with where each entity is, where that is known.
    pub(super) money: Vec<Option<&'static str>>,
}

/// An entity's id, the place of its key, and what stands there.
pub(super) type Row<'a> = (Id, Span, &'a RawEntity);

/// Resolves the entities and the names they go by.
pub(super) fn resolve(parsed: &Parsed, faults: &mut Vec<Diagnostic>) -> Cast {
    let Some((_, raw)) = &parsed.entities else { return Cast::default() };
    let mut rows: Vec<Row<'_>> =
        raw.0.iter().filter_map(|(key, entity)| Some((key.id()?, key.span, entity))).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut entities: Vec<Entity> = rows.iter().map(|(id, _, raw)| entity(id, raw)).collect();
    // What is wrong with an entity that is only half read was said when it was read.
    let judged: Vec<Option<&RawEntity>> =
        rows.iter().map(|(_, _, raw)| Some(*raw).filter(|raw| !parsed.is_hurt(raw.span))).collect();
    faults.extend(judged.iter().flatten().filter_map(|raw| held_by_many(raw)));
    faults.extend(judged.iter().flatten().filter_map(|raw| no_item(raw)));
    faults.extend(rows.iter().filter_map(|(id, span, _)| no_file_name(id, *span)));
    for (i, row) in rows.iter().enumerate().filter(|(i, _)| judged[*i].is_some()) {
        entities[i].at = coordinates(row, faults);
    }
    contain(&rows, &judged, &mut entities, faults);
    unite(&rows, &judged, &mut entities, faults);
    office::fill(&rows, &mut entities, faults);
    let mut names = Names::of(&entities);
    for (i, (_, key_span, raw)) in rows.iter().enumerate() {
        let own =
            [Some(&raw.name.value), raw.native.as_ref()].into_iter().flatten().map(|name| (name, *key_span));
        let all = own.chain(raw.aliases.iter().flatten().map(|alias| (&alias.value, alias.span)));
        for (words, span) in all.filter(|(words, _)| !words.is_empty()) {
            if let Err((other, first)) = names.add(words, span, EntityIx(i as u32)) {
                let name = &entities[other.index()].id;
                faults.push(
                    Diagnostic::error(
                        Code::NameAmbiguous,
                        span,
                        format!("`{words}` is also a name of `{name}`"),
                    )
                    .related(first, "the other one")
                    .help("remove one of the two; a value can still name an entity by its id"),
                );
            }
        }
    }
    let money = money::of_entities(&rows, &entities, faults);
    Cast { entities, names, money }
}

/// An id that the page of the entity cannot have as its name.
fn no_file_name(id: &Id, span: Span) -> Option<Diagnostic> {
    let message = format!("`{id}` is a name that Windows keeps for a device");
    let fault = || {
        Diagnostic::error(Code::IdInvalid, span, message)
            .help(format!("rename it, for example to `the-{id}`"))
    };
    is_device(id.as_str()).then(fault)
}

/// What is no number of Wikidata's, of which the page would make an address that leads nowhere.
fn no_item(raw: &RawEntity) -> Option<Diagnostic> {
    let item = raw.wikidata.as_ref()?;
    let is_item = |word: &str| {
        word.strip_prefix('Q').is_some_and(|digits| {
            !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    if is_item(item) {
        return None;
    }
    let upper = item.to_uppercase();
    let help = match upper.split(|c: char| !c.is_ascii_alphanumeric()).rfind(|word| is_item(word)) {
        Some(found) => format!("write `{found}`"),
        None => "write the item's number with its `Q`, as in `Q424`".to_owned(),
    };
    let message = format!("`{}` is not an item of Wikidata", item.value);
    Some(Diagnostic::error(Code::ValueUnsuited, item.span, message).help(help))
}

/// `exclusive` on what nobody holds.
fn held_by_many(raw: &RawEntity) -> Option<Diagnostic> {
    let exclusive = raw.exclusive.as_ref().filter(|_| raw.kind != EntityKind::Office)?;
    let message = "only an office is held by one person at a time";
    let fault = Diagnostic::error(Code::ValueUnsuited, exclusive.span, message);
    Some(fault.help("remove `exclusive`, or make the entity an `office`"))
}

fn entity(id: &Id, raw: &RawEntity) -> Entity {
    let names = [Some(raw.name.value.as_str()), raw.native.as_deref()].into_iter().flatten();
    let all = names.chain(raw.aliases.iter().flatten().map(|alias| alias.value.as_str()));
    Entity {
        forms: all.map(|name| Arc::new(name::read(name))).collect(),
        id: id.clone(),
        kind: raw.kind,
        name: raw.name.value.clone(),
        native: raw.native.clone(),
        aliases: raw.aliases.iter().flatten().map(|alias| alias.value.clone()).collect(),
        within: None,
        at: None,
        people_of: None,
        exclusive: raw.exclusive.as_ref().is_some_and(|flag| flag.0),
        holders: Vec::new(),
        wikidata: raw.wikidata.as_ref().map(|item| item.value.clone()),
        note: raw.note.as_ref().map(shown),
    }
}

/// Fills in which place contains which, refusing circles.
fn contain(
    rows: &[Row<'_>],
    judged: &[Option<&RawEntity>],
    entities: &mut [Entity],
    faults: &mut Vec<Diagnostic>,
) {
    let mut tops: Vec<usize> = (0..rows.len()).collect();
    for (i, (id, _, raw)) in rows.iter().enumerate() {
        let Some(within) = &raw.r#in else { continue };
        let Ok(outer) = rows.binary_search_by(|row| row.0.cmp(&within.value)) else {
            let fault = unknown("entity", within, rows.iter().map(|row| row.0.as_str()));
            faults.push(fault.help_or("entities are the keys of this file"));
            continue;
        };
        if judged[i].is_none() || judged[outer].is_none() {
            continue;
        }
        // Where an outlet is says what its words for money mean, and no more.
        let is_seat = matches!(entities[i].kind, EntityKind::Outlet | EntityKind::Organisation);
        if is_seat && entities[outer].kind == EntityKind::Place {
            continue;
        }
        if entities[i].kind != EntityKind::Place || entities[outer].kind != EntityKind::Place {
            faults.push(
                Diagnostic::error(
                    Code::ValueUnsuited,
                    within.span,
                    "only a place, an outlet or an organisation lies in a place",
                )
                .help("remove `in`, or name an entity of kind `place`"),
            );
            continue;
        }
        // Nothing is above `i` yet, so that it is the outermost of its own places.
        if outermost(&mut tops, outer) == i {
            faults.push(
                Diagnostic::error(
                    Code::ReferenceCircular,
                    within.span,
                    format!("`{id}` lies in `{}`, which lies in `{id}`", within.value),
                )
                .help("remove one of the two `in` lines"),
            );
            continue;
        }
        entities[i].within = Some(EntityIx(outer as u32));
        tops[i] = outer;
    }
    cut_deep(rows, entities, faults);
}

/// Fills in which group is the people of which place.
fn unite(
    rows: &[Row<'_>],
    judged: &[Option<&RawEntity>],
    entities: &mut [Entity],
    faults: &mut Vec<Diagnostic>,
) {
    for (i, (_, _, raw)) in rows.iter().enumerate() {
        let Some(of) = &raw.people_of else { continue };
        let Ok(place) = rows.binary_search_by(|row| row.0.cmp(&of.value)) else {
            let fault = unknown("entity", of, rows.iter().map(|row| row.0.as_str()));
            faults.push(fault.help_or("entities are the keys of this file"));
            continue;
        };
        if judged[i].is_none() || judged[place].is_none() {
            continue;
        }
        if entities[i].kind != EntityKind::Group || entities[place].kind != EntityKind::Place {
            let message = "only a group is the people of a place";
            faults.push(
                Diagnostic::error(Code::ValueUnsuited, of.span, message)
                    .help("remove `people_of`, or name an entity of kind `place`"),
            );
            continue;
        }
        if raw.facts.is_some() {
            let message = "a group that is one entry with its place has no facts of its own";
            let help = "record them on the place, or remove `people_of`";
            faults.push(Diagnostic::error(Code::ValueUnsuited, of.span, message).help(help));
            continue;
        }
        entities[i].people_of = Some(EntityIx(place as u32));
    }
}

/// The outermost place around one; what is passed on the way is pointed closer to it.
fn outermost(tops: &mut [usize], mut place: usize) -> usize {
    while tops[place] != place {
        tops[place] = tops[tops[place]];
        place = tops[place];
    }
    place
}

/// How many places may lie one in another: each page of a place names all that are around it.
const PLACES_DEEP_MAX: usize = 32;

/// Refuses places that lie too deep, each at its `in`.
fn cut_deep(rows: &[Row<'_>], entities: &mut [Entity], faults: &mut Vec<Diagnostic>) {
    let mut depths: Vec<Option<usize>> = vec![None; entities.len()];
    for i in 0..entities.len() {
        let mut path = Vec::new();
        let mut at = Some(i);
        while let Some(place) = at.filter(|place| depths[*place].is_none()) {
            path.push(place);
            at = entities[place].within.map(EntityIx::index);
        }
        for place in path.into_iter().rev() {
            let around = entities[place].within.and_then(|outer| depths[outer.index()]);
            let mut depth = around.map_or(0, |depth| depth + 1);
            if depth > PLACES_DEEP_MAX {
                let (id, key, raw) = &rows[place];
                let span = raw.r#in.as_ref().map_or(*key, |within| within.span);
                let message = format!("`{id}` lies in more than {PLACES_DEEP_MAX} places, one in another");
                faults.push(
                    Diagnostic::error(Code::ValueUnsuited, span, message)
                        .help("let it lie in a place that is further out"),
                );
                entities[place].within = None;
                depth = 0;
            }
            depths[place] = Some(depth);
        }
    }
}
