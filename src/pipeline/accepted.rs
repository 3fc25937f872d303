//! Warnings that the desk has decided to live with, by `accept:` in variorum.yaml; entry points [`take_out`] and [`taken_out`].

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Level, has_errors};
use crate::model::Acceptance;
use crate::source::Sources;

/// Takes out what is accepted, and says how much that is; an acceptance that accepts nothing is a warning itself.
pub(super) fn take_out(accepted: &[Acceptance], sources: &Sources, faults: &mut Vec<Diagnostic>) -> usize {
    // What an error keeps from being checked may be what is accepted.
    let is_whole = !has_errors(faults);
    let n_taken = taken_out(accepted, sources, faults);
    let n_accepted = n_taken.iter().sum();
    let needless = accepted.iter().zip(n_taken).filter(|(_, n)| *n == 0 && is_whole);
    faults.extend(needless.map(|(one, _)| {
        let message = format!("no warning `{}` is there to be accepted", one.code);
        Diagnostic::warning(Code::AcceptanceNeedless, one.span, message)
            .help("remove the entry, or mend its `in:`")
    }));
    n_accepted
}

/// Takes out what is accepted among some of a project's faults, of which the rest are not known here.
///
/// Gives how many warnings each acceptance took.
pub fn taken_out(accepted: &[Acceptance], sources: &Sources, faults: &mut Vec<Diagnostic>) -> Vec<usize> {
    let mut n_taken = vec![0_usize; accepted.len()];
    let mut listed: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for (i, one) in accepted.iter().enumerate() {
        let within = one.within.as_deref().map(|within| within.trim_end_matches('/'));
        listed.entry((&one.code, within)).or_insert(i);
    }
    faults.retain(|fault| {
        let by = first_meant(&listed, fault, sources).filter(|_| fault.level == Level::Warning);
        by.into_iter().for_each(|i| n_taken[i] += 1);
        by.is_none()
    });
    n_taken
}

/// The first acceptance that means a fault: everywhere, in its file or in a folder that the file lies in.
fn first_meant(
    listed: &BTreeMap<(&str, Option<&str>), usize>,
    fault: &Diagnostic,
    sources: &Sources,
) -> Option<usize> {
    let path = fault.span.map(|span| sources.file(span.file).path.as_path());
    let places = path.into_iter().flat_map(|path| path.ancestors()).map(|place| Some(place.as_str()));
    places.chain([None]).filter_map(|place| listed.get(&(fault.code.as_str(), place)).copied()).min()
}
