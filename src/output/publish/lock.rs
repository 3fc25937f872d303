//! One run publishes at a time: [`Lock`].
//!
//! The lock belongs to the open file, not to its name, so the system lifts it however a run ends.

use std::fs::TryLockError;
use std::time::Duration;

use anyhow::{Context as _, bail};
use fs_err::File;

use super::place::Place;

/// Publishing takes well under a second; whoever holds the lock longer is stuck.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_millis(100);

/// Held while an edition is published.
pub(super) struct Lock {
    _file: File,
    place: Place,
}

impl Lock {
    /// Waits for whoever else publishes in the same place.
    pub fn acquire(place: &Place) -> anyhow::Result<Self> {
        for _ in 0..TRIES {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&place.lock)
                .with_context(|| format!("cannot prepare to publish in `{}`", place.dir))?;
            match file.try_lock() {
                Ok(()) if is_current(&file, place) => return Ok(Self { _file: file, place: place.clone() }),
                // The run before removed the file between opening and locking it: try the new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock `{}`", place.lock));
                }
            }
        }
        bail!("another run has been publishing in `{}` for half a minute; end it and build again", place.dir);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, so that nobody locks a file that is about to go. Where it
        // cannot be removed it stays, and does no harm.
        drop(fs_err::remove_file(&self.place.lock));
    }
}

/// Whether the name still stands for the file that was locked.
#[cfg(unix)]
fn is_current(file: &File, place: &Place) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs_err::metadata(&place.lock)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// An open file cannot be removed here.
#[cfg(not(unix))]
fn is_current(_file: &File, _place: &Place) -> bool {
    true
}
