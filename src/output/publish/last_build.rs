//! What is kept of the last build beside its edition, so that the same build again renders nothing: [`Note`].
//!
//! Entry points: [`keep`], [`told`]. Whatever is odd about the file (cut short, a flipped bit, another version) or
//! about the published folder means that nothing is known, and the edition is built. The file can be deleted at any
//! time; where it cannot be written, nothing is kept and nobody is told. It is no part of the edition.

use std::path::Path;

use rayon::prelude::*;

use super::manifest::{Manifest, Print};
use super::place::Place;
use super::survey::Survey;
use super::{file, leftovers};
use crate::digest::Digest;
use crate::disk::{EntryKind, Folder};
use crate::output::OutPath;

const FIRST_LINE: &str = "# variorum last build 1: may be deleted at any time";

/// A file above this size is none of ours: the faults of a very large edition take a few megabytes.
const BYTES_MAX: u64 = 64 << 20;

/// What a build was made of and what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The digest of everything that was read.
    pub inputs: Digest,
    /// What the build said, in the caller's own form.
    pub told: String,
}

/// Keeps a note beside an edition that has just been published; where that fails, nothing is kept.
pub(super) fn keep(place: &Place, manifest: &Manifest, note: &Note) {
    let (parent, name) = (&place.parent, place.last_build());
    let text = to_text(manifest, note);
    let is_file_or_missing =
        parent.entry(&name).is_ok_and(|entry| entry.is_none_or(|entry| entry.kind == EntryKind::File));
    if !is_file_or_missing || parent.holds(&name, text.as_bytes()) {
        return;
    }
    // A digest in it tells a file that was cut short, so it need not wait for the disk.
    let part = format!("{name}.part");
    drop(parent.remove_file(&part));
    let kept = parent
        .write_new(&part, text.as_bytes())
        .and_then(|()| parent.rename(&part, (parent, Path::new(&name))));
    if kept.is_err() {
        drop(parent.remove_file(&part));
    }
}

/// What a build of the same inputs said, where the published folder holds exactly the edition that it made.
pub(super) fn told(place: &Place, inputs: Digest) -> Option<String> {
    let (parent, name) = (&place.parent, place.last_build());
    if parent.entry(&name).ok()??.kind != EntryKind::File {
        return None;
    }
    let text = String::from_utf8(parent.read(&name, BYTES_MAX).ok()?).ok()?;
    let (of_manifest, note) = parse(&text).filter(|(_, note)| note.inputs == inputs)?;
    // What a run that was killed left behind is cleared by a build.
    if parent.entry(place.staging()).ok()?.is_some() {
        return None;
    }
    let published = place.folder().ok()??;
    if published.entry(leftovers::INSIDE).ok()?.is_some() {
        return None;
    }
    let survey = Survey::scan(&published).ok()?;
    let manifest = survey.manifest.as_ref()?;
    let is_whole = manifest.digest() == of_manifest
        && survey.ours.len() == manifest.files.len()
        && manifest.files.par_iter().all(|(path, print)| holds(&published, path, *print));
    is_whole.then_some(note.told)
}

fn holds(published: &Folder, path: &OutPath, print: Print) -> bool {
    file::read(published, Path::new(path.as_str())).is_ok_and(|bytes| print.is_of(&bytes))
}

fn to_text(manifest: &Manifest, note: &Note) -> String {
    let rest = format!("{}\n{}\n{}", note.inputs, manifest.digest(), note.told);
    format!("{FIRST_LINE}\n{}\n{rest}", Digest::of(rest.as_bytes()))
}

/// The digest of the manifest and the note; `None` where the file is not as it was written.
fn parse(text: &str) -> Option<(Digest, Note)> {
    let (digest, rest) = text.strip_prefix(FIRST_LINE)?.strip_prefix('\n')?.split_once('\n')?;
    if digest != Digest::of(rest.as_bytes()).to_string() {
        return None;
    }
    let (inputs, rest) = rest.split_once('\n')?;
    let (manifest, told) = rest.split_once('\n')?;
    let note = Note { inputs: Digest::from_hex(inputs)?, told: told.to_owned() };
    Some((Digest::from_hex(manifest)?, note))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use camino::Utf8PathBuf;
    use fs_err as fs;

    use super::*;
    use crate::output::publish::{PublishOptions, Published, claim};
    use crate::output::{OutputTree, Sink as _};

    struct Desk {
        _dir: tempfile::TempDir,
        site: Utf8PathBuf,
        kept: Utf8PathBuf,
    }

    fn note() -> Note {
        Note { inputs: Digest::of(b"what was read"), told: "2 pages\nall is well".to_owned() }
    }

    impl Desk {
        /// A desk with an edition and what was kept of it.
        fn published() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let root = Utf8PathBuf::from_path_buf(dir.path().canonicalize().unwrap()).unwrap();
            let (site, kept) = (root.join("site"), root.join(".site.variorum-last-build"));
            let desk = Self { _dir: dir, site, kept };
            desk.publish();
            desk
        }

        fn publish(&self) -> Published {
            let mut tree = OutputTree::default();
            tree.insert(OutPath::new("index.html").unwrap(), *b"<p>a").unwrap();
            tree.insert(OutPath::new("events/a.html").unwrap(), *b"<p>b").unwrap();
            let claim = claim(&self.site, &|| {}, &AtomicBool::new(false)).unwrap();
            let staging = claim.stage(PublishOptions::default()).unwrap();
            tree.iter().for_each(|(path, bytes)| staging.take(path, bytes));
            staging.publish(Some(&note())).unwrap()
        }

        fn told(&self, inputs: Digest) -> Option<String> {
            claim(&self.site, &|| {}, &AtomicBool::new(false)).unwrap().unchanged(inputs)
        }

        fn is_known(&self) -> bool {
            self.told(note().inputs).is_some()
        }
    }

    #[test]
    fn the_same_inputs_are_told_what_they_were_told_and_others_nothing() {
        let desk = Desk::published();
        assert_eq!(desk.told(note().inputs), Some(note().told));
        assert_eq!(desk.told(Digest::of(b"another text")), None);
        assert!(!desk.site.join(".site.variorum-last-build").exists(), "it is no part of the edition");
    }

    #[test]
    fn a_note_that_was_cut_short_or_changed_anywhere_is_none_and_the_next_build_mends_it() {
        let desk = Desk::published();
        let whole = fs::read(&desk.kept).unwrap();
        for n in 0..whole.len() {
            fs::write(&desk.kept, &whole[..n]).unwrap();
            assert!(!desk.is_known(), "{n} bytes");
            let mut flipped = whole.clone();
            flipped[n] ^= 1;
            fs::write(&desk.kept, &flipped).unwrap();
            assert!(!desk.is_known(), "byte {n}");
        }
        fs::write(&desk.kept, [&whole[..], b"x"].concat()).unwrap();
        assert!(!desk.is_known(), "a byte more");
        assert_eq!(desk.publish().unchanged, 2);
        assert_eq!(fs::read(&desk.kept).unwrap(), whole);
        fs::remove_file(&desk.kept).unwrap();
        assert!(!desk.is_known());
    }

    #[test]
    fn an_edition_that_is_not_as_it_was_published_is_not_known() {
        let check = |what: &str, change: &dyn Fn(&Desk)| {
            let desk = Desk::published();
            assert!(desk.is_known());
            change(&desk);
            assert!(!desk.is_known(), "{what}");
            desk.publish();
            assert!(desk.is_known(), "{what}: built again");
        };
        check("other bytes of the same length", &|desk| {
            fs::write(desk.site.join("events/a.html"), "<p>c").unwrap();
        });
        check("a page is missing", &|desk| fs::remove_file(desk.site.join("index.html")).unwrap());
        check("the edition is missing", &|desk| fs::remove_dir_all(&desk.site).unwrap());
        check("the manifest lists less", &|desk| {
            let manifest = desk.site.join(OutPath::MANIFEST);
            let text = fs::read_to_string(&manifest).unwrap();
            fs::write(&manifest, text.lines().take(2).map(|line| format!("{line}\n")).collect::<String>())
                .unwrap();
            fs::remove_file(desk.site.join("index.html")).unwrap();
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_neither_read_nor_replaced() {
        let desk = Desk::published();
        let aside = desk.site.with_file_name("aside");
        fs::rename(&desk.kept, &aside).unwrap();
        std::os::unix::fs::symlink(&aside, &desk.kept).unwrap();
        assert!(!desk.is_known());
        desk.publish();
        assert!(desk.kept.is_symlink());
    }

    #[test]
    fn what_others_put_beside_the_pages_changes_nothing() {
        let desk = Desk::published();
        fs::write(desk.site.join("CNAME"), "desk.org").unwrap();
        assert!(desk.is_known());
    }
}
