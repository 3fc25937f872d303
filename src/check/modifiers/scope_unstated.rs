//! `scope-unstated`: one source says what its figure covers, the other does not; entry point
//! [`applies`].
#![doc = include_str!("scope_unstated.md")]

use crate::check::pair::{Pair, Verdict};
use crate::check::scope::unstated;
use crate::check::telling::Telling;
use crate::check::wording::{join, key_question};
use crate::model::{Class, Modifier, Severity};

/// Whether a figure's scope is stated by one claim alone, and that bears on the verdict.
pub fn applies(pair: &Pair, verdict: &Verdict) -> bool {
    let bears = match verdict.class {
        Class::Agree | Class::Contradict => true,
        Class::Gap | Class::Compatible | Class::Scope | Class::Update | Class::Variant => false,
    };
    bears && pair.fact.kind.is_figure() && unstated(pair).next().is_some()
}

/// Turns agreement into compatibility, and lowers a contradiction by one level.
pub fn apply(verdict: &mut Verdict) {
    match verdict.class {
        Class::Agree => verdict.class = Class::Compatible,
        Class::Contradict => {
            verdict.severity = match verdict.severity {
                Severity::Major => Severity::Moderate,
                Severity::Moderate => Severity::Minor,
                Severity::Minor | Severity::Info => Severity::Info,
            };
        }
        Class::Gap | Class::Compatible | Class::Scope | Class::Update | Class::Variant => {}
    }
    verdict.modifiers.push(Modifier::ScopeUnstated);
}

/// Who does not say what.
pub fn clause(telling: &Telling) -> String {
    let silent = |is_first: bool| {
        let keys: Vec<&str> = unstated(&telling.pair)
            .filter(|&(_, first)| first == is_first)
            .map(|(key, _)| key_question(key))
            .collect();
        let claim = if is_first { telling.pair.a } else { telling.pair.b };
        (!keys.is_empty()).then(|| {
            let who = telling.subject(claim);
            format!("{} {} {}", who.words, who.verb("does not say", "do not say"), join(&keys))
        })
    };
    let silences: Vec<String> = [silent(true), silent(false)].into_iter().flatten().collect();
    format!("; {}", join(&silences))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn agreement_becomes_compatible() {
        check(&Case::of(people()).says("alpha", "over 1,000").at(&["cambodia"]).says("bravo", "over 1,000"), "
            compatible equal info [scope-unstated]: Alpha News and Bravo Post say over 1,000 people; Bravo Post does not say where.
            ");
    }

    #[test]
    fn a_contradiction_loses_a_level() {
        check(&Case::of(people()).says("alpha", "271").at(&["cambodia"]).says("bravo", "333"), "
            contradict count-disjoint minor [scope-unstated]: Alpha News says 271 people and Bravo Post 333, 19 % apart; Bravo Post does not say where.
            ");
    }

    #[test]
    fn dates_are_not_measured() {
        check(
            &Case::of(FactKind::Date)
                .says("alpha", "2025-07-13")
                .at(&["cambodia"])
                .says("bravo", "2025-07-13"),
            "
            agree equal info: Alpha News and Bravo Post give 13 July 2025.
            ",
        );
    }

    #[test]
    fn both_sides_can_be_silent_on_something() {
        check(&Case::of(people()).says("alpha", "271").at(&["cambodia"]).says("bravo", "333").with(|c| c.scope.window = Some("2025".to_owned())), "
            contradict count-disjoint minor [scope-unstated]: Alpha News says 271 people and Bravo Post 333, 19 % apart; Alpha News does not say for which period and Bravo Post does not say where.
            ");
    }
}
