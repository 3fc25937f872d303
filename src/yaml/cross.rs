//! The second reading: values by another parser, which must see the same tree.
//!
//! Two parsers that disagree on what a text says are a sign that a person would misread it too.

use serde_yaml::Value;

use super::{Node, NodeKind, Origin};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// Refuses a text that the two parsers read differently.
pub(super) fn compare(text: &str, origin: Origin, node: &Node) -> Result<(), Vec<Diagnostic>> {
    let value: Value = match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let local = error.location().map_or(0, |location| location.index().min(text.len()));
            let start = (0..=local).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
            return Err(vec![refused((text, origin), start, &error.to_string())]);
        }
    };
    match differs(node, &value) {
        Some(span) => Err(vec![ambiguous(span, "two YAML parsers read this value differently")]),
        None => Ok(()),
    }
}

/// What only the second parser refuses, at byte `start` of the text.
fn refused((text, origin): (&str, Origin), start: usize, info: &str) -> Diagnostic {
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(origin.file, start + origin.offset..start + origin.offset + length);
    if text[start..].starts_with('\t') {
        return Diagnostic::error(Code::YamlSyntax, span, "a tab stands where YAML takes spaces only")
            .help("indent with spaces");
    }
    if info.contains("invalid type: integer") {
        return Diagnostic::error(Code::YamlAmbiguous, span, "no program can keep a number of this size")
            .help("correct the number, or put quotes around it where it is words");
    }
    if let Some(sign @ ('>' | '|' | '%' | '@' | '`')) = text[start..].chars().next() {
        let words: String = text[start..].chars().take_while(|c| !matches!(c, '}' | ']' | '\n')).collect();
        let words = words.split(", ").next().unwrap_or_default().trim_end();
        let words = words.replace('\\', "\\\\").replace('"', "\\\"");
        let message = format!("a value cannot begin with `{sign}` without quotes");
        return Diagnostic::error(Code::YamlSyntax, span, message)
            .help(format!("put the value in quotes: `\"{words}\"`"));
    }
    ambiguous(span, info)
}

fn ambiguous(span: Span, message: &str) -> Diagnostic {
    Diagnostic::error(Code::YamlAmbiguous, span, format!("this YAML can be read in two ways: {message}"))
        .help("put quotes around the value, or write it in a simpler form")
}

/// The first place at which the two readings differ.
fn differs(node: &Node, value: &Value) -> Option<Span> {
    match (&node.kind, value) {
        (NodeKind::Scalar(scalar), Value::String(text)) => (scalar.text != *text).then_some(node.span),
        (NodeKind::Scalar(scalar), Value::Null) => (!scalar.is_null()).then_some(node.span),
        (NodeKind::Scalar(scalar), Value::Bool(_)) => (!scalar.is_truth_value()).then_some(node.span),
        (NodeKind::Scalar(scalar), Value::Number(_)) => (!scalar.plain).then_some(node.span),
        (NodeKind::List(items), Value::Sequence(values)) => {
            if items.len() != values.len() {
                return Some(node.span);
            }
            items.iter().zip(values).find_map(|(item, value)| differs(item, value))
        }
        (NodeKind::Map(entries), Value::Mapping(mapping)) => {
            if entries.len() != mapping.len() {
                return Some(node.span);
            }
            let mut pairs = entries.iter().zip(mapping);
            pairs.find_map(|(entry, (key, value))| match key {
                Value::String(key) if *key != entry.key => Some(entry.key_span),
                Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {
                    differs(&entry.value, value)
                }
                Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => Some(entry.key_span),
            })
        }
        (NodeKind::Map(entries), Value::Null) => (!entries.is_empty()).then_some(node.span),
        (NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_), _) => Some(node.span),
    }
}
