//! The labels of sheets, each with a page; entry point [`tags`].

use std::collections::BTreeMap;

use super::Route;
use crate::digest::Digest;
use crate::model::{Corpus, SheetIx};
use crate::output::is_device;
use crate::text::slug;

/// A label and what bears it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The label, as it is first written.
    pub name: String,
    /// Its page.
    pub route: Route,
    /// The events and questions, in the order of the corpus.
    pub sheets: Vec<SheetIx>,
}

/// Every label in order of its page; two that differ in case only are one.
pub fn tags(corpus: &Corpus) -> Vec<Tag> {
    let mut tags: BTreeMap<Route, Tag> = BTreeMap::new();
    for (i, sheet) in corpus.sheets.iter().enumerate() {
        let ix = SheetIx(i as u32);
        for name in &sheet.tags {
            let route = tag_route(name);
            let tag = tags.entry(route.clone()).or_insert_with(|| Tag {
                name: name.clone(),
                route,
                sheets: Vec::new(),
            });
            if tag.sheets.last() != Some(&ix) {
                tag.sheets.push(ix);
            }
        }
    }
    tags.into_values().collect()
}

/// The page of a label: its words, and for those that no address holds as they are a part of their digest.
///
/// ```
/// use variorum::plan::tag_route;
/// assert_eq!(tag_route("Human trafficking").as_str(), "tags/human-trafficking.html");
/// assert!(tag_route("\u{179f}").as_str().len() > "tags/.html".len());
/// ```
pub fn tag_route(name: &str) -> Route {
    const N_CHARS_MAX: usize = 60;
    let words = slug(name);
    let mut plain: String = words.chars().filter(char::is_ascii).take(N_CHARS_MAX).collect();
    plain = plain.trim_matches('-').to_owned();
    let is_own = plain == words && !plain.is_empty() && plain != "index" && !is_device(&plain);
    if !is_own {
        let digest = &Digest::of(if words.is_empty() { name } else { &words }.as_bytes()).to_string()[..8];
        plain = if plain.is_empty() { digest.to_owned() } else { format!("{plain}-{digest}") };
    }
    Route::new(format!("tags/{plain}.html"))
}
