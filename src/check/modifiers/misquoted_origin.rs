//! `misquoted-origin`: a source reports another one differently from its own words; entry point
//! [`applies`].
#![doc = include_str!("misquoted_origin.md")]

use crate::check::pair::Pair;
use crate::check::wording::Telling;
use crate::model::{ArticleIx, Claim, Corpus, Origin, Voice};

/// Whether one of the two claims cites the other one's article.
pub fn applies(pair: &Pair) -> bool {
    cites(pair.corpus, pair.a, pair.b.source) || cites(pair.corpus, pair.b, pair.a.source)
}

/// Who cites whom.
pub fn clause(telling: &Telling) -> String {
    let pair = telling.pair;
    let (citing, cited) =
        if cites(pair.corpus, pair.a, pair.b.source) { (pair.a, pair.b) } else { (pair.b, pair.a) };
    format!(", although {} cites {} for it", telling.who(citing), telling.who(cited))
}

/// The articles of the corpus that a claim is taken from: those it cites, or, where it cites
/// nobody, those that its own article rests on.
pub fn cited<'a>(corpus: &'a Corpus, claim: &'a Claim) -> impl Iterator<Item = ArticleIx> + 'a {
    let voices = claim.via.iter().filter_map(|voice| match voice {
        Voice::Article(article) => Some(*article),
        Voice::Entity(_) => None,
    });
    let rests_on = if claim.via.is_empty() { corpus[claim.source].rests_on.as_slice() } else { &[] };
    voices.chain(rests_on.iter().filter_map(|origin| match origin {
        Origin::Article(article) => Some(*article),
        Origin::Entity(_) | Origin::Named(_) => None,
    }))
}

fn cites(corpus: &Corpus, claim: &Claim, article: ArticleIx) -> bool {
    claim.source != article && cited(corpus, claim).any(|cited| cited == article)
}
