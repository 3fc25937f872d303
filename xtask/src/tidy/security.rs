//! Each line of the threat model names tests, and each test that is named is there.

use super::{Fault, Tree};

const PATH: &str = "SECURITY.md";

/// Looks at the last cell of each row of the table: files, folders, or `file::test`.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let Some(text) = tree.text(PATH) else { return Vec::new() };
    let rows =
        text.lines().enumerate().filter(|(_, line)| line.starts_with('|') && !line.starts_with("|---"));
    rows.skip(1).flat_map(|(n, line)| faults(tree, n + 1, line)).collect()
}

fn faults(tree: &Tree, line: usize, row: &str) -> Vec<Fault> {
    let cell = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
    let named: Vec<&str> = cell.split(',').map(|name| name.trim().trim_matches('`')).collect();
    if named.iter().all(|name| name.is_empty()) {
        return vec![Fault::error(PATH, line, "this line names no test that covers it")];
    }
    let is_there = |name: &&&str| match name.split_once("::") {
        None if name.starts_with("cargo xtask test ") => true,
        None => tree.texts().any(|(path, _)| path.starts_with(name.trim_end_matches('/'))),
        Some((file, test)) => {
            let text = tree.text(file).unwrap_or_default();
            text.contains("#[test]") && text.contains(&format!("fn {test}("))
        }
    };
    let missing = named.iter().filter(|name| !is_there(name));
    missing.map(|name| Fault::error(PATH, line, format!("there is no test `{name}`"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn tests_that_are_named_have_to_be_there() {
        let text = "# S\n\n| What | Holds | Tests |\n|---|---|---|\n| a | b | tests/a.rs, `cargo xtask test growth` |\n\
            | a | b | tests/a.rs::one |\n| a | b | tests/a.rs::two, tests/gone.rs |\n| a | b | |\n";
        let found = messages(check, &[("SECURITY.md", text), ("tests/a.rs", "#[test]\nfn one() {}\n")]);
        assert_eq!(
            found,
            [
                "SECURITY.md:7: error: there is no test `tests/a.rs::two`",
                "SECURITY.md:7: error: there is no test `tests/gone.rs`",
                "SECURITY.md:8: error: this line names no test that covers it"
            ]
        );
    }
}
