//! Words lost to a remark: in `title: Raid on compound #4` YAML takes `#4` for one; entry point
//! [`faults`].
//!
//! A remark of a sheet begins with `# `; a mark with a word right behind it was meant as part of
//! the value, which would else be published without its end.

use super::{Entry, Node, NodeKind, Origin};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Every value without quotes that such a mark ends.
pub(super) fn faults(text: &str, origin: Origin, node: &Node) -> Vec<Diagnostic> {
    match &node.kind {
        NodeKind::Scalar(scalar) if scalar.plain => fault(text, origin, node.span).into_iter().collect(),
        NodeKind::Scalar(_) => Vec::new(),
        NodeKind::List(items) => items.iter().flat_map(|item| faults(text, origin, item)).collect(),
        NodeKind::Map(entries) => entries.iter().flat_map(|entry| of_entry(text, origin, entry)).collect(),
    }
}

fn of_entry(text: &str, origin: Origin, entry: &Entry) -> Vec<Diagnostic> {
    let is_lost =
        matches!(&entry.value.kind, NodeKind::Scalar(scalar) if scalar.plain && scalar.text.is_empty());
    let key_end = entry.key_span.end as usize - origin.offset;
    if is_lost && text.get(key_end..).is_some_and(|rest| rest.starts_with(':')) {
        // Nothing is left of the value; it would have begun behind the colon.
        let behind = entry.key_span.end + 1;
        let nothing = Span { start: behind, end: behind, ..entry.key_span };
        return fault(text, origin, nothing).into_iter().collect();
    }
    faults(text, origin, &entry.value)
}

fn fault(text: &str, origin: Origin, value: Span) -> Option<Diagnostic> {
    let (start, end) = (value.start as usize - origin.offset, value.end as usize - origin.offset);
    let words = text.get(start..end)?.trim_end();
    let rest = text.get(start + words.len()..)?.lines().next()?;
    let lost = rest.trim_start_matches([' ', '\t']);
    let is_word = lost.strip_prefix('#').is_some_and(|word| word.starts_with(char::is_alphanumeric));
    if !is_word || lost.len() == rest.len() {
        return None;
    }
    let at = origin.offset + start + words.len() + rest.len() - lost.len();
    let words: Vec<&str> = words.split_whitespace().chain([lost.trim_end()]).collect();
    let whole = words.join(" ").replace('\\', "\\\\").replace('"', "\\\"");
    let message = "a remark begins here, so the value ends before it";
    let help = format!("put the value in quotes: `\"{whole}\"`; a remark has a space behind its mark: `# …`");
    Some(Diagnostic::error(Code::YamlAmbiguous, Span::new(origin.file, at..at + 1), message).help(help))
}
