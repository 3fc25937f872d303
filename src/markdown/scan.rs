//! What an author's Markdown links to, and where it holds raw HTML.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// A link or an image in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The whole link, in bytes of the Markdown.
    pub range: Range<usize>,
    /// Its destination, as written.
    pub destination: String,
    /// Its words, without markup.
    pub words: String,
    /// Whether it is an image.
    pub is_image: bool,
}

/// A stretch of raw HTML, in bytes of the Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// Where it stands.
    pub range: Range<usize>,
}

/// The extensions that authors can use: tables, footnotes and strikethrough.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// Every link and image, in order of appearance.
pub fn links(markdown: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut open: Vec<Link> = Vec::new();
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let destination = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                open.push(Link { range, destination, words: String::new(), is_image: false });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                open.push(Link {
                    range,
                    destination: dest_url.into_string(),
                    words: String::new(),
                    is_image: true,
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => links.extend(open.pop()),
            Event::Text(text) | Event::Code(text) => {
                open.iter_mut().for_each(|link| link.words.push_str(&text));
            }
            Event::SoftBreak | Event::HardBreak => open.iter_mut().for_each(|link| link.words.push(' ')),
            _ => {}
        }
    }
    links.sort_by_key(|link| (link.range.start, link.range.end));
    links
}

/// Every stretch of raw HTML, in order of appearance.
pub fn raw_html(markdown: &str) -> Vec<RawHtml> {
    Parser::new_ext(markdown, options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|(_, range)| RawHtml { range })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fact_links_keep_their_words_without_markup() {
        let found = links("Police held [*over* 1,000](fact:raids/arrests) people.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].words, "over 1,000");
        assert_eq!(found[0].destination, "fact:raids/arrests");
        assert_eq!(found[0].range, 12..46);
    }

    #[test]
    fn empty_words_are_kept_for_the_generator_to_fill() {
        assert_eq!(links("[](fact:arrests)")[0].words, "");
    }

    #[test]
    fn raw_html_is_found_in_blocks_and_in_text() {
        assert_eq!(raw_html("<div>\n\na <b>c</b>\n").len(), 3);
        assert!(raw_html("`<b>` and 1 < 2").is_empty());
    }
}
