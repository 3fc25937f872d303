//! `role-conflict`: two holders of an office that one person holds; entry point [`judge`].
#![doc = include_str!("role_conflict.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, EntityIx, FactKind, Rule, Severity};

/// Two different people in one office that only one can hold at a time.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let office = office(pair)?;
    (pair.corpus[office].exclusive && relation(pair)? == Likeness::Different)
        .then(|| Verdict::new(Rule::RoleConflict, Class::Contradict, Severity::Major))
}

/// Who names whom as what.
pub fn reason(telling: &Telling) -> String {
    let told = telling.statements();
    match office(&telling.pair) {
        Some(office) => {
            let office = &telling.pair.corpus[office].name;
            format!("{told} as {office}, an office that one person holds at a time")
        }
        None => told,
    }
}

fn office(pair: &Pair) -> Option<EntityIx> {
    match &pair.fact.kind {
        FactKind::Entity { office } => *office,
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Date
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => None,
    }
}
