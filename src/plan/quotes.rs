//! What a source says, where that is too much for its page; entry point [`divisions`].
//!
//! Quoted words stand with the claims that rest on them, by the dates of the sheets; words that
//! serve several claims stand with the first. The source's page answers the anchors of all of them.

use std::collections::BTreeMap;

use super::listing::{ListPart, Listing, N_STATEMENT_BYTES, parts};
use super::routes::{article_route, quote_anchor};
use super::step::{self, Entry, Step, divide};
use crate::model::{ArticleIx, ClaimIx, Corpus};
use crate::text::initial;

/// The most that quoted words and what rests on them take on a source's page, beside its text.
const N_SAYINGS_BYTES_MAX: usize = 110_000;

/// The most that they take together with the text.
const N_PAGE_BYTES_MAX: usize = 190_000;

/// A passage, and what is said of a claim below it and among what the source alone says.
const N_QUOTE_BYTES: usize = 240;

/// The parts of what each source says.
pub fn divisions(corpus: &Corpus) -> Vec<ListPart> {
    let mut claims: Vec<Vec<ClaimIx>> = vec![Vec::new(); corpus.articles.len()];
    for (i, claim) in (0_u32..).zip(&corpus.claims) {
        claims[claim.source.index()].push(ClaimIx(i));
    }
    let articles = (0..corpus.articles.len() as u32).map(ArticleIx);
    articles.zip(claims).flat_map(|(article, claims)| of_article(corpus, article, &claims)).collect()
}

fn of_article(corpus: &Corpus, article: ArticleIx, claims: &[ClaimIx]) -> Vec<ListPart> {
    let n_bytes: usize = claims.iter().map(|&ix| bytes(corpus, ix)).sum();
    let n_text_bytes = corpus[article].body.markdown.len();
    if n_bytes <= N_SAYINGS_BYTES_MAX && n_bytes + n_text_bytes <= N_PAGE_BYTES_MAX || claims.len() < 8 {
        return Vec::new();
    }
    // Claims that rest on the same words stand together.
    let mut firsts: BTreeMap<String, Vec<Step>> = BTreeMap::new();
    let entries: Vec<Entry> = claims
        .iter()
        .map(|&ix| {
            let path = firsts.entry(quote_anchor(corpus, ix)).or_insert_with(|| path(corpus, ix));
            Entry { path: path.clone(), n_bytes: bytes(corpus, ix), member: ix.0 }
        })
        .collect();
    let page = article_route(corpus, article);
    let words = format!("{}--", page.as_str().trim_end_matches(".html"));
    let divisions = divide(entries, &|i| quote_anchor(corpus, ClaimIx(i)));
    parts(Listing::Sayings(article), &page, &words, divisions)
}

/// When it happened, the first letter of the sheet's title, and the question.
fn path(corpus: &Corpus, claim: ClaimIx) -> Vec<Step> {
    let fact = &corpus[corpus[claim].fact];
    let mut path = step::of_sheet(corpus, fact.sheet);
    path.push(Step::Letter(initial(&fact.label)));
    path
}

fn bytes(corpus: &Corpus, claim: ClaimIx) -> usize {
    let claim = &corpus[claim];
    N_QUOTE_BYTES + 2 * N_STATEMENT_BYTES + claim.quote.exact.len() + 2 * claim.words.len()
}
