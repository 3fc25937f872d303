//! Links that authors write in prose: paths of the edition from its root; entry points
//! [`prose_href`] and [`prose_links_at`].

use std::collections::BTreeMap;

use super::Route;
use crate::model::{Corpus, Picture};
use crate::source::Span;
use crate::text::slug;

/// The address on a page of what prose links to: an edition's own path is made relative to the
/// page, so that the same prose can stand on several.
pub fn prose_href(page: &Route, destination: &str) -> String {
    let head = destination.split(['/', '?', '#']).next().unwrap_or_default();
    if destination.starts_with(['#', '/']) || head.contains(':') {
        return destination.to_owned();
    }
    page.link(destination)
}

/// Where prose links to an address, with the destination as written.
pub type Written<'a> = Vec<(Span, &'a str)>;

/// Where all prose links to, by the addresses that these places have on a page, and on every other page of its folder.
pub fn prose_links_at<'a>(corpus: &'a Corpus, page: &Route) -> BTreeMap<String, Written<'a>> {
    let mut written: BTreeMap<String, Written<'a>> = BTreeMap::new();
    for link in corpus.prose().flat_map(|prose| &prose.links) {
        let href = prose_href(page, &link.destination);
        written.entry(href).or_default().push((link.span, link.destination.as_str()));
    }
    written
}

/// Where a picture is published: under a name that changes with its bytes, so that no browser shows an old one.
pub fn picture_route(picture: &Picture) -> Route {
    let file = picture.path.rsplit('/').next().unwrap_or_default();
    let stem = slug(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    // A name in another script would need escapes in links.
    let is_plain = !stem.is_empty() && stem.is_ascii();
    let stem = if is_plain { stem.as_str() } else { "picture" };
    let digest = picture.digest.to_string();
    Route::new(format!("pictures/{stem}-{}.{}", &digest[..8], picture.ending))
}

/// The page that is made of a file of the project, where a link names the file instead.
pub fn page_of_file(path: &str) -> Option<String> {
    let (rest, ending) = path.rsplit_once('.')?;
    let mut parts = rest.rsplit('/');
    let (stem, folder) = (parts.next()?, parts.next());
    match (folder, ending) {
        (Some("events"), "yaml" | "yml") => Some(format!("events/{stem}.html")),
        (Some("questions"), "yaml" | "yml") => Some(format!("questions/{stem}.html")),
        (Some("articles"), "md") => Some(format!("sources/{stem}.html")),
        (Some("pages") | None, "md") => Some(format!("{stem}.html")),
        (Some(_) | None, _) => None,
    }
}

/// The file of the project that a page, or the linked data beside it, is made of, were it there.
pub fn file_of_page(path: &str) -> Option<String> {
    let page = Route::new(path);
    let (folder, stem) = page.folder_and_stem();
    match (folder, path.rsplit_once('.')?.1) {
        ("events" | "questions", "html" | "jsonld") => Some(format!("content/{folder}/{stem}.yaml")),
        ("sources", "html") => Some(format!("content/articles/{stem}.md")),
        ("", "html") => Some(format!("content/pages/{stem}.md")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, destination: &str, expected: &str) {
        assert_eq!(prose_href(&Route::new(page), destination), expected, "{destination} on {page}");
    }

    #[test]
    fn paths_of_the_edition_are_relative_to_the_page() {
        check("events/raid.html", "sources/index.html", "../sources/index.html");
        check("about.html", "events/raid.html#arrests", "events/raid.html#arrests");
    }

    #[test]
    fn other_addresses_stay_as_written() {
        check("events/raid.html", "https://example.org/a", "https://example.org/a");
        check("events/raid.html", "mailto:desk@example.org", "mailto:desk@example.org");
        check("events/raid.html", "#top", "#top");
    }
}
