//! `set-overlap`: lists none of which is said to be complete; entry point [`judge`].
#![doc = include_str!("set_overlap.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::sets::Lists;
use crate::check::telling::Telling;
use crate::check::wording::counted;
use crate::model::{Class, Rule, Severity};

/// Each list has something that the other has not, and neither is said to be complete.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let lists = Lists::of(pair)?;
    (!lists.is_nested() && !lists.differ())
        .then(|| Verdict::new(Rule::SetOverlap, Class::Compatible, Severity::Info))
}

/// Who lists what, and how much they share.
pub fn reason(telling: &Telling) -> String {
    let Some(lists) = Lists::of(&telling.pair) else { return telling.statements() };
    let shared = match lists.n_shared {
        0 => "they have no member in common".to_owned(),
        shared => format!("they have {} in common", counted(shared, "member", "members")),
    };
    let why = if lists.is_open {
        "the names do not tell whether some members are one"
    } else {
        "no list is said to be complete"
    };
    format!("{}; {shared}, and {why}", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn each_list_has_its_own() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville").says("bravo", "Poipet, Phnom Penh"), "
            compatible set-overlap info: Alpha News lists Poipet and Sihanoukville; Bravo Post lists Poipet and Phnom Penh; they have 1 member in common, and no list is said to be complete.
            ");
    }

    #[test]
    fn lists_without_a_common_member_are_no_contradiction() {
        check(&Case::of(FactKind::Set).says("alpha", "Sihanoukville").says("bravo", "Phnom Penh"), "
            compatible set-overlap info: Alpha News lists Sihanoukville; Bravo Post lists Phnom Penh; they have no member in common, and no list is said to be complete.
            ");
    }

    #[test]
    fn equal_lists_do_not_overlap() {
        check(
            &Case::of(FactKind::Set).says("alpha", "Poipet").says("bravo", "poipet"),
            "
            agree equal info: Alpha News and Bravo Post list Poipet.
            ",
        );
    }
}
