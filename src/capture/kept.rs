//! Quotes as they were found before, so that an edit looks its own quotes up and no others; entry point
//! [`Kept`].
//!
//! Where a quote stands depends on the text and the language of its article, and on the quote's own words: all
//! of them are compared, so that nothing that is kept is out of date. A quote with a fault is looked up every time,
//! since the fault names a place in a sheet.

use std::collections::BTreeMap;

use super::lock::LockedQuote;
use crate::digest::Digest;
use crate::model::{Article, Id, Quote};

/// Where quotes stand in the texts of their articles.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    articles: BTreeMap<Id, Entry>,
    /// How many quotes of full texts were looked up the last time.
    pub n_looked_up: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    markdown: String,
    language: String,
    /// Byte offsets in what is visible of the text, by the digest of the quote.
    places: BTreeMap<Digest, usize>,
}

impl Entry {
    fn is_of(&self, article: &Article) -> bool {
        self.markdown == article.body.markdown && self.language == article.language
    }
}

impl Kept {
    /// Begins to count anew, and forgets articles that are gone or changed.
    pub(super) fn begin(&mut self, articles: &[Article]) {
        self.n_looked_up = 0;
        let mut before = std::mem::take(&mut self.articles);
        let same = articles.iter().filter_map(|article| {
            let (id, entry) = before.remove_entry(&article.id)?;
            entry.is_of(article).then_some((id, entry))
        });
        self.articles = same.collect();
    }

    /// Where a quote of an article stands, if it was found before; asked after [`Kept::begin`].
    pub(super) fn place(&self, article: &Article, quote: &Quote) -> Option<usize> {
        self.articles.get(&article.id)?.places.get(&quote.digest).copied()
    }

    /// Keeps where a quote stands that was looked up, if it has no fault.
    pub(super) fn looked_up(&mut self, article: &Article, quote: &Quote, found: Option<LockedQuote>) {
        self.n_looked_up += 1;
        let Some(found) = found else { return };
        let entry = self.articles.entry(article.id.clone()).or_insert_with(|| Entry {
            markdown: article.body.markdown.clone(),
            language: article.language.clone(),
            places: BTreeMap::new(),
        });
        entry.places.insert(quote.digest, found.offset);
    }
}
