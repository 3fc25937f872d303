//! `set-contained`: a list within a longer one; entry point [`judge`].
#![doc = include_str!("set_contained.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::sets::Lists;
use crate::check::telling::Telling;
use crate::check::wording::list;
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
    let who = telling.subject(longer);
    let adds = who.verb("adds", "add");
    format!("{}; {} {adds} {}", telling.statements(), who.words, list(more, 5, "more"))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn a_longer_list_adds_members() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").says("bravo", "Poipet, Sihanoukville"), "
            compatible set-contained info: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Poipet and Sihanoukville; Alpha News adds Phnom Penh.
            ");
    }

    #[test]
    fn a_complete_longer_list_still_contains_the_shorter() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").with(|c| c.complete = Some(true)).says("bravo", "Poipet, Sihanoukville"), "
            compatible set-contained info: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Poipet and Sihanoukville; Alpha News adds Phnom Penh.
            ");
    }

    #[test]
    fn a_complete_shorter_list_does_not_fit() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").says("bravo", "Poipet, Sihanoukville").with(|c| c.complete = Some(true)), "
            contradict set-differs moderate: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Poipet and Sihanoukville; the list of Bravo Post is said to be complete, and leaves out Phnom Penh.
            ");
    }
}
