//! An edition as paths and bytes: [`OutputTree`].

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::OutPath;

/// Every file of an edition, in order of path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutputTree {
    files: BTreeMap<OutPath, Arc<[u8]>>,
}

/// Two files were to be written to one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTaken(pub OutPath);

impl OutputTree {
    /// Adds a file; the first one stays where two have one path.
    pub fn insert(&mut self, path: OutPath, bytes: impl Into<Arc<[u8]>>) -> Result<(), PathTaken> {
        if self.files.contains_key(&path) {
            return Err(PathTaken(path));
        }
        self.files.insert(path, bytes.into());
        Ok(())
    }

    /// The bytes at a path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        // The map is ordered by the text of its keys, and no key fails to be a path.
        let key = OutPath::new(path).ok()?;
        self.files.get(&key).map(AsRef::as_ref)
    }

    /// Every file, in order of path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutPath, &Arc<[u8]>)> {
        self.files.iter()
    }

    /// How many files there are.
    pub fn n_files(&self) -> usize {
        self.files.len()
    }
}

impl fmt::Display for PathTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "two files would be written to `{}`", self.0)
    }
}

impl std::error::Error for PathTaken {}
