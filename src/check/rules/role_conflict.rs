//! `role-conflict`: two holders of an office that one person holds; entry point [`judge`].
#![doc = include_str!("role_conflict.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::{Slot, Telling};
use crate::check::tenure;
use crate::check::wording::join;
use crate::model::{Claim, Class, EntityIx, Reading, Rule, Severity};

/// Two different people in one office that only one can hold at a time.
///
/// Where the curator's record has each in office at the time that the source speaks of, the
/// answers are about different times.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    let office = pair.fact.kind.office()?;
    if !pair.corpus[office].exclusive || relation(pair)? != Likeness::Different {
        return None;
    }
    Some(if held_in_turn(pair, office) {
        Verdict::new(Rule::RoleConflict, Class::Scope, Severity::Info)
    } else {
        Verdict::new(Rule::RoleConflict, Class::Contradict, Severity::Major)
    })
}

/// Whether both were in office when their sources say so, one after the other.
fn held_in_turn(pair: &Pair, office: EntityIx) -> bool {
    let tenure = |claim: &Claim| {
        let Reading::Entity(Some(person)) = claim.reading else { return None };
        let as_of = claim.as_of.as_ref()?;
        let holders = &pair.corpus[office].holders;
        holders.iter().position(|tenure| tenure.person == person && tenure.covers(as_of))
    };
    match (tenure(pair.a), tenure(pair.b)) {
        (Some(left), Some(right)) => left != right,
        (None, _) | (_, None) => false,
    }
}

/// Who names whom as what.
pub fn reason(telling: &Telling) -> String {
    let Some(held_office) = telling.pair.fact.kind.office() else { return telling.statements() };
    let in_turn = held_in_turn(&telling.pair, held_office);
    let office = &telling.pair.corpus[held_office].name;
    let told = telling.statements_with(|claim, slot| match slot {
        Slot::First => format!("{} as {office}", claim.compared_words()),
        Slot::Later => claim.compared_words().to_owned(),
    });
    if in_turn {
        return format!("{told}; each held that office at the time the source speaks of");
    }
    let mut record: Vec<String> = [telling.pair.a, telling.pair.b]
        .iter()
        .filter_map(|claim| tenure::held(telling.pair.corpus, held_office, claim.reading.entity()??))
        .collect();
    record.dedup();
    if record.is_empty() {
        return format!("{told}; one person holds that office at a time");
    }
    format!("{told}; one person holds that office at a time, and by the editors’ record {}", join(&record))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::{FactKind, Tenure};

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

    /// Hun Manet in 2025 by one source, Hun Sen on some day by the other, who handed over in 2023.
    fn recorded(day_of_other: &str) -> Case {
        let mut case = holding("prime-minister")
            .says("alpha", "Hun Manet")
            .on_day("2025-07-15")
            .says("bravo", "Hun Sen")
            .on_day(day_of_other);
        let office = case.entity("prime-minister").index();
        let handover = Some(day("2023-08-22"));
        let (sen, manet) = (case.entity("hun-sen"), case.entity("hun-manet"));
        case.corpus.entities[office].holders = vec![
            Tenure { person: sen, from: None, to: handover.clone() },
            Tenure { person: manet, from: handover, to: None },
        ];
        case
    }

    #[test]
    fn a_holder_outside_the_period_is_told_with_it() {
        check(&recorded("2025-11-16"), "
            contradict role-conflict major: Alpha News names Hun Manet as Prime Minister of Cambodia and Bravo Post Hun Sen; one person holds that office at a time, and by the editors’ record Hun Manet held it from 22 August 2023 on and Hun Sen held it until 22 August 2023.
            ");
    }

    #[test]
    fn holders_in_turn_are_about_different_times() {
        check(&recorded("2022-01-10"), "
            scope role-conflict info: Alpha News names Hun Manet as Prime Minister of Cambodia and Bravo Post Hun Sen; each held that office at the time the source speaks of.
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
