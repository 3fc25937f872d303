//! Whether the answers to one question are all levels or all changes; entry point [`mixed`].
//!
//! `3 %` may be written for a rise of 3 %, and then agrees with a level of 3 %, which is another thing. A
//! fall has its sign in the figure, and needs no look.

use std::collections::BTreeMap;

use super::joined::Joined;
use super::quotes::lexicon;
use crate::diag::{Code, Diagnostic};
use crate::model::{Change, Claim, Corpus, EntityIx, FactIx, FactKind};
use crate::value::in_quote;

/// Every figure that is a level where others are rises.
///
/// Of shares the quotes are asked too; of other figures only the signs that the values have.
pub fn mixed(corpus: &Corpus) -> Vec<Diagnostic> {
    let joined = Joined::new(corpus);
    joined.groups().into_iter().flat_map(|group| in_group(corpus, group)).collect()
}

fn in_group(corpus: &Corpus, group: &[FactIx]) -> Vec<Diagnostic> {
    let mut parts: BTreeMap<Option<EntityIx>, Vec<&Claim>> = BTreeMap::new();
    for &fact in group.iter().filter(|fact| may_change(&corpus[**fact].kind)) {
        for &ix in &corpus[fact].claims {
            parts.entry(corpus[ix].part).or_default().push(&corpus[ix]);
        }
    }
    parts.values().flat_map(|claims| of_part(corpus, claims)).collect()
}

/// Whether answers of a kind may be changes; a measure with a plus may be a temperature.
fn may_change(kind: &FactKind) -> bool {
    match kind {
        FactKind::Count { .. } | FactKind::Money { .. } | FactKind::Percent { .. } => true,
        FactKind::Measure { .. }
        | FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => false,
    }
}

fn of_part(corpus: &Corpus, claims: &[&Claim]) -> Vec<Diagnostic> {
    let sign = |claim: &&&Claim| claim.reading.quantity().and_then(|quantity| quantity.number.change);
    let signed = claims.iter().find(|claim| sign(claim) == Some(Change::Rise));
    let is_level = |claim: &&&Claim| sign(claim).is_none() && way(corpus, claim).is_none();
    if let Some(rise) = signed {
        return claims.iter().filter(is_level).map(|claim| beside_sign(claim, rise)).collect();
    }
    let is_share = |claim: &&&Claim| claim.reading.quantity().is_some_and(|share| share.number.percent);
    let is_rise = |claim: &&&Claim| sign(claim).is_none() && way(corpus, claim) == Some(Change::Rise);
    let Some(rise) = claims.iter().filter(is_share).find(is_rise) else { return Vec::new() };
    claims.iter().filter(is_share).filter(is_level).map(|claim| beside_rise(claim, rise)).collect()
}

/// Which way the quote of a figure says that it goes.
fn way(corpus: &Corpus, claim: &Claim) -> Option<Change> {
    let number = &claim.reading.quantity()?.number;
    in_quote::change(number, &claim.quote.exact, lexicon(corpus, claim))
}

/// A level beside a figure that has a plus.
fn beside_sign(claim: &Claim, rise: &Claim) -> Diagnostic {
    let (words, other) = (claim.compared_words(), rise.compared_words());
    let message = format!("the quote of `{words}` states no rise, and another answer is one, `{other}`");
    Diagnostic::error(Code::ChangeAndLevel, claim.span, message)
        .help("give a level a fact of its own, or quote the words that tell the rise")
        .related(rise.span, "the rise")
}

/// A share that its quote does not call a rise beside one that is one by its quote.
fn beside_rise(claim: &Claim, rise: &Claim) -> Diagnostic {
    let (words, other) = (claim.compared_words(), rise.compared_words());
    let message =
        format!("the quote of `{words}` states no rise, and that of another answer does, `{other}`");
    Diagnostic::warning(Code::ChangeAndLevel, claim.span, message)
        .help("give levels and changes a fact each, or write the sign of the rises")
        .related(rise.span, "the rise")
}
