//! `different-scope`: two answers that are not about the same thing; entry point [`judge`].
#![doc = include_str!("different_scope.md")]

use crate::check::figures::quantity;
use crate::check::pair::{Pair, Verdict};
use crate::check::scope::{Difference, Lie, difference, lie};
use crate::check::wording::{Telling, entities, scope_words, value};
use crate::model::{Claim, Class, Rule, ScopeKey, Severity};
use crate::value::date;

/// Both claims state something about what they cover, and it differs.
pub fn judge(pair: &Pair) -> Option<Verdict> {
    difference(pair).map(|_| Verdict::new(Rule::DifferentScope, Class::Scope, Severity::Info))
}

/// Who speaks of what, and where one place lies in the other.
pub fn reason(telling: &Telling) -> String {
    match difference(&telling.pair) {
        Some(Difference::Key(ScopeKey::Place)) => of_places(telling),
        Some(Difference::Key(key)) => {
            let pair = &telling.pair;
            let told = telling.statements_with(|claim, _| {
                format!("{} ({})", value(pair.fact, claim), scope_words(pair.corpus, claim, key))
            });
            format!("{told}: {}", about(key))
        }
        Some(Difference::Currency) => {
            format!(
                "{}: the amounts are in different currencies, which are not converted",
                telling.statements()
            )
        }
        Some(Difference::Share) => format!("{}: one is a share and the other a number", telling.statements()),
        Some(Difference::Occasion) => {
            let told = telling.statements_with(|claim, _| {
                let day =
                    claim.as_of.as_ref().map_or_else(String::new, |day| format!(" ({})", date::words(day)));
                format!("{}{day}", value(telling.pair.fact, claim))
            });
            format!("{told}: each figure stands for its own occasion")
        }
        None => telling.statements(),
    }
}

fn of_places(telling: &Telling) -> String {
    let pair = &telling.pair;
    let told = telling.statements_with(|claim, _| {
        format!("{} ({})", value(pair.fact, claim), entities(pair.corpus, &claim.scope.places))
    });
    let (inner, outer) = match lie(pair.corpus, &pair.a.scope.places, &pair.b.scope.places) {
        Lie::Inside => (pair.a, pair.b),
        Lie::Around => (pair.b, pair.a),
        Lie::Same | Lie::Apart => return format!("{told}: the answers are about different places"),
    };
    let name = |claim: &Claim| entities(pair.corpus, &claim.scope.places);
    let (verb, here) = if inner.scope.places.len() == 1 { ("lies", "it") } else { ("lie", "them") };
    let (inside, around) = (name(inner), name(outer));
    if exceeds(inner, outer) {
        return format!(
            "{told}: {inside} {verb} in {around}, so the two are not about the same area, and yet the figure \
             for {here} alone is the larger one"
        );
    }
    format!("{told}: {inside} {verb} in {around}, so the two are not about the same area")
}

/// Whether the least that one figure allows is more than the most that the other allows.
fn exceeds(inner: &Claim, outer: &Claim) -> bool {
    quantity(inner).zip(quantity(outer)).is_some_and(|(inner, outer)| outer.hard.is_below(&inner.hard))
}

fn about(key: ScopeKey) -> &'static str {
    match key {
        ScopeKey::Place => "the answers are about different places",
        ScopeKey::Window => "the answers are about different periods",
        ScopeKey::Population => "the answers do not count the same people or things",
        ScopeKey::Basis => "the answers rest on different definitions",
        ScopeKey::CountedBy => "different people did the counting",
    }
}
