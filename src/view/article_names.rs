//! What a link to a source says: its title, and where several share one, whose it is; entry point
//! [`article_names`].

use std::collections::BTreeMap;

use crate::language::{Key, Language};
use crate::model::{Article, Corpus};

/// The words of a link to each article, in the order of the corpus.
pub fn article_names(corpus: &Corpus, language: &Language) -> Vec<String> {
    let outlet = |article: &Article| match article.has_outlet() {
        true => article.outlet.clone(),
        false => language.say(Key::OutletUnknown),
    };
    let published = |article: &Article| match &article.published {
        Some(date) => language.date(date),
        None => language.say(Key::PublishedUnknown),
    };
    let titles: Vec<String> = corpus.articles.iter().map(|article| article.title.clone()).collect();
    let with_outlets = told_apart(&titles, |i| format!("{} ({})", titles[i], outlet(&corpus.articles[i])));
    told_apart(&with_outlets, |i| {
        let article = &corpus.articles[i];
        format!("{} ({}, {})", article.title, outlet(article), published(article))
    })
}

/// The names, with a longer one for each that occurs more than once.
fn told_apart(names: &[String], longer: impl Fn(usize) -> String) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    names.iter().for_each(|name| *counts.entry(name).or_default() += 1);
    let name = |(i, name): (usize, &String)| if counts[name.as_str()] > 1 { longer(i) } else { name.clone() };
    names.iter().enumerate().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_occur_twice_are_made_longer() {
        let names = ["Raid", "Raid", "Order"].map(str::to_owned);
        assert_eq!(told_apart(&names, |i| format!("Raid ({i})")), ["Raid (0)", "Raid (1)", "Order"]);
    }
}
