//! `sum-mismatch`: complete parts that do not add up to the total; entry point [`find`].
#![doc = include_str!("sum_mismatch.md")]

use std::collections::BTreeSet;

use super::part_exceeds_whole::sum_words;
use crate::check::byline::Bylines;
use crate::check::joined::Joined;
use crate::check::record::Observation;
use crate::check::speaker::{citing, divided};
use crate::check::whole::{Parts, breakdowns, sum};
use crate::model::{ClaimIx, Class, Corpus, FactIx, Rule, Severity};

/// One record for each source whose complete parts and total exclude each other.
pub fn find(corpus: &Corpus, joined: &Joined, fact: FactIx, bylines: &Bylines) -> Vec<Observation> {
    breakdowns(corpus, joined, fact).iter().filter_map(|parts| mismatch(corpus, parts, bylines)).collect()
}

fn mismatch(corpus: &Corpus, parts: &Parts, bylines: &Bylines) -> Option<Observation> {
    let is_complete = parts.parts.iter().all(|&ix| corpus[ix].complete == Some(true));
    let whole = &corpus[parts.whole];
    let sum = sum(corpus, &parts.parts).filter(|_| is_complete)?;
    if whole.reading.quantity()?.hard.meets(&sum) {
        return None;
    }
    let claims: Vec<ClaimIx> = parts.parts.iter().copied().chain([parts.whole]).collect();
    let facts: BTreeSet<FactIx> = claims.iter().map(|&ix| corpus[ix].fact).collect();
    Some(Observation {
        facts: facts.into_iter().collect(),
        part: None,
        class: Class::Contradict,
        rule: Rule::SumMismatch,
        modifiers: divided(corpus, [&parts.parts, &[parts.whole]]),
        severity: Severity::Major,
        reason: format!(
            "the parts that {} gives as complete add up to {}, but the total that it gives is {}{}",
            bylines.of_claim(corpus, whole),
            sum_words(&sum),
            whole.words,
            citing(corpus, whole)
        ),
        represents: parts.parts.len(),
        sides: vec![parts.parts.clone(), vec![parts.whole]],
        sources: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;
    use crate::model::Claim;

    /// 200 in all by Alpha News, and two parts by somebody.
    fn parts(source: &str, second: &str, complete: Option<bool>) -> Case {
        let mark = |claim: &mut Claim| claim.complete = complete;
        let total = Case::of(people()).says("alpha", "200").fact("parts", people()).broken_down();
        let first = total.says(source, "27").part("chinese").with(mark);
        first.says(source, second).part("indonesian").with(mark)
    }

    #[test]
    fn complete_parts_that_exclude_the_total() {
        check(&parts("alpha", "75", Some(true)), "
            contradict sum-mismatch major: The parts that Alpha News gives as complete add up to 102, but the total that it gives is 200.
            ");
    }

    #[test]
    fn complete_parts_with_a_bound_can_reach_the_total() {
        check(&parts("alpha", "over 75", Some(true)), "");
    }

    #[test]
    fn incomplete_parts_leave_room() {
        check(&parts("alpha", "75", None), "");
    }

    #[test]
    fn the_total_of_another_source_is_no_measure() {
        check(&parts("bravo", "75", Some(true)), "");
    }
}
