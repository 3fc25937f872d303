//! `count-update`: a running total that grew; entry point [`judge`].
#![doc = include_str!("count_update.md")]

use std::cell::Cell;

use crate::check::figures::{Figures, later_and_earlier};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::check::wording::value_at;
use crate::model::{Class, DateValue, Rule, Severity};
use crate::value::date;

/// A cumulative series whose later figure is higher than the earlier one plausibly reaches.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let (later, earlier) = later_and_earlier(pair)?;
    let figures = Figures::of(later, earlier)?;
    (figures.is_higher() && !figures.meet_plausibly())
        .then(|| Verdict::new(Rule::CountUpdate, Class::Update, Severity::Info))
}

/// Who says what as of when.
pub fn reason(telling: &Telling) -> String {
    format!("{}: the running total grew", dated(telling))
}

/// Each answer with the day as of which it holds, a day that several in a row have in full once.
pub(super) fn dated(telling: &Telling) -> String {
    let told: Cell<Option<&DateValue>> = Cell::new(None);
    telling.statements_with(|claim, slot| {
        let words = value_at(&telling.pair, claim, slot);
        match &claim.as_of {
            Some(day) if told.replace(Some(day)) == Some(day) => format!("{words} as of the same day"),
            Some(day) => format!("{words} as of {}", date::words(day)),
            None => words,
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn a_later_higher_total_is_an_update() {
        check(&Case::of(running_total()).says("alpha", "230").on_day("2025-07-14").says("bravo", "over 1,000").on_day("2025-07-16"), "
            update count-update info: Alpha News says 230 people as of 14 July 2025 and Bravo Post over 1,000 as of 16 July 2025: the running total grew.
            ");
    }

    #[test]
    fn the_same_day_is_no_update() {
        check(&Case::of(running_total()).says("alpha", "230").on_day("2025-07-16").says("bravo", "1,100").on_day("2025-07-16"), "
            contradict count-disjoint major: Alpha News says 230 people and Bravo Post 1,100, a factor of 4.8 apart.
            ");
    }

    #[test]
    fn figures_that_fit_together_are_no_update() {
        check(&Case::of(running_total()).says("alpha", "1,000").on_day("2025-07-14").says("bravo", "over 1,000").on_day("2025-07-16"), "
            compatible count-overlap info: Alpha News says 1,000 people and Bravo Post over 1,000: one number can fit both.
            ");
    }

    #[test]
    fn a_fact_that_is_no_series_has_no_updates() {
        check(&Case::of(people()).says("alpha", "230").on_day("2025-07-14").says("bravo", "1,100").on_day("2025-07-16"), "
            contradict count-disjoint major: Alpha News says 230 people and Bravo Post 1,100, a factor of 4.8 apart.
            ");
    }
}
