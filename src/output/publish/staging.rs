//! An edition taken file by file while it is made, then put in place as a whole: [`Staging`].
//!
//! A file that the published folder holds already is only noted; any other is written into the staging folder at
//! once. What is left over of an edition that is not published is taken away with the value.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::Context as _;
use camino::Utf8PathBuf;

use super::lock::Lock;
use super::manifest::Manifest;
use super::place::Place;
use super::staged::{FileState, Staged};
use super::store::Store;
use super::survey::Survey;
use super::{Blocked, PublishOptions, leftovers, way};
use crate::digest::Checksum;
use crate::disk::Folder;
use crate::output::{OutPath, Sink};

/// An edition on its way into a folder.
#[derive(Debug)]
pub struct Staging {
    pub(super) dir: Utf8PathBuf,
    pub(super) place: Place,
    pub(super) options: PublishOptions,
    /// The published folder, and what this program wrote into it by its own word.
    published: Option<(Folder, Manifest)>,
    /// Made with the first file that is new or has new bytes.
    store: OnceLock<Option<Store>>,
    pub(super) files: Mutex<BTreeMap<OutPath, Staged>>,
    failure: Mutex<Option<Blocked>>,
    /// Whether nothing of it is to be taken away any more.
    pub(super) is_over: AtomicBool,
    /// What was renamed of other people's files that an earlier run left behind.
    pub(super) rescued: Vec<PathBuf>,
    lock: Lock,
    /// Goes after the lock, which may lie in one of them.
    _made: Made,
}

/// Folders on the way to the published one that were made for it, the deepest first; empty ones go with the value.
#[derive(Debug)]
pub(super) struct Made(pub Vec<Utf8PathBuf>);

impl Drop for Made {
    fn drop(&mut self) {
        for made in &self.0 {
            drop(fs_err::remove_dir(made));
        }
    }
}

impl Staging {
    /// Looks at what is published, and refuses a folder that is somebody else's.
    pub(super) fn begin(
        dir: Utf8PathBuf,
        (place, lock): (Place, Lock),
        options: PublishOptions,
        made: Made,
    ) -> anyhow::Result<Self> {
        let rescued = leftovers::recover(&place)
            .with_context(|| format!("cannot clear what an earlier run left beside `{dir}`"))?;
        let folder = place.folder()?;
        let survey = Survey::of(folder.as_ref())?;
        let published = folder.map(|folder| (folder, survey.manifest.unwrap_or_default()));
        Ok(Self {
            dir,
            place,
            options,
            published,
            store: OnceLock::new(),
            files: Mutex::default(),
            failure: Mutex::default(),
            is_over: AtomicBool::new(false),
            rescued,
            lock,
            _made: made,
        })
    }

    /// The file by which the folder is held.
    pub fn lock(&self) -> Utf8PathBuf {
        self.lock.path()
    }

    /// Why no further file was taken, if that is so.
    pub fn failure(&self) -> Option<anyhow::Error> {
        let blocked = locked(&self.failure).take()?;
        Some(way::forward(self.not_staged(blocked), &self.dir))
    }

    /// Takes away what was staged, unless it was published. It may be called while nobody gives files.
    pub fn discard(&self) {
        if self.is_over.swap(true, Ordering::SeqCst) {
            return;
        }
        if let Some(Some(store)) = self.store.get() {
            // What cannot be cleared now is cleared by the next run.
            drop(store.clear(&self.place));
            if store.inside.is_some() && self.published.is_none() {
                drop(self.place.parent.remove_folder(&self.place.name));
            }
        }
    }

    /// The staging folder, made where it is not there yet.
    pub(super) fn store(&self) -> Result<&Store, Blocked> {
        let make = || match Store::begin(&self.place, self.options.how) {
            Ok(store) => Some(store),
            Err(blocked) => {
                locked(&self.failure).get_or_insert(blocked);
                None
            }
        };
        let made = self.store.get_or_init(make).as_ref();
        made.ok_or_else(|| {
            let failure = locked(&self.failure).take();
            failure.unwrap_or_else(|| Blocked::Failed(anyhow::anyhow!("the edition could not be staged")))
        })
    }

    fn staged(&self, path: &OutPath, bytes: &[u8]) -> Result<Staged, Blocked> {
        let checksum = Checksum::of(bytes);
        let is_there = self.published.as_ref().is_some_and(|(folder, manifest)| {
            manifest.files.contains_key(path) && folder.holds(path.as_str(), bytes)
        });
        let state = match is_there {
            true => FileState::Same,
            false => FileState::Different(self.store()?.put(bytes)?),
        };
        Ok(Staged { checksum, state })
    }

    pub(super) fn not_staged(&self, blocked: Blocked) -> anyhow::Error {
        match blocked {
            Blocked::Unable(error) => anyhow::Error::new(error)
                .context("the edition cannot change places with the old one here; use `--publish in-place`"),
            Blocked::Failed(error) => {
                error.context(format!("cannot stage the edition; `{}` is as it was", self.place.dir))
            }
        }
    }
}

impl Sink for Staging {
    fn take(&self, path: &OutPath, bytes: &[u8]) {
        if self.is_closed() {
            return;
        }
        let staged = self.options.refuse_if_stopped().and_then(|()| self.staged(path, bytes));
        match staged {
            Ok(staged) => {
                locked(&self.files).insert(path.clone(), staged);
            }
            Err(blocked) => {
                locked(&self.failure).get_or_insert(blocked);
            }
        }
    }

    fn is_closed(&self) -> bool {
        locked(&self.failure).is_some()
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.discard();
    }
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
