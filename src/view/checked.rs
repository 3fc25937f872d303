//! What is checked, kind by kind, and what is not; entry point [`checked`].
//!
//! The text is docs/checks.md, so that the repository and every edition say the same. Its links into the
//! repository lead nowhere from an edition, and are shown as plain words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::markdown::{self, Headings, LinkMarkup};
use crate::text::slug;

/// The text for readers of the repository.
const TEXT: &str = include_str!("../../docs/checks.md");

/// What is checked, and what is not.
#[derive(Debug, JsonSchema, Serialize)]
pub struct CheckedView {
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// The text, as HTML.
    pub html: String,
}

/// A section of the text.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Section {
    /// Where it stands on the page.
    pub id: String,
    /// Its heading.
    pub title: String,
}

/// What is checked, and what is not.
pub fn checked() -> CheckedView {
    // The page has a heading and contents of its own.
    let body = TEXT.find("\n## ").map_or(TEXT, |at| &TEXT[at..]);
    let sections: Vec<Section> = markdown::headings(body)
        .into_iter()
        .map(|heading| Section { id: slug(&heading.words), title: heading.words })
        .collect();
    let ids: Vec<Option<String>> = sections.iter().map(|section| Some(section.id.clone())).collect();
    let html = markdown::html(body, Headings { top: 2, ids: &ids }, &mut |_, address| match address
        .starts_with('#')
    {
        true => LinkMarkup::Address(address.to_owned()),
        false => LinkMarkup::Around(String::new(), String::new()),
    });
    CheckedView { sections, html }
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn no_link_leads_into_the_repository() {
        let view = checked();
        assert!(!view.html.contains("href=\"") || view.html.contains("href=\"#"), "{}", view.html);
        assert!(!view.html.contains(".md\""));
        assert_eq!(view.sections[0].id, "quotes");
    }
}
