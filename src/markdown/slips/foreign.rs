//! Marks of other generators in text that is shown; entry point [`in_text`].

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::run::{Opens, Run};
use super::{Foreign, Misread, Quarto, SlipKind};

/// Takes a slip: where it stands in the Markdown, and what it looks like.
type Found<'a> = dyn FnMut(Range<usize>, SlipKind) + 'a;

/// Every slip of a stretch of text.
pub(super) fn in_text(markdown: &str, run: &Run, found: &mut Found<'_>) {
    let text = &markdown[run.range.clone()];
    let start = run.range.start;
    addresses(markdown, run, found);
    let mut slip = |range: Range<usize>, kind| found(start + range.start..start + range.end, kind);
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("{/*", "*/}")] {
        for (at, _) in text.match_indices(open) {
            let end = text[at..].find(close).map_or(text.len(), |length| at + length + close.len());
            slip(at..end, SlipKind::Foreign(Foreign::Shortcode));
        }
    }
    enclosed(text, "[[", "]]", &mut |range, _| {
        let start = range.start - usize::from(text[..range.start].ends_with('!'));
        slip(start..range.end, SlipKind::Foreign(Foreign::WikiLink));
    });
    enclosed(text, "==", "==", &mut |range, inner| {
        if tight(inner) {
            slip(range, SlipKind::Foreign(Foreign::Highlight));
        }
    });
    enclosed(text, "%%", "%%", &mut |range, _| slip(range, SlipKind::Foreign(Foreign::Remark)));
    enclosed(text, "$$", "$$", &mut |range, _| slip(range, SlipKind::Foreign(Foreign::Math)));
    enclosed(text, "$", "$", &mut |range, inner| {
        if tight(inner) && inner.contains(['\\', '^', '_', '{']) {
            slip(range, SlipKind::Foreign(Foreign::Math));
        }
    });
    enclosed(text, "^", "^", &mut |range, inner| {
        if !inner.contains(char::is_whitespace) && !inner.starts_with('[') {
            slip(range, SlipKind::Foreign(Foreign::Superscript));
        }
    });
    enclosed(text, "^[", "]", &mut |range, _| slip(range, SlipKind::Foreign(Foreign::InlineNote)));
    enclosed(text, "[@", "]", &mut |range, _| slip(range, SlipKind::Foreign(Foreign::Citation)));
    for at in words_with(text, cross_reference) {
        slip(at, SlipKind::Quarto(Quarto::CrossReference));
    }
    for at in open_marks(text) {
        slip(at, SlipKind::Misread(Misread::OpenMark));
    }
    for at in unknown_entities(text) {
        slip(at, SlipKind::Misread(Misread::UnknownEntity));
    }
    for at in words_with(text, emoji) {
        slip(at, SlipKind::Foreign(Foreign::Emoji));
    }
    for (at, _) in text.match_indices('\\') {
        let name = text[at + 1..].find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len() - at - 1);
        let command = &text[at + 1..at + 1 + name];
        let takes_words = text[at + 1 + name..].starts_with('{');
        if name > 1 && (takes_words || matches!(command, "newpage" | "pagebreak" | "clearpage" | "noindent"))
        {
            slip(at..at + 1 + name, SlipKind::Foreign(Foreign::Tex));
        }
    }
    attributes(text, run, start, found);
    opening(markdown, run, found);
}

/// Stretches between two marks, with what stands between them.
fn enclosed(text: &str, open: &str, close: &str, found: &mut dyn FnMut(Range<usize>, &str)) {
    let mut at = 0;
    while let Some(i) = text[at..].find(open) {
        let inner = at + i + open.len();
        let Some(length) = text[inner..].find(close) else { return };
        if length == 0 {
            at = inner;
            continue;
        }
        let range = at + i..inner + length + close.len();
        let words = &text[inner..inner + length];
        // What does not close here may open something behind it: `$5 and $x^2$`.
        at = if tight(words) { range.end } else { inner };
        found(range, words);
    }
}

/// Whether words have no white space at their ends, as marks around them ask for.
fn tight(words: &str) -> bool {
    !words.is_empty() && words.trim() == words
}

/// The words of a text, parted by white space and brackets, that are meant.
fn words_with(text: &str, is_meant: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '|')) {
        let word = part.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | '"' | '|' | '.' | ',' | ';' | '!' | '?')
        });
        if is_meant(word) {
            found.push(start..start + word.len());
        }
        start += part.len();
    }
    found
}

fn emoji(word: &str) -> bool {
    let Some(name) = word.strip_prefix(':').and_then(|rest| rest.strip_suffix(':')) else { return false };
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-'))
}

/// `@fig-map`: Quarto refers by the first letters to a figure, a table, a section, an equation or a listing.
fn cross_reference(word: &str) -> bool {
    ["@fig-", "@tbl-", "@sec-", "@eq-", "@lst-"]
        .iter()
        .any(|start| word.len() > start.len() && word.starts_with(start))
}

/// `**`, `__` and `~~` that mark nothing: beside a word on one side, and of no longer row of signs.
fn open_marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for mark in ["**", "__", "~~"] {
        let sign = mark.chars().next();
        for (at, _) in text.match_indices(mark) {
            let (before, behind) = (text[..at].chars().next_back(), text[at + mark.len()..].chars().next());
            let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let is_row = before == sign || behind == sign;
            if !is_row && is_word(before) != is_word(behind) {
                found.push(at..at + mark.len());
            }
        }
    }
    found
}

/// `&copia;`: a name between `&` and `;` that is none of HTML, so that it stays as it is.
fn unknown_entities(text: &str) -> Vec<Range<usize>> {
    let is_unknown = |entity: &str| {
        let read = Parser::new(entity).filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        });
        read.collect::<String>() == entity
    };
    let mut found = Vec::new();
    for (at, _) in text.match_indices('&') {
        let name = &text[at + 1..];
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_name = length > 1 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let range = at..at + length + 2;
        if is_name && name[length..].starts_with(';') && is_unknown(&text[range.clone()]) {
            found.push(range);
        }
    }
    found
}

fn is_bare(word: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
    };
    let is_host = |host: &str| {
        host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty()) && is_name(host)
    };
    let is_mail = word.split_once('@').is_some_and(|(name, host)| is_name(name) && is_host(host));
    let is_web = word.strip_prefix("www.").and_then(|rest| rest.split('/').next()).is_some_and(is_host);
    is_mail || is_web
}

/// Addresses that make no link.
fn addresses(markdown: &str, run: &Run, found: &mut Found<'_>) {
    let text = &markdown[run.range.clone()];
    let start = run.range.start;
    for (at, _) in text.match_indices("](") {
        let open = start + text[..at].rfind('[').unwrap_or(at);
        let paragraph =
            markdown[start + at..].find("\n\n").map_or(markdown.len(), |length| start + at + length);
        let inner = &markdown[start + at + 2..paragraph];
        match inner.find(')').filter(|close| !inner[..*close].contains(['[', ']'])) {
            Some(close) => {
                let is_template = ["{{", "{%", "<%"].iter().any(|mark| inner[..close].contains(mark));
                let kind =
                    if is_template { SlipKind::Foreign(Foreign::Shortcode) } else { SlipKind::SpacedAddress };
                found(open..start + at + 2 + close + 1, kind);
            }
            None => {
                let length = inner.find(char::is_whitespace).unwrap_or(inner.len());
                found(open..(start + at + 2 + length).min(run.range.end), SlipKind::OpenAddress);
            }
        }
    }
    for (at, _) in text.match_indices("://") {
        let scheme = text[..at]
            .rfind(|c: char| !c.is_ascii_alphabetic())
            .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        if matches!(&text[scheme..at], "http" | "https") {
            let end = text[at..]
                .find(|c: char| c.is_whitespace() || c == '|')
                .map_or(text.len(), |length| at + length);
            found(start + scheme..start + end, SlipKind::BareAddress);
        }
    }
    for word in words_with(text, is_bare) {
        found(start + word.start..start + word.end, SlipKind::BareAddress);
    }
}

/// `{#id}`, `{.class}`, `{width=50%}` behind a heading, a link or words in brackets, and `{: .class}`.
fn attributes(text: &str, run: &Run, start: usize, found: &mut Found<'_>) {
    let is_list = |inner: &str| inner.starts_with(['#', '.', ':']) || inner.contains('=');
    for (at, _) in text.match_indices('{') {
        let end = text[at..].find('}').map_or(text.len(), |length| at + length + 1);
        let inner = text[at + 1..end].trim_end_matches('}').trim();
        let is_behind = at == 0 && run.is_behind_markup || text[..at].ends_with(']');
        let ends_heading = run.heading.is_some() && text[end..].trim().is_empty();
        if is_list(inner) && (is_behind || ends_heading || inner.starts_with(':')) {
            found(start + at..start + end, SlipKind::Foreign(Foreign::Attributes));
        }
    }
}

/// What begins a paragraph, an item, a quotation or a line.
fn opening(markdown: &str, run: &Run, found: &mut Found<'_>) {
    let text = &markdown[run.range.clone()];
    let start = run.range.start;
    let begins_block = !matches!(run.opens, Opens::Nothing | Opens::Line);
    let begins_line = run.opens != Opens::Nothing;
    let mut slip = |length: usize, kind| found(start..start + length.max(1).min(text.len()), kind);
    let bracket = text.find(']').map_or(text.len(), |i| i + 1);
    if text.starts_with("[!") && run.opens == Opens::Quotation {
        slip(bracket, SlipKind::Foreign(Foreign::Alert));
    }
    if run.opens == Opens::Item && ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark)) {
        slip(3, SlipKind::Foreign(Foreign::Task));
    }
    let n_marks = text.len() - text.trim_start_matches('#').len();
    let is_heading = (1..=6).contains(&n_marks) && text[n_marks..].starts_with(char::is_alphabetic);
    if begins_line && is_heading && !markdown[..start].ends_with('\\') {
        slip(text.trim_end().len(), SlipKind::Misread(Misread::HeadingWithoutSpace));
    }
    if begins_line && text.starts_with(":::")
        || begins_block && ["!!! ", "??? "].iter().any(|mark| text.starts_with(mark))
    {
        slip(text.len(), SlipKind::Foreign(Foreign::Container));
    }
    if begins_block && matches!(text.trim(), "[TOC]" | "[toc]" | "[[toc]]" | "[[TOC]]" | "[[_TOC_]]") {
        slip(text.len(), SlipKind::Foreign(Foreign::Contents));
    }
    let is_import =
        text.starts_with("import ") && text.contains(" from ") && text.contains(['"', '\'', '“', '‘']);
    let is_export =
        ["export const ", "export default ", "export function "].iter().any(|mark| text.starts_with(mark));
    if begins_line && (is_import || is_export) {
        slip(text.len(), SlipKind::Foreign(Foreign::Import));
    }
    if run.opens == Opens::Line && text.starts_with(": ") {
        slip(text.len(), SlipKind::Foreign(Foreign::DefinitionList));
    }
    if begins_line && text.starts_with("*[") && text.contains("]:") {
        slip(bracket + 1, SlipKind::Foreign(Foreign::Abbreviation));
    }
    if begins_line && text.starts_with('[') && !text.starts_with("[^") && text[bracket..].starts_with(": ") {
        slip(text.trim_end().len(), SlipKind::BrokenDefinition);
    }
    let is_delimiter =
        text.contains('|') && text.contains('-') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    if run.opens == Opens::Line && is_delimiter {
        slip(text.trim_end().len(), SlipKind::UnevenTable);
    }
}
