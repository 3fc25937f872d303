//! `reported-dispute`: one source reports two parties who contradict each other; entry point
//! [`applies`].
#![doc = include_str!("reported_dispute.md")]

use super::self_contradiction;
use crate::check::pair::Pair;
use crate::check::telling::Telling;

/// Whether both claims are in one source, which has them from different people.
pub fn applies(pair: &Pair) -> bool {
    pair.a.source == pair.b.source && !self_contradiction::applies(pair)
}

/// Who reports the dispute.
pub fn clause(telling: &Telling) -> String {
    let pair = &telling.pair;
    let who = telling.bylines.of(pair.a.source);
    if pair.a.via.is_empty() || pair.b.via.is_empty() {
        let those = if pair.a.via.len() + pair.b.via.len() == 1 { "one" } else { "those" };
        return format!("; the dispute is between {who} and {those} whom it cites");
    }
    format!("; the dispute is between those whom {who} cites")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn two_parties_of_one_source() {
        check(&Case::of(people()).says("alpha", "271").via("police").says("alpha", "279").via("hun-sen"), "
            contradict count-disjoint minor [reported-dispute]: Alpha News reports both 271 people (its source: National Police) and 279 (its source: Hun Sen), 2.9 % apart; the dispute is between those whom Alpha News cites.
            ");
    }

    #[test]
    fn a_party_against_what_the_source_says_itself() {
        check(&Case::of(people()).says("alpha", "271").says("alpha", "279").via("hun-sen"), "
            contradict count-disjoint minor [reported-dispute]: Alpha News reports both 271 people (no source named) and 279 (its source: Hun Sen), 2.9 % apart; the dispute is between Alpha News and one whom it cites.
            ");
    }
}
