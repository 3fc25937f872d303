//! What this program wrote into a folder: [`Manifest`].
//!
//! One line a file, `<SHA-256>  <path>`, which `sha256sum --check` reads as well.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use camino::Utf8Path;
use rayon::prelude::*;

use super::stage;
use crate::digest::Digest;
use crate::output::{OutPath, OutputTree};

const FIRST_LINE: &str = "# variorum manifest 1: the program wrote these files and may delete them";

/// The files of an edition with their digests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub files: BTreeMap<OutPath, Digest>,
}

impl Manifest {
    /// The manifest of an edition.
    pub fn of(tree: &OutputTree) -> Self {
        let files: Vec<_> = tree.iter().collect();
        Self { files: files.into_par_iter().map(|(path, bytes)| (path.clone(), Digest::of(bytes))).collect() }
    }

    /// Its name while it is written.
    pub const PART: &'static str = ".variorum-manifest.part";

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
        Some(Self { files: lines.map(file).collect::<Option<_>>()? })
    }

    /// Writes it into a folder, as the last file of an edition.
    ///
    /// It appears under its name in one step: a run that is killed while writing leaves no
    /// manifest that lacks lines, by which files of ours would pass for somebody else's.
    pub fn write(&self, dir: &Utf8Path) -> anyhow::Result<()> {
        let part = dir.join(Self::PART);
        stage::write_new(&part, self.to_text().as_bytes())?;
        fs_err::rename(part, dir.join(OutPath::MANIFEST))?;
        Ok(())
    }

    fn to_text(&self) -> String {
        let mut text = format!("{FIRST_LINE}\n");
        for (path, digest) in &self.files {
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
