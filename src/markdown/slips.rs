//! What an author's Markdown would lose or show as source, since it means something elsewhere only; entry point [`slips`].

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::aside::readable;
use super::scan::options;

/// A stretch of Markdown that does not do what it looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where it stands, in bytes of the Markdown.
    pub range: Range<usize>,
    /// What it looks like.
    pub kind: SlipKind,
}

/// What a stretch looks like that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlipKind {
    /// `[words](two words)`: an address with a space.
    SpacedAddress,
    /// `## Head {#id}`: the attributes of other generators.
    Attributes,
    /// `> [!NOTE]`: an alert of GitHub.
    Alert,
    /// `- [ ] open`: a task of a list.
    Task,
    /// `{{ .Title }}`, `{{< figure >}}`, `{% include %}`: a template or shortcode.
    Shortcode,
    /// `https://example.org` in text, which is no link.
    BareAddress,
    /// A row of a table with more cells than its head.
    ExtraCells,
    /// A second definition of one footnote.
    NoteTwice,
    /// A footnote that no text refers to.
    NoteUnused,
}

/// Every slip, in order of appearance.
pub fn slips(markdown: &str) -> Vec<Slip> {
    let markdown = &*readable(markdown);
    let mut found = Vec::new();
    in_text(markdown, &mut found);
    notes(markdown, &mut found);
    tables(markdown, &mut found);
    found.sort_by_key(|slip| (slip.range.start, slip.kind));
    // An address inside of what is a slip already is part of that one.
    let mut end = 0;
    found.retain(|slip| {
        let is_outside = slip.range.start >= end;
        end = end.max(slip.range.end);
        is_outside
    });
    found
}

/// Slips in what is shown as text: not in code, and not in addresses.
fn in_text(markdown: &str, found: &mut Vec<Slip>) {
    let mut slip = |range: Range<usize>, kind| found.push(Slip { range, kind });
    let (mut heading, mut n_links, mut is_code) = (None::<Range<usize>>, 0_usize, false);
    // A text is given in pieces where brackets stand: neighbours are one run.
    let mut runs: Vec<(Range<usize>, Option<Range<usize>>)> = Vec::new();
    let mut goes_on = false;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Heading { .. }) => heading = Some(range.clone()),
            Event::End(TagEnd::Heading(_)) => heading = None,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => n_links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => n_links = n_links.saturating_sub(1),
            _ => {}
        }
        let is_text = matches!(event, Event::Text(_)) && !is_code && n_links == 0;
        match runs.last_mut().filter(|(run, _)| goes_on && run.end == range.start) {
            Some((run, _)) if is_text => run.end = range.end,
            _ if is_text => runs.push((range, heading.clone())),
            _ => {}
        }
        goes_on = is_text;
    }
    for (run, heading) in runs {
        let text = &markdown[run.clone()];
        for (at, _) in text.match_indices("](") {
            let open = text[..at].rfind('[').unwrap_or(at);
            if let Some(close) = text[at..].find(')') {
                slip(run.start + open..run.start + at + close + 1, SlipKind::SpacedAddress);
            }
        }
        for (open, close) in [("{{", "}}"), ("{%", "%}")] {
            for (at, _) in text.match_indices(open) {
                let end = text[at..].find(close).map_or(text.len(), |length| at + length + close.len());
                slip(run.start + at..run.start + end, SlipKind::Shortcode);
            }
        }
        for (at, _) in text.match_indices("://") {
            let scheme =
                text[..at].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |i| i + last_len(text, i));
            if matches!(&text[scheme..at], "http" | "https") {
                let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
                slip(run.start + scheme..run.start + end, SlipKind::BareAddress);
            }
        }
        if let (Some(heading), Some(at)) =
            (heading, text.rfind("{").filter(|_| text.trim_end().ends_with('}')))
            && text[at + 1..].starts_with(['#', '.'])
        {
            slip(run.start + at..heading.end.min(run.end), SlipKind::Attributes);
        }
        marked(markdown, &run, &mut slip);
    }
}

/// The bytes of the character that begins here.
fn last_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Alerts and tasks: brackets at the beginning of a quotation or of an item.
fn marked(markdown: &str, run: &Range<usize>, slip: &mut impl FnMut(Range<usize>, SlipKind)) {
    let text = &markdown[run.clone()];
    let line = markdown[..run.start].rfind('\n').map_or(0, |i| i + 1);
    let lead = markdown[line..run.start].trim_start();
    if text.starts_with("[!") && lead.starts_with('>') {
        let end = text.find(']').map_or(text.len(), |i| i + 1);
        slip(run.start..run.start + end, SlipKind::Alert);
    }
    let is_item = lead.starts_with(['-', '*', '+']) || lead.trim_end().ends_with(['.', ')']);
    if is_item && ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark)) {
        slip(run.start..run.start + 3, SlipKind::Task);
    }
}

/// Footnotes that are defined twice, or that nothing refers to.
fn notes(markdown: &str, found: &mut Vec<Slip>) {
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
fn tables(markdown: &str, found: &mut Vec<Slip>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(SlipKind, &str)> {
        slips(markdown).into_iter().map(|slip| (slip.kind, &markdown[slip.range])).collect()
    }

    #[test]
    fn what_looks_like_markup_and_is_none_is_found() {
        use SlipKind::{
            Alert, Attributes, BareAddress, ExtraCells, NoteTwice, NoteUnused, Shortcode, SpacedAddress, Task,
        };
        assert_eq!(found("See ![map](pic one.png)."), [(SpacedAddress, "[map](pic one.png)")]);
        assert_eq!(
            found("See [r](https://example.org/a b)"),
            [(SpacedAddress, "[r](https://example.org/a b)")]
        );
        assert_eq!(found("## Head {#custom .c}\n"), [(Attributes, "{#custom .c}")]);
        assert_eq!(found("> [!NOTE]\n> hi\n"), [(Alert, "[!NOTE]")]);
        assert_eq!(found("- [ ] open\n- [x] done\n"), [(Task, "[ ]"), (Task, "[x]")]);
        assert_eq!(
            found("{{< figure src=\"a.png\" >}} and {{ .Title }}"),
            [(Shortcode, "{{< figure src=\"a.png\" >}}"), (Shortcode, "{{ .Title }}"),]
        );
        assert_eq!(found("see https://example.org/a now"), [(BareAddress, "https://example.org/a")]);
        assert_eq!(found("|a|b|\n|-|-|\n|1|2|3|\n|1|2|\n"), [(ExtraCells, "|1|2|3|")]);
        assert_eq!(found("A[^a].\n\n[^a]: First.\n\n[^a]: Second.\n"), [(NoteTwice, "[^a]:")]);
        assert_eq!(found("A.\n\n[^a]: Nobody asks.\n"), [(NoteUnused, "[^a]:")]);
    }

    #[test]
    fn what_is_markup_or_code_is_no_slip() {
        for fine in [
            "`[a](b c)` and `{{ x }}` and `https://example.org`",
            "```\n{{ x }}\n[a](b c)\nhttps://example.org\n```\n",
            "<https://example.org> and [https://example.org](https://example.org)",
            "[a](<b c.html>) and [a](b%20c.html)",
            "> a quotation [sic]\n\n- [sic] an item\n",
            "## Head {of state}\n",
            "|a|b|\n|-|-|\n|1|2\\|3|\n",
            "A[^a].\n\n[^a]: First.\n",
        ] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }
}
