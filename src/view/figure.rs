//! Charts as pages show them: drawing, caption, how to read it, and the same data as a table.

use serde::Serialize;

use super::Here;
use crate::model::FactIx;

/// A chart with everything a reader needs to do without it.
#[derive(Debug, Serialize)]
pub struct Figure {
    /// Anchor on the page.
    pub id: String,
    /// Caption.
    pub caption: String,
    /// The drawing, as inline SVG.
    pub svg: String,
    /// How to read it.
    pub how_to_read: String,
    /// Heads of the data table.
    pub heads: Vec<String>,
    /// Rows of the data table.
    pub rows: Vec<Vec<String>>,
    /// The same drawing as a file.
    pub file: String,
}

/// The charts of these facts.
pub fn of_facts(_here: Here<'_>, _facts: &[FactIx]) -> Vec<Figure> {
    Vec::new()
}

/// The totals of discrepancies by class.
pub fn totals(_here: Here<'_>) -> Vec<Figure> {
    Vec::new()
}

/// The timeline of events.
pub fn timeline(_here: Here<'_>) -> Vec<Figure> {
    Vec::new()
}

/// The agreement of sources.
pub fn agreement(_here: Here<'_>) -> Vec<Figure> {
    Vec::new()
}
