//! Reads the texts that quotes are verified in; entry point [`load_captures`].
//!
//! Captures are other people's texts and live outside the project, so they are read by name only
//! and never become [`super::Sources`].

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Component, Utf8Path};
use rayon::prelude::*;

use super::decode::decode;
use super::load::TEXT_BYTES_MAX;
use crate::digest::Digest;
use crate::disk::{Folder, ReadError, is_full_or_broken};

/// The captures asked for, by file name; a name that is not there is missing from the map.
pub type CaptureFiles = BTreeMap<String, CaptureFile>;

/// One capture as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureFile {
    /// SHA-256 of the file's bytes.
    pub sha256: Digest,
    /// Length of the file in bytes.
    pub n_bytes: usize,
    /// The text, or what stands in the way of reading it.
    pub text: Result<String, String>,
}

/// Reads the named files of a folder of captures.
///
/// An error means that the folder itself cannot be read.
pub fn load_captures(dir: &Utf8Path, names: &BTreeSet<String>) -> anyhow::Result<CaptureFiles> {
    let folder = Folder::open(dir)?;
    let files: Vec<(String, Option<CaptureFile>)> = names
        .par_iter()
        .map(|name| Ok((name.clone(), read(&folder, name)?)))
        .collect::<anyhow::Result<_>>()?;
    Ok(files.into_iter().filter_map(|(name, file)| Some((name, file?))).collect())
}

fn read(folder: &Folder, name: &str) -> anyhow::Result<Option<CaptureFile>> {
    if !is_file_name(name) {
        return Ok(None);
    }
    Ok(match folder.read(name, TEXT_BYTES_MAX) {
        Ok(bytes) => {
            let (sha256, n_bytes) = (Digest::of(&bytes), bytes.len());
            let text = decode(bytes).map_err(|fault| format!("it is not UTF-8 text: {}", fault.seen));
            Some(CaptureFile { sha256, n_bytes, text })
        }
        Err(ReadError::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(ReadError::Io(error)) if is_full_or_broken(&error) => return Err(error.into()),
        Err(ReadError::Io(error)) => Some(unreadable(error.kind().to_string())),
        Err(ReadError::NotRegular) => Some(unreadable("it is not a regular file".to_owned())),
        Err(ReadError::TooLarge { bytes_max }) => {
            Some(unreadable(format!("it is larger than {} MiB", bytes_max >> 20)))
        }
    })
}

fn unreadable(why: String) -> CaptureFile {
    CaptureFile { sha256: Digest::of(b""), n_bytes: 0, text: Err(why) }
}

/// A single plain name: an article must not point its capture at any file of the machine.
fn is_file_name(name: &str) -> bool {
    let mut parts = Utf8Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Utf8Component::Normal(part)), None) if part == name)
}
