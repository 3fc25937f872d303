//! Words of `new article` and `new event` that nobody has replaced; entry point [`faults`].

use crate::diag::{Code, Diagnostic};
use crate::model::{PLACEHOLDERS, ProsePlace};

/// Words of which every placeholder holds some: most texts hold none of them.
const COMMON: [&str; 2] = ["Put ", " as the source spells it"];

/// One error for each placeholder in a text.
pub(super) fn faults(text: &str, at: &ProsePlace) -> Vec<Diagnostic> {
    if !COMMON.iter().any(|words| text.contains(words)) {
        return Vec::new();
    }
    let found = PLACEHOLDERS.iter().flat_map(|words| text.match_indices(words));
    let fault = |(start, words): (usize, &str)| {
        let message = format!("`{words}` is a placeholder, which readers would see");
        Diagnostic::error(Code::Placeholder, at.span(start..start + words.len()), message)
            .help("write what belongs here, or hold the file back with `draft: true`")
    };
    found.map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_holds_words_that_are_looked_for_first() {
        let is_seen = |placeholder: &&str| COMMON.iter().any(|words| placeholder.contains(words));
        assert!(PLACEHOLDERS.iter().all(is_seen));
    }
}
