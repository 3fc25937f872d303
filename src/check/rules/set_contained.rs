//! `set-contained`: a list within a longer one; entry point [`judge`].
#![doc = include_str!("set_contained.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::sets::Lists;
use crate::check::wording::{Telling, list};
use crate::model::{Class, Rule, Severity};

/// One list has everything that the other has, and the shorter one is not said to be complete.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let lists = Lists::of(pair)?;
    (lists.is_nested() && !lists.differ())
        .then(|| Verdict::new(Rule::SetContained, Class::Compatible, Severity::Info))
}

/// Who lists what, and what the longer list adds.
pub fn reason(telling: &Telling) -> String {
    let Some(lists) = Lists::of(&telling.pair) else { return telling.statements() };
    let (longer, more) = if lists.only_a.is_empty() {
        (telling.pair.b, &lists.only_b)
    } else {
        (telling.pair.a, &lists.only_a)
    };
    format!("{}: {} adds {}", telling.statements(), telling.who(longer), list(more, 5, "more"))
}
