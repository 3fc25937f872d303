//! `gap`: a source that is listed for a sheet and does not answer; entry point [`find`].
#![doc = include_str!("gap.md")]

use std::collections::{BTreeMap, BTreeSet};

use crate::check::question::root;
use crate::check::record::Observation;
use crate::check::wording::Bylines;
use crate::model::{ArticleIx, Class, Corpus, FactIx, Rule, Severity, Sheet};

/// Who answers each question, under the fact at the end of its `same_as` chain.
pub type Answering = BTreeMap<FactIx, BTreeSet<ArticleIx>>;

/// Looks up who answers what.
pub fn answering(corpus: &Corpus) -> Answering {
    let mut answering = Answering::new();
    for ix in (0..corpus.facts.len() as u32).map(FactIx) {
        let sources = corpus[ix].claims.iter().map(|&claim| corpus[claim].source);
        answering.entry(root(corpus, ix)).or_default().extend(sources);
    }
    answering
}

/// One record for each fact of a sheet and each listed source without an answer to it.
pub fn find(corpus: &Corpus, sheet: &Sheet, answering: &Answering, bylines: &Bylines) -> Vec<Observation> {
    let silent = |fact: FactIx| {
        let answering = answering.get(&root(corpus, fact));
        let listed: BTreeSet<ArticleIx> = sheet.sources.iter().map(|source| source.article).collect();
        listed.into_iter().filter(move |source| !answering.is_some_and(|some| some.contains(source)))
    };
    sheet
        .facts
        .iter()
        .flat_map(|&fact| silent(fact).map(move |source| (fact, source)))
        .map(|(fact, source)| Observation {
            facts: vec![fact],
            part: None,
            class: Class::Gap,
            rule: Rule::Gap,
            modifiers: Vec::new(),
            severity: Severity::Info,
            reason: format!(
                "{} is listed as a source and does not answer “{}”",
                bylines.of(source),
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
