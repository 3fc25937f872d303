//! A text made ready for many searches: [`Prepared`].

use std::ops::Range;
use std::sync::OnceLock;

use super::fold::{Case, cluster_len, fold_cluster, is_invisible};
use super::grams::{Grams, LONG};

/// A text with its folded forms, each place of which leads back to the original.
#[derive(Clone, Debug)]
pub struct Prepared<'a> {
    pub(super) original: &'a str,
    pub(super) folded: Layer,
    /// Made when a quote is not found as it is written.
    lower: OnceLock<Layer>,
    /// How capitals are folded in the layer for quotes in another case.
    pub(super) case: Case,
}

impl<'a> Prepared<'a> {
    /// Folds a text once, in time linear in its length.
    pub fn new(original: &'a str) -> Self {
        Self::by(original, Case::Folded)
    }

    /// The same, with the capitals of a language by its tag.
    pub fn of_language(original: &'a str, language: &str) -> Self {
        Self::by(original, Case::folded(language))
    }

    fn by(original: &'a str, case: Case) -> Self {
        let folded = Layer::new(original, Case::Kept);
        Self { original, folded, lower: OnceLock::new(), case }
    }

    /// The text without capitals.
    pub(super) fn lower(&self) -> &Layer {
        self.lower.get_or_init(|| Layer::new(self.original, self.case))
    }

    /// The text as it was given.
    pub fn original(&self) -> &'a str {
        self.original
    }
}

/// One folded form of a text.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub text: String,
    /// In order; together they cover the folded text without a gap.
    clusters: Vec<Cluster>,
    /// Made when a long text is searched for the first time.
    grams: OnceLock<Grams>,
}

/// A character of the original with its marks, or a run of spaces.
#[derive(Clone, Copy, Debug)]
struct Cluster {
    /// Where its folded form starts.
    folded: u32,
    /// Where it stands in the original.
    start: u32,
    end: u32,
}

impl Layer {
    pub fn new(original: &str, case: Case) -> Self {
        let mut layer =
            Self { text: String::with_capacity(original.len()), clusters: vec![], grams: OnceLock::new() };
        let mut at = 0;
        while let Some(c) = original[at..].chars().next() {
            let len = if c.is_whitespace() || is_invisible(c) {
                c.len_utf8()
            } else {
                cluster_len(&original[at..])
            };
            if c.is_whitespace() {
                layer.space(at..at + len);
            } else if !is_invisible(c) {
                layer.clusters.push(Cluster {
                    folded: offset(layer.text.len()),
                    start: offset(at),
                    end: offset(at + len),
                });
                fold_cluster(&original[at..at + len], case, &mut layer.text);
            }
            at += len;
        }
        layer
    }

    fn space(&mut self, range: Range<usize>) {
        match self.clusters.last_mut() {
            Some(last) if self.text.ends_with(' ') => last.end = offset(range.end),
            _ => {
                let folded = offset(self.text.len());
                self.clusters.push(Cluster { folded, start: offset(range.start), end: offset(range.end) });
                self.text.push(' ');
            }
        }
    }

    /// The first place of folded words from an offset on.
    pub fn find(&self, words: &str, from: usize) -> Option<usize> {
        if self.text.len() >= LONG
            && let Some(found) =
                self.grams.get_or_init(|| Grams::new(&self.text)).find(&self.text, words, from)
        {
            return found;
        }
        self.text[from..].find(words).map(|at| from + at)
    }

    /// The stretch of the original under a stretch of the folded text, where both begin and end
    /// with whole characters.
    pub fn original(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let first = self.cluster_at(folded.start)?;
        let last = match self.cluster_at(folded.end) {
            Some(after) => after.checked_sub(1)?,
            None if folded.end == self.text.len() => self.clusters.len().checked_sub(1)?,
            None => return None,
        };
        let range = self.clusters[first].start as usize..self.clusters.get(last)?.end as usize;
        (first <= last).then_some(range)
    }

    /// Where the folded form of an original offset starts.
    pub fn folded(&self, original: usize) -> usize {
        let i = self.clusters.partition_point(|cluster| (cluster.start as usize) < original);
        self.clusters.get(i).map_or(self.text.len(), |cluster| cluster.folded as usize)
    }

    fn cluster_at(&self, folded: usize) -> Option<usize> {
        self.clusters.binary_search_by_key(&offset(folded), |cluster| cluster.folded).ok()
    }
}

/// Texts are capped far below 4 GiB when they are read; a longer one is cut off, never misread.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_folded_text_leads_back() {
        let text = "a \n “e\u{301}\u{ad}x” …";
        let layer = Layer::new(text, Case::Kept);
        assert_eq!(layer.text, "a \"\u{e9}x\" ...");
        let back = |words: &str| {
            let start = layer.text.find(words).unwrap();
            layer.original(start..start + words.len()).map(|range| &text[range])
        };
        assert_eq!(back("\u{e9}x"), Some("e\u{301}\u{ad}x"));
        assert_eq!(back("\u{e9}"), Some("e\u{301}"));
        assert_eq!(back(" "), Some(" \n "));
        assert_eq!(back("..."), Some("…"));
        assert_eq!(back(".."), None, "half an ellipsis is no place in the original");
        assert_eq!(back(""), None);
        assert_eq!(&layer.text[layer.folded(text.find('x').unwrap())..], "x\" ...");
    }
}
