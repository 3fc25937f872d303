//! Writes single files below a project: [`replace_file`].

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use cap_tempfile::TempFile;

use super::{EntryKind, Folder};

/// Why a file below a project was not written; it is as it was.
#[derive(Debug)]
pub enum WriteRefused {
    /// A link stands in its place.
    IsLink {
        /// Path below the project.
        path: Utf8PathBuf,
        /// What the link says.
        target: String,
    },
    /// A folder on the way is a link that leads out of the project.
    LeadsOut {
        /// Path below the project.
        path: Utf8PathBuf,
    },
    /// Something that is no regular file stands in its place.
    NotRegular {
        /// Path below the project.
        path: Utf8PathBuf,
    },
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for WriteRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IsLink { path, target } => write!(
                f,
                "`{path}` is a link to `{target}`, and nothing is written through links; \
                 put the file itself in its place, or change `{target}` by hand"
            ),
            Self::LeadsOut { path } => write!(
                f,
                "`{path}` is a link, or lies below one, that leads out of the project, and nothing is written outside it; \
                 put the folder itself in its place"
            ),
            Self::NotRegular { path } => {
                write!(f, "`{path}` is not a regular file; remove it and try again")
            }
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for WriteRefused {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => error.get_ref().and_then(|inner| inner.source()),
            Self::IsLink { .. } | Self::LeadsOut { .. } | Self::NotRegular { .. } => None,
        }
    }
}

/// Writes a file below a folder, so that whoever reads it meets the old bytes or the new, whole.
///
/// The new bytes go into a file of a random name that nobody can have prepared, and take the
/// place of the old ones in one step; the old file's mode is kept. Missing parents are made.
pub fn replace_file(root: &Folder, path: &Utf8Path, bytes: &[u8]) -> Result<(), WriteRefused> {
    let name = path.file_name().ok_or_else(|| WriteRefused::NotRegular { path: path.to_owned() })?;
    let parent = path.parent().unwrap_or(Utf8Path::new(""));
    let folder = create_folders(root, parent)?;
    let old = folder.entry(name)?;
    match old.as_ref().map(|entry| entry.kind) {
        Some(EntryKind::Link) => {
            let target = folder.link_target(name)?.to_string_lossy().into_owned();
            return Err(WriteRefused::IsLink { path: path.to_owned(), target });
        }
        Some(EntryKind::Folder | EntryKind::Special) => {
            return Err(WriteRefused::NotRegular { path: path.to_owned() });
        }
        Some(EntryKind::File) | None => {}
    }
    let named = |error| folder.named(error, "write", Path::new(name));
    let mut new = TempFile::new(&folder.dir).map_err(named)?;
    new.write_all(bytes).map_err(named)?;
    if old.is_some() {
        let permissions = folder.dir.symlink_metadata(name).map_err(named)?.permissions();
        new.as_file().set_permissions(permissions).map_err(named)?;
    }
    new.as_file().sync_all().map_err(named)?;
    new.replace(name).map_err(named)?;
    Ok(())
}

/// Opens a folder below another one, and makes it and its parents where they are missing.
pub fn create_folders(root: &Folder, below: &Utf8Path) -> Result<Folder, WriteRefused> {
    let below = if below.as_str().is_empty() { Utf8Path::new(".") } else { below };
    let leads_out = |error: io::Error| match is_escape(root, below) {
        true => WriteRefused::LeadsOut { path: below.to_owned() },
        false => WriteRefused::Io(error),
    };
    root.make_all(below.as_std_path()).map_err(leads_out)?;
    root.sub_through_links(below.as_std_path()).map_err(leads_out)
}

/// Whether a folder on the way to a path is a link out of the root.
fn is_escape(root: &Folder, below: &Utf8Path) -> bool {
    below.ancestors().any(|part| {
        root.entry(part.as_std_path()).ok().flatten().is_some_and(|entry| entry.kind == EntryKind::Link)
            && root.sub_through_links(part.as_std_path()).is_err()
    })
}

impl From<io::Error> for WriteRefused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
