//! Words that must not be in the repository: unfinished work, the machine it was written on; and
//! those that must: the opening line of a file.

use super::{Fault, Tree};

/// Written in halves, so that this file does not hold what it looks for.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("unimple", "mented!("),
    concat!("not yet imple", "mented"),
    concat!("not imple", "mented yet"),
    concat!("to be imple", "mented"),
];

/// Paths of a workplace and hosts of package registries mean nothing to a reader elsewhere.
const OF_A_MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("registry.npm", "js.org"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("deb.deb", "ian.org"),
    concat!("file", "s.pythonhosted.org"),
];

/// What is looked through for unfinished work: what we write, not what we quote or generate.
const OUR_OWN: &[&str] =
    &["src/", "xtask/", "tests/", "benches/", "templates/", "themes/", "docs/", ".github/", ".ci/"];

/// What git leaves in a file where two changes met and nobody chose.
const OF_A_MERGE: &[&str] = &["<<<<<<< ", ">>>>>>> ", "||||||| "];

/// Where files are wrong on purpose.
const WRONG_ON_PURPOSE: &[&str] = &["tests/faults/", "tests/fuzz/"];

/// Looks through every file for the words, and at the first line of every Rust file.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts() {
        let at_top = !path.contains('/') && path != "Cargo.lock";
        if at_top || OUR_OWN.iter().any(|folder| path.starts_with(folder)) {
            faults.extend(found(path, text, UNFINISHED, "speaks of unfinished work"));
        }
        faults.extend(found(path, text, OF_A_MACHINE, "names a machine or a registry"));
        faults.extend(marks_of_a_merge(path, text));
        if path.ends_with(".rs") && !text.starts_with("//! ") {
            faults.push(Fault::error(path, 1, "opens without `//!`: say what the file is for"));
        }
    }
    faults.extend(tree.program().chain(xtask(tree)).flat_map(|(path, scan)| {
        let outside = scan.unwraps.iter().filter(|line| !scan.in_test(**line));
        outside.map(move |line| {
            Fault::error(path, *line, "`unwrap()` outside tests: `expect` says why it cannot fail")
        })
    }));
    faults
}

fn marks_of_a_merge<'a>(path: &'a str, text: &'a str) -> impl Iterator<Item = Fault> + 'a {
    let is_on_purpose = WRONG_ON_PURPOSE.iter().any(|folder| path.starts_with(folder));
    let lines = text.lines().enumerate().filter(move |_| !is_on_purpose);
    let marked = lines.filter(|(_, line)| OF_A_MERGE.iter().any(|mark| line.starts_with(mark)));
    marked
        .map(|(i, _)| Fault::error(path, i + 1, "a mark of a merge: two changes met here, and nobody chose"))
}

fn xtask(tree: &Tree) -> impl Iterator<Item = (&str, &super::scan::Scan)> {
    tree.rust()
        .filter(|(path, _)| path.starts_with("xtask/"))
        .filter_map(|(path, scan)| Some((path, scan.as_ref().ok()?)))
}

fn found(path: &str, text: &str, words: &[&str], complaint: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let here = words.iter().filter(|word| contains(line, word));
        faults.extend(here.map(|word| Fault::error(path, index + 1, format!("`{word}` {complaint}"))));
    }
    faults
}

/// A word that goes on from a letter is part of something else: the path of an address, say.
fn contains(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::messages;

    #[test]
    fn unfinished_work_is_caught() {
        let text = format!("//! A.\n// {}: the rest\n", UNFINISHED[0]);
        let expected = [format!("src/a.rs:2: error: `{}` speaks of unfinished work", UNFINISHED[0])];
        assert_eq!(messages(check, &[("src/a.rs", &text)]), expected);
    }

    #[test]
    fn quoted_sources_may_say_it() {
        let text = format!("{} is a word\n", UNFINISHED[0]);
        assert_eq!(messages(check, &[("content/events/a.yaml", &text)]), Vec::<String>::new());
    }

    #[test]
    fn paths_of_a_machine_are_caught_everywhere() {
        for word in OF_A_MACHINE {
            let text = format!("see {word}x\n");
            let expected = [format!("content/a.md:1: error: `{word}` names a machine or a registry")];
            assert_eq!(messages(check, &[("content/a.md", &text)]), expected);
        }
    }

    #[test]
    fn a_path_in_an_address_is_no_path_of_a_machine() {
        let text = format!("https://example.org{}x\n", OF_A_MACHINE[0]);
        assert_eq!(messages(check, &[("content/a.md", &text)]), Vec::<String>::new());
    }

    #[test]
    fn marks_of_a_merge_are_caught_where_nothing_is_wrong_on_purpose() {
        let text = format!("a: 1\n{}main\n", OF_A_MERGE[0]);
        let expected = ["content/a.yaml:2: error: a mark of a merge: two changes met here, and nobody chose"];
        assert_eq!(messages(check, &[("content/a.yaml", &text)]), expected);
        assert_eq!(messages(check, &[("tests/faults/merge/a.yaml", &text)]), Vec::<String>::new());
    }

    #[test]
    fn a_file_that_does_not_open_with_its_purpose_is_caught() {
        let expected = ["src/a.rs:1: error: opens without `//!`: say what the file is for"];
        assert_eq!(messages(check, &[("src/a.rs", "use crate::model;\n")]), expected);
    }

    #[test]
    fn unwrap_is_caught_outside_tests_only() {
        let text = "//! A.\nfn a() { x.unwrap(); }\n#[cfg(test)]\nmod tests { fn b() { x.unwrap(); } }\n";
        let expected = ["src/a.rs:2: error: `unwrap()` outside tests: `expect` says why it cannot fail"];
        assert_eq!(messages(check, &[("src/a.rs", text)]), expected);
    }
}
