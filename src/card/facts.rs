//! What stands on a card: titles, counts, and one mark for each claim; entry point [`of_page`].

#![cfg_attr(not(feature = "cards"), allow(dead_code, reason = "cards are drawn with the feature only"))]

use std::collections::BTreeSet;

use crate::language::{Key, Language};
use crate::model::{ArticleIx, ClaimIx, Class, Corpus, Finding, SheetIx};
use crate::plan::{Page, PageKind};

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFacts {
    /// Title of the edition; on its briefing who publishes it.
    pub edition: String,
    /// Title of the page; on the briefing that of the edition.
    pub title: String,
    /// Sources, claims and discrepancies in words.
    pub counts: Vec<String>,
    /// For each claim whether another contradicts it.
    pub marks: Vec<bool>,
}

/// What the card of a page shows; none for a page without one.
pub fn of_page(
    page: &Page,
    (corpus, findings): (&Corpus, &[Finding]),
    language: &Language,
) -> Option<CardFacts> {
    let (title, sheet) = match page.kind {
        PageKind::Briefing => (corpus.settings.title.clone(), None),
        PageKind::Discrepancies => (language.say(Key::Discrepancies), None),
        PageKind::Event(ix) | PageKind::Question(ix) => (corpus[ix].title.clone(), Some(ix)),
        PageKind::EventIndex
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::Source(_)
        | PageKind::EntityIndex
        | PageKind::Entity(_)
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Data
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::NotFound => return None,
    };
    let (settings, claims) = (&corpus.settings, claims(corpus, sheet));
    let sources: BTreeSet<ArticleIx> = claims.iter().map(|&claim| corpus[claim].source).collect();
    let disputes =
        || findings.iter().filter(|finding| is_headline(finding.class) && is_of(finding, corpus, sheet));
    let disputed: BTreeSet<ClaimIx> =
        disputes().flat_map(|finding| finding.sides.iter().flatten()).copied().collect();
    Some(CardFacts {
        edition: if page.kind == PageKind::Briefing {
            settings.publisher.as_ref().map(|publisher| publisher.name.clone()).unwrap_or_default()
        } else {
            settings.title.clone()
        },
        title,
        counts: vec![
            language.count(Key::NSources, sources.len()),
            language.count(Key::NClaims, claims.len()),
            language.count(Key::NDiscrepancies, disputes().count()),
        ],
        marks: claims.iter().map(|claim| disputed.contains(claim)).collect(),
    })
}

fn claims(corpus: &Corpus, sheet: Option<SheetIx>) -> Vec<ClaimIx> {
    let all = (0..corpus.claims.len() as u32).map(ClaimIx);
    all.filter(|&claim| sheet.is_none_or(|sheet| corpus[corpus[claim].fact].sheet == sheet)).collect()
}

fn is_of(finding: &Finding, corpus: &Corpus, sheet: Option<SheetIx>) -> bool {
    sheet.is_none_or(|sheet| {
        finding.sheet == sheet || finding.facts.iter().any(|&fact| corpus[fact].sheet == sheet)
    })
}

/// What the headline count of the discrepancies counts.
fn is_headline(class: Class) -> bool {
    match class {
        Class::Contradict | Class::Variant => true,
        Class::Agree | Class::Gap | Class::Compatible | Class::Scope | Class::Update => false,
    }
}
