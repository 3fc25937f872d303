//! What a run is doing, told to whoever listens; entry point [`Progress`].
//!
//! Whoever tells knows no time, and nothing of a build depends on whether somebody listens.

use std::fmt;
use std::sync::Arc;

/// A part of a run that takes time; some run beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The project's files are read.
    Load,
    /// Each file is parsed.
    Parse,
    /// References and values are read.
    Resolve,
    /// Quotes are looked up.
    Settle,
    /// Claims are compared.
    Compare,
    /// Values, rulings and prose are checked.
    Check,
    /// Pages are listed and their common parts made.
    Plan,
    /// Pages are rendered.
    Pages,
    /// Charts are drawn.
    Charts,
    /// The search index is made.
    Search,
    /// Data files are written out.
    Data,
    /// Links, anchors and XML of the edition are verified.
    Verify,
    /// The edition is published.
    Publish,
}

impl Stage {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Parse => "parse",
            Self::Resolve => "resolve",
            Self::Settle => "settle",
            Self::Compare => "compare",
            Self::Check => "check",
            Self::Plan => "plan",
            Self::Pages => "pages",
            Self::Charts => "charts",
            Self::Search => "search",
            Self::Data => "data",
            Self::Verify => "verify",
            Self::Publish => "publish",
        }
    }

    /// What is being done, in words.
    pub fn doing(self) -> &'static str {
        match self {
            Self::Load => "reading files",
            Self::Parse => "parsing files",
            Self::Resolve => "resolving references",
            Self::Settle => "looking quotes up",
            Self::Compare => "comparing claims",
            Self::Check => "checking values and prose",
            Self::Plan => "planning pages",
            Self::Pages => "rendering pages",
            Self::Charts => "drawing charts",
            Self::Search => "indexing for search",
            Self::Data => "writing data files",
            Self::Verify => "verifying links",
            Self::Publish => "publishing files",
        }
    }
}

/// Hears of stages, from any thread.
pub trait Observer: Send + Sync {
    /// A stage begins; `n_files` is how many files it is about, where that is known.
    fn begin(&self, stage: Stage, n_files: Option<usize>);
    /// A stage is done with some of its files.
    fn did(&self, stage: Stage, n_files: usize, n_bytes: u64);
    /// A stage ends.
    fn end(&self, stage: Stage);
}

/// Tells an observer, or nobody.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Observer>>);

impl Progress {
    /// Tells this observer.
    pub fn told_to(observer: Arc<dyn Observer>) -> Self {
        Self(Some(observer))
    }

    /// Does the work of a stage.
    pub fn stage<T>(&self, stage: Stage, n_files: Option<usize>, work: impl FnOnce() -> T) -> T {
        self.begin(stage, n_files);
        let result = work();
        self.end(stage);
        result
    }

    /// Tells that a stage begins.
    pub fn begin(&self, stage: Stage, n_files: Option<usize>) {
        if let Some(observer) = &self.0 {
            observer.begin(stage, n_files);
        }
    }

    /// Tells that a stage ends.
    pub fn end(&self, stage: Stage) {
        if let Some(observer) = &self.0 {
            observer.end(stage);
        }
    }

    /// Tells of files that a stage is done with.
    pub fn did(&self, stage: Stage, n_files: usize, n_bytes: u64) {
        if let Some(observer) = &self.0 {
            observer.did(stage, n_files, n_bytes);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Progress(observed)" } else { "Progress(unobserved)" })
    }
}
