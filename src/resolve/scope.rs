//! Scopes: a claim's own words override its fact's, key by key.

use super::directory::Directory;
use crate::diag::{Code, Diagnostic};
use crate::model::{EntityIx, EntityKind, Id, Scope};
use crate::parse::RawScope;
use crate::yaml::Located;

/// Resolves a scope over another.
pub(super) fn resolve(
    raw: Option<&RawScope>,
    base: &Scope,
    directory: &Directory,
    faults: &mut Vec<Diagnostic>,
) -> Scope {
    let Some(raw) = raw else { return base.clone() };
    let words = |own: Option<&str>, base: &Option<String>| own.map(str::to_owned).or_else(|| base.clone());
    Scope {
        places: match &raw.place {
            Some(places) => places_of(&places.0, directory, faults),
            None => base.places.clone(),
        },
        window: words(raw.window.as_deref(), &base.window),
        population: words(raw.population.as_deref(), &base.population),
        basis: words(raw.basis.as_deref(), &base.basis),
        counted_by: words(raw.counted_by.as_deref(), &base.counted_by),
    }
}

/// Looks places up, refusing what is none.
pub(super) fn places_of(
    ids: &[Located<Id>],
    directory: &Directory,
    faults: &mut Vec<Diagnostic>,
) -> Vec<EntityIx> {
    let mut places = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(ix) = directory.entity(id, faults) else { continue };
        if directory.entities[ix.index()].kind == EntityKind::Place {
            places.push(ix);
        } else {
            faults.push(
                Diagnostic::error(Code::ValueUnsuited, id.span, format!("`{}` is not a place", id.value))
                    .help("name an entity of kind `place`"),
            );
        }
    }
    places
}
