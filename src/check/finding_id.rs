//! Permanent ids of findings: from sheet, facts, part and sources; entry point [`assign`].
//!
//! An id holds nothing that another finding could shift. Only where two findings would share
//! one, both get the digits of the quotes they rest on, and, where even those are the same, the
//! name of the rule.

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::model::{ArticleIx, ClaimIx, Corpus, Finding, FindingId, Rule};

/// Names of a finding, from the shortest to the one that no other finding can have.
const NAMES: [fn(&Corpus, &Finding) -> String; 4] = [plain, with_quotes, with_rule, with_reason];

/// Gives each finding the shortest id that it shares with no other.
pub fn assign(corpus: &Corpus, findings: &mut [Finding]) {
    let mut open: Vec<usize> = (0..findings.len()).collect();
    for name in NAMES {
        let mut taken: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &i in &open {
            taken.entry(name(corpus, &findings[i])).or_default().push(i);
        }
        open.clear();
        for (id, sharing) in taken {
            match sharing.as_slice() {
                [only] => findings[*only].id = FindingId(id),
                _ => open.extend(sharing),
            }
        }
        open.sort_unstable();
    }
}

fn plain(corpus: &Corpus, finding: &Finding) -> String {
    let mut names = vec![corpus[finding.sheet].id.as_str()];
    names.extend(facts(corpus, finding));
    names.extend(finding.part.map(|part| corpus[part].id.as_str()));
    names.extend(told(corpus, finding).into_iter().map(|(source, _)| corpus[source].id.as_str()));
    names.join("--")
}

fn with_quotes(corpus: &Corpus, finding: &Finding) -> String {
    let quotes = told(corpus, finding).into_iter().flat_map(|(_, claims)| claims);
    let digits: Vec<String> = quotes.map(|ix| corpus[ix].quote.digest.short()).collect();
    format!("{}--{}", plain(corpus, finding), digits.join("-"))
}

fn with_rule(corpus: &Corpus, finding: &Finding) -> String {
    format!("{}--{}", with_quotes(corpus, finding), finding.rule)
}

fn with_reason(corpus: &Corpus, finding: &Finding) -> String {
    let Finding { class, severity, modifiers, reason, sides, represents, .. } = finding;
    // Records of one rule over the same claims differ in what the rule made of them.
    let whole = format!("{class} {severity} {modifiers:?} {reason:?} {sides:?} {represents}");
    format!("{}--{}", with_rule(corpus, finding), &Digest::of(whole.as_bytes()).to_string()[..16])
}

/// The first fact stands for those joined to it; order and sums are about several.
fn facts<'a>(corpus: &'a Corpus, finding: &'a Finding) -> impl Iterator<Item = &'a str> {
    let n_facts = match finding.rule {
        Rule::SumMismatch | Rule::PartExceedsWhole | Rule::OrderViolated => finding.facts.len(),
        _ => 1,
    };
    finding.facts.iter().take(n_facts).map(|&fact| corpus[fact].id.as_str())
}

/// Of each side the source that spoke first, with its claim, in order of id; a record's later
/// sources do not change its id.
fn told(corpus: &Corpus, finding: &Finding) -> Vec<(ArticleIx, Vec<ClaimIx>)> {
    let mut told: BTreeMap<ArticleIx, Vec<ClaimIx>> = BTreeMap::new();
    let claims: Vec<ClaimIx> = match finding.sides.as_slice() {
        [] => return finding.sources.iter().take(2).map(|&source| (source, Vec::new())).collect(),
        [only] => first_two(corpus, only),
        [first, second, ..] => [first, second].into_iter().filter_map(|side| side.first().copied()).collect(),
    };
    for ix in claims {
        told.entry(corpus[ix].source).or_default().push(ix);
    }
    told.into_iter().collect()
}

/// The first claim, and the first one of another source.
fn first_two(corpus: &Corpus, side: &[ClaimIx]) -> Vec<ClaimIx> {
    let Some(&first) = side.first() else { return Vec::new() };
    let other = side.iter().copied().find(|&ix| corpus[ix].source != corpus[first].source);
    std::iter::once(first).chain(other).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::Corpus;

    fn ids(corpus: &Corpus) -> Vec<String> {
        findings(corpus).into_iter().map(|finding| finding.id.0).collect()
    }

    #[test]
    fn an_id_names_sheet_fact_part_and_sources() {
        let case = Case::of(people())
            .says("bravo", "271")
            .part("indonesian")
            .says("alpha", "293")
            .part("indonesian");
        assert_eq!(ids(&case.corpus), ["raids--asked--indonesian--alpha--bravo"]);
    }

    #[test]
    fn ids_survive_a_new_source_and_another_order() {
        let case = Case::of(people()).says("bravo", "271").says("alpha", "293");
        assert_eq!(ids(&case.corpus), ["raids--asked--alpha--bravo"]);
        let case = case.says("delta", "271").says("charlie", "293");
        let found = ids(&case.corpus);
        assert!(found.contains(&"raids--asked--alpha--bravo".to_owned()), "{found:?}");
    }

    #[test]
    fn findings_that_would_share_an_id_get_the_digits_of_their_quotes() {
        let case =
            Case::of(people()).says("alpha", "271").says("bravo", "293").says("bravo", "350").via("police");
        let found = ids(&case.corpus);
        assert_eq!(found.len(), 3);
        assert_eq!(
            found.iter().filter(|id| id.len() == "raids--asked--alpha--bravo--1234-5678".len()).count(),
            2
        );
    }
}
