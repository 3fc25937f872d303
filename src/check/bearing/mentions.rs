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
                let words = without_elisions(known, name::words(known));
                let words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
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
        let words = without_elisions(text, name::words(text));
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

/// Words without the article or preposition that an apostrophe joins to them: `L’ARS`, `d’Evian`, `dell’Aquila`. `O’Brien` has
/// another letter before the apostrophe, and stays.
fn without_elisions(text: &str, words: Vec<(String, Range<usize>)>) -> Vec<(String, Range<usize>)> {
    let rest = |range: &Range<usize>| {
        let (head, tail) = text[range.clone()].split_once(['\'', '’'])?;
        let is_elision =
            ELISIONS.contains(&head.to_lowercase().as_str()) && tail.starts_with(char::is_uppercase);
        let (folded, _) = name::words(tail).into_iter().next().filter(|_| is_elision)?;
        Some((folded, range.end - tail.len()..range.end))
    };
    words.into_iter().map(|(word, range)| rest(&range).unwrap_or((word, range))).collect()
}

/// What French, Italian and Catalan join to a name.
const ELISIONS: [&str; 10] = ["l", "d", "qu", "jusqu", "lorsqu", "puisqu", "dell", "all", "nell", "dall"];
