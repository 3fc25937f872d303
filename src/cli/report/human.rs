//! Faults with the text underlined, for a person at a terminal.

use std::io::IsTerminal as _;

use super::{Report, environment};
use crate::diag::{self, Style};

/// Every fault with its place in the text, and the closing line.
pub(super) fn text(report: &Report<'_>) -> String {
    let style = style();
    let mut text = String::new();
    for fault in &report.diagnostics {
        text.push_str(&diag::render(fault, report.sources, style));
        text.push_str("\n\n");
    }
    if !report.diagnostics.is_empty() {
        text.push_str(&report.summary);
        text.push('\n');
    }
    text
}

/// Colours only for a person at a terminal who has not declined them.
fn style() -> Style {
    let declined = environment("NO_COLOR").is_some();
    if std::io::stderr().is_terminal() && !declined { Style::Coloured } else { Style::Plain }
}
