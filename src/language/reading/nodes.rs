//! Lists and mappings of a reading file, and what is wrong with them: [`phrases`], [`map`], [`named`].

use crate::diag::{Code, Diagnostic, nearest};
use crate::yaml::{Entry, Node, NodeKind};

/// Every key that something reads.
const KEYS: [&str; 79] = [
    "others",
    "said_before",
    "said_behind",
    "list_words",
    "list_articles",
    "fears",
    "approximate",
    "plain_points",
    "contests",
    "level_ends",
    "rejections",
    "relatives",
    "hours",
    "around",
    "plain_changes",
    "endings",
    "minors",
    "open",
    "sentence",
    "rates",
    "wholes",
    "definite",
    "moves",
    "denials",
    "clause",
    "every",
    "round",
    "units",
    "alternatives",
    "letters",
    "hedges",
    "negations",
    "doubts",
    "not_hedges",
    "fillers",
    "conjunctions",
    "tallies",
    "magnitudes",
    "numerals",
    "numeral_joiners",
    "joined_tens",
    "articles",
    "vague",
    "fractions",
    "denominators",
    "parts",
    "ratio",
    "point",
    "share_ends",
    "exactly",
    "minus",
    "ranges",
    "not_counts",
    "ages",
    "addresses",
    "counters",
    "percent",
    "percentage_points",
    "levels",
    "rises",
    "falls",
    "none",
    "single",
    "uncounted",
    "no_units",
    "looks_back",
    "periods",
    "changes",
    "currencies",
    "separators",
    "months",
    "weekdays",
    "dates",
    "ordinals",
    "before",
    "behind",
    "behind_counted",
    "verb",
    "tally_verb",
];

/// Words with one value each.
pub(super) fn named<T>(
    node: &Node,
    faults: &mut Vec<Diagnostic>,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<(String, T)> {
    let mut found = Vec::new();
    for entry in map(node, faults) {
        let value = match &entry.value.kind {
            NodeKind::Scalar(scalar) => read(&scalar.text),
            NodeKind::List(_) | NodeKind::Map(_) => None,
        };
        match value {
            Some(value) => found.push((entry.key.clone(), value)),
            None => faults.push(unfit(&entry.value, "this value does not fit here")),
        }
    }
    found
}

/// Names with a list each.
pub(super) fn lists(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    map(node, faults).iter().map(|entry| (entry.key.clone(), phrases(&entry.value, faults))).collect()
}

pub(super) fn phrases(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<String> {
    match &node.kind {
        NodeKind::List(items) => items.iter().flat_map(|item| phrases(item, faults)).collect(),
        NodeKind::Scalar(scalar) if scalar.is_null() => Vec::new(),
        NodeKind::Scalar(scalar) => vec![scalar.text.clone()],
        NodeKind::Map(_) => {
            faults.push(unfit(node, "a list of words stands here"));
            Vec::new()
        }
    }
}

pub(super) fn map<'n>(node: &'n Node, faults: &mut Vec<Diagnostic>) -> &'n [Entry] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        NodeKind::Scalar(scalar) if scalar.is_null() => &[],
        NodeKind::Scalar(_) | NodeKind::List(_) => {
            faults.push(unfit(node, "a mapping stands here"));
            &[]
        }
    }
}

pub(super) fn fraction(words: &str) -> Option<(u64, u64)> {
    let (count, parts) = words.split_once('/')?;
    Some((count.trim().parse().ok()?, parts.trim().parse().ok().filter(|parts| *parts > 0)?))
}

pub(super) fn unknown(entry: &Entry) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::FieldUnknown, entry.key_span, format!("`{}` is read by nothing", entry.key));
    match nearest(&entry.key, KEYS) {
        Some(known) => fault.help(format!("did you mean `{known}`?")),
        None => fault,
    }
}

pub(super) fn unfit(node: &Node, what: &str) -> Diagnostic {
    Diagnostic::error(Code::TypeMismatch, node.span, what)
}
