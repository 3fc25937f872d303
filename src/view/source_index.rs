//! The index of sources; entry point [`index`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{is_verified, outlet};
use super::fact::basis;
use super::initials::{Initial, N_UNDIVIDED_MAX, by_initial};
use super::parts::{self, Part};
use super::sheet::{N_ORIGINS_LISTED, published, rests_on};
use super::terms::article_kind;
use super::{Here, Link, prose};
use crate::language::Key;
use crate::model::{ArticleIx, ArticleKind, ClaimIx};
use crate::plan::{ListPart, Listing};

/// One source in the index of sources.
#[derive(Debug, JsonSchema, Serialize)]
pub struct SourceEntry {
    /// The source.
    pub source: Link,
    /// Who published it.
    pub outlet: String,
    /// What kind of text it is.
    pub kind: String,
    /// What stands against taking its word: that nobody signs, dates or publishes it.
    pub marks: Vec<String>,
    /// When it was published.
    pub published: String,
    /// What it relays in the end.
    pub rests_on: Vec<Link>,
    /// How many claims it makes.
    pub n_claims: usize,
    /// In how many headline discrepancies it takes part.
    pub n_headline: usize,
    /// What its body says first.
    pub opening: String,
}

/// The index of sources.
#[derive(Debug, JsonSchema, Serialize)]
pub struct SourceIndexView {
    /// Every source; many are under the first letters of their outlets.
    pub groups: Vec<Initial<SourceEntry>>,
    /// How many there are, and how many are independent.
    pub basis: String,
    /// Very many sources instead on pages of their own.
    pub parts: Vec<Part>,
}

/// The index of sources.
pub fn index(here: Here<'_>) -> SourceIndexView {
    let all: Vec<ArticleIx> = (0..here.edition.corpus.articles.len() as u32).map(ArticleIx).collect();
    let parts = parts::parts(here, Listing::Sources);
    let shown = if parts.is_empty() { all.as_slice() } else { &[] };
    SourceIndexView {
        basis: basis(here, all.len(), here.edition.origins(&all)),
        groups: by_initial(entries(here, shown), N_UNDIVIDED_MAX, "sources", |entry| &entry.outlet),
        parts,
    }
}

/// Some of very many sources.
pub fn of_division(here: Here<'_>, division: &ListPart) -> SourceIndexView {
    let own: Vec<ArticleIx> = division.members.iter().map(|&i| ArticleIx(i)).collect();
    SourceIndexView {
        basis: basis(here, own.len(), here.edition.origins(&own)),
        groups: by_initial(entries(here, &own), N_UNDIVIDED_MAX, "sources", |entry| &entry.outlet),
        parts: Vec::new(),
    }
}

/// The first so many sources, and how many there are in all.
pub fn briefly(here: Here<'_>, n_max: usize) -> (Vec<SourceEntry>, String) {
    let all: Vec<ArticleIx> = (0..here.edition.corpus.articles.len() as u32).map(ArticleIx).collect();
    let sources = all.iter().take(n_max).map(|&ix| entry(here, ix)).collect();
    (sources, basis(here, all.len(), here.edition.origins(&all)))
}

/// The sources; many by their outlets.
fn entries(here: Here<'_>, all: &[ArticleIx]) -> Vec<SourceEntry> {
    let mut entries: Vec<SourceEntry> = all.iter().map(|&ix| entry(here, ix)).collect();
    if entries.len() > N_UNDIVIDED_MAX {
        entries.sort_by_cached_key(|entry| entry.outlet.to_lowercase());
    }
    entries
}

/// What stands against taking a source's word, as far as the records show it: nobody signs it, dates it or is known
/// to have published it, or words that are quoted from it were not found in it.
pub fn marks(here: Here<'_>, ix: ArticleIx) -> Vec<String> {
    let corpus = here.edition.corpus;
    let article = &corpus[ix];
    let is_missing = |&ix: &&ClaimIx| !is_verified(&corpus[*ix]);
    let n_unverified = here.edition.claims_of(ix).iter().filter(is_missing).count();
    let is_statement = article.kind == ArticleKind::Statement;
    let marks = [
        (!article.has_outlet()).then(|| here.say(Key::MarkNoOutlet)),
        (article.author.is_none() && !is_statement).then(|| here.say(Key::MarkAnonymous)),
        article.published.is_none().then(|| here.say(Key::MarkUndated)),
        (n_unverified > 0).then(|| here.count(Key::MarkUnverified, n_unverified)),
    ];
    marks.into_iter().flatten().collect()
}

fn entry(here: Here<'_>, ix: ArticleIx) -> SourceEntry {
    let article = &here.edition.corpus[ix];
    SourceEntry {
        source: here.article(ix),
        outlet: outlet(here, article),
        kind: here.say(article_kind(article.kind)),
        marks: marks(here, ix),
        published: published(here, ix),
        rests_on: rests_on(here, ix, N_ORIGINS_LISTED),
        n_claims: here.edition.claims_of(ix).len(),
        n_headline: here.edition.headline(&here.edition.of_article(ix)),
        opening: prose::opening(here.edition, &article.body),
    }
}
