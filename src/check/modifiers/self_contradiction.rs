//! `self-contradiction`: one source gives two answers; entry point [`applies`].
#![doc = include_str!("self_contradiction.md")]

use crate::check::pair::Pair;

/// Whether both claims are one source's own, or rest on the same people whom it cites.
pub fn applies(pair: &Pair) -> bool {
    let (a, b) = (&pair.a.via, &pair.b.via);
    pair.a.source == pair.b.source
        && a.iter().all(|voice| b.contains(voice))
        && b.iter().all(|voice| a.contains(voice))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn two_answers_of_one_source() {
        check(&Case::of(people()).says("alpha", "271").says("alpha", "279"), "
            contradict count-disjoint major [self-contradiction]: Alpha News itself says both 271 people and 279, 2.9 % apart.
            ");
    }

    #[test]
    fn two_answers_that_cite_different_people() {
        check(&Case::of(people()).says("alpha", "271").via("police").says("alpha", "279").via("hun-sen"), "
            contradict count-disjoint minor [reported-dispute]: Alpha News reports both 271 people (its source: National Police) and 279 (its source: Hun Sen), 2.9 % apart; the dispute is between those whom Alpha News cites.
            ");
    }

    #[test]
    fn others_are_judged_without_it() {
        check(&Case::of(people()).says("alpha", "271").says("alpha", "279").says("bravo", "279"), "
            contradict count-disjoint major [self-contradiction]: Alpha News itself says both 271 people and 279, 2.9 % apart.
            contradict count-disjoint minor: Alpha News says 271 people and Bravo Post 279, 2.9 % apart.
            agree equal info: Alpha News and Bravo Post say 279 people.
            ");
    }
}
