//! `count-overlap`: figures that a reader would take for the same; entry point [`judge`].
#![doc = include_str!("count_overlap.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// The plausible intervals meet.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    figures.meet_plausibly().then(|| Verdict::new(Rule::CountOverlap, Class::Compatible, Severity::Info))
}

/// Who says what, and that one number fits them.
pub fn reason(telling: &Telling) -> String {
    format!("{}: one number can fit {}", telling.statements(), telling.both())
}
