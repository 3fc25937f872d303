//! An edition put in place of the one before it; entry points [`claim`], [`Claim::stage`] and [`publish()`].
//!
//! A [`Staging`] takes the files while they are made. Where the disk allows it, the whole edition is staged in a
//! folder beside the published one, and the two change places in one step: until then a fault, a full disk or a kill leaves the old
//! edition as it was. Elsewhere, or when asked for, the files are put into the published folder one
//! by one ([`How::InPlace`]). The next run clears what an end on the way left behind.
//!
//! A folder is only taken over where a manifest says that this program wrote it, and what the
//! manifest does not list is somebody else's: it stays in the new edition and is never lost. So is a
//! listed file with other bytes than the manifest says, which is kept under another name.
//! Everything is reached through handles of folders, so no link leads out of them.
//!
//! Power failure is covered with [`PublishOptions::sync`] only. Without it the next run compares
//! every byte and mends what it finds.

mod place;
mod lock;
mod manifest;
mod file;
mod staged;
mod survey;
mod leftovers;
mod last_build;
mod changed;
mod store;
mod stage;
mod rescue;
mod staging;
mod exchange;
mod in_place;
mod put;
mod way;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

pub use self::last_build::Note;
use self::lock::Lock;
use self::manifest::Manifest;
use self::place::Place;
use self::staged::Staged;
use self::staging::Made;
pub use self::staging::Staging;
use super::{OutPath, OutputTree, Sink as _};
use crate::digest::Digest;

/// How an edition comes to stand in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The new folder and the old one change places in one step.
    Exchange,
    /// Every file is replaced in one step, one after the other; the folder stays the same one.
    InPlace,
}

/// What a caller wants of publishing.
#[derive(Clone, Debug, Default)]
pub struct PublishOptions {
    /// How; without it an exchange, and in place where that is impossible.
    pub how: Option<How>,
    /// Whether everything is brought to the disk before the new edition takes the place of the old.
    pub sync: bool,
    /// Set when the program is asked to stop: the old edition stays, and nothing stays beside it.
    pub stop: Arc<AtomicBool>,
}

/// Every file of a staged edition, and its manifest.
type Whole<'a> = (&'a BTreeMap<OutPath, Staged>, &'a Manifest);

/// What publishing an edition came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files of the edition before that the new one does not have.
    pub deleted: usize,
    /// How it was done; `None` where nothing had to be.
    pub how: Option<How>,
    /// Why it was done in place though nobody asked for that.
    pub in_place_because: Option<String>,
    /// Other people's files in the place of a page, and pages that they changed, by their new names.
    pub renamed: Vec<PathBuf>,
}

/// A folder to publish in, held by this run; others wait until it is dropped.
#[derive(Debug)]
pub struct Claim {
    dir: Utf8PathBuf,
    /// `None` where the folder's parent is missing: nobody can publish there before it is made.
    held: Option<(Place, Lock)>,
}

/// Takes a folder to publish in before the project is read, so that no older edition follows a newer one.
///
/// `waits` is called once when another run holds the folder and this one waits for it, until `stop` is set.
pub fn claim(dir: &Utf8Path, waits: &dyn Fn(), stop: &AtomicBool) -> anyhow::Result<Claim> {
    claimed(dir, waits, stop).map_err(|error| way::forward(error, dir))
}

fn claimed(dir: &Utf8Path, waits: &dyn Fn(), stop: &AtomicBool) -> anyhow::Result<Claim> {
    let parent = dir.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let is_there = place::real(dir)?.is_some() || place::real(parent)?.is_some();
    let held = if is_there { Some(hold(dir, waits, stop)?) } else { None };
    Ok(Claim { dir: dir.to_owned(), held })
}

fn hold(dir: &Utf8Path, waits: &dyn Fn(), stop: &AtomicBool) -> anyhow::Result<(Place, Lock)> {
    let place = Place::of(dir)?;
    // What can be known to be wrong is said before anything is waited for or made.
    place.folder()?;
    let lock = Lock::acquire(&place, waits, stop)?;
    Ok((place, lock))
}

/// Puts an edition in place of whatever this program published in `dir` before.
///
/// Nothing at all is touched where every file is there already. Several runs at once take turns.
pub fn publish(tree: &OutputTree, dir: &Utf8Path) -> anyhow::Result<Published> {
    claim(dir, &|| {}, &AtomicBool::new(false))?.publish(tree, &PublishOptions::default())
}

impl Claim {
    /// The file by which the folder is held, which goes with the claim.
    pub fn lock(&self) -> Option<Utf8PathBuf> {
        self.held.as_ref().map(|(_, lock)| lock.path())
    }

    /// What the last build said, where it was of the same inputs and the folder holds exactly the edition that it made.
    pub fn unchanged(&self, inputs: Digest) -> Option<String> {
        last_build::told(&self.held.as_ref()?.0, inputs)
    }

    /// Begins an edition that will take the place of whatever this program published here before.
    pub fn stage(self, options: PublishOptions) -> anyhow::Result<Staging> {
        let dir = self.dir.clone();
        self.staged(options).map_err(|error| way::forward(error, &dir))
    }

    fn staged(self, options: PublishOptions) -> anyhow::Result<Staging> {
        let Self { dir, held } = self;
        let (held, made) = match held {
            Some(held) => (held, Made(vec![])),
            None => {
                let missing = Made(place::missing_parents(&dir));
                (hold(&dir, &|| {}, &options.stop)?, missing)
            }
        };
        Staging::begin(dir, held, options, made)
    }

    /// Puts an edition that is held in memory in place.
    pub fn publish(self, tree: &OutputTree, options: &PublishOptions) -> anyhow::Result<Published> {
        let staging = self.stage(options.clone())?;
        let files: Vec<_> = tree.iter().collect();
        files.into_par_iter().for_each(|(path, bytes)| staging.take(path, bytes));
        staging.publish(None)
    }
}

/// Why an edition was not published in one of the ways.
#[derive(Debug)]
enum Blocked {
    /// Not in this way: the disk or the rights of the caller do not allow it.
    Unable(io::Error),
    /// The machine failed.
    Failed(anyhow::Error),
}

impl Blocked {
    fn with_context(self, context: &str) -> Self {
        Self::Failed(self.into_error().context(context.to_owned()))
    }

    fn into_error(self) -> anyhow::Error {
        match self {
            Self::Unable(error) => error.into(),
            Self::Failed(error) => error,
        }
    }
}

impl From<io::Error> for Blocked {
    fn from(error: io::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl PublishOptions {
    fn refuse_if_stopped(&self) -> Result<(), Blocked> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Blocked::Failed(anyhow::anyhow!("the program was asked to stop")));
        }
        Ok(())
    }
}
