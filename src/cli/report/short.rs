//! Faults in one line each, for editors and eyes that scan.

use super::Report;
use crate::diag;

/// Every fault in a line, and the closing line.
pub(super) fn text(report: &Report<'_>) -> String {
    let mut text = String::new();
    for fault in &report.diagnostics {
        text.push_str(&diag::short(fault, report.sources));
        text.push('\n');
    }
    if !report.diagnostics.is_empty() {
        text.push_str(&report.summary);
        text.push('\n');
    }
    text
}
