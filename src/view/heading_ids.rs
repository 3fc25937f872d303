//! Ids of the headings in an author's prose, so that `#heading` leads there; entry point
//! [`heading_ids`].
//!
//! No id counts: a heading that stands twice is told apart by the one above it, so that a section
//! put in between moves no other's address.

use std::collections::BTreeSet;

use super::Here;
use crate::markdown::{FOOTNOTE, Heading};
use crate::plan::PageKind;
use crate::text::slug;

/// Ids that the built-in pages give to their own sections.
const OF_PAGES: [&str; 24] = [
    "alone",
    "answers",
    "by-question",
    "charts",
    "cite",
    "colophon",
    "content",
    "contents",
    "digest",
    "disagreements",
    "disputes",
    "highlights",
    "how-we-know",
    "key-facts",
    "key-figures",
    "not-known",
    "notes",
    "origin",
    "overview",
    "quotes",
    "sources",
    "timeline",
    "verification",
    "what-happened",
];

/// An id for each heading; `None` for one that cannot be told apart from another.
pub(super) fn heading_ids(here: Here<'_>, headings: &[Heading]) -> Vec<Option<String>> {
    if headings.is_empty() {
        return Vec::new();
    }
    ids(headings, page_name(here), taken(here))
}

/// What a heading is told apart by that stands below no other.
fn page_name(here: Here<'_>) -> &str {
    let file = here.route.as_str().rsplit('/').next().unwrap_or_default();
    file.strip_suffix(".html").unwrap_or(file)
}

fn taken(here: Here<'_>) -> BTreeSet<String> {
    let corpus = here.edition.corpus;
    let sheet = match here.edition.plan.kind_of(here.route) {
        Some(PageKind::Event(sheet) | PageKind::Question(sheet)) => Some(sheet),
        Some(PageKind::Entity(entity)) => here.edition.sheet_about(entity),
        Some(_) | None => None,
    };
    let facts = sheet.iter().flat_map(|&sheet| &corpus[sheet].facts).map(|&fact| corpus[fact].id.to_string());
    OF_PAGES.iter().map(|id| (*id).to_owned()).chain(facts).collect()
}

/// Whether an id is that of a numbered note below prose, or of a footnote.
fn is_note(id: &str) -> bool {
    id.starts_with(FOOTNOTE)
        || id.strip_prefix("note-").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn ids(headings: &[Heading], page: &str, mut taken: BTreeSet<String>) -> Vec<Option<String>> {
    let mut above: Vec<(u8, String)> = Vec::new();
    let mut ids = Vec::with_capacity(headings.len());
    for heading in headings {
        above.retain(|(level, _)| *level < heading.level);
        let own = slug(&heading.words);
        let over = above.last().map_or(page, |(_, id)| id.as_str());
        let apart = format!("{over}--{own}");
        let id = [own, apart].into_iter().find(|id| !id.is_empty() && !is_note(id) && !taken.contains(id));
        let id = id.filter(|id| !id.ends_with("--"));
        taken.extend(id.clone());
        above.extend(id.clone().map(|id| (heading.level, id)));
        ids.push(id);
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::headings;

    #[track_caller]
    fn check(markdown: &str, expected: &[&str]) {
        let found = ids(&headings(markdown), "about", ["notes".to_owned()].into());
        let found: Vec<&str> = found.iter().map(|id| id.as_deref().unwrap_or("-")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_takes_no_id_of_a_footnote() {
        check("## Footnote why\n\nWhy.[^why]\n\n[^why]: So.", &["about--footnote-why"]);
    }

    #[test]
    fn a_heading_is_known_by_its_words() {
        check("# How *we* count\n\n## ភ្នំពេញ 2025\n", &["how-we-count", "ភ្នំពេញ-2025"]);
    }

    #[test]
    fn a_heading_that_stands_twice_is_told_apart_by_the_one_above_it() {
        check("# A\n## Why\n# B\n## Why\n### Why\n", &["a", "why", "b", "b--why", "b--why--why"]);
    }

    #[test]
    fn an_id_of_the_page_is_left_to_the_page() {
        check("# Notes\n## Notes\n", &["about--notes", "about--notes--notes"]);
        check("# Note 1\n# Note one\n", &["about--note-1", "note-one"]);
    }

    #[test]
    fn a_heading_that_cannot_be_told_apart_has_no_id() {
        check("# A\n# A\n# A\n", &["a", "about--a", "-"]);
        check("# ?\n## !\n", &["-", "-"]);
    }

    #[test]
    fn every_id_of_a_built_in_page_with_prose_is_left_to_it() {
        let pages = [
            include_str!("../../templates/base.html"),
            include_str!("../../templates/parts.html"),
            include_str!("../../templates/prose.html"),
            include_str!("../../templates/briefing.html"),
            include_str!("../../templates/event.html"),
            include_str!("../../templates/source.html"),
        ];
        let ids = pages.iter().flat_map(|page| page.split(" id=\"").skip(1));
        for id in ids.filter_map(|rest| rest.split('"').next()).filter(|id| !id.contains('{')) {
            assert!(OF_PAGES.contains(&id), "`{id}` is not in the list");
        }
    }
}
