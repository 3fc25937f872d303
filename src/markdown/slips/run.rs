//! Stretches of Markdown that are shown as text: not code, not the words of links; entry point [`runs`].

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::markdown::scan::options;

/// A stretch of text on one line.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Where it stands, in bytes of the Markdown.
    pub range: Range<usize>,
    /// What it begins.
    pub opens: Opens,
    /// The heading that it stands in.
    pub heading: Option<Range<usize>>,
    /// Whether a link, an image or code ends where it begins.
    pub is_behind_markup: bool,
}

/// What a stretch of text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// Nothing: something stands before it on its line.
    Nothing,
    /// A further line of a paragraph.
    Line,
    /// A paragraph.
    Paragraph,
    /// The first paragraph of a quotation.
    Quotation,
    /// The first paragraph of an item.
    Item,
}

/// Every stretch, in order. A text is given in pieces where brackets stand: neighbours are one run.
pub(super) fn runs(markdown: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut heading, mut n_links, mut is_code) = (None::<Range<usize>>, 0_usize, false);
    let (mut opens, mut goes_on, mut is_behind_markup) = (Opens::Nothing, false, false);
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        let is_text = matches!(event, Event::Text(_)) && !is_code && n_links == 0;
        if is_text {
            match runs.last_mut().filter(|run| goes_on && run.range.end == range.start) {
                Some(run) => run.range.end = range.end,
                None => runs.push(Run { range, opens, heading: heading.clone(), is_behind_markup }),
            }
            (opens, goes_on, is_behind_markup) = (Opens::Nothing, true, false);
            continue;
        }
        goes_on = false;
        is_behind_markup = matches!(event, Event::End(TagEnd::Link | TagEnd::Image) | Event::Code(_));
        opens = match &event {
            Event::Start(Tag::BlockQuote(_)) => Opens::Quotation,
            Event::Start(Tag::Item | Tag::FootnoteDefinition(_)) => Opens::Item,
            Event::Start(Tag::Paragraph) if opens == Opens::Nothing => Opens::Paragraph,
            Event::Start(Tag::Paragraph) => opens,
            Event::SoftBreak | Event::HardBreak => Opens::Line,
            _ => Opens::Nothing,
        };
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Heading { .. }) => heading = Some(range),
            Event::End(TagEnd::Heading(_)) => heading = None,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => n_links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => n_links = n_links.saturating_sub(1),
            _ => {}
        }
    }
    runs
}
