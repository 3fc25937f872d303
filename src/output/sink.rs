//! Who takes the files of an edition while they are made: [`Sink`].

use std::sync::{Mutex, PoisonError};

use super::{OutPath, OutputTree};

/// Takes finished files, from many threads and in any order, each path once.
pub trait Sink: Sync {
    /// Takes a file; the caller forgets its bytes after that.
    ///
    /// An edition may turn out to be faulty after some of its files were taken.
    fn take(&self, path: &OutPath, bytes: &[u8]);

    /// Whether no further file can be taken, so that none needs to be made.
    fn is_closed(&self) -> bool {
        false
    }
}

/// Takes files and keeps nothing: for whoever wants to know what is wrong with an edition.
#[derive(Clone, Copy, Debug)]
pub struct Dropped;

impl Sink for Dropped {
    fn take(&self, _path: &OutPath, _bytes: &[u8]) {}
}

/// Keeps every file in memory: for small editions and for tests.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<OutputTree>);

impl InMemory {
    /// The files that were taken.
    pub fn into_tree(self) -> OutputTree {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for InMemory {
    fn take(&self, path: &OutPath, bytes: &[u8]) {
        let mut tree = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Each path comes once.
        drop(tree.insert(path.clone(), bytes));
    }
}
