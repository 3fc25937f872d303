//! Mappings whose keys the author chooses: [`Entries`] from ids, [`Names`] from other names.

use std::collections::BTreeMap;

use super::decode::mismatch;
use super::{Decode, Entry, Located, Node, NodeKind, Shape, comma, read_id};
use crate::diag::{Code, Diagnostic};
use crate::model::Id;
use crate::source::Span;

/// A mapping from ids that the author chooses to values of one type, in the order written. A key
/// that is no id is reported and kept, so that what stands below it is checked as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries<T>(pub Vec<(Located<String>, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Decode> Decode for Entries<T> {
    fn shape() -> Shape {
        Shape::Entries(Box::new(T::shape()))
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            let help = match as_keys(node) {
                Some(keys) => format!("write a mapping: `{{{keys}}}`"),
                None if matches!(node.kind, NodeKind::List(_)) => {
                    "write `key: value` lines, indented below, without `- ` before them".to_owned()
                }
                None => "write `key: value` lines, indented below".to_owned(),
            };
            mismatch(node, "a mapping", &help, faults);
            return None;
        };
        let read = told_apart(entries, faults).into_iter().filter_map(|entry| {
            read_id(&entry.key, entry.key_span, faults);
            keyed(entry, faults)
        });
        Some(Self(read.collect()))
    }

    fn stand_in(_record: Span) -> Option<Self> {
        Some(Self::default())
    }
}

/// A mapping from names that are no ids, such as the tags of languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names<T>(pub Vec<(Located<String>, T)>);

impl<T: Decode> Decode for Names<T> {
    fn shape() -> Shape {
        Shape::Names(Box::new(T::shape()))
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            mismatch(node, "a mapping", "write `name: words` lines, indented below", faults);
            return None;
        };
        let kept = told_apart(entries, faults);
        Some(Self(kept.into_iter().filter_map(|entry| keyed(entry, faults)).collect()))
    }
}

fn keyed<T: Decode>(entry: &Entry, faults: &mut Vec<Diagnostic>) -> Option<(Located<String>, T)> {
    let key = Located { value: entry.key.clone(), span: entry.key_span };
    T::decode(&entry.value, faults).map(|value| (key, value))
}

impl Located<String> {
    /// The id that this key is; one that is none was reported when it was read.
    pub fn id(&self) -> Option<Id> {
        Id::new(&self.value).ok()
    }
}

/// A list of plain words as the keys of a mapping, or one of single fields as its fields.
fn as_keys(node: &Node) -> Option<String> {
    let NodeKind::List(items) = &node.kind else { return None };
    let key = |item: &Node| match &item.kind {
        NodeKind::Scalar(scalar) if scalar.plain && !scalar.is_null() => {
            Some(format!("{}: {{}}", scalar.text))
        }
        NodeKind::Map(entries) if entries.len() == 1 => {
            entries[0].value.words().map(|words| format!("{}: {words}", entries[0].key))
        }
        NodeKind::Scalar(_) | NodeKind::List(_) | NodeKind::Map(_) => None,
    };
    let keys: Option<Vec<String>> = items.iter().map(key).collect();
    keys.filter(|keys| (1..=6).contains(&keys.len())).map(|keys| keys.join(", "))
}

/// The entries whose keys differ from all before them in more than case, in which no id may differ.
fn told_apart<'a>(entries: &'a [Entry], faults: &mut Vec<Diagnostic>) -> Vec<&'a Entry> {
    let mut firsts: BTreeMap<String, &Entry> = BTreeMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for (i, entry) in entries.iter().enumerate() {
        if let Some(fault) = comma::cut(entries, i) {
            faults.push(fault);
        } else if let Some(first) = firsts.get(&entry.key.to_lowercase()) {
            let message = format!("`{}` differs from `{}` in case only", entry.key, first.key);
            faults.push(
                Diagnostic::error(Code::IdDuplicate, entry.key_span, message)
                    .related(first.key_span, "the other one")
                    .help("rename one of the two, or join them"),
            );
        } else {
            firsts.insert(entry.key.to_lowercase(), entry);
            kept.push(entry);
        }
    }
    kept
}
