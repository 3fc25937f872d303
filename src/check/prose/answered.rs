//! Figures of an answer in words that do not stand in the quote it rests on; entry point [`faults`].
//!
//! The words of a `text` answer are the desk's, and no program reads their sense; their figures it can read.

use rayon::prelude::*;

use super::known::Known;
use super::languages::Languages;
use super::supported::is_found;
use crate::check::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::{Claim, Corpus, Reading};
use crate::value::in_quote::{self, Figure};

/// One error for each figure that the quote does not say.
pub(super) fn faults(corpus: &Corpus) -> Vec<Diagnostic> {
    let is_text = |claim: &&Claim| matches!(claim.reading, Reading::Text);
    corpus.claims.par_iter().filter(is_text).flat_map_iter(|claim| of_claim(corpus, claim)).collect()
}

fn of_claim(corpus: &Corpus, claim: &Claim) -> Vec<Diagnostic> {
    // Words that are the quote's own say what it says.
    if claim.quote.exact.contains(claim.words.trim()) {
        return Vec::new();
    }
    let figures = Languages::of(&corpus.settings.language, &claim.words, &claim.words).figures(&claim.words);
    let is_told = |figure: &&Figure| super::unbound::is_checked(figure) && !figure.is_of_something;
    let told: Vec<&Figure> = figures.iter().filter(is_told).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let mut quoted = Known::default();
    let own = lexicon(corpus, claim);
    quoted.add_quote(&claim.quote.exact, own);
    let in_own_words = in_quote::figures(&claim.words, own);
    let stands = |figure: &Figure| {
        let same = in_own_words.iter().find(|other| other.range.start == figure.range.start);
        quoted.has(figure)
            || same.is_some_and(|same| quoted.has(same))
            || figure.date.as_ref().is_some_and(|date| {
                let published = corpus[claim.source].published.as_ref();
                is_found(&in_quote::date(date, &claim.quote.exact, published, own))
            })
    };
    told.into_iter().filter(|figure| !stands(figure)).map(|figure| fault(claim, figure)).collect()
}

fn fault(claim: &Claim, figure: &Figure) -> Diagnostic {
    let words = figure.words.trim();
    let message = format!("the answer says `{words}`, and its quote does not");
    Diagnostic::error(Code::ValueNotInQuote, claim.span, message)
        .help(format!("quote the words that state `{words}`, or leave the figure out of the answer"))
        .related(claim.quote.span, "the quote it rests on")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[track_caller]
    fn check(answer: &str, quote: &str, expected: &[&str]) {
        let mut corpus = Case::of(FactKind::Text).says("alpha", answer).corpus;
        corpus.claims[0].quote.exact = quote.to_owned();
        let faults = faults(&corpus);
        let found: Vec<&str> = faults.iter().filter_map(|fault| fault.message.split('`').nth(1)).collect();
        assert_eq!(found, expected, "{answer} / {quote}");
    }

    #[test]
    fn figures_of_an_answer_stand_in_its_quote() {
        check("hundreds left, 900 of them on board", "over 900 people were on board", &["hundreds", "900"]);
        check("over 900 were on board", "more than 900 people were on board", &[]);
        check("cost $40 million in 2013", "it cost $40 million", &["2013"]);
        check("cost $40 million", "it cost 40 million dollars", &[]);
        check("three of them", "3 of them stayed", &[]);
        check("one of several", "nobody counted them", &[]);
    }
}
