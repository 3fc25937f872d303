//! Both feeds tell the same, and say what their formats demand (RFC 4287, JSON Feed 1.1).

use std::collections::BTreeSet;

use crate::{data, text, with_address};
use serde_json::Value;

/// An element that holds text or nothing: its name, attributes and text. The writer puts one on a line.
type Line<'a> = (&'a str, &'a str, &'a str);

fn lines(xml: &str) -> Vec<Line<'_>> {
    xml.lines()
        .map(str::trim)
        .filter_map(|line| {
            let (tag, rest) = line.strip_prefix('<')?.split_once('>')?;
            let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag, ""));
            Some((name, attributes, rest.split('<').next().unwrap_or_default()))
        })
        .collect()
}

/// The one text of an element that has to be there once.
fn one<'a>(lines: &[Line<'a>], name: &str) -> &'a str {
    let found: Vec<&str> = lines.iter().filter(|line| line.0 == name).map(|line| line.2).collect();
    assert_eq!(found.len(), 1, "one `{name}` in {lines:?}");
    found[0]
}

fn is_timestamp(text: &str) -> bool {
    let form = |c: char| if c.is_ascii_digit() { '0' } else { c };
    text.chars().map(form).collect::<String>() == "0000-00-00T00:00:00Z"
}

#[test]
fn the_atom_feed_has_all_that_the_format_demands() {
    let feed = text(&with_address(), "feed.xml");
    let mut entries = feed.split("<entry>");
    let head = lines(entries.next().unwrap());
    assert_eq!(one(&head, "id"), "tag:desk.example,2026:raids");
    assert_eq!(one(&head, "title"), "Raids &amp; rulings");
    assert!(is_timestamp(one(&head, "updated")));
    assert_eq!(one(&head, "name"), "A desk", "a feed whose entries have no author needs one");
    let self_link = "rel=\"self\" href=\"https://desk.example/raids/feed.xml\"";
    assert!(
        head.iter().any(|line| line.0 == "link" && line.1.trim_end_matches('/') == self_link),
        "{head:?}"
    );
    let entries: Vec<Vec<Line<'_>>> = entries.map(lines).collect();
    assert_eq!(entries.len(), 2);
    let mut ids = BTreeSet::new();
    for entry in &entries {
        assert!(ids.insert(one(entry, "id")), "an id names one entry");
        assert!(is_timestamp(one(entry, "updated")));
        assert!(!one(entry, "title").is_empty());
        let alternate = |line: &&Line<'_>| line.0 == "link" && line.1.starts_with("rel=\"alternate\"");
        assert_eq!(entry.iter().filter(alternate).count(), 1, "an entry without content needs one");
    }
    let expected = [
        "tag:desk.example,2026:raids/discrepancy/raids--dates--post--times",
        "tag:desk.example,2026:raids/event/raids",
    ];
    assert_eq!(ids.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn the_json_feed_has_all_that_the_format_demands_and_the_same_items() {
    let corpus = with_address();
    let feed = data(&corpus, "feed.json");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["title"], "Raids & rulings");
    assert_eq!(feed["feed_url"], "https://desk.example/raids/feed.json");
    let atom = text(&corpus, "feed.xml");
    let told: Vec<&str> = atom.split("<entry>").skip(1).map(|entry| one(&lines(entry), "id")).collect();
    let items = feed["items"].as_array().unwrap();
    let dated = items.iter().filter(|item| item.get("date_modified").is_some());
    assert_eq!(dated.map(|item| item["id"].as_str().unwrap()).collect::<Vec<_>>(), told);
    assert_eq!(items.len(), told.len() + 1, "the question has no day");
    for item in items {
        assert!(item["content_text"].is_string());
        // What no full day is known of has no date here, where the format does not ask for one.
        assert!(item.get("date_modified").is_none_or(|date| is_timestamp(date.as_str().unwrap())));
        assert!(item["url"].as_str().unwrap().starts_with("https://desk.example/raids/"));
    }
}

#[test]
fn no_feed_names_a_day_that_the_data_do_not() {
    let mut corpus = with_address();
    let month = variorum::value::date::read("2025-07").unwrap();
    for article in &mut corpus.articles {
        (article.published, article.retrieved) = (Some(month.clone()), None);
    }
    corpus.sheets.iter_mut().for_each(|sheet| sheet.date = Some(month.clone()));
    corpus.claims.iter_mut().for_each(|claim| claim.as_of = None);
    corpus.rulings.iter_mut().for_each(|ruling| ruling.decided.clone_from(&month));
    corpus.briefing = None;
    let files = variorum::export::files(&corpus, &[]);
    assert!(files.iter().all(|(route, _)| route.as_str() != "feed.xml"), "Atom wants a day");
    let feed = text(&corpus, "feed.json");
    assert!(feed.contains("\"items\":[") && !feed.contains("date_modified"), "{feed}");
    // One dated article dates its own sheets, and no others.
    corpus.articles[0].published = variorum::value::date::read("2025-07-16").ok();
    let atom = text(&corpus, "feed.xml");
    assert!(atom.contains("2025-07-16T00:00:00Z") && !atom.contains("1970"), "{atom}");
}

#[test]
fn ids_stay_where_the_settings_say_so_when_the_edition_moves() {
    let ids = |base_url: &str| {
        let mut corpus = with_address();
        corpus.settings.base_url = Some(base_url.to_owned());
        corpus.settings.feed_id = Some("tag:desk.example,2025:raids".to_owned());
        let items = data(&corpus, "feed.json")["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["id"].clone()).collect::<Vec<Value>>()
    };
    assert_eq!(ids("https://desk.example/raids/"), ids("https://elsewhere.example/"));
    assert_eq!(
        ids("https://elsewhere.example/")[..2],
        [
            "tag:desk.example,2025:raids/event/raids",
            "tag:desk.example,2025:raids/discrepancy/raids--dates--post--times"
        ]
    );
}

#[test]
fn a_title_a_ruling_or_a_new_source_changes_no_id() {
    let ids = |change: fn(&mut variorum::model::Corpus)| {
        let mut corpus = with_address();
        change(&mut corpus);
        let items = data(&corpus, "feed.json")["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect::<BTreeSet<String>>()
    };
    let before = ids(|_| {});
    assert_eq!(before, ids(|corpus| corpus.sheets[0].title = "Arrests, as told".to_owned()));
    assert_eq!(before, ids(|corpus| corpus.facts[2].label = "The days".to_owned()));
    assert_eq!(before, ids(|corpus| corpus.settings.title = "Another name".to_owned()));
    assert_eq!(before, ids(|corpus| corpus.rulings[0].note = "Two waves, surely.".to_owned()));
    let later = |corpus: &mut variorum::model::Corpus| {
        corpus.articles[1].retrieved = corpus.rulings[0].decided.clone().into();
    };
    assert_eq!(before, ids(later), "a new date moves an item, and leaves its id");
}

#[test]
fn an_edition_at_the_root_of_a_port_has_a_proper_tag() {
    let mut corpus = with_address();
    corpus.settings.base_url = Some("http://localhost:8000/".to_owned());
    assert!(text(&corpus, "feed.xml").contains("<id>tag:localhost,2026:edition</id>"));
}

#[test]
fn a_dispute_has_its_reason_as_its_title_and_the_gravest_of_a_day_comes_first() {
    let items = data(&with_address(), "feed.json")["items"].as_array().unwrap().clone();
    let disputes: Vec<&Value> =
        items.iter().filter(|item| item["id"].as_str().unwrap().contains("/discrepancy/")).collect();
    assert!(!disputes.is_empty());
    for dispute in disputes {
        let (title, summary) =
            (dispute["title"].as_str().unwrap(), dispute["content_text"].as_str().unwrap());
        assert!(!title.contains("The dates") && summary.contains("About "), "{title}: {summary}");
    }
}
