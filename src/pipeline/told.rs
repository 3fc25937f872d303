//! What a build says, as text by which a later run of the same inputs says it again: [`Told`].
//!
//! Places are by the position of their file, which is the same where the files are.

use serde::{Deserialize, Serialize};

use super::{Streamed, Summary};
use crate::diag::{Code, Diagnostic, Level};
use crate::source::{FileId, Span};

/// What a build that made an edition says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many pages the edition has.
    pub n_pages: usize,
    /// How many files, pages among them.
    pub n_files: usize,
    /// What a reader should know first.
    pub headline: String,
    /// How many warnings the desk accepts, and are not told.
    pub n_accepted: usize,
    /// Every fault, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Deserialize, Serialize)]
struct Written {
    n_pages: usize,
    n_files: usize,
    headline: String,
    n_accepted: usize,
    faults: Vec<Fault>,
}

#[derive(Deserialize, Serialize)]
struct Fault {
    code: String,
    is_error: bool,
    place: Option<Place>,
    message: String,
    help: Option<String>,
    related: Option<(Place, String)>,
}

/// File, first byte and the byte after the last.
type Place = [u32; 3];

impl Told {
    /// What a build says that an edition came of.
    pub fn of(built: &Streamed, edition: &Summary) -> Self {
        Self {
            n_pages: edition.n_pages,
            n_files: edition.n_files,
            headline: edition.headline.clone(),
            n_accepted: built.n_accepted,
            diagnostics: built.diagnostics.clone(),
        }
    }

    /// As text.
    pub fn to_text(&self) -> String {
        let fault = |fault: &Diagnostic| Fault {
            code: fault.code.as_str().to_owned(),
            is_error: fault.level == Level::Error,
            place: fault.span.map(place),
            message: fault.message.clone(),
            help: fault.help.clone(),
            related: fault.related.as_ref().map(|(span, why)| (place(*span), why.clone())),
        };
        let written = Written {
            n_pages: self.n_pages,
            n_files: self.n_files,
            headline: self.headline.clone(),
            n_accepted: self.n_accepted,
            faults: self.diagnostics.iter().map(fault).collect(),
        };
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// What a text says; `None` where it is none of these.
    pub fn read(text: &str) -> Option<Self> {
        let Written { n_pages, n_files, headline, n_accepted, faults } = serde_json::from_str(text).ok()?;
        let fault = |fault: Fault| {
            Some(Diagnostic {
                code: Code::from_name(&fault.code)?,
                level: if fault.is_error { Level::Error } else { Level::Warning },
                span: fault.place.map(span),
                message: fault.message,
                help: fault.help,
                related: fault.related.map(|(place, why)| (span(place), why)),
            })
        };
        let diagnostics = faults.into_iter().map(fault).collect::<Option<_>>()?;
        Some(Self { n_pages, n_files, headline, n_accepted, diagnostics })
    }
}

fn place(span: Span) -> Place {
    [span.file.0, span.start, span.end]
}

fn span([file, start, end]: Place) -> Span {
    Span { file: FileId(file), start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_reads_back() {
        let here = Span { file: FileId(3), start: 5, end: 9 };
        let warning = Diagnostic::warning(Code::BaseUrlMissing, here, "no “address”\n").help("add one");
        let whole = Diagnostic::without_place(Code::LinkBroken, Level::Error, "a");
        let told = Told {
            n_pages: 2,
            n_files: 7,
            headline: "no dispute".to_owned(),
            n_accepted: 1,
            diagnostics: vec![warning.related(here, "beside it"), whole],
        };
        assert_eq!(Told::read(&told.to_text()), Some(told));
        assert_eq!(Told::read("{}"), None);
        assert_eq!(Told::read(""), None);
    }
}
