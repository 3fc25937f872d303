//! Faults in the author's files: a [`Diagnostic`] points at one, says what is wrong and what to do.
//!
//! What the sources disagree on is no fault and never stands here; see [`crate::model::Finding`].

mod code;
mod explain;
mod loading;
mod render;
mod shown;

pub use code::Code;
pub use explain::explain;
pub use loading::of_loading;
pub use render::{Style, extent, render, short, summary};

pub use shown::{SHOWN_OF_A_KIND, WARNINGS_OF_A_KIND, brief, first_of_each_kind, in_short, visible};

use crate::source::Span;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The build is refused.
    Error,
    /// The build goes on.
    Warning,
}

/// A fault in the author's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Permanent code of the pattern found.
    pub code: Code,
    /// How bad it is.
    pub level: Level,
    /// Where it stands; `None` for the project as a whole.
    pub span: Option<Span>,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Another place that matters, with a few words on why.
    pub related: Option<(Span, String)>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            level: Level::Error,
            span: Some(span),
            message: message.into(),
            help: None,
            related: None,
        }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(code, span, message) }
    }

    /// The same fault of the project as a whole.
    pub fn without_place(code: Code, level: Level, message: impl Into<String>) -> Self {
        Self { code, level, span: None, message: message.into(), help: None, related: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to do, unless that is said already.
    #[must_use]
    pub fn help_or(mut self, help: &str) -> Self {
        self.help.get_or_insert_with(|| help.to_owned());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related = Some((span, why.into()));
        self
    }
}

/// Sorts by place, then code and message, and drops exact repeats.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics
        .sort_by(|a, b| (a.span, a.level, a.code, &a.message).cmp(&(b.span, b.level, b.code, &b.message)));
    diagnostics.dedup();
}

/// Whether any of them stops the build.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}

/// `; did you mean `x`?`-style help: the known name nearest to a misspelt one.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let n_wrong = wrong.chars().count();
    let near = known.into_iter().filter_map(|name| {
        let n_chars = name.chars().count();
        let most = (n_chars.max(3) / 3).max(1);
        // A name is at least as far away as the lengths are apart.
        let distance = (n_chars.abs_diff(n_wrong) <= most).then(|| strsim::osa_distance(wrong, name))?;
        (distance <= most).then_some((distance, name))
    });
    near.min().map(|(_, name)| name)
}
