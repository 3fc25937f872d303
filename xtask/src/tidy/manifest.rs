//! Every dependency says why it is there, in the line above it.

use super::{Fault, Tree};

/// A line of a manifest that names a dependency.
pub struct Dependency<'a> {
    /// The table it stands in, with its brackets.
    pub table: &'a str,
    /// The name under which the code knows it.
    pub name: &'a str,
    /// Its line, from 1.
    pub line: usize,
    /// Whether the line above is a comment.
    pub has_reason: bool,
}

/// Looks at both manifests.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let manifests = tree.texts().filter(|(path, _)| path.rsplit('/').next() == Some("Cargo.toml"));
    let mut faults = Vec::new();
    for (path, text) in manifests {
        let bare = dependencies(text).filter(|dependency| !dependency.has_reason);
        let message = |name| format!("no reason above `{name}`: say what it is for");
        faults.extend(bare.map(|dependency| Fault::error(path, dependency.line, message(dependency.name))));
    }
    faults
}

/// The dependencies of a manifest, of every kind.
pub fn dependencies(manifest: &str) -> impl Iterator<Item = Dependency<'_>> {
    let mut table = "";
    let mut before = "";
    manifest.lines().enumerate().filter_map(move |(index, line)| {
        let above = std::mem::replace(&mut before, line);
        if line.starts_with('[') {
            table = line.trim();
            return None;
        }
        let name = line.split_once('=').map(|(name, _)| name.trim())?;
        let is_entry = table.ends_with("dependencies]") && !line.starts_with(['#', ' ']);
        is_entry.then(|| Dependency { table, name, line: index + 1, has_reason: above.starts_with('#') })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn a_dependency_without_a_reason_is_caught() {
        let text = "[package]\nname = \"a\"\n[dependencies]\n# Templates.\ntera = \"2\"\nwalkdir = \"2\"\n";
        let expected = ["Cargo.toml:6: error: no reason above `walkdir`: say what it is for"];
        assert_eq!(messages(check, &[("Cargo.toml", text)]), expected);
    }

    #[test]
    fn those_of_tests_need_one_too() {
        let text = "[dev-dependencies]\ninsta = \"1\"\n";
        assert_eq!(messages(check, &[("xtask/Cargo.toml", text)]).len(), 1);
    }
}
