//! Fields that a template names, compared with those that its pages have; entry point [`unknown`].
//!
//! The engine takes a missing field in a condition for false and never looks into a loop that does
//! not run, so a misspelt name would pass in silence.

use serde_json::Value;

use super::fault::among;
use super::layer::Template;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::view::PageView;

/// What every page is given.
const ROOTS: [&str; 2] = ["page", "view"];

/// A path of names in a template: `view.notes`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Path<'a> {
    /// Where each name begins, and the name.
    names: Vec<(usize, &'a str)>,
}

/// The paths that begin with what pages are given and lead to nothing on any page.
pub(super) fn unknown(template: &Template, pages: &[&PageView]) -> Vec<Diagnostic> {
    let mut given: Vec<Value> = Vec::new();
    let mut faults = Vec::new();
    for path in paths(&template.text) {
        if given.is_empty() {
            given = pages.iter().filter_map(|page| serde_json::to_value(page).ok()).collect();
        }
        faults.extend(fault(template, &path, &given));
    }
    faults
}

fn fault(template: &Template, path: &Path<'_>, given: &[Value]) -> Option<Diagnostic> {
    let mut longest: Option<(usize, Vec<String>)> = None;
    for page in given {
        let (at, fields) = first_missing(path, page)?;
        if longest.as_ref().is_none_or(|(deepest, _)| at > *deepest) {
            longest = Some((at, fields));
        }
    }
    let (at, fields) = longest?;
    let (start, name) = path.names[at];
    let message = format!("field `{name}` is not defined");
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let span = Span::new(template.file, start..start + name.len());
    Some(Diagnostic::error(Code::TemplateInvalid, span, &message).help(among(&message, "fields", &fields)))
}

/// The first name of a path that leads to nothing, with those that would; `None` where the path
/// leads to something, or to where nothing can be known.
fn first_missing(path: &Path<'_>, page: &Value) -> Option<(usize, Vec<String>)> {
    let mut value = page;
    for (i, (_, name)) in path.names.iter().enumerate() {
        let Value::Object(fields) = value else { return None };
        match fields.get(*name) {
            Some(next) => value = next,
            None => return Some((i, fields.keys().cloned().collect())),
        }
    }
    None
}

/// The paths in the tags of a template; those that a template only asks for are left out.
fn paths(text: &str) -> Vec<Path<'_>> {
    let mut found = Vec::new();
    let mut rest = 0;
    // Components name their own arguments, which may be called as ours are.
    let mut is_component = false;
    while let Some(start) = text[rest..].find(['{']).map(|i| rest + i) {
        let Some(closing) = ["{{", "{%", "{#"]
            .iter()
            .zip(["}}", "%}", "#}"])
            .find_map(|(open, close)| text[start..].starts_with(open).then_some(close))
        else {
            rest = start + 1;
            continue;
        };
        let end = text[start..].find(closing).map_or(text.len(), |i| start + i);
        let words = text[start + 2..end].trim_start_matches('-').trim_start();
        is_component =
            (is_component || words.starts_with("component ")) && !words.starts_with("endcomponent");
        if closing != "#}" && !is_component {
            found.extend(in_tag(text, start + 2..end));
        }
        rest = end;
    }
    found
}

fn in_tag(text: &str, tag: std::ops::Range<usize>) -> Vec<Path<'_>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut at = tag.start;
    let mut before = ' ';
    while at < tag.end {
        let rest = &text[at..tag.end];
        let Some(first) = rest.chars().next() else { break };
        if matches!(first, '"' | '\'' | '`') {
            at += rest[1..].find(first).map_or(rest.len(), |i| i + 2);
            before = first;
            continue;
        }
        if !is_name(first) {
            at += first.len_utf8();
            before = first;
            continue;
        }
        let path = path_at(text, at, tag.end);
        let end = path.names.last().map_or(at + 1, |(start, name)| start + name.len());
        let is_ours = before != '.' && ROOTS.contains(&path.names[0].1) && path.names.len() > 1;
        if is_ours && !is_only_asked_for(&text[end..tag.end]) {
            found.push(path);
        }
        before = 'a';
        at = end;
    }
    found
}

/// The names joined by dots from a place on.
fn path_at(text: &str, start: usize, end: usize) -> Path<'_> {
    let name = |from: usize| {
        let rest = &text[from..end];
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (from, &rest[..length])
    };
    let mut names = vec![name(start)];
    while let Some((last, word)) = names.last().copied() {
        let dot = last + word.len();
        match text[dot..end].strip_prefix('.') {
            Some(after) if after.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                names.push(name(dot + 1));
            }
            Some(_) | None => break,
        }
    }
    Path { names }
}

/// Whether what follows a path says that it may well be missing.
fn is_only_asked_for(rest: &str) -> bool {
    let rest = rest.trim_start();
    let words: Vec<&str> = rest.split_whitespace().take(3).collect();
    rest.starts_with("?.")
        || matches!(
            words.as_slice(),
            ["is", "defined" | "undefined", ..] | ["is", "not", "defined" | "undefined"]
        )
        || rest.strip_prefix('|').is_some_and(|filter| filter.trim_start().starts_with("default"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &[&str]) {
        let found: Vec<String> = paths(template)
            .iter()
            .map(|path| path.names.iter().map(|(_, name)| *name).collect::<Vec<_>>().join("."))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn paths_are_found_in_tags_only() {
        check(
            "page.x {{ page.a.b }} {%- if view.c and not page.d | length %}",
            &["page.a.b", "view.c", "page.d"],
        );
        check("{# page.a #}{{ \"page.b\" }}{{ own.page.c }}{{ page }}{{ mypage.d }}", &[]);
        check("{{ page.a[0].b }}{% for n in view.notes %}{{ n.x }}{% endfor %}", &["page.a", "view.notes"]);
    }

    #[test]
    fn what_is_only_asked_for_may_be_missing() {
        check("{% if page.a is defined %}{{ view.b | default(value=1) }}{{ view.c?.d }}{% endif %}", &[]);
        check("{% if page.a is not defined %}", &[]);
    }

    #[test]
    fn arguments_of_components_are_their_own() {
        check("{% component x(page) %}{{ page.a }}{% endcomponent x %}{{ page.b }}", &["page.b"]);
    }

    #[test]
    fn unclosed_tags_and_wide_characters_are_passed_over() {
        check("{{ page.ភ្នំ", &["page.ភ"]);
        check("{{ \"page.a", &[]);
        check("{", &[]);
    }

    #[test]
    fn a_path_ends_where_nothing_can_be_known() {
        let page = serde_json::json!({"page": {"title": "x", "nav": [{"a": 1}], "licence": null}});
        let missing = |text: &str| {
            let path = paths(text).remove(0);
            first_missing(&path, &page).map(|(at, fields)| (path.names[at].1.to_owned(), fields.join(" ")))
        };
        assert_eq!(missing("{{ page.titel }}"), Some(("titel".into(), "licence nav title".into())));
        assert_eq!(missing("{{ page.licence.name }}"), None);
        assert_eq!(missing("{{ page.nav.a }}"), None);
        assert_eq!(missing("{{ view.x }}"), Some(("view".into(), "page".into())));
    }
}
