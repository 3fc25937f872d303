//! `count-update`: a running total that grew; entry point [`judge`].
#![doc = include_str!("count_update.md")]

use crate::check::figures::{Figures, later_and_earlier};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::{Telling, value};
use crate::model::{Claim, Class, Rule, Severity};
use crate::value::date;

/// A cumulative series whose later figure is higher than the earlier one plausibly reaches.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let (later, earlier) = later_and_earlier(pair)?;
    let figures = Figures::of(later, earlier)?;
    (figures.is_higher() && !figures.meet_plausibly())
        .then(|| Verdict::new(Rule::CountUpdate, Class::Update, Severity::Info))
}

/// Who says what as of when.
pub fn reason(telling: &Telling) -> String {
    format!("{}: the running total grew", dated(telling))
}

/// Each answer with the day as of which it holds.
pub(super) fn dated(telling: &Telling) -> String {
    telling.statements_with(|claim: &Claim, _| {
        let words = value(telling.pair.fact, claim);
        match &claim.as_of {
            Some(day) => format!("{words} as of {}", date::words(day)),
            None => words,
        }
    })
}
