//! `title-variant`: one person, differently worded office or body; entry point [`judge`].
#![doc = include_str!("title_variant.md")]

use crate::check::names::{Likeness, relation, titled_person};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::{Slot, Telling};
use crate::model::{Class, Rule, Severity};

/// On a person's sheet, two answers that name no person and are not worded alike.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    titled_person(pair)?;
    (relation(pair)? != Likeness::Same)
        .then(|| Verdict::new(Rule::TitleVariant, Class::Variant, Severity::Minor))
}

/// Who words the title how.
pub fn reason(telling: &Telling) -> String {
    let person = titled_person(&telling.pair).map(|person| telling.pair.corpus[person].name.as_str());
    let told = telling.statements_with(|claim, slot| match (slot, person) {
        (Slot::First, Some(person)) => format!("“{}” as the title of {person}", claim.compared_words()),
        (Slot::First | Slot::Later, _) => format!("“{}”", claim.compared_words()),
    });
    format!("{told}, worded differently")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn differently_worded_titles_of_a_person() {
        check(&Case::about("zhou-wenying", somebody()).says("alpha", "State Secretary of the Ministry of Home Affairs").says("bravo", "standing vice chairman"), "
            variant title-variant minor: Alpha News names “State Secretary of the Ministry of Home Affairs” as the title of Zhou Wenying and Bravo Post “standing vice chairman”, worded differently.
            ");
    }

    #[test]
    fn titles_worded_alike_agree() {
        check(&Case::about("zhou-wenying", somebody()).says("alpha", "Standing vice chairman").says("bravo", "standing vice-chairman"), "
            agree name-equal info: Alpha News names Standing vice chairman and Bravo Post standing vice-chairman: the same name.
            ");
    }

    #[test]
    fn names_on_a_persons_sheet_are_names() {
        check(&Case::about("zhou-wenying", somebody()).says("alpha", "Zhou Wenying").says("bravo", "Zhou Wenyin"), "
            variant name-variant minor: Alpha News names Zhou Wenying and Bravo Post Zhou Wenyin: two names for Zhou Wenying.
            ");
    }

    #[test]
    fn on_other_sheets_words_are_names() {
        check(&Case::of(somebody()).says("alpha", "State Secretary").says("bravo", "standing vice chairman"), "
            contradict entity-differs major: Alpha News names State Secretary and Bravo Post standing vice chairman: not the same.
            ");
    }
}
