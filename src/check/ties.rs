//! Which claims of two answers have tied sources: one source twice, or one that cites the other;
//! entry point [`between`].
//!
//! Ties are looked up by source, never pair by pair, so that an answer that thousands give costs
//! no more than the smaller of two answers.

use std::collections::BTreeMap;

use super::modifiers::misquoted_origin::cited;
use crate::model::{ArticleIx, ClaimIx, Corpus, Modifier, Voice};

/// The sources of one answer.
#[derive(Default)]
pub struct Sources {
    by_source: BTreeMap<ArticleIx, Vec<ClaimIx>>,
    by_voice: BTreeMap<(ArticleIx, Vec<Voice>), Vec<ClaimIx>>,
    by_cited: BTreeMap<ArticleIx, Vec<ClaimIx>>,
}

/// Claims of one answer whose sources are tied to those of claims of the other.
#[derive(Clone)]
pub struct Tie {
    /// How they are tied.
    pub modifier: Modifier,
    /// Claims of the first answer.
    pub a: Vec<ClaimIx>,
    /// Claims of the second answer.
    pub b: Vec<ClaimIx>,
}

impl Sources {
    /// Indexes the claims of one answer.
    pub fn of(corpus: &Corpus, claims: &[ClaimIx]) -> Self {
        let mut sources = Self::default();
        for &ix in claims {
            let claim = &corpus[ix];
            let mut voices = claim.via.clone();
            voices.sort();
            voices.dedup();
            sources.by_source.entry(claim.source).or_default().push(ix);
            sources.by_voice.entry((claim.source, voices)).or_default().push(ix);
            for article in cited(corpus, claim).filter(|&article| article != claim.source) {
                sources.by_cited.entry(article).or_default().push(ix);
            }
        }
        sources
    }
}

/// The ties between two answers.
pub fn between(a: &Sources, b: &Sources) -> Vec<Tie> {
    let same = shared(&a.by_voice, &b.by_voice);
    let a_cites_b = shared(&a.by_cited, &b.by_source);
    let b_cites_a = shared(&a.by_source, &b.by_cited);
    let tie =
        |modifier| move |(a, b): (&Vec<ClaimIx>, &Vec<ClaimIx>)| Tie { modifier, a: a.clone(), b: b.clone() };
    same.into_iter()
        .map(tie(Modifier::SelfContradiction))
        .chain(parties(a, b))
        .chain(a_cites_b.into_iter().chain(b_cites_a).map(tie(Modifier::MisquotedOrigin)))
        .collect()
}

/// Claims of one source that come from different people.
fn parties(a: &Sources, b: &Sources) -> Vec<Tie> {
    let voices = |sources: &Sources, source: ArticleIx| -> Vec<(Vec<Voice>, Vec<ClaimIx>)> {
        let own = sources.by_voice.range((source, Vec::new())..);
        let own = own.take_while(|((other, _), _)| *other == source);
        own.map(|((_, voices), claims)| (voices.clone(), claims.clone())).collect()
    };
    let mut found = Vec::new();
    for source in shared_keys(&a.by_source, &b.by_source) {
        let others = voices(b, source);
        for (cited, claims) in voices(a, source) {
            let others = others.iter().filter(|(other, _)| *other != cited);
            found.extend(others.map(|(_, other)| Tie {
                modifier: Modifier::ReportedDispute,
                a: claims.clone(),
                b: other.clone(),
            }));
        }
    }
    found
}

/// The keys that both have, looking through the shorter one.
fn shared_keys<K: Ord + Copy, V>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> Vec<K> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.keys().filter(|key| long.contains_key(key)).copied().collect()
}

/// What stands under the same key in both, looking through the shorter one.
fn shared<'a, K: Ord, V>(a: &'a BTreeMap<K, V>, b: &'a BTreeMap<K, V>) -> Vec<(&'a V, &'a V)> {
    if a.len() <= b.len() {
        a.iter().filter_map(|(key, own)| Some((own, b.get(key)?))).collect()
    } else {
        b.iter().filter_map(|(key, other)| Some((a.get(key)?, other))).collect()
    }
}
