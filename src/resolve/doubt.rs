//! What can no longer be judged because an answer could not be read; entry point [`doubtful`].
//!
//! A ruling on a fact that lost a claim may look stale, and prose bound to it may look unsupported,
//! though nothing but the lost claim is wrong. Such words are not judged until it can be read.

use std::collections::BTreeSet;

use super::directory::Directory;
use crate::diag::{Code, Diagnostic, Level};
use crate::model::{Corpus, Fact, FactIx};
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
    let roots: BTreeSet<FactIx> = facts.iter().map(|&fact| root(corpus, fact)).collect();
    let joined = |ix: FactIx| roots.contains(&root(corpus, ix));
    let rulings = corpus.rulings.iter().map(|ruling| (ruling.fact, ruling.span));
    let bindings = corpus.prose().flat_map(|prose| &prose.bindings).map(|link| (link.fact, link.span));
    rulings.chain(bindings).filter(|(fact, _)| joined(*fact)).map(|(_, span)| span).collect()
}

/// Whether a figure that seems to rest on nothing may rest on what an error keeps from being read: on a claim, or on
/// the mark that the figure's own line has got wrong.
pub fn may_be_lost(figure: &Diagnostic, errors: &[Diagnostic], sources: &Sources) -> bool {
    const OF_PROSE: [Code; 6] = [
        Code::NumberUnbound,
        Code::HtmlRaw,
        Code::MarkdownUnsupported,
        Code::LinkBroken,
        Code::LinkUnsafe,
        Code::ChartMisplaced,
    ];
    let is_sheet = |span: Span| {
        let path = sources.file(span.file).path.as_str();
        ["content/events/", "content/questions/", "content/entities.yaml"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    let is_article = |span: Span| sources.file(span.file).path.starts_with("content/articles");
    let is_cause = |place: Span| match figure.span.filter(|&span| is_sheet(span)) {
        Some(span) => span.file == place.file || is_article(place),
        None => is_sheet(place) || is_article(place),
    };
    let mut faults = errors.iter().filter_map(|error| Some((error, error.span?)));
    faults.any(|(error, place)| match error.level {
        Level::Error if !OF_PROSE.contains(&error.code) => is_cause(place),
        Level::Error | Level::Warning => figure.span.is_some_and(|span| share_a_line(span, place, sources)),
    })
}

/// Whether one of two places begins on the line on which the other stands.
fn share_a_line(a: Span, b: Span, sources: &Sources) -> bool {
    let (first, second) = if a.start <= b.start { (a, b) } else { (b, a) };
    let text = &sources.file(a.file).text;
    let between = first.end.min(second.start) as usize..second.start as usize;
    a.file == b.file && text.get(between).is_some_and(|between| !between.contains('\n'))
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
