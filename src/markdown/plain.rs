//! Marks of Markdown and HTML in words that pages show as they stand, such as titles and labels; entry point
//! [`first_mark`].

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::aside::{ASIDE, readable};
use super::scan::options;
use super::slips::{Foreign, SlipKind, slips};

/// Marks that readers would see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where they stand with what they enclose, in bytes.
    pub range: Range<usize>,
    /// The words without them.
    pub words: String,
}

/// The first mark of one-line words. Bindings and figures set aside are none: no page shows them.
pub fn first_mark(words: &str) -> Option<Mark> {
    let marked = markup(words).into_iter();
    let foreign = slips(words).into_iter().filter(|slip| is_foreign(slip.kind));
    marked
        .chain(foreign.map(|slip| Mark { range: slip.range, words: String::new() }))
        .min_by_key(|mark| mark.range.start)
}

fn is_foreign(kind: SlipKind) -> bool {
    matches!(
        kind,
        SlipKind::Foreign(
            Foreign::Shortcode | Foreign::WikiLink | Foreign::Emoji | Foreign::Math | Foreign::Tex
        )
    )
}

/// What Markdown would mark, outermost first.
fn markup(words: &str) -> Vec<Mark> {
    let written = &*readable(words);
    let mut marks: Vec<Mark> = Vec::new();
    // The mark that is open, with how many lie open inside it.
    let mut open: Option<(Mark, usize)> = None;
    for (event, range) in Parser::new_ext(written, options()).into_offset_iter() {
        match event {
            Event::Start(tag) if is_inline(&tag) => match &mut open {
                Some((_, depth)) => *depth += 1,
                None => open = Some((Mark { range, words: String::new() }, 0)),
            },
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image,
            ) => {
                open = match open {
                    Some((mark, 0)) => {
                        marks.push(mark);
                        None
                    }
                    other => other.map(|(mark, depth)| (mark, depth - 1)),
                };
            }
            Event::Text(text) => match &mut open {
                Some((mark, _)) => mark.words.push_str(&text),
                // `&amp;` is given as the sign that it stands for.
                None if written[range.clone()].starts_with('&') && written[range.clone()] != *text => {
                    marks.push(Mark { range, words: text.into_string() });
                }
                None => {}
            },
            Event::Code(text) => match &mut open {
                Some((mark, _)) => mark.words.push_str(&text),
                None => marks.push(Mark { range, words: text.into_string() }),
            },
            Event::InlineHtml(_) | Event::Html(_) if open.is_none() => {
                marks.push(Mark { range, words: String::new() });
            }
            _ => {}
        }
    }
    marks.retain(|mark| {
        !["](fact:", "](aside:"].iter().any(|address| written[mark.range.clone()].contains(address))
    });
    marks
}

fn is_inline(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::Link { dest_url, .. } => !dest_url.starts_with(ASIDE) && !dest_url.starts_with("fact:"),
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. } => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(&str, &str)>) {
        let found = first_mark(words);
        let found = found.as_ref().map(|mark| (&words[mark.range.clone()], mark.words.as_str()));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn marks_that_readers_would_see_are_found() {
        check("People **killed** there", Some(("**killed**", "killed")));
        check("People _killed_", Some(("_killed_", "killed")));
        check("The `ranges` chart", Some(("`ranges`", "ranges")));
        check("[Raid](events/raid.html) in Bavet", Some(("[Raid](events/raid.html)", "Raid")));
        check("Homes &amp; shops", Some(("&amp;", "&")));
        check("It&#8217;s over", Some(("&#8217;", "’")));
        check("People <b>killed</b>", Some(("<b>", "")));
        check("Raid {{ .Title }}", Some(("{{ .Title }}", "")));
        check("Dam :warning: broken", Some((":warning:", "")));
    }

    #[test]
    fn plain_words_are_left_alone() {
        for words in [
            "Homes & shops, AT&T",
            "5 * 3 * 2 metres",
            "12. Division",
            "snake_case_name",
            "~40 to ~50 people",
            "People [killed](fact:dead) in [2013](aside:year of the census)",
            "Less than < 5 and > 3",
            "Who paid $5 or $6?",
            "E. coli: O157:H7 found",
        ] {
            check(words, None);
        }
    }
}
