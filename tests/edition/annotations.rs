//! data/annotations.jsonld against the Web Annotation Data Model (W3C Recommendation, 23 February
//! 2017): what its sections 3 to 5 say that a collection, a page, an annotation, a body, a target
//! and a selector must have, as rules, over the whole edition.

#![allow(clippy::panic, reason = "a check that cannot go on says where it stands")]

use serde_json::Value;

use crate::linked_data::{BASE, Edition};
use crate::{built_with, committed, example};

const FILE: &str = "data/annotations.jsonld";

/// A text that has to be there once.
fn one<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("one text `{key}` in {value}"))
}

fn check(edition: &Edition) {
    let file = edition.json(FILE);
    // 5.1: one IRI, the class, a label, how many there are, and the first page where there is any.
    assert_eq!(one(&file, "@context"), "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(one(&file, "type"), "AnnotationCollection");
    assert!(!one(&file, "label").is_empty());
    edition.there(FILE, one(&file, "id"));
    // 5.2: an embedded page has an IRI of its own, belongs to the collection, and says where it begins.
    let page = &file["first"];
    assert_eq!((one(page, "type"), &page["startIndex"]), ("AnnotationPage", &Value::from(0)));
    assert_eq!(one(page, "partOf"), one(&file, "id"));
    assert_eq!(one(page, "id"), one(&file, "last"), "the only page is the last");
    assert_ne!(one(page, "id"), one(&file, "id"), "an IRI names one thing");
    assert_eq!(page.get("next"), None);
    let items = page["items"].as_array().expect("a page lists its annotations");
    assert_eq!(file["total"], items.len());
    let mut ids: Vec<&str> = items.iter().map(|item| one(item, "id")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len(), "an IRI names one annotation");
    items.iter().for_each(|item| check_annotation(edition, item));
}

/// 3.1 to 3.3: one IRI, the class, a body with its text, at least one target.
fn check_annotation(edition: &Edition, item: &Value) {
    assert_eq!((one(item, "type"), one(item, "motivation")), ("Annotation", "describing"));
    edition.anchor(FILE, one(item, "id"));
    let body = &item["body"];
    assert_eq!((one(body, "type"), one(body, "format")), ("TextualBody", "text/plain"));
    assert!(!one(body, "value").is_empty() && !one(body, "language").is_empty());
    let targets = item["target"].as_array().expect("targets are listed");
    assert!(!targets.is_empty(), "{item}");
    for target in targets {
        // 4: one source, and how a part of it is selected; 4.2.4: the words themselves.
        let selector = &target["selector"];
        assert_eq!(one(selector, "type"), "TextQuoteSelector");
        let exact = one(selector, "exact");
        assert!(!exact.is_empty() && !exact.contains("..."), "a part is words that stand together: {exact}");
        for around in ["prefix", "suffix"] {
            assert!(selector.get(around).is_none_or(Value::is_string), "{selector}");
        }
        if let Some(page) = edition.own(FILE, one(target, "source")) {
            let words = edition.words(&page);
            assert!(words.contains(&squeezed(exact)), "{page} does not hold `{exact}`");
        }
    }
}

/// Without spaces and marks, which a page sets as its language wants them.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn annotations_have_the_shape_of_the_model_and_lead_to_words_and_claims() {
    let Some(example) = example() else { return };
    check(&Edition { tree: built_with(example, &["--base-url", BASE]), base: BASE });
}

#[test]
fn without_an_address_they_lead_there_from_where_the_file_stands() {
    let Some(tree) = committed() else { return };
    check(&Edition { tree, base: "" });
}
