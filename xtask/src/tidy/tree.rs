//! The text files of the repository as git sees them: committed, or new and not ignored.

use super::scan::{Scan, scan};
use crate::command::{command, output};
use anyhow::{Context as _, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Every text file by its path, and what the Rust files among them contain.
#[derive(Default)]
pub struct Tree {
    texts: BTreeMap<String, String>,
    scans: BTreeMap<String, Result<Scan, String>>,
}

impl Tree {
    /// Reads the repository. Files that are not UTF-8 are left out.
    pub fn read(root: &Path) -> Result<Self> {
        let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let paths = output(command(root, "git", &list))?;
        let mut tree = Self::default();
        for path in paths.split_terminator('\0') {
            let full = root.join(path);
            // A file that was deleted but not yet from the index is listed too.
            if full.is_file() {
                let bytes = std::fs::read(&full).with_context(|| format!("read {path}"))?;
                if let Ok(text) = String::from_utf8(bytes) {
                    tree.add(path, text);
                }
            }
        }
        tree.mark_test_files();
        Ok(tree)
    }

    /// A tree made up for a test.
    #[cfg(test)]
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        let mut tree = Self::default();
        for (path, text) in files {
            tree.add(path, (*text).to_owned());
        }
        tree.mark_test_files();
        tree
    }

    fn add(&mut self, path: &str, text: String) {
        if path.ends_with(".rs") {
            self.scans.insert(path.to_owned(), scan(path, &text));
        }
        self.texts.insert(path.to_owned(), text);
    }

    /// A file that a `#[cfg(test)] mod name;` pulls in is a test from its first line to its last.
    fn mark_test_files(&mut self) {
        let modules = self.scans.iter().filter_map(|(path, scan)| Some((path, scan.as_ref().ok()?)));
        let names =
            modules.flat_map(|(path, scan)| scan.test_modules.iter().map(move |name| below(path, name)));
        for module in names.collect::<Vec<String>>() {
            for (path, scan) in &mut self.scans {
                let is_in =
                    path.strip_prefix(&module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'));
                if let (true, Ok(scan)) = (is_in, scan) {
                    scan.tests.push((1, usize::MAX));
                }
            }
        }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Every text file with its path, in order of path.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Every Rust file with its scan, or with what is wrong with it.
    pub fn rust(&self) -> impl Iterator<Item = (&str, &Result<Scan, String>)> {
        self.scans.iter().map(|(path, scan)| (path.as_str(), scan))
    }

    /// The Rust files of the program that can be read as Rust.
    pub fn program(&self) -> impl Iterator<Item = (&str, &Scan)> {
        self.rust()
            .filter(|(path, _)| path.starts_with("src/"))
            .filter_map(|(path, scan)| Some((path, scan.as_ref().ok()?)))
    }
}

/// Where a module lies that a file declares, without `.rs` or `/mod.rs`.
fn below(path: &str, module: &str) -> String {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    match file {
        "mod.rs" | "lib.rs" | "main.rs" => format!("{folder}/{module}"),
        _ => format!("{}/{module}", path.trim_end_matches(".rs")),
    }
}

/// The module directly under the crate that a file of the program belongs to.
pub fn top_module(path: &str) -> Option<&str> {
    let below = path.strip_prefix("src/")?;
    match below.split_once('/') {
        Some((folder, _)) => Some(folder),
        None => below.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name)),
    }
}
