//! Figures in the titles that authors give to charts; entry point [`faults`].
//!
//! A title stands above the figures it speaks of, and nothing else would notice that it no longer
//! fits them.

use super::unbound::is_telling;
use super::{Joined, supported};
use crate::check::wording::list;
use crate::diag::{Code, Diagnostic};
use crate::model::{ChartTitle, ClaimIx, Corpus, FactIx};
use crate::value::in_quote;

/// One error for each title with a figure that no claim of the charted fact gives.
pub(super) fn faults(corpus: &Corpus, joined: &Joined) -> Vec<Diagnostic> {
    let facts = (0..corpus.facts.len() as u32).map(FactIx);
    let own = facts.filter_map(|fact| Some((fact, corpus[fact].chart.title.as_ref()?)));
    let placed = corpus.prose().flat_map(|prose| &prose.charts);
    let placed = placed.filter_map(|chart| Some((chart.fact, chart.title.as_ref()?)));
    own.chain(placed).filter_map(|(fact, title)| of_title(corpus, joined, fact, title)).collect()
}

fn of_title(corpus: &Corpus, joined: &Joined, fact: FactIx, title: &ChartTitle) -> Option<Diagnostic> {
    let total = corpus[fact].by.as_ref().and_then(|by| by.total);
    let facts = joined.group(fact).iter().copied().chain(total);
    let claims: Vec<ClaimIx> = facts.flat_map(|fact| corpus[fact].claims.iter().copied()).collect();
    let claimed: Vec<_> = claims.iter().filter_map(|&ix| corpus[ix].reading.quantity()).collect();
    if claimed.is_empty() {
        // Dates and their distances are worded too freely to be held against the claims.
        return None;
    }
    let numbers: Vec<_> = claimed.iter().map(|quantity| &quantity.number).collect();
    let figures = in_quote::figures(&title.words);
    let unclaimed = figures
        .iter()
        .find(|figure| is_telling(&figure.words) && !supported::is_claimed(&figure.words, &numbers))?;
    let mut known: Vec<&str> = claims.iter().map(|&ix| corpus[ix].words.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    let message = format!("no claim on “{}” says `{}`", corpus[fact].label, unclaimed.words.trim());
    let help = format!("the sources say {}; write that with its hedge", list(&known, 6, "more"));
    Some(Diagnostic::error(Code::ProseUnsupported, title.span, message).help(help))
}
