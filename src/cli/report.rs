//! What the terminal is told.

use std::io::{IsTerminal, Write as _};

use super::Outcome;
use super::args::{Format, Talk};
use crate::diag::{self, Diagnostic, Level, Style};
use crate::source::Sources;

/// Shows the faults of a run; with `--strict`, a warning stops it too.
pub(super) fn faults(diagnostics: &[Diagnostic], sources: &Sources, talk: &Talk) -> Outcome {
    let stops = |level: Level| level == Level::Error || talk.strict;
    let shown: Vec<&Diagnostic> =
        diagnostics.iter().filter(|diagnostic| !talk.quiet || stops(diagnostic.level)).collect();
    let mut text = String::new();
    for diagnostic in &shown {
        match talk.format {
            Format::Human => {
                text.push_str(&diag::render(diagnostic, sources, style()));
                text.push_str("\n\n");
            }
            Format::Short => {
                text.push_str(&diag::short(diagnostic, sources));
                text.push('\n');
            }
        }
    }
    if !shown.is_empty() {
        text.push_str(&diag::summary(diagnostics));
        text.push('\n');
    }
    say(&text);
    if diagnostics.iter().any(|diagnostic| stops(diagnostic.level)) { Outcome::Faulty } else { Outcome::Fine }
}

/// Talks to the person at the terminal.
pub(super) fn say(text: &str) {
    // A closed pipe leaves nobody to tell.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Says why the machine failed, cause by cause.
pub(super) fn machine_failed(error: &anyhow::Error) {
    say(&format!("error: {error:#}\n"));
}

/// Colours only for a person at a terminal who has not declined them.
fn style() -> Style {
    #[expect(
        clippy::disallowed_methods,
        reason = "NO_COLOR is a documented choice of the person at the terminal"
    )]
    let declined = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if std::io::stderr().is_terminal() && !declined { Style::Coloured } else { Style::Plain }
}
