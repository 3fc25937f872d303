//! The names by which readers know the articles, in sentences and on labels; entry point [`Bylines`].
//!
//! An article is named by its outlet, with what tells it from the others of that outlet beside it: on the page of a
//! sheet from those of the sheet, on pages about the whole edition from all. Nothing else decides that.

use std::collections::{BTreeMap, BTreeSet};

use super::Joined;
use crate::model::{ArticleIx, Claim, Corpus, FactIx, Sheet, SheetIx};
use crate::value::date;

/// The names of all articles, by sheet and for the whole edition.
pub struct Bylines {
    of_sheets: Vec<BTreeMap<ArticleIx, Byline>>,
    of_edition: BTreeMap<ArticleIx, Byline>,
}

/// One article's name, in its two wordings.
struct Byline {
    /// `Daily (14 July 2025)`, `the untitled report`.
    sentence: String,
    /// `Daily, 14 July 2025`, `Untitled report`.
    label: String,
}

impl Bylines {
    /// Names the articles of every sheet: those that it lists and those that answer its questions; of a question that
    /// several sheets ask, where it stands first, those that answer it on any of them, because its findings are told there.
    pub fn new(corpus: &Corpus, joined: &Joined) -> Self {
        let of_sheet = |sheet: &Sheet| {
            let told_here = |fact: &'_ FactIx| joined.first(*fact) == *fact;
            let asked = sheet.facts.iter().flat_map(|fact| {
                if told_here(fact) { joined.group(*fact) } else { std::slice::from_ref(fact) }
            });
            let answering = asked.flat_map(|&fact| &corpus[fact].claims).map(|&claim| corpus[claim].source);
            let listed = sheet.sources.iter().map(|source| source.article);
            named_apart(corpus, &listed.chain(answering).collect())
        };
        let all = (0..corpus.articles.len() as u32).map(ArticleIx).collect();
        Self {
            of_sheets: corpus.sheets.iter().map(of_sheet).collect(),
            of_edition: named_apart(corpus, &all),
        }
    }

    /// The name of one article in a sentence about a sheet.
    pub fn of<'a>(&'a self, corpus: &'a Corpus, sheet: SheetIx, article: ArticleIx) -> &'a str {
        let known = self.of_sheets[sheet.index()].get(&article);
        known.map_or_else(|| corpus[article].short_name(), |byline| byline.sentence.as_str())
    }

    /// The name of the article that makes a claim, in a sentence about the claim's sheet.
    pub fn of_claim<'a>(&'a self, corpus: &'a Corpus, claim: &Claim) -> &'a str {
        self.of(corpus, corpus[claim.fact].sheet, claim.source)
    }

    /// The name of the article that makes a claim, as a label on the page of the claim's sheet.
    pub fn label_of_claim<'a>(&'a self, corpus: &'a Corpus, claim: &Claim) -> &'a str {
        let known = self.of_sheets[corpus[claim.fact].sheet.index()].get(&claim.source);
        known.map_or_else(|| corpus[claim.source].short_name(), |byline| byline.label.as_str())
    }

    /// The name of one article as a label among all of the edition.
    pub fn label<'a>(&'a self, corpus: &'a Corpus, article: ArticleIx) -> &'a str {
        let known = self.of_edition.get(&article);
        known.map_or_else(|| corpus[article].short_name(), |byline| byline.label.as_str())
    }
}

/// A name for each of these articles that none of the others has: the outlet, with the day where that tells it from the
/// outlet's others, else with the title as well.
fn named_apart(corpus: &Corpus, articles: &BTreeSet<ArticleIx>) -> BTreeMap<ArticleIx, Byline> {
    let (mut outlets, mut days) = (BTreeMap::<&str, usize>::new(), BTreeMap::<(&str, String), usize>::new());
    for &article in articles {
        let article = &corpus[article];
        let outlet = article.outlet.as_str();
        *outlets.entry(outlet).or_default() += 1;
        if let Some(day) = &article.published {
            *days.entry((outlet, date::words(day))).or_default() += 1;
        }
    }
    let name = |ix: ArticleIx| {
        let article = &corpus[ix];
        let (title, outlet) = (article.title.as_str(), article.outlet.as_str());
        if !article.has_outlet() {
            return Byline { sentence: title_words(title), label: title.to_owned() };
        }
        let day = article.published.as_ref().map(date::words);
        match day {
            _ if outlets[outlet] == 1 => Byline { sentence: outlet.to_owned(), label: outlet.to_owned() },
            Some(day) if days[&(outlet, day.clone())] == 1 => {
                Byline { sentence: format!("{outlet} ({day})"), label: format!("{outlet}, {day}") }
            }
            Some(day) => Byline {
                sentence: format!("{outlet} ({day}, {})", title_words(title)),
                label: format!("{outlet}, {day}, {title}"),
            },
            None => Byline {
                sentence: format!("{outlet} ({})", title_words(title)),
                label: format!("{outlet}, {title}"),
            },
        }
    };
    articles.iter().map(|&ix| (ix, name(ix))).collect()
}

/// A text's title as a name: in quotation marks, unless the curator only describes the text.
fn title_words(title: &str) -> String {
    match title.strip_prefix("Untitled ") {
        Some(text) => format!("the untitled {text}"),
        None => format!("“{title}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    #[test]
    fn articles_of_one_outlet_are_told_apart_by_their_day_and_else_by_their_title() {
        let mut corpus = Case::of(people()).says("alpha", "1").says("bravo", "2").says("charlie", "3").corpus;
        let published = corpus.articles[0].published.clone();
        for article in &mut corpus.articles {
            article.outlet = "Daily".to_owned();
        }
        let all: BTreeSet<ArticleIx> = corpus.claims.iter().map(|claim| claim.source).collect();
        let named = |corpus: &Corpus| {
            let names: Vec<Byline> = named_apart(corpus, &all).into_values().collect();
            for wording in [|byline: &Byline| byline.sentence.clone(), |byline: &Byline| byline.label.clone()]
            {
                assert_eq!(names.iter().map(wording).collect::<BTreeSet<_>>().len(), names.len());
            }
            names
        };
        let names = named(&corpus);
        assert!(names.iter().all(|name| !name.sentence.contains('“')));
        corpus.articles.iter_mut().for_each(|article| article.published = published.clone());
        let names = named(&corpus);
        assert!(names.iter().all(|name| name.sentence.contains('“') && !name.label.contains('“')));
    }
}
