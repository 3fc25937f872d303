//! `name-equal`: one name, spelt in equivalent ways; entry point [`judge`].
#![doc = include_str!("name_equal.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Rule, Severity};

/// The same after case, punctuation, diacritics, honorifics and the order of names.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    (relation(pair)? == Likeness::Same).then(|| Verdict::new(Rule::NameEqual, Class::Agree, Severity::Info))
}

/// Who names whom.
pub fn reason(telling: &Telling) -> String {
    format!("{}: the same name", telling.statements())
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn honorifics_and_case_do_not_matter() {
        check(
            &Case::of(somebody()).says("alpha", "Hun Manet").says("bravo", "Samdech HUN MANET"),
            "
            agree name-equal info: Alpha News names Hun Manet and Bravo Post Samdech HUN MANET: the same name.
            ",
        );
    }

    #[test]
    fn another_letter_is_not_the_same_name() {
        check(&Case::of(somebody()).says("alpha", "Guo Jiakun").says("bravo", "Guo Jiakung"), "
            variant name-variant minor: Alpha News names Guo Jiakun and Bravo Post Guo Jiakung: the names are so alike that they are probably one.
            ");
    }
}
