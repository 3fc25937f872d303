//! One run at a time publishes in a place: [`Lock`].

use std::fs::TryLockError;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context as _, bail};
use camino::Utf8PathBuf;
use fs_err::File;

use super::place::Place;
use crate::disk::{EntryKind, Folder};

/// Builds hold the lock from before they read the project; nobody waits for one longer than this.
const TRIES: u32 = 6_000;
const PAUSE: Duration = Duration::from_millis(100);
/// After so many tries the caller is told that there is something to wait for.
const PATIENCE: u32 = 10;

/// The lock's name inside the published folder, where nothing can be made beside it.
pub(super) const INSIDE: &str = ".variorum-lock";

/// Held from before a project is read until its edition is published.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    folder: Folder,
    name: String,
}

/// Who waits for a lock.
struct Waiting<'a> {
    place: &'a Place,
    waits: &'a dyn Fn(),
    stop: &'a AtomicBool,
}

impl Lock {
    /// Waits for whoever else publishes in the same place.
    pub fn acquire(place: &Place, waits: &dyn Fn(), stop: &AtomicBool) -> anyhow::Result<Self> {
        let waiting = Waiting { place, waits, stop };
        let beside = Self::wait(&place.parent, &place.lock(), &waiting);
        match (beside, place.folder()?) {
            // Where nothing can be made beside the edition, it is published in place and locked there.
            (Err(error), Some(folder)) if is_forbidden(&error) => {
                let inside = folder.sub_through_links(".")?;
                Self::wait(&inside, INSIDE, &waiting)
            }
            (lock, _) => lock,
        }
        .with_context(|| format!("cannot prepare to publish in `{}`", place.dir))
    }

    /// Where the lock is.
    pub fn path(&self) -> Utf8PathBuf {
        self.folder.path().join(&self.name)
    }

    fn wait(folder: &Folder, name: &str, waiting: &Waiting<'_>) -> anyhow::Result<Self> {
        for n_tries in 0..TRIES {
            if waiting.stop.load(Ordering::SeqCst) {
                bail!("the program was asked to stop");
            }
            clear_what_is_no_lock(folder, name)?;
            let file = folder.open_lock(name)?;
            match file.try_lock() {
                Ok(()) if is_current(&file, folder, name) => {
                    let folder = folder.sub_through_links(".")?;
                    return Ok(Self { _file: file, folder, name: name.to_owned() });
                }
                // The run before removed the file between opening and locking it: try the new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    if n_tries == PATIENCE {
                        (waiting.waits)();
                    }
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock `{}`", folder.path().join(name)));
                }
            }
        }
        bail!(
            "another run has been publishing in `{}` for ten minutes; end it and build again",
            waiting.place.dir
        );
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, so that nobody locks a file that is about to go. Where it
        // cannot be removed it stays, and does no harm.
        drop(self.folder.remove_file(&self.name));
    }
}

/// A lock is an empty file; a link of its name is removed, anything else is somebody else's.
fn clear_what_is_no_lock(folder: &Folder, name: &str) -> anyhow::Result<()> {
    let Some(entry) = folder.entry(name)? else { return Ok(()) };
    match entry.kind {
        EntryKind::File if entry.len == 0 => Ok(()),
        EntryKind::Link => Ok(folder.remove_file(name)?),
        EntryKind::File | EntryKind::Folder | EntryKind::Special => bail!(
            "`{}` is not a lock of this program, and its name is needed to publish; move it away",
            folder.path().join(name)
        ),
    }
}

fn is_forbidden(error: &anyhow::Error) -> bool {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    matches!(kind, Some(io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem))
}

/// Whether the name still stands for the file that was locked.
#[cfg(unix)]
fn is_current(file: &File, folder: &Folder, name: &str) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), folder.entry(name)) {
        (Ok(held), Ok(Some(named))) => named.identity.is(held.dev(), held.ino()),
        _ => false,
    }
}

/// An open file cannot be removed here.
#[cfg(not(unix))]
fn is_current(_file: &File, _folder: &Folder, _name: &str) -> bool {
    true
}
