//! What the edition does not know, computed from what is missing; entry point [`unknown`].

use serde::Serialize;

use super::claim::UNKNOWN_OUTLET;
use super::{Here, Link};
use crate::language::Key;
use crate::model::{ArticleIx, Class, RulingStatus};
use crate::plan;

/// Something that is not known.
#[derive(Debug, Serialize)]
pub struct Unknown {
    /// What is not known.
    pub text: String,
    /// Where the page says more.
    pub links: Vec<Link>,
}

/// What is not known: what would settle open disputes, what nobody dates, what one source leaves out.
pub fn unknown(here: Here<'_>) -> Vec<Unknown> {
    let mut all = unsettled(here);
    all.extend(undated(here));
    all.extend(unnamed(here));
    all.extend(silent(here));
    all
}

fn unsettled(here: Here<'_>) -> Vec<Unknown> {
    let corpus = here.edition.corpus;
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for &i in &here.edition.discrepancies {
        let finding = &here.edition.findings[i];
        let Some(ruling) = finding.ruling else { continue };
        let Some(settles) = &corpus[ruling].would_settle else { continue };
        if corpus[ruling].status != RulingStatus::Open || seen.contains(&ruling) {
            continue;
        }
        seen.push(ruling);
        let label =
            finding.facts.first().map_or_else(|| here.sheet(finding.sheet), |&fact| here.fact(fact)).text;
        all.push(Unknown {
            text: here.fill(Key::UnknownSettledBy, &[("label", &label), ("settles", settles)]),
            links: vec![
                here.link(
                    here.say(Key::UnknownTheDispute),
                    &plan::finding_href(here.edition.corpus, finding),
                ),
            ],
        });
    }
    all
}

fn undated(here: Here<'_>) -> Option<Unknown> {
    let links = articles_where(here, |ix| here.edition.corpus[ix].published.is_none());
    (!links.is_empty()).then(|| Unknown { text: here.say(Key::UnknownPublished), links })
}

fn unnamed(here: Here<'_>) -> Option<Unknown> {
    let links = articles_where(here, |ix| here.edition.corpus[ix].outlet == UNKNOWN_OUTLET);
    (!links.is_empty()).then(|| Unknown { text: here.say(Key::UnknownOutlet), links })
}

/// The questions on which some listed source is silent, once each.
fn silent(here: Here<'_>) -> Option<Unknown> {
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
    let sheets: std::collections::BTreeSet<_> = facts.iter().map(|&fact| corpus[fact].sheet).collect();
    let links = sheets.into_iter().map(|sheet| here.sheet(sheet)).collect();
    (!facts.is_empty()).then(|| Unknown { text: here.count(Key::UnknownConfirmed, facts.len()), links })
}

fn articles_where(here: Here<'_>, keep: impl Fn(ArticleIx) -> bool) -> Vec<Link> {
    let all = (0..here.edition.corpus.articles.len() as u32).map(ArticleIx);
    all.filter(|&ix| keep(ix)).map(|ix| here.article(ix)).collect()
}
