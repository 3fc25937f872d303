//! `name-variant`: one person, place or body under two names; entry point [`judge`].
#![doc = include_str!("name_variant.md")]

use crate::check::names::{Likeness, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::telling::Telling;
use crate::model::{Class, Rule, Severity};
use crate::value::name::NameVariant;

/// One curated entity under two names, or two uncurated names too alike to be a coincidence.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    match relation(pair)? {
        Likeness::Curated | Likeness::Alike(_) => {
            Some(Verdict::new(Rule::NameVariant, Class::Variant, Severity::Minor))
        }
        Likeness::Same | Likeness::Undecided(_) | Likeness::Different => None,
    }
}

/// Who uses which name, and for whom.
pub fn reason(telling: &Telling) -> String {
    let pair = telling.pair;
    let known = pair.a.reading.entity().flatten().or_else(|| pair.b.reading.entity().flatten());
    let told = telling.statements();
    match (relation(&pair), known) {
        (Some(Likeness::Curated), Some(known)) => {
            format!("{told}: {} names for {}", count(telling), pair.corpus[known].name)
        }
        (Some(Likeness::Alike(variant)), _) => format!("{told}: {}", why(variant)),
        (
            Some(Likeness::Same | Likeness::Curated | Likeness::Undecided(_) | Likeness::Different) | None,
            _,
        ) => told,
    }
}

/// What makes two names alike.
fn why(variant: NameVariant) -> &'static str {
    match variant {
        NameVariant::TokenSubset => "one leaves out a part of the other, so that they are probably one",
        NameVariant::Suffix => "they differ in a suffix only, so that they are probably one",
        NameVariant::Initials => "one has initials of the other, so that they are probably one",
        NameVariant::ShortForm => {
            "one has a usual form of the other’s first name, so that they are probably one"
        }
        NameVariant::OtherName => "both are names of one place",
        NameVariant::Acronym => "one has the first letters of the other, so that they are probably one",
        NameVariant::Script => {
            "they are written in two scripts and sound alike, so that they are probably one"
        }
        NameVariant::Transliteration | NameVariant::Spelling(_) => {
            "the names are so alike that they are probably one"
        }
    }
}

fn count(telling: &Telling) -> &'static str {
    if telling.answers.len() > 2 { "several" } else { "two" }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::Reading;

    #[test]
    fn one_entity_under_two_names() {
        check(&Case::of(somebody()).says("alpha", "Zhou Wenying").says("bravo", "Zhou Wenyin"), "
            variant name-variant minor: Alpha News names Zhou Wenying and Bravo Post Zhou Wenyin: two names for Zhou Wenying.
            ");
    }

    #[test]
    fn uncurated_names_that_are_alike() {
        check(&Case::of(somebody()).says("alpha", "Jacob Sims").says("bravo", "J. Sims"), "
            variant name-variant minor: Alpha News names Jacob Sims and Bravo Post J. Sims: one has initials of the other, so that they are probably one.
            ");
    }

    #[test]
    fn a_name_beside_a_curated_one() {
        check(&Case::of(somebody()).says("alpha", "Zhou Wenying").says("bravo", "Zhou Wen-Ying"), "
            variant name-variant minor: Alpha News names Zhou Wenying and Bravo Post Zhou Wen-Ying: the names are so alike that they are probably one.
            ");
    }

    #[test]
    fn a_man_and_a_woman_are_not_one_curated_person() {
        let case = Case::of(somebody()).says("alpha", "Mr Sims").says("bravo", "Mrs Sims");
        let known = Reading::Entity(Some(case.entity("hun-sen")));
        let mut case = case;
        case.corpus.claims.iter_mut().for_each(|claim| claim.reading = known.clone());
        check(&case, "
            contradict entity-differs major: Alpha News names Mr Sims and Bravo Post Mrs Sims: different people.
            ");
    }

    #[test]
    fn curated_entities_are_never_variants() {
        check(&Case::of(somebody()).says("alpha", "Hun Manet").says("bravo", "Hun Sen"), "
            contradict entity-differs major: Alpha News names Hun Manet and Bravo Post Hun Sen: different people.
            ");
    }
}
