//! The old edition and the new one change places in one step of the disk; entry point [`publish`].
//!
//! After the exchange the staging folder holds the old edition, which is then taken away. A run
//! that is killed leaves the one or the other beside the published folder; [`super::leftovers`] clears it.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::leftovers::{self, finish};
use super::place::Place;
use super::rescue::{Newer, remove_what_went, rescue};
use super::stage::stage;
use super::staging::Staging;
use super::store::Store;
use super::survey::Survey;
use super::{Blocked, PublishOptions, Whole};
use crate::disk::{Access, Folder, cannot_exchange};

/// Puts a staged edition in place; returns what other people's files were renamed to.
pub(super) fn publish(
    staging: &Staging,
    store: &Store,
    survey: &Survey,
    edition: Whole<'_>,
) -> Result<Vec<PathBuf>, Blocked> {
    let (place, options) = (&staging.place, &staging.options);
    let published = place.folder().map_err(Blocked::Failed)?;
    fill(store, (published.as_ref(), survey), edition, options)?;
    swap(place, published.is_some())?;
    // From here on the staging folder holds the old edition, and files of other people with it.
    staging.is_over.store(true, Ordering::SeqCst);
    if options.sync {
        Access::sync_disk(&place.parent)?;
    }
    // The edition is published by now, so what cannot be taken away is left to the next run.
    Ok(published.map_or_else(Vec::new, |_| sweep(place, survey).unwrap_or_default()))
}

/// Puts everything into its place in the staging folder, the manifest last.
pub(super) fn fill(
    store: &Store,
    (published, survey): (Option<&Folder>, &Survey),
    (files, manifest): Whole<'_>,
    options: &PublishOptions,
) -> Result<(), Blocked> {
    let staging = &store.staging;
    let modes = stage(store, (published, survey), files, options)?;
    manifest.write(staging, staging)?;
    finish(staging)?;
    modes.set(staging)?;
    if options.sync {
        Access::sync_disk(staging)?;
    }
    options.refuse_if_stopped()
}

/// Puts the staged edition in place; the old one, if any, is then in the staging folder.
pub(super) fn swap(place: &Place, is_there: bool) -> Result<(), Blocked> {
    let staging = place.staging();
    let swapped = if is_there {
        Access::exchange(&place.parent, &staging, &place.name)
    } else {
        place.parent.rename(&staging, (&place.parent, Path::new(&place.name)))
    };
    swapped.map_err(|error| if cannot_exchange(&error) { Blocked::Unable(error) } else { error.into() })
}

/// Takes the old edition away, after bringing over whatever was put there in the meantime.
pub(super) fn sweep(place: &Place, carried: &Survey) -> anyhow::Result<Vec<PathBuf>> {
    let staging = place.staging();
    let old = place.parent.sub(&staging)?;
    // It may forbid writing, and is nobody's edition any more.
    drop(Access::set_mode(&old, Path::new(""), 0o700));
    let mut renamed = vec![];
    if let Some(new) = place.folder()? {
        renamed = rescue(&old, &new, Newer::Old)?;
        remove_what_went(carried, &old, &new)?;
    }
    drop(old);
    leftovers::clear(&place.parent, &staging)?;
    Ok(renamed)
}
