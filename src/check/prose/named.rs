//! Figures that belong to a name, and count nothing: those of curated names and headlines, of `COVID-19` and of
//! `Route 66`; entry points [`Names::new`] and [`Names::hold`].

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::names;
use crate::model::Corpus;
use crate::value::in_quote::Figure;

/// Names of the project that have digits in them, by the digits.
pub(super) struct Names<'a>(BTreeMap<String, Vec<&'a str>>);

impl<'a> Names<'a> {
    /// The names of entities and outlets, and the headlines of articles.
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let mut by_digits: BTreeMap<String, Vec<&'a str>> = BTreeMap::new();
        let articles = corpus.articles.iter().flat_map(|article| [article.outlet.as_str(), &article.title]);
        for name in corpus.entities.iter().flat_map(names::all).chain(articles) {
            for digits in digits(name) {
                by_digits.entry(digits.to_owned()).or_default().push(name);
            }
        }
        Self(by_digits)
    }

    /// Whether a figure of a text stands in a name.
    pub(super) fn hold(&self, text: &str, figure: &Figure) -> bool {
        figure.is_of_something
            || is_glued(&text[..figure.range.start], figure)
            || self.is_curated(text, figure)
    }

    fn is_curated(&self, text: &str, figure: &Figure) -> bool {
        let named = digits(&figure.words).flat_map(|digits| self.0.get(digits)).flatten();
        let mut stretches = named.map(|name| {
            let start = text.floor_char_boundary(figure.range.start.saturating_sub(name.len()));
            let end = text.ceil_char_boundary((figure.range.end + name.len()).min(text.len()));
            (name, start, &text[start..end])
        });
        stretches.any(|(name, start, stretch)| {
            stretch
                .match_indices(name)
                .any(|(at, _)| start + at < figure.range.end && figure.range.start < start + at + name.len())
        })
    }
}

/// Whether digits go on from a name with a hyphen: `COVID-19` and `note-1`, but not `mid-2025`.
fn is_glued(before: &str, figure: &Figure) -> bool {
    let Some(before) = before.strip_suffix(['-', '\u{2011}']) else { return false };
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let n_capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_short = figure.number.as_ref().is_some_and(|number| number.high < Decimal::ONE_THOUSAND);
    n_capitals > 1 || n_capitals == 1 && word.chars().count() == 1 || is_short && !word.is_empty()
}

/// The runs of digits in a text.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_numeric()).filter(|run| !run.is_empty())
}
