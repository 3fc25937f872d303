//! `count-bounds`: figures that only strict reading reconciles; entry point [`judge`].
#![doc = include_str!("count_bounds.md")]

use crate::check::figures::Figures;
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// Only the hard intervals meet.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let figures = Figures::of(pair.a, pair.b)?;
    figures.meet_strictly().then(|| Verdict::new(Rule::CountBounds, Class::Compatible, Severity::Minor))
}

/// Who says what, and why the words allow it.
pub fn reason(telling: &Telling) -> String {
    format!(
        "{}: taken strictly, one number can fit {}, but a reader would not take the words to mean the same",
        telling.statements(),
        telling.both()
    )
}
