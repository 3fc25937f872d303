//! `title-variant`: one person, differently worded office or body; entry point [`judge`].
#![doc = include_str!("title_variant.md")]

use crate::check::names::{Likeness, relation, titled_person};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// On a person's sheet, two answers that name no person and are not worded alike.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    titled_person(pair)?;
    (relation(pair)? != Likeness::Same)
        .then(|| Verdict::new(Rule::TitleVariant, Class::Variant, Severity::Minor))
}

/// Who words the title how.
pub fn reason(telling: &Telling) -> String {
    let told = telling.statements_with(|claim, _| format!("“{}”", claim.words));
    match titled_person(&telling.pair) {
        Some(person) => {
            format!("{told} as the title of {}: worded differently", telling.pair.corpus[person].name)
        }
        None => told,
    }
}
