//! Modules form layers: one imports only from rows above its own in ARCHITECTURE.md.
//!
//! The list stands in the document alone, as the fenced block under "## Layers", one row per
//! line, lowest layer first. Test code may reach anywhere.

use super::scan::Start;
use super::tree::top_module;
use super::{Fault, Tree};
use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = "ARCHITECTURE.md";

/// Compares every import with the rows, and the rows with the modules there are.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let Some(rows) = tree.text(DOCUMENT).and_then(rows) else {
        return vec![Fault::error(DOCUMENT, 1, "no fenced block under `## Layers` lists the modules")];
    };
    let mut faults = unlisted(tree, &rows);
    for (path, scan) in tree.program() {
        let Some(module) = top_module(path) else { continue };
        let Some(row) = rows.get(module) else { continue };
        for mention in scan.mentions.iter().filter(|mention| mention.from == Start::Crate) {
            if scan.in_test(mention.line) || mention.name == module {
                continue;
            }
            let complaint = match rows.get(mention.name.as_str()) {
                None => Some(format!("`crate::{}` is no module of {DOCUMENT}", mention.name)),
                Some(below) if below >= row => {
                    Some(format!("`{module}` imports `{}`, which is not in a row above it", mention.name))
                }
                Some(_) => None,
            };
            faults.extend(complaint.map(|message| Fault::error(path, mention.line, message)));
        }
    }
    faults
}

/// The row of each module, from 0.
fn rows(document: &str) -> Option<BTreeMap<&str, usize>> {
    let mut lines = document.lines().skip_while(|line| line.trim() != "## Layers").skip(1);
    let fence =
        lines.by_ref().take_while(|line| !line.starts_with("## ")).find(|line| line.starts_with("```"))?;
    let block = lines.take_while(|line| line.trim() != fence.trim_end_matches(char::is_alphanumeric));
    let mut rows = BTreeMap::new();
    for (row, line) in block.filter(|line| !line.trim().is_empty()).enumerate() {
        // What stands in brackets explains the row.
        let names = line.split('(').next().unwrap_or_default();
        rows.extend(names.split_whitespace().map(|name| (name, row)));
    }
    Some(rows)
}

fn unlisted(tree: &Tree, rows: &BTreeMap<&str, usize>) -> Vec<Fault> {
    let modules: BTreeSet<&str> = tree.program().filter_map(|(path, _)| top_module(path)).collect();
    let missing = modules.iter().filter(|module| !rows.contains_key(*module));
    let missing = missing.map(|module| format!("the module `{module}` is in no row of `## Layers`"));
    let gone = rows.keys().filter(|name| !modules.contains(*name));
    let gone = gone.map(|name| format!("`## Layers` lists `{name}`, which is no module"));
    missing.chain(gone).map(|message| Fault::error(DOCUMENT, 1, message)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    const LAYERS: (&str, &str) =
        (DOCUMENT, "# A\n\n## Layers\n\nWords.\n\n```text\nmodel\ntext (folding)\nplan view\n```\n");
    const MODEL: (&str, &str) = ("src/model/mod.rs", "");
    const TEXT: (&str, &str) = ("src/text.rs", "");
    const VIEW: (&str, &str) = ("src/view.rs", "");

    #[test]
    fn importing_from_above_is_fine() {
        let plan =
            ("src/plan.rs", "use crate::model::Claim;\nuse crate::text::fold;\nuse crate::plan::Route;");
        assert_eq!(messages(check, &[LAYERS, MODEL, TEXT, VIEW, plan]), Vec::<String>::new());
    }

    #[test]
    fn importing_from_below_is_caught() {
        let model = ("src/model/mod.rs", "\nuse crate::{text::fold};");
        let plan = ("src/plan.rs", "");
        let expected = ["src/model/mod.rs:2: error: `model` imports `text`, which is not in a row above it"];
        assert_eq!(messages(check, &[LAYERS, model, TEXT, VIEW, plan]), expected);
    }

    #[test]
    fn importing_from_the_same_row_is_caught() {
        let plan = ("src/plan.rs", "fn f() { crate::view::page() }");
        let expected = ["src/plan.rs:1: error: `plan` imports `view`, which is not in a row above it"];
        assert_eq!(messages(check, &[LAYERS, MODEL, TEXT, VIEW, plan]), expected);
    }

    #[test]
    fn tests_may_reach_anywhere() {
        let model = ("src/model/mod.rs", "#[cfg(test)]\nmod tests {\n    use crate::plan::Route;\n}");
        assert_eq!(messages(check, &[LAYERS, model, TEXT, VIEW, ("src/plan.rs", "")]), Vec::<String>::new());
    }

    #[test]
    fn so_may_test_modules_in_files_of_their_own() {
        let model = ("src/model/mod.rs", "#[cfg(test)]\nmod testing;");
        let testing = ("src/model/testing.rs", "use crate::plan::Route;");
        assert_eq!(
            messages(check, &[LAYERS, model, testing, TEXT, VIEW, ("src/plan.rs", "")]),
            Vec::<String>::new()
        );
        let declared_elsewhere = ("src/model/mod.rs", "mod testing;");
        assert_eq!(
            messages(check, &[LAYERS, declared_elsewhere, testing, TEXT, VIEW, ("src/plan.rs", "")]).len(),
            1
        );
    }

    #[test]
    fn list_and_modules_must_agree() {
        let expected = [
            "ARCHITECTURE.md:1: error: `## Layers` lists `plan`, which is no module",
            "ARCHITECTURE.md:1: error: the module `serve` is in no row of `## Layers`",
        ];
        assert_eq!(messages(check, &[LAYERS, MODEL, TEXT, VIEW, ("src/serve/mod.rs", "")]), expected);
    }

    #[test]
    fn a_document_without_the_list_is_caught() {
        let expected = ["ARCHITECTURE.md:1: error: no fenced block under `## Layers` lists the modules"];
        assert_eq!(messages(check, &[(DOCUMENT, "# A\n")]), expected);
    }
}
