//! `misquoted-origin`: a source reports another one differently from its own words; entry point
//! [`applies`].
#![doc = include_str!("misquoted_origin.md")]

use crate::check::pair::Pair;
use crate::check::telling::Telling;
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
    let verb = if citing.via.is_empty() { "rests on" } else { "cites" };
    let [citing, cited] = [citing, cited].map(|claim| telling.bylines.of_claim(pair.corpus, claim));
    format!(", although {citing} {verb} {cited}")
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

#[cfg(test)]
mod tests {
    use crate::check::testing::*;

    #[test]
    fn a_source_against_the_text_it_cites() {
        check(&Case::of(people()).says("alpha", "271").says("bravo", "279").citing("alpha"), "
            contradict count-disjoint major [misquoted-origin]: Alpha News says 271 people, while Alpha News, via Bravo Post, says 279, 2.9 % apart, although Bravo Post cites Alpha News.
            ");
    }

    #[test]
    fn a_source_that_rests_on_the_text() {
        check(&Case::of(people()).says("alpha", "271").says("bravo", "279").resting("bravo", "alpha"), "
            contradict count-disjoint major [misquoted-origin]: Alpha News says 271 people and Bravo Post 279, 2.9 % apart, although Bravo Post rests on Alpha News.
            ");
    }

    #[test]
    fn citing_somebody_else_is_no_misquote() {
        check(
            &Case::of(people())
                .says("alpha", "271")
                .says("bravo", "279")
                .via("police")
                .resting("bravo", "alpha"),
            "
            contradict count-disjoint minor: Alpha News says 271 people, while National Police, via Bravo Post, says 279, 2.9 % apart.
            ",
        );
    }

    #[test]
    fn a_right_quotation_is_one_voice() {
        check(&Case::of(people()).says("alpha", "271").says("bravo", "271").citing("alpha"), "
            agree equal info [one-voice]: Alpha News and Alpha News, via Bravo Post, say 271 people; the two share an origin and count as one independent source.
            ");
    }
}
