//! Finished files of an edition that is still being made, each under a number: [`Store`].
//!
//! They lie in the staging folder, beside the published one where that is possible, else in it, until all
//! are there and the edition is known to be sound. Then they are renamed to their places.

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::file;
use super::leftovers::{self, INSIDE, begin};
use super::place::Place;
use super::{Blocked, How};
use crate::disk::{Access, Folder, Kept};

/// The folder of the files, of a name that no file of an edition may have.
const FILES: &str = ".variorum-files";

/// Below it, a folder that gives other access to new files.
const LISTED: &str = "listed";

/// A staging folder and the files in it.
#[derive(Debug)]
pub(super) struct Store {
    /// The staging folder.
    pub staging: Folder,
    files: Folder,
    n_files: AtomicUsize,
    /// The published folder, where the staging folder lies in it.
    pub inside: Option<Folder>,
    /// Why it lies in it though nobody asked for that.
    pub because: Option<String>,
}

impl Store {
    /// Makes the staging folder where it is wanted, in the published folder where it has to be.
    pub fn begin(place: &Place, how: Option<How>) -> Result<Self, Blocked> {
        if how == Some(How::InPlace) {
            return Self::begin_inside(published(place)?, None);
        }
        match begin(&place.parent, &place.staging()) {
            Ok(staging) => {
                let clear = |_: &io::Error| drop(leftovers::clear(&place.parent, &place.staging()));
                let files = staging.make(FILES).inspect_err(clear)?;
                Ok(Self { staging, files, n_files: AtomicUsize::new(0), inside: None, because: None })
            }
            Err(error) => match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem if how.is_none() => {
                    Self::begin_inside(published(place)?, Some(error.to_string()))
                }
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    Err(Blocked::Unable(error))
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Makes a staging folder in the published one.
    pub fn begin_inside(published: Folder, because: Option<String>) -> Result<Self, Blocked> {
        let staging = begin(&published, INSIDE)?;
        let files = staging.make(FILES).inspect_err(|_| drop(leftovers::clear(&published, INSIDE)))?;
        Ok(Self { staging, files, n_files: AtomicUsize::new(0), inside: Some(published), because })
    }

    /// Writes a file, and gives its number.
    pub fn put(&self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.n_files.fetch_add(1, Ordering::Relaxed);
        file::write(&self.files, Path::new(&n.to_string()), bytes)?;
        Ok(n)
    }

    /// Moves a file to its place, on this disk.
    pub fn rename(&self, n: usize, to: (&Folder, &Path)) -> io::Result<()> {
        self.files.rename(n.to_string(), to)
    }

    /// Makes a file at its place with the bytes of a stored one, so that it gets what its folder gives to new files.
    pub fn write_anew(&self, n: usize, (folder, path): (&Folder, &Path)) -> io::Result<()> {
        let name = n.to_string();
        file::write(folder, path, &file::read(&self.files, Path::new(&name))?)?;
        self.files.remove_file(&name)
    }

    /// Makes a file again with the access list that another folder gives to new files.
    pub fn write_as_in(&self, n: usize, kept: &Kept) -> io::Result<()> {
        let name = n.to_string();
        let listed = match self.files.entry(LISTED)? {
            Some(_) => self.files.sub(LISTED)?,
            None => self.files.make(LISTED)?,
        };
        kept.give_list(&listed)?;
        file::write(&listed, Path::new(&name), &file::read(&self.files, Path::new(&name))?)?;
        listed.rename(&name, (&self.files, Path::new(&name)))
    }

    /// What the folder of the files gives to new ones.
    pub fn kept(&self) -> io::Result<Kept> {
        Kept::of(&self.files)
    }

    /// Gives a file to an owner and a group.
    pub fn set_owner(&self, n: usize, owner: (u32, u32)) -> io::Result<()> {
        Access::set_owner(&self.files, Path::new(&n.to_string()), owner)
    }

    /// Moves a file out of a store that could not be exchanged into another one, on whatever disk that is. It may
    /// stand at its place in the staging folder already.
    pub fn hand_over(&self, (n, path): (usize, &Path), other: &Self) -> io::Result<()> {
        let name = n.to_string();
        let (folder, from) = match self.files.entry(&name)? {
            Some(_) => (&self.files, Path::new(&name)),
            None => (&self.staging, path),
        };
        if folder.rename(from, (&other.files, Path::new(&name))).is_ok() {
            return Ok(());
        }
        file::write(&other.files, Path::new(&name), &file::read(folder, from)?)
    }

    /// Takes the folder of the files away, when all are in their places.
    pub fn close(&self) -> io::Result<()> {
        self.staging.remove_folder(FILES)
    }

    /// Takes the staging folder away with all that is in it.
    pub fn clear(&self, place: &Place) -> io::Result<()> {
        match &self.inside {
            Some(published) => leftovers::clear(published, INSIDE),
            None => leftovers::clear(&place.parent, &place.staging()),
        }
    }
}

/// The published folder, made where it is missing.
pub(super) fn published(place: &Place) -> Result<Folder, Blocked> {
    if let Some(folder) = place.folder().map_err(Blocked::Failed)? {
        return Ok(folder);
    }
    let made = place.parent.make(&place.name)?;
    Access::set_mode(&made, Path::new(""), 0o755)?;
    Ok(made)
}
