//! Names of sources and what sets a claim apart, as short labels.

use super::Asked;
use crate::chart::ink::{Hue, N_HUES};
use crate::check;
use crate::model::{ArticleIx, Claim, ClaimIx, Corpus, DateValue, EntityIx, Scope, Voice};
use crate::value::date;

/// A source in a few words, told apart from all others of the edition.
pub fn source<'a>(asked: Asked<'a>, ix: ArticleIx) -> &'a str {
    asked.bylines.label(asked.corpus, ix)
}

/// The source of a claim in a few words, told apart from the others of the claim's sheet alone.
pub fn of_claim<'a>(asked: Asked<'a>, claim: &Claim) -> &'a str {
    asked.bylines.label_of_claim(asked.corpus, claim)
}

/// Whose word a claim is: whom its source cites, and the source.
pub fn speaker(asked: Asked, claim: &Claim) -> String {
    check::speaker(asked.corpus, claim, of_claim(asked, claim))
}

/// The sources of claims, each once.
pub fn sources(asked: Asked, claims: &[ClaimIx]) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for &claim in claims {
        let name = of_claim(asked, &asked.corpus[claim]);
        if !sources.iter().any(|known| known == name) {
            sources.push(name.to_owned());
        }
    }
    sources
}

/// The hue of a source, the same in every chart; none in an edition of more sources than there are hues.
pub fn hue(corpus: &Corpus, ix: ArticleIx) -> Option<Hue> {
    (corpus.articles.len() <= N_HUES).then_some(Hue(ix.0 as u8))
}

/// What sets a claim apart from the fact it answers: as-of, scope, whom it cites.
pub fn detail(asked: Asked, claim: &Claim) -> String {
    let mut parts: Vec<String> = claim.as_of.iter().map(as_of).collect();
    parts.extend(scope_beside(asked.corpus, &claim.scope, &asked.corpus[claim.fact].scope));
    parts.extend(citing(asked, claim));
    parts.join("; ")
}

/// The scope in which a claim differs from the fact it answers, and whom its source cites.
pub fn scope_detail(asked: Asked, claim: &Claim) -> String {
    let scope = scope_beside(asked.corpus, &claim.scope, &asked.corpus[claim.fact].scope);
    scope.into_iter().chain(citing(asked, claim)).collect::<Vec<_>>().join("; ")
}

/// What a claim says beside its figure and scope: as-of, whom it cites.
pub fn provenance(asked: Asked, claim: &Claim) -> Option<String> {
    let parts: Vec<String> = claim.as_of.iter().map(as_of).chain(citing(asked, claim)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn citing(asked: Asked, claim: &Claim) -> Option<String> {
    let voices: Vec<_> = claim.via.iter().map(|&voice| voice_name(asked, voice)).collect();
    (!voices.is_empty()).then(|| format!("citing {}", voices.join(", ")))
}

fn as_of(value: &DateValue) -> String {
    format!("as of {}", date::words(value))
}

fn voice_name(asked: Asked<'_>, voice: Voice) -> &str {
    match voice {
        Voice::Entity(ix) => &asked.corpus[ix].name,
        Voice::Article(ix) => source(asked, ix),
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
