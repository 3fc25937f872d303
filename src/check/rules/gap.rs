//! `gap`: sources that are listed for a sheet and do not answer; entry point [`find`].
#![doc = include_str!("gap.md")]

use crate::check::byline::Bylines;
use crate::check::record::Observation;
use crate::check::silence::{Answering, Silent, listed};
use crate::check::wording::{counted, join};
use crate::model::{Class, Corpus, FactIx, Rule, Severity, Sheet};

/// How many silent sources a record names before it counts the rest.
const TOLD_SOURCES: usize = 3;

/// One record for each fact of a sheet that a listed source does not answer: what it costs follows the facts, and not
/// every pair of a fact and a source.
pub fn find(corpus: &Corpus, sheet: &Sheet, answering: &Answering, bylines: &Bylines) -> Vec<Observation> {
    let listed = listed(sheet);
    let silent = sheet.facts.iter().map(|&fact| (fact, answering.silent(&listed, fact, TOLD_SOURCES)));
    silent
        .filter(|(_, silent)| silent.n > 0)
        .map(|(fact, silent)| Observation {
            facts: vec![fact],
            part: None,
            class: Class::Gap,
            rule: Rule::Gap,
            modifiers: Vec::new(),
            severity: Severity::Info,
            reason: reason(corpus, fact, &silent, bylines),
            sides: Vec::new(),
            represents: silent.n,
            sources: silent.first,
        })
        .collect()
}

fn reason(corpus: &Corpus, fact: FactIx, silent: &Silent, bylines: &Bylines) -> String {
    let sheet = corpus[fact].sheet;
    let names: Vec<&str> = silent.first.iter().map(|&source| bylines.of(corpus, sheet, source)).collect();
    let who = match silent.n - names.len() {
        0 => join(&names),
        more => format!("{} and {}", names.join(", "), counted(more, "other", "others")),
    };
    let verbs = match silent.n {
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
