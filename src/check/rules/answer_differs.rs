//! `answer-differs`: yes against no; entry point [`judge`].
#![doc = include_str!("answer_differs.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
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
    telling.statements()
}
