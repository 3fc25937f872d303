//! Editions at the edges: of one report, of sources that all agree, of settled disputes only, of very
//! long names, in other scripts, with siblings held back. Each is read as a reader reads it.

use camino::Utf8PathBuf;

use crate::reader::stumbles;
use crate::tree::Tree;
use crate::{built_with, committed, repository};

fn project(name: &str) -> Utf8PathBuf {
    repository().join("tests/edges").join(name)
}

fn edition(name: &str) -> Tree {
    built_with(&project(name), &[])
}

/// Reads an edition whole, with what machines read of it.
#[track_caller]
fn check(name: &str) -> Tree {
    let site = edition(name);
    let told = stumbles(&site);
    assert!(told.is_empty(), "{name}:\n{}", told.join("\n"));
    machine_files_hold_something(&site);
    site
}

fn machine_files_hold_something(site: &Tree) {
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with("json") || path.ends_with(".jsonld")) {
        let read = serde_json::from_slice::<serde_json::Value>(bytes);
        assert!(read.is_ok(), "{path}: {read:?}");
    }
    let sitemap = text(site, "sitemap.xml");
    // The page for missing addresses and the way to all others are no results of a search.
    let is_told =
        |path: &&String| path.ends_with(".html") && !["404.html", "search.html"].contains(&path.as_str());
    for page in site.keys().filter(is_told) {
        assert!(sitemap.contains(&format!("/{page}</loc>")), "{page} is not in the sitemap");
    }
    assert_eq!(sitemap.matches("<loc>").count(), site.keys().filter(is_told).count());
    assert!(text(site, "feed.xml").contains("<entry>"), "the feed has no entry");
    assert!(!text(site, "feed.json").contains("\"items\":[]"), "the feed has no item");
}

fn text(site: &Tree, path: &str) -> String {
    let bytes = site.get(path).map(Vec::as_slice).unwrap_or_default();
    assert!(!bytes.is_empty(), "{path} is not there");
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn an_edition_of_one_report_compares_nothing() {
    let site = check("one");
    assert!(text(&site, "agreement.html").contains("There is only one source so far"));
    assert!(text(&site, "discrepancies.html").contains("There is only one source so far"));
    assert!(text(&site, "events/search.html").contains("Only one source reports on this"));
    for nothing in [
        "questions/index.html",
        "entities/index.html",
        "charts/agreement.svg",
        "charts/coverage.svg",
        "charts/timeline.svg",
        "charts/totals.svg",
    ] {
        assert!(!site.contains_key(nothing), "{nothing} holds nothing");
    }
}

#[test]
fn an_edition_without_a_discrepancy_says_so_calmly() {
    let site = check("agreeing");
    assert!(text(&site, "discrepancies.html").contains("The recorded sources do not disagree anywhere."));
    assert!(!site.contains_key("charts/totals.svg"));
    assert!(text(&site, "briefing.md").contains("No contradiction between the sources is open."));
}

#[test]
fn sources_of_one_title_are_told_apart_wherever_they_are_named() {
    let page = text(&edition("agreeing"), "sources/relay.html");
    assert!(page.contains(">Bridge closed (North Post)</a>"), "{page}");
}

#[test]
fn settled_disputes_are_not_called_open() {
    let site = check("settled");
    let briefing = text(&site, "index.html");
    assert!(
        briefing.contains("No contradiction between the sources is open. <a href=\"discrepancies.html\">"),
        "{briefing}"
    );
    assert!(text(&site, "discrepancies.html").contains("settled."));
}

#[test]
fn slight_disputes_are_not_denied() {
    let briefing = text(&check("slight"), "index.html");
    assert!(briefing.contains("No contradiction of major or moderate weight is open."), "{briefing}");
}

#[test]
fn names_of_any_length_and_script_make_an_edition() {
    check("names");
}

#[test]
fn an_arabic_edition_runs_from_right_to_left() {
    let site = check("arabic");
    assert!(text(&site, "index.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_chinese_edition_is_marked_as_such() {
    assert!(text(&check("chinese"), "index.html").contains("<html lang=\"zh-Hans\">"));
}

#[test]
fn siblings_that_are_held_back_leave_no_trace() {
    let (site, alone) = (check("drafts"), edition("one"));
    assert!(site.keys().eq(alone.keys()), "the same files as without them");
    for (path, bytes) in &site {
        assert!(!String::from_utf8_lossy(bytes).to_lowercase().contains("zzyzx"), "{path}");
    }
}

#[test]
fn the_repositorys_own_edition_and_a_newcomers_are_read_too() {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let root = camino::Utf8Path::from_path(folder.path()).expect("it is UTF-8").join("desk");
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_variorum"))
        .args(["new", "project", root.as_str()])
        .output();
    assert!(made.expect("the program was built beside this test").status.success());
    for site in committed().into_iter().chain([built_with(&root, &[])]) {
        let told = stumbles(&site);
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}
