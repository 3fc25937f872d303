//! What stood in the way of reading a file: [`LoadFault`].
//!
//! Faults of reading are their own type because diagnostics point into files that are already
//! read; `diag` words them for people.

use camino::Utf8PathBuf;

use super::Span;

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadFault {
    /// The pattern.
    pub kind: LoadFaultKind,
    /// The file, at the first byte that could not be read; `None` where the project is missing.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// What kind of thing could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LoadFaultKind {
    /// The project folder or variorum.yaml is not there.
    Missing,
    /// A file or folder that is there cannot be read.
    Unreadable,
    /// A file whose name shows that it was meant to be read.
    Misnamed,
    /// A file in content/ that is not part of an edition.
    Stray,
}

/// A fault before its file has an id.
#[derive(Clone, Debug)]
pub(super) struct RawFault {
    pub kind: LoadFaultKind,
    pub path: Utf8PathBuf,
    /// The text before the fault.
    pub before: String,
    pub message: String,
    pub help: String,
}

impl RawFault {
    pub fn new(kind: LoadFaultKind, path: Utf8PathBuf, message: impl Into<String>) -> Self {
        Self { kind, path, before: String::new(), message: message.into(), help: String::new() }
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub fn after(mut self, before: String) -> Self {
        self.before = before;
        self
    }
}
