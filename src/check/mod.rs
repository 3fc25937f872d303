//! Where the sources disagree, and where the author's files no longer say what the sources say.
//!
//! Entry points: [`findings`] compares what the sources answer, [`diagnose`] finds rulings, values
//! and prose that the findings and quotes do not bear out, [`judge`] says what the rules make of
//! two claims, [`explain`] gives a rule's text, [`derivation`] what a value takes from its article,
//! [`out_of_office`] what the curator's record says against a holder. No figure is ever averaged and
//! no source is ever preferred here: a ruling is attached to a finding and never changes it.
//!
//! Findings depend on what the claims say and on the order of sheets and facts, never on the order
//! of claims, files or threads.

mod pair;
mod scope;
mod figures;
mod days;
mod names;
mod tenure;
mod sets;
mod wording;
mod byline;
mod once;
mod speaker;
mod telling;
pub mod rules;
pub mod modifiers;
mod joined;
pub mod silence;
mod question;
mod cluster;
mod ties;
mod series;
mod gather;
mod running;
mod compare;
mod whole;
mod record;
mod same;
mod kept;
mod finding_id;
pub mod origins;
mod ruling;
mod editors;
mod dispute;
mod crowd;
mod quotes;
mod changes;
mod bearing;
mod others;
pub mod summary;
pub mod frame;
pub mod standing;
pub mod spoken;
pub mod prose;
mod explain;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod running_totals;
#[cfg(test)]
mod factors;
#[cfg(test)]
mod attacks;

pub use byline::Bylines;
pub use explain::{explain, modifier_text, modifier_title, rule_text, rule_title};
pub use joined::Joined;
pub use kept::Kept;
pub use others::tells_of_others;
pub use pair::{Verdict, judge};
pub use quotes::{derivation, measured};
pub use speaker::{Speaking, speaker, speakers, speaking, voices};
pub use tenure::out_of_office;
pub use wording::join;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, sort};
use crate::language::Language;
use crate::model::{Claim, ClaimIx, Corpus, Finding, Sheet, SheetIx};
use crate::source::Span;
use kept::KeptSheets;
use record::Observation;
use rules::{gap, order_violated, part_exceeds_whole, sum_mismatch};
use silence::Answering;

/// Everything in which the sources agree, differ or fall silent, in the order of sheets and facts.
pub fn findings(corpus: &Corpus) -> Vec<Finding> {
    let joined = Joined::new(corpus);
    let compared = Compared::new(corpus, &joined);
    let found = corpus.sheets.par_iter().map(|sheet| compared.sheet(sheet)).collect();
    record::finish(corpus, found)
}

/// The same as [`findings`]; sheets that say what they said before are not compared again.
pub fn findings_again(corpus: &Arc<Corpus>, kept: &mut Kept) -> Vec<Finding> {
    let joined = Joined::new(corpus);
    let compared = Compared::new(corpus, &joined);
    let known = kept.findings(corpus, &joined);
    let sheets = (0..corpus.sheets.len() as u32).into_par_iter().map(SheetIx);
    let found = sheets.map(|ix| match known.of(corpus, ix) {
        Some(findings) => (findings, false),
        None => (compared.sheet(&corpus[ix]), true),
    });
    let (found, is_new): (Vec<Vec<Finding>>, Vec<bool>) = found.unzip();
    let to_keep = found.iter().zip((0..).map(SheetIx));
    let findings = to_keep.map(|(found, ix)| known.is_alone(ix).then(|| found.clone())).collect();
    let n_compared = is_new.iter().filter(|is_new| **is_new).count();
    let of_sheets =
        KeptSheets { findings, is_sound: known.is_sound(corpus), words: known.words(), n_compared };
    kept.keep(corpus, of_sheets);
    record::finish(corpus, found)
}

/// What the findings of a sheet are made from.
struct Compared<'a> {
    corpus: &'a Corpus,
    joined: &'a Joined,
    bylines: Bylines,
    answering: Answering<'a>,
}

impl<'a> Compared<'a> {
    fn new(corpus: &'a Corpus, joined: &'a Joined) -> Self {
        let (bylines, answering) = (Bylines::new(corpus, joined), Answering::new(corpus, joined));
        Self { corpus, joined, bylines, answering }
    }

    /// Everything of the questions that are asked in this sheet first, of its parts and wholes, its order and its
    /// silent sources; no finding has an id yet.
    fn sheet(&self, sheet: &Sheet) -> Vec<Finding> {
        let Self { corpus, joined, bylines, answering } = self;
        let facts = sheet.facts.par_iter().copied();
        let groups = facts.clone().filter(|&fact| joined.first(fact) == fact).map(|fact| joined.group(fact));
        let mut observations: Vec<Observation> = groups
            .flat_map_iter(|group| question::questions(corpus, group))
            .flat_map_iter(|question| compare::compare(&question, bylines))
            .collect();
        observations.par_extend(facts.flat_map_iter(|fact| {
            let sums = sum_mismatch::find(corpus, joined, fact, bylines);
            sums.into_iter().chain(part_exceeds_whole::find(corpus, joined, fact, bylines))
        }));
        observations.extend(order_violated::find(corpus, sheet, bylines));
        observations.extend(gap::find(corpus, sheet, answering, bylines));
        record::findings(corpus, bylines, observations)
    }
}

/// Faults that only the whole corpus shows: stale rulings, values that their quotes do not state,
/// prose that no claim bears out.
///
/// The language is that of the pages; it is asked for where words for prose are offered.
pub fn diagnose<'l>(
    corpus: &Corpus,
    findings: &[Finding],
    language: &dyn Fn() -> &'l Language,
) -> Vec<Diagnostic> {
    let claims: Vec<ClaimIx> = (0..corpus.claims.len() as u32).map(ClaimIx).collect();
    whole(corpus, findings, language, (&OfClaims::of(corpus, &claims), &mut prose::Sound::default()))
}

/// The same as [`diagnose`]; claims that are known to be sound are not held against their quotes again, and words of the
/// desk not against claims.
pub fn diagnose_again<'l>(
    corpus: &Arc<Corpus>,
    findings: &[Finding],
    language: &dyn Fn() -> &'l Language,
    kept: &mut Kept,
) -> Vec<Diagnostic> {
    let open = kept.open(corpus);
    let of_claims = OfClaims::of(corpus, &open);
    let sound = open.iter().zip(of_claims.is_sound()).map(|(&ix, is_sound)| (ix, is_sound));
    kept.read(corpus, &sound.collect::<Vec<_>>());
    let mut words = kept.take_words(corpus);
    let diagnostics = whole(corpus, findings, language, (&of_claims, &mut words));
    kept.put_words(corpus, words);
    diagnostics
}

/// What the quotes of some claims say against them, claim by claim.
struct OfClaims {
    /// They do not state the value.
    unread: Vec<Vec<Diagnostic>>,
    /// They say otherwise than what stands beside it.
    otherwise: Vec<Vec<Diagnostic>>,
}

impl OfClaims {
    fn of(corpus: &Corpus, claims: &[ClaimIx]) -> Self {
        Self { unread: quotes::unread(corpus, claims), otherwise: bearing::faults(corpus, claims) }
    }

    fn is_sound(&self) -> impl Iterator<Item = bool> {
        self.unread.iter().zip(&self.otherwise).map(|(a, b)| a.is_empty() && b.is_empty())
    }
}

/// The faults of claims, and those that no single claim has.
fn whole<'l>(
    corpus: &Corpus,
    findings: &[Finding],
    language: &dyn Fn() -> &'l Language,
    (OfClaims { unread, otherwise }, words): (&OfClaims, &mut prose::Sound),
) -> Vec<Diagnostic> {
    let mut diagnostics = ruling::stale(corpus, findings);
    let places: BTreeSet<Span> = unread.iter().flatten().filter_map(|fault| fault.span).collect();
    let claims = (0..corpus.claims.len() as u32).map(ClaimIx);
    let faulty = claims.filter(|&ix| !places.is_empty() && is_faulty(&corpus[ix], &places)).collect();
    diagnostics.extend(unread.iter().flatten().cloned());
    diagnostics.extend(changes::mixed(corpus));
    diagnostics.extend(otherwise.iter().flatten().cloned());
    diagnostics.extend(prose::unsupported(corpus, findings, (&faulty, words), language));
    sort(&mut diagnostics);
    diagnostics
}

/// Whether a fault is told of a claim: at its value, or at the editors' reading of it.
fn is_faulty(claim: &Claim, places: &BTreeSet<Span>) -> bool {
    places.contains(&claim.span)
        || claim.editors.as_ref().is_some_and(|editors| places.contains(&editors.span))
}
