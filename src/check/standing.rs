//! How each two sources stand to each other, question by question; entry point [`standings`].
//!
//! Every count of agreement that pages and charts show comes from here, so that one name is one number.

use std::collections::BTreeMap;

use super::joined::Joined;
use crate::model::{ArticleIx, ClaimIx, Class, Corpus, FactIx, Finding, Rule};

/// The questions that two sources both answer, by how their answers stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// With answers that cannot both be true.
    pub n_contradict: usize,
    /// With answers that differ otherwise and can both be true, or differ in a name.
    pub n_differ: usize,
    /// With the same answer.
    pub n_agree: usize,
    /// With answers about different things, or in words that nothing compares.
    pub n_uncompared: usize,
}

impl Standing {
    /// How many questions both answer.
    pub fn n_shared(self) -> usize {
        self.n_contradict + self.n_differ + self.n_agree + self.n_uncompared
    }
}

/// Two sources, the one with the lower position first.
pub type Two = (ArticleIx, ArticleIx);

/// What two answers are to each other; of several the last counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    Uncompared,
    Agree,
    Differ,
    Contradict,
}

/// How each two sources stand that share a question.
pub fn standings(corpus: &Corpus, joined: &Joined, findings: &[Finding]) -> BTreeMap<Two, Standing> {
    let mut relations: BTreeMap<FactIx, BTreeMap<Two, Relation>> = BTreeMap::new();
    for claim in &corpus.claims {
        relations.entry(joined.first(claim.fact)).or_default();
    }
    for finding in findings {
        relate(corpus, joined, finding, &mut relations);
    }
    let mut standings: BTreeMap<Two, Standing> = BTreeMap::new();
    for (question, known) in &relations {
        let sources = sources(corpus, joined, *question);
        for (i, &b) in sources.iter().enumerate() {
            for &a in &sources[..i] {
                let standing = standings.entry((a, b)).or_default();
                match known.get(&(a, b)) {
                    Some(Relation::Contradict) => standing.n_contradict += 1,
                    Some(Relation::Differ) => standing.n_differ += 1,
                    Some(Relation::Agree) => standing.n_agree += 1,
                    Some(Relation::Uncompared) | None => standing.n_uncompared += 1,
                }
            }
        }
    }
    standings
}

/// The sources that answer a question, in order.
fn sources(corpus: &Corpus, joined: &Joined, question: FactIx) -> Vec<ArticleIx> {
    let claims = joined.group(question).iter().flat_map(|&fact| &corpus[fact].claims);
    let mut sources: Vec<ArticleIx> = claims.map(|&claim| corpus[claim].source).collect();
    sources.sort();
    sources.dedup();
    sources
}

/// What a finding says of each two sources in it: of those on different sides by its class, of those on one side
/// that they agree.
fn relate(
    corpus: &Corpus,
    joined: &Joined,
    finding: &Finding,
    relations: &mut BTreeMap<FactIx, BTreeMap<Two, Relation>>,
) {
    let across = across(finding);
    // One claim of each source on a side says all that the others say.
    let sides: Vec<BTreeMap<(ArticleIx, FactIx), ClaimIx>> = finding
        .sides
        .iter()
        .map(|side| side.iter().map(|&ix| ((corpus[ix].source, joined.first(corpus[ix].fact)), ix)).collect())
        .collect();
    for (i, side) in sides.iter().enumerate() {
        for (j, other) in sides[..=i].iter().enumerate() {
            let relation = if i == j { Relation::Agree } else { across };
            for &(a, question) in side.keys() {
                for &(b, asked) in other.keys() {
                    if a == b || asked != question {
                        continue;
                    }
                    let pairs = relations.entry(question).or_default();
                    let known = pairs.entry((a.min(b), a.max(b))).or_insert(relation);
                    *known = relation.max(*known);
                }
            }
        }
    }
}

fn across(finding: &Finding) -> Relation {
    match (finding.rule, finding.class) {
        (Rule::TextUncompared, _) | (_, Class::Scope | Class::Gap) => Relation::Uncompared,
        // The same figure of other dates or places.
        (Rule::Equal, Class::Compatible) => Relation::Uncompared,
        (_, Class::Contradict) => Relation::Contradict,
        (_, Class::Variant | Class::Update | Class::Compatible) => Relation::Differ,
        (_, Class::Agree) => Relation::Agree,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[track_caller]
    fn check(case: &Case, expected: [usize; 4]) {
        let found = findings(&case.corpus);
        let all = standings(&case.corpus, &Joined::new(&case.corpus), &found);
        let of = all.get(&(case.article("alpha"), case.article("bravo"))).copied().unwrap_or_default();
        assert_eq!([of.n_contradict, of.n_differ, of.n_agree, of.n_uncompared], expected);
    }

    #[test]
    fn each_question_counts_once() {
        let case = Case::of(people()).says("alpha", "27").says("bravo", "27");
        let case = case.fact("wounded", people()).says("alpha", "27").says("bravo", "99");
        let case = case.fact("held", people()).says("alpha", "over 27").says("bravo", "28");
        let case = case.fact("said", FactKind::Text).says("alpha", "this").says("bravo", "that");
        check(&case, [1, 1, 1, 1]);
    }

    #[test]
    fn a_question_that_is_asked_twice_counts_once() {
        let case = Case::of(people()).says("alpha", "27").fact("elsewhere", people()).says("bravo", "99");
        check(&case.where_fact(|fact| fact.same_as = Some(FactIx(0))), [1, 0, 0, 0]);
    }

    #[test]
    fn answers_about_different_things_are_not_compared() {
        check(
            &Case::of(people())
                .says("alpha", "27")
                .at(&["poipet"])
                .says("bravo", "99")
                .at(&["sihanoukville"]),
            [0, 0, 0, 1],
        );
    }
}
