//! What a claim is about: where, when, whom, on what basis, counted by whom.

use super::EntityIx;

/// The limits that a source gives its answer; empty where it gives none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Places, in the order written.
    pub places: Vec<EntityIx>,
    /// Window of time, in words or EDTF.
    pub window: Option<String>,
    /// Whom or what is counted.
    pub population: Option<String>,
    /// On what definition.
    pub basis: Option<String>,
    /// Who counted.
    pub counted_by: Option<String>,
}

impl Scope {
    /// Whether it limits nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A dimension of [`Scope`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeKey {
    /// [`Scope::places`].
    Place,
    /// [`Scope::window`].
    Window,
    /// [`Scope::population`].
    Population,
    /// [`Scope::basis`].
    Basis,
    /// [`Scope::counted_by`].
    CountedBy,
}
