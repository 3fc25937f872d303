//! Prose that is bound to facts: what no claim bears out, and words for empty links; entry points
//! [`unsupported`] and [`fill`].

mod languages;
mod supported;
mod one_sided;
mod unbound;
mod known;
mod named;
mod answered;
mod titled;
mod framed;
mod alone;
mod fill;

pub use alone::{first_sentence, loses_a_hedge, told};
pub use fill::fill;
pub use unbound::Sound;

use std::collections::BTreeSet;

use super::joined::Joined;
use super::summary::Disputes;
use crate::diag::Diagnostic;
use crate::language::Language;
use crate::model::{Binding, ClaimIx, Corpus, FactIx, Finding};

/// Every bound word that no claim supports, every dispute told as a fact, every figure of the desk's words
/// that rests on nothing, every figure of an answer in words that its quote lacks, and every figure in a
/// chart's title that nobody gives.
///
/// Words that are bound to a claim with a fault of its own are not judged: its author would be told to change the prose.
/// Words that are known to be sound are not looked at again.
pub fn unsupported<'l>(
    corpus: &Corpus,
    findings: &[Finding],
    (faulty, sound): (&BTreeSet<ClaimIx>, &mut Sound),
    language: &dyn Fn() -> &'l Language,
) -> Vec<Diagnostic> {
    // Figures are read in the language of the edition; one that could not be read has a fault of its own.
    if corpus.settings.language.is_empty() {
        return Vec::new();
    }
    let joined = Joined::new(corpus);
    let disputes = Disputes::new(corpus, findings);
    let mut diagnostics = Vec::new();
    for prose in corpus.prose() {
        for binding in &prose.bindings {
            let claims = claims(corpus, joined.group(binding.fact), binding);
            if claims.iter().any(|claim| faulty.contains(claim)) {
                continue;
            }
            match supported::fault(corpus, (prose, binding), &claims, language) {
                Some(fault) => diagnostics.push(fault),
                None => diagnostics.extend(one_sided::fault(corpus, &disputes, (prose, binding), &claims)),
            }
        }
    }
    diagnostics.extend(unbound::faults(corpus, faulty, sound));
    diagnostics.extend(answered::faults(corpus));
    diagnostics.extend(titled::faults(corpus, &joined, language));
    diagnostics.extend(framed::faults(corpus, &disputes));
    diagnostics
}

/// The claims that a link stands for, of its fact and those joined to it.
fn claims(corpus: &Corpus, facts: &[FactIx], binding: &Binding) -> Vec<ClaimIx> {
    facts
        .iter()
        .flat_map(|&fact| corpus[fact].claims.iter().copied())
        .filter(|&ix| binding.part.is_none() || corpus[ix].part == binding.part)
        .filter(|&ix| binding.source.is_none_or(|source| corpus[ix].source == source))
        .collect()
}
