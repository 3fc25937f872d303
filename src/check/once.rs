//! Names of sources in one sentence, in full at the first mention and short at the others: [`named_once`].
//!
//! Only a name that has more than its outlet in it is cut: a day, a title, what a text is about. The short name is one
//! that no other source of the sentence has.

use std::collections::BTreeMap;

use super::byline::Bylines;
use crate::model::{ArticleIx, Corpus, SheetIx};
use crate::value::date;

/// What ends the first noun of a description: `untitled commentary on the operation`.
const AFTER_NOUN: [&str; 5] = [" on ", " about ", " of ", " by ", " from "];

/// A sentence about these articles of a sheet, in which each is named in full once.
pub fn named_once(
    corpus: &Corpus,
    bylines: &Bylines,
    (sheet, articles): (SheetIx, &[ArticleIx]),
    sentence: &str,
) -> String {
    let shorter = shorter(corpus, bylines, (sheet, articles));
    let mut told = String::with_capacity(sentence.len());
    let mut mentioned = vec![false; shorter.len()];
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        // The longest name comes first: one may begin as another does.
        let found = shorter.iter().position(|(full, _)| rest.starts_with(full.as_str()));
        let length = found.map_or(first.len_utf8(), |i| shorter[i].0.len());
        match found {
            Some(i) if mentioned[i] => told.push_str(&shorter[i].1),
            Some(_) | None => told.push_str(&rest[..length]),
        }
        found.into_iter().for_each(|i| mentioned[i] = true);
        rest = &rest[length..];
    }
    told
}

/// The names of articles that have a short one, with it, the longest name first.
fn shorter(
    corpus: &Corpus,
    bylines: &Bylines,
    (sheet, articles): (SheetIx, &[ArticleIx]),
) -> Vec<(String, String)> {
    let candidates: Vec<(&str, Vec<String>)> =
        articles.iter().map(|&ix| (bylines.of(corpus, sheet, ix), short_names(corpus, ix))).collect();
    let mut n_bearers: BTreeMap<&str, usize> = BTreeMap::new();
    for (full, short) in &candidates {
        let is_short = short.iter().any(|short| short == full);
        short.iter().for_each(|short| *n_bearers.entry(short).or_default() += 1);
        if !is_short {
            *n_bearers.entry(full).or_default() += 1;
        }
    }
    let mut shorter: Vec<(String, String)> = candidates
        .iter()
        .filter_map(|(full, short)| {
            let own =
                short.iter().find(|short| n_bearers[short.as_str()] == 1 && short.len() < full.len())?;
            Some(((*full).to_owned(), own.clone()))
        })
        .collect();
    shorter.sort_by_key(|(full, _)| std::cmp::Reverse(full.len()));
    shorter
}

/// What an article may be called in a sentence that has named it, the shortest first.
fn short_names(corpus: &Corpus, article: ArticleIx) -> Vec<String> {
    let article = &corpus[article];
    if article.has_outlet() {
        let day = article.published.as_ref().map(|day| format!("{} ({})", article.outlet, date::words(day)));
        return [Some(article.outlet.clone()), day].into_iter().flatten().collect();
    }
    let described = article.title.strip_prefix("Untitled ");
    let end = |text: &str| AFTER_NOUN.iter().filter_map(|word| text.find(word)).min();
    let noun = described.and_then(|text| Some(&text[..end(text)?]));
    noun.map(|noun| format!("the {noun}")).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Joined;
    use crate::check::testing::*;

    /// Two texts of one outlet and one of none, and what a sentence about them becomes.
    fn said(change: impl Fn(&mut Corpus), sentence: impl Fn(&[&str]) -> String) -> String {
        let mut corpus = Case::of(people()).says("alpha", "1").says("bravo", "2").says("charlie", "3").corpus;
        let articles: Vec<ArticleIx> = corpus.claims.iter().map(|claim| claim.source).collect();
        for &ix in &articles[..2] {
            corpus.articles[ix.index()].outlet = "Daily".to_owned();
        }
        corpus.articles[articles[2].index()].outlet = "unknown".to_owned();
        corpus.articles[articles[2].index()].title = "Untitled report on the raids".to_owned();
        change(&mut corpus);
        let bylines = Bylines::new(&corpus, &Joined::new(&corpus));
        let sheet = corpus.facts[0].sheet;
        let names: Vec<&str> = articles.iter().map(|&ix| bylines.of(&corpus, sheet, ix)).collect();
        named_once(&corpus, &bylines, (sheet, &articles), &sentence(&names))
    }

    #[test]
    fn a_text_without_an_outlet_is_described_once() {
        let told = said(
            |_| (),
            |names| format!("{} holds A and police, via {}, hold B, and {} C", names[2], names[2], names[0]),
        );
        let start = "the untitled report on the raids holds A and police, via the report, hold B";
        assert!(told.starts_with(start), "{told}");
    }

    #[test]
    fn texts_of_one_outlet_keep_what_tells_them_apart() {
        let told = said(|_| (), |names| format!("{0} and {1}; {0} says 1", names[0], names[1]));
        let first = told.split(" and ").next().unwrap_or_default();
        assert!(first.starts_with("Daily ("), "{told}");
        assert!(told.ends_with(&format!("; {first} says 1")), "{told}");
    }

    #[test]
    fn a_title_is_said_once_where_the_day_tells_texts_apart_in_the_sentence() {
        // A third text of the sheet has the day of the first, so that the first needs its title.
        let one_day = |corpus: &mut Corpus| {
            let day = corpus.articles[0].published.clone();
            for article in &mut corpus.articles {
                article.outlet = "Daily".to_owned();
                article.published = day.clone();
            }
        };
        let told = said(one_day, |names| format!("{0} says 1; {0} says 2", names[0]));
        assert_eq!(told.matches('“').count(), 2, "no shorter name is its own: {told}");
    }
}
