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
    if lists.have_the_same() {
        return format!("{}; the members are the same, some under other names", telling.statements());
    }
    let (longer, shorter) = if lists.only_a.is_empty() {
        (telling.pair.b, telling.pair.a)
    } else {
        (telling.pair.a, telling.pair.b)
    };
    // A source may name the members of one list in several places.
    let mut more = lists.only_a.iter().chain(&lists.only_b).copied().collect::<Vec<_>>();
    for other in
        telling.answers.iter().map(|answer| answer.claim).filter(|claim| claim.source == shorter.source)
    {
        let other = Lists::of(&Pair { a: longer, b: other, ..telling.pair });
        more.retain(|word| other.as_ref().is_none_or(|lists| lists.only_a.contains(word)));
    }
    if more.is_empty() {
        return format!("{}; together the shorter lists have every member", telling.statements());
    }
    let who = telling.subject(longer);
    let adds = who.verb("adds", "add");
    format!("{}; {} {adds} {}", telling.statements(), who.words, list(&more, 5, "more"))
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
    fn two_lists_of_one_source_are_taken_together() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").says("bravo", "Phnom Penh, Sihanoukville").says("bravo", "Sihanoukville, Poipet"), "
            compatible set-contained info: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Phnom Penh and Sihanoukville; Bravo Post lists Sihanoukville and Poipet; together the shorter lists have every member.
            ");
    }

    #[test]
    fn a_complete_longer_list_still_contains_the_shorter() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").with(|c| c.complete = Some(true)).says("bravo", "Poipet, Sihanoukville"), "
            compatible set-contained info: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Poipet and Sihanoukville; Alpha News adds Phnom Penh.
            ");
    }

    #[test]
    fn members_under_other_names_are_the_same() {
        check(&Case::of(FactKind::Set).says("alpha", "US, Brazil").with(|c| c.complete = Some(true)).says("bravo", "Brazil, United States"), "
            compatible set-contained info: Alpha News lists US and Brazil; Bravo Post lists Brazil and United States; the members are the same, some under other names.
            ");
        check(
            &Case::of(FactKind::Set)
                .says("alpha", "Mr Sims, Acme")
                .with(|c| c.complete = Some(true))
                .says("bravo", "Acme Ltd, Sims"),
            "
            agree equal info: Alpha News and Bravo Post list Mr Sims and Acme.
            ",
        );
    }

    #[test]
    fn names_of_two_things_are_two_members() {
        check(&Case::of(FactKind::Set).says("alpha", "Iran, Battalion 3").with(|c| c.complete = Some(true)).says("bravo", "Iraq, Battalion 4"), "
            contradict set-differs moderate: Alpha News lists Iran and Battalion 3; Bravo Post lists Iraq and Battalion 4; the list of Alpha News is said to be complete, and leaves out Iraq and Battalion 4.
            ");
    }

    #[test]
    fn a_name_that_fits_two_members_is_neither_for_sure() {
        check(&Case::of(FactKind::Set).says("alpha", "Miller").with(|c| c.complete = Some(true)).says("bravo", "John Miller, Jane Miller"), "
            compatible set-overlap info: Alpha News lists Miller; Bravo Post lists John Miller and Jane Miller; they have no member in common, and the names do not tell whether some members are one.
            ");
    }

    #[test]
    fn a_complete_shorter_list_does_not_fit() {
        check(&Case::of(FactKind::Set).says("alpha", "Poipet, Sihanoukville, Phnom Penh").says("bravo", "Poipet, Sihanoukville").with(|c| c.complete = Some(true)), "
            contradict set-differs moderate: Alpha News lists Poipet, Sihanoukville and Phnom Penh; Bravo Post lists Poipet and Sihanoukville; the list of Bravo Post is said to be complete, and leaves out Phnom Penh.
            ");
    }
}
