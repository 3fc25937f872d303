//! Diagnostics as a page and a terminal show them, when the text they point at is no longer at hand.

use serde::Serialize;

use crate::diag::{self, Diagnostic, Level, Style};
use crate::source::Sources;

/// A diagnostic, worded; lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Fault {
    /// As `variorum check` shows it, with the lines of the file.
    pub(super) text: String,
    /// Its permanent code.
    pub(super) code: String,
    /// `path:line:column` below the project; empty for the project as a whole.
    pub(super) place: String,
    #[serde(skip)]
    pub(super) is_error: bool,
}

/// The diagnostics of a project, at most the first of each kind, as `check` shows them.
pub(super) fn worded(diagnostics: &[Diagnostic], sources: &Sources) -> Vec<Fault> {
    let shown = diag::first_of_each_kind(diagnostics.to_vec());
    shown.iter().map(|diagnostic| one(diagnostic, sources)).collect()
}

/// What went wrong outside the author's files.
pub(super) fn of_machine(error: &anyhow::Error) -> Fault {
    let text = format!("error: {}", diag::visible(&format!("{error:#}")));
    Fault { text, code: "machine".to_owned(), place: String::new(), is_error: true }
}

fn one(diagnostic: &Diagnostic, sources: &Sources) -> Fault {
    let place = diagnostic.span.map(|span| {
        let place = diag::extent(span, sources).0;
        format!("{}:{}:{}", sources.file(span.file).path, place.line, place.column)
    });
    Fault {
        text: diag::render(diagnostic, sources, Style::Plain),
        code: diagnostic.code.to_string(),
        place: place.unwrap_or_default(),
        is_error: diagnostic.level == Level::Error,
    }
}
