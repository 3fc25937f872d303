//! `text-uncompared`: words that are shown side by side; entry point [`judge`].
#![doc = include_str!("text_uncompared.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
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
    format!("{}: shown side by side, since texts are not compared", telling.statements())
}
