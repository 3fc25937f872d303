//! Words that no page shows and no other slip tells of; entry point [`words`].
//!
//! This is the floor below all other slips: whatever the parser makes of a text, its words are part of what is
//! shown, or of an address, a title, a name or code, or they are reported.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::{Slip, SlipKind};
use crate::markdown::scan::options;

/// Every stretch of words that is nothing of this, beside the slips that are found already.
pub(super) fn words(markdown: &str, found: &mut Vec<Slip>) {
    let mut seen = Seen { bytes: vec![false; markdown.len()] };
    found.iter().for_each(|slip| seen.cover(&slip.range));
    let parser = Parser::new_ext(markdown, options());
    parser.reference_definitions().iter().for_each(|(_, definition)| seen.cover(&definition.span));
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Text(_)
            | Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::Start(Tag::Link { .. } | Tag::Image { .. }) => seen.cover(&range),
            // The language of a code block, which its class tells.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                let first = markdown[range.clone()].find('\n').map_or(range.end, |i| range.start + i);
                seen.cover(&(range.start..first));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                seen.cover(&(range.start..range.start + label.len() + 4));
            }
            _ => {}
        }
    }
    let lost = |at: usize, c: char| c.is_alphabetic() && !seen.bytes[at];
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        let mut letters = line.char_indices().filter(|(i, c)| lost(start + i, *c)).map(|(i, _)| start + i);
        if let Some(first) = letters.next() {
            let (range, kind) = stretch(markdown, first, start + line.trim_end().len());
            found.push(Slip { range, kind });
        }
        start += line.len();
    }
}

/// What is lost from a letter to the end of its line, with the bracket of a definition before it.
fn stretch(markdown: &str, first: usize, end: usize) -> (Range<usize>, SlipKind) {
    let is_definition = markdown[..first].ends_with('[') && markdown[first..end].contains("]:");
    if is_definition { (first - 1..end, SlipKind::DefinitionTwice) } else { (first..end, SlipKind::Unshown) }
}

/// The bytes that are shown or told.
struct Seen {
    bytes: Vec<bool>,
}

impl Seen {
    fn cover(&mut self, range: &Range<usize>) {
        let end = range.end.min(self.bytes.len());
        self.bytes[range.start.min(end)..end].fill(true);
    }
}
