//! Bound prose as plain words, for formats that take no markup; entry point [`plain`].

use crate::check::prose;
use crate::check::summary::Disputes;
use crate::markdown::plain_text;
use crate::model::{Corpus, Prose};

/// The words of prose without markup: with empty bindings filled in as pages fill them, and with the
/// source of a disputed answer where a page has no more than a citation.
pub fn plain(corpus: &Corpus, disputes: &Disputes<'_>, prose: &Prose) -> String {
    plain_text(&prose::told(corpus, disputes, prose))
}
