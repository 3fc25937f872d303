//! The published folder and the names beside it: [`Place`].

use anyhow::{Context as _, bail};
use camino::{Utf8Path, Utf8PathBuf};

/// A folder to publish in, with links resolved, and what stands beside it while that is done.
///
/// The names are fixed, so that the next run finds what a killed one left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The published folder.
    pub dir: Utf8PathBuf,
    /// Where the new edition is put together, and the old one ends.
    pub staging: Utf8PathBuf,
    /// Where the old edition waits on disks that cannot exchange two folders.
    pub aside: Utf8PathBuf,
    /// Held by the run that publishes.
    pub lock: Utf8PathBuf,
}

impl Place {
    /// The place of a folder that may not be there yet; its parents are made.
    pub fn of(dir: &Utf8Path) -> anyhow::Result<Self> {
        let dir = match dir.canonicalize_utf8() {
            Ok(real) => real,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => missing(dir)?,
            Err(error) => return Err(error).with_context(|| format!("cannot reach `{dir}`")),
        };
        if dir.exists() && !dir.is_dir() {
            bail!("`{dir}` is not a folder, so no edition can be published there");
        }
        let Some(name) = dir.file_name() else {
            bail!("`{dir}` is the root of the disk; publish into a folder below it");
        };
        let beside = |what: &str| dir.with_file_name(format!(".{name}.variorum-{what}"));
        Ok(Self { staging: beside("staging"), aside: beside("aside"), lock: beside("lock"), dir })
    }
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
