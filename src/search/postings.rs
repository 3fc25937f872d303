//! Which documents hold a term, in files of terms that begin alike; entry point [`shards`].
//!
//! A file is one line per term: the term, a space, the documents that have it in their title, a
//! space, those that have it elsewhere. Documents are numbered from 0, and each stands as the
//! distance to the one before it, in base 36.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::terms;
use crate::view::Document;

/// About what a file holds; one query loads one for each word.
const SHARD_BYTES: usize = 12 << 10;

/// More files than this would only be emptier.
const N_SHARDS_MAX: u32 = 1 << 10;

/// The documents of a term.
#[derive(Default)]
struct Posting {
    in_title: Vec<usize>,
    elsewhere: Vec<usize>,
}

/// The text of every file; their number is a power of two.
pub fn shards(documents: &[Document]) -> Vec<String> {
    let with_line = |(term, posting): (String, Posting)| {
        let line = line(&term, &posting);
        (term, line)
    };
    let lines: Vec<(String, String)> = postings(documents).into_iter().map(with_line).collect();
    let total: usize = lines.iter().map(|(_, line)| line.len()).sum();
    let n_wanted = u32::try_from(total / SHARD_BYTES).unwrap_or(u32::MAX);
    let n = n_wanted.clamp(1, N_SHARDS_MAX).next_power_of_two();
    let mut shards = vec![String::new(); n as usize];
    for (term, line) in lines {
        shards[shard(&term, n) as usize].push_str(&line);
    }
    shards
}

/// The file that a term is in: by its first two characters, so that all words that begin with
/// what was typed so far are together.
pub fn shard(term: &str, n: u32) -> u32 {
    let hash = |hash: u32, c: char| hash.wrapping_mul(31).wrapping_add(u32::from(c));
    term.chars().take(2).fold(0, hash) % n
}

fn postings(documents: &[Document]) -> BTreeMap<String, Posting> {
    let mut postings: BTreeMap<String, Posting> = BTreeMap::new();
    for (i, document) in documents.iter().enumerate() {
        let in_title = terms(&document.title);
        let elsewhere: BTreeSet<String> = &terms(&document.context) | &terms(&document.text);
        for term in elsewhere.difference(&in_title) {
            postings.entry(term.clone()).or_default().elsewhere.push(i);
        }
        for term in in_title {
            postings.entry(term).or_default().in_title.push(i);
        }
    }
    postings
}

fn line(term: &str, posting: &Posting) -> String {
    format!("{term} {} {}\n", distances(&posting.in_title), distances(&posting.elsewhere))
}

fn distances(documents: &[usize]) -> String {
    let mut before = 0;
    let mut distance = |&document: &usize| {
        let distance = base_36(document - before);
        before = document;
        distance
    };
    documents.iter().map(&mut distance).collect::<Vec<_>>().join(",")
}

fn base_36(mut n: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[n % 36]));
        n /= 36;
        if n == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Group;

    fn document(title: &str, text: &str) -> Document {
        let (title, text) = (title.to_owned(), text.to_owned());
        Document {
            group: Group::Pages,
            href: "a.html".into(),
            title,
            context: String::new(),
            text,
            opening: None,
            lang: None,
        }
    }

    #[test]
    fn a_term_names_its_documents_by_distance_those_with_it_in_the_title_first() {
        let mut documents = vec![document("Raid", "raid"), document("Other", "a raid"), document("Raid", "")];
        documents.extend((3..40).map(|_| document("Other", "")));
        documents.push(document("Raid", ""));
        assert!(shards(&documents)[0].contains("\nraid 0,2,12 1\n"));
    }

    #[test]
    fn words_that_begin_alike_are_in_one_file() {
        assert_eq!(shard("phnom", 64), shard("ph", 64));
        assert_eq!(shard("ភ្នំ", 64), shard("ភ្", 64));
    }

    #[test]
    fn many_terms_are_spread_over_many_files() {
        let text =
            |i: usize| (0..40).map(|j| format!("{} ", base_36(i * 40_007 + j * 977))).collect::<String>();
        let documents: Vec<Document> = (0..400).map(|i| document("", &text(i))).collect();
        let shards = shards(&documents);
        assert!(shards.len() >= 8);
        assert!(shards.iter().all(|shard| shard.len() < 3 * SHARD_BYTES));
    }
}
