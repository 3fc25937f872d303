//! An edition of a thousand pages stays bearable: no page and no file that a search loads is heavy.
//!
//! Such HTML is sent compressed to about a twelfth, which a telephone on a slow line has within
//! seconds. Times are not asserted; benches/build measures them.

mod generated;

use camino::Utf8Path;
use generated::Size;
use variorum::output::OutputTree;
use variorum::pipeline::{self, Options};
use variorum::source;

/// 500 events told by 200 sources, a fact with 60 claims.
const SIZE: Size = Size { n_events: 500, n_articles: 200, n_telling_first: 60 };

/// The largest is an event that sixty sources tell, charts and all: three hundred claims, each quoted.
const PAGE_BYTES_MAX: usize = 600_000;
/// The records of that one event, in which nearly every source differs from every other; not yet split.
const RECORDS: &str = "discrepancies/events/operation-0000.html";
const RECORDS_BYTES_MAX: usize = 1_250_000;
const SHARD_BYTES_MAX: usize = 64 << 10;
const INDEX_BYTES_PER_PAGE_MAX: usize = 6 << 10;

#[test]
fn no_page_and_no_part_of_the_index_of_a_large_edition_is_unbearable() {
    let tree = large_edition();
    let mut pages = sizes(&tree, |path| path.ends_with(".html"));
    let index = sizes(&tree, |path| path.starts_with("search/"));
    let shards = sizes(&tree, |path| path.starts_with("search/t") || path == "search/index.js");
    let blocks = sizes(&tree, |path| path.starts_with("search/d"));
    let total: usize = index.iter().map(|(bytes, _)| bytes).sum();
    println!("{} pages, the largest:\n{}", pages.len(), told(&pages));
    println!("the search index: {total} bytes in {} files, {} a page", index.len(), total / pages.len());
    println!(
        "terms: {} files\n{}\nresults: {} files\n{}",
        shards.len(),
        told(&shards),
        blocks.len(),
        told(&blocks)
    );
    assert!(pages.len() > 1_000, "{} pages", pages.len());
    let most = |path: &str| if path == RECORDS { RECORDS_BYTES_MAX } else { PAGE_BYTES_MAX };
    pages.retain(|(bytes, path)| *bytes > most(path));
    assert!(pages.is_empty(), "more than {PAGE_BYTES_MAX} bytes:\n{}", told(&pages));
    let heavy: Vec<_> =
        shards.into_iter().chain(blocks).filter(|(bytes, _)| *bytes > SHARD_BYTES_MAX).collect();
    assert!(heavy.is_empty(), "more than {SHARD_BYTES_MAX} bytes:\n{}", told(&heavy));
    assert!(total / n_pages(&tree) <= INDEX_BYTES_PER_PAGE_MAX, "{total} bytes of index");
}

/// The edition in memory.
fn large_edition() -> OutputTree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = Utf8Path::from_path(folder.path()).expect("it is UTF-8");
    generated::write(root, SIZE).expect("the folder is ours");
    let loaded = source::load(root).expect("the project was just written");
    let built = pipeline::build(&loaded, &Options::default());
    let faults: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).take(9).collect();
    built.edition.unwrap_or_else(|| unreachable!("the project has errors: {faults:#?}")).tree
}

/// Files that are meant, the largest first.
fn sizes(tree: &OutputTree, is_meant: impl Fn(&str) -> bool) -> Vec<(usize, String)> {
    let files = tree.iter().filter(|(path, _)| is_meant(path.as_str()));
    let mut sizes: Vec<_> = files.map(|(path, bytes)| (bytes.len(), path.to_string())).collect();
    sizes.sort_by(|a, b| b.cmp(a));
    sizes
}

fn n_pages(tree: &OutputTree) -> usize {
    tree.iter().filter(|(path, _)| path.as_str().ends_with(".html")).count()
}

fn told(sizes: &[(usize, String)]) -> String {
    let lines = sizes.iter().take(8).map(|(bytes, path)| format!("  {bytes:>9} {path}"));
    lines.collect::<Vec<_>>().join("\n")
}
