//! Figures that an author sets aside with a reason, `[2013](aside:year of the census)`; entry points
//! [`asides`] and [`without_marks`].
//!
//! Readers see the words in the brackets and nothing else. CommonMark allows no white space in an address,
//! so that the parser is given the Markdown with every reason in one piece, byte for byte as long.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::scan::{Link, links, options};

/// What the address of a mark begins with.
pub const ASIDE: &str = "aside:";
const OPENING: &str = "](aside:";
/// Stands for white space in a reason.
const BLANK: char = '\u{7f}';

/// The Markdown as the parser is to read it.
pub(super) fn readable(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains(OPENING) {
        return Cow::Borrowed(markdown);
    }
    let code = code_ranges(markdown);
    let is_code = |at: usize| code.iter().any(|range| range.contains(&at));
    let openings = markdown.match_indices(OPENING).map(|(at, _)| at + 2).filter(|&at| !is_code(at));
    let reasons: Vec<Range<usize>> =
        openings.filter_map(|at| Some(at..at + end_of_address(&markdown[at..])?)).collect();
    let mut reasons = reasons.into_iter().peekable();
    let mut text = String::with_capacity(markdown.len());
    for (at, c) in markdown.char_indices() {
        while reasons.next_if(|reason| reason.end <= at).is_some() {}
        let is_inside = reasons.peek().is_some_and(|reason| reason.contains(&at));
        text.push(if is_inside && matches!(c, ' ' | '\t' | '\n' | '\r') { BLANK } else { c });
    }
    Cow::Owned(text)
}

/// A destination as its author wrote it, lines joined.
pub(super) fn as_written(destination: &str) -> String {
    destination.replace(BLANK, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title as its author wrote it.
pub(super) fn unblanked(title: &str) -> String {
    title.replace(BLANK, " ")
}

/// Where an address ends: at the bracket that closes it, in the same paragraph.
fn end_of_address(text: &str) -> Option<usize> {
    let paragraph = text.find("\n\n").unwrap_or(text.len());
    let mut depth = 0_usize;
    for (at, c) in text[..paragraph].char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Stretches that are shown as they stand.
pub(super) fn code_ranges(markdown: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut block = None;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => block = Some(range),
            Event::End(TagEnd::CodeBlock) => ranges.extend(block.take()),
            Event::Code(_) => ranges.push(range),
            _ => {}
        }
    }
    ranges
}

/// Every mark that sets a figure aside, in order; its reason is the destination without the scheme.
pub fn asides(markdown: &str) -> Vec<Link> {
    if !markdown.contains(ASIDE) {
        return Vec::new();
    }
    links(markdown).into_iter().filter(|link| link.destination.starts_with(ASIDE)).collect()
}

/// The text with words that are set aside, or bound to a fact, in place of the whole mark.
pub fn without_marks(markdown: &str) -> Cow<'_, str> {
    const BOUND: &str = "fact:";
    if ![ASIDE, BOUND].iter().any(|scheme| markdown.contains(scheme)) {
        return Cow::Borrowed(markdown);
    }
    let is_mark = |link: &Link| [ASIDE, BOUND].iter().any(|scheme| link.destination.starts_with(scheme));
    let mut marks: Vec<Link> = links(markdown).into_iter().filter(is_mark).collect();
    // Nothing is a mark inside of another one.
    let mut end = 0;
    marks.retain(|mark| {
        let is_outside = mark.range.start >= end;
        end = end.max(mark.range.end);
        is_outside
    });
    if marks.is_empty() {
        return Cow::Borrowed(markdown);
    }
    let mut text = String::with_capacity(markdown.len());
    let mut done = 0;
    for mark in marks {
        let written = &markdown[mark.range.clone()];
        let scheme = |opening: &str| written.rfind(opening);
        let openings = [OPENING, "](<aside:", "](fact:", "](<fact:"];
        let words = openings.into_iter().find_map(scheme).unwrap_or(written.len());
        text.push_str(&markdown[done..mark.range.start]);
        text.push_str(written.get(1..words).unwrap_or_default());
        done = mark.range.end;
    }
    text.push_str(&markdown[done..]);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(String, String)> {
        asides(markdown).into_iter().map(|mark| (mark.words, mark.destination)).collect()
    }

    #[test]
    fn a_reason_may_have_spaces_brackets_and_lines() {
        let mark = |words: &str, reason: &str| (words.to_owned(), format!("aside:{reason}"));
        assert_eq!(
            found(
                "The [2013](aside:year of the (last) census) and [*2*](<aside:both of them>) and\n[40](aside:an\nidiom)."
            ),
            [mark("2013", "year of the (last) census"), mark("2", "both of them"), mark("40", "an idiom")]
        );
        assert_eq!(found("`[2013](aside:in code)` and [x](aside:never closed"), []);
    }

    #[test]
    fn readers_see_the_words_alone() {
        assert_eq!(
            without_marks(
                "In [2013](aside:year of the census), [12 *each*](aside:a rule) of `[4](aside:a b)`."
            ),
            "In 2013, 12 *each* of `[4](aside:a b)`."
        );
        assert_eq!(without_marks("Held [over *9*](fact:a/b@c)."), "Held over *9*.");
        assert!(matches!(without_marks("In [2013](https://a.example)."), Cow::Borrowed(_)));
    }

    #[test]
    fn every_byte_keeps_its_place() {
        for text in ["é [1](aside:é é)\n\n[2](aside:\n\nx)", "[1](aside:a b)[2](aside:c d)"] {
            assert_eq!(readable(text).len(), text.len());
        }
    }
}
