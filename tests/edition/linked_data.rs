//! What the edition says of itself in the terms of schema.org: every block of every page, and every
//! file of linked data, with what each type has to have, and no address that leads nowhere.

#![allow(clippy::panic, reason = "a check that cannot go on says where it stands")]

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::place::place;
use crate::tree::Tree;
use crate::{built_with, committed, example};

/// Where the edition is said to stand.
pub const BASE: &str = "https://desk.example/edition/";

/// A built edition, and the address that it was built for; empty without one.
pub struct Edition {
    /// Its files.
    pub tree: Tree,
    /// The address.
    pub base: &'static str,
}

impl Edition {
    /// A file as JSON.
    pub fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.tree[path]).expect(path)
    }

    /// Where an address leads that a file gives, if that is in the edition: absolute on a page of an edition
    /// that has an address, else relative to the file.
    pub fn own(&self, file: &str, address: &str) -> Option<String> {
        Some(self.place(file, address)?.0)
    }

    fn place(&self, file: &str, address: &str) -> Option<(String, String)> {
        if self.base.is_empty() || is_linked(file) {
            let is_elsewhere = address.starts_with("https://") || address.starts_with("http://");
            return (!is_elsewhere).then(|| place(file, address));
        }
        assert!(address.starts_with("https://") || address.starts_with("http://"), "{file}: {address}");
        address.strip_prefix(self.base).map(|path| place("root", path))
    }

    /// An address of the edition leads to one of its files.
    pub fn there(&self, file: &str, address: &str) {
        let path = self.own(file, address).unwrap_or_else(|| panic!("{file}: {address} is elsewhere"));
        assert!(self.tree.contains_key(&path), "{file}: there is no {path}");
    }

    /// An address of the edition leads to a place on one of its pages.
    pub fn anchor(&self, file: &str, address: &str) {
        let (path, anchor) = self.place(file, address).unwrap_or_else(|| panic!("{address} is elsewhere"));
        let page = String::from_utf8_lossy(&self.tree[&path]);
        assert!(page.contains(&format!(" id=\"{anchor}\"")), "{file}: there is no {anchor} on {path}");
    }

    /// The letters and digits that stand on a page, without its marks and spaces.
    pub fn words(&self, page: &str) -> String {
        let html = String::from_utf8_lossy(&self.tree[page]);
        let texts = html.split('<').filter_map(|rest| rest.split_once('>')).map(|(_, text)| text);
        let text = texts.collect::<String>().replace("&#39;", "'").replace("&quot;", "\"");
        text.replace("&amp;", "&").chars().filter(|c| c.is_alphanumeric()).collect()
    }

    fn pages(&self) -> impl Iterator<Item = (&str, String)> {
        let pages = self.tree.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// A file in the terms of schema.org, whose addresses are relative to it.
fn is_linked(path: &str) -> bool {
    path.ends_with(".jsonld") && !path.ends_with("annotations.jsonld")
}

fn with_address() -> Option<Edition> {
    Some(Edition { tree: built_with(example()?, &["--base-url", BASE]), base: BASE })
}

fn without_address() -> Option<Edition> {
    Some(Edition { tree: committed()?, base: "" })
}

/// What a node of each type cannot be without.
fn required(kind: &str) -> &'static [&'static str] {
    match kind {
        "Report" => &["url", "name", "headline", "description", "inLanguage", "dateModified", "hasPart"],
        "Dataset" => {
            &["url", "name", "description", "license", "creator", "dateModified", "isPartOf", "distribution"]
        }
        "DataDownload" => &["name", "description", "contentUrl", "encodingFormat"],
        "Event" => &["@id", "url", "name", "description"],
        "Question" => &["@id", "url", "name"],
        "Claim" => &["@id", "text", "about", "appearance", "isBasedOn"],
        "Article" | "NewsArticle" | "AnalysisNewsArticle" | "SocialMediaPosting" => {
            &["@id", "headline", "inLanguage", "subjectOf"]
        }
        "Person" | "Organization" | "NewsMediaOrganization" | "Place" | "Thing" => &["name"],
        "Quotation" => &["text"],
        other => panic!("nothing of the edition is a {other}"),
    }
}

/// Checks a node and all that stands in it.
fn check(edition: &Edition, file: &str, node: &Value) {
    let (Value::Object(_) | Value::Array(_)) = node else { return };
    for part in node.as_array().into_iter().flatten() {
        check(edition, file, part);
    }
    let Some(fields) = node.as_object() else { return };
    if let Some(kind) = node["@type"].as_str() {
        for key in required(kind) {
            let value = &node[*key];
            assert!(
                !value.is_null() && value != "" && value != &Value::Array(vec![]),
                "{file}: {kind} {key}"
            );
        }
    }
    for (key, value) in fields {
        if let Some(text) = value.as_str() {
            check_text(edition, file, (key, text));
        }
        check(edition, file, value);
    }
}

fn check_text(edition: &Edition, file: &str, (key, text): (&str, &str)) {
    match key {
        "startDate" | "endDate" | "datePublished" | "dateModified" => {
            assert!(is_iso_date(text), "{file}: {key} {text}");
        }
        "@id" | "contentUrl" => edition.there(file, text),
        "url" if edition.own(file, text).is_some() => edition.there(file, text),
        _ => {}
    }
}

/// A day, a month or a year of the calendar.
fn is_iso_date(text: &str) -> bool {
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let parts: Vec<u32> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    let within = |at: usize, most: u32| parts.get(at).is_none_or(|&part| (1..=most).contains(&part));
    matches!(form.as_str(), "0000" | "0000-00" | "0000-00-00") && within(1, 12) && within(2, 31)
}

/// The block of a page, if it has one; more than one is too many.
fn block(path: &str, html: &str) -> Option<Value> {
    let mut blocks = html.split("<script type=\"application/ld+json\">").skip(1);
    let block = blocks.next()?.split_once("</script>").expect("the element ends").0;
    assert!(blocks.next().is_none(), "{path} has one block at most");
    assert!(!block.contains('<'), "{path}: no text ends the element");
    Some(serde_json::from_str(block).expect(path))
}

#[test]
fn every_page_that_search_engines_have_a_type_for_says_what_it_is() {
    for edition in [with_address(), without_address()].into_iter().flatten() {
        for (path, html) in edition.pages() {
            let expected = match path {
                "index.html" => Some("Report"),
                "data.html" => Some("Dataset"),
                "events/index.html" => None,
                path if path.starts_with("events/") => Some("Event"),
                _ => None,
            };
            let block = block(path, &html);
            let kind = block.as_ref().and_then(|block| block["@type"].as_str());
            assert_eq!(kind, expected, "{path}");
            let Some(block) = block else { continue };
            assert_eq!(block["@context"], "https://schema.org");
            assert_eq!(edition.own(path, block["url"].as_str().expect(path)).as_deref(), Some(path));
            check(&edition, path, &block);
        }
    }
}

#[test]
fn every_file_of_linked_data_is_whole_and_leads_nowhere_else() {
    for edition in [with_address(), without_address()].into_iter().flatten() {
        for path in edition.tree.keys().filter(|path| is_linked(path)) {
            let file = edition.json(path);
            let context = match edition.base {
                "" => json!("https://schema.org"),
                base => json!(["https://schema.org", { "@base": format!("{base}{path}") }]),
            };
            assert_eq!(file["@context"], context, "{path}");
            let graph = file["@graph"].as_array().expect(path);
            let ids: BTreeSet<&str> = graph.iter().filter_map(|node| node["@id"].as_str()).collect();
            assert_eq!(ids.len(), graph.len(), "{path}: a node has an id of its own");
            for node in graph {
                assert_ne!(node["@type"], "ClaimReview", "nothing here rates a claim");
                check(&edition, path, node);
                if node["@type"] == "Claim" {
                    edition.anchor(path, node["@id"].as_str().expect("it was required"));
                    for key in ["about", "appearance"] {
                        let id = node[key]["@id"].as_str().expect("a claim is about something, somewhere");
                        assert!(ids.contains(id), "{path}: {id} is no node of the file");
                    }
                }
            }
        }
    }
}

#[test]
fn every_page_that_has_linked_data_beside_it_names_the_file() {
    let Some(edition) = without_address() else { return };
    for (path, html) in edition.pages() {
        let link = "<link rel=\"alternate\" type=\"application/ld+json\" href=\"";
        let named = html.split_once(link).map(|(_, rest)| rest.split('"').next().unwrap_or_default());
        let beside = path.replace(".html", ".jsonld");
        let expected = match path {
            "index.html" | "data.html" => Some("data/variorum.jsonld".to_owned()),
            _ => edition.tree.contains_key(&beside).then_some(beside),
        };
        assert_eq!(named.and_then(|href| edition.own(path, href)), expected, "{path}");
    }
}
