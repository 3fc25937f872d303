//! Numbers with commas that lost their quotes inside `{…}`: `{value: over 1,000}` holds the keys
//! `value` and `000`; entry point [`cut`].

use super::{Entry, NodeKind};
use crate::diag::{Code, Diagnostic};

/// Quotation marks of typesetting, which quote nothing in YAML.
const TYPOGRAPHIC: [char; 6] = ['“', '”', '„', '‘', '’', '«'];

/// The fault, where the entry at `i` is the tail of the number before it.
pub(super) fn cut(entries: &[Entry], i: usize) -> Option<Diagnostic> {
    let entry = &entries[i];
    let is_empty = matches!(&entry.value.kind, NodeKind::Scalar(scalar) if scalar.is_null());
    if !is_empty || !(begins_like_tail(&entry.key) || is_fraction(entries, i)) {
        return None;
    }
    let mut whole = entry.key.clone();
    for before in entries[..i].iter().rev() {
        let NodeKind::Scalar(scalar) = &before.value.kind else { return None };
        if begins_like_tail(&before.key) && scalar.is_null() {
            whole = format!("{},{whole}", before.key);
            continue;
        }
        let help = format!(
            "put straight quotes around words with commas: `{}: \"{},{whole}\"`",
            before.key,
            scalar.text.trim_start_matches(TYPOGRAPHIC).replace('"', "\\\""),
            whole = whole.trim_end_matches(TYPOGRAPHIC)
        );
        return Some(fault(entry).help(help));
    }
    None
}

/// The fault for a key that stands twice because a number has two commas: `1,000,000`.
pub(super) fn twice(entry: &Entry) -> Option<Diagnostic> {
    begins_like_tail(&entry.key)
        .then(|| fault(entry).help("put quotes around a number with commas: `value: \"1,000,000\"`"))
}

fn fault(entry: &Entry) -> Diagnostic {
    let message = format!("inside `{{…}}` a comma ends the value, so `{}` stands here as a key", entry.key);
    Diagnostic::error(Code::FieldUnknown, entry.key_span, message)
}

/// Whether the key is the fraction of the number before it: `{value: 12,5}`.
fn is_fraction(entries: &[Entry], i: usize) -> bool {
    let digits = entries[i].key.split(' ').next().unwrap_or_default().trim_end_matches(TYPOGRAPHIC);
    let is_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let before = i.checked_sub(1).map(|before| &entries[before].value.kind);
    let ends_in_digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    is_digits && matches!(before, Some(NodeKind::Scalar(scalar)) if ends_in_digit(&scalar.text))
}

fn begins_like_tail(key: &str) -> bool {
    let digits = key.split(' ').next().unwrap_or_default().trim_end_matches(TYPOGRAPHIC);
    digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
