//! Brings other people's files from an edition that is taken away into the one that stays: [`rescue`].

use std::path::{Path, PathBuf};

use super::changed::{free_name, is_somebody_elses};
use super::survey::{Foreign, Survey};
use crate::disk::{EntryKind, Folder};
use crate::output::OutPath;

/// Which of two versions of somebody else's file is to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Newer {
    /// The one in the folder that is taken away.
    Old,
    /// The one in the folder that stays.
    New,
}

/// Moves other people's files that only the old folder has, or has in a newer version, pages that they changed too.
///
/// What stands where the new edition has something of its own gets another name, as does a changed page; those names
/// are returned, below the folder.
pub(super) fn rescue(old: &Folder, new: &Folder, newer: Newer) -> anyhow::Result<Vec<PathBuf>> {
    let survey = Survey::scan(old)?;
    let Some(manifest) = &survey.manifest else { return Ok(vec![]) };
    let pages = Survey::scan(new)?.manifest;
    let is_page = |path: &Path| {
        let path = path.to_str().and_then(|path| OutPath::new(path).ok());
        path.is_some_and(|path| pages.as_ref().is_some_and(|pages| pages.files.contains_key(&path)))
    };
    let mut renamed = vec![];
    for (path, foreign) in &survey.foreign {
        let there = new.entry(path)?;
        match (foreign.kind, there) {
            (EntryKind::Folder, _) => new.make_all(path)?,
            (_, Some(there)) if there.identity == foreign.identity => {}
            (_, Some(there)) if is_page(path) || there.kind == EntryKind::Folder => {
                renamed.push(move_beside(old, new, path)?);
            }
            (EntryKind::Link, Some(_)) => {}
            (EntryKind::File | EntryKind::Special, Some(_)) if newer == Newer::New => {}
            (EntryKind::Link | EntryKind::File | EntryKind::Special, _) => {
                make_above(new, path)?;
                old.rename(path, (new, path))?;
            }
        }
    }
    for path in &survey.ours {
        let identity =
            |folder: &Folder| folder.entry(path.as_str()).map(|entry| entry.map(|entry| entry.identity));
        // What is linked into the new edition is looked at by the next build.
        if identity(old)? != identity(new)? && is_somebody_elses(old, path, manifest)? {
            renamed.push(move_beside(old, new, Path::new(path.as_str()))?);
        }
    }
    Ok(renamed)
}

fn move_beside(old: &Folder, new: &Folder, path: &Path) -> anyhow::Result<PathBuf> {
    let other = free_name(new, path)?;
    make_above(new, &other)?;
    old.rename(path, (new, &other))?;
    Ok(other)
}

fn make_above(folder: &Folder, path: &Path) -> std::io::Result<()> {
    match path.parent().filter(|above| !above.as_os_str().is_empty()) {
        Some(above) => folder.make_all(above),
        None => Ok(()),
    }
}

/// Takes from the new edition what somebody removed from the old one while it was being replaced.
///
/// Only a file that is the very one that was carried over is removed.
pub(super) fn remove_what_went(carried: &Survey, old: &Folder, new: &Folder) -> anyhow::Result<()> {
    for (path, Foreign { kind, identity }) in carried.foreign.iter().rev() {
        if old.entry(path)?.is_some() {
            continue;
        }
        match kind {
            // Somebody may have put something in since: then it stays.
            EntryKind::Folder => drop(new.remove_folder(path)),
            EntryKind::Link | EntryKind::File | EntryKind::Special => {
                if new.entry(path)?.is_some_and(|there| there.identity == *identity) {
                    new.remove_file(path)?;
                }
            }
        }
    }
    Ok(())
}
