//! The search index as scripts that load only what a query needs; entry point [`files`].
//!
//! Scripts and not data, because a page that is opened from a disk may fetch nothing. A query loads
//! `index.js`, for each word the one file of terms that begin alike, and the blocks that hold the
//! results on show. Every file calls `variorum(name, data)`; assets/search.js answers. Which file a
//! term is in is computed from its first two characters, by `postings::shard` and by that script.

mod blocks;
mod postings;

use serde_json::{Value, json};

use crate::digest::Digest;
use crate::plan::Route;
use crate::view::{Document, Group};

/// The folder of the index.
const FOLDER: &str = "search";

/// Every file of the index; the documents come in the order of their groups.
pub fn files(documents: &[Document]) -> Vec<(Route, Vec<u8>)> {
    let (blocks, starts) = blocks::blocks(documents);
    let shards = postings::shards(documents);
    let named = |letter: char, texts: Vec<Value>| {
        texts.into_iter().enumerate().map(move |(i, data)| (format!("{letter}{i}"), data))
    };
    let n_shards = shards.len();
    let shards = shards.into_iter().map(Value::String).collect();
    let mut files: Vec<(String, Vec<u8>)> =
        named('d', blocks).chain(named('t', shards)).map(|(name, data)| script(name, &data)).collect();
    let ends: Vec<usize> =
        Group::ALL.iter().map(|&group| documents.partition_point(|one| one.group <= group)).collect();
    let index = json!({ "version": version(&files), "shards": n_shards, "blocks": starts, "ends": ends });
    files.push(script("index".to_owned(), &index));
    let route = |name| Route::new(format!("{FOLDER}/{name}.js"));
    files.into_iter().map(|(name, bytes)| (route(name), bytes)).collect()
}

fn script(name: String, data: &Value) -> (String, Vec<u8>) {
    let text = format!("variorum({}, {data});\n", Value::from(name.as_str()));
    (name, text.into_bytes())
}

/// What is asked for with every file but the first, so that a browser's store of an older edition
/// is not mixed with this one.
fn version(files: &[(String, Vec<u8>)]) -> String {
    Digest::of_joined(files.iter().map(|(_, bytes)| bytes.as_slice())).to_string()[..8].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::plan;
    use crate::view::{Edition, documents, fixture};

    #[test]
    fn results_come_in_the_order_of_their_groups_and_each_has_a_title_and_an_address() {
        let (corpus, findings) = (fixture::corpus(), fixture::findings());
        let plan = plan(&corpus, &findings);
        let documents =
            documents(&Edition::new(&corpus, &findings, &plan, &crate::language::Language::english()));
        assert!(documents.is_sorted_by_key(|one| one.group));
        assert!(documents.iter().all(|one| !one.title.is_empty() && !one.href.is_empty()));
        let quote = documents.iter().find(|one| one.group == Group::Quotes).unwrap();
        assert_eq!(quote.href, "events/raids.html#fact-0--source-0");
    }

    #[test]
    fn an_edition_without_anything_has_an_index_all_the_same() {
        let files = files(&[]);
        let names: Vec<&str> = files.iter().map(|(route, _)| route.as_str()).collect();
        assert_eq!(names, ["search/t0.js", "search/index.js"]);
    }
}
