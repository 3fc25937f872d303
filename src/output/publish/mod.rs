//! An edition put in place of the one before it; entry point [`publish`].
//!
//! The whole edition is staged in a folder beside the published one, and the two change places in
//! one step of the disk. Until then a fault, a full disk or a kill leaves the old edition as it
//! was; the next run clears what such an end left behind. A folder is only taken over where a
//! manifest says that this program wrote it, and what the manifest does not list is somebody
//! else's: it is carried into the new edition and never lost.
//!
//! Power failure is not covered: files are not forced to disk one by one. The next run compares
//! every byte and mends what it finds.

mod place;
mod lock;
mod manifest;
mod survey;
mod stage;
mod swap;

#[cfg(test)]
mod tests;

use anyhow::Context as _;
use camino::Utf8Path;

use self::lock::Lock;
use self::manifest::Manifest;
use self::place::Place;
use self::survey::Survey;
use super::OutputTree;

/// What publishing an edition came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files of the edition before that the new one does not have.
    pub deleted: usize,
}

/// Puts an edition in place of whatever this program published in `dir` before.
///
/// Nothing at all is touched where every file is there already. Several runs at once take turns.
pub fn publish(tree: &OutputTree, dir: &Utf8Path) -> anyhow::Result<Published> {
    let place = Place::of(dir)?;
    let _lock = Lock::acquire(&place)?;
    swap::recover(&place).with_context(|| format!("cannot clear what an earlier run left beside `{dir}`"))?;
    let survey = Survey::of(&place)?;
    survey.refuse_conflicts(tree)?;
    let manifest = Manifest::of(tree);
    let states = stage::compare(tree, &survey);
    let published = count(&states, &survey, tree);
    if survey.manifest.as_ref() == Some(&manifest) && published.written == 0 && published.deleted == 0 {
        return Ok(published);
    }
    let staged = stage::stage(&place, &survey, &states).and_then(|()| manifest.write(&place.staging));
    if let Err(error) = staged {
        // The fault to report is the first one; what cannot be cleared now is cleared by the next run.
        drop(fs_err::remove_dir_all(&place.staging));
        return Err(error.context(format!("cannot stage the edition; `{dir}` is as it was")));
    }
    swap::swap(&place)
        .with_context(|| format!("cannot put the new edition in place; `{dir}` is as it was"))?;
    swap::sweep(&place);
    Ok(published)
}

fn count(states: &[stage::Staged<'_>], survey: &Survey, tree: &OutputTree) -> Published {
    let unchanged = states.iter().filter(|staged| staged.state == stage::FileState::Same).count();
    let deleted = survey.ours.iter().filter(|path| tree.get(path.as_str()).is_none()).count();
    Published { written: states.len() - unchanged, unchanged, deleted }
}
