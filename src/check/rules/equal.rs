//! `equal`: the same answer in the same or equivalent words; entry point [`judge`].
#![doc = include_str!("equal.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::scope::same_words;
use crate::check::sets;
use crate::check::wording::Telling;
use crate::model::{Class, DateValue, Number, Reading, Rule, Severity};
use crate::value::date;

/// Equal after normalising, with the same hedge.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let equal = match (&pair.a.reading, &pair.b.reading) {
        (Reading::Quantity(a), Reading::Quantity(b)) => same_number(&a.number, &b.number),
        (Reading::Date(a), Reading::Date(b)) => same_date(a, b),
        (Reading::Entity(a), Reading::Entity(b)) => a == b && same_words(&pair.a.words, &pair.b.words),
        (Reading::Set(a), Reading::Set(b)) => sets::keys(a) == sets::keys(b),
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
    equal.then(|| Verdict::new(Rule::Equal, Class::Agree, Severity::Info))
}

/// Who agrees on what.
pub fn reason(telling: &Telling) -> String {
    telling.statements()
}

fn same_number(a: &Number, b: &Number) -> bool {
    (a.hedge, a.low, a.high, a.plausible, a.percent) == (b.hedge, b.low, b.high, b.plausible, b.percent)
}

fn same_date(a: &DateValue, b: &DateValue) -> bool {
    (a.approximate, a.uncertain) == (b.approximate, b.uncertain)
        && date::relation(a, b) == date::DateRelation::Equal
}
