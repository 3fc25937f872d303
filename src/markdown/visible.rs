//! What a reader sees of Markdown, byte for byte at its place: [`visible`].
//!
//! Addresses and titles of links, images, comments and definitions are not seen, nor are the marks of
//! emphasis, headings and lists. What is not seen is covered, so that every place stays.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::aside::{ASIDE, code_ranges, readable};
use super::scan::{links, options};

/// The text with everything that no reader sees covered by a mark of one byte; as long as the Markdown.
///
/// White space between blocks stays, and an entity stands as its character where it begins.
pub fn visible(markdown: &str, mask: char) -> String {
    seen(markdown, mask, &|_| false)
}

/// What is visible, and the descriptions of images whose address `is_shown`.
fn seen(markdown: &str, mask: char, is_shown: &dyn Fn(&str) -> bool) -> String {
    let markdown = &*readable(markdown);
    let mut page = Page { markdown, seen: String::with_capacity(markdown.len()), mask, is_apart: true };
    let (mut n_images, mut shown_images) = (0_usize, 0_usize);
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if n_images == 0 && is_shown(&dest_url) => {
                page.is_apart = true;
                shown_images += 1;
            }
            Event::End(TagEnd::Image) if n_images == 0 && shown_images > 0 => {
                page.is_apart = true;
                shown_images -= 1;
            }
            Event::Start(Tag::Image { .. }) => n_images += 1,
            Event::End(TagEnd::Image) => n_images -= 1,
            Event::Text(text) if n_images == 0 => page.show(&text, range),
            Event::Code(text) if n_images == 0 => page.show(&text, code(markdown, &text, range)),
            Event::SoftBreak | Event::HardBreak if n_images == 0 => page.show("\n", range),
            Event::Start(tag) => page.is_apart |= !is_inline(tag.to_end()),
            Event::End(tag) => page.is_apart |= !is_inline(tag),
            Event::Rule => page.is_apart = true,
            _ => {}
        }
    }
    page.cover(markdown.len());
    page.seen
}

/// What covers words that are no prose of their own: neither white space nor a sign of any figure.
const COVER: char = '\u{1}';

/// The text of which its author gives account: what a reader sees of it without code, without words that are
/// bound to a fact or set aside, and without images; as long as the Markdown. The description and the caption of a
/// picture are the author's as well.
pub fn own_words(markdown: &str) -> String {
    let is_picture = |destination: &str| !destination.contains(':');
    let mut seen = seen(markdown, ' ', &is_picture).into_bytes();
    let is_covered =
        |destination: &str| [ASIDE, "fact:", "chart:"].iter().any(|scheme| destination.starts_with(scheme));
    let links = links(markdown);
    let captions = links.iter().filter(|link| link.is_image && is_picture(&link.destination));
    for range in captions.filter_map(|link| link.title_range.clone()) {
        seen[range.clone()].copy_from_slice(own_words(&markdown[range]).as_bytes());
    }
    let bound = links
        .into_iter()
        .filter(|link| link.is_image && !is_picture(&link.destination) || is_covered(&link.destination));
    let ranges = bound.map(|link| link.range).chain(code_ranges(&readable(markdown)));
    for byte in ranges.flat_map(|range| range.start..range.end.min(markdown.len())) {
        if let Some(byte) = seen.get_mut(byte).filter(|byte| **byte != b'\n') {
            *byte = COVER as u8;
        }
    }
    // A range begins and ends between characters of the Markdown, and so of what is seen of it.
    String::from_utf8_lossy(&seen).into_owned()
}

struct Page<'a> {
    markdown: &'a str,
    /// What is seen up to here.
    seen: String,
    mask: char,
    /// Whether a block begins or ends before what comes next.
    is_apart: bool,
}

impl Page<'_> {
    /// Lets words be seen where they stand; what they are longer than their place is left out.
    fn show(&mut self, words: &str, range: Range<usize>) {
        // Text of a table's cell or of an odd nesting may come out of order.
        let start = range.start.max(self.seen.len());
        self.cover(start);
        let written = &self.markdown[start..range.end.max(start)];
        let words = if words.len() <= written.len() { words } else { written };
        self.seen.push_str(words);
        self.cover(range.end);
    }

    /// Covers everything up to a place. Between blocks white space stays, and there is some in any case:
    /// the cells of `|a|b|` are two words.
    fn cover(&mut self, end: usize) {
        let is_apart = std::mem::take(&mut self.is_apart);
        let start = self.seen.len();
        let Some(hidden) = self.markdown.get(start..end).filter(|hidden| !hidden.is_empty()) else { return };
        let stays = |byte: u8| is_apart && matches!(byte, b'\n' | b' ' | b'\t');
        let mut has_space = !is_apart || hidden.bytes().any(stays);
        for byte in hidden.bytes() {
            let shown = if stays(byte) { char::from(byte) } else { self.mask };
            self.seen.push(if std::mem::replace(&mut has_space, true) { shown } else { ' ' });
        }
    }
}

/// Where the words of inline code stand between their backticks.
fn code(markdown: &str, words: &str, range: Range<usize>) -> Range<usize> {
    let written = &markdown[range.clone()];
    let n_ticks = written.len() - written.trim_start_matches('`').len();
    let inner = range.start + n_ticks..range.end.saturating_sub(n_ticks).max(range.start + n_ticks);
    let plain = markdown[inner.clone()].replace('\n', " ");
    let start = plain.find(words).map_or(inner.start, |at| inner.start + at);
    start..inner.end
}

/// Whether what ends here stands within a line, so that the words before and behind it may be one.
fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is seen, without the cover and the white space at both ends.
    #[track_caller]
    fn check(markdown: &str, expected: &str) {
        let seen = visible(markdown, '\u{1}');
        assert_eq!(seen.len(), markdown.len(), "{markdown:?}");
        assert_eq!(seen.replace('\u{1}', "").trim(), expected, "{markdown:?}");
    }

    #[test]
    fn words_are_seen_across_their_marks() {
        check("Police *held* **over `1,000`** people", "Police held over 1,000 people");
        check("a [linked word](https://x.org/1 'title')s end", "a linked words end");
        check("see [this][ref] page\n\n[ref]: https://x.org/secret \"title\"", "see this page");
        check("A &amp; B&nbsp;C &eacute;t&eacute; \\*d", "A & B\u{a0}C été *d");
        check("one  \ntwo\\\nthree\nfour", "one\ntwo\nthree\nfour");
        check("`` a ` b ``", "a ` b");
        check("<https://x.org/a>", "https://x.org/a");
    }

    #[test]
    fn addresses_titles_comments_and_images_are_not_seen() {
        check("said [so](<https://see example.org/1,999 people> \"1,999\")", "said so");
        check("a ![1,999 people](x.png \"1,999\") b", "a  b");
        check("a <!-- 1,999 people --> b", "a  b");
    }

    #[test]
    fn words_that_are_bound_set_aside_or_code_are_not_the_authors_own() {
        let own = |markdown: &str| {
            let seen = own_words(markdown);
            assert_eq!(seen.len(), markdown.len(), "{markdown:?}");
            seen.replace(COVER, "").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(own("held [over 9](fact:a), [7 *é*](aside:a rule) and **12** `13`"), "held , and 12");
        assert_eq!(own("[4 people](events/a.html) ![5](chart:b)\n\n    14\n"), "4 people");
        assert_eq!(
            own("a ![6 *men*](static/a.png \"of 12, in [2013](aside:a year)\") b"),
            "a 6 men of 12, in b"
        );
    }

    #[test]
    fn blocks_stay_apart() {
        check("# A\n\n- b\n- c\n\n> d\n> e", "A\n\n b\n c\n\n d\ne");
        check("|a|b|\n|-|-|\n|c|d|", "a b\n\nc d");
    }
}
