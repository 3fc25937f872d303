//! `text-uncompared`: words that are shown side by side; entry point [`judge`].
#![doc = include_str!("text_uncompared.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Reading, Rule, Severity};

/// Two texts, which no rule compares.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    match (&pair.a.reading, &pair.b.reading) {
        (Reading::Text, Reading::Text) => {
            Some(Verdict::new(Rule::TextUncompared, Class::Compatible, Severity::Info))
        }
        (
            Reading::Quantity(_)
            | Reading::Date(_)
            | Reading::Entity(_)
            | Reading::Set(_)
            | Reading::Position(_)
            | Reading::Text
            | Reading::YesNo(_),
            _,
        ) => None,
    }
}

/// Who writes what.
pub fn reason(telling: &Telling) -> String {
    format!("{}; texts are shown side by side and not compared", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn texts_are_shown_in_one_record() {
        check(&Case::of(FactKind::Text).says("alpha", "prevent and crack down on online scams").says("bravo", "thoroughly eradicate fraud gangs").says("charlie", "act"), "
            compatible text-uncompared info: Alpha News has: prevent and crack down on online scams; Bravo Post has: thoroughly eradicate fraud gangs; Charlie Times has: act; texts are shown side by side and not compared.
            ");
    }

    #[test]
    fn the_same_text_is_agreement() {
        check(
            &Case::of(FactKind::Text).says("alpha", "act").says("bravo", "act"),
            "
            agree equal info: Alpha News and Bravo Post have: act.
            ",
        );
    }
}
