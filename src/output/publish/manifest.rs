//! What this program wrote into a folder: [`Manifest`].
//!
//! One line a file, `<SHA-256>  <path>`, which `sha256sum --check` reads as well. While an edition is put in place
//! file by file, a file that is being replaced has two lines: what it will hold, and what it held before.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;

use std::path::Path;

use rayon::prelude::*;

use crate::digest::Digest;
use crate::disk::{Access, Folder};
use crate::output::{OutPath, OutputTree};

const FIRST_LINE: &str = "# variorum manifest 1: the program wrote these files and may delete them";

/// Its name while it is written.
const PART: &str = ".variorum-manifest.part";

/// The files of an edition with their digests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub files: BTreeMap<OutPath, Digest>,
    /// What files that are being replaced one by one may still hold.
    before: BTreeSet<(OutPath, Digest)>,
}

impl Manifest {
    /// The manifest of an edition.
    pub fn of(tree: &OutputTree) -> Self {
        let files: Vec<_> = tree.iter().collect();
        let files = files.into_par_iter().map(|(path, bytes)| (path.clone(), Digest::of(bytes))).collect();
        Self { files, before: BTreeSet::new() }
    }

    /// The digest of the manifest itself.
    pub fn digest(&self) -> Digest {
        Digest::of(self.to_text().as_bytes())
    }

    /// Reads a manifest; `None` where this program did not write it as it stands.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return None;
        }
        let file = |line: &str| {
            let (digest, path) = line.split_once("  ")?;
            Some((OutPath::new(path).ok()?, Digest::from_hex(digest)?))
        };
        let mut manifest = Self { files: BTreeMap::new(), before: BTreeSet::new() };
        for line in lines {
            let (path, digest) = file(line)?;
            match manifest.files.entry(path) {
                Entry::Vacant(entry) => _ = entry.insert(digest),
                Entry::Occupied(entry) => _ = manifest.before.insert((entry.key().clone(), digest)),
            }
        }
        Some(manifest)
    }

    /// Whether this program wrote such bytes at a path.
    pub fn wrote(&self, path: &OutPath, digest: Digest) -> bool {
        self.files.get(path) == Some(&digest) || self.before.contains(&(path.clone(), digest))
    }

    /// Writes it into `folder`, as the last file of an edition, by way of a file in `staging`.
    ///
    /// It appears under its name in one step: a run that is killed while writing leaves no
    /// manifest that lacks lines, by which files of ours would pass for somebody else's.
    pub fn write(&self, staging: &Folder, folder: &Folder) -> io::Result<()> {
        staging.write_new(PART, self.to_text().as_bytes())?;
        Access::set_mode(staging, Path::new(PART), 0o644)?;
        staging.rename(PART, (folder, Path::new(OutPath::MANIFEST)))
    }

    /// What a folder may hold while this edition takes the place of another, file by file.
    pub fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.before.extend(other.before.iter().cloned());
        for (path, digest) in &other.files {
            match both.files.get(path) {
                None => drop(both.files.insert(path.clone(), *digest)),
                Some(new) if new == digest => {}
                Some(_) => drop(both.before.insert((path.clone(), *digest))),
            }
        }
        both
    }

    fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\n");
        for (path, digest) in &self.files {
            writeln!(text, "{digest}  {path}").expect("writing to a String cannot fail");
        }
        for (path, digest) in &self.before {
            writeln!(text, "{digest}  {path}").expect("writing to a String cannot fail");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back() {
        let mut tree = OutputTree::default();
        tree.insert(OutPath::new("a b/ឯក.html").unwrap(), *b"x").unwrap();
        tree.insert(OutPath::new("index.html").unwrap(), *b"").unwrap();
        let manifest = Manifest::of(&tree);
        assert_eq!(Manifest::parse(&manifest.to_text()), Some(manifest));
    }

    #[test]
    fn two_manifests_in_one_know_what_either_edition_wrote() {
        let of = |text: &str| {
            let mut tree = OutputTree::default();
            tree.insert(OutPath::new("index.html").unwrap(), text.as_bytes()).unwrap();
            tree.insert(OutPath::new(format!("{text}.html")).unwrap(), *b"").unwrap();
            Manifest::of(&tree)
        };
        let both = of("c").with(&of("b").with(&of("a")));
        assert_eq!(Manifest::parse(&both.to_text()).as_ref(), Some(&both));
        let index = OutPath::new("index.html").unwrap();
        for text in ["a", "b", "c"] {
            assert!(both.wrote(&index, Digest::of(text.as_bytes())), "{text}");
            assert!(both.files.contains_key(&OutPath::new(format!("{text}.html")).unwrap()));
        }
        assert!(!both.wrote(&index, Digest::of(b"by hand")));
    }

    #[test]
    fn a_damaged_or_hostile_manifest_is_none() {
        let digest = Digest::of(b"");
        for text in [
            String::new(),
            "index.html".to_owned(),
            format!("{FIRST_LINE}\n<<<<<<< HEAD\n"),
            format!("{FIRST_LINE}\n{digest}  ../../etc/passwd\n"),
            format!("{FIRST_LINE}\n{digest}  /etc/passwd\n"),
            format!("{FIRST_LINE}\n{digest} index.html\n"),
        ] {
            assert_eq!(Manifest::parse(&text), None, "{text}");
        }
    }
}
