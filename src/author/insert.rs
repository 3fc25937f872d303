//! Text put into a YAML file by place, in the layout that stands around it; entry points
//! [`into_list`] and [`into_map`].

use crate::yaml::{Entry, Node, NodeKind};

/// Text to be put in at a byte.
pub(super) struct Insertion {
    pub(super) at: usize,
    pub(super) text: String,
}

/// Puts every insertion in, the last one first, so that places stay right.
pub(super) fn apply(text: &str, mut insertions: Vec<Insertion>) -> String {
    insertions.sort_by_key(|insertion| std::cmp::Reverse(insertion.at));
    let mut text = text.to_owned();
    for insertion in insertions {
        text.insert_str(insertion.at, &insertion.text);
    }
    text
}

/// A mapping as it is written: in one line, and in lines of its own.
pub(super) struct Written {
    /// `{key: value, …}`.
    pub(super) flow: String,
    /// `key: value` lines, not indented.
    pub(super) block: Vec<String>,
}

/// A mapping added at the end of the list below a key; `None` where the layout is none we know.
pub(super) fn into_list(text: &str, entry: &Entry, item: &Written) -> Option<Insertion> {
    let NodeKind::List(items) = &entry.value.kind else {
        let indent = column(text, entry.key_span.start as usize) + 2;
        return below_bare_key(text, entry).map(|at| lines(text, at, (indent, &item.block)));
    };
    if text[entry.value.span.start as usize..].starts_with('[') {
        return Some(match items.last() {
            Some(last) => Insertion { at: last.span.end as usize, text: format!(", {}", item.flow) },
            None => Insertion { at: entry.value.span.start as usize + 1, text: item.flow.clone() },
        });
    }
    let last = items.last()?;
    let start = last.span.start as usize;
    let line = &text[line_start(text, start)..];
    let indent = line.len() - line.trim_start_matches(' ').len();
    if !line[indent..].starts_with("- ") {
        return None;
    }
    let at = after_remarks(text, line_end(text, end_of(text, last)), indent);
    if text[start..].starts_with('{') {
        return Some(lines(text, at, (indent, std::slice::from_ref(&item.flow))));
    }
    Some(lines(text, at, (indent, &item.block)))
}

/// `key: {}` added at the end of the mapping below a key.
pub(super) fn into_map(text: &str, entry: &Entry, key: &str) -> Option<Insertion> {
    let node = &entry.value;
    let NodeKind::Map(entries) = &node.kind else {
        let at = below_bare_key(text, entry)?;
        let indent = " ".repeat(column(text, entry.key_span.start as usize) + 2);
        return Some(Insertion { at, text: format!("{}{indent}{key}: {{}}", ending(text)) });
    };
    let start = node.span.start as usize;
    if text[start..].starts_with('{') {
        return Some(match entries.last() {
            Some(last) => {
                let at = last.value.span.end.max(last.key_span.end) as usize;
                Insertion { at, text: format!(", {key}: {{}}") }
            }
            None => Insertion { at: start + 1, text: format!("{key}: {{}}") },
        });
    }
    let last = entries.last()?;
    let indent = column(text, last.key_span.start as usize);
    let at = line_end(text, end_of(text, &last.value).max(last.key_span.end as usize));
    let ending = ending(text);
    Some(Insertion { at, text: format!("{ending}{}{key}: {{}}", " ".repeat(indent)) })
}

/// A list item in lines of its own, after the line that ends at `at`.
fn lines(text: &str, at: usize, (indent, block): (usize, &[String])) -> Insertion {
    let ending = ending(text);
    let mut added = String::new();
    for (i, line) in block.iter().enumerate() {
        let marker = if i == 0 { "- " } else { "  " };
        added.push_str(&format!("{ending}{}{marker}{line}", " ".repeat(indent)));
    }
    Insertion { at, text: added }
}

/// The end of the line of a key that has no value at all, not even the word for nothing.
fn below_bare_key(text: &str, entry: &Entry) -> Option<usize> {
    let is_nothing = matches!(&entry.value.kind, NodeKind::Scalar(scalar) if scalar.is_null());
    let key_end = entry.key_span.end as usize;
    let at = line_end(text, key_end);
    let rest = text[key_end..at].trim_start().strip_prefix(':')?.trim_start();
    (is_nothing && (rest.is_empty() || rest.starts_with('#'))).then_some(at)
}

/// Past the remarks that stand below an item, further in than its dash.
fn after_remarks(text: &str, mut at: usize, indent: usize) -> usize {
    loop {
        let Some(line) =
            text[at..].trim_start_matches('\r').strip_prefix('\n').and_then(|rest| rest.lines().next())
        else {
            return at;
        };
        let words = line.trim_start_matches(' ');
        if !words.starts_with('#') || line.len() - words.len() <= indent {
            return at;
        }
        at = line_end(text, text.len() - text[at..].trim_start_matches(['\r', '\n']).len());
    }
}

/// Where a value ends for the eye: a folded text reaches to the start of the next line.
fn end_of(text: &str, node: &Node) -> usize {
    let end = (node.span.end as usize).min(text.len());
    text[..end].trim_end().len()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// The end of a line, before its line break.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

fn ending(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// What to cut so that the chosen entries of a mapping, or items of a list, are gone; comments around them stay.
pub(super) fn without(
    text: &str,
    node: &Node,
    is_chosen: impl Fn(Option<&str>, &Node) -> bool,
) -> Vec<(std::ops::Range<usize>, &'static str)> {
    let parts: Vec<(std::ops::Range<usize>, bool)> = match &node.kind {
        NodeKind::Map(entries) => {
            let part = |entry: &Entry| {
                let end = end_of(text, &entry.value).max(entry.key_span.end as usize);
                (entry.key_span.start as usize..end, is_chosen(Some(&entry.key), &entry.value))
            };
            entries.iter().map(part).collect()
        }
        NodeKind::List(items) => {
            let part = |item: &Node| (item.span.start as usize..end_of(text, item), is_chosen(None, item));
            items.iter().map(part).collect()
        }
        NodeKind::Scalar(_) => Vec::new(),
    };
    let start = node.span.start as usize;
    let is_flow = text[start..].starts_with(['{', '[']);
    let chosen = parts.iter().enumerate().filter(|(_, (_, chosen))| *chosen);
    let mut cut: Vec<_> = chosen
        .map(|(i, (part, _))| {
            if !is_flow {
                let below = after_remarks(text, line_end(text, part.end), column(text, part.start));
                let next = text[below..].find('\n').map_or(text.len(), |at| below + at + 1);
                return (line_start(text, part.start)..next, "");
            }
            // With the comma behind it, or before it where it is the last that stays.
            let before = parts[..i].iter().rev().find(|(_, chosen)| !chosen);
            match parts.get(i + 1) {
                Some((next, _)) => (part.start..next.start, ""),
                None => (before.map_or(part.start, |(last, _)| last.end)..part.end, ""),
            }
        })
        .collect();
    // A mapping or a list of which nothing is left has to say so.
    let key_end = text[..start].trim_end().len();
    if !is_flow && cut.len() == parts.len() && text[..key_end].ends_with(':') {
        let nothing = if matches!(node.kind, NodeKind::Map(_)) { " {}" } else { " []" };
        cut.push((key_end..key_end, nothing));
    }
    cut
}
