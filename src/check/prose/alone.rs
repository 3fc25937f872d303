//! Prose without its links, in lists, tabs and shared links; entry points [`told`], [`first_sentence`] and
//! [`loses_a_hedge`].
//!
//! On a page a citation says whose answer a `fact:` link gives. Without it the words do, or the source
//! is added to them.

use std::collections::BTreeMap;

use super::one_sided::{ends, leaves_open, names_source, sentence_around};
use super::{claims, fill};
use crate::check::summary::Disputes;
use crate::language::Language;
use crate::model::{ArticleIx, Binding, Claim, Corpus, EntityIx, FactIx, Prose, SheetIx};

/// The Markdown with words in the links that have none, and with the source of each disputed answer
/// that a sentence gives without naming whose it is.
pub fn told(corpus: &Corpus, disputes: &Disputes<'_>, prose: &Prose, language: &Language) -> String {
    let mut told = String::with_capacity(prose.markdown.len());
    let mut done = 0;
    // Thousands of links may ask for the same answers.
    let mut filled: BTreeMap<(FactIx, Option<EntityIx>, Option<ArticleIx>), String> = BTreeMap::new();
    for binding in &prose.bindings {
        let Some(before) = prose.markdown.get(done..binding.range.start) else { continue };
        told.push_str(before);
        match binding.words.trim().is_empty() {
            true => {
                let asked = (binding.fact, binding.part, binding.source);
                told.push_str(
                    filled.entry(asked).or_insert_with(|| fill(corpus, disputes.joined(), binding, language)),
                );
            }
            false => told.push_str(prose.markdown.get(binding.range.clone()).unwrap_or_default()),
        }
        if let Some(source) = unnamed(corpus, disputes, prose, binding) {
            told.push_str(&format!(" ({source})"));
        }
        done = binding.range.end;
    }
    told.push_str(prose.markdown.get(done..).unwrap_or_default());
    told
}

/// The source whose answer a link gives, where its sentence names neither it nor whom it cites.
fn unnamed(corpus: &Corpus, disputes: &Disputes<'_>, prose: &Prose, binding: &Binding) -> Option<String> {
    let source = &corpus[binding.source?];
    disputes.of(binding.fact, binding.part).next()?;
    let claims = claims(corpus, disputes.joined().group(binding.fact), binding);
    let claims: Vec<&Claim> = claims.iter().map(|&ix| &corpus[ix]).collect();
    let is_named = names_source(corpus, sentence_around(prose, binding), &claims);
    (!is_named).then(|| source.short_name().to_string())
}

/// The first sentence of plain text.
pub fn first_sentence(text: &str) -> &str {
    ends(text).next().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether what was cut off a sentence says that it is not certain, or who says so.
pub fn loses_a_hedge(corpus: &Corpus, sheet: SheetIx, cut_off: &str) -> bool {
    let facts = corpus[sheet].facts.iter().flat_map(|&fact| &corpus[fact].claims);
    let claims: Vec<&Claim> = facts.map(|&ix| &corpus[ix]).collect();
    leaves_open(corpus, cut_off) || names_source(corpus, cut_off, &claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;

    /// What is told of a sentence that gives the one answer of `alpha`, Alpha News.
    fn check(markdown: &str, expected: &str) {
        let case = Case::of(FactKind::Date).says("alpha", "2025-07-14").says("bravo", "2025-11-14");
        let link = "[14 July 2025](fact:asked@alpha)";
        let start = markdown.find(link).unwrap();
        let binding = Binding {
            range: start..start + link.len(),
            words: "14 July 2025".to_owned(),
            fact: FactIx(0),
            part: None,
            source: Some(case.article("alpha")),
            span: SPAN,
        };
        let found = findings(&case.corpus);
        let prose = Prose { markdown: markdown.to_owned(), bindings: vec![binding], ..Prose::default() };
        assert_eq!(
            told(&case.corpus, &Disputes::new(&case.corpus, &found), &prose, &Language::english()),
            expected
        );
    }

    #[test]
    fn a_disputed_answer_that_only_its_citation_ascribes_gets_its_source() {
        let link = "[14 July 2025](fact:asked@alpha)";
        check(&format!("Police came on {link}."), &format!("Police came on {link} (Alpha News)."));
        let named = format!("Alpha News has {link}.");
        check(&named, &named);
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        assert_eq!(first_sentence("J. Doe held 1.5 million. Then he left."), "J. Doe held 1.5 million.");
        assert_eq!(first_sentence("No end"), "No end");
    }

    #[test]
    fn a_hedge_at_the_end_is_missed() {
        let case = Case::of(FactKind::Date).says("alpha", "2025-07-14");
        let loses = |cut_off| loses_a_hedge(&case.corpus, SheetIx(0), cut_off);
        assert!(loses(", according to the police."));
        assert!(loses(" as Alpha News has it."));
        assert!(!loses(" and left."));
    }
}
