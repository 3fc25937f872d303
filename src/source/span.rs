//! Files, and places in them.

use camino::{Utf8Path, Utf8PathBuf};

/// Position of a file in [`Sources`], in order of path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of a file in bytes; `start == end` points between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// One text file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path below the project's root, with forward slashes.
    pub path: Utf8PathBuf,
    /// Its text, without a byte order mark.
    pub text: String,
}

/// Every text file of the project, by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    aside: Vec<SourceFile>,
}

/// A line and column for people: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Sources {
    /// Sorts the files by path and numbers them.
    pub fn new(mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { files, aside: vec![] }
    }

    /// Adds files that no stage reads, so that a span can point at them: such as could not be read,
    /// with the text before the fault, and such as are copied. [`Sources::iter`] and
    /// [`Sources::find`] pass them over.
    pub fn with_aside(mut self, aside: Vec<SourceFile>) -> (Self, Vec<FileId>) {
        let first = self.files.len() + self.aside.len();
        let ids = (first..first + aside.len()).map(|i| FileId(i as u32)).collect();
        self.aside.extend(aside);
        (self, ids)
    }

    /// The same files with another text in one of them.
    pub fn with_text(mut self, id: FileId, text: String) -> Self {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            file.text = text;
        }
        self
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        let i = id.0 as usize;
        self.files.get(i).unwrap_or_else(|| &self.aside[i - self.files.len()])
    }

    /// Every file with its id, in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, file)| (FileId(i as u32), file))
    }

    /// The file at this path.
    pub fn find(&self, path: &Utf8Path) -> Option<FileId> {
        self.files.binary_search_by(|file| file.path.as_path().cmp(path)).ok().map(|i| FileId(i as u32))
    }

    /// The text under a span.
    pub fn text(&self, span: Span) -> &str {
        &self.file(span.file).text[span.start as usize..span.end as usize]
    }

    /// Where a span begins, for people.
    pub fn place(&self, span: Span) -> Place {
        let before = &self.file(span.file).text[..span.start as usize];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Place { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

impl Span {
    /// A span of a file, in bytes.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self { file, start: range.start as u32, end: range.end as u32 }
    }

    /// The start of a file.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}
