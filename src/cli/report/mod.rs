//! What a run says about faults, one file for each format; entry point [`faults`].
//!
//! What programs read goes to standard output, what people read to standard error.

mod row;
mod human;
mod short;
mod json;
mod github;
mod sarif;

use std::ffi::OsString;
use std::io::{ErrorKind, Write as _};

use anyhow::Context as _;
use camino::Utf8Path;

use super::Outcome;
use super::args::{Format, Talk};
use crate::diag::{self, Diagnostic, Level};
use crate::source::Sources;
use row::Row;

/// The faults of a run, as they are to be shown.
struct Report<'a> {
    /// Those that are shown, warnings raised to errors where they stop the run.
    diagnostics: Vec<Diagnostic>,
    sources: &'a Sources,
    /// The project's folder, as the caller named it.
    project: &'a Utf8Path,
    /// The closing line.
    summary: String,
}

impl Report<'_> {
    fn rows(&self) -> Vec<Row> {
        self.diagnostics.iter().map(|fault| Row::of(fault, self.sources, self.project)).collect()
    }
}

/// Shows the faults of a run; with `--strict`, a warning is an error.
pub(super) fn faults(
    project: &Utf8Path,
    diagnostics: &[Diagnostic],
    sources: &Sources,
    talk: &Talk,
) -> anyhow::Result<Outcome> {
    let raised = diagnostics.iter().cloned().map(|fault| match talk.strict {
        true => Diagnostic { level: Level::Error, ..fault },
        false => fault,
    });
    let mut diagnostics: Vec<Diagnostic> = raised.collect();
    let summary = diag::summary(&diagnostics);
    let outcome = if diag::has_errors(&diagnostics) { Outcome::Faulty } else { Outcome::Fine };
    diagnostics.retain(|fault| !talk.quiet || fault.level == Level::Error);
    let format = talk.format.unwrap_or_else(default_format);
    // People are told of many warnings in a line; programs get everything.
    let diagnostics = match format {
        Format::Human | Format::Short | Format::Github => {
            diag::first_of_each_kind(diag::in_short(diagnostics, sources))
        }
        Format::Json | Format::Sarif => diagnostics,
    };
    let report = Report { diagnostics, sources, project, summary };
    match format {
        Format::Human => say(&human::text(&report)),
        Format::Short => say(&short::text(&report)),
        Format::Json => print(&json::text(&report))?,
        Format::Sarif => print(&sarif::text(&report))?,
        Format::Github => {
            print(&github::annotations(&report))?;
            say(&github::rest(&report));
            github::write_summary(&report, environment("GITHUB_STEP_SUMMARY"))?;
        }
    }
    Ok(outcome)
}

/// Annotations where GitHub shows them, words for people elsewhere.
pub(super) fn default_format() -> Format {
    if environment("GITHUB_ACTIONS").is_some_and(|value| value == "true") {
        Format::Github
    } else {
        Format::Human
    }
}

/// Prints what another program reads, which must not take half of it for the whole.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // A closed pipe leaves nobody to tell.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to standard output"),
    }
}

/// Talks to the person at the terminal.
pub(super) fn say(text: &str) {
    // A closed pipe leaves nobody to tell.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Says why the machine failed, cause by cause.
pub(super) fn machine_failed(error: &anyhow::Error) {
    say(&format!("error: {}\n", diag::visible(&format!("{error:#}"))));
}

#[expect(
    clippy::disallowed_methods,
    reason = "what a terminal or a runner asks for shows in talk only, never in an edition"
)]
pub(super) fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
