//! Which places a map shows, and of which sources contradict each other; entry points [`of_sheet`] and [`of_names`].

use std::collections::BTreeSet;

use crate::chart::spec::{About, ChartSpec, Plot};
use crate::chart::wide_spec::{Locator, Place};
use crate::model::{Class, Corpus, EntityIx, EntityKind, FactIx, Finding, Reading, SheetIx};

/// The most places with a mark: more are a list.
const N_MARKS_MAX: usize = 40;

/// The most places that a table lists.
const N_LISTED_MAX: usize = 200;

/// Where an entity's page is.
pub type EntityHref<'a> = &'a dyn Fn(EntityIx) -> String;

/// The places of an event or a question; `None` where none of them has coordinates.
pub fn of_sheet(
    corpus: &Corpus,
    own: &[&Finding],
    sheet: SheetIx,
    href: EntityHref<'_>,
) -> Option<ChartSpec> {
    let id = format!("chart-{}--places", corpus[sheet].id);
    let measure = format!("Places of “{}”", corpus[sheet].title);
    let about = About { id, measure, ..About::default() };
    let plot = located(corpus, (&corpus[sheet].places, 1), own, href)?;
    Some(ChartSpec { about, plot })
}

/// The places of the whole edition; `None` where fewer than two have coordinates.
pub fn of_names(
    corpus: &Corpus,
    findings: &[Finding],
    named: &[EntityIx],
    href: EntityHref<'_>,
) -> Option<ChartSpec> {
    let about = About {
        id: "chart-places".to_owned(),
        measure: "Places of this edition".to_owned(),
        ..About::default()
    };
    let all: Vec<&Finding> = findings.iter().collect();
    let plot = located(corpus, (named, 2), &all, href)?;
    Some(ChartSpec { about, plot })
}

fn located(
    corpus: &Corpus,
    (named, least): (&[EntityIx], usize),
    findings: &[&Finding],
    href: EntityHref<'_>,
) -> Option<Plot> {
    let disputed = disputed(corpus, findings);
    let places = named.iter().filter(|&&ix| corpus[ix].kind == EntityKind::Place).map(|&ix| Place {
        name: corpus[ix].name.clone(),
        at: corpus[ix].at,
        is_disputed: disputed.contains(&ix),
        href: href(ix),
    });
    let mut places: Vec<Place> = places.collect();
    places.sort_by_key(|place| place.at.is_none());
    places.truncate(N_LISTED_MAX);
    let n_marked = places.iter().filter(|place| place.at.is_some()).count();
    let is_drawn = (least..=N_MARKS_MAX).contains(&n_marked);
    is_drawn.then_some(Plot::Locator(Locator { places }))
}

/// The places that contradictions are about: in the scope of the question or of an answer, or an answer themselves.
fn disputed(corpus: &Corpus, findings: &[&Finding]) -> BTreeSet<EntityIx> {
    let mut places = BTreeSet::new();
    for finding in findings.iter().filter(|finding| finding.class == Class::Contradict) {
        let scoped = |fact: FactIx| corpus[fact].scope.places.iter().copied();
        places.extend(finding.facts.iter().copied().flat_map(scoped));
        for &ix in finding.sides.iter().flatten() {
            places.extend(corpus[ix].scope.places.iter().copied());
            places.extend(answered(&corpus[ix].reading));
        }
    }
    places
}

/// The entities that an answer names.
fn answered(reading: &Reading) -> Vec<EntityIx> {
    match reading {
        Reading::Entity(entity) => entity.iter().copied().collect(),
        Reading::Set(items) => items.iter().filter_map(|item| item.entity).collect(),
        Reading::Quantity(_)
        | Reading::Date(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => Vec::new(),
    }
}
