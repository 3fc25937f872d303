//! Each page of the edition has a title and a description of its own, made from what it holds.

use crate::{committed, names};

#[test]
fn every_page_has_a_title_and_a_description_of_its_own_that_is_shown_whole() {
    let Some(site) = committed() else { return };
    let pages = site.iter().filter(|(name, _)| name.ends_with(".html"));
    let faults = names::faults(pages.map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pages_without_are_noticed() {
    let page = |title: &str, description: &str| {
        format!("<title>{title}</title><meta name=\"description\" content=\"{description}\">").into_bytes()
    };
    let long = "a word ".repeat(24);
    let pages = [
        ("a.html", page("A", "The first.")),
        ("b.html", page("A", "The second.")),
        ("c.html", page("C", "The first.")),
        ("d.html", page("D", "")),
        ("e.html", page("E", &long)),
    ];
    let faults = names::faults(pages.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    assert_eq!(
        faults,
        [
            "b.html and a.html have one title: A".to_owned(),
            "c.html and a.html have one description: The first.".to_owned(),
            "d.html has no description".to_owned(),
            format!("the description of e.html has {} characters: {long}", long.len()),
        ]
    );
}
