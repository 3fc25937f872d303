//! Every figure of the briefing and of an event's page is two clicks at most from quoted words.

use std::collections::{BTreeMap, BTreeSet};

use crate::committed;
use crate::place::{Place, place};

#[test]
fn every_figure_leads_to_quoted_words_in_two_clicks() {
    let Some(site) = committed() else { return };
    let html = |name: &str| site.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let starts: Vec<&String> = site
        .keys()
        .filter(|name| *name == "index.html" || name.starts_with("events/") && name.ends_with(".html"))
        .collect();
    let mut seen: BTreeMap<Place, bool> = BTreeMap::new();
    let mut n_figures = 0;
    let mut lost = Vec::new();
    for name in starts {
        let page = html(name).expect("it was just listed");
        for (words, around) in figures(&page) {
            n_figures += 1;
            let reached = links(name, around).into_iter().any(|place| {
                is_quote(&place)
                    || *seen.entry(place.clone()).or_insert_with(|| leads_to_quote(&place, &html))
            });
            if !reached {
                lost.push(format!("{name}: {words}"));
            }
        }
    }
    assert!(n_figures > 100, "only {n_figures} figures were found");
    assert!(lost.is_empty(), "more than two clicks from quoted words:\n{}", lost.join("\n"));
}

/// The words of each figure with the smallest stretch of the page that carries its links: the list
/// item or block that shows it, or for a figure in prose the paragraph with its citation.
fn figures(page: &str) -> Vec<(String, &str)> {
    let main = page.split_once("<main").map_or(page, |(_, main)| main);
    let mut figures = Vec::new();
    for (at, _) in main.match_indices("class=\"words\"") {
        let start = ["<li", "<div id="].iter().filter_map(|open| main[..at].rfind(open)).max();
        let end = main[at..].find("</li>").map_or(main.len(), |end| at + end);
        let words = main[at..].split('>').nth(1).unwrap_or_default().split('<').next().unwrap_or_default();
        figures.push((words.to_owned(), &main[start.unwrap_or(at)..end]));
    }
    for (at, _) in main.match_indices("class=\"cite\"") {
        let start = main[..at].rfind("<a").unwrap_or(at);
        let end = main[at..].find("</a>").map_or(main.len(), |end| at + end);
        figures.push((format!("citation {}", &main[at..end]), &main[start..end]));
    }
    figures
}

/// Whether a link at the place, or in what the anchor names, leads to quoted words.
fn leads_to_quote((page, anchor): &Place, html: &impl Fn(&str) -> Option<String>) -> bool {
    let Some(text) = html(page) else { return false };
    let mark = format!("id=\"{anchor}\"");
    let Some(at) = (!anchor.is_empty()).then(|| text.find(&mark)).flatten() else { return false };
    // What the anchor names ends, at the latest, where the next fact, claim or record of its sort begins.
    let rest = &text[at..];
    let end = ["<article", "<section"].iter().filter_map(|next| rest.find(next)).min().unwrap_or(rest.len());
    links(page, &rest[..end]).iter().any(is_quote)
}

fn is_quote((page, anchor): &Place) -> bool {
    page.starts_with("sources/") && anchor.starts_with("quote-")
}

/// Where the links of a stretch lead, below the edition's root.
fn links(page: &str, html: &str) -> BTreeSet<Place> {
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| !href.contains(':')).map(|href| place(page, href)).collect()
}

#[test]
fn a_figure_without_a_way_to_words_is_noticed() {
    let page = "<main><ul><li><p class=\"words\">900</p><a href=\"../data.html\">Data</a></li></ul></main>";
    let [(words, around)] = figures(page).try_into().expect("there is one figure");
    assert_eq!(words, "900");
    let places = links("events/a.html", around);
    assert_eq!(places, BTreeSet::from([("data.html".to_owned(), String::new())]));
    assert!(!places.iter().any(|place| is_quote(place) || leads_to_quote(place, &|_| Some(String::new()))));
}
