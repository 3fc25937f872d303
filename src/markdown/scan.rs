//! What an author's Markdown links to, its headings, and where it holds raw HTML.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::aside::{ASIDE, as_written, readable, unblanked};

/// A link or an image in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The whole link, in bytes of the Markdown.
    pub range: Range<usize>,
    /// Its destination, as written.
    pub destination: String,
    /// Its words, without markup.
    pub words: String,
    /// Its title: the words in quotation marks behind the destination.
    pub title: String,
    /// Where the title is written, where it is written as it reads.
    pub title_range: Option<Range<usize>>,
    /// Whether it is an image.
    pub is_image: bool,
    /// Whether nothing but images shares its paragraph, which lies in no other block.
    pub is_alone: bool,
}

/// A stretch of raw HTML, in bytes of the Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawHtml {
    /// Where it stands.
    pub range: Range<usize>,
}

/// A heading of Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its level, from 1.
    pub level: u8,
    /// Its words, without markup.
    pub words: String,
    /// Where it stands, in bytes of the Markdown.
    pub range: Range<usize>,
}

/// The extensions that authors can use: tables, footnotes and strikethrough.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// Every link and image, in order of appearance.
pub fn links(markdown: &str) -> Vec<Link> {
    // Most labels and many articles hold no sign that a link can begin with, and need not be parsed.
    if !markdown.contains(['[', '<']) {
        return Vec::new();
    }
    let markdown = &*readable(markdown);
    let mut links = Vec::new();
    let mut open: Vec<Link> = Vec::new();
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let destination = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ if dest_url.starts_with(ASIDE) => as_written(&dest_url),
                    _ => dest_url.into_string(),
                };
                open.push(Link {
                    title_range: written_at(markdown, &range, &title),
                    range,
                    destination,
                    words: String::new(),
                    title: unblanked(&title),
                    is_image: false,
                    is_alone: false,
                });
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                open.push(Link {
                    title_range: written_at(markdown, &range, &title),
                    range,
                    destination: dest_url.into_string(),
                    words: String::new(),
                    title: unblanked(&title),
                    is_image: true,
                    is_alone: false,
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
    let paragraphs = image_paragraphs(markdown);
    for link in &mut links {
        link.is_alone = paragraphs.iter().any(|range| range.contains(&link.range.start));
    }
    links.sort_by_key(|link| (link.range.start, link.range.end));
    links
}

/// Where a link's title stands in it.
fn written_at(markdown: &str, link: &Range<usize>, title: &str) -> Option<Range<usize>> {
    let at = link.start + markdown[link.clone()].rfind(title).filter(|_| !title.is_empty())?;
    Some(at..at + title.len())
}

/// Every paragraph of the top level that holds images and nothing else.
pub(super) fn image_paragraphs(markdown: &str) -> Vec<Range<usize>> {
    let markdown = &*readable(markdown);
    let mut paragraphs = Vec::new();
    let (mut depth, mut n_images_open, mut is_pure) = (0_usize, 0_usize, false);
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => (depth, is_pure) = (1, true),
            Event::End(TagEnd::Paragraph) if depth == 1 => {
                depth = 0;
                if is_pure {
                    paragraphs.push(range);
                }
            }
            Event::Start(Tag::Image { .. }) => (depth, n_images_open) = (depth + 1, n_images_open + 1),
            Event::End(TagEnd::Image) => (depth, n_images_open) = (depth - 1, n_images_open - 1),
            Event::Start(_) => {
                depth += 1;
                is_pure &= n_images_open > 0;
            }
            Event::End(_) => depth -= 1,
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if text.trim().is_empty() => {}
            _ => is_pure &= n_images_open > 0,
        }
    }
    paragraphs
}

/// Every heading, in order of appearance.
pub fn headings(markdown: &str) -> Vec<Heading> {
    let markdown = &*readable(markdown);
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_open = false;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                is_open = true;
                headings.push(Heading { level: level as u8, words: String::new(), range });
            }
            Event::End(TagEnd::Heading(_)) => is_open = false,
            Event::Text(text) | Event::Code(text) if is_open => {
                headings.iter_mut().last().into_iter().for_each(|heading| heading.words.push_str(&text));
            }
            Event::SoftBreak | Event::HardBreak if is_open => {
                headings.iter_mut().last().into_iter().for_each(|heading| heading.words.push(' '));
            }
            _ => {}
        }
    }
    headings
}

/// Every stretch of raw HTML, in order of appearance.
pub fn raw_html(markdown: &str) -> Vec<RawHtml> {
    if !markdown.contains('<') {
        return Vec::new();
    }
    let markdown = &*readable(markdown);
    Parser::new_ext(markdown, options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|(_, range)| RawHtml { range })
        .collect()
}

/// A reference in Markdown that nothing defines, which readers would see in its brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dangling {
    /// Where it stands, in bytes of the Markdown.
    pub range: Range<usize>,
    /// What nothing defines: `[raid]`, `[^1]`.
    pub label: String,
}

/// References `[words][label]`, `[label][]` and `[^note]` without a definition. A lone `[label]` may well
/// be words in brackets.
pub fn dangling(markdown: &str) -> Vec<Dangling> {
    if !markdown.contains('[') {
        return Vec::new();
    }
    let markdown = &*readable(markdown);
    let mut found = Vec::new();
    let mut callback = |link: BrokenLink<'_>| {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            found.push(Dangling { range: link.span, label: format!("[{}]", link.reference) });
        }
        None
    };
    let events = Parser::new_with_broken_link_callback(markdown, options(), Some(&mut callback));
    let mut notes = Vec::new();
    for (event, range) in events.into_offset_iter() {
        // What is no note for want of a definition stays text, brackets apart.
        let Event::Text(text) = event else { continue };
        let label = text.strip_prefix('^').filter(|label| !label.is_empty() && !label.contains([' ', '^']));
        let is_bracketed = markdown[..range.start].ends_with('[') && markdown[range.end..].starts_with(']');
        if let Some(label) = label.filter(|_| is_bracketed) {
            notes.push(Dangling { range: range.start - 1..range.end + 1, label: format!("[^{label}]") });
        }
    }
    found.extend(notes);
    found.sort_by_key(|dangling| dangling.range.start);
    found
}

/// Addresses of these schemes behind a bracket that opens no link: `[words] (fact:arrests)`.
pub fn unlinked(markdown: &str, schemes: &[&str]) -> Vec<Range<usize>> {
    if !schemes.iter().any(|scheme| markdown.contains(scheme)) {
        return Vec::new();
    }
    let markdown = &*readable(markdown);
    let mut found = Vec::new();
    let mut is_in_block = false;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_in_block = true,
            Event::End(TagEnd::CodeBlock) => is_in_block = false,
            Event::Text(_) if !is_in_block => {
                for (at, scheme) in
                    schemes.iter().flat_map(|scheme| markdown[range.clone()].match_indices(scheme))
                {
                    let start = range.start + at;
                    if markdown[..start].ends_with(['(', '[']) {
                        let end = markdown[start..]
                            .find([')', ']', '\n'])
                            .map_or(markdown.len(), |length| start + length);
                        found.push(start..end.max(start + scheme.len()));
                    }
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|range| range.start);
    found
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
    fn an_image_is_alone_where_only_images_share_its_paragraph() {
        let alone = |markdown: &str| links(markdown).iter().map(|link| link.is_alone).collect::<Vec<_>>();
        assert_eq!(alone("Words.\n\n![a *b*](c)\n![](d)\n\n![](e) words\n"), [true, true, false]);
        assert_eq!(alone("- ![](a)\n\n> ![](b)\n\n# ![](c)\n\n[![](d)](e)\n"), [false; 5]);
    }

    #[test]
    fn headings_keep_their_words_without_markup() {
        let found = headings("Text\n\n## Who *gave* [the order](fact:a) `x`\n\nTwo\nlines\n===\n");
        let told: Vec<(u8, &str)> =
            found.iter().map(|heading| (heading.level, heading.words.as_str())).collect();
        assert_eq!(told, [(2, "Who gave the order x"), (1, "Two lines")]);
        assert_eq!(found[0].range.start, 6);
    }

    #[test]
    fn references_without_a_definition_dangle_and_words_in_brackets_do_not() {
        let labels = |markdown: &str| -> Vec<String> {
            dangling(markdown).into_iter().map(|dangling| dangling.label).collect()
        };
        assert_eq!(
            labels("[the raid][raid] and [x][] as they say [sic], see[^1] `[^2]`\n"),
            ["[raid]", "[x]", "[^1]"]
        );
        assert!(labels("[the raid][raid], see[^1]\n\n[raid]: events/raid.html\n[^1]: a note\n").is_empty());
    }

    #[test]
    fn addresses_that_make_no_link_are_found_outside_code() {
        let found = |markdown: &'static str| -> Vec<&str> {
            unlinked(markdown, &["fact:"]).into_iter().map(|range| &markdown[range]).collect()
        };
        assert_eq!(
            found("[a] (fact:a/b), [b](fact: c) and (d)[fact:e]\n"),
            ["fact:a/b", "fact: c", "fact:e"]
        );
        assert!(found("[a](fact:a) and `[b] (fact:b)`, in fact: so\n\n    (fact:c)\n").is_empty());
    }

    #[test]
    fn raw_html_is_found_in_blocks_and_in_text() {
        assert_eq!(raw_html("<div>\n\na <b>c</b>\n").len(), 3);
        assert!(raw_html("`<b>` and 1 < 2").is_empty());
    }
}
