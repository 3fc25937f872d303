//! Whose word a claim is, in the edition's language; entry points [`speaker`] and [`speakers`].

use std::collections::BTreeSet;

use super::Here;
use super::claim::short_name;
use crate::check::{self, Speaking};
use crate::language::Key;
use crate::model::{Claim, ClaimIx};

/// How many speakers are named before the rest is counted.
const N_NAMED_MAX: usize = 3;

/// `China’s foreign ministry, via China Daily Brief`; the source alone where it cites nobody.
pub fn speaker(here: Here<'_>, claim: &Claim) -> String {
    let corpus = here.edition.corpus;
    let source = short_name(&corpus[claim.source]);
    let Speaking { cited, names_source } = check::speaking(corpus, claim, &source);
    if cited.is_empty() {
        return source;
    }
    let names: Vec<String> = cited.into_iter().map(str::to_owned).collect();
    let names = here.edition.language.list(&names, Key::ListAnd);
    if names_source {
        return names;
    }
    here.fill(Key::SpeakerVia, &[("speaker", &names), ("source", &source)])
}

/// Those who make these claims, each once.
pub fn speakers(here: Here<'_>, claims: &[ClaimIx]) -> String {
    let corpus = here.edition.corpus;
    // Several articles of one outlet have one name here.
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let names = claims.iter().map(|&ix| speaker(here, &corpus[ix]));
    let mut names: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
    let n_named = if names.len() > N_NAMED_MAX + 1 { N_NAMED_MAX } else { names.len() };
    let rest = names.len() - n_named;
    names.truncate(n_named);
    if rest > 0 {
        names.push(here.count(Key::NOtherSpeakers, rest));
    }
    names.join("; ")
}
