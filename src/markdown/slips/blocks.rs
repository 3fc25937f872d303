//! Slips of blocks: notes, definitions, tables, code and front matter.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{Misread, Quarto, Slip, SlipKind};
use crate::markdown::scan::options;

/// Footnotes that are defined twice, or that nothing refers to.
pub(super) fn notes(markdown: &str, found: &mut Vec<Slip>) {
    let (mut defined, mut used): (BTreeMap<String, Range<usize>>, Vec<String>) =
        (BTreeMap::new(), Vec::new());
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let head = range.start..(range.start + label.len() + 4).min(range.end);
                if defined.contains_key(label.as_ref()) {
                    found.push(Slip { range: head, kind: SlipKind::NoteTwice });
                } else {
                    defined.insert(label.into_string(), head);
                }
            }
            Event::FootnoteReference(label) => used.push(label.into_string()),
            _ => {}
        }
    }
    let unused = defined.into_iter().filter(|(label, _)| !used.contains(label));
    found.extend(unused.map(|(_, range)| Slip { range, kind: SlipKind::NoteUnused }));
}

/// Rows with more cells than the head of their table, whose last cells are nowhere shown.
pub(super) fn tables(markdown: &str, found: &mut Vec<Slip>) {
    let mut n_columns = 0;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(columns)) => n_columns = columns.len(),
            Event::Start(Tag::TableRow) => {
                let row = markdown[range.clone()].trim_end();
                if cells(row) > n_columns {
                    found.push(Slip {
                        range: range.start..range.start + row.len(),
                        kind: SlipKind::ExtraCells,
                    });
                }
            }
            _ => {}
        }
    }
}

/// How many cells a row has; a stroke behind a backslash divides none, in code neither.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let mut n_cells = 1;
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '|' => n_cells += 1,
            _ => {}
        }
    }
    if inner.ends_with('|') && !inner.ends_with("\\|") { n_cells - 1 } else { n_cells }
}

/// Definitions of links that nothing refers to.
pub(super) fn definitions(markdown: &str, found: &mut Vec<Slip>) {
    let parser = Parser::new_ext(markdown, options());
    let defined: Vec<(String, Range<usize>)> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    let mut used = BTreeSet::new();
    for event in parser {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event {
            used.insert(id.to_lowercase());
        }
    }
    let unused = defined.iter().filter(|(label, _)| !used.contains(label));
    found.extend(unused.map(|(_, range)| Slip {
        range: range.start..range.start + markdown[range.clone()].trim_end().len(),
        kind: SlipKind::DefinitionUnused,
    }));
}

/// Code blocks that the rest of the text has fallen into.
pub(super) fn fences(markdown: &str, found: &mut Vec<Slip>) {
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event else { continue };
        if info.starts_with('{') && info.ends_with('}') && !info.starts_with("{.") {
            let first = markdown[range.clone()].lines().next().unwrap_or_default().trim_end();
            let kind = SlipKind::Quarto(Quarto::CodeCell);
            found.push(Slip { range: range.start..range.start + first.len(), kind });
        }
        let mut lines = markdown[range.clone()].trim_end().lines();
        let Some(first) = lines.next() else { continue };
        let last = lines.next_back().unwrap_or_default().trim_start_matches(['>', ' ', '\t']);
        let fence: String = first.chars().take_while(|c| matches!(c, '`' | '~')).collect();
        let is_closed = last.len() >= fence.len() && last.chars().all(|c| fence.starts_with(c));
        if !is_closed || last.is_empty() {
            found.push(Slip {
                range: range.start..range.start + first.trim_end().len(),
                kind: SlipKind::OpenFence,
            });
        }
    }
}

/// Fields between two lines of `---`, which make a line across the page and a heading.
pub(super) fn front_matter(markdown: &str, found: &mut Vec<Slip>) {
    let is_field = |line: &str| {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        let key = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' '));
        key.is_some_and(|(key, _)| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        })
    };
    let mut is_below_rule = false;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Rule => is_below_rule = markdown[range].starts_with('-'),
            Event::Start(Tag::Heading { .. }) if is_below_rule => {
                is_below_rule = false;
                let text = markdown[range.clone()].trim_end();
                let Some((fields, _)) = text.rsplit_once('\n') else { continue };
                if fields.lines().all(is_field) {
                    found.push(Slip {
                        range: range.start..range.start + text.len(),
                        kind: SlipKind::FrontMatter,
                    });
                }
            }
            _ => is_below_rule = false,
        }
    }
}

/// Sentences that a line of hyphens below them makes a heading, or four spaces before them code.
pub(super) fn sentences(markdown: &str, found: &mut Vec<Slip>) {
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        let text = markdown[range.clone()].trim_end();
        match event {
            Event::Start(Tag::Heading { .. }) => {
                let Some((words, line)) = text.rsplit_once('\n') else { continue };
                if line.trim().chars().all(|c| c == '-') && ends_sentence(words) {
                    let range = range.start..range.start + text.len();
                    found.push(Slip { range, kind: SlipKind::Misread(Misread::HeadingOfSentence) });
                }
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                let words = text.trim_start();
                if ends_sentence(words) && words.split_whitespace().count() > 3 {
                    let start = range.start + text.len() - words.len();
                    let end = start + words.lines().next().unwrap_or_default().trim_end().len();
                    found
                        .push(Slip { range: start..end, kind: SlipKind::Misread(Misread::IndentedSentence) });
                }
            }
            _ => {}
        }
    }
}

/// Whether words end as a sentence does, in the scripts that have a sign for that.
fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', '!', '?', '។', '。', '！', '？', '؟', '।'])
}
