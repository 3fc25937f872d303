//! `set-differs`: a complete list that leaves something out; entry point [`judge`].
#![doc = include_str!("set_differs.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::sets::Lists;
use crate::check::telling::Telling;
use crate::check::wording::list;
use crate::model::{Class, Rule, Severity};

/// A list that is said to be complete leaves out what the other has.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    Lists::of(pair)?.differ().then(|| Verdict::new(Rule::SetDiffers, Class::Contradict, Severity::Moderate))
}

/// Who lists what, and what the complete list leaves out.
pub fn reason(telling: &Telling) -> String {
    let Some(lists) = Lists::of(&telling.pair) else { return telling.statements() };
    let (complete, missing) = if lists.left_out_by_a.is_empty() {
        (telling.pair.b, &lists.left_out_by_b)
    } else {
        (telling.pair.a, &lists.left_out_by_a)
    };
    let missing = list(missing, 5, "more");
    format!(
        "{}; the list of {} is said to be complete, and leaves out {missing}",
        telling.statements(),
        telling.subject(complete).words
    )
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn a_complete_list_leaves_something_out() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville").with(|c| c.complete = Some(true)).says("bravo", "Poipet, Phnom Penh"), "
            contradict set-differs moderate: Alpha News lists Poipet and Sihanoukville; Bravo Post lists Poipet and Phnom Penh; the list of Alpha News is said to be complete, and leaves out Phnom Penh.
            ");
    }

    #[test]
    fn an_incomplete_list_may_leave_out_anything() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville").with(|c| c.complete = Some(false)).says("bravo", "Poipet, Phnom Penh"), "
            compatible set-overlap info: Alpha News lists Poipet and Sihanoukville; Bravo Post lists Poipet and Phnom Penh; they have 1 member in common, and no list is said to be complete.
            ");
    }
}
