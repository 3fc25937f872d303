//! An edition written into the published folder, file by file; entry point [`publish`].
//!
//! For a folder that cannot be exchanged, or that a server holds open: a mount, a folder handed to
//! a container, a shell that stands in it. Every file is the old one or the new one, whole, and
//! never missing; but for a moment some files are old and some new. What pages need comes before
//! the pages, index.html last, and what is gone is removed at the end.
//!
//! The manifest lists old and new files from before the first change until after the last, so
//! that a run that is killed leaves no file that nobody knows.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::changed::{is_somebody_elses, keep};
use super::leftovers::{self, INSIDE};
use super::manifest::Manifest;
use super::staged::{FileState, Staged};
use super::store::Store;
use super::survey::Survey;
use super::{Blocked, PublishOptions, Whole};
use crate::disk::{Access, EntryKind, Folder, Kept};
use crate::output::OutPath;

/// Puts staged files into the folder that their store lies in, and takes the store away; returns what other people's
/// files were renamed to.
pub(super) fn publish(
    (store, folder): (&Store, &Folder),
    survey: &Survey,
    (files, manifest): Whole<'_>,
    options: &PublishOptions,
) -> Result<Vec<PathBuf>, Blocked> {
    let as_it_was = format!("cannot stage the edition; `{}` is as it was", folder.path());
    prepare(store, folder, files, options).map_err(|blocked| blocked.with_context(&as_it_was))?;
    let renamed = replace(folder, store, survey, (files, manifest)).map_err(|blocked| {
        blocked.with_context("the edition is in place in part, each file whole; build again to finish it")
    })?;
    leftovers::clear(folder, INSIDE)?;
    if options.sync {
        Access::sync_disk(folder)?;
    }
    Ok(renamed)
}

/// Gives staged files the owner that files of the folder have, and brings them to the disk where that is asked for.
fn prepare(
    store: &Store,
    folder: &Folder,
    files: &BTreeMap<OutPath, Staged>,
    options: &PublishOptions,
) -> Result<(), Blocked> {
    give_lists(store, folder, files)?;
    // Where the owner cannot be given, the files are the caller's own, as in any folder.
    if let Some(owner) = Kept::of(folder)?.owner_to_give() {
        changed(files).for_each(|(_, n)| drop(store.set_owner(n, owner)));
    }
    if options.sync {
        Access::sync_disk(&store.staging)?;
    }
    options.refuse_if_stopped()
}

/// Makes those files again that come to stand in folders with an access list of their own for new files.
fn give_lists(store: &Store, folder: &Folder, files: &BTreeMap<OutPath, Staged>) -> io::Result<()> {
    let usual = store.kept()?;
    // Of each folder its list, where it is another one than that of the folder above all.
    let mut apart: BTreeMap<&str, Option<Kept>> = BTreeMap::new();
    for (path, n) in changed(files) {
        // What is made in a folder gets its list.
        let Some(above) = path.folders().take_while(|above| folder.sub(above).is_ok()).last() else {
            continue;
        };
        let kept = match apart.entry(above) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let kept = Kept::of(&folder.sub(above)?)?;
                new.insert(Some(kept).filter(|kept| !kept.gives_the_same_access(&usual)))
            }
        };
        if let Some(kept) = kept {
            store.write_as_in(n, kept)?;
        }
    }
    Ok(())
}

/// The files that have to be put in place, with their numbers in the store.
fn changed(files: &BTreeMap<OutPath, Staged>) -> impl Iterator<Item = (&OutPath, usize)> {
    files.iter().filter_map(|(path, file)| match file.state {
        FileState::Different(n) => Some((path, n)),
        FileState::Same => None,
    })
}

/// Puts the staged files in place and removes the others. It goes to its end, whoever wants the
/// program to stop: what is left to do is short.
fn replace(
    folder: &Folder,
    store: &Store,
    survey: &Survey,
    (files, manifest): Whole<'_>,
) -> Result<Vec<PathBuf>, Blocked> {
    let before = survey.manifest.as_ref();
    let union = before.map_or_else(|| manifest.clone(), |before| manifest.with(before));
    union.write(&store.staging, folder)?;
    let mut changed: Vec<(&OutPath, usize)> = changed(files).collect();
    changed.sort_by_key(|(path, _)| (order(path), *path));
    let mut replaced = Replaced { folder, survey, union: &union, renamed: vec![] };
    for (path, n) in changed {
        put(&mut replaced, store, n, path)?;
    }
    remove_what_is_gone(&mut replaced, files)?;
    manifest.write(&store.staging, folder)?;
    Ok(replaced.renamed)
}

/// A folder in which a page that somebody changed is kept under another name before it is replaced.
struct Replaced<'a> {
    folder: &'a Folder,
    survey: &'a Survey,
    /// What this program wrote there, before and now.
    union: &'a Manifest,
    renamed: Vec<PathBuf>,
}

impl Replaced<'_> {
    fn keep_if_changed(&mut self, path: &OutPath) -> Result<(), Blocked> {
        self.keep_beside(path, path)
    }

    fn keep_beside(&mut self, path: &OutPath, base: &OutPath) -> Result<(), Blocked> {
        if is_somebody_elses(self.folder, path, self.union).map_err(Blocked::Failed)? {
            self.renamed.push(keep(self.folder, path, base, self.union).map_err(Blocked::Failed)?);
        }
        Ok(())
    }

    /// Removes a folder of the edition before, where a file is needed now. It held files of this program only: what
    /// somebody has put there since is not removed, and then the folder is not either.
    fn remove_folder(&mut self, folder: &OutPath) -> Result<(), Blocked> {
        let is_below = |path: &&OutPath| Path::new(path.as_str()).starts_with(folder.as_str());
        let below: Vec<&OutPath> = self.survey.ours.iter().filter(is_below).collect();
        let mut folders = BTreeSet::from([folder.as_str()]);
        for path in below {
            if self.folder.entry(path.as_str())?.is_some() {
                self.keep_beside(path, folder)?;
                self.folder.remove_file(path.as_str())?;
            }
            folders.extend(path.folders().filter(|above| Path::new(above).starts_with(folder.as_str())));
        }
        for empty in folders.iter().rev() {
            self.folder.remove_folder(empty)?;
        }
        Ok(())
    }
}

/// What comes first: what pages need, then pages, then the page that leads to all of them.
fn order(path: &OutPath) -> u8 {
    match (path.as_str(), path.extension()) {
        ("index.html", _) => 2,
        (_, "html") => 1,
        _ => 0,
    }
}

/// Puts a staged file under its own name, and makes its folders.
fn put(replaced: &mut Replaced<'_>, store: &Store, n: usize, path: &OutPath) -> Result<(), Blocked> {
    let folder = replaced.folder;
    for above in path.folders() {
        match folder.entry(above)?.map(|entry| entry.kind) {
            Some(EntryKind::Folder) => continue,
            // A file of the edition before stands where a folder is needed now.
            Some(EntryKind::File) => {
                if let Ok(above) = OutPath::new(above) {
                    replaced.keep_if_changed(&above)?;
                }
                folder.remove_file(above)?;
            }
            Some(EntryKind::Link | EntryKind::Special) | None => {}
        }
        let made = folder.make(above)?;
        Access::set_mode(&made, Path::new(""), 0o755)?;
    }
    if folder.entry(path.as_str())?.is_some_and(|entry| entry.kind == EntryKind::Folder) {
        replaced.remove_folder(path)?;
    }
    replaced.keep_if_changed(path)?;
    Ok(store.rename(n, (folder, Path::new(path.as_str())))?)
}

/// Removes the files that the new edition does not have, and folders that are empty then.
fn remove_what_is_gone(
    replaced: &mut Replaced<'_>,
    files: &BTreeMap<OutPath, Staged>,
) -> Result<(), Blocked> {
    let (folder, survey) = (replaced.folder, replaced.survey);
    let mut folders = BTreeSet::new();
    for gone in survey.ours.iter().filter(|path| !files.contains_key(path)) {
        if folder.entry(gone.as_str())?.is_some_and(|entry| entry.kind == EntryKind::File) {
            replaced.keep_if_changed(gone)?;
            folder.remove_file(gone.as_str())?;
        }
        folders.extend(gone.folders());
    }
    // The deepest first; one that holds something stays.
    for empty in folders.iter().rev() {
        drop(folder.remove_folder(empty));
    }
    Ok(())
}
