//! Words of `new article` and `new event` that nobody has replaced; entry point [`faults`].

use crate::diag::{Code, Diagnostic};
use crate::model::{PLACEHOLDERS, ProsePlace};

/// One error for each placeholder in a text.
pub(super) fn faults(text: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    let found = PLACEHOLDERS.iter().flat_map(|words| text.match_indices(words));
    let fault = |(start, words): (usize, &str)| {
        let message = format!("`{words}` is a placeholder, which readers would see");
        Diagnostic::error(Code::Placeholder, at.span(start..start + words.len()), message)
            .help("write what belongs here, or hold the file back with `draft: true`")
    };
    found.map(fault).collect()
}
