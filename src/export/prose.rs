//! Bound prose as plain words, for formats that take no markup; entry point [`plain`].

use crate::check::{Joined, prose::fill};
use crate::markdown::plain_text;
use crate::model::{Corpus, Prose};

/// The words of prose without markup, with empty bindings filled in as pages fill them.
pub fn plain(corpus: &Corpus, joined: &Joined, prose: &Prose) -> String {
    let mut markdown = String::with_capacity(prose.markdown.len());
    let mut written = 0;
    for binding in prose.bindings.iter().filter(|binding| binding.words.trim().is_empty()) {
        let Some(before) = prose.markdown.get(written..binding.range.start) else { continue };
        markdown.push_str(before);
        markdown.push_str(&fill(corpus, joined, binding));
        written = binding.range.end;
    }
    markdown.push_str(prose.markdown.get(written..).unwrap_or_default());
    plain_text(&markdown)
}
