//! A template engine's error as a diagnostic; entry point [`diagnostic`].

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, ReportError};

use crate::diag::{Code, Diagnostic, Level, nearest};
use crate::source::{FileId, Span};

/// The error, pointing into the template's file where that is one of the project's.
pub fn diagnostic(error: &Error, files: &BTreeMap<String, FileId>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => placed(report, files),
        kind => {
            Diagnostic::without_place(Code::TemplateInvalid, Level::Error, lower_first(&kind.to_string()))
        }
    }
}

fn placed(report: &ReportError, files: &BTreeMap<String, FileId>) -> Diagnostic {
    let message = lower_first(report.message());
    match files.get(report.filename()) {
        Some(&file) => {
            let span = Span::new(file, report.span().range.clone());
            let (message, help) = with_help(&message);
            Diagnostic::error(Code::TemplateInvalid, span, message).help(help)
        }
        None => {
            let place = format!("{message} in the built-in template `{}`", report.filename());
            Diagnostic::without_place(Code::TemplateInvalid, Level::Error, place)
                .help("the built-in templates fit the program; look at the template that includes or extends this one")
        }
    }
}

/// What is wrong and what to do: where a field is missing, the ones that are there.
fn with_help(message: &str) -> (String, String) {
    let Some((message, fields)) = message.split_once(". Available fields: ") else {
        let help = "templates are written in Tera; the built-in ones show what each page is given";
        return (message.to_owned(), help.to_owned());
    };
    let wrong = message.split('`').nth(1).unwrap_or_default();
    let help = match nearest(wrong, fields.split(", ")) {
        Some(name) => format!("did you mean `{name}`? The fields here are {fields}"),
        None => format!("the fields here are {fields}"),
    };
    (message.to_owned(), help)
}

/// The message as our own are written: lower case, no full stop, one line.
fn lower_first(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let line = line.strip_prefix("error: ").unwrap_or(line);
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => "the template cannot be rendered".to_owned(),
    }
}
