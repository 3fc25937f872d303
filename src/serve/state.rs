//! What every reader is answered from: the edition on show, and what is wrong with the files.

use std::sync::Arc;

use serde::Serialize;
use tokio::sync::watch;

use super::change::Line;
use super::fault::Fault;
use super::generation::Generation;

/// One moment of the project.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Rises with every change of anything here; 0 before the project was read.
    pub(super) number: u64,
    /// The newest edition that could be opened.
    pub(super) edition: Option<Arc<Generation>>,
    /// The edition before it, for pages that the newest cannot make.
    pub(super) before: Option<Arc<Generation>>,
    /// What readers are told.
    pub(super) told: Arc<Told>,
}

/// What a page says of the state of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Told {
    /// Errors of the files as they are now.
    pub(super) errors: Vec<Fault>,
    /// Warnings of the edition on show.
    pub(super) warnings: Vec<Fault>,
    /// Whether the edition on show is older than the files.
    pub(super) is_old: bool,
    /// Whether links, anchors and XML of the whole edition were looked at.
    pub(super) is_verified: bool,
    /// What the last edit did to the findings.
    pub(super) change: Vec<Line>,
    /// Which edit that was, so that a line dismissed stays so.
    pub(super) edit: u64,
}

/// Where the desk puts a state, and where readers take it from.
pub(super) fn channel() -> (watch::Sender<State>, watch::Receiver<State>) {
    watch::channel(State::default())
}
