//! The whole edition put together beside the published one; entry points [`compare`] and [`stage`].
//!
//! What has not changed is linked instead of written, which is cheaper and keeps its time. No file
//! is ever written in place, so the link cannot change the old edition under a reader.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::survey::{Foreign, Survey};
use super::{Blocked, PublishOptions};
use crate::disk::{Access, EntryKind, Folder, Kept};
use crate::output::{OutPath, OutputTree};

/// A file of the new edition beside what stands in its place.
pub(super) struct Staged<'a> {
    pub path: &'a OutPath,
    pub bytes: &'a Arc<[u8]>,
    pub state: FileState,
}

/// Whether the published folder has a file already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileState {
    Same,
    Different,
}

/// Compares every file of the edition with the one on disk, byte for byte.
pub(super) fn compare<'a>(tree: &'a OutputTree, survey: &Survey, folder: Option<&Folder>) -> Vec<Staged<'a>> {
    let files: Vec<_> = tree.iter().collect();
    let compared = files.into_par_iter().map(|(path, bytes)| {
        let holds = |folder: &Folder| folder.holds(path.as_str(), bytes);
        let same = survey.ours.contains(path) && folder.is_some_and(holds);
        Staged { path, bytes, state: if same { FileState::Same } else { FileState::Different } }
    });
    compared.collect()
}

/// Puts the edition together in the staging folder, other people's files included.
///
/// Modes of folders are set last, by [`Modes::set`]: one that forbids writing must not do so yet.
pub(super) fn stage(
    staging: &Folder,
    (published, survey): (Option<&Folder>, &Survey),
    files: &[Staged<'_>],
    options: &PublishOptions,
) -> Result<Modes, Blocked> {
    let mut modes = Modes::default();
    let owner = match published {
        Some(published) => modes.take_over(published, staging, Path::new(""))?,
        None => modes.plain(staging, Path::new(""), None)?,
    };
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| file.path.folders()).collect();
    for name in folders {
        let made = staging.make(name)?;
        match published.map(|published| published.sub(name)) {
            Some(Ok(old)) => drop(modes.take_over(&old, &made, Path::new(name))?),
            Some(Err(_)) | None => drop(modes.plain(&made, Path::new(name), owner)?),
        }
    }
    files.par_iter().try_for_each(|file| {
        options.refuse_if_stopped()?;
        let path = Path::new(file.path.as_str());
        let linked = file.state == FileState::Same
            && published.is_some_and(|published| published.hard_link(path, (staging, path)).is_ok());
        if !linked {
            write_page(staging, path, file.bytes, owner)?;
        }
        Ok::<(), Blocked>(())
    })?;
    for (path, foreign) in &survey.foreign {
        if let Some(published) = published {
            carry((published, staging), path, *foreign, &mut modes)?;
        }
    }
    Ok(modes)
}

/// Writes a file that must not be there yet, readable for everybody.
pub(super) fn write_page(
    folder: &Folder,
    path: &Path,
    bytes: &[u8],
    owner: Option<(u32, u32)>,
) -> io::Result<()> {
    folder.write_new(path, bytes)?;
    Access::set_mode(folder, path, 0o644)?;
    owner.map_or(Ok(()), |owner| Access::set_owner(folder, path, owner))
}

/// Puts somebody else's file, link or folder into the staging folder as well.
fn carry(
    (published, staging): (&Folder, &Folder),
    path: &Path,
    foreign: Foreign,
    modes: &mut Modes,
) -> Result<(), Blocked> {
    // A folder of ours that the new edition does not have stays for what is not ours in it.
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
        && staging.entry(folder)?.is_none()
    {
        staging.make_all(folder)?;
        modes.take_over(&published.sub(folder)?, &staging.sub(folder)?, folder)?;
    }
    match foreign.kind {
        EntryKind::Folder => {
            staging.make_all(path)?;
            modes.take_over(&published.sub(path)?, &staging.sub(path)?, path)?;
            Ok(())
        }
        // A file that the edition brings as well, with the same bytes, is there already.
        EntryKind::File if staging.entry(path)?.is_some() => Ok(()),
        // A copy would not be the same file to whoever holds it open.
        EntryKind::Link | EntryKind::File | EntryKind::Special => {
            published.hard_link(path, (staging, path)).map_err(Blocked::Unable)
        }
    }
}

/// The modes that the folders of a staged edition get when all is in them.
#[derive(Debug, Default)]
pub(super) struct Modes {
    kept: Vec<(PathBuf, Kept)>,
}

impl Modes {
    /// Gives a new folder what the old one has; an edition that would lose it cannot be exchanged.
    fn take_over(&mut self, old: &Folder, new: &Folder, path: &Path) -> Result<Option<(u32, u32)>, Blocked> {
        let kept = Kept::of(old)?;
        kept.give_all_but_mode(new).map_err(Blocked::Unable)?;
        let owner = kept.owner_to_give();
        self.kept.push((path.to_owned(), kept));
        Ok(owner)
    }

    /// Makes a new folder one that a web server can read.
    fn plain(
        &mut self,
        new: &Folder,
        path: &Path,
        owner: Option<(u32, u32)>,
    ) -> Result<Option<(u32, u32)>, Blocked> {
        Access::set_mode(new, Path::new(""), 0o755)?;
        if let Some(owner) = owner {
            Access::set_owner(new, Path::new(""), owner).map_err(Blocked::Unable)?;
        }
        debug_assert!(self.kept.iter().all(|(known, _)| known != path), "a folder is made once");
        Ok(owner)
    }

    /// Sets the modes, the deepest folder's first.
    pub(super) fn set(&self, staging: &Folder) -> io::Result<()> {
        for (path, kept) in self.kept.iter().rev() {
            if path.as_os_str().is_empty() {
                kept.give_mode(staging)?;
            } else {
                kept.give_mode(&staging.sub(path)?)?;
            }
        }
        Ok(())
    }
}
