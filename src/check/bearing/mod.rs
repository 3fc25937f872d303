//! Whether a quote bears out what stands beside its value: scope, unit, list, position and `via`;
//! entry point [`faults`].
//!
//! A quote may be silent on all of these, and mostly is. What is told is a quote that says
//! otherwise: it names another place, another speaker, one more member of the list.

mod mentions;
mod place;
mod members;
mod speaker;
mod unit;
mod position;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::model::{Claim, ClaimIx, Corpus};
use mentions::{Mention, Names};

/// A claim with the curated names that its quote holds.
struct Quoted<'a> {
    corpus: &'a Corpus,
    claim: &'a Claim,
    mentions: &'a [Mention],
}

/// Of each of some claims what its quote says otherwise than what is recorded beside its value.
pub fn faults(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<Vec<Diagnostic>> {
    let names = Names::of(corpus);
    claims.par_iter().map(|&ix| of_claim(corpus, &names, &corpus[ix])).collect()
}

fn of_claim(corpus: &Corpus, names: &Names, claim: &Claim) -> Vec<Diagnostic> {
    let mentions = names.within(&claim.quote.exact);
    let quoted = Quoted { corpus, claim, mentions: &mentions };
    let found = [
        place::fault(&quoted),
        members::fault(&quoted),
        speaker::fault(&quoted),
        unit::fault(&quoted),
        position::fault(&quoted),
    ];
    found.into_iter().flatten().map(|fault| fault.related(claim.quote.span, "the quote")).collect()
}

impl Quoted<'_> {
    fn quote(&self) -> &str {
        &self.claim.quote.exact
    }

    /// The words of the quote before a place in it, in lower case, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = String> + '_ {
        let words = self.quote()[..at].split_whitespace().rev();
        words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
    }

    /// The words of the quote behind a place in it, in lower case, up to the end of the sentence.
    fn behind(&self, at: usize) -> impl Iterator<Item = String> + '_ {
        let rest = &self.quote()[at..];
        let end = rest.find(['.', ';', ':', '?', '!']).unwrap_or(rest.len());
        let words = rest[..end].split_whitespace();
        words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
    }
}
