//! Files as they were parsed before, so that an edit of one file parses one file; entry point
//! [`Kept`].
//!
//! What is kept of a file depends on its path, its position and its text alone. A name that differs from
//! another file's in case is judged beside that file, so nothing is kept of names with capital letters.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use super::file::File;
use crate::diag::Diagnostic;
use crate::source::{FileId, SourceFile};

/// What a file came to: what it says, and its faults.
pub(super) type Read = (Option<File>, Vec<Diagnostic>);

/// Parsed files by their path.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    files: BTreeMap<Utf8PathBuf, Entry>,
    /// How many files the last parsing could not take from here.
    pub n_parsed: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    id: FileId,
    text: String,
    read: Read,
}

impl Kept {
    /// What a file came to, where it is the same as before.
    pub(super) fn get(&self, id: FileId, source: &SourceFile) -> Option<&Read> {
        let entry = self.files.get(&source.path)?;
        (entry.id == id && entry.text == source.text).then_some(&entry.read)
    }

    /// Keeps a file that was parsed.
    pub(super) fn put(&mut self, id: FileId, source: &SourceFile, read: &Read) {
        self.n_parsed += 1;
        if !source.path.as_str().contains(char::is_uppercase) {
            let entry = Entry { id, text: source.text.clone(), read: read.clone() };
            self.files.insert(source.path.clone(), entry);
        }
    }

    /// Begins to count anew, and forgets files that are gone.
    pub(super) fn begin(&mut self, is_there: impl Fn(&Utf8PathBuf) -> bool) {
        self.n_parsed = 0;
        self.files.retain(|path, _| is_there(path));
    }
}
