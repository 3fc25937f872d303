//! The curated names that stand in a text: [`Names::within`].

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::names;
use crate::model::{Corpus, EntityIx};
use crate::value::name;

/// Every name of every entity, by its first word, longer ones first.
pub struct Names {
    by_first: BTreeMap<String, Vec<(Vec<String>, EntityIx)>>,
}

/// A curated name in a text.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Who or what is named.
    pub entity: EntityIx,
    /// Where the name stands.
    pub range: Range<usize>,
}

impl Names {
    /// The names of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, EntityIx)>> = BTreeMap::new();
        for (i, entity) in corpus.entities.iter().enumerate() {
            for known in names::all(entity) {
                let words: Vec<String> = name::words(known).into_iter().map(|(word, _)| word).collect();
                if let Some(first) = words.first() {
                    by_first.entry(first.clone()).or_default().push((words, EntityIx(i as u32)));
                }
            }
        }
        by_first.values_mut().for_each(|names| names.sort_by_key(|(words, _)| usize::MAX - words.len()));
        Self { by_first }
    }

    /// The names that stand in a text, each stretch for the longest.
    pub fn within(&self, text: &str) -> Vec<Mention> {
        let words = name::words(text);
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let begins = |name: &[String]| {
                words.len() - at >= name.len() && name.iter().zip(&words[at..]).all(|(a, (b, _))| a == b)
            };
            let known = self.by_first.get(&words[at].0).into_iter().flatten();
            // `us` is no name, and `US` may be one.
            let is_written_as_one = !text[words[at].1.clone()].starts_with(char::is_lowercase);
            match known.into_iter().find(|(name, _)| is_written_as_one && begins(name)) {
                Some((name, entity)) => {
                    let range = words[at].1.start..words[at + name.len() - 1].1.end;
                    mentions.push(Mention { entity: *entity, range });
                    at += name.len();
                }
                None => at += 1,
            }
        }
        mentions
    }
}
