//! Bound prose as plain words, for formats that take no markup; entry point [`plain`].

use super::names;
use crate::markdown::plain_text;
use crate::model::{Binding, Corpus, Prose};

/// The words of prose without markup, with empty bindings filled in by the answers they stand for.
pub fn plain(corpus: &Corpus, prose: &Prose) -> String {
    let mut markdown = String::with_capacity(prose.markdown.len());
    let mut written = 0;
    for binding in prose.bindings.iter().filter(|binding| binding.words.trim().is_empty()) {
        let Some(before) = prose.markdown.get(written..binding.range.start) else { continue };
        markdown.push_str(before);
        markdown.push_str(&answers(corpus, binding));
        written = binding.range.end;
    }
    markdown.push_str(prose.markdown.get(written..).unwrap_or_default());
    plain_text(&markdown)
}

/// The different answers that a binding stands for, in the sources' words.
fn answers(corpus: &Corpus, binding: &Binding) -> String {
    let mut words: Vec<&str> = Vec::new();
    for &ix in &corpus[binding.fact].claims {
        let (claim, answer) = (&corpus[ix], names::answer(corpus, ix));
        let is_meant = (binding.part.is_none() || claim.part == binding.part)
            && binding.source.is_none_or(|source| claim.source == source);
        if is_meant && !words.contains(&answer) {
            words.push(answer);
        }
    }
    words.join(" or ")
}
