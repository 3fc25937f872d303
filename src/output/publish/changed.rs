//! Files that the manifest lists and that somebody else changed since, and the names under which they are kept:
//! [`is_somebody_elses`], [`free_name`], [`keep`].
//!
//! An empty file holds nothing to keep: it is what a power failure leaves of a page.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::manifest::Manifest;
use crate::disk::{EntryKind, Folder, ReadError};
use crate::output::OutPath;

/// Whether a file holds bytes that this program, by the manifest, did not write there.
pub(super) fn is_somebody_elses(
    folder: &Folder,
    path: &OutPath,
    manifest: &Manifest,
) -> anyhow::Result<bool> {
    let Some(entry) = folder.entry(path.as_str())? else { return Ok(false) };
    match entry.kind {
        EntryKind::Folder => Ok(false),
        EntryKind::Link | EntryKind::Special => Ok(true),
        EntryKind::File if entry.len == 0 => Ok(false),
        EntryKind::File => match folder.read(path.as_str(), u64::MAX) {
            Ok(bytes) => Ok(!manifest.wrote(path, &bytes)),
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(ReadError::Io(error)) => Err(error.into()),
            Err(ReadError::NotRegular | ReadError::TooLarge { .. }) => Ok(true),
        },
    }
}

/// A name beside a path that nothing has: `about.html.kept`, `about.html.kept-2`.
///
/// Where a file stands in place of a folder of the path, the name is one beside that file.
pub(super) fn free_name(folder: &Folder, path: &Path) -> io::Result<PathBuf> {
    let base = writable(folder, path)?;
    for name in names(base) {
        if folder.entry(&name)?.is_none() {
            return Ok(name);
        }
    }
    unreachable!("names do not end")
}

/// Keeps what stands at a path of the folder under another name as well, one beside `base` that the edition does
/// not use.
pub(super) fn keep(
    folder: &Folder,
    path: &OutPath,
    base: &OutPath,
    edition: &Manifest,
) -> anyhow::Result<PathBuf> {
    let path = Path::new(path.as_str());
    let Some(kept) = folder.entry(path)? else { return Ok(path.to_owned()) };
    let is_of_the_edition = |name: &Path| {
        let name = name.to_str().and_then(|name| OutPath::new(name).ok());
        name.is_some_and(|name| edition.files.contains_key(&name))
    };
    for name in names(Path::new(base.as_str())).filter(|name| !is_of_the_edition(name)) {
        match folder.entry(&name)? {
            None => {
                link_or_copy(folder, path, &name, kept.kind)?;
                return Ok(name);
            }
            // A run that was killed here kept it already.
            Some(there) if there.identity == kept.identity => return Ok(name),
            Some(_) => {}
        }
    }
    unreachable!("names do not end")
}

fn names(path: &Path) -> impl Iterator<Item = PathBuf> {
    (1_u32..).map(move |n| {
        let mut name = path.as_os_str().to_owned();
        name.push(".kept");
        if n > 1 {
            name.push(format!("-{n}"));
        }
        PathBuf::from(name)
    })
}

/// The path, or the part of it where a file stands instead of a folder.
fn writable<'a>(folder: &Folder, path: &'a Path) -> io::Result<&'a Path> {
    let mut above: Vec<&Path> =
        path.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()).collect();
    above.reverse();
    for part in above {
        match folder.entry(part)?.map(|entry| entry.kind) {
            Some(EntryKind::Folder) => {}
            Some(EntryKind::Link | EntryKind::File | EntryKind::Special) => return Ok(part),
            None => break,
        }
    }
    Ok(path)
}

/// Some disks know no second name of a file.
fn link_or_copy(folder: &Folder, path: &Path, name: &Path, kind: EntryKind) -> anyhow::Result<()> {
    match folder.hard_link(path, (folder, name)) {
        Ok(()) => Ok(()),
        Err(_) if kind == EntryKind::File => {
            let bytes = match folder.read(path, u64::MAX) {
                Ok(bytes) => bytes,
                Err(ReadError::Io(error)) => return Err(error.into()),
                Err(ReadError::NotRegular | ReadError::TooLarge { .. }) => {
                    bail!(
                        "`{}` changed while it was read",
                        folder.path().join(path.to_string_lossy().as_ref())
                    )
                }
            };
            Ok(folder.write_new(name, &bytes)?)
        }
        Err(error) => Err(error.into()),
    }
}
