//! `answer-differs`: yes against no; entry point [`judge`].
#![doc = include_str!("answer_differs.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Reading, Rule, Severity};

/// One says yes, the other no.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    match (&pair.a.reading, &pair.b.reading) {
        (Reading::YesNo(a), Reading::YesNo(b)) if a != b => {
            Some(Verdict::new(Rule::AnswerDiffers, Class::Contradict, Severity::Major))
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

/// Who says yes and who says no.
pub fn reason(telling: &Telling) -> String {
    format!("on “{}”, {}", telling.pair.fact.label, telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn yes_against_no() {
        check(
            &Case::of(FactKind::YesNo).says("alpha", "yes").says("bravo", "no"),
            "
            contradict answer-differs major: On “The asked”, Alpha News says yes and Bravo Post no.
            ",
        );
    }

    #[test]
    fn yes_and_yes_agree() {
        check(
            &Case::of(FactKind::YesNo).says("alpha", "yes").says("bravo", "yes"),
            "
            agree equal info: Alpha News and Bravo Post say yes.
            ",
        );
    }
}
