//! Faults as annotations of a GitHub workflow, with a summary of the job.
//!
//! GitHub shows ten errors and ten warnings of a step. Where there are more, the tenth says how
//! many, and all stand in the log and in the job's summary.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Context as _;

use super::Report;
use super::row::Row;
use crate::diag;

/// What GitHub shows of one level in one step.
const SHOWN_MAX: usize = 10;

/// Workflow commands, at most ten of a level.
pub(super) fn annotations(report: &Report<'_>) -> String {
    let rows = report.rows();
    let mut text = String::new();
    for level in ["error", "warning"] {
        let of_level: Vec<&Row> = rows.iter().filter(|row| row.level == level).collect();
        let n_shown = if of_level.len() > SHOWN_MAX { SHOWN_MAX - 1 } else { of_level.len() };
        of_level[..n_shown].iter().for_each(|row| text.push_str(&annotation(row)));
        if of_level.len() > n_shown {
            let n_more = of_level.len() - n_shown;
            let message = format!("{n_more} more {level}s stand in the log and in the job's summary");
            _ = writeln!(text, "::{level} title=variorum::{}", escaped(&message));
        }
    }
    text
}

/// What the annotations leave out, for the log.
pub(super) fn rest(report: &Report<'_>) -> String {
    if report.diagnostics.is_empty() {
        return String::new();
    }
    let lines: Vec<String> =
        report.diagnostics.iter().map(|fault| diag::short(fault, report.sources)).collect();
    format!("{}\n{}\n", lines.join("\n"), report.summary)
}

/// Adds every fault to the summary of the job, where GitHub names a file for it.
pub(super) fn write_summary(report: &Report<'_>, path: Option<OsString>) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    let opened = fs_err::OpenOptions::new().create(true).append(true).open(std::path::Path::new(&path));
    opened
        .and_then(|mut file| file.write_all(summary(report).as_bytes()))
        .context("cannot write the summary of the job")
}

fn summary(report: &Report<'_>) -> String {
    let mut text = format!("### Variorum: {}\n\n", report.summary);
    let rows = report.rows();
    if rows.is_empty() {
        return text;
    }
    text.push_str("| place | | what is wrong | what to do |\n|---|---|---|---|\n");
    for row in &rows {
        let place = row.place.as_ref();
        let place = place
            .map(|at| format!("`{}:{}:{}`", at.file, at.start.line, at.start.column))
            .unwrap_or_default();
        _ = writeln!(
            text,
            "| {} | {} `{}` | {} | {} |",
            cell(&place),
            row.level,
            row.code,
            cell(&row.message),
            cell(row.help.as_deref().unwrap_or_default())
        );
    }
    text.push('\n');
    text
}

/// Text that cannot leave its cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace(['\r', '\n'], " ")
}

fn annotation(row: &Row) -> String {
    let mut properties = Vec::new();
    if let Some(place) = &row.place {
        properties.push(format!("file={}", escaped_property(&place.file)));
        properties.push(format!("line={},col={}", place.start.line, place.start.column));
        properties.push(format!("endLine={},endColumn={}", place.end.line, place.end.column));
    }
    properties.push(format!("title={}", row.code));
    format!("::{} {}::{}\n", row.level, properties.join(","), escaped(&row.in_full()))
}

/// A message as a workflow command takes it.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command ends at a comma or colon.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
