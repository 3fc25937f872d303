//! Words for a `fact:` link that its author left empty; entry point [`fill`].

use super::{ClaimIx, Corpus, claims};
use crate::check::joined::Joined;
use crate::check::summary::ranges_of_reports;
use crate::check::wording::{begins_with_letter, member_words, value};
use crate::language::{Key, Language, Value};
use crate::model::{Binding, Claim, Fact, Reading};

/// What the sources say, as words for a sentence: one answer, a range of reports, or all answers.
pub fn fill(corpus: &Corpus, joined: &Joined, binding: &Binding, language: &Language) -> String {
    let fact = &corpus[binding.fact];
    let claims = claims(corpus, joined.group(binding.fact), binding);
    if claims.is_empty() {
        return language.say(Key::NotReported);
    }
    if fact.kind.is_figure() && binding.source.is_none() {
        let ranges = ranges_of_reports(corpus, (binding.fact, binding.part), language);
        if let [only] = ranges.as_slice() {
            return only.words.clone();
        }
    }
    answers(corpus, fact, &claims, language)
}

fn answers(corpus: &Corpus, fact: &Fact, claims: &[ClaimIx], language: &Language) -> String {
    let mut words: Vec<String> = Vec::new();
    for claim in claims.iter().map(|&ix| &corpus[ix]) {
        let part = claim.part.map_or_else(String::new, |part| format!(" {}", corpus[part].name));
        let answer = format!("{}{part}", answer(corpus, fact, claim, language));
        if !words.contains(&answer) {
            words.push(answer);
        }
    }
    if claims.iter().any(|&ix| corpus[ix].part.is_some()) {
        return language.list(&words, Key::ListAnd);
    }
    words.join(&language.say(Key::DateOr))
}

/// A claim's answer as a sentence in the edition's language says it.
fn answer(corpus: &Corpus, fact: &Fact, claim: &Claim, language: &Language) -> String {
    match &claim.reading {
        Reading::Date(date) => language.date(date),
        Reading::YesNo(true) => language.say(Key::SaidYes),
        Reading::YesNo(false) => language.say(Key::SaidNo),
        Reading::Set(items) => {
            let names: Vec<String> = items.iter().map(|item| member_words(corpus, item).to_owned()).collect();
            shortened(&names, language)
        }
        // Words of another language are none for a sentence in this one.
        Reading::Quantity(quantity)
            if claim.editors.is_none() && corpus[claim.source].language != corpus.settings.language =>
        {
            language.number(&quantity.number)
        }
        Reading::Quantity(quantity) if begins_with_letter(claim) && quantity.number.change.is_some() => {
            language.number(&quantity.number)
        }
        Reading::Quantity(_) | Reading::Entity(_) | Reading::Position(_) | Reading::Text => {
            value(corpus, fact, claim)
        }
    }
}

/// Names in a row, the last ones counted where there are many.
fn shortened(names: &[String], language: &Language) -> String {
    const MOST: usize = 6;
    if names.len() <= MOST {
        return language.list(names, Key::ListAnd);
    }
    let most = names[..MOST - 1].join(&language.say(Key::ListComma));
    let n = names.len() - (MOST - 1);
    language.fill(Key::ListMore, &[("most", Value::Text(&most)), ("n", Value::Count(n))])
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
            &Language::english(),
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
