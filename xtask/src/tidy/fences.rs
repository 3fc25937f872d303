//! Each third-party crate is named in one top-level module only, so that replacing it is the work
//! of one place.

use super::manifest::dependencies;
use super::scan::Start;
use super::tree::top_module;
use super::{Fault, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Vocabulary rather than libraries: named wherever they are needed.
const EVERYWHERE: &[&str] = &["serde", "serde_json", "rust_decimal", "camino", "rayon"];

/// Errors of the machine belong to the modules that touch it.
const AT_THE_EDGES: &[&str] = &["anyhow", "fs_err"];
const EDGES: &[&str] = &["disk", "source", "output", "author", "pipeline", "serve", "cli"];

/// Compares the modules that name a crate with those that may.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let manifest = tree.text("Cargo.toml").unwrap_or_default();
    let crates: BTreeSet<String> = dependencies(manifest)
        .filter(|d| d.table == "[dependencies]")
        .map(|d| d.name.replace('-', "_"))
        .collect();
    let mut homes: BTreeMap<&str, BTreeMap<&str, (&str, usize)>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, scan) in tree.program() {
        for mention in scan.mentions.iter().filter(|mention| mention.from == Start::Bare) {
            let name = mention.name.as_str();
            if !crates.contains(name) || EVERYWHERE.contains(&name) || scan.in_test(mention.line) {
                continue;
            }
            let module = top_module(path).unwrap_or("the crate's root");
            if !AT_THE_EDGES.contains(&name) {
                homes.entry(name).or_default().entry(module).or_insert((path, mention.line));
            } else if top_module(path).is_some_and(|module| !EDGES.contains(&module)) {
                let message = format!("`{name}` is for the edges ({}), not for `{module}`", EDGES.join(", "));
                faults.push(Fault::error(path, mention.line, message));
            }
        }
    }
    faults.extend(
        homes
            .iter()
            .filter(|(_, modules)| modules.len() > 1)
            .flat_map(|(name, modules)| shared(name, modules)),
    );
    faults
}

/// One fault for each module that names the crate.
fn shared(name: &str, modules: &BTreeMap<&str, (&str, usize)>) -> Vec<Fault> {
    let all: Vec<&str> = modules.keys().copied().collect();
    let message = format!("`{name}` is named in several modules: {}; give it one", all.join(", "));
    modules.values().map(|(path, line)| Fault::error(path, *line, message.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    const MANIFEST: (&str, &str) = (
        "Cargo.toml",
        "[dependencies]\ntera = \"2\"\nserde = \"1\"\nfs-err = \"3\"\nserde_yaml = { package = \"x\" }\n",
    );

    #[test]
    fn one_module_may_name_a_crate() {
        let render = ("src/render/mod.rs", "use tera::Tera;");
        let page = ("src/render/page.rs", "fn f(t: &tera::Tera) {}");
        let view = ("src/view.rs", "use serde::Serialize;");
        let check_module = ("src/check.rs", "#[derive(serde::Serialize)] struct A;");
        assert_eq!(messages(check, &[MANIFEST, render, page, view, check_module]), Vec::<String>::new());
    }

    #[test]
    fn a_second_module_is_caught() {
        let render = ("src/render/mod.rs", "use tera::Tera;");
        let view = ("src/view.rs", "\nfn f() { tera::Value::Null; }");
        let expected = [
            "src/render/mod.rs:1: error: `tera` is named in several modules: render, view; give it one",
            "src/view.rs:2: error: `tera` is named in several modules: render, view; give it one",
        ];
        assert_eq!(messages(check, &[MANIFEST, render, view]), expected);
    }

    #[test]
    fn disk_errors_stay_at_the_edges() {
        let fine = ("src/output/mod.rs", "use fs_err as fs;");
        let bad = ("src/view.rs", "use fs_err as fs;");
        let expected = [
            "src/view.rs:1: error: `fs_err` is for the edges (disk, source, output, author, pipeline, serve, cli), not for `view`",
        ];
        assert_eq!(messages(check, &[MANIFEST, fine, bad]), expected);
    }

    #[test]
    fn tests_do_not_count() {
        let render = ("src/render/mod.rs", "use tera::Tera;");
        let view = ("src/view.rs", "#[cfg(test)]\nmod tests {\n use tera::Tera;\n}");
        assert_eq!(messages(check, &[MANIFEST, render, view]), Vec::<String>::new());
    }
}
