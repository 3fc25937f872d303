//! `equal`: the same answer in the same or equivalent words; entry point [`judge`].
#![doc = include_str!("equal.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::scope::{same_letters, same_words};
use crate::check::sets::{self, Lists};
use crate::check::telling::Telling;
use crate::model::{Change, Class, Number, Reading, Rule, Series, Severity};
use crate::value::date::{DateRelation, relation, words};

/// Equal after normalising, with the same hedge.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let equal = match (&pair.a.reading, &pair.b.reading) {
        (Reading::Quantity(a), Reading::Quantity(b)) => same_number(&a.number, &b.number),
        (Reading::Date(a), Reading::Date(b)) => {
            (a.approximate, a.uncertain) == (b.approximate, b.uncertain)
                && pair.dates == Some(DateRelation::Equal)
        }
        (Reading::Entity(a), Reading::Entity(b)) => {
            a == b && same_letters(pair.a.compared_words(), pair.b.compared_words())
        }
        (Reading::Set(a), Reading::Set(b)) => sets::keys(a) == sets::keys(b) || same_members(pair),
        (Reading::Position(a), Reading::Position(b)) => a == b,
        (Reading::YesNo(a), Reading::YesNo(b)) => a == b,
        (Reading::Text, Reading::Text) => same_words(&pair.a.words, &pair.b.words),
        (
            Reading::Quantity(_)
            | Reading::Date(_)
            | Reading::Entity(_)
            | Reading::Set(_)
            | Reading::Position(_)
            | Reading::Text
            | Reading::YesNo(_),
            _,
        ) => false,
    };
    let class = if is_of_other_days(pair) { Class::Compatible } else { Class::Agree };
    equal.then(|| Verdict::new(Rule::Equal, class, Severity::Info))
}

/// Who agrees on what.
pub fn reason(telling: &Telling) -> String {
    let statements = telling.statements();
    match [telling.pair.a, telling.pair.b].map(|claim| claim.as_of.as_ref().map(words)) {
        [Some(a), Some(b)] if is_of_other_days(&telling.pair) => {
            format!("{statements}: the same figure, one as of {a} and the other as of {b}")
        }
        [_, _] => statements,
    }
}

/// A running total may stand still for so many days.
const PLATEAU_DAYS: i32 = 7;

/// Whether two figures hold as of days that have nothing in common, so that they are no agreement.
fn is_of_other_days(pair: &Pair) -> bool {
    let days = pair.a.as_of.as_ref().zip(pair.b.as_of.as_ref());
    let days_between = match pair.fact.kind.series() {
        Some(Series::Cumulative) => PLATEAU_DAYS,
        Some(Series::New) | None => 0,
    };
    let is_apart = |a, b| matches!(relation(a, b), DateRelation::Disjoint { days } if days > days_between);
    pair.fact.kind.is_figure() && days.is_some_and(|(a, b)| is_apart(a, b))
}

/// Lists whose members are the same but for titles, legal forms and the order of words.
fn same_members(pair: &Pair) -> bool {
    Lists::of(pair).is_some_and(|lists| lists.have_the_same() && lists.same_names)
}

fn same_number(a: &Number, b: &Number) -> bool {
    // `3 %` from a rise is `+3 %`; a fall has its sign in the figure, but for the side of its hedge.
    let is_fall = |number: &Number| number.change == Some(Change::Fall);
    (a.hedge, a.low, a.high, a.plausible, a.percent, is_fall(a))
        == (b.hedge, b.low, b.high, b.plausible, b.percent, is_fall(b))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn figures_with_the_same_hedge_agree() {
        check(
            &Case::of(people()).says("alpha", "over 1,000").says("bravo", "more than 1000"),
            "
            agree equal info: Alpha News and Bravo Post say over 1,000 people.
            ",
        );
    }

    #[test]
    fn the_same_figure_of_another_day_is_no_agreement() {
        let case = Case::of(people()).says("alpha", "over 1,000").on_day("2025-07-16");
        check(&case.says("bravo", "more than 1000").on_day("XXXX-11-16"), "
            compatible equal info: Alpha News and Bravo Post say over 1,000 people: the same figure, one as of 16 July 2025 and the other as of 16 November (year not stated).
            ");
    }

    #[test]
    fn another_hedge_is_not_equal() {
        check(&Case::of(people()).says("alpha", "over 1,000").says("bravo", "1,000"), "
            compatible count-overlap info: Alpha News says over 1,000 people and Bravo Post 1,000: one number can fit both.
            ");
    }

    #[test]
    fn dates_in_another_notation_agree() {
        check(
            &Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-07-14/2025-07-14"),
            "
            agree equal info: Alpha News and Bravo Post give 14 July 2025.
            ",
        );
    }

    #[test]
    fn lists_agree_in_any_order() {
        check(
            &Case::of(FactKind::Set)
                .says("alpha", "Poipet, Sihanoukville")
                .says("bravo", "Sihanouk Province, Poipet"),
            "
            agree equal info: Alpha News and Bravo Post list Poipet and Sihanoukville.
            ",
        );
    }

    #[test]
    fn texts_agree_whatever_their_case() {
        check(
            &Case::of(FactKind::Text)
                .says("alpha", "a key turning point")
                .says("bravo", "A  Key Turning Point"),
            "
            agree equal info: Alpha News and Bravo Post have: a key turning point.
            ",
        );
    }

    #[test]
    fn one_source_that_repeats_itself_is_no_agreement() {
        check(&Case::of(people()).says("alpha", "27").says("alpha", "27"), "");
    }

    #[test]
    fn three_sources_are_one_record() {
        check(
            &Case::of(people()).says("alpha", "27").says("bravo", "27").says("charlie", "27"),
            "
            agree equal info: Alpha News, Bravo Post and Charlie Times say 27 people.
            ",
        );
    }
}
