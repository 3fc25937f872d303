//! What the edition does not know, computed from what is missing; entry point [`unknown`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::discrepancy::named;
use super::{Here, Link};
use crate::language::Key;
use crate::model::{ArticleIx, Class, Finding, FindingId, RulingIx, RulingStatus};

/// What the edition does not know.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub struct Unknown {
    /// The open disputes for which the editors say what would settle them.
    pub unsettled: Vec<Unsettled>,
    /// Differences that are no dispute and open all the same, with what would settle them.
    pub undecided: Vec<Unsettled>,
    /// What no source tells.
    pub untold: Vec<Untold>,
}

/// An open dispute.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Unsettled {
    /// The dispute.
    pub dispute: Link,
    /// What would settle it.
    pub settles: String,
}

/// Something that no source tells, or only one.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Untold {
    /// What is not known.
    pub text: String,
    /// Where the page says more.
    pub links: Vec<Link>,
}

/// What is not known: what would settle open disputes of which no record is told with that already, what else
/// differs and is open, what nobody dates, what one source leaves out.
pub fn unknown(here: Here<'_>, told: &BTreeSet<FindingId>) -> Unknown {
    let untold = [undated(here), unnamed(here), silent(here)];
    Unknown {
        unsettled: open(here, |finding| {
            finding.class.is_dispute() && !finding.dispute.as_ref().is_some_and(|one| told.contains(one))
        }),
        undecided: open(here, |finding| !finding.class.is_dispute()),
        untold: untold.into_iter().flatten().collect(),
    }
}

/// The open records among these, once for each ruling.
fn open(here: Here<'_>, is_meant: impl Fn(&Finding) -> bool) -> Vec<Unsettled> {
    let corpus = here.edition.corpus;
    let mut seen: BTreeSet<RulingIx> = BTreeSet::new();
    let open = |finding: &Finding| {
        let ruling = finding.ruling.filter(|&ix| corpus[ix].status == RulingStatus::Open)?;
        let settles = corpus[ruling].would_settle.clone()?;
        seen.insert(ruling).then(|| Unsettled { dispute: named(here, finding).record, settles })
    };
    let records = here.edition.discrepancies.iter().map(|&i| &here.edition.findings[i]);
    records.filter(|finding| is_meant(finding)).filter_map(open).collect()
}

fn undated(here: Here<'_>) -> Option<Untold> {
    let links = articles_where(here, |ix| here.edition.corpus[ix].published.is_none());
    (!links.is_empty()).then(|| Untold { text: here.say(Key::UnknownPublished), links })
}

fn unnamed(here: Here<'_>) -> Option<Untold> {
    let links = articles_where(here, |ix| !here.edition.corpus[ix].has_outlet());
    (!links.is_empty()).then(|| Untold { text: here.say(Key::UnknownOutlet), links })
}

/// The questions on which some listed source is silent, once each.
fn silent(here: Here<'_>) -> Option<Untold> {
    let corpus = here.edition.corpus;
    let mut facts: Vec<_> = here
        .edition
        .findings
        .iter()
        .filter(|finding| finding.class == Class::Gap)
        .flat_map(|finding| finding.facts.iter().copied())
        .filter(|&fact| here.edition.sources_of(fact).len() == 1)
        .collect();
    facts.sort();
    facts.dedup();
    let sheets: BTreeSet<_> = facts.iter().map(|&fact| corpus[fact].sheet).collect();
    let links = sheets.into_iter().map(|sheet| here.sheet(sheet)).collect();
    (!facts.is_empty()).then(|| Untold { text: here.count(Key::UnknownConfirmed, facts.len()), links })
}

fn articles_where(here: Here<'_>, keep: impl Fn(ArticleIx) -> bool) -> Vec<Link> {
    let all = (0..here.edition.corpus.articles.len() as u32).map(ArticleIx);
    all.filter(|&ix| keep(ix)).map(|ix| here.article(ix)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::plan::{Route, plan};
    use crate::view::{Edition, fixture};

    #[test]
    fn an_open_dispute_is_named_with_what_would_settle_it_and_no_other_sentence() {
        let (corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let here = Here { edition: &edition, route: &Route::new("index.html") };
        let unknown = self::unknown(here, &BTreeSet::new());
        let told = unknown.unsettled.iter().map(|one| (one.dispute.text.as_str(), one.settles.as_str()));
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), 1);
        assert!(
            told[0].0.starts_with("Who gave the order: ") && told[0].0.ends_with("Hun Manet and Hun Sen"),
            "{told:?}"
        );
        assert_eq!(told[0].1, "A signed copy");
        assert!(unknown.unsettled[0].dispute.href.starts_with("discrepancies.html#"));
    }

    #[test]
    fn what_differs_without_a_dispute_is_called_none_and_a_dispute_is_told_once() {
        let (corpus, mut findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        let told: BTreeSet<FindingId> =
            findings.iter().filter_map(|finding| finding.dispute.clone()).collect();
        let unknown = |findings: &[Finding], told: &BTreeSet<FindingId>| {
            let plan = plan(&corpus, findings);
            let edition = Edition::new(&corpus, findings, &plan, &language);
            let unknown = self::unknown(Here { edition: &edition, route: &Route::new("index.html") }, told);
            (unknown.unsettled.len(), unknown.undecided.len())
        };
        assert_eq!(unknown(&findings, &told), (0, 0));
        for finding in findings.iter_mut().filter(|finding| finding.ruling.is_some()) {
            (finding.class, finding.dispute) = (Class::Scope, None);
        }
        assert_eq!(unknown(&findings, &told), (0, 1));
    }
}
