//! `set-differs`: a complete list that leaves something out; entry point [`judge`].
#![doc = include_str!("set_differs.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::sets::Lists;
use crate::check::wording::{Telling, list};
use crate::model::{Class, Rule, Severity};

/// A list that is said to be complete leaves out what the other has.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    Lists::of(pair)?.differ().then(|| Verdict::new(Rule::SetDiffers, Class::Contradict, Severity::Moderate))
}

/// Who lists what, and what the complete list leaves out.
pub fn reason(telling: &Telling) -> String {
    let Some(lists) = Lists::of(&telling.pair) else { return telling.statements() };
    let (complete, missing) = if lists.a_is_complete && !lists.only_b.is_empty() {
        (telling.pair.a, &lists.only_b)
    } else {
        (telling.pair.b, &lists.only_a)
    };
    let missing = list(missing, 5, "more");
    format!(
        "{}: the list of {} is said to be complete, and leaves out {missing}",
        telling.statements(),
        telling.who(complete)
    )
}
