//! An edition of a thousand pages stays bearable: no page and no file that a search loads is heavy.
//!
//! Such HTML is sent compressed to about a twelfth, which a telephone on a slow line has within
//! seconds. Times are not asserted; benches/build measures them.

mod crowded;
mod daily;
mod edit;
mod generated;
mod names;
mod query;

use camino::Utf8Path;
use generated::Size;
use variorum::output::OutputTree;
use variorum::pipeline::{self, Options};
use variorum::source;

/// 500 events told by 200 sources, a fact with 60 claims.
const SIZE: Size = Size { n_events: 500, n_articles: 200, n_telling_first: 60 };

/// No page is heavier at any size.
const PAGE_BYTES_MAX: usize = 250_000;
const OVERVIEW_BYTES_MAX: usize = 250_000;
const SHARD_BYTES_MAX: usize = 64 << 10;
const INDEX_BYTES_PER_PAGE_MAX: usize = 6 << 10;

/// What a query may load: words that stand nearly everywhere, and such as stand in one place.
const QUERY_BYTES_MAX: usize = 250_000;
const QUERIES: [&str; 6] =
    ["arrested", "operation 17", "police arrested people", "sok dara", "lund outlet 7", "1,203"];

/// One edition for all of it: building it is most of the work.
#[test]
fn a_large_edition_stays_bearable() {
    let tree = large_edition();
    weights_stay_within_their_budgets(&tree);
    queries_load_little(&tree);
    indexes_are_divided_with_counts(&tree);
    overviews_do_not_grow_with_the_edition(&tree);
    overviews_name_records_that_stand_elsewhere(&tree);
    what_is_told_in_short_is_short(&tree);
    let pages = tree.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let faults = names::faults(pages.map(|(path, bytes)| (path.as_str(), &**bytes)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn weights_stay_within_their_budgets(tree: &OutputTree) {
    let mut pages = sizes(tree, |path| path.ends_with(".html"));
    let index = sizes(tree, |path| path.starts_with("search/"));
    let shards = sizes(tree, |path| path.starts_with("search/t") || path == "search/index.js");
    let blocks = sizes(tree, |path| path.starts_with("search/d"));
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
    pages.retain(|(bytes, _)| *bytes > PAGE_BYTES_MAX);
    assert!(pages.is_empty(), "more than {PAGE_BYTES_MAX} bytes:\n{}", told(&pages));
    let heavy: Vec<_> =
        shards.into_iter().chain(blocks).filter(|(bytes, _)| *bytes > SHARD_BYTES_MAX).collect();
    assert!(heavy.is_empty(), "more than {SHARD_BYTES_MAX} bytes:\n{}", told(&heavy));
    assert!(total / n_pages(tree) <= INDEX_BYTES_PER_PAGE_MAX, "{total} bytes of index");
}

fn queries_load_little(tree: &OutputTree) {
    for words in QUERIES {
        let weight = query::weigh(tree, words);
        println!(
            "“{words}”: {} results, {} bytes in {} files",
            weight.n_found,
            weight.bytes(),
            weight.files.len()
        );
        assert!(weight.n_found > 0, "“{words}” is in the edition");
        assert!(weight.bytes() <= QUERY_BYTES_MAX, "“{words}” loads {:#?}", weight.files);
    }
}

fn indexes_are_divided_with_counts(tree: &OutputTree) {
    let part = |root: &str| {
        format!("<a href=\"{root}index--2025-03.html\">March 2025</a> <span class=\"n\">42</span>")
    };
    let events = page(tree, "events/index.html");
    assert!(events.contains(&part("")), "a month with its count");
    assert!(events.contains("<i id=\"month-2025-03\"></i>"), "where it stood once");
    let march = page(tree, "events/index--2025-03.html");
    assert!(march.contains("<h2>2025 <span class=\"n\">42</span></h2>"), "the events of the month");
    let timeline = page(tree, "timeline.html");
    assert!(timeline.contains(&part("events/")), "a month with its count");
    assert!(
        timeline.find("January 2025</a>").unwrap() < timeline.find("March 2025</a>").unwrap(),
        "earliest first"
    );
    assert!(!timeline.contains("<svg"), "no chart of five hundred rows");
    let sources = page(tree, "sources/index.html");
    assert!(sources.contains("<h2>L <span class=\"n\">16</span></h2>"), "a letter with its count");
    assert!(sources.contains("href=\"#sources-l\">L (16)</a>"), "a link to it");
}

/// What lists the whole edition leads to pages of its own before it is heavy.
fn overviews_do_not_grow_with_the_edition(tree: &OutputTree) {
    let is_of_a_thing = |path: &str| {
        let (folder, file) = path.split_once('/').unwrap_or(("", path));
        !folder.is_empty() && !file.starts_with("index")
    };
    let is_overview = |path: &str| path.ends_with(".html") && !is_of_a_thing(path);
    let overviews = sizes(tree, is_overview);
    println!("overviews:\n{}", told(&overviews));
    let heavy: Vec<_> = overviews.into_iter().filter(|(bytes, _)| *bytes > OVERVIEW_BYTES_MAX).collect();
    assert!(heavy.is_empty(), "more than {OVERVIEW_BYTES_MAX} bytes:\n{}", told(&heavy));
}

/// Sixty sources on a side, or two hundred rows of a chart, are for the pages of their own.
fn what_is_told_in_short_is_short(tree: &OutputTree) {
    let briefing = page(tree, "index.html");
    assert!(briefing.contains("more on this side</a>"), "the first of each side, and how many more");
    assert!(briefing.matches("<li><b class=\"siglum\">").count() < 100, "not every claim of every dispute");
    let coverage = String::from_utf8(tree.get("charts/coverage.csv").unwrap().to_vec()).unwrap();
    assert_eq!(coverage.lines().count(), 21, "the sources that say most");
}

/// What stood on one page once is named in a table as long as there is room, else found through its event.
fn overviews_name_records_that_stand_elsewhere(tree: &OutputTree) {
    let overview = page(tree, "discrepancies.html");
    assert!(overview.contains("<a href=\"discrepancies/events/operation-0003.html\">"), "a page an event");
    let rows = overview.matches("<tr id=\"").count();
    assert!((1..=200).contains(&rows), "the gravest disputes by their ids, {rows} of them");
    let of_event = page(tree, "discrepancies/events/operation-0000.html");
    assert!(
        of_event.contains("href=\"operation-0000/by-nationality--chinese.html"),
        "questions and parts apart"
    );
}

fn page(tree: &OutputTree, path: &str) -> String {
    String::from_utf8(tree.get(path).expect("the page is there").to_vec()).expect("pages are UTF-8")
}

/// The edition in memory.
fn large_edition() -> OutputTree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = Utf8Path::from_path(folder.path()).expect("it is UTF-8");
    generated::write(root, SIZE).expect("the folder is ours");
    built(root)
}

fn built(root: &Utf8Path) -> OutputTree {
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
