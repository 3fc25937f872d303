//! What this program wrote into a folder: [`Manifest`].
//!
//! One line a file, `<print>  <path>`. A print is the XXH3 of 128 bits, and in a manifest of the first form SHA-256.
//! While an edition is put in place file by file, a file that is being replaced has two lines: what it will hold, and
//! what it held before.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::io;

use std::path::Path;

use super::staged::Staged;
use crate::digest::{Checksum, Digest};
use crate::disk::{Access, Folder};
use crate::output::OutPath;

const FIRST_LINE: &str = "# variorum manifest 2: the program wrote these files and may delete them";
const FIRST_LINE_OF_1: &str = "# variorum manifest 1: the program wrote these files and may delete them";

/// Its name while it is written.
const PART: &str = ".variorum-manifest.part";

/// The files of an edition with their prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub files: BTreeMap<OutPath, Print>,
    /// What files that are being replaced one by one may still hold.
    before: BTreeMap<OutPath, BTreeSet<Print>>,
}

/// By what the bytes of a file are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Print {
    Checksum(Checksum),
    /// Of a manifest of the first form.
    Digest(Digest),
}

impl Print {
    /// Whether it is the print of these bytes.
    pub fn is_of(self, bytes: &[u8]) -> bool {
        match self {
            Self::Checksum(checksum) => checksum == Checksum::of(bytes),
            Self::Digest(digest) => digest == Digest::of(bytes),
        }
    }

    fn from_hex(text: &str) -> Option<Self> {
        Checksum::from_hex(text).map(Self::Checksum).or_else(|| Digest::from_hex(text).map(Self::Digest))
    }
}

impl fmt::Display for Print {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checksum(checksum) => checksum.fmt(f),
            Self::Digest(digest) => digest.fmt(f),
        }
    }
}

impl Manifest {
    /// The manifest of an edition.
    pub fn of(files: &BTreeMap<OutPath, Staged>) -> Self {
        let print = |file: &Staged| Print::Checksum(file.checksum);
        let files = files.iter().map(|(path, file)| (path.clone(), print(file))).collect();
        Self { files, before: BTreeMap::new() }
    }

    /// The digest of the manifest itself.
    pub fn digest(&self) -> Digest {
        Digest::of(self.to_text().as_bytes())
    }

    /// Reads a manifest; `None` where this program did not write it as it stands.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        lines.next().filter(|first| [FIRST_LINE, FIRST_LINE_OF_1].contains(first))?;
        let mut manifest = Self::default();
        for line in lines {
            let (print, path) = line.split_once("  ")?;
            let (path, print) = (OutPath::new(path).ok()?, Print::from_hex(print)?);
            match manifest.files.entry(path) {
                Entry::Vacant(new) => {
                    new.insert(print);
                }
                Entry::Occupied(known) => {
                    manifest.before.entry(known.key().clone()).or_default().insert(print);
                }
            }
        }
        Some(manifest)
    }

    /// Whether this program wrote such bytes at a path.
    pub fn wrote(&self, path: &OutPath, bytes: &[u8]) -> bool {
        let before = self.before.get(path).into_iter().flatten();
        self.files.get(path).into_iter().chain(before).any(|print| print.is_of(bytes))
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
        for (path, prints) in &other.before {
            both.before.entry(path.clone()).or_default().extend(prints);
        }
        for (path, print) in &other.files {
            match both.files.get(path) {
                None => drop(both.files.insert(path.clone(), *print)),
                Some(new) if new == print => {}
                Some(_) => drop(both.before.entry(path.clone()).or_default().insert(*print)),
            }
        }
        both
    }

    fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\n");
        let before =
            self.before.iter().flat_map(|(path, prints)| prints.iter().map(move |print| (path, print)));
        for (path, print) in self.files.iter().chain(before) {
            writeln!(text, "{print}  {path}").expect("writing to a String cannot fail");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> OutPath {
        OutPath::new(path).unwrap()
    }

    fn of(files: &[(&str, &str)]) -> Manifest {
        let print = |text: &str| Print::Checksum(Checksum::of(text.as_bytes()));
        let files = files.iter().map(|(name, text)| (path(name), print(text)));
        Manifest { files: files.collect(), before: BTreeMap::new() }
    }

    #[test]
    fn a_manifest_reads_back() {
        let manifest = of(&[("a b/ឯក.html", "x"), ("index.html", "")]);
        assert_eq!(Manifest::parse(&manifest.to_text()), Some(manifest));
    }

    #[test]
    fn two_manifests_in_one_know_what_either_edition_wrote() {
        let of = |text: &str| of(&[("index.html", text), (&format!("{text}.html"), "")]);
        let both = of("c").with(&of("b").with(&of("a")));
        assert_eq!(Manifest::parse(&both.to_text()).as_ref(), Some(&both));
        for text in ["a", "b", "c"] {
            assert!(both.wrote(&path("index.html"), text.as_bytes()), "{text}");
            assert!(both.files.contains_key(&path(&format!("{text}.html"))));
        }
        assert!(!both.wrote(&path("index.html"), b"by hand"));
    }

    #[test]
    fn a_manifest_of_the_first_form_knows_its_files_by_sha_256() {
        let digest = Digest::of(b"x");
        let first = Manifest::parse(&format!("{FIRST_LINE_OF_1}\n{digest}  index.html\n")).unwrap();
        let index = path("index.html");
        assert!(first.wrote(&index, b"x") && !first.wrote(&index, b"y"));
        let both = of(&[("index.html", "y")]).with(&first);
        let both = Manifest::parse(&both.to_text()).unwrap();
        assert!(both.wrote(&index, b"x") && both.wrote(&index, b"y") && !both.wrote(&index, b"z"));
    }

    #[test]
    fn a_damaged_or_hostile_manifest_is_none() {
        let checksum = Checksum::of(b"");
        for text in [
            String::new(),
            "index.html".to_owned(),
            format!("{FIRST_LINE}\n<<<<<<< HEAD\n"),
            format!("{FIRST_LINE}\n{checksum}  ../../etc/passwd\n"),
            format!("{FIRST_LINE}\n{checksum}  /etc/passwd\n"),
            format!("{FIRST_LINE}\n{checksum} index.html\n"),
            "# variorum manifest 3: of another program\n".to_owned(),
        ] {
            assert_eq!(Manifest::parse(&text), None, "{text}");
        }
    }
}
