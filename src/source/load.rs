//! Reads a project folder into [`Loaded`]; the only reader of the pipeline, entry point [`load`].
//!
//! Files are read in parallel and put in order of path, so neither the disk's order nor the number
//! of threads shows in the result. A file that cannot be read never stops the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use super::decode::decode_printable;
use super::fault::{LoadFault, LoadFaultKind, RawFault};
use super::walk::{Found, Role, area, is_missing, list};
use super::{FileId, SourceFile, Sources, Span};
use crate::disk::{Folder, ReadError, is_full_or_broken};

/// Text above this size takes the YAML reader seconds and is no hand-written sheet.
pub const TEXT_BYTES_MAX: u64 = 8 << 20;
/// A published file above this size is refused by the usual static hosts anyway.
pub const ASSET_BYTES_MAX: u64 = 64 << 20;

/// What a project folder holds.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Text files: settings, content, templates, themes.
    pub sources: Sources,
    /// Files to copy as they are, in order of path.
    pub assets: Vec<Asset>,
    /// What could not be read; [`crate::diag`] words it.
    pub faults: Vec<LoadFault>,
}

/// A file that is published byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below the project's root: `content/static/…` or `themes/<name>/static/…`.
    pub path: Utf8PathBuf,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The file, for faults in it.
    pub file: FileId,
}

impl Asset {
    /// The one of this path among assets in order of path, which is that of folder after folder: `a/x` comes before `a-b`.
    pub fn at<'a>(assets: &'a [Self], path: &str) -> Option<&'a Self> {
        let path = Utf8Path::new(path);
        assets.binary_search_by(|asset| asset.path.as_path().cmp(path)).ok().map(|i| &assets[i])
    }
}

/// Reads variorum.yaml, content/, templates/ and themes/ below `root`.
///
/// An error is the machine's; whatever is wrong with the files is in [`Loaded::faults`].
pub fn load(root: &Utf8Path) -> anyhow::Result<Loaded> {
    if !root.is_dir() {
        let missing = match fs_err::metadata(root) {
            Ok(_) => format!("`{root}` is a file; a project is a folder"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                format!("there is no folder `{root}`")
            }
            Err(error) => return Err(error.into()),
        };
        return Ok(Loaded { faults: vec![no_project(missing)], ..Loaded::default() });
    }
    let (found, raw_faults) = list(root)?;
    let areas = Areas::of(root, &found)?;
    let read: Vec<Result<Item, RawFault>> =
        found.par_iter().map(|found| read(&areas, found)).collect::<anyhow::Result<_>>()?;
    Ok(assemble(root, read, raw_faults))
}

/// The folders of a project by handle. A link in one of them leads nowhere but into the same one,
/// also where it was put there after the walk.
struct Areas {
    root: Folder,
    folders: BTreeMap<Utf8PathBuf, Folder>,
}

impl Areas {
    fn of(root: &Utf8Path, found: &[Found]) -> anyhow::Result<Self> {
        let root = Folder::open(root)?;
        let mut folders = BTreeMap::new();
        for area in found.iter().filter_map(|found| area(&found.path)) {
            if !folders.contains_key(area) {
                folders.insert(area.to_owned(), root.sub_through_links(area.as_std_path())?);
            }
        }
        Ok(Self { root, folders })
    }

    fn read(&self, path: &Utf8Path, bytes_max: u64) -> Result<Vec<u8>, ReadError> {
        let folder =
            area(path).and_then(|area| Some((self.folders.get(area)?, path.strip_prefix(area).ok()?)));
        match folder {
            Some((folder, below)) => folder.read(below.as_std_path(), bytes_max),
            None => self.root.read(path.as_std_path(), bytes_max),
        }
    }
}

/// One file as read.
enum Item {
    Text(SourceFile),
    Asset(Utf8PathBuf, Arc<[u8]>),
}

/// The file, or what is wrong with it; an error is the machine's.
fn read(areas: &Areas, found: &Found) -> anyhow::Result<Result<Item, RawFault>> {
    let path = found.path.clone();
    let bytes_max = match found.role {
        Role::Asset => ASSET_BYTES_MAX,
        Role::Text | Role::Misnamed(_) | Role::Stray | Role::Ignored => TEXT_BYTES_MAX,
    };
    let bytes = match areas.read(&path, bytes_max) {
        Ok(bytes) => bytes,
        Err(ReadError::Io(error)) if is_full_or_broken(&error) => return Err(error.into()),
        Err(error) => return Ok(Err(fault(path, &error))),
    };
    if found.role == Role::Asset {
        return Ok(Ok(Item::Asset(path, bytes.into())));
    }
    Ok(match decode_printable(bytes) {
        Ok(text) => Ok(Item::Text(SourceFile { path, text })),
        Err(fault) => {
            let message = format!("this is not UTF-8 text: {}", fault.seen);
            let raw = RawFault::new(LoadFaultKind::Unreadable, path, message);
            Err(raw.help(fault.help).after(fault.before))
        }
    })
}

fn fault(path: Utf8PathBuf, error: &ReadError) -> RawFault {
    let (message, help) = match error {
        ReadError::Io(error) => {
            (format!("this file cannot be read: {}", error.kind()), "check its permissions")
        }
        ReadError::NotRegular => {
            ("this is a folder, a device, a pipe or a socket, not a file".to_owned(), "remove it")
        }
        ReadError::TooLarge { bytes_max } => {
            (format!("this file is larger than {} MiB", bytes_max >> 20), "split it, or keep it elsewhere")
        }
    };
    RawFault::new(LoadFaultKind::Unreadable, path, message).help(help)
}

fn assemble(root: &Utf8Path, read: Vec<Result<Item, RawFault>>, mut raw_faults: Vec<RawFault>) -> Loaded {
    let (mut files, mut assets) = (vec![], vec![]);
    for item in read {
        match item {
            Ok(Item::Text(file)) => files.push(file),
            Ok(Item::Asset(path, bytes)) => assets.push((path, bytes)),
            Err(fault) => raw_faults.push(fault),
        }
    }
    assets.sort();
    raw_faults.sort_by(|a, b| a.path.cmp(&b.path));
    let refused =
        raw_faults.iter().map(|fault| SourceFile { path: fault.path.clone(), text: fault.before.clone() });
    let (sources, refused_ids) = Sources::new(files).with_aside(refused.collect());
    let (sources, assets) = with_assets(sources, assets);
    let mut faults: Vec<LoadFault> = raw_faults
        .into_iter()
        .zip(refused_ids)
        .map(|(fault, id)| LoadFault {
            kind: fault.kind,
            span: Some(Span::new(id, fault.before.len()..fault.before.len())),
            message: fault.message,
            help: fault.help,
        })
        .collect();
    if is_missing(&root.join("variorum.yaml")) {
        let other = [
            "variorum.yml",
            "variorum.YAML",
            "Variorum.yaml",
            "variorum.yaml.txt",
            "_config.yml",
            "hugo.toml",
            "_quarto.yml",
        ];
        let other = other.iter().find(|name| fs_err::metadata(root.join(name)).is_ok());
        let missing = no_project(format!("there is no `variorum.yaml` in `{root}`"));
        faults.insert(
            0,
            match other {
                Some(name) if name.to_lowercase().starts_with("variorum") => {
                    LoadFault { help: format!("rename `{name}` to `variorum.yaml`"), ..missing }
                }
                Some(name) => LoadFault {
                    help: format!(
                        "`{name}` belongs to another generator; start a project with `variorum new project`"
                    ),
                    ..missing
                },
                None => missing,
            },
        );
    }
    Loaded { sources, assets, faults }
}

/// The assets with a file each that faults can point at; of those that hold links, with their text.
fn with_assets(sources: Sources, read: Vec<(Utf8PathBuf, Arc<[u8]>)>) -> (Sources, Vec<Asset>) {
    let text = |(path, bytes): &(Utf8PathBuf, Arc<[u8]>)| {
        let has_links = matches!(path.extension(), Some("css" | "svg" | "html" | "xml"));
        let text = std::str::from_utf8(bytes).ok().filter(|_| has_links).unwrap_or_default();
        SourceFile { path: path.clone(), text: text.to_owned() }
    };
    let (sources, ids) = sources.with_aside(read.iter().map(text).collect());
    let asset = |((path, bytes), file)| Asset { path, bytes, file };
    (sources, read.into_iter().zip(ids).map(asset).collect())
}

fn no_project(message: String) -> LoadFault {
    LoadFault {
        kind: LoadFaultKind::Missing,
        span: None,
        message,
        help: "give the folder that holds `variorum.yaml`, or start one with `variorum new project`"
            .to_owned(),
    }
}
