//! Where an edition is published: [`Place`].

use std::io;

use anyhow::{Context as _, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::disk::Folder;

/// A folder to publish in, with links resolved, and the folder that it lies in.
///
/// The names beside it are fixed, so that the next run finds what a killed one left behind.
#[derive(Debug)]
pub(super) struct Place {
    /// The published folder.
    pub dir: Utf8PathBuf,
    /// Its name.
    pub name: String,
    /// The folder that it lies in.
    pub parent: Folder,
}

impl Place {
    /// The place of a folder that may not be there yet; its parents are made.
    pub fn of(dir: &Utf8Path) -> anyhow::Result<Self> {
        let dir = match real(dir)? {
            Some(real) => real,
            None => missing(dir)?,
        };
        let (Some(name), Some(parent)) = (dir.file_name(), dir.parent()) else {
            bail!("`{dir}` is the root of the disk; publish into a folder below it");
        };
        Ok(Self { name: name.to_owned(), parent: Folder::open(parent)?, dir })
    }

    /// The published folder, `None` where it is not there yet.
    pub fn folder(&self) -> anyhow::Result<Option<Folder>> {
        use crate::disk::EntryKind::{File, Folder, Link, Special};
        match self.parent.entry(&self.name)?.map(|entry| entry.kind) {
            None => Ok(None),
            Some(Folder) => Ok(Some(self.parent.sub(&self.name)?)),
            Some(Link | File | Special) => {
                bail!("`{}` is not a folder, so no edition can be published there", self.dir)
            }
        }
    }

    /// Where the new edition is put together, and the old one ends.
    pub fn staging(&self) -> String {
        format!(".{}.variorum-staging", self.name)
    }

    /// What is kept of the last build.
    pub fn last_build(&self) -> String {
        format!(".{}.variorum-last-build", self.name)
    }

    /// Held by the run that publishes.
    pub fn lock(&self) -> String {
        format!(".{}.variorum-lock", self.name)
    }
}

/// The real path of a folder, `None` where nothing stands there.
pub(super) fn real(dir: &Utf8Path) -> anyhow::Result<Option<Utf8PathBuf>> {
    match dir.canonicalize_utf8() {
        Ok(real) => Ok(Some(real)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot reach `{dir}`")),
    }
}

/// The folders on the way to one that are not there yet, the deepest first.
pub(super) fn missing_parents(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let above = dir.ancestors().skip(1).filter(|above| !above.as_str().is_empty());
    above.take_while(|above| above.symlink_metadata().is_err()).map(Utf8Path::to_owned).collect()
}

/// The real path of a folder that is not there yet.
fn missing(dir: &Utf8Path) -> anyhow::Result<Utf8PathBuf> {
    let Some(name) = dir.file_name() else {
        bail!("`{dir}` names no folder to publish in");
    };
    if dir.is_symlink() {
        bail!("`{dir}` is a link to nothing; remove it or make its target");
    }
    let parent = match dir.parent() {
        Some(parent) if !parent.as_str().is_empty() => parent,
        _ => Utf8Path::new("."),
    };
    fs_err::create_dir_all(parent)?;
    Ok(parent.canonicalize_utf8()?.join(name))
}
