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
mod once;
mod speaker;
mod telling;
pub mod rules;
pub mod modifiers;
mod joined;
mod question;
mod cluster;
mod ties;
mod series;
mod gather;
mod running;
mod compare;
mod whole;
mod record;
mod finding_id;
pub mod origins;
mod ruling;
mod editors;
mod dispute;
mod crowd;
mod quotes;
mod changes;
mod bearing;
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

pub use explain::{explain, modifier_text, modifier_title, rule_text, rule_title};
pub use joined::Joined;
pub use pair::{Verdict, judge};
pub use quotes::{derivation, measured};
pub use speaker::{Speaking, speaker, speakers, speaking, voices};
pub use tenure::out_of_office;
pub use wording::join;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Diagnostic, sort};
use crate::language::Language;
use crate::model::{Claim, ClaimIx, Corpus, FactIx, Finding};
use crate::source::Span;
use record::Observation;
use rules::gap::Answering;
use rules::{gap, order_violated, part_exceeds_whole, sum_mismatch};
use wording::Bylines;

/// Everything in which the sources agree, differ or fall silent, in the order of sheets and facts.
pub fn findings(corpus: &Corpus) -> Vec<Finding> {
    let joined = Joined::new(corpus);
    let bylines = Bylines::new(corpus, &joined);
    let mut observations: Vec<Observation> = joined
        .groups()
        .par_iter()
        .flat_map_iter(|group| question::questions(corpus, group))
        .flat_map_iter(|question| compare::compare(&question, &bylines))
        .collect();
    let facts = (0..corpus.facts.len() as u32).into_par_iter().map(FactIx);
    observations.par_extend(facts.flat_map_iter(|fact| {
        let sums = sum_mismatch::find(corpus, &joined, fact, &bylines);
        sums.into_iter().chain(part_exceeds_whole::find(corpus, &joined, fact, &bylines))
    }));
    let answering = Answering::new(corpus, &joined);
    observations.par_extend(corpus.sheets.par_iter().flat_map_iter(|sheet| {
        let out_of_order = order_violated::find(corpus, sheet, &bylines);
        out_of_order.into_iter().chain(gap::find(corpus, sheet, &answering, &bylines))
    }));
    record::finish(corpus, &bylines, observations)
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
    let mut diagnostics = ruling::stale(corpus, findings);
    let unread = quotes::unread(corpus);
    let places: BTreeSet<Span> = unread.iter().filter_map(|fault| fault.span).collect();
    let claims = (0..corpus.claims.len() as u32).map(ClaimIx);
    let faulty = claims.filter(|&ix| !places.is_empty() && is_faulty(&corpus[ix], &places)).collect();
    diagnostics.extend(unread);
    diagnostics.extend(changes::mixed(corpus));
    diagnostics.extend(bearing::faults(corpus));
    diagnostics.extend(prose::unsupported(corpus, findings, &faulty, language));
    sort(&mut diagnostics);
    diagnostics
}

/// Whether a fault is told of a claim: at its value, or at the editors' reading of it.
fn is_faulty(claim: &Claim, places: &BTreeSet<Span>) -> bool {
    places.contains(&claim.span)
        || claim.editors.as_ref().is_some_and(|editors| places.contains(&editors.span))
}
