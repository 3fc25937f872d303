//! The pages of what does not stand where it would in a small edition, because the list that it
//! belongs to is divided.
//!
//! The plan decides it, once for a corpus; the model only keeps it, so that every address of a claim
//! is found in constant time.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ClaimIx, FactIx};

/// Paths of pages from the root of the edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divided {
    /// The page with a question, where that is not its sheet's.
    pub questions: BTreeMap<FactIx, Arc<str>>,
    /// The page with an answer, where that is not its sheet's.
    pub answers: BTreeMap<ClaimIx, Arc<str>>,
    /// The page with the quoted words of a claim, where that is not its source's.
    pub quotes: BTreeMap<ClaimIx, Arc<str>>,
}
