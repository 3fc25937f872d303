//! `reported-dispute`: one source reports two parties who contradict each other; entry point
//! [`applies`].
#![doc = include_str!("reported_dispute.md")]

use super::self_contradiction;
use crate::check::pair::Pair;
use crate::check::speaker::voices;
use crate::check::telling::Telling;
use crate::model::Claim;

/// Whether both claims are in one source, which has them from different people.
pub fn applies(pair: &Pair) -> bool {
    pair.a.source == pair.b.source && !self_contradiction::applies(pair)
}

/// Between whom the dispute is.
pub fn clause(telling: &Telling) -> String {
    let pair = &telling.pair;
    let who = telling.bylines.of_claim(pair.corpus, pair.a);
    let [cited, own] = if pair.a.via.is_empty() { [pair.b, pair.a] } else { [pair.a, pair.b] };
    match voices(pair.corpus, &cited.via).filter(|_| own.via.is_empty()) {
        // What a source only passes on is not what it says itself.
        Some(cited) if is_hearsay(own) => {
            format!("; the dispute is between {cited}, whom {who} cites, and others whom it does not name")
        }
        Some(cited) => format!("; the dispute is between {who} and {cited}, whom it cites"),
        None => format!("; the dispute is between those whom {who} cites"),
    }
}

/// Whether the quoted words say that somebody else says so.
fn is_hearsay(claim: &Claim) -> bool {
    let quote = claim.quote.exact.to_lowercase();
    HEARSAY.iter().any(|words| quote.contains(words))
}

/// Words by which a source passes on what it does not say itself.
const HEARSAY: [&str; 9] = [
    "reportedly",
    "allegedly",
    "purportedly",
    "supposedly",
    "said to be",
    "said to have",
    "believed to",
    "according to",
    "reports say",
];

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
            contradict count-disjoint minor [reported-dispute]: Alpha News reports both 271 people (no source named) and 279 (its source: Hun Sen), 2.9 % apart; the dispute is between Alpha News and Hun Sen, whom it cites.
            ");
    }

    #[test]
    fn what_a_source_only_passes_on_is_not_its_own() {
        let case = Case::of(people())
            .says("alpha", "271")
            .with(|c| c.quote.exact = "reportedly 271 people".to_owned());
        check(&case.says("alpha", "279").via("hun-sen"), "
            contradict count-disjoint minor [reported-dispute]: Alpha News reports both 271 people (no source named) and 279 (its source: Hun Sen), 2.9 % apart; the dispute is between Hun Sen, whom Alpha News cites, and others whom it does not name.
            ");
    }
}
