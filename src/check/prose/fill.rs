//! Words for a `fact:` link that its author left empty; entry point [`fill`].

use super::{ClaimIx, Corpus, claims};
use crate::check::joined::Joined;
use crate::check::summary::ranges_of_reports;
use crate::check::wording::{list, value};
use crate::model::{Binding, Fact};

/// What the sources say, as words for a sentence: one answer, a range of reports, or all answers.
pub fn fill(corpus: &Corpus, joined: &Joined, binding: &Binding) -> String {
    let fact = &corpus[binding.fact];
    let claims = claims(corpus, joined.group(binding.fact), binding);
    if claims.is_empty() {
        return "not reported".to_owned();
    }
    if fact.kind.is_figure() && binding.source.is_none() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;
    use crate::model::{ArticleIx, FactIx, FactKind};

    fn filled(case: &Case, source: Option<ArticleIx>) -> String {
        let fact = FactIx(0);
        fill(
            &case.corpus,
            &Joined::new(&case.corpus),
            &Binding { range: 0..0, words: String::new(), fact, part: None, source, span: SPAN },
        )
    }

    #[test]
    fn figures_become_a_range_of_reports() {
        let case = Case::of(people()).says("alpha", "293").says("bravo", "271");
        assert_eq!(filled(&case, None), "271 to 293");
        assert_eq!(filled(&case, Some(case.article("alpha"))), "293");
    }

    #[test]
    fn other_answers_are_told_beside_each_other() {
        let case =
            Case::of(FactKind::Date).says("alpha", "2025-07-14/2025-07-16").says("bravo", "2025-11-14");
        assert_eq!(filled(&case, None), "14–16 July 2025 or 14 November 2025");
        let case = Case::of(somebody()).says("alpha", "Hun Sen").says("bravo", "Hun Sen");
        assert_eq!(filled(&case, None), "Hun Sen");
    }

    #[test]
    fn parts_are_named() {
        let case =
            Case::of(people()).says("alpha", "27").part("chinese").says("alpha", "270").part("indonesian");
        assert_eq!(filled(&case, None), "27 Chinese and 270 Indonesians");
    }

    #[test]
    fn nothing_reported_is_said() {
        assert_eq!(filled(&Case::of(people()), None), "not reported");
    }
}
