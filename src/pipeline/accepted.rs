//! Warnings that the desk has decided to live with, by `accept:` in variorum.yaml; entry points [`take_out`] and [`taken_out`].

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
    faults.retain(|fault| {
        let by =
            accepted.iter().position(|one| fault.level == Level::Warning && is_meant(one, fault, sources));
        by.into_iter().for_each(|i| n_taken[i] += 1);
        by.is_none()
    });
    n_taken
}

fn is_meant(one: &Acceptance, fault: &Diagnostic, sources: &Sources) -> bool {
    let is_within =
        |within: &str| fault.span.is_some_and(|span| sources.file(span.file).path.starts_with(within));
    fault.code.as_str() == one.code && one.within.as_deref().is_none_or(is_within)
}
