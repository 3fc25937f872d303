//! `role-conflict`: two holders of an office that one person holds; entry point [`judge`].
#![doc = include_str!("role_conflict.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::{Slot, Telling};
use crate::model::{Class, EntityIx, FactKind, Rule, Severity};

/// Two different people in one office that only one can hold at a time.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let office = office(pair)?;
    (pair.corpus[office].exclusive && relation(pair)? == Likeness::Different)
        .then(|| Verdict::new(Rule::RoleConflict, Class::Contradict, Severity::Major))
}

/// Who names whom as what.
pub fn reason(telling: &Telling) -> String {
    let Some(office) = office(&telling.pair) else { return telling.statements() };
    let office = &telling.pair.corpus[office].name;
    let told = telling.statements_with(|claim, slot| match slot {
        Slot::First => format!("{} as {office}", claim.words),
        Slot::Later => claim.words.clone(),
    });
    format!("{told}; one person holds that office at a time")
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

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    fn holding(office: &str) -> Case {
        let case = Case::of(somebody());
        let office = case.entity(office);
        case.where_fact(|fact| fact.kind = FactKind::Entity { office: Some(office) })
    }

    #[test]
    fn two_holders_of_an_exclusive_office() {
        check(&holding("prime-minister").says("alpha", "Hun Manet").says("bravo", "Hun Sen"), "
            contradict role-conflict major: Alpha News names Hun Manet as Prime Minister of Cambodia and Bravo Post Hun Sen; one person holds that office at a time.
            ");
    }

    #[test]
    fn an_office_that_several_hold_is_no_conflict_of_roles() {
        check(&holding("mayor").says("alpha", "Hun Manet").says("bravo", "Hun Sen"), "
            contradict entity-differs major: Alpha News names Hun Manet and Bravo Post Hun Sen: different people.
            ");
    }

    #[test]
    fn one_holder_under_two_names_is_a_variant() {
        check(&holding("prime-minister").says("alpha", "Zhou Wenying").says("bravo", "Zhou Wenyin"), "
            variant name-variant minor: Alpha News names Zhou Wenying and Bravo Post Zhou Wenyin: two names for Zhou Wenying.
            ");
    }
}
