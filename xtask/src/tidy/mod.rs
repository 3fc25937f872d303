//! Rules on how the project is laid out, which no compiler knows; entry point [`run`].
//!
//! A rule is a function from a [`Tree`] to faults. It never reads the disk, so its tests hand it a
//! tree with the violation in it.

mod tree;
mod scan;
mod layers;
mod fences;
mod sizes;
mod words;
mod names;
mod manifest;
mod styles;
mod security;

pub use tree::Tree;

use anyhow::{Result, bail};
use std::fmt;
use std::path::Path;

/// Something that is not tidy.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// Whether it stops the gate.
    pub weight: Weight,
    /// What is wrong and what to do.
    pub message: String,
}

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The gate fails.
    Error,
    /// It is printed.
    Warning,
}

impl Fault {
    fn error(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, weight: Weight::Error, message: message.into() }
    }

    fn warning(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { weight: Weight::Warning, ..Self::error(path, line, message) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.weight {
            Weight::Error => "error",
            Weight::Warning => "warning",
        };
        write!(f, "{}:{}: {word}: {}", self.path, self.line, self.message)
    }
}

/// A rule of the house.
type Rule = fn(&Tree) -> Vec<Fault>;

const RULES: &[Rule] = &[
    layers::check,
    fences::check,
    sizes::check,
    words::check,
    names::check,
    manifest::check,
    styles::check,
    security::check,
];

/// Applies every rule to the repository and prints what it finds.
pub fn run(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let faults = faults(&tree);
    for fault in &faults {
        println!("{fault}");
    }
    let errors = faults.iter().filter(|fault| fault.weight == Weight::Error).count();
    println!(
        "{} files, {} faults, {} of them only warnings",
        tree.len(),
        faults.len(),
        faults.len() - errors
    );
    if errors > 0 {
        bail!("{errors} rules of the house are broken");
    }
    Ok(())
}

fn faults(tree: &Tree) -> Vec<Fault> {
    let mut faults: Vec<Fault> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    faults.sort();
    faults.dedup();
    faults
}

/// Runs one rule over files given as `(path, text)` and returns its messages as `path:line: message`.
#[cfg(test)]
fn messages(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
    let mut faults = rule(&Tree::from_files(files));
    faults.sort();
    faults.iter().map(ToString::to_string).collect()
}
