//! New files of a project: [`NewFile`], and [`write`], which never overwrites.

use anyhow::bail;
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

/// Those of the files that are there already.
pub fn standing<'a>(root: &Utf8Path, files: &'a [NewFile]) -> Vec<&'a Utf8Path> {
    // What cannot be looked at may be there.
    let is_missing = |path: &Utf8Path| {
        root.join(path).symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    };
    let is_there = |file: &&NewFile| !is_missing(&file.path);
    files.iter().filter(is_there).map(|file| file.path.as_path()).collect()
}

/// Writes every file; none where one of them is there already.
pub fn write(root: &Utf8Path, files: &[NewFile]) -> anyhow::Result<()> {
    if let Some(path) = standing(root, files).first() {
        bail!("`{path}` is there already");
    }
    fs_err::create_dir_all(root)?;
    let folder = Folder::open(root)?;
    for file in files {
        replace_file(&folder, &file.path, file.text.as_bytes())?;
    }
    Ok(())
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
