//! Syntax errors where they begin: the quotation mark or bracket that is never closed, not the
//! place where a parser gives up; entry point [`fault`].

use super::{Origin, slips};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// A syntax error that the parser met at byte `at` of the file; `open` are the starts of the lists
/// and mappings it was in, in bytes of the text.
pub(super) fn fault((text, origin): (&str, Origin), at: usize, info: &str, open: &[usize]) -> Diagnostic {
    let at = text.floor_char_boundary(at - origin.offset);
    let error = |start: usize, message: String| {
        let length = text[start..].chars().next().map_or(0, char::len_utf8);
        let start = start + origin.offset;
        Diagnostic::error(Code::YamlSyntax, Span::new(origin.file, start..start + length), message)
    };
    let stops = Span::new(origin.file, at + origin.offset..at + origin.offset);
    if info.contains("recursion limit") {
        return error(at, "lists and mappings are nested too deep".to_owned())
            .help("no format needs this; flatten it");
    }
    if let Some((mark, length)) = merge_mark(text) {
        let fault = error(mark, "two versions of this file were merged and nobody has decided".to_owned());
        let span = Span::new(origin.file, mark + origin.offset..mark + origin.offset + length);
        return Diagnostic { span: Some(span), ..fault }
            .help("keep one version of what stands between `<<<<<<<` and `>>>>>>>`, and remove the marks");
    }
    if let Some(before) = text[..at].strip_suffix('\t').filter(|before| before.ends_with(':')) {
        let tab = before.len();
        return error(tab, "a tab stands after the colon".to_owned()).help("write a space instead");
    }
    if ["misplaced bracket", "unexpected '}'", "unexpected ']'"].iter().any(|said| info.contains(said)) {
        let bracket: String = text[at..].chars().take(1).collect();
        return error(at, format!("the bracket `{bracket}` closes nothing"))
            .help(format!("remove the `{bracket}`, or open it where the value begins"));
    }
    if let Some((colon, line)) = colon_without_space(text, at) {
        return error(colon, "a space is missing after the colon".to_owned()).help(format!("write `{line}`"));
    }
    if let Some(slip) = slips::told(text, at, info) {
        return error(slip.at, slip.message).help(slip.help);
    }
    // A tab before the first field ends the document before it has begun.
    let first =
        info.contains("document start").then(|| text.len() - text.trim_start_matches(['\r', '\n']).len());
    if let Some(tab) =
        tab_in_indent(text, at).or_else(|| tab_in_indent(text, first?)).or_else(|| tab_below(text, at, info))
    {
        return error(tab, "a tab stands where YAML takes spaces only".to_owned()).help("indent with spaces");
    }
    if let Some(start) = unclosed_quote(text, at, info) {
        let mark = if text[start..].starts_with('"') { '"' } else { '\'' };
        let help = slips::goes_on(text, start).unwrap_or_else(|| {
            format!(
                "add `{mark}` at the end of the value; a `{mark}` inside it is written `{}`",
                escaped(mark)
            )
        });
        return error(start, format!("the quotation mark `{mark}` is not closed")).help(help);
    }
    if let Some(start) = open.iter().rev().copied().find(|&start| is_unclosed_bracket(text, start)) {
        let bracket = &text[start..=start];
        let closing = if bracket == "[" { "]" } else { "}" };
        let fault = error(start, format!("the bracket `{bracket}` is not closed"))
            .help(format!("add `{closing}` at the end of the value"));
        return if at > start { fault.related(stops, "it can no longer be read from here") } else { fault };
    }
    if let (true, Some(value)) = (info.contains("mapping values"), colon_in_words(text, at)) {
        return error(at, "`: ` begins a value, but here it stands inside one".to_owned())
            .help(format!("put the value in quotes: `{value}`"));
    }
    if let Some((indent, near)) = misplaced(text, at) {
        let message = format!("this line is indented by {indent}, which fits none of the lines above it");
        return error(at, message).help(format!("indent it by {near}, as the lines it belongs to"));
    }
    error(at, format!("this YAML cannot be read: {info}"))
        .help("check the indentation, brackets and quotation marks here and on the line before")
}

/// The first mark that version control leaves between two versions, and its length.
fn merge_mark(text: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", ">>>>>>> ", "======="].iter().any(|mark| line.starts_with(mark)) {
            return Some((start, 7));
        }
        start += line.len();
    }
    None
}

/// A colon that lacks its space in the line of a fault or the one before it, with the line mended.
fn colon_without_space(text: &str, at: usize) -> Option<(usize, String)> {
    let (own, line) = line_of(text, at);
    let before = (own > 0).then(|| line_of(text, own - 1));
    [(own, line)].into_iter().chain(before).find_map(|(start, line)| {
        let entry = line.trim_start().trim_start_matches("- ");
        let name = entry.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'))?;
        let value = entry[name..].strip_prefix(':').filter(|value| name > 0 && !value.is_empty())?;
        let is_joined = !value.starts_with([' ', '\t', '/']) && !value.contains(": ");
        let colon = start + line.len() - entry.len() + name;
        is_joined.then(|| (colon, format!("{}: {}", &entry[..name], value.trim())))
    })
}

/// A quotation mark as it is written inside a value in such marks.
pub(super) fn escaped(mark: char) -> &'static str {
    if mark == '"' { "\\\"" } else { "''" }
}

/// How far a line is indented.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The line of a byte: where it begins, and its text.
pub(super) fn line_of(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    (start, text[start..].lines().next().unwrap_or_default())
}

/// A tab in the indentation of a line that goes on with the value at this byte, as the parser takes it.
fn tab_below(text: &str, at: usize, info: &str) -> Option<usize> {
    if !info.contains("found a tab") {
        return None;
    }
    let (start, line) = line_of(text, at);
    let below = start + line.len() + 1;
    text.get(below..).filter(|rest| !rest.is_empty()).and_then(|_| tab_in_indent(text, below))
}

fn tab_in_indent(text: &str, at: usize) -> Option<usize> {
    let (start, line) = line_of(text, at);
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    line[..indent].find('\t').map(|tab| start + tab)
}

/// Where a quoted value begins that swallowed what follows it.
fn unclosed_quote(text: &str, at: usize, info: &str) -> Option<usize> {
    let is_mark = |i: usize| matches!(text.as_bytes().get(i), Some(b'"' | b'\''));
    if is_mark(at)
        && ["indentation", "end of stream", "end of file", "document"].iter().any(|word| info.contains(word))
    {
        return Some(at);
    }
    // A later quotation mark may have closed the value, and reading stopped only after it.
    let (mut start, _) = line_of(text, at);
    for _ in 0..20 {
        if start == 0 {
            break;
        }
        let (before, line) = line_of(text, start - 1);
        if let Some(mark) = opening_without_closing(line).or_else(|| opening_in_braces(line)) {
            return Some(before + mark);
        }
        start = before;
    }
    None
}

/// A quotation mark that begins a line's value and is not closed on the line.
fn opening_without_closing(line: &str) -> Option<usize> {
    let value = match line.find(": ") {
        Some(colon) => colon + 2,
        None => line.find("- ")? + 2,
    };
    let words = line[value..].trim_start();
    let mark = words.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let at = line.len() - words.len();
    (!words[1..].replace("\\\"", "").contains(mark)).then_some(at)
}

/// The last quotation mark of a line in braces that has one too many, where it begins a value.
fn opening_in_braces(line: &str) -> Option<usize> {
    let last = line.rfind('"').filter(|at| line[..*at].trim_end().ends_with([':', ',', '{', '[']))?;
    (line.contains('{') && !line.contains('\\') && line.matches('"').count() % 2 == 1).then_some(last)
}

/// Whether a bracket of a flow collection is closed nowhere in the rest of the text.
fn is_unclosed_bracket(text: &str, start: usize) -> bool {
    if !text[start..].starts_with(['[', '{']) {
        return false;
    }
    let mut depth = 0_usize;
    for c in text[start..].chars() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    true
}

/// The line's indent in words, where no line above begins at it, and the nearest ones that occur.
fn misplaced(text: &str, at: usize) -> Option<(String, String)> {
    let (start, line) = line_of(text, at);
    let own = indent(line);
    if at != start + own {
        return None;
    }
    let is_text = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    // Only the lines that are still open above this one: each further left than the one below it.
    let mut open: Vec<usize> = Vec::new();
    for above in text[..start].lines().rev().filter(is_text) {
        // What follows a list's dash stands two further in than the dash.
        let dashed = above.trim_start().starts_with("- ").then(|| indent(above) + 2);
        for column in dashed.into_iter().chain([indent(above)]) {
            if open.last().is_none_or(|last| column < *last) {
                open.push(column);
            }
        }
    }
    if open.contains(&own) {
        return None;
    }
    let spaces = |n: usize| if n == 1 { "1 space".to_owned() } else { format!("{n} spaces") };
    let outer = open.iter().copied().filter(|column| *column < own).max();
    let inner = open.iter().copied().filter(|column| *column > own).min();
    let near: Vec<String> = outer.into_iter().chain(inner).map(spaces).collect();
    (!near.is_empty()).then(|| (spaces(own), near.join(" or ")))
}

/// The line's entry with its value in quotes, where a colon stands inside the value.
fn colon_in_words(text: &str, at: usize) -> Option<String> {
    let (_, line) = line_of(text, at);
    let (key, value) = line.split_once(": ")?;
    (value.contains(": ") && !value.contains(['"', '\\', '{', '[']))
        .then(|| format!("{}: \"{}\"", key.trim(), value.trim()))
}
