//! What a reader downloads stays small: each chart, each briefing and event page without its charts.

use crate::{committed, tree};

const CHART_BYTES_MAX: usize = 12_000;
/// An event may weigh 50 KB.
const PAGE_BYTES_MAX: usize = 50 * 1024;

/// The example has 50 records in its list of discrepancies, which weighs so much without its chart.
const LIST_BYTES_MAX: usize = 112_000;

#[test]
fn a_chart_stays_within_twelve_kilobytes() {
    let Some(site) = committed() else { return };
    let charts = site.iter().filter(|(name, _)| name.ends_with(".svg"));
    let heavy: Vec<String> = charts
        .filter(|(_, bytes)| bytes.len() > CHART_BYTES_MAX)
        .map(|(name, bytes)| format!("{name}: {} bytes", bytes.len()))
        .collect();
    assert!(heavy.is_empty(), "{}", heavy.join("\n"));
}

#[test]
fn the_briefing_and_event_pages_with_their_styles_stay_well_within_fifty_kilobytes_without_charts() {
    let Some(site) = committed() else { return };
    let is_meant =
        |name: &str| name == "index.html" || name.starts_with("events/") && name.ends_with(".html");
    let mut weights: Vec<(usize, &str)> = site
        .iter()
        .filter(|(name, _)| is_meant(name))
        .map(|(name, bytes)| (weight(&site, name, &String::from_utf8_lossy(bytes)), name.as_str()))
        .collect();
    weights.sort_unstable();
    let lines: Vec<String> = weights.iter().map(|(bytes, name)| format!("{bytes} {name}")).collect();
    println!("{}", lines.join("\n"));
    let largest = weights.last().expect("there is a briefing").0;
    assert!(largest <= PAGE_BYTES_MAX, "more than {PAGE_BYTES_MAX} bytes:\n{}", lines.join("\n"));
}

#[test]
fn the_list_of_discrepancies_says_each_thing_once() {
    let Some(site) = committed() else { return };
    let html = String::from_utf8_lossy(&site["discrepancies.html"]);
    let bytes = without(&html, "<figure class=\"chart\"", "</figure>");
    assert!(bytes <= LIST_BYTES_MAX, "{bytes} bytes are more than {LIST_BYTES_MAX}");
}

/// The bytes of a page and of its stylesheets, but for charts: a chart is the whole of its figure,
/// with caption and table, and the stylesheet that only charts need.
fn weight(site: &tree::Tree, name: &str, html: &str) -> usize {
    let root = "../".repeat(name.matches('/').count());
    let styles = html.split("<link rel=\"stylesheet\" href=\"").skip(1);
    let styles = styles.filter_map(|rest| rest.split('"').next()?.strip_prefix(&root));
    let css: usize = styles
        .filter(|path| !path.starts_with("assets/charts"))
        .map(|path| site.get(path).map_or(0, Vec::len))
        .sum();
    without(html, "<figure class=\"chart\"", "</figure>") + css
}

/// How many bytes a text has outside what these two enclose.
fn without(text: &str, open: &str, close: &str) -> usize {
    let mut parts = text.split(open);
    let first = parts.next().map_or(0, str::len);
    first
        + parts.map(|part| part.split_once(close).map_or(part.len(), |(_, after)| after.len())).sum::<usize>()
}

#[test]
fn what_is_enclosed_weighs_nothing() {
    assert_eq!(without("ab<i>cd</i>e<i></i>f", "<i>", "</i>"), 4);
}
