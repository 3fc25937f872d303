//! What stands in a published folder, ours and other people's: [`Survey`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::manifest::Manifest;
use super::staged::Staged;
use super::{file, leftovers, lock};
use crate::disk::{EntryKind, FileIdentity, Folder, ReadError};
use crate::output::OutPath;

/// A manifest above this size is not one.
const MANIFEST_BYTES_MAX: u64 = 1 << 30;

/// What stands in a published folder.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// What this program wrote, by its own word.
    pub manifest: Option<Manifest>,
    /// Files that the manifest lists and that are there.
    pub ours: BTreeSet<OutPath>,
    /// Everything else, by path below the folder; a folder stands before what is in it.
    pub foreign: BTreeMap<PathBuf, Foreign>,
}

/// What somebody else put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    pub kind: EntryKind,
    pub identity: FileIdentity,
}

/// Names that may stand in a folder that is published into for the first time: a git worktree.
const HARMLESS: [&str; 3] = [".git", ".gitignore", ".gitkeep"];

impl Survey {
    /// Looks through the folder, and refuses one that this program did not write.
    pub fn of(folder: Option<&Folder>) -> anyhow::Result<Self> {
        let Some(folder) = folder else { return Ok(Self::default()) };
        let survey = Self::scan(folder)?;
        if survey.manifest.is_none()
            && let Some(name) = survey.foreign.keys().find(|path| !is_harmless(path))
        {
            bail!(
                "`{}` holds `{}` and no manifest of this program, so it may be somebody else's; \
                 empty it or publish into another folder",
                folder.path(),
                name.display()
            );
        }
        Ok(survey)
    }

    /// Looks through a folder, whoever wrote it.
    pub fn scan(folder: &Folder) -> anyhow::Result<Self> {
        let mut survey = Self { manifest: read_manifest(folder)?, ..Self::default() };
        let listed: BTreeSet<&Path> = survey
            .manifest
            .iter()
            .flat_map(|manifest| manifest.files.keys())
            .map(|path| Path::new(path.as_str()))
            .collect();
        let folders: BTreeSet<&Path> = listed.iter().flat_map(|path| path.ancestors().skip(1)).collect();
        let (mut ours, mut foreign) = (BTreeSet::new(), BTreeMap::new());
        visit(folder, Path::new(""), &mut |folder, name, path, kind| {
            let is_ours = match kind {
                EntryKind::Folder => folders.contains(path.as_path()),
                EntryKind::File => listed.contains(path.as_path()),
                EntryKind::Link | EntryKind::Special => false,
            };
            if is_ours {
                if kind == EntryKind::File {
                    ours.extend(path.to_str().and_then(|path| OutPath::new(path).ok()));
                }
            } else if let Some(entry) = folder.entry(name)? {
                foreign.insert(path, Foreign { kind, identity: entry.identity });
            }
            Ok(())
        })?;
        survey.ours = ours;
        survey.foreign = foreign;
        Ok(survey)
    }

    /// Refuses an edition that would overwrite somebody else's file.
    pub fn refuse_conflicts(
        &self,
        files: &BTreeMap<OutPath, Staged>,
        folder: Option<&Folder>,
    ) -> anyhow::Result<()> {
        let Some(folder) = folder else { return Ok(()) };
        let in_the_way = |blocked: &str| {
            anyhow::anyhow!(
                "`{}` was not written by this program and is in the way of the edition; \
                 move it away, or put it in content/static",
                folder.path().join(blocked)
            )
        };
        for (path, staged) in files {
            let is_file = |foreign: &Foreign| foreign.kind == EntryKind::File;
            let is_same = || file::holds(folder, Path::new(path.as_str()), staged.checksum);
            let blocked = match self.foreign.get(Path::new(path.as_str())) {
                Some(foreign) if is_file(foreign) && is_same() => None,
                Some(_) => Some(path.as_str()),
                None => path.folders().find(|folder| {
                    let foreign = self.foreign.get(Path::new(folder));
                    foreign.is_some_and(|foreign| foreign.kind != EntryKind::Folder)
                }),
            };
            if let Some(blocked) = blocked {
                return Err(in_the_way(blocked));
            }
        }
        // A file of the edition where a folder stands that holds other people's files.
        for path in self.foreign.keys() {
            let above = path.ancestors().skip(1).filter_map(Path::to_str);
            if let Some(file) = above
                .filter(|above| !above.is_empty())
                .find(|above| OutPath::new(*above).is_ok_and(|above| files.contains_key(&above)))
            {
                return Err(in_the_way(file));
            }
        }
        Ok(())
    }
}

fn is_harmless(path: &Path) -> bool {
    path.iter().next().is_some_and(|first| HARMLESS.iter().any(|name| first == *name))
}

/// The manifest in a folder, `None` where there is none.
pub(super) fn read_manifest(folder: &Folder) -> anyhow::Result<Option<Manifest>> {
    let path = folder.path().join(OutPath::MANIFEST);
    let damaged = || {
        format!(
            "`{path}` is damaged, so it is unknown which files may be replaced; delete `{}` and build again",
            folder.path()
        )
    };
    match folder.entry(OutPath::MANIFEST)?.map(|entry| entry.kind) {
        None => return Ok(None),
        Some(EntryKind::File) => {}
        Some(EntryKind::Folder | EntryKind::Link | EntryKind::Special) => bail!(damaged()),
    }
    let bytes = match folder.read(OutPath::MANIFEST, MANIFEST_BYTES_MAX) {
        Ok(bytes) => bytes,
        Err(ReadError::Io(error)) => return Err(error.into()),
        Err(ReadError::NotRegular | ReadError::TooLarge { .. }) => bail!(damaged()),
    };
    let manifest = String::from_utf8(bytes).ok().and_then(|text| Manifest::parse(&text));
    manifest.map(Some).with_context(damaged)
}

/// Told of every entry: its folder, its name, its path below the root, and what it is.
type Seen<'a> = dyn FnMut(&Folder, &Path, PathBuf, EntryKind) -> anyhow::Result<()> + 'a;

/// Every entry below a folder, without following links, and without this program's own marks.
fn visit(folder: &Folder, below: &Path, seen: &mut Seen<'_>) -> anyhow::Result<()> {
    for (name, kind) in folder.entries()? {
        let is_top = below.as_os_str().is_empty();
        if is_top
            && [OutPath::MANIFEST, leftovers::INSIDE, lock::INSIDE].iter().any(|own| name == Path::new(own))
        {
            continue;
        }
        let path = below.join(&name);
        seen(folder, &name, path.clone(), kind)?;
        if kind == EntryKind::Folder {
            visit(&folder.sub(&name)?, &path, seen)?;
        }
    }
    Ok(())
}
