//! The whole edition put together beside the published one; entry points [`compare`] and [`stage`].
//!
//! What has not changed is linked instead of written, which is cheaper and keeps its time. No file
//! is ever written in place, so the link cannot change the old edition under a reader.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use camino::Utf8Path;
use rayon::prelude::*;

use super::place::Place;
use super::survey::{Foreign, Survey};
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
pub(super) fn compare<'a>(tree: &'a OutputTree, survey: &Survey) -> Vec<Staged<'a>> {
    let files: Vec<_> = tree.iter().collect();
    let compared = files.into_par_iter().map(|(path, bytes)| {
        let on_disk = survey.dir.join(path.as_str());
        let same = survey.ours.contains(path) && is_same(&on_disk, bytes);
        Staged { path, bytes, state: if same { FileState::Same } else { FileState::Different } }
    });
    compared.collect()
}

fn is_same(on_disk: &Utf8Path, bytes: &[u8]) -> bool {
    let Ok(metadata) = fs_err::symlink_metadata(on_disk) else {
        return false;
    };
    metadata.is_file()
        && metadata.len() == bytes.len() as u64
        && fs_err::read(on_disk).is_ok_and(|found| found == bytes)
}

/// Puts the edition together in the staging folder, other people's files included.
pub(super) fn stage(place: &Place, survey: &Survey, files: &[Staged<'_>]) -> anyhow::Result<()> {
    make_folder(&place.staging)?;
    if survey.exists {
        fs_err::set_permissions(&place.staging, fs_err::metadata(&survey.dir)?.permissions())?;
    }
    let folders: BTreeSet<&str> = files.iter().flat_map(|file| file.path.folders()).collect();
    for folder in folders {
        make_folder(&place.staging.join(folder))?;
    }
    files.par_iter().try_for_each(|file| {
        let to = place.staging.join(file.path.as_str());
        let linked = file.state == FileState::Same
            && fs_err::hard_link(survey.dir.join(file.path.as_str()), &to).is_ok();
        if linked { Ok(()) } else { write_new(&to, file.bytes) }
    })?;
    for (path, kind) in &survey.foreign {
        carry(survey.dir.as_std_path(), place.staging.as_std_path(), path, *kind)?;
    }
    Ok(())
}

/// Puts somebody else's file, link or folder into the staging folder as well.
fn carry(from: &Path, to: &Path, path: &Path, kind: Foreign) -> std::io::Result<()> {
    let (old, new) = (from.join(path), to.join(path));
    // A folder of ours that the new edition does not have stays for what is not ours in it.
    if let Some(folder) = new.parent() {
        fs_err::create_dir_all(folder)?;
    }
    match kind {
        Foreign::Folder => {
            fs_err::create_dir_all(&new)?;
            fs_err::set_permissions(&new, fs_err::metadata(&old)?.permissions())
        }
        Foreign::Link => copy_link(&old, &new),
        // A file that the edition brings as well, with the same bytes, is there already.
        Foreign::File if new.exists() => Ok(()),
        Foreign::File => fs_err::hard_link(&old, &new).or_else(|_| fs_err::copy(&old, &new).map(drop)),
    }
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path) -> std::io::Result<()> {
    fs_err::os::unix::fs::symlink(fs_err::read_link(old)?, new)
}

#[cfg(not(unix))]
fn copy_link(old: &Path, new: &Path) -> std::io::Result<()> {
    fs_err::hard_link(old, new)
}

/// Writes a file that must not be there yet, readable for everybody.
pub(super) fn write_new(path: &Utf8Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs_err::File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    set_mode(path, 0o644)
}

fn make_folder(path: &Utf8Path) -> std::io::Result<()> {
    fs_err::create_dir(path)?;
    set_mode(path, 0o755)
}

/// Sets the mode that a web server needs, whatever the umask of the caller is.
#[cfg(unix)]
fn set_mode(path: &Utf8Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_path: &Utf8Path, _mode: u32) -> std::io::Result<()> {
    Ok(())
}
