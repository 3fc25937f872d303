//! Quotation marks without their like; entry point [`alone`].
//!
//! Languages open and close with different signs (`“…”`, `„…“`, `”…”`, `«…»`, `»…«`), so that the signs of one family
//! are counted: an odd number of them means that one is missing. An apostrophe looks like a closing single mark, so
//! that single marks are only missed where one opens the words.

use std::ops::Range;

/// Signs that belong together.
const FAMILIES: [&[char]; 4] = [&['“', '”', '„', '‟'], &['«', '»'], &['「', '」'], &['"']];

/// A quotation mark that has no like in its paragraph.
///
/// A quotation of several paragraphs opens each of them anew, and closes the last one only.
pub fn alone(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find("\n\n").map_or(text.len(), |length| start + length);
        let next = text[end..].trim_start();
        if let Some(mark) = alone_in(&text[start..end], next) {
            return Some(start + mark.start..start + mark.end);
        }
        start = (end + 2).min(text.len());
        if end == text.len() {
            break;
        }
    }
    None
}

fn alone_in(paragraph: &str, next: &str) -> Option<Range<usize>> {
    let opening = paragraph.trim_start().chars().next();
    for family in FAMILIES {
        let marks: Vec<(usize, char)> = paragraph
            .char_indices()
            .filter(|(at, c)| family.contains(c) && !is_measure(paragraph, *at, *c))
            .collect();
        let goes_on = opening.is_some_and(|mark| family.contains(&mark) && next.starts_with(mark));
        if marks.len() % 2 == 1 && !goes_on {
            return marks.last().map(|(at, mark)| *at..at + mark.len_utf8());
        }
    }
    let start = paragraph.len() - paragraph.trim_start().len();
    let is_single = opening == Some('‘') && !paragraph.contains('’');
    is_single.then_some(start..start + '‘'.len_utf8())
}

/// Whether a straight mark behind a digit means inches or seconds.
fn is_measure(text: &str, at: usize, mark: char) -> bool {
    mark == '"' && text[..at].ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(alone(text).map(|range| &text[range]), expected, "{text}");
    }

    #[test]
    fn a_mark_without_its_like_is_found() {
        check("“Ghost homes", Some("“"));
        check("Ghost homes” in the valley", Some("”"));
        check("The «ghost homes", Some("«"));
        check("The \"ghost homes", Some("\""));
        check("„Geisterhäuser im Tal", Some("„"));
        check("‘Ghost homes", Some("‘"));
        check("He said “a”.\n\nShe said “b.", Some("“"));
    }

    #[test]
    fn marks_that_belong_together_are_left_alone() {
        for text in [
            "“Ghost homes” in the valley",
            "„Geisterhäuser“ im Tal",
            "”Spökhus” i dalen",
            "»Spøgelseshuse« i dalen",
            "The « ghost homes »",
            "A 5\" pipe",
            "‘Ghost homes’ and the people’s homes",
            "The people’s homes of ’98",
            "“First paragraph.\n\n“Second paragraph.”",
            "“He said ‘no’ to “all” of it”",
        ] {
            check(text, None);
        }
    }
}
