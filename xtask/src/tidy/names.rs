//! Names that gather everything: a type that knows all, a file of leftovers.

use super::{Fault, Tree};

/// A type of this name ends up holding the whole program.
const TYPES: &[&str] = &["Site", "Context", "Manager", "Engine", "Utils", "Helper", "Helpers"];

/// The same, behind another word: `BuildContext`.
const TYPE_ENDINGS: &[&str] = &["Context", "Manager", "Engine"];

/// A file of this name has no idea of its own.
const FILES: &[&str] =
    &["utils", "util", "helpers", "helper", "misc", "common", "manager", "context", "engine"];

/// Looks at every type and file of the program and of the gate.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, scan) in tree.rust() {
        let named = path.rsplit('/').find(|part| *part != "mod.rs").unwrap_or(path);
        if FILES.contains(&named.trim_end_matches(".rs")) {
            faults.push(Fault::error(
                path,
                1,
                format!("`{named}` says nothing: name the file after what it holds"),
            ));
        }
        let types = scan.iter().flat_map(|scan| &scan.types);
        let bad = types
            .filter(|t| TYPES.contains(&t.name.as_str()) || TYPE_ENDINGS.iter().any(|e| t.name.ends_with(e)));
        faults.extend(bad.map(|t| Fault::error(path, t.line, format!("no type is called `{}`", t.name))));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn a_type_that_knows_all_is_caught() {
        let text = "struct SitePlan;\nstruct Site;\nenum RuleEngine {}\nfn f(c: tera::Context) {}\n";
        let expected = [
            "src/a.rs:2: error: no type is called `Site`",
            "src/a.rs:3: error: no type is called `RuleEngine`",
        ];
        assert_eq!(messages(check, &[("src/a.rs", text)]), expected);
    }

    #[test]
    fn a_file_of_leftovers_is_caught() {
        assert_eq!(messages(check, &[("src/utils.rs", ""), ("src/helpers/mod.rs", "")]).len(), 2);
        assert_eq!(messages(check, &[("src/text/mod.rs", "")]), Vec::<String>::new());
    }
}
