//! The letters that stand for sources; entry point [`Sigla::of`].
//!
//! A sheet gives them, in the order in which it lists its sources, so that an article that is added elsewhere
//! renames nobody.

use std::collections::BTreeMap;

use crate::model::{ArticleIx, Corpus, Sheet, SheetIx, SheetSource, letter};

/// The letters of every sheet.
#[derive(Debug)]
pub struct Sigla(Vec<BTreeMap<ArticleIx, usize>>);

impl Sigla {
    /// The letters of the sheets of a corpus: the sources that a sheet lists, then those that only answer in it.
    pub fn of(corpus: &Corpus) -> Self {
        Self(corpus.sheets.iter().map(|sheet| of_sheet(corpus, sheet)).collect())
    }

    /// The letter of a source on a sheet; of one that the sheet does not know, none.
    pub fn siglum(&self, sheet: SheetIx, article: ArticleIx) -> String {
        self.0[sheet.index()].get(&article).map_or_else(String::new, |&rank| letter(rank))
    }

    /// What a sheet says of a source that it lists.
    pub fn listed<'a>(
        &self,
        corpus: &'a Corpus,
        sheet: SheetIx,
        article: ArticleIx,
    ) -> Option<&'a SheetSource> {
        // The sources that are listed have the first letters.
        let rank = *self.0[sheet.index()].get(&article)?;
        corpus[sheet].sources.get(rank).filter(|source| source.article == article)
    }

    /// How many sources a sheet has.
    pub fn n_articles(&self, sheet: SheetIx) -> usize {
        self.0[sheet.index()].len()
    }

    /// The sources of a sheet in the order of their letters.
    pub fn articles(&self, sheet: SheetIx) -> Vec<ArticleIx> {
        let ranks = &self.0[sheet.index()];
        let mut articles: Vec<ArticleIx> = ranks.keys().copied().collect();
        articles.sort_by_key(|article| ranks[article]);
        articles
    }
}

fn of_sheet(corpus: &Corpus, sheet: &Sheet) -> BTreeMap<ArticleIx, usize> {
    let listed = sheet.sources.iter().map(|source| source.article);
    let claims = sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims);
    let mut ranks = BTreeMap::new();
    for article in listed.chain(claims.map(|&claim| corpus[claim].source)) {
        let next = ranks.len();
        ranks.entry(article).or_insert(next);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixture;

    #[test]
    fn letters_follow_the_order_in_which_the_sheet_lists_its_sources() {
        let mut corpus = fixture::corpus();
        let before = Sigla::of(&corpus).articles(SheetIx(0));
        corpus.sheets[0].sources.reverse();
        let sigla = Sigla::of(&corpus);
        let after = sigla.articles(SheetIx(0));
        let n_listed = corpus.sheets[0].sources.len();
        let reversed: Vec<ArticleIx> = before[..n_listed].iter().rev().copied().collect();
        assert_eq!(after[..n_listed], reversed);
        assert_eq!(sigla.siglum(SheetIx(0), after[0]), "A");
    }

    #[test]
    fn an_unknown_source_has_no_letter() {
        assert_eq!(Sigla::of(&fixture::corpus()).siglum(SheetIx(0), ArticleIx(999)), "");
    }
}
