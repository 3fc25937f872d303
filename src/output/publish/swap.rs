//! The old edition and the new one change places; entry points [`swap`], [`sweep`], [`recover`].
//!
//! After the exchange the staging folder holds the old edition. A run that is killed leaves one of
//! three things beside the published folder, and [`recover`] knows each by what is in it.

use std::io;
use std::path::Path;

use camino::Utf8Path;

use super::place::Place;
use super::survey::{Foreign, Survey};
use crate::output::OutPath;

/// Puts the staged edition in place; the old one, if any, is then in the staging folder or aside.
pub(super) fn swap(place: &Place) -> io::Result<()> {
    if !place.dir.exists() {
        return fs_err::rename(&place.staging, &place.dir);
    }
    match exchange(&place.staging, &place.dir) {
        Err(error) if is_unsupported(&error) => swap_in_two_steps(place),
        other => other,
    }
}

/// Two renames, for disks that cannot exchange two folders; between them there is no edition,
/// which [`recover`] mends should the run end just there.
pub(super) fn swap_in_two_steps(place: &Place) -> io::Result<()> {
    fs_err::rename(&place.dir, &place.aside)?;
    fs_err::rename(&place.staging, &place.dir).inspect_err(|_| {
        // Whatever went wrong, the old edition goes back; if that fails too, the next run does it.
        drop(fs_err::rename(&place.aside, &place.dir));
    })
}

/// Removes the old edition, after moving whatever was put there in the meantime into the new one.
///
/// The edition is published by then, so what cannot be removed is left to the next run.
pub(super) fn sweep(place: &Place) {
    for old in [&place.staging, &place.aside] {
        if old.exists() {
            drop(rescue(old, &place.dir, Newer::Old).and_then(|()| Ok(fs_err::remove_dir_all(old)?)));
        }
    }
}

/// Clears what a killed run left behind.
pub(super) fn recover(place: &Place) -> anyhow::Result<()> {
    if place.aside.exists() && !place.dir.exists() {
        fs_err::rename(&place.aside, &place.dir)?;
    }
    for left in [&place.staging, &place.aside] {
        if !left.exists() && !left.is_symlink() {
            continue;
        }
        // Without its manifest, which is written last, a staged edition was never published:
        // everything in it is a copy.
        if left.join(OutPath::MANIFEST).exists() && place.dir.exists() {
            rescue(left, &place.dir, Newer::New)?;
        }
        fs_err::remove_dir_all(left)?;
    }
    Ok(())
}

/// Which of two versions of somebody else's file is to stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Newer {
    Old,
    New,
}

/// Moves other people's files that only the old folder has, or has in a newer version.
fn rescue(old: &Utf8Path, new: &Utf8Path, newer: Newer) -> anyhow::Result<()> {
    let survey = Survey::scan(old)?;
    if survey.manifest.is_none() {
        return Ok(());
    }
    for (path, kind) in &survey.foreign {
        let (from, to) = (old.as_std_path().join(path), new.as_std_path().join(path));
        if let Some(folder) = to.parent() {
            fs_err::create_dir_all(folder)?;
        }
        match kind {
            Foreign::Folder => fs_err::create_dir_all(&to)?,
            Foreign::Link if fs_err::symlink_metadata(&to).is_ok() => {}
            Foreign::File if is_one_file(&from, &to) => {}
            Foreign::File if to.exists() && newer == Newer::New => {}
            Foreign::Link | Foreign::File => fs_err::rename(&from, &to)?,
        }
    }
    Ok(())
}

/// Whether two paths are links to one file.
#[cfg(unix)]
fn is_one_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (fs_err::symlink_metadata(a), fs_err::symlink_metadata(b)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_one_file(_a: &Path, b: &Path) -> bool {
    b.exists()
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Utf8Path, b: &Utf8Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a.as_std_path(), CWD, b.as_std_path(), RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_a: &Utf8Path, _b: &Utf8Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the disk, rather than this folder, is what cannot exchange.
fn is_unsupported(error: &io::Error) -> bool {
    // A disk without the operation answers `invalid argument`.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
