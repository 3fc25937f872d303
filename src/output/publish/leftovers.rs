//! What a run that was killed left behind, and how it is known as ours: [`recover`], [`clear`].
//!
//! A staging folder holds [`MARK`] until its manifest is written, and from the moment on when it
//! is taken away again; so whatever has a mark, a manifest or nothing in it is ours.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::place::Place;
use super::rescue::{Newer, rescue};
use super::survey::read_manifest;
use crate::disk::{Access, EntryKind, Folder};

/// Stands in a staging folder of this program that is being filled or taken away.
const MARK: &str = ".variorum-staging-of-this-program";

/// The staging folder inside a published folder, for editions that are published in place.
pub(super) const INSIDE: &str = ".variorum-staging";

/// Makes a staging folder.
pub(super) fn begin(parent: &Folder, name: &str) -> io::Result<Folder> {
    let staging = parent.make(name)?;
    staging.write_new(MARK, b"")?;
    Ok(staging)
}

/// Says that everything is in the staging folder, its manifest included.
pub(super) fn finish(staging: &Folder) -> io::Result<()> {
    staging.remove_file(MARK)
}

/// Clears what an earlier run left beside the edition and in it; returns what it renamed of other people's files.
pub(super) fn recover(place: &Place) -> anyhow::Result<Vec<PathBuf>> {
    let mut renamed = vec![];
    let published = place.folder()?;
    if let Some(left) = left_behind(&place.parent, &place.staging())? {
        // Without its manifest, which is written last, a staged edition was never published:
        // everything in it is a copy.
        if let (Some(published), Ok(Some(_))) = (&published, read_manifest(&left)) {
            renamed = rescue(&left, published, Newer::New)?;
        }
        drop(left);
        clear(&place.parent, &place.staging())?;
    }
    if let Some(published) = &published
        && left_behind(published, INSIDE)?.is_some()
    {
        clear(published, INSIDE)?;
    }
    Ok(renamed)
}

/// A folder of ours under the name of a staging folder; a link there is removed, anything else refused.
fn left_behind(parent: &Folder, name: &str) -> anyhow::Result<Option<Folder>> {
    let folder = match parent.entry(name)?.map(|entry| entry.kind) {
        None => return Ok(None),
        Some(EntryKind::Link) => {
            parent.remove_file(name)?;
            return Ok(None);
        }
        Some(EntryKind::Folder) => Some(parent.sub(name)?),
        Some(EntryKind::File | EntryKind::Special) => None,
    };
    match folder {
        Some(folder) if is_ours(&folder)? => Ok(Some(folder)),
        _ => bail!(
            "`{}` is not a staging folder of this program, and its name is needed to publish; move it away",
            parent.path().join(name)
        ),
    }
}

fn is_ours(folder: &Folder) -> anyhow::Result<bool> {
    let is_file = |name: &str| -> anyhow::Result<bool> {
        Ok(folder.entry(name)?.is_some_and(|entry| entry.kind == EntryKind::File))
    };
    Ok(is_file(MARK)? || folder.entries()?.is_empty() || matches!(read_manifest(folder), Ok(Some(_))))
}

/// Takes a staging folder away with all that is in it, its mark last.
pub(super) fn clear(parent: &Folder, name: &str) -> io::Result<()> {
    let folder = parent.sub(name)?;
    // The old edition is taken away from here too, and may forbid it.
    drop(Access::set_mode(&folder, Path::new(""), 0o700));
    if folder.entry(MARK)?.is_none() {
        folder.write_new(MARK, b"")?;
    }
    for (entry, _) in folder.entries()? {
        if entry != Path::new(MARK) {
            folder.remove_all(entry)?;
        }
    }
    folder.remove_file(MARK)?;
    parent.remove_folder(name)
}
