//! Who says what a claim says; entry point [`speaker`].
//!
//! A claim that its source takes from somebody else is that one's word, and the source only passes
//! it on. Every sentence, table and file names the speaker by the functions here.

use std::collections::BTreeSet;

use super::question::LISTED_CLAIMS;
use super::wording::{Bylines, join, list};
use crate::model::{Claim, Corpus, Voice};

/// How many speakers a sentence names for one answer before it counts the rest.
const TOLD_SPEAKERS: usize = 3;

/// `China’s foreign ministry, via China Daily Brief`: whom a source cites, and the source, which is
/// named as `byline`; the source alone where it cites nobody.
pub fn speaker(corpus: &Corpus, claim: &Claim, byline: &str) -> String {
    match voices(corpus, &claim.via) {
        Some(voices) => format!("{voices}, via {byline}"),
        None => byline.to_owned(),
    }
}

/// Whom a claim cites, as a list of names; `None` where it cites nobody.
pub fn voices(corpus: &Corpus, via: &[Voice]) -> Option<String> {
    let names = names(corpus, via);
    (!names.is_empty()).then(|| list(&names, TOLD_SPEAKERS, "others"))
}

/// Those who give one answer, the last ones counted, as the subject of a sentence.
pub(super) fn speakers(corpus: &Corpus, bylines: &Bylines, claims: &[&Claim]) -> String {
    let mut told: Vec<String> = Vec::new();
    let named = if claims.len() > TOLD_SPEAKERS { TOLD_SPEAKERS - 1 } else { claims.len() };
    told.extend(claims[..named].iter().map(|claim| speaker(corpus, claim, bylines.of(claim.source))));
    let has_commas = claims[..named].iter().any(|claim| !claim.via.is_empty());
    let rest = claims.len() - named;
    if rest > 0 {
        // A record lists no more than so many claims of one answer.
        let at_least = if claims.len() >= LISTED_CLAIMS { "at least " } else { "" };
        told.push(format!("{at_least}{rest} others"));
    }
    match (has_commas, told.as_slice()) {
        (false, _) => match told.as_slice() {
            [first @ .., last] if rest > 0 => format!("{} and {last}", first.join(", ")),
            _ => join(&told),
        },
        (true, [only]) => format!("{only},"),
        (true, [one, other]) => {
            // The comma that closes `via …` stands before `and`, or before the verb.
            let close =
                if claims.get(1).is_some_and(|claim| !claim.via.is_empty()) && rest == 0 { "," } else { "" };
            let open = if claims[0].via.is_empty() { "" } else { "," };
            format!("{one}{open} and {other}{close}")
        }
        (true, _) => {
            let last_cites = rest == 0 && claims.last().is_some_and(|claim| !claim.via.is_empty());
            let close = if last_cites { "," } else { "" };
            let (last, first) = told.split_last().expect("there are three at least");
            format!("{}; and {last}{close}", first.join("; "))
        }
    }
}

/// Whom one source has an answer from, in brackets behind it; empty where it cites nobody.
pub(super) fn citing(corpus: &Corpus, claim: &Claim) -> String {
    citing_all(corpus, &[claim])
}

/// Whom one source has an answer from that it gives several times.
pub(super) fn citing_all(corpus: &Corpus, claims: &[&Claim]) -> String {
    let mut seen = BTreeSet::new();
    let names: Vec<&str> = claims.iter().flat_map(|claim| names(corpus, &claim.via)).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| seen.insert(*name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let sources = if names.len() == 1 { "source" } else { "sources" };
    format!(" (its {sources}: {})", list(&names, TOLD_SPEAKERS, "others"))
}

fn names<'a>(corpus: &'a Corpus, via: &[Voice]) -> Vec<&'a str> {
    let name = |voice: &Voice| match voice {
        Voice::Entity(entity) => corpus[*entity].name.as_str(),
        Voice::Article(article) => corpus[*article].outlet.as_str(),
    };
    via.iter().map(name).collect()
}
