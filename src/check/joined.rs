//! Which facts ask the same question, joined by `same_as`; entry point [`Joined::new`].

use std::collections::BTreeMap;

use crate::model::{Corpus, FactIx};

/// The facts of a corpus in groups that ask one question each.
pub struct Joined {
    /// For each fact the first fact of its group.
    firsts: Vec<FactIx>,
    groups: BTreeMap<FactIx, Vec<FactIx>>,
}

impl Joined {
    /// Groups facts that are joined, directly or through others.
    pub fn new(corpus: &Corpus) -> Self {
        let mut towards: Vec<usize> = (0..corpus.facts.len()).collect();
        for (i, fact) in corpus.facts.iter().enumerate() {
            if let Some(other) = fact.same_as {
                let (a, b) = (first(&towards, i), first(&towards, other.index()));
                towards[a.max(b)] = a.min(b);
            }
        }
        let firsts: Vec<FactIx> = (0..towards.len()).map(|i| FactIx(first(&towards, i) as u32)).collect();
        let mut groups: BTreeMap<FactIx, Vec<FactIx>> = BTreeMap::new();
        for (i, &first) in firsts.iter().enumerate() {
            groups.entry(first).or_default().push(FactIx(i as u32));
        }
        Self { firsts, groups }
    }

    /// The fact that stands for all that ask the same.
    pub fn first(&self, fact: FactIx) -> FactIx {
        self.firsts[fact.index()]
    }

    /// Every fact that asks the same, in order.
    pub fn group(&self, fact: FactIx) -> &[FactIx] {
        self.groups.get(&self.first(fact)).map_or(&[], Vec::as_slice)
    }

    /// Every group, in order.
    pub fn groups(&self) -> Vec<&[FactIx]> {
        self.groups.values().map(Vec::as_slice).collect()
    }
}

fn first(towards: &[usize], mut i: usize) -> usize {
    while towards[i] != i {
        i = towards[i];
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    fn check(same_as: &[Option<u32>], expected: &[&[u32]]) {
        let case =
            (1..same_as.len()).fold(Case::of(people()), |case, i| case.fact(&format!("fact-{i}"), people()));
        let mut corpus = case.corpus;
        corpus.facts.iter_mut().zip(same_as).for_each(|(fact, ix)| fact.same_as = ix.map(FactIx));
        let joined = Joined::new(&corpus);
        let groups: Vec<Vec<u32>> =
            joined.groups().iter().map(|group| group.iter().map(|ix| ix.0).collect()).collect();
        assert_eq!(groups, expected);
    }

    #[test]
    fn chains_are_one_group() {
        check(&[None, Some(0), Some(1), None], &[&[0, 1, 2], &[3]]);
    }

    #[test]
    fn a_circle_is_one_group_too() {
        check(&[Some(1), Some(0), Some(2)], &[&[0, 1], &[2]]);
    }
}
