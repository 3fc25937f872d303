//! Bound prose as plain words, for formats that take no markup; entry point [`plain`].

use std::sync::LazyLock;

use crate::check::prose;
use crate::check::summary::Disputes;
use crate::language::Language;
use crate::markdown::plain_text;
use crate::model::{Corpus, Prose};

/// What data files say of themselves is English.
static ENGLISH: LazyLock<Language> = LazyLock::new(Language::english);

/// The words of prose without markup: with empty bindings filled in as English pages fill them, and with
/// the source of a disputed answer where a page has no more than a citation.
pub fn plain(corpus: &Corpus, disputes: &Disputes<'_>, prose: &Prose) -> String {
    plain_text(&prose::told(corpus, disputes, prose, &ENGLISH))
}
