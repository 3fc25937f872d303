//! Words for a `fact:` link that its author left empty; entry point [`fill`].

use super::{Answers, ClaimIx, Corpus};
use crate::check::summary::ranges_of_reports;
use crate::check::wording::{list, telling_order, value};
use crate::model::{Binding, Fact, FactKind};

/// What the sources say, as words for a sentence: one answer, a range of reports, or all answers.
pub fn fill(corpus: &Corpus, binding: &Binding) -> String {
    let fact = &corpus[binding.fact];
    let mut claims = Answers::new(corpus).to(corpus, binding);
    telling_order(corpus, &mut claims);
    if claims.is_empty() {
        return "not reported".to_owned();
    }
    if is_figure(fact) && binding.source.is_none() {
        let ranges = ranges_of_reports(corpus, binding.fact, binding.part);
        if let [only] = ranges.as_slice() {
            return only.words.clone();
        }
    }
    answers(corpus, fact, &claims)
}

fn answers(corpus: &Corpus, fact: &Fact, claims: &[ClaimIx]) -> String {
    let mut words: Vec<String> = Vec::new();
    for claim in claims.iter().map(|&ix| &corpus[ix]) {
        let part = claim.part.map_or_else(String::new, |part| format!(" {}", corpus[part].name));
        let answer = format!("{}{part}", value(corpus, fact, claim));
        if !words.contains(&answer) {
            words.push(answer);
        }
    }
    if claims.iter().any(|&ix| corpus[ix].part.is_some()) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        return list(&words, words.len(), "more");
    }
    words.join(" or ")
}

fn is_figure(fact: &Fact) -> bool {
    match fact.kind {
        FactKind::Count { .. } | FactKind::Money { .. } | FactKind::Percent { .. } => true,
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => false,
    }
}
