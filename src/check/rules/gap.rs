//! `gap`: a source that is listed for a sheet and does not answer; entry point [`find`].
#![doc = include_str!("gap.md")]

use std::collections::{BTreeMap, BTreeSet};

use crate::check::joined::Joined;
use crate::check::record::Observation;
use crate::check::wording::Bylines;
use crate::model::{ArticleIx, Class, Corpus, FactIx, Rule, Severity, Sheet};

/// Who answers each question, under the first fact that asks it.
pub struct Answering<'a> {
    joined: &'a Joined,
    sources: BTreeMap<FactIx, BTreeSet<ArticleIx>>,
}

impl<'a> Answering<'a> {
    /// Looks up who answers what.
    pub fn new(corpus: &Corpus, joined: &'a Joined) -> Self {
        let mut sources: BTreeMap<FactIx, BTreeSet<ArticleIx>> = BTreeMap::new();
        for claim in &corpus.claims {
            sources.entry(joined.first(claim.fact)).or_default().insert(claim.source);
        }
        Self { joined, sources }
    }

    fn answers(&self, source: ArticleIx, fact: FactIx) -> bool {
        self.sources.get(&self.joined.first(fact)).is_some_and(|sources| sources.contains(&source))
    }
}

/// One record for each fact of a sheet and each listed source without an answer to it.
pub fn find(corpus: &Corpus, sheet: &Sheet, answering: &Answering, bylines: &Bylines) -> Vec<Observation> {
    let listed: BTreeSet<ArticleIx> = sheet.sources.iter().map(|source| source.article).collect();
    let pairs = sheet.facts.iter().flat_map(|&fact| listed.iter().map(move |&source| (fact, source)));
    pairs
        .filter(|&(fact, source)| !answering.answers(source, fact))
        .map(|(fact, source)| Observation {
            facts: vec![fact],
            part: None,
            class: Class::Gap,
            rule: Rule::Gap,
            modifiers: Vec::new(),
            severity: Severity::Info,
            reason: format!(
                "{} is listed as a source and does not answer “{}”",
                bylines.of(corpus, corpus[fact].sheet, source),
                corpus[fact].label
            ),
            sides: Vec::new(),
            sources: vec![source],
            represents: 1,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn a_listed_source_without_an_answer() {
        check(
            &Case::of(people()).says("alpha", "27").listed(&["alpha", "bravo"]),
            "
            gap gap info: Bravo Post is listed as a source and does not answer “The asked”.
            ",
        );
    }

    #[test]
    fn a_source_that_is_not_listed_owes_no_answer() {
        check(&Case::of(people()).says("alpha", "27").listed(&["alpha"]), "");
    }
}
