//! New files of a project: [`NewFile`], and [`write`], which never overwrites.

use std::collections::BTreeSet;
use std::io;

use anyhow::{Context as _, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::disk::{Folder, replace_file};

/// A file that is to be written where none is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Path below the project's root.
    pub path: Utf8PathBuf,
    /// Its text.
    pub text: String,
}

/// What stands in the way of the files: one of them, or something that is no folder on the way to it.
pub fn standing(root: &Utf8Path, files: &[NewFile]) -> Vec<Utf8PathBuf> {
    let mut found: Vec<Utf8PathBuf> = files.iter().filter_map(|file| in_the_way(root, &file.path)).collect();
    found.dedup();
    found
}

fn in_the_way(root: &Utf8Path, path: &Utf8Path) -> Option<Utf8PathBuf> {
    let full = root.join(path);
    match full.symlink_metadata() {
        // A name that the disk cannot hold is an error of the writing, and nothing is there.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename) => {
            None
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let above = full.ancestors().skip(1);
            let known = above.filter(|above| !above.as_str().is_empty() && above.symlink_metadata().is_ok());
            Some(known.map(Utf8Path::to_owned).next().unwrap_or(full.clone()))
        }
        // What cannot be looked at may be there.
        Ok(_) | Err(_) => Some(full),
    }
}

/// Writes every file, or none: where one of them is there already, or where one cannot be written.
pub fn write(root: &Utf8Path, files: &[NewFile]) -> anyhow::Result<()> {
    if let Some(path) = standing(root, files).first() {
        bail!("`{path}` is there already");
    }
    let missing = missing_folders(root, files);
    let mut written = Vec::new();
    let result = write_all(root, files, &mut written);
    if result.is_err() {
        // The error to tell is the first one.
        for path in written {
            drop(fs_err::remove_file(root.join(path)));
        }
        for folder in missing.iter().rev() {
            drop(fs_err::remove_dir(folder));
        }
    }
    result.context("nothing was written")
}

fn write_all<'a>(
    root: &Utf8Path,
    files: &'a [NewFile],
    written: &mut Vec<&'a Utf8Path>,
) -> anyhow::Result<()> {
    fs_err::create_dir_all(root)?;
    let folder = Folder::open(root)?;
    for file in files {
        replace_file(&folder, &file.path, file.text.as_bytes())?;
        written.push(&file.path);
    }
    Ok(())
}

/// The folders that the files need and that are not there, outer ones first.
fn missing_folders(root: &Utf8Path, files: &[NewFile]) -> BTreeSet<Utf8PathBuf> {
    let paths = files.iter().map(|file| root.join(&file.path));
    let folders = paths.flat_map(|path| path.ancestors().skip(1).map(Utf8Path::to_owned).collect::<Vec<_>>());
    folders.filter(|folder| !folder.as_str().is_empty() && folder.symlink_metadata().is_err()).collect()
}

/// Text as YAML in double quotes, which JSON's are too.
pub(super) fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    // Some readers of YAML take these for line breaks or drop them.
    let escaped = |c: char| match c {
        '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => format!("\\u{:04x}", u32::from(c)),
        _ => c.to_string(),
    };
    json.chars().map(escaped).collect()
}
