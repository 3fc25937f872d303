//! A template as its tags, and these as their words; entry point [`tags`].
//!
//! The engine keeps its own reading to itself. This one is for looking at names before a template
//! runs, so it passes over what it cannot read: the engine has said what is wrong with that.

/// What stands between `{{` and `}}`, or between `{%` and `%}`.
#[derive(Clone, Debug)]
pub(super) struct Tag<'a> {
    /// Whether it is a statement, in `{%` and `%}`.
    pub(super) is_statement: bool,
    /// The byte behind it.
    pub(super) end: usize,
    /// Its words.
    pub(super) words: Vec<Word<'a>>,
}

/// A word of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// Where it begins in the template, in bytes.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: WordKind,
    /// It, without the quotation marks of a text.
    pub(super) text: &'a str,
}

/// What a word of a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// A name or keyword.
    Name,
    /// Words in quotation marks.
    Text,
    /// Digits.
    Number,
    /// A sign such as `.` or `==`.
    Mark,
}

/// Marks of more than one character, longest first.
const LONG_MARKS: [&str; 11] = ["...", "?.", "?[", "/>", "</", "==", "!=", "<=", ">=", "//", "**"];

/// The tags of a template; comments and what stands raw are left out.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|offset| at + offset) {
        let (tag, end) = match text.as_bytes().get(start + 1) {
            Some(b'{') => tag(text, start, "}}"),
            Some(b'%') => tag(text, start, "%}"),
            Some(b'#') => {
                at = text[start..].find("#}").map_or(text.len(), |offset| start + offset + 2);
                continue;
            }
            Some(_) | None => {
                at = start + 1;
                continue;
            }
        };
        at = end;
        if tag.is_statement && tag.words.first().is_some_and(|word| word.text == "raw") {
            at = text[end..].find("endraw").map_or(text.len(), |offset| end + offset);
            continue;
        }
        found.push(tag);
    }
    found
}

/// The tag that begins at a place, and where it ends.
fn tag<'a>(text: &'a str, start: usize, closing: &str) -> (Tag<'a>, usize) {
    let mut words = Vec::new();
    let mut at = start + 2 + usize::from(text[start + 2..].starts_with('-'));
    let mut depth = 0_usize;
    let end = loop {
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else { break at };
        if depth == 0 && rest.trim_start_matches('-').starts_with(closing) {
            break at + rest.find(closing).unwrap_or(0) + closing.len();
        }
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (word, length) = word(rest, at);
        match word.text {
            "{" if word.kind == WordKind::Mark => depth += 1,
            "}" if word.kind == WordKind::Mark => depth = depth.saturating_sub(1),
            _ => {}
        }
        words.push(word);
        at += length;
    };
    (Tag { is_statement: closing == "%}", end, words }, end)
}

/// The word that a text begins with, and how many bytes it takes.
fn word(rest: &str, at: usize) -> (Word<'_>, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    if matches!(first, '"' | '\'' | '`') {
        let length = rest[1..].find(first).unwrap_or(rest.len() - 1);
        let text = &rest[1..=length];
        return (Word { at: at + 1, kind: WordKind::Text, text }, (length + 2).min(rest.len()));
    }
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    if is_part(first) {
        let length = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let kind = if first.is_ascii_digit() { WordKind::Number } else { WordKind::Name };
        return (Word { at, kind, text: &rest[..length] }, length);
    }
    let long = LONG_MARKS.iter().find(|mark| rest.starts_with(**mark)).map(|mark| mark.len());
    let length = long.unwrap_or(first.len_utf8());
    (Word { at, kind: WordKind::Mark, text: &rest[..length] }, length)
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[track_caller]
    fn check(template: &str, expected: &[&str]) {
        let told = |tag: &super::Tag<'_>| {
            let words: Vec<&str> = tag.words.iter().map(|word| word.text).collect();
            words.join(" ")
        };
        assert_eq!(tags(template).iter().map(told).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tags_are_taken_apart_and_the_rest_is_left() {
        check("a {{ page.title }} b {%- if view.x == 1 -%}", &["page . title", "if view . x == 1"]);
        check("{# page.a #}{{ \"}} page.b\" }}{% raw %}{{ x }}{% endraw %}", &["}} page.b"]);
        check("{{ <tag t={d.class} /> }}{{ view.c?.d }}", &["< tag t = { d . class } />", "view . c ?. d"]);
    }

    #[test]
    fn what_never_ends_is_read_to_the_end() {
        check("{{ page.ភ្នំ", &["page . ភ ្ នំ"]);
        check("{{ \"page.a", &["page.a"]);
        check("{{ 'ំ", &["ំ"]);
        check("{{ '", &[""]);
        check("{", &[]);
        check("{% {", &["{"]);
    }
}
