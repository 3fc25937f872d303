//! A file of an edition that is on its way: [`Staged`].

use crate::digest::Checksum;

/// A file of the new edition beside what stands in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Staged {
    pub checksum: Checksum,
    pub state: FileState,
}

/// Whether the published folder has a file already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileState {
    /// It has the same bytes.
    Same,
    /// It has others or none; the new ones are in the store under a number.
    Different(usize),
}
