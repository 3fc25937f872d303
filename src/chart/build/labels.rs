//! Names of sources and what sets a claim apart, as short labels.

use crate::chart::ink::{Hue, N_HUES};
use crate::model::{Article, ArticleIx, Claim, Corpus, DateValue, EntityIx, Scope, SheetIx, Voice};
use crate::value::date;

/// A source in a few words: its outlet where known, else its title; told apart by date or author.
pub fn source(corpus: &Corpus, ix: ArticleIx) -> String {
    let article = &corpus[ix];
    // Stops at the second: a large edition has many articles of few outlets.
    let shared = corpus.articles.iter().filter(|other| other.outlet == article.outlet).nth(1).is_some();
    told(article, shared)
}

/// A source in a few words on the page of a sheet, told apart from the others of that sheet alone.
pub fn source_on(corpus: &Corpus, sheet: SheetIx, ix: ArticleIx) -> String {
    let article = &corpus[ix];
    let same = |other: ArticleIx| other != ix && corpus[other].outlet == article.outlet;
    let sheet = &corpus[sheet];
    let answering = sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims);
    let is_shared = sheet.sources.iter().any(|source| same(source.article))
        || answering.into_iter().any(|&claim| same(corpus[claim].source));
    told(article, is_shared)
}

/// The source of a claim on the page of its sheet.
pub fn of_claim(corpus: &Corpus, claim: &Claim) -> String {
    source_on(corpus, corpus[claim.fact].sheet, claim.source)
}

fn told(article: &Article, is_shared: bool) -> String {
    if !article.has_outlet() {
        return article.title.clone();
    }
    match (is_shared, &article.published) {
        (false, _) => article.outlet.clone(),
        (true, Some(published)) => format!("{}, {}", article.outlet, date::words(published)),
        (true, None) => format!("{}, {}", article.outlet, article.title),
    }
}

/// The hue of a source, the same in every chart; none in an edition of more sources than there are hues.
pub fn hue(corpus: &Corpus, ix: ArticleIx) -> Option<Hue> {
    (corpus.articles.len() <= N_HUES).then_some(Hue(ix.0 as u8))
}

/// What sets a claim apart from the fact it answers: as-of, scope, whom it cites.
pub fn detail(corpus: &Corpus, claim: &Claim) -> String {
    let mut parts: Vec<String> = claim.as_of.iter().map(as_of).collect();
    parts.extend(scope_beside(corpus, &claim.scope, &corpus[claim.fact].scope));
    parts.extend(citing(corpus, claim));
    parts.join("; ")
}

/// The scope in which a claim differs from the fact it answers, and whom its source cites.
pub fn scope_detail(corpus: &Corpus, claim: &Claim) -> String {
    let scope = scope_beside(corpus, &claim.scope, &corpus[claim.fact].scope);
    scope.into_iter().chain(citing(corpus, claim)).collect::<Vec<_>>().join("; ")
}

/// What a claim says beside its figure and scope: as-of, whom it cites.
pub fn provenance(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let parts: Vec<String> = claim.as_of.iter().map(as_of).chain(citing(corpus, claim)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn citing(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let voices: Vec<_> = claim.via.iter().map(|&voice| voice_name(corpus, voice)).collect();
    (!voices.is_empty()).then(|| format!("citing {}", voices.join(", ")))
}

fn as_of(value: &DateValue) -> String {
    format!("as of {}", date::words(value))
}

fn voice_name(corpus: &Corpus, voice: Voice) -> String {
    match voice {
        Voice::Entity(ix) => corpus[ix].name.clone(),
        Voice::Article(ix) => source(corpus, ix),
    }
}

/// The keys of a scope that differ from the usual one, in words.
fn scope_beside(corpus: &Corpus, scope: &Scope, usual: &Scope) -> Vec<String> {
    let differs = |value: &Option<String>, usual: &Option<String>| value.clone().filter(|_| value != usual);
    let mut parts = Vec::new();
    if scope.places != usual.places && !scope.places.is_empty() {
        parts.push(places(corpus, &scope.places));
    }
    parts.extend(differs(&scope.window, &usual.window));
    parts.extend(differs(&scope.population, &usual.population));
    parts.extend(differs(&scope.basis, &usual.basis));
    parts.extend(differs(&scope.counted_by, &usual.counted_by).map(|who| format!("counted by {who}")));
    parts
}

/// The whole scope of a fact in words, where it states one.
pub fn scope(corpus: &Corpus, scope: &Scope) -> Option<String> {
    let parts = scope_beside(corpus, scope, &Scope::default());
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Names of places.
pub fn places(corpus: &Corpus, places: &[EntityIx]) -> String {
    places.iter().map(|&ix| corpus[ix].name.as_str()).collect::<Vec<_>>().join(", ")
}
