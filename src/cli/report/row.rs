//! A fault in plain words and numbers, as every format for programs needs it: [`Row`].

use camino::Utf8Path;

use crate::diag::{self, Code, Diagnostic, Level};
use crate::source::{Place, Sources, Span};

/// A fault with its place looked up.
pub(super) struct Row {
    pub(super) code: Code,
    pub(super) level: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) place: Option<FilePlace>,
    pub(super) related: Option<(FilePlace, String)>,
}

/// A text of several lines, each with nothing in it that a terminal would obey.
fn in_lines(text: &str) -> String {
    text.lines().map(diag::visible).collect::<Vec<_>>().join("\n")
}

/// A stretch of a file, for people and programs.
pub(super) struct FilePlace {
    /// From the folder that the caller stands in.
    pub(super) file: String,
    pub(super) start: Place,
    pub(super) end: Place,
}

impl Row {
    pub(super) fn of(fault: &Diagnostic, sources: &Sources, project: &Utf8Path) -> Self {
        let place = |span| FilePlace::of(span, sources, project);
        Self {
            code: fault.code,
            level: match fault.level {
                Level::Error => "error",
                Level::Warning => "warning",
            },
            message: diag::visible(&diag::brief(&fault.message)),
            help: fault.help.as_deref().map(in_lines),
            place: fault.span.map(place),
            related: fault.related.as_ref().map(|(span, why)| (place(*span), diag::visible(why))),
        }
    }

    /// The message with what to do.
    pub(super) fn in_full(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.clone(),
        }
    }
}

impl FilePlace {
    fn of(span: Span, sources: &Sources, project: &Utf8Path) -> Self {
        let (start, end) = diag::extent(span, sources);
        let below = &sources.file(span.file).path;
        let project = project.as_str().trim_start_matches("./").trim_end_matches('/');
        let file = if matches!(project, "" | ".") { below.to_string() } else { format!("{project}/{below}") };
        Self { file: diag::visible(&file), start, end }
    }
}
