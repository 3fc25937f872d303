//! Facts and answers that lean on each other: joined by `same_as`, counted towards a `total`,
//! passed on by `via`; entry point [`check`].
//!
//! What leads back to itself, and what cannot be compared with what it is joined to, is refused
//! where it is written: joined in silence, one of the two would judge the other by its own kind.

use std::collections::{BTreeMap, BTreeSet};

use super::fact::kind_known;
use crate::diag::{Code, Diagnostic};
use crate::model::{ArticleIx, Corpus, Fact, FactIx, FactKind, Id, Origin};
use crate::parse::RawFact;
use crate::source::Span;
use crate::value::measure::same_unit;
use crate::value::number::unit_matches;

/// Refuses circles and joins of what cannot be compared; `written` are the facts of the corpus, in order.
pub(super) fn check(corpus: &Corpus, written: &[&RawFact], faults: &mut Vec<Diagnostic>) {
    let known = |ix: FactIx| kind_known(written[ix.index()]);
    for (i, raw) in written.iter().enumerate() {
        let ix = FactIx(i as u32);
        if let (Some(other), Some(words)) = (corpus[ix].same_as, &raw.same_as) {
            if leads_back(ix, |fact| corpus[fact].same_as) {
                faults.push(joined_to_itself(&corpus[ix], words.span));
            } else if known(ix) && known(other) {
                faults.extend(unlike(&corpus[ix], &corpus[other]).map(|why| apart(&why, words.span)));
            }
        }
        let total = |fact: FactIx| corpus[fact].by.as_ref().and_then(|by| by.total);
        if let (Some(whole), Some(words)) = (total(ix), &raw.total) {
            if leads_back(ix, total) {
                faults.push(total_of_itself(&corpus[ix], words.span));
            } else if known(ix) && known(whole) {
                faults
                    .extend(uncounted(&corpus[ix], &corpus[whole]).map(|why| uncountable(&why, words.span)));
            }
        }
        cited_in_circles(corpus, raw, faults);
    }
}

/// Whether following a reference from a fact comes back to it.
fn leads_back(start: FactIx, next: impl Fn(FactIx) -> Option<FactIx>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = next(start);
    while let Some(ix) = at.filter(|ix| seen.insert(*ix)) {
        if ix == start {
            return true;
        }
        at = next(ix);
    }
    false
}

fn joined_to_itself(fact: &Fact, span: Span) -> Diagnostic {
    Diagnostic::error(Code::ReferenceCircular, span, format!("`{}` is joined to itself", fact.id))
        .help("point `same_as` one way only, at the sheet where the question belongs")
}

fn total_of_itself(fact: &Fact, span: Span) -> Diagnostic {
    Diagnostic::error(Code::ReferenceCircular, span, format!("`{}` is counted towards itself", fact.id))
        .help("name the fact that holds the whole")
}

fn apart(why: &str, span: Span) -> Diagnostic {
    Diagnostic::error(Code::ValueUnsuited, span, format!("{why}, so the two cannot be compared"))
        .help("correct one of the two facts, or remove `same_as`")
}

fn uncountable(why: &str, span: Span) -> Diagnostic {
    Diagnostic::error(Code::ValueUnsuited, span, format!("{why}, so no sum can be checked"))
        .help("name a fact of the same kind and unit, or remove `total`")
}

/// Why two joined facts cannot be compared.
fn unlike(fact: &Fact, other: &Fact) -> Option<String> {
    let (a, b) = (&fact.id, &other.id);
    if fact.kind.as_str() != other.kind.as_str() {
        return Some(of_kinds(fact, other));
    }
    if let Some(why) = of_units(fact, other) {
        return Some(why);
    }
    if let (Some(one), Some(two)) = (fact.kind.series(), other.kind.series())
        && one != two
    {
        return Some(format!("one of `{a}` and `{b}` is a running total and the other counts what is new"));
    }
    if fact.exact != other.exact {
        return Some(format!("figures of one of `{a}` and `{b}` are exact and those of the other are not"));
    }
    match (&fact.by, &other.by) {
        (Some(one), Some(two)) if one.dimension != two.dimension => {
            return Some(format!("`{a}` is broken down by {}, `{b}` by {}", one.dimension, two.dimension));
        }
        (Some(_), None) => return Some(format!("`{a}` is broken down and `{b}` is not")),
        (None, Some(_)) => return Some(format!("`{b}` is broken down and `{a}` is not")),
        (Some(_), Some(_)) | (None, None) => {}
    }
    if labels(&fact.kind) != labels(&other.kind) {
        return Some(format!("`{a}` and `{b}` have different positions to choose from"));
    }
    let offices = fact.kind.office().zip(other.kind.office());
    offices.filter(|(one, two)| one != two).map(|_| format!("`{a}` and `{b}` ask about different offices"))
}

/// Why a breakdown and its total cannot be compared.
fn uncounted(parts: &Fact, whole: &Fact) -> Option<String> {
    if parts.kind.as_str() != whole.kind.as_str() {
        return Some(of_kinds(parts, whole));
    }
    of_units(parts, whole)
}

fn of_kinds(fact: &Fact, other: &Fact) -> String {
    format!(
        "`{}` is of kind `{}` and `{}` of kind `{}`",
        fact.id,
        fact.kind.as_str(),
        other.id,
        other.kind.as_str()
    )
}

/// Units that differ; one that is left unsaid suits any.
fn of_units(fact: &Fact, other: &Fact) -> Option<String> {
    let (one, two) = fact.kind.unit().zip(other.kind.unit())?;
    if let FactKind::Measure { .. } = fact.kind {
        let alike = one.is_empty() || two.is_empty() || same_unit(one, two);
        return (!alike).then(|| format!("`{}` is measured in {one} and `{}` in {two}", fact.id, other.id));
    }
    let alike = one.is_empty() || two.is_empty() || unit_matches(one, two) || unit_matches(two, one);
    (!alike).then(|| format!("the unit of `{}` is {one} and that of `{}` is {two}", fact.id, other.id))
}

/// The positions of a fact, in no order.
fn labels(kind: &FactKind) -> BTreeSet<&Id> {
    kind.positions().iter().map(|position| &position.id).collect()
}

/// Refuses answers that, by way of those whom they cite, go back to the source that gives them.
fn cited_in_circles(corpus: &Corpus, raw: &RawFact, faults: &mut Vec<Diagnostic>) {
    let article = |id: &Id| corpus.articles.binary_search_by(|article| article.id.cmp(id)).ok();
    let mut cited: Vec<(ArticleIx, ArticleIx, Span)> = Vec::new();
    for claim in &raw.claims.value.0 {
        let Some(source) = article(&claim.source.value) else { continue };
        for voice in claim.via.iter().flatten() {
            let Some(voice_ix) = article(&voice.value) else { continue };
            cited.push((ArticleIx(source as u32), ArticleIx(voice_ix as u32), voice.span));
        }
    }
    let mut onward: BTreeMap<ArticleIx, Vec<ArticleIx>> = BTreeMap::new();
    for &(source, voice, _) in &cited {
        onward.entry(source).or_default().push(voice);
    }
    for &(source, voice, span) in &cited {
        if !goes_back(corpus, &onward, (voice, source)) {
            continue;
        }
        let (own, other) = (&corpus[source].id, &corpus[voice].id);
        let (message, help) = if source == voice {
            (format!("`{own}` cites itself"), "name whom the source cites, or remove `via`")
        } else {
            let message = format!("`{own}` cites `{other}`, which goes back to `{own}`");
            (message, "remove one `via` or `rests_on` of the circle")
        };
        faults.push(Diagnostic::error(Code::ReferenceCircular, span, message).help(help));
    }
}

/// Whether what an article passes on comes, in the end, from another.
fn goes_back(
    corpus: &Corpus,
    onward: &BTreeMap<ArticleIx, Vec<ArticleIx>>,
    (from, to): (ArticleIx, ArticleIx),
) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(ix) = open.pop() {
        if ix == to {
            return true;
        }
        if !seen.insert(ix) {
            continue;
        }
        open.extend(onward.get(&ix).into_iter().flatten());
        open.extend(corpus[ix].rests_on.iter().filter_map(|origin| match origin {
            Origin::Article(next) => Some(*next),
            Origin::Entity(_) | Origin::Named(_) => None,
        }));
    }
    false
}
