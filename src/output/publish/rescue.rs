//! Brings other people's files from an edition that is taken away into the one that stays: [`rescue`].

use std::path::{Path, PathBuf};

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

/// Moves other people's files that only the old folder has, or has in a newer version.
///
/// A file that came to stand where the new edition has a page gets another name; those names are
/// returned, below the folder.
pub(super) fn rescue(old: &Folder, new: &Folder, newer: Newer) -> anyhow::Result<Vec<PathBuf>> {
    let survey = Survey::scan(old)?;
    if survey.manifest.is_none() {
        return Ok(vec![]);
    }
    let pages = Survey::scan(new)?.manifest;
    let is_page = |path: &Path| {
        let path = path.to_str().and_then(|path| OutPath::new(path).ok());
        path.is_some_and(|path| pages.as_ref().is_some_and(|pages| pages.files.contains_key(&path)))
    };
    let mut renamed = vec![];
    for (path, foreign) in &survey.foreign {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            new.make_all(folder)?;
        }
        let there = new.entry(path)?;
        match (foreign.kind, there) {
            (EntryKind::Folder, _) => new.make_all(path)?,
            (_, Some(there)) if there.identity == foreign.identity => {}
            (_, Some(_)) if is_page(path) => {
                let other = free_name(new, path)?;
                old.rename(path, (new, &other))?;
                renamed.push(other);
            }
            (EntryKind::Link, Some(_)) => {}
            (EntryKind::File | EntryKind::Special, Some(_)) if newer == Newer::New => {}
            (EntryKind::Link | EntryKind::File | EntryKind::Special, _) => old.rename(path, (new, path))?,
        }
    }
    Ok(renamed)
}

/// A name beside a path that nothing has: `about.html.kept`, `about.html.kept-2`.
fn free_name(folder: &Folder, path: &Path) -> anyhow::Result<PathBuf> {
    let name = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    for n in 1_u32.. {
        let candidate = if n == 1 { name(".kept") } else { name(&format!(".kept-{n}")) };
        if folder.entry(&candidate)?.is_none() {
            return Ok(candidate);
        }
    }
    Ok(name(".kept"))
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
