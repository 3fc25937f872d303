//! Markdown as HTML in which nothing of the author's is markup but Markdown.

use pulldown_cmark::{
    Alignment, CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html::push_html,
};

use super::aside::{readable, unblanked};
use super::scan::{self, options};

/// What stands for a link in the HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkMarkup {
    /// An ordinary link to this address.
    Address(String),
    /// This HTML, before and after the link's words.
    Around(String, String),
    /// This HTML, in place of the whole link.
    Instead(String),
    /// A block that the page makes itself, in place of an image that stands alone.
    Apart,
}

/// A stretch of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Blocks of HTML.
    Html(String),
    /// A block that the page makes itself.
    Apart,
}

/// Stands in the HTML for a block that the page makes; Markdown turns this character into another.
const APART: char = '\0';

/// What becomes of headings.
#[derive(Clone, Copy, Debug)]
pub struct Headings<'a> {
    /// The level of the highest of them; the others keep their distance to it.
    pub top: u8,
    /// The id of each, in order of appearance; those beyond the list have none.
    pub ids: &'a [Option<String>],
}

/// Writes blocks of HTML; `links` says what stands for the n-th link or image, by destination.
///
/// Raw HTML is shown as text; alignment of table cells is dropped.
pub fn html(
    markdown: &str,
    headings: Headings<'_>,
    links: &mut dyn FnMut(usize, &str) -> LinkMarkup,
) -> String {
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    push_html(&mut out, rewrite(&readable(markdown), headings, links).into_iter());
    out
}

/// Writes blocks of HTML with room between them for those that the page makes itself.
pub fn pieces(
    markdown: &str,
    headings: Headings<'_>,
    links: &mut dyn FnMut(usize, &str) -> LinkMarkup,
) -> Vec<Piece> {
    let html = html(markdown, headings, links);
    let mut pieces = Vec::new();
    for (i, part) in html.split(APART).enumerate() {
        if i > 0 {
            pieces.push(Piece::Apart);
        }
        // A paragraph that an image had for itself is empty without it.
        let part = part.replace("<p></p>", "").replace("<p>\n</p>", "");
        if !part.trim().is_empty() {
            pieces.push(Piece::Html(part.trim_start().to_owned()));
        }
    }
    pieces
}

/// Writes a single paragraph without its `<p>`; further blocks stay as they are.
pub fn inline_html(markdown: &str, links: &mut dyn FnMut(usize, &str) -> LinkMarkup) -> String {
    let out = html(markdown, Headings { top: 2, ids: &[] }, links);
    let trimmed = out.trim();
    match trimmed.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        Some(_) | None => trimmed.to_owned(),
    }
}

/// The words of Markdown without any markup, on one line.
pub fn plain_text(markdown: &str) -> String {
    let markdown = &*readable(markdown);
    let figures = scan::image_paragraphs(markdown);
    let mut out = String::with_capacity(markdown.len());
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            // What stands in a picture's stead is no sentence of the text around it.
            _ if figures.iter().any(|figure| figure.contains(&range.start)) => {}
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            event if breaks_words(&event) && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim().to_owned()
}

fn breaks_words(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock
            )
    )
}

fn rewrite<'a>(
    markdown: &'a str,
    headings: Headings<'_>,
    links: &mut dyn FnMut(usize, &str) -> LinkMarkup,
) -> Vec<Event<'a>> {
    let highest = scan::headings(markdown).iter().map(|heading| heading.level).min().unwrap_or(1);
    let settled = |level: HeadingLevel| settled(level as u8 + headings.top - highest);
    let mut ids = headings.ids.iter().cloned();
    let mut events = Vec::new();
    let mut n_links = 0;
    let mut closers: Vec<Option<Event<'a>>> = Vec::new();
    let mut hidden = 0_usize;
    let figures = scan::image_paragraphs(markdown);
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        let is_email = matches!(event, Event::Start(Tag::Link { link_type: LinkType::Email, .. }));
        match event {
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                let dest_url = if is_email { format!("mailto:{dest_url}").into() } else { dest_url };
                hidden += usize::from(hidden > 0);
                let is_alone = figures.iter().any(|figure| figure.contains(&range.start));
                let (opener, closer, hides) = match links(n_links, &dest_url) {
                    LinkMarkup::Apart if !is_alone => (None, None, false),
                    markup => link(markup, &unblanked(&title)),
                };
                n_links += 1;
                if hidden == 0 {
                    events.extend(opener);
                    hidden = usize::from(hides);
                }
                closers.push(closer);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let closer = closers.pop().flatten();
                hidden = hidden.saturating_sub(1);
                if hidden == 0 {
                    events.extend(closer);
                }
            }
            _ if hidden > 0 => {}
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            Event::Start(Tag::Heading { level, .. }) => {
                events.push(heading_start(settled(level), ids.next().flatten()));
            }
            Event::End(TagEnd::Heading(level)) => {
                events.push(Event::End(TagEnd::Heading(settled(level))));
            }
            Event::Start(Tag::Table(columns)) => {
                events.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
            }
            Event::FootnoteReference(name) => events.push(Event::FootnoteReference(note_id(&name))),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                events.push(Event::Start(Tag::FootnoteDefinition(note_id(&name))));
            }
            other => events.push(other),
        }
    }
    events
}

/// The beginning of the ids of footnotes, which no section and no heading has.
pub const FOOTNOTE: &str = "footnote-";

fn note_id(name: &str) -> CowStr<'static> {
    format!("{FOOTNOTE}{name}").into()
}

/// The events that open and close a link, and whether its words are left out.
fn link<'a>(markup: LinkMarkup, title: &str) -> (Option<Event<'a>>, Option<Event<'a>>, bool) {
    let raw = |html: String| Some(Event::InlineHtml(CowStr::from(html)));
    match markup {
        LinkMarkup::Address(address) => {
            let mut open = String::from("<a href=\"");
            escape_into(&mut open, &address);
            if !title.is_empty() {
                open.push_str("\" title=\"");
                escape_into(&mut open, title);
            }
            open.push_str("\">");
            (raw(open), raw("</a>".into()), false)
        }
        LinkMarkup::Around(before, after) => (raw(before), raw(after), false),
        LinkMarkup::Instead(html) => (raw(html), None, true),
        LinkMarkup::Apart => (raw(format!("</p>{APART}<p>")), None, true),
    }
}

/// Text made safe in HTML and in quoted attributes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

fn heading_start<'a>(level: HeadingLevel, id: Option<String>) -> Event<'a> {
    let id = id.map(CowStr::from);
    Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() })
}

fn settled(level: u8) -> HeadingLevel {
    HeadingLevel::try_from(usize::from(level.clamp(1, 6))).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: Headings<'_> = Headings { top: 2, ids: &[] };

    fn plain(_: usize, address: &str) -> LinkMarkup {
        LinkMarkup::Address(address.to_owned())
    }

    #[test]
    fn raw_html_is_shown_as_text() {
        assert_eq!(html("a <b>c</b>", TOP, &mut plain), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    }

    #[test]
    fn the_highest_heading_takes_the_level_asked_for() {
        let check = |markdown: &str, top: u8, expected: &str| {
            assert_eq!(html(markdown, Headings { top, ids: &[] }, &mut plain), expected);
        };
        check("# a\n\n## b\n", 2, "<h2>a</h2>\n<h3>b</h3>\n");
        check("### a\n\nx\n\n#### b\n", 2, "<h2>a</h2>\n<p>x</p>\n<h3>b</h3>\n");
        check("## a\n\n###### b\n\n---\n", 3, "<h3>a</h3>\n<h6>b</h6>\n<hr />\n");
        check("## a\n\n# b\n", 2, "<h3>a</h3>\n<h2>b</h2>\n");
    }

    #[test]
    fn a_heading_has_its_id() {
        let ids = [Some("ហេតុ".to_owned()), None];
        let headings = Headings { top: 2, ids: &ids };
        assert_eq!(
            html("# a\n\n# b\n\n# c\n", headings, &mut plain),
            "<h2 id=\"ហេតុ\">a</h2>\n<h2>b</h2>\n<h2>c</h2>\n"
        );
    }

    #[test]
    fn a_link_can_be_replaced_with_its_words_left_out() {
        let mut fill = |_: usize, _: &str| LinkMarkup::Instead("<b>9</b>".into());
        assert_eq!(inline_html("See [x *y*](fact:a) now", &mut fill), "See <b>9</b> now");
    }

    #[test]
    fn words_inside_a_wrapped_link_keep_their_markup() {
        let mut wrap = |n: usize, _: &str| LinkMarkup::Around(format!("<i id=\"{n}\">"), "</i>".into());
        assert_eq!(inline_html("[x *y*](fact:a)", &mut wrap), "<i id=\"0\">x <em>y</em></i>");
    }

    #[test]
    fn addresses_cannot_leave_their_attribute() {
        assert_eq!(inline_html("[x](<a\"b&c>)", &mut plain), "<a href=\"a&quot;b&amp;c\">x</a>");
        assert_eq!(inline_html("[x](a '\"b')", &mut plain), "<a href=\"a\" title=\"&quot;b\">x</a>");
    }

    #[test]
    fn an_image_that_stands_alone_can_be_a_block_of_the_page() {
        let mut apart = |_: usize, address: &str| match address {
            "c" => LinkMarkup::Apart,
            other => LinkMarkup::Address(other.to_owned()),
        };
        let headings = Headings { top: 2, ids: &[] };
        let told = |markdown: &str, apart: &mut dyn FnMut(usize, &str) -> LinkMarkup| {
            let words = |piece: Piece| match piece {
                Piece::Html(html) => html.replace('\n', ""),
                Piece::Apart => "|".to_owned(),
            };
            pieces(markdown, headings, apart).into_iter().map(words).collect::<String>()
        };
        assert_eq!(told("a\n\n![x *y*](c)\n\nb", &mut apart), "<p>a</p>|<p>b</p>");
        assert_eq!(told("![](c)\n![](c)\n![z](d)", &mut apart), "||<p><a href=\"d\">z</a></p>");
        assert_eq!(told("a ![x](c) b", &mut apart), "<p>a x b</p>");
        assert_eq!(plain_text("a\n\n![x](c)\n\nb"), "a b");
    }

    #[test]
    fn plain_text_joins_blocks_with_a_space() {
        assert_eq!(plain_text("# A\n\nb [c](d)\ne"), "A b c e");
    }

    #[test]
    fn a_footnote_has_an_id_that_no_section_of_a_page_has() {
        let text = "Why.[^digest]\n\n[^digest]: So.";
        let html = html(text, Headings { top: 2, ids: &[] }, &mut |_, _| LinkMarkup::Apart);
        assert!(
            html.contains("href=\"#footnote-digest\"") && html.contains("id=\"footnote-digest\""),
            "{html}"
        );
    }
}
