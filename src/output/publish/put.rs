//! In which of the two ways a staged edition comes to its place; entry point [`Staging::publish`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::last_build::{self, Note};
use super::leftovers::{self, INSIDE};
use super::manifest::Manifest;
use super::staged::{FileState, Staged};
use super::staging::{Staging, locked};
use super::store::{Store, published};
use super::survey::Survey;
use super::{Blocked, How, Published, Whole, exchange, in_place, way};
use crate::output::OutPath;

impl Staging {
    /// Puts the edition in place of whatever this program published here before; `note` is kept for
    /// [`super::Claim::unchanged`].
    ///
    /// Nothing at all is touched where every file is there already.
    pub fn publish(&self, note: Option<&Note>) -> anyhow::Result<Published> {
        if let Some(failure) = self.failure() {
            return Err(failure);
        }
        self.put_in_place(note).map_err(|error| way::forward(error, &self.dir))
    }

    fn put_in_place(&self, note: Option<&Note>) -> anyhow::Result<Published> {
        let files = std::mem::take(&mut *locked(&self.files));
        let folder = self.place.folder()?;
        // Looked at again: what others put there while the edition was made is theirs.
        let survey = Survey::of(folder.as_ref())?;
        survey.refuse_conflicts(&files, folder.as_ref())?;
        drop(folder);
        let manifest = Manifest::of(&files);
        let published = Published { renamed: self.rescued.clone(), ..count(&files, &survey) };
        let is_there =
            survey.manifest.as_ref() == Some(&manifest) && published.written == 0 && published.deleted == 0;
        let published =
            if is_there { published } else { put(self, &survey, (&files, &manifest), published)? };
        if let Some(note) = note {
            last_build::keep(&self.place, &manifest, note);
        }
        self.is_over.store(true, Ordering::SeqCst);
        Ok(published)
    }
}

/// Puts a staged edition in place: by an exchange where that is possible and nobody asked for another way.
fn put(
    staging: &Staging,
    survey: &Survey,
    edition: Whole<'_>,
    counted: Published,
) -> anyhow::Result<Published> {
    let store = staging.store().map_err(|blocked| staging.not_staged(blocked))?;
    let renamed = |new: Vec<PathBuf>| counted.renamed.iter().cloned().chain(new).collect();
    let in_place = |new, because| Published {
        how: Some(How::InPlace),
        in_place_because: because,
        renamed: renamed(new),
        ..counted.clone()
    };
    if let Some(folder) = &store.inside {
        let new = in_place::publish((store, folder), survey, edition, &staging.options);
        return Ok(in_place(new.map_err(Blocked::into_error)?, store.because.clone()));
    }
    match exchange::publish(staging, store, survey, edition) {
        Ok(new) => Ok(Published { how: Some(How::Exchange), renamed: renamed(new), ..counted }),
        Err(Blocked::Unable(error)) if staging.options.how.is_none() => {
            let new = bring_inside(staging, store, survey, edition).map_err(Blocked::into_error)?;
            staging.is_over.store(true, Ordering::SeqCst);
            // What cannot be cleared now is cleared by the next run.
            drop(store.clear(&staging.place));
            Ok(in_place(new, Some(error.to_string())))
        }
        Err(blocked) => Err(staging.not_staged(blocked)),
    }
}

/// Publishes in place what was staged for an exchange that turned out to be impossible.
fn bring_inside(
    staging: &Staging,
    beside: &Store,
    survey: &Survey,
    edition: Whole<'_>,
) -> Result<Vec<PathBuf>, Blocked> {
    let folder = published(&staging.place)?;
    let store = Store::begin_inside(folder.sub_through_links(".")?, None)?;
    let as_it_was = format!("cannot stage the edition; `{}` is as it was", folder.path());
    let handed = edition.0.par_iter().try_for_each(|(path, file)| {
        staging.options.refuse_if_stopped()?;
        match file.state {
            FileState::Different(n) => beside.hand_over((n, Path::new(path.as_str())), &store)?,
            FileState::Same => {}
        }
        Ok::<(), Blocked>(())
    });
    let put = handed
        .map_err(|blocked| blocked.with_context(&as_it_was))
        .and_then(|()| in_place::publish((&store, &folder), survey, edition, &staging.options));
    if put.is_err() {
        // The fault to report is the first one; what cannot be cleared now is cleared by the next run.
        drop(leftovers::clear(&folder, INSIDE));
    }
    put
}

fn count(files: &BTreeMap<OutPath, Staged>, survey: &Survey) -> Published {
    let unchanged = files.values().filter(|staged| staged.state == FileState::Same).count();
    let deleted = survey.ours.iter().filter(|path| !files.contains_key(path)).count();
    Published {
        written: files.len() - unchanged,
        unchanged,
        deleted,
        how: None,
        in_place_because: None,
        renamed: vec![],
    }
}
