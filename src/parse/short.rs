//! Short forms of fact sheets, written out before anything else reads them; entry points [`sheet`] and [`entities`].
//!
//! A source's short key in `sources:` stands for its article in claims and rulings; a value is marked with braces inside
//! its quote; a claim is one line, `- gazette: "said that {14} people were hurt"`. Nothing that is valid in the long
//! form changes its meaning: braces mark a value only where the claim has none.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};
use crate::value::date;
use crate::yaml::{Decode as _, Entry, Node, NodeKind, Scalar, Shape};

use super::record::RawClaim;

/// A text whose nodes are written out.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
}

/// Writes out the short forms of a fact sheet.
pub(super) fn sheet(node: &mut Node, written: Written<'_>, faults: &mut Vec<Diagnostic>) {
    let keys = value_mut(node, "sources").map(|sources| short_keys(sources, faults)).unwrap_or_default();
    facts(node, &keys, written);
    for ruling in value_mut(node, "rulings").into_iter().flat_map(items_mut) {
        value_mut(ruling, "prefer").into_iter().for_each(|id| expand(id, &keys));
        value_mut(ruling, "between").into_iter().flat_map(items_mut).for_each(|id| expand(id, &keys));
    }
}

/// Writes out the short forms in the facts of entities.yaml.
pub(super) fn entities(node: &mut Node, written: Written<'_>) {
    for entity in entries_mut(node) {
        facts(&mut entity.value, &BTreeMap::new(), written);
    }
}

/// The articles that short keys stand for; each entry gets the article's id for its key.
fn short_keys(sources: &mut Node, faults: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    let mut listed: BTreeMap<String, Span> = BTreeMap::new();
    for entry in entries_mut(sources) {
        let article = match &mut entry.value.kind {
            NodeKind::Scalar(scalar) if !scalar.is_null() => {
                Some((scalar.text.clone(), entry.value.span, Vec::new()))
            }
            NodeKind::Map(fields) => {
                let at =
                    fields.iter().position(|field| field.key == "article" && words(&field.value).is_some());
                at.map(|at| {
                    let article = fields.remove(at).value;
                    (words(&article).unwrap_or_default().to_owned(), article.span, std::mem::take(fields))
                })
            }
            NodeKind::Scalar(_) => {
                // What is missing is told once, and the source is listed all the same.
                let message = format!("nothing stands behind `{}`", entry.key);
                let help = format!("write `{}: {{}}`", entry.key);
                faults.push(Diagnostic::error(Code::ValueEmpty, entry.key_span, message).help(help));
                entry.value.kind = NodeKind::Map(Vec::new());
                None
            }
            NodeKind::List(_) => None,
        };
        if let Some((article, span, fields)) = article {
            keys.insert(std::mem::replace(&mut entry.key, article.clone()), article);
            entry.key_span = span;
            entry.value.kind = NodeKind::Map(fields);
        }
        if let Some(first) = listed.insert(entry.key.clone(), entry.key_span) {
            let message = format!("`{}` is listed twice", entry.key);
            faults.push(
                Diagnostic::error(Code::KeyDuplicate, entry.key_span, message)
                    .related(first, "the other one")
                    .help("remove one of the two"),
            );
        }
    }
    keys
}

fn facts(sheet: &mut Node, keys: &BTreeMap<String, String>, written: Written<'_>) {
    for fact in value_mut(sheet, "facts").into_iter().flat_map(entries_mut) {
        let kind =
            value_mut(&mut fact.value, "kind").and_then(|kind| words(kind)).unwrap_or_default().to_owned();
        for claim in value_mut(&mut fact.value, "claims").into_iter().flat_map(items_mut) {
            one_line(claim);
            value_mut(claim, "source").into_iter().for_each(|id| expand(id, keys));
            marked_value(claim, &kind, written);
        }
    }
}

/// `gazette: "… {14} …"` becomes the claim's `source` and `quote`.
fn one_line(claim: &mut Node) {
    let Shape::Record(record) = RawClaim::shape() else { return };
    let NodeKind::Map(entries) = &mut claim.kind else { return };
    let is_field = |key: &str| record.fields.iter().any(|field| field.name == key);
    let others: Vec<usize> =
        entries.iter().enumerate().filter(|(_, entry)| !is_field(&entry.key)).map(|(i, _)| i).collect();
    let &[at] = others.as_slice() else { return };
    let has_either = entries.iter().any(|entry| matches!(entry.key.as_str(), "source" | "quote"));
    if has_either || words(&entries[at].value).is_none_or(|quote| marks(quote).is_none()) {
        return;
    }
    let entry = &mut entries[at];
    let source = Scalar { text: std::mem::replace(&mut entry.key, "quote".to_owned()), plain: false };
    let value = Node { span: entry.key_span, kind: NodeKind::Scalar(source) };
    let source = Entry { key: "source".to_owned(), key_span: entry.key_span, value };
    entries.insert(at, source);
}

/// The words in braces become the claim's `value`, and the quote loses its braces.
fn marked_value(claim: &mut Node, kind: &str, written: Written<'_>) {
    let NodeKind::Map(entries) = &mut claim.kind else { return };
    let answers = |entry: &Entry| matches!(entry.key.as_str(), "value" | "parts" | "relative");
    // What a text holds, and yes or no, are the editors' words and stand in no quote.
    if entries.iter().any(answers) || matches!(kind, "position" | "yes-no") {
        return;
    }
    let Some(quote) = entries.iter_mut().find(|entry| entry.key == "quote") else { return };
    let whole = quote.value.span;
    let NodeKind::Scalar(scalar) = &mut quote.value.kind else { return };
    let Some((plain, marked)) = marks(&scalar.text) else { return };
    if marked.len() > 1 && kind != "set" {
        return;
    }
    let nodes: Vec<Node> = marked
        .iter()
        .map(|words| {
            let text = match kind {
                "date" => as_date(words),
                "count" | "percent" | "measure" => as_within_a_sentence(words),
                _ => words.clone(),
            };
            let span = written.place_of(words, whole);
            Node { span, kind: NodeKind::Scalar(Scalar { text, plain: false }) }
        })
        .collect();
    scalar.text = plain;
    let value = match <[Node; 1]>::try_from(nodes) {
        Ok([only]) if kind != "set" => only,
        Ok(only) => Node { span: whole, kind: NodeKind::List(only.into()) },
        Err(several) => Node { span: whole, kind: NodeKind::List(several) },
    };
    entries.push(Entry { key: "value".to_owned(), key_span: whole, value });
}

/// A quote without its braces, and what stands in them; `None` where they mark nothing.
fn marks(quote: &str) -> Option<(String, Vec<String>)> {
    let (mut plain, mut marked) = (String::new(), Vec::new());
    let mut rest = quote;
    while let Some((before, after)) = rest.split_once('{') {
        let (words, behind) = after.split_once('}')?;
        if words.trim().is_empty() || words.contains('{') || before.contains('}') {
            return None;
        }
        plain.extend([before, words]);
        marked.push(words.trim().to_owned());
        rest = behind;
    }
    plain.push_str(rest);
    (!marked.is_empty() && !rest.contains('}')).then_some((plain, marked))
}

/// A date in words that can be read in one way only, as dates are written; else the words.
fn as_date(words: &str) -> String {
    let Err(fault) = date::read(words) else { return words.to_owned() };
    let help = fault.help.unwrap_or_default();
    match help.split('`').collect::<Vec<_>>().as_slice() {
        [_, date, _] if date::read(date).is_ok() => (*date).to_owned(),
        _ => words.to_owned(),
    }
}

/// `More than 50` as it stands within a sentence: a hedge at the head of a quote loses its capital.
fn as_within_a_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second))
            if first.is_uppercase() && second.is_lowercase() && words.contains(|c: char| c.is_numeric()) =>
        {
            first.to_lowercase().chain(letters).collect()
        }
        (_, _) => words.to_owned(),
    }
}

impl Written<'_> {
    /// Where marked words stand in their quote, or the quote where it is written in another way.
    fn place_of(self, words: &str, quote: Span) -> Span {
        let written = self.text.get(quote.start as usize..quote.end as usize).unwrap_or_default();
        match written.find(&format!("{{{words}}}")) {
            Some(at) => {
                let start = quote.start as usize + at + 1;
                Span::new(self.file, start..start + words.len())
            }
            None => quote,
        }
    }
}

fn expand(id: &mut Node, keys: &BTreeMap<String, String>) {
    if let NodeKind::Scalar(scalar) = &mut id.kind
        && let Some(article) = keys.get(&scalar.text)
    {
        scalar.text.clone_from(article);
    }
}

fn words(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar(scalar) if !scalar.is_null() => Some(&scalar.text),
        NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_) => None,
    }
}

fn entries_mut(node: &mut Node) -> &mut [Entry] {
    match &mut node.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Scalar(_) | NodeKind::List(_) => &mut [],
    }
}

fn items_mut(node: &mut Node) -> &mut [Node] {
    match &mut node.kind {
        NodeKind::List(items) => items,
        NodeKind::Scalar(_) | NodeKind::Map(_) => &mut [],
    }
}

fn value_mut<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    entries_mut(node).iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{RawSheet, RawValue};
    use crate::yaml::{self, Origin};

    /// The claims of a sheet's only fact: source, value and quote.
    fn claims(kind: &str, sources: &str, claims: &str) -> Vec<String> {
        let file = FileId(0);
        let text = format!(
            "title: T\nsummary: S\nsources: {sources}\nfacts:\n  a:\n    kind: {kind}\n    claims:\n{claims}"
        );
        let mut node = yaml::parse(&text, Origin { file, offset: 0 }).unwrap();
        let mut faults = Vec::new();
        sheet(&mut node, Written { text: &text, file }, &mut faults);
        let Some(read) = RawSheet::decode(&node, &mut faults) else { return vec![format!("{faults:?}")] };
        let told = faults.iter().map(|fault| format!("{}: {}", fault.code, fault.message));
        let claim = |claim: &RawClaim| {
            let value = match &claim.value {
                Some(RawValue::Words(words)) => words.value.0.clone(),
                Some(RawValue::List(items)) => {
                    let items = items.value.iter().map(|item| item.value.0.as_str());
                    format!("[{}]", items.collect::<Vec<_>>().join(", "))
                }
                None => "-".to_owned(),
            };
            format!("{} | {value} | {}", claim.source.value, claim.quote.exact)
        };
        told.chain(read.facts.0[0].1.claims.value.0.iter().map(claim)).collect()
    }

    #[test]
    fn a_short_key_stands_for_its_article() {
        let long = "{square-2025-07: {as_of: '2025'}, b: {}}";
        let by_key = "{sq: {article: square-2025-07, as_of: '2025'}, b: {}}";
        for (sources, key) in [(long, "square-2025-07"), (by_key, "sq"), ("{sq: square-2025-07}", "sq")] {
            let found =
                claims("count", sources, &format!("      - {{source: {key}, value: 14, quote: so 14}}\n"));
            assert_eq!(found, ["square-2025-07 | 14 | so 14"], "{sources}");
        }
        let twice = claims("count", "{a: x, b: x}", "      - {source: a, value: 14, quote: so 14}\n");
        assert_eq!(twice[0], "key-duplicate: `x` is listed twice");
    }

    #[test]
    fn a_value_is_marked_inside_its_quote() {
        let found =
            claims("count", "{a: {}}", "      - {source: a, quote: \"some {over 104} were rescued\"}\n");
        assert_eq!(found, ["a | over 104 | some over 104 were rescued"]);
        let found = claims(
            "count",
            "{a: {}}",
            "      - {source: a, quote: \"{Over 104} were\"}\n      - {source: a, quote: \"{Dozens} were\"}\n",
        );
        assert_eq!(found, ["a | over 104 | Over 104 were", "a | Dozens | Dozens were"]);
        let found = claims("set", "{a: {}}", "      - {source: a, quote: \"from {Laos} and {Vietnam}\"}\n");
        assert_eq!(found, ["a | [Laos, Vietnam] | from Laos and Vietnam"]);
        let found = claims("date", "{a: {}}", "      - {source: a, quote: \"on {3 March 2026}, at\"}\n");
        assert_eq!(found, ["a | 2026-03-03 | on 3 March 2026, at"]);
        let found = claims("date", "{a: {}}", "      - {source: a, quote: \"on {3/4/2026}, at\"}\n");
        assert_eq!(found, ["a | 3/4/2026 | on 3/4/2026, at"]);
    }

    #[test]
    fn a_claim_is_one_line_with_what_else_it_says_below() {
        let found = claims(
            "count",
            "{gz: gazette}",
            "      - gz: \"{14} hurt\"\n        via: [chief]\n      - gz: '{15} hurt'\n",
        );
        assert_eq!(found, ["gazette | 14 | 14 hurt", "gazette | 15 | 15 hurt"]);
    }

    #[test]
    fn braces_that_mark_nothing_stay_as_they_are() {
        for quote in ["a {b", "a} b", "a {} b", "a {b {c} d}", "a {b} and {c}"] {
            let found = claims("count", "{a: {}}", &format!("      - {{source: a, quote: \"{quote}\"}}\n"));
            assert_eq!(found, [format!("a | - | {quote}")]);
        }
        let found = claims("count", "{a: {}}", "      - {source: a, value: 14, quote: \"{14} of {15}\"}\n");
        assert_eq!(found, ["a | 14 | {14} of {15}"]);
        let misspelt = claims("count", "{a: {}}", "      - {sorce: a, quote: \"{14}\"}\n");
        assert!(misspelt[0].contains("field-unknown"), "{misspelt:?}");
    }

    #[test]
    fn a_marked_value_has_its_place() {
        let text = "facts:\n  a:\n    kind: count\n    claims: [{source: a, quote: \"so {14} were\"}]\n";
        let file = FileId(0);
        let mut node = yaml::parse(text, Origin { file, offset: 0 }).unwrap();
        sheet(&mut node, Written { text, file }, &mut Vec::new());
        let fact = value_mut(value_mut(&mut node, "facts").unwrap(), "a").unwrap();
        let claim = &mut items_mut(value_mut(fact, "claims").unwrap())[0];
        let span = value_mut(claim, "value").unwrap().span;
        assert_eq!(&text[span.start as usize..span.end as usize], "14");
    }
}
