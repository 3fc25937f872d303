//! `name-variant`: one person, place or body under two names; entry point [`judge`].
#![doc = include_str!("name_variant.md")]

use crate::check::names::{Likeness, entity, relation};
use crate::check::pair::{Pair, Verdict};
use crate::check::wording::Telling;
use crate::model::{Class, Rule, Severity};

/// One curated entity under two names, or two uncurated names too alike to be a coincidence.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    match relation(pair)? {
        Likeness::Curated | Likeness::Alike => {
            Some(Verdict::new(Rule::NameVariant, Class::Variant, Severity::Minor))
        }
        Likeness::Same | Likeness::Different => None,
    }
}

/// Who uses which name, and for whom.
pub fn reason(telling: &Telling) -> String {
    let pair = telling.pair;
    let known = entity(pair.a).flatten().or_else(|| entity(pair.b).flatten());
    let told = telling.statements();
    match (relation(&pair), known) {
        (Some(Likeness::Curated), Some(known)) => {
            format!("{told}: {} names for {}", count(telling), pair.corpus[known].name)
        }
        (Some(Likeness::Same | Likeness::Curated | Likeness::Alike | Likeness::Different) | None, _) => {
            format!("{told}: the names are so alike that they are probably one")
        }
    }
}

fn count(telling: &Telling) -> &'static str {
    if telling.answers.len() > 2 { "several" } else { "two" }
}
