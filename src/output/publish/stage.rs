//! The whole edition put together beside the published one; entry point [`stage`].
//!
//! What has not changed is linked instead of written, which is cheaper and keeps its time. No file
//! is ever written in place, so the link cannot change the old edition under a reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::file;
use super::staged::{FileState, Staged};
use super::store::Store;
use super::survey::{Foreign, Survey};
use super::{Blocked, PublishOptions};
use crate::digest::Checksum;
use crate::disk::{Access, EntryKind, Folder, Kept};
use crate::output::OutPath;

/// Puts the edition together in the staging folder, other people's files included.
///
/// Modes of folders are set last, by [`Modes::set`]: one that forbids writing must not do so yet.
pub(super) fn stage(
    store: &Store,
    (published, survey): (Option<&Folder>, &Survey),
    files: &BTreeMap<OutPath, Staged>,
    options: &PublishOptions,
) -> Result<Modes, Blocked> {
    let staging = &store.staging;
    let mut modes = Modes::default();
    let owner = match published {
        Some(published) => modes.take_over(published, staging, Path::new(""))?,
        None => modes.plain(staging, Path::new(""), None)?,
    };
    let folders: BTreeSet<&str> = files.keys().flat_map(OutPath::folders).collect();
    for name in folders {
        let made = staging.make(name)?;
        match published.map(|published| published.sub(name)) {
            Some(Ok(old)) => drop(modes.take_over(&old, &made, Path::new(name))?),
            Some(Err(_)) | None => drop(modes.plain(&made, Path::new(name), owner)?),
        }
    }
    let apart = modes.giving_other_access(&store.kept()?);
    files.par_iter().try_for_each(|(path, file)| {
        options.refuse_if_stopped()?;
        let path = Path::new(path.as_str());
        let is_apart = path.parent().is_some_and(|folder| apart.contains(folder));
        let is_new = match (file.state, published) {
            (FileState::Same, Some(published)) => copied((published, staging), path, file.checksum)?,
            (FileState::Same, None) => return Err(changed_meanwhile(path).into()),
            (FileState::Different(n), _) if is_apart => {
                store.write_anew(n, (staging, path)).map(|()| true)?
            }
            (FileState::Different(n), _) => store.rename(n, (staging, path)).map(|()| true)?,
        };
        if let (true, Some(owner)) = (is_new, owner) {
            Access::set_owner(staging, path, owner)?;
        }
        Ok::<(), Blocked>(())
    })?;
    store.close()?;
    for (path, foreign) in &survey.foreign {
        if let Some(published) = published {
            carry((published, staging), path, *foreign, &mut modes)?;
        }
    }
    Ok(modes)
}

/// Links a published file into the staging folder; where the disk has no such links it is copied, which is told.
fn copied((published, staging): (&Folder, &Folder), path: &Path, checksum: Checksum) -> io::Result<bool> {
    if published.hard_link(path, (staging, path)).is_ok() {
        return Ok(false);
    }
    let bytes = file::read(published, path)?;
    if Checksum::of(&bytes) != checksum {
        return Err(changed_meanwhile(path));
    }
    file::write(staging, path, &bytes)?;
    Ok(true)
}

fn changed_meanwhile(path: &Path) -> io::Error {
    let path = path.display();
    io::Error::other(format!("`{path}` of the published edition was changed meanwhile; build again"))
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

    /// The folders that give another access list to a file made in them than the one where it was written does.
    fn giving_other_access(&self, written_in: &Kept) -> BTreeSet<&Path> {
        let apart = self.kept.iter().filter(|(_, kept)| !kept.gives_the_same_access(written_in));
        apart.map(|(path, _)| path.as_path()).collect()
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
