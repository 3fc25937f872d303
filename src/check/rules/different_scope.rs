//! `different-scope`: two answers that are not about the same thing; entry point [`judge`].
#![doc = include_str!("different_scope.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::scope::{Difference, Lie, difference, lie};
use crate::check::telling::Telling;
use crate::check::wording::{entities, scope_words, value_at};
use crate::model::{Claim, Class, Rule, ScopeKey, Severity};
use crate::value::date;

/// Both claims state something about what they cover, and it differs.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    difference(pair).map(|_| Verdict::new(Rule::DifferentScope, Class::Scope, Severity::Info))
}

/// Who speaks of what, and where one place lies in the other.
pub fn reason(telling: &Telling) -> String {
    match difference(&telling.pair) {
        Some(Difference::Key(ScopeKey::Place)) => of_places(telling),
        Some(Difference::Key(key)) => {
            let pair = &telling.pair;
            let told = telling.statements_with(|claim, slot| {
                format!("{} ({})", value_at(pair, claim, slot), scope_words(pair.corpus, claim, key))
            });
            format!("{told}: {}", about(key))
        }
        Some(Difference::Currency) => {
            format!(
                "{}: the amounts are in different currencies, which are not converted",
                telling.statements()
            )
        }
        Some(Difference::Share) => format!("{}: one is a share and the other a number", telling.statements()),
        Some(Difference::Occasion) => {
            let told = telling.statements_with(|claim, slot| {
                let day =
                    claim.as_of.as_ref().map_or_else(String::new, |day| format!(" ({})", date::words(day)));
                format!("{}{day}", value_at(&telling.pair, claim, slot))
            });
            format!("{told}: each figure stands for its own occasion")
        }
        None => telling.statements(),
    }
}

fn of_places(telling: &Telling) -> String {
    let pair = &telling.pair;
    let told = telling.statements_with(|claim, slot| {
        format!("{} ({})", value_at(pair, claim, slot), entities(pair.corpus, &claim.scope.places))
    });
    let (inner, outer) = match lie(pair.corpus, &pair.a.scope.places, &pair.b.scope.places) {
        Lie::Inside => (pair.a, pair.b),
        Lie::Around => (pair.b, pair.a),
        Lie::Same | Lie::Apart => return format!("{told}: the answers are about different places"),
    };
    let name = |claim: &Claim| entities(pair.corpus, &claim.scope.places);
    let verb = if inner.scope.places.len() == 1 { "lies" } else { "lie" };
    let (inside, around) = (name(inner), name(outer));
    let lies = format!("{told}: {inside} {verb} in {around}, so the two are not about the same area");
    if exceeds(inner, outer) {
        return format!("{lies}, and yet the figure for {inside} alone is the larger one");
    }
    lies
}

/// Whether the least that one figure allows is more than the most that the other allows.
fn exceeds(inner: &Claim, outer: &Claim) -> bool {
    inner
        .reading
        .quantity()
        .zip(outer.reading.quantity())
        .is_some_and(|(inner, outer)| outer.hard.is_below(&inner.hard))
}

fn about(key: ScopeKey) -> &'static str {
    match key {
        ScopeKey::Place => "the answers are about different places",
        ScopeKey::Window => "the answers are about different periods",
        ScopeKey::Population => "the answers do not count the same people or things",
        ScopeKey::Basis => "the answers rest on different definitions",
        ScopeKey::CountedBy => "different people did the counting",
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::{FactKind, Series};

    #[test]
    fn contained_places_with_the_larger_figure_inside_say_so() {
        check(&Case::of(people()).says("alpha", "270").at(&["cambodia"]).says("bravo", "271").at(&["poipet"]), "
            scope different-scope info: Alpha News says 270 people (Cambodia) and Bravo Post 271 (Poipet): Poipet lies in Cambodia, so the two are not about the same area, and yet the figure for Poipet alone is the larger one.
            ");
    }

    #[test]
    fn contained_places_with_the_smaller_figure_inside_are_just_different() {
        check(&Case::of(people()).says("alpha", "over 200").at(&["cambodia"]).says("bravo", "63").at(&["sihanoukville"]), "
            scope different-scope info: Alpha News says over 200 people (Cambodia) and Bravo Post 63 (Sihanoukville): Sihanoukville lies in Cambodia, so the two are not about the same area.
            ");
    }

    #[test]
    fn places_apart_differ() {
        check(&Case::of(people()).says("alpha", "270").at(&["poipet"]).says("bravo", "300").at(&["sihanoukville"]), "
            scope different-scope info: Alpha News says 270 people (Poipet) and Bravo Post 300 (Sihanoukville): the answers are about different places.
            ");
    }

    #[test]
    fn the_same_places_in_another_order_do_not_differ() {
        check(
            &Case::of(people())
                .says("alpha", "270")
                .at(&["poipet", "sihanoukville"])
                .says("bravo", "270")
                .at(&["sihanoukville", "poipet"]),
            "
            agree equal info: Alpha News and Bravo Post say 270 people.
            ",
        );
    }

    #[test]
    fn one_that_states_no_place_is_compared() {
        check(&Case::of(people()).says("alpha", "270").at(&["poipet"]).says("bravo", "300"), "
            contradict count-disjoint minor [scope-unstated]: Alpha News says 270 people and Bravo Post 300, 10 % apart; Bravo Post does not say where.
            ");
    }

    #[test]
    fn periods_differ_by_their_words() {
        check(&Case::of(people()).says("alpha", "270").with(|c| c.scope.window = Some("since 2022".to_owned())).says("bravo", "300").with(|c| c.scope.window = Some("in September 2024".to_owned())), "
            scope different-scope info: Alpha News says 270 people (since 2022) and Bravo Post 300 (in September 2024): the answers are about different periods.
            ");
    }

    #[test]
    fn periods_in_other_notation_are_the_same() {
        check(
            &Case::of(people())
                .says("alpha", "270")
                .with(|c| c.scope.window = Some("2025-07-14".to_owned()))
                .says("bravo", "270")
                .with(|c| c.scope.window = Some("2025-07-14/2025-07-14".to_owned())),
            "
            agree equal info: Alpha News and Bravo Post say 270 people.
            ",
        );
    }

    #[test]
    fn definitions_and_counters_differ() {
        check(&Case::of(people()).says("alpha", "270").with(|c| c.scope.basis = Some("charged".to_owned())).says("bravo", "300").with(|c| c.scope.basis = Some("detained".to_owned())).says("charlie", "900").with(|c| { c.scope.basis = Some("charged".to_owned()); c.scope.counted_by = Some("police".to_owned()) }).says("delta", "950").with(|c| { c.scope.basis = Some("charged".to_owned()); c.scope.counted_by = Some("the UN".to_owned()) }), "
            contradict count-disjoint moderate [scope-unstated]: Alpha News says 270 people, but Charlie Times 900 and “The delta text” 950, up to a factor of 3.5 apart; Alpha News does not say who counted.
            scope different-scope info: Alpha News says 270 people (charged) and Bravo Post 300 (detained): the answers rest on different definitions.
            scope different-scope info: Bravo Post says 300 people (detained) and Charlie Times 900 (charged): the answers rest on different definitions.
            scope different-scope info: Bravo Post says 300 people (detained) and “The delta text” 950 (charged): the answers rest on different definitions.
            scope different-scope info: Charlie Times says 900 people (police) and “The delta text” 950 (the UN): different people did the counting.
            ");
    }

    #[test]
    fn currencies_are_not_converted() {
        check(&Case::of(money()).says("alpha", "$40 billion").says("bravo", "€11 billion"), "
            scope different-scope info: Alpha News says $40 billion and Bravo Post €11 billion: the amounts are in different currencies, which are not converted.
            ");
    }

    #[test]
    fn figures_of_a_series_of_occasions_stand_alone() {
        check(&Case::of(FactKind::Count { unit: "people".to_owned(), series: Some(Series::New) }).says("alpha", "27").on_day("2025-07-14").says("bravo", "75").on_day("2025-07-15"), "
            scope different-scope info: Alpha News says 27 people (14 July 2025) and Bravo Post 75 (15 July 2025): each figure stands for its own occasion.
            ");
    }

    #[test]
    fn parts_are_not_compared_with_each_other() {
        check(
            &Case::of(people())
                .fact("parts", people())
                .broken_down()
                .says("alpha", "27")
                .part("chinese")
                .says("bravo", "270")
                .part("indonesian"),
            "",
        );
    }
}
