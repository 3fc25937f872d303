//! `gap`: sources that are listed for a sheet and do not answer; entry point [`find`].
#![doc = include_str!("gap.md")]

use std::collections::{BTreeMap, BTreeSet};

use crate::check::joined::Joined;
use crate::check::record::Observation;
use crate::check::wording::{Bylines, counted, join};
use crate::model::{ArticleIx, Class, Corpus, FactIx, Rule, Severity, Sheet};

/// How many silent sources a record names before it counts the rest.
const TOLD_SOURCES: usize = 3;

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

    /// The listed sources that do not answer a question.
    fn silent(&self, listed: &BTreeSet<ArticleIx>, fact: FactIx) -> Vec<ArticleIx> {
        match self.sources.get(&self.joined.first(fact)) {
            Some(answering) => listed.difference(answering).copied().collect(),
            None => listed.iter().copied().collect(),
        }
    }
}

/// One record for each fact of a sheet that a listed source does not answer: what it costs follows the facts, and not
/// every pair of a fact and a source.
pub fn find(corpus: &Corpus, sheet: &Sheet, answering: &Answering, bylines: &Bylines) -> Vec<Observation> {
    let listed: BTreeSet<ArticleIx> = sheet.sources.iter().map(|source| source.article).collect();
    let silent = sheet.facts.iter().map(|&fact| (fact, answering.silent(&listed, fact)));
    silent
        .filter(|(_, silent)| !silent.is_empty())
        .map(|(fact, silent)| Observation {
            facts: vec![fact],
            part: None,
            class: Class::Gap,
            rule: Rule::Gap,
            modifiers: Vec::new(),
            severity: Severity::Info,
            reason: reason(corpus, fact, &silent, bylines),
            sides: Vec::new(),
            represents: silent.len(),
            sources: silent,
        })
        .collect()
}

fn reason(corpus: &Corpus, fact: FactIx, silent: &[ArticleIx], bylines: &Bylines) -> String {
    let sheet = corpus[fact].sheet;
    let told = silent.iter().take(TOLD_SOURCES).map(|&source| bylines.of(corpus, sheet, source));
    let names: Vec<&str> = told.collect();
    let who = match silent.len().checked_sub(TOLD_SOURCES).filter(|more| *more > 0) {
        None => join(&names),
        Some(more) => format!("{} and {}", names.join(", "), counted(more, "other", "others")),
    };
    let verbs = match silent.len() {
        1 => "is listed as a source and does not answer",
        _ => "are listed as sources and do not answer",
    };
    format!("{who} {verbs} “{}”", corpus[fact].label)
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
    fn all_that_are_silent_on_a_question_are_one_record() {
        let case = Case::of(people()).says("alpha", "27");
        check(
            &case.listed(&["alpha", "bravo", "charlie"]),
            "
            gap gap info: Bravo Post and Charlie Times are listed as sources and do not answer “The asked”.
            ",
        );
    }

    #[test]
    fn a_source_that_is_not_listed_owes_no_answer() {
        check(&Case::of(people()).says("alpha", "27").listed(&["alpha"]), "");
    }
}
