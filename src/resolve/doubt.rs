//! What can no longer be judged because an answer could not be read; entry point [`doubtful`].
//!
//! A ruling on a fact that lost a claim may look stale, and prose bound to it may look unsupported,
//! though nothing but the lost claim is wrong. Such words are not judged until it can be read.

use std::collections::BTreeSet;

use super::directory::Directory;
use crate::diag::{Diagnostic, Level};
use crate::model::{Corpus, Fact, FactIx, Prose};
use crate::source::{Sources, Span};

/// The places of rulings and bound words that rest on facts among whose claims an error stands;
/// an article with an error may hold back an answer to any fact.
pub fn doubtful(corpus: &Corpus, errors: &[Diagnostic], sources: &Sources) -> BTreeSet<Span> {
    let places: Vec<Span> =
        errors.iter().filter(|fault| fault.level == Level::Error).filter_map(|fault| fault.span).collect();
    let in_article = |place: &Span| sources.file(place.file).path.starts_with("content/articles");
    let all = places.iter().any(in_article);
    let facts: BTreeSet<FactIx> = (0..corpus.facts.len() as u32)
        .map(FactIx)
        .filter(|&ix| all || places.iter().any(|place| stretch(corpus, &corpus[ix]).contains(place)))
        .collect();
    let joined = |ix: FactIx| {
        let root = root(corpus, ix);
        facts.iter().any(|&fact| self::root(corpus, fact) == root)
    };
    let rulings = corpus.rulings.iter().map(|ruling| (ruling.fact, ruling.span));
    let bindings = prose(corpus).flat_map(|prose| &prose.bindings).map(|link| (link.fact, link.span));
    rulings.chain(bindings).filter(|(fact, _)| joined(*fact)).map(|(_, span)| span).collect()
}

/// Whether an error stands among the claims of a fact, so that the answer meant may be one that
/// could not be read.
pub(super) fn has_lost_claims(
    fact: FactIx,
    (directory, corpus): (&Directory, &Corpus),
    faults: &[Diagnostic],
) -> bool {
    let stretch = stretch(corpus, &corpus[fact]);
    let mut errors = faults.iter().filter(|fault| fault.level == Level::Error).filter_map(|fault| fault.span);
    let whole = Span { end: stretch.end.start, ..stretch.start };
    directory.is_hurt(whole) || errors.any(|span| stretch.contains(&span))
}

/// From a fact's key to the next fact, or to the rulings.
pub(super) fn stretch(corpus: &Corpus, fact: &Fact) -> std::ops::Range<Span> {
    let facts = corpus.facts.iter().map(|fact| fact.span);
    let others = facts.chain(corpus.rulings.iter().map(|ruling| ruling.span));
    let after = others.filter(|span| span.file == fact.span.file && span.start > fact.span.start);
    let end = after.map(|span| span.start).min().unwrap_or(u32::MAX);
    fact.span..Span { file: fact.span.file, start: end, end }
}

/// The fact that a joined fact leads to.
fn root(corpus: &Corpus, mut ix: FactIx) -> FactIx {
    for _ in 0..corpus.facts.len() {
        match corpus[ix].same_as {
            Some(next) => ix = next,
            None => break,
        }
    }
    ix
}

fn prose(corpus: &Corpus) -> impl Iterator<Item = &Prose> {
    let briefing = corpus.briefing.iter().flat_map(|notes| notes.highlights.iter().chain([&notes.body]));
    let sheets = corpus.sheets.iter().map(|sheet| &sheet.summary);
    let articles = corpus.articles.iter().map(|article| &article.body);
    briefing.chain(sheets).chain(articles).chain(corpus.pages.iter().map(|page| &page.body))
}
