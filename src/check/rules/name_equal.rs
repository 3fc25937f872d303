//! `name-equal`: one name, spelt in equivalent ways; entry point [`judge`].
#![doc = include_str!("name_equal.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// The same after case, punctuation, diacritics, honorifics and the order of names.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    (relation(pair)? == Likeness::Same).then(|| Verdict::new(Rule::NameEqual, Class::Agree, Severity::Info))
}

/// Who names whom.
pub fn reason(telling: &Telling) -> String {
    format!("{}: the same name", telling.statements())
}
