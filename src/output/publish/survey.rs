//! What stands in a published folder, ours and other people's: [`Survey`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use camino::Utf8PathBuf;

use super::manifest::Manifest;
use super::place::Place;
use crate::output::{OutPath, OutputTree};

/// What stands in a published folder.
#[derive(Debug)]
pub(super) struct Survey {
    /// The folder.
    pub dir: Utf8PathBuf,
    /// Whether there is such a folder.
    pub exists: bool,
    /// What this program wrote, by its own word.
    pub manifest: Option<Manifest>,
    /// Files that the manifest lists and that are there.
    pub ours: BTreeSet<OutPath>,
    /// Everything else, by path below the folder.
    pub foreign: BTreeMap<PathBuf, Foreign>,
}

/// What somebody else put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    Folder,
    Link,
    File,
}

/// Names that may stand in a folder that is published into for the first time: a git worktree.
const HARMLESS: [&str; 3] = [".git", ".gitignore", ".gitkeep"];

impl Survey {
    /// Looks through the folder, and refuses one that this program did not write.
    pub fn of(place: &Place) -> anyhow::Result<Self> {
        let survey = Self::scan(&place.dir)?;
        if survey.manifest.is_none()
            && let Some(name) = survey.foreign.keys().find(|path| !is_harmless(path))
        {
            bail!(
                "`{}` holds `{}` and no manifest of this program, so it may be somebody else's; \
                 empty it or publish into another folder",
                place.dir,
                name.display()
            );
        }
        Ok(survey)
    }

    /// Looks through a folder, whoever wrote it.
    pub fn scan(dir: &camino::Utf8Path) -> anyhow::Result<Self> {
        let mut survey = Self {
            dir: dir.to_owned(),
            exists: dir.is_dir(),
            manifest: None,
            ours: BTreeSet::new(),
            foreign: BTreeMap::new(),
        };
        if !survey.exists {
            return Ok(survey);
        }
        survey.manifest = read_manifest(dir)?;
        let listed: BTreeSet<&Path> = survey
            .manifest
            .iter()
            .flat_map(|manifest| manifest.files.keys())
            .map(|path| Path::new(path.as_str()))
            .collect();
        let folders: BTreeSet<&Path> = listed.iter().flat_map(|path| path.ancestors().skip(1)).collect();
        let mut ours = BTreeSet::new();
        let mut foreign = BTreeMap::new();
        visit(dir.as_std_path(), Path::new(""), &mut |path, kind| {
            let is_ours = match kind {
                Foreign::Folder => folders.contains(path.as_path()),
                Foreign::Link | Foreign::File => listed.contains(path.as_path()),
            };
            if !is_ours {
                foreign.insert(path, kind);
            } else if kind != Foreign::Folder {
                ours.extend(path.to_str().and_then(|path| OutPath::new(path).ok()));
            }
        })?;
        foreign.remove(Path::new(OutPath::MANIFEST));
        survey.ours = ours;
        survey.foreign = foreign;
        Ok(survey)
    }

    /// Refuses an edition that would overwrite somebody else's file.
    pub fn refuse_conflicts(&self, tree: &OutputTree) -> anyhow::Result<()> {
        for (path, bytes) in tree.iter() {
            let at_path = self.foreign.get(Path::new(path.as_str()));
            let same = || fs_err::read(self.dir.join(path.as_str())).is_ok_and(|found| found == **bytes);
            let blocked = match at_path {
                Some(Foreign::File) if same() => None,
                Some(_) => Some(path.as_str()),
                None => path.folders().find(|folder| {
                    matches!(self.foreign.get(Path::new(folder)), Some(Foreign::File | Foreign::Link))
                }),
            };
            if let Some(blocked) = blocked {
                bail!(
                    "`{}` was not written by this program and is in the way of the edition; \
                     move it away, or put it in content/static",
                    self.dir.join(blocked)
                );
            }
        }
        Ok(())
    }
}

fn is_harmless(path: &Path) -> bool {
    path.iter().next().is_some_and(|first| HARMLESS.iter().any(|name| first == *name))
}

fn read_manifest(dir: &camino::Utf8Path) -> anyhow::Result<Option<Manifest>> {
    let path = dir.join(OutPath::MANIFEST);
    let text = match fs_err::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let manifest = Manifest::parse(&text).with_context(|| {
        format!("`{path}` is damaged, so it is unknown which files may be replaced; delete `{dir}` and build again")
    })?;
    Ok(Some(manifest))
}

/// Every entry below a folder, without following links.
fn visit(root: &Path, below: &Path, found: &mut impl FnMut(PathBuf, Foreign)) -> anyhow::Result<()> {
    for entry in fs_err::read_dir(root.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        let file_type = entry.file_type()?;
        if file_type.is_dir() {
            found(path.clone(), Foreign::Folder);
            visit(root, &path, found)?;
        } else if file_type.is_symlink() {
            found(path, Foreign::Link);
        } else {
            found(path, Foreign::File);
        }
    }
    Ok(())
}
