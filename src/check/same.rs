//! Which sheets say the same as in an earlier corpus; entry point [`sheets`].
//!
//! Positions are compared within a sheet, and places in files are not compared at all: a sheet is the same where
//! others came or went before it. Settings, entities and what is said of articles are read by every check, so
//! where any of them changed no sheet is the same. Every field is named: whoever adds one decides whether a
//! comparison or a check of claims reads it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::{
    Article, Breakdown, Claim, ClaimIx, Corpus, EditorsReading, Fact, FactIx, Id, Quote, Sheet, SheetIx,
    SheetKind,
};

/// For each sheet the one of the earlier corpus that says the same, but for its prose.
pub fn sheets(before: &Corpus, now: &Corpus) -> Vec<Option<SheetIx>> {
    if !is_same_around(before, now) {
        return vec![None; now.sheets.len()];
    }
    let known: BTreeMap<(SheetKind, &Id), SheetIx> = before
        .sheets
        .iter()
        .zip((0..).map(SheetIx))
        .map(|(sheet, ix)| ((sheet.kind, &sheet.id), ix))
        .collect();
    let same = |sheet: &Sheet| {
        let ix = *known.get(&(sheet.kind, &sheet.id))?;
        is_same_sheet((before, &before[ix]), (now, sheet)).then_some(ix)
    };
    now.sheets.par_iter().map(same).collect()
}

/// The claims of a sheet, in order.
pub fn claims<'a>(corpus: &'a Corpus, sheet: &'a Sheet) -> impl Iterator<Item = ClaimIx> + 'a {
    sheet.facts.iter().flat_map(|&fact| corpus[fact].claims.iter().copied())
}

/// Whether all is the same that lies around the sheets.
fn is_same_around(before: &Corpus, now: &Corpus) -> bool {
    before.settings == now.settings
        && before.entities == now.entities
        && before.articles.len() == now.articles.len()
        && before.articles.iter().zip(&now.articles).all(|(a, b)| is_same_article(a, b))
}

fn is_same_article(a: &Article, b: &Article) -> bool {
    let Article {
        id,
        title,
        outlet,
        outlet_entity,
        author,
        published,
        retrieved,
        url,
        archived_url,
        language,
        kind,
        rests_on,
        text,
        capture,
        set_aside,
        // Where a quote stands in it is part of the claim.
        body: _,
    } = a;
    (id, title, outlet, outlet_entity, author, published, retrieved)
        == (&b.id, &b.title, &b.outlet, &b.outlet_entity, &b.author, &b.published, &b.retrieved)
        && (url, archived_url, language, kind, rests_on, text, capture, set_aside)
            == (&b.url, &b.archived_url, &b.language, &b.kind, &b.rests_on, &b.text, &b.capture, &b.set_aside)
}

fn is_same_sheet((before, a): (&Corpus, &Sheet), (now, b): (&Corpus, &Sheet)) -> bool {
    let Sheet {
        id,
        kind,
        title,
        date,
        date_of,
        places,
        places_of,
        tags,
        summary: _,
        sources,
        order,
        facts,
        title_span: _,
        date_span: _,
    } = a;
    let both = [a, b];
    let is_same_source = || {
        let sources = sources.iter().map(|source| (source.article, &source.as_of));
        sources.eq(b.sources.iter().map(|source| (source.article, &source.as_of)))
    };
    let is_same_order = || {
        order.len() == b.order.len()
            && order.iter().zip(&b.order).all(|(a, b)| is_same_list(both, &a.facts, &b.facts))
    };
    (id, kind, title, date, places, tags) == (&b.id, &b.kind, &b.title, &b.date, &b.places, &b.tags)
        && is_same_fact_of(both, *date_of, b.date_of)
        && is_same_fact_of(both, *places_of, b.places_of)
        && is_same_source()
        && is_same_order()
        && facts.len() == b.facts.len()
        && facts.iter().zip(&b.facts).all(|(&x, &y)| {
            let claims = |corpus: &Corpus, fact: FactIx| corpus[fact].claims.len();
            is_same_fact(both, &before[x], &now[y]) && claims(before, x) == claims(now, y)
        })
        && claims(before, a).zip(claims(now, b)).all(|(x, y)| is_same_claim(both, &before[x], &now[y]))
}

fn is_same_fact(sheets: [&Sheet; 2], a: &Fact, b: &Fact) -> bool {
    let Fact {
        id,
        sheet: _,
        label,
        kind,
        exact,
        by,
        scope,
        same_as,
        chart: _,
        note,
        // Compared one by one.
        claims: _,
        span: _,
    } = a;
    let total = |by: &Option<Breakdown>| by.as_ref().and_then(|by| by.total);
    let dimension = |by: &Option<Breakdown>| by.as_ref().map(|by| by.dimension.clone());
    (id, label, kind, exact, scope, note) == (&b.id, &b.label, &b.kind, &b.exact, &b.scope, &b.note)
        && dimension(by) == dimension(&b.by)
        // Facts of other sheets are none here: where there are some, findings are not kept.
        && place_of(sheets[0], total(by)) == place_of(sheets[1], total(&b.by))
        && place_of(sheets[0], *same_as) == place_of(sheets[1], b.same_as)
}

fn is_same_claim(sheets: [&Sheet; 2], a: &Claim, b: &Claim) -> bool {
    let Claim {
        fact,
        source,
        part,
        words,
        reading,
        name,
        editors,
        quote,
        via,
        scope,
        as_of,
        complete,
        worded,
        note,
        anchor,
        span: _,
    } = a;
    (source, part, words, reading, name, via) == (&b.source, &b.part, &b.words, &b.reading, &b.name, &b.via)
        && (scope, as_of, complete, worded, note, anchor)
            == (&b.scope, &b.as_of, &b.complete, &b.worded, &b.note, &b.anchor)
        && is_same_fact_of(sheets, Some(*fact), Some(b.fact))
        && is_same_quote(quote, &b.quote)
        && match (editors, &b.editors) {
            (None, None) => true,
            (Some(a), Some(b)) => is_same_reading(a, b),
            (Some(_), None) | (None, Some(_)) => false,
        }
}

fn is_same_quote(a: &Quote, b: &Quote) -> bool {
    let Quote { exact, prefix, suffix, digest, state, span: _ } = a;
    (exact, prefix, suffix, digest, state) == (&b.exact, &b.prefix, &b.suffix, &b.digest, &b.state)
}

fn is_same_reading(a: &EditorsReading, b: &EditorsReading) -> bool {
    let EditorsReading { words, by, note, span: _ } = a;
    (words, by, note) == (&b.words, &b.by, &b.note)
}

/// Whether two facts stand at one place of their sheets; one of another sheet is never the same.
fn is_same_fact_of(sheets: [&Sheet; 2], a: Option<FactIx>, b: Option<FactIx>) -> bool {
    let (in_a, in_b) = (place_of(sheets[0], a), place_of(sheets[1], b));
    in_a == in_b && in_a.is_some() == a.is_some() && in_b.is_some() == b.is_some()
}

/// Where a fact stands in a sheet, whose facts are in order; `None` where it is one of another sheet.
fn place_of(sheet: &Sheet, fact: Option<FactIx>) -> Option<usize> {
    sheet.facts.binary_search(&fact?).ok()
}

fn is_same_list(sheets: [&Sheet; 2], a: &[FactIx], b: &[FactIx]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| is_same_fact_of(sheets, Some(a), Some(b)))
}
