//! What a reader stumbles over on a page that the program made of very little: lists, headings and
//! tables of nothing, `1 sources`, choices without a choice, alarms about nothing, links that lead
//! nowhere; entry point [`stumbles`].

use std::collections::{BTreeMap, BTreeSet};

use crate::markup::{Element, Node, parse};
use crate::tree::Tree;

/// What must hold something: an element of the first kind needs one of the others below it.
const FILLED: [(&str, &[&str]); 8] = [
    ("ul", &["li"]),
    ("ol", &["li"]),
    ("dl", &["dt"]),
    ("thead", &["th"]),
    ("tbody", &["tr"]),
    ("figure", &["svg"]),
    ("select", &["option"]),
    ("details", &["summary"]),
];

/// What must say something; a cell of a table may be blank.
const SAYING: [&str; 16] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "li",
    "dt",
    "dd",
    "th",
    "summary",
    "figcaption",
    "q",
    "blockquote",
    "title",
    "label",
    "a",
];

/// Words that end like a plural and are none.
const NO_PLURALS: [&str; 12] =
    ["is", "was", "has", "its", "this", "as", "does", "says", "answers", "across", "address", "names"];

/// Everything that a reader of the edition stumbles over, page by page.
pub fn stumbles(site: &Tree) -> Vec<String> {
    let pages = site.iter().filter(|(name, _)| name.ends_with(".html"));
    let pages: BTreeMap<&str, Element> =
        pages.map(|(name, bytes)| (name.as_str(), parse(&String::from_utf8_lossy(bytes)))).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|(name, page)| (*name, ids(page))).collect();
    let mut all = Vec::new();
    for (name, page) in &pages {
        let mut told: Vec<String> = Vec::new();
        told.extend(hollow(page));
        told.extend(miscounted(page));
        told.extend(idle(page));
        told.extend(unsectioned(page));
        // The page for missing addresses knows no place of its own.
        if *name != "404.html" {
            told.extend(lost(name, page, site, &ids));
        }
        all.extend(told.into_iter().map(|what| format!("{name}: {what}")));
    }
    all.extend(orphans(&pages));
    all
}

fn ids(page: &Element) -> BTreeSet<&str> {
    page.all().into_iter().map(|element| element.attribute("id")).filter(|id| !id.is_empty()).collect()
}

/// Lists, tables and headings of nothing.
fn hollow(page: &Element) -> Vec<String> {
    let mut told = Vec::new();
    for element in page.all() {
        // A script fills these: results, and what is shown of a filtered list.
        let is_filled_later = element.attributes.contains_key("hidden")
            || element.attribute("class") == "results"
            || element.attribute("role") == "status";
        if let Some((_, needed)) = FILLED.iter().find(|(name, _)| *name == element.name)
            && !is_filled_later
            && !needed.iter().any(|need| element.named(need).next().is_some())
        {
            told.push(format!("a <{}> of nothing", element.name));
        }
        if SAYING.contains(&element.name.as_str())
            && !is_filled_later
            && element.text().is_empty()
            && element.attribute("aria-label").is_empty()
            && element.named("input").next().is_none()
        {
            told.push(format!("a <{}> that says nothing", element.name));
        }
    }
    told
}

/// `1 sources`, `0 of 0`, `1 of 1`.
fn miscounted(page: &Element) -> Vec<String> {
    let Some(main) = page.named("main").next() else { return Vec::new() };
    let text = said(main);
    let words: Vec<&str> = text.split_whitespace().collect();
    let plural = words.windows(2).filter(|pair| {
        let noun = pair[1].trim_end_matches(|c: char| !c.is_alphabetic());
        let is_plural = noun.len() > 2
            && noun.ends_with('s')
            && !noun.ends_with("ss")
            && noun.chars().all(|c| c.is_ascii_lowercase())
            && !NO_PLURALS.contains(&noun);
        pair[0] == "1" && is_plural
    });
    let mut told: Vec<String> = plural.map(|pair| format!("“{} {}”", pair[0], pair[1])).collect();
    told.extend(
        words.windows(3).filter(|three| three.join(" ").starts_with("0 of 0")).map(|_| "“0 of 0”".to_owned()),
    );
    told
}

/// The program's own words of a page, and the authors': not those of sources.
fn said(element: &Element) -> String {
    let words = element.children.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(inner) if ["q", "blockquote", "code", "sup"].contains(&inner.name.as_str()) => {
            String::new()
        }
        Node::Element(inner) => said(inner),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Choices without a choice, alarms about nothing, ways to an empty list.
fn idle(page: &Element) -> Vec<String> {
    let mut told = Vec::new();
    for select in page.named("select") {
        // The first option means all.
        if select.named("option").count() < 3 {
            told.push(format!("a choice of one: {}", select.text()));
        }
    }
    for found in page.all().into_iter().filter(|element| element.attribute("class") == "found") {
        if found.text().starts_with("0 ") {
            told.push(format!("an alarm about nothing: {}", found.text()));
        }
    }
    for item in page.named("nav").flat_map(|nav| nav.named("li")) {
        if item.text().ends_with(" 0")
            && item.named("a").all(|link| !link.attribute("href").ends_with("discrepancies.html"))
        {
            told.push(format!("a way to an empty list: {}", item.text()));
        }
    }
    for jump in page.all().into_iter().filter(|element| element.attribute("class") == "jump") {
        // Beside the sections there may be lists of events and sources.
        let sections =
            if jump.name == "p" { Some(jump) } else { jump.elements().find(|inner| inner.name == "p") };
        if sections.is_some_and(|sections| sections.named("a").count() == 1) {
            told.push(format!("a choice of one section: {}", jump.text()));
        }
    }
    told
}

/// Sections that are a heading and nothing under it.
fn unsectioned(page: &Element) -> Vec<String> {
    let is_heading = |element: &Element| ["h1", "h2", "h3", "h4"].contains(&element.name.as_str());
    let sections = page.named("section").filter(|section| !section.attributes.contains_key("hidden"));
    let hollow = sections.filter(|section| {
        let margin = section.elements().find(|inner| inner.attribute("class") == "margin");
        let heading = section.elements().find(|inner| is_heading(inner)).or(margin);
        heading.is_some_and(|heading| section.text() == heading.text())
    });
    hollow.map(|section| format!("a section of nothing: {}", section.text())).collect()
}

/// Links to no page or to no place on it, and pages without a way back.
fn lost(name: &str, page: &Element, site: &Tree, ids: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let mut told = Vec::new();
    let mut leads_home = name == "index.html";
    for link in page.named("a").map(|link| link.attribute("href")) {
        if link.is_empty() || link.contains("://") || link.starts_with("mailto:") {
            continue;
        }
        let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
        let path = path.split('?').next().unwrap_or_default();
        let target = if path.is_empty() { name.to_owned() } else { resolved(name, path) };
        leads_home |= target == "index.html";
        if !site.contains_key(&target) {
            told.push(format!("a link to no page: {link}"));
        } else if !fragment.is_empty() && ids.get(target.as_str()).is_some_and(|ids| !ids.contains(fragment))
        {
            told.push(format!("a link to no place: {link}"));
        }
    }
    if !leads_home {
        told.push("no way back to the briefing".to_owned());
    }
    told
}

/// Pages that no other page leads to.
fn orphans(pages: &BTreeMap<&str, Element>) -> Vec<String> {
    let links = pages.iter().filter(|(name, _)| **name != "404.html").flat_map(|(name, page)| {
        page.named("a")
            .map(|link| link.attribute("href").split(['#', '?']).next().unwrap_or_default())
            .filter(|path| !path.is_empty())
            .map(|path| resolved(name, path))
            .filter(|target| target != name)
            .collect::<Vec<_>>()
    });
    let reached: BTreeSet<String> = links.collect();
    let is_lost = |name: &&&str| **name != "404.html" && !reached.contains(**name);
    pages.keys().filter(is_lost).map(|name| format!("{name}: no page leads here")).collect()
}

/// An address on a page as a path from the root.
fn resolved(page: &str, path: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// A page with this in its main part, as the program would write it.
fn page(main: &str) -> Tree {
    let html = format!(
        "<html><body><nav><ul><li><a href=\"index.html\">Briefing</a></li></ul></nav><main id=\"content\">{main}</main></body></html>"
    );
    [("index.html".to_owned(), html.into_bytes())].into()
}

#[track_caller]
fn check(main: &str, expected: &[&str]) {
    let told: Vec<String> =
        stumbles(&page(main)).into_iter().filter(|told| !told.contains("no page leads here")).collect();
    assert_eq!(told, expected.iter().map(|what| format!("index.html: {what}")).collect::<Vec<_>>());
}

#[test]
fn nothing_is_stumbled_over_on_a_sound_page() {
    check("<h1>All</h1><ul><li><a href=\"#content\">1 source</a></li></ul><p>21 sources</p>", &[]);
}

#[test]
fn lists_and_headings_of_nothing_are_stumbled_over() {
    check("<h1></h1><ul></ul>", &["a <h1> that says nothing", "a <ul> of nothing"]);
    check("<table><tbody></tbody></table>", &["a <tbody> of nothing"]);
    check("<section><h2>Charts</h2><div></div></section>", &["a section of nothing: Charts"]);
    check(
        "<section><div class=\"margin\"><h2>Open</h2><p>About.</p></div><div></div></section>",
        &["a section of nothing: Open About."],
    );
}

#[test]
fn wrong_plurals_are_stumbled_over_but_for_those_of_sources() {
    check("<p>These <b>1</b> sources agree, 0 of 0 found</p>", &["“1 sources”", "“0 of 0”"]);
    check("<q><a href=\"#content\">1 sources</a></q>", &[]);
    check("<p>1 has 11 sources, 2.1 days</p>", &[]);
}

#[test]
fn idle_choices_alarms_and_ways_are_stumbled_over() {
    check("<select><option>all</option><option>Raid</option></select>", &["a choice of one: all Raid"]);
    check("<p class=\"found\">0 discrepancies</p>", &["an alarm about nothing: 0 discrepancies"]);
    check(
        "<nav><ul><li><a href=\"#content\">Names <b>0</b></a></li></ul></nav>",
        &["a way to an empty list: Names 0"],
    );
    check(
        "<p class=\"jump\">Sections: <a href=\"#content\">2025</a></p>",
        &["a choice of one section: Sections: 2025"],
    );
}

#[test]
fn links_to_nothing_are_stumbled_over() {
    check(
        "<a href=\"gone.html\">A</a><a href=\"#gone\">B</a>",
        &["a link to no page: gone.html", "a link to no place: #gone"],
    );
    let lonely: Tree = [("a/b.html".to_owned(), b"<main></main>".to_vec())].into();
    assert_eq!(stumbles(&lonely), ["a/b.html: no way back to the briefing", "a/b.html: no page leads here"]);
}
