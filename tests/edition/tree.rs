//! A folder of files as a value: read, compared, copied.

use camino::{Utf8Path, Utf8PathBuf};
use std::collections::BTreeMap;

/// Contents by path below the folder, with forward slashes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads every file below a folder.
pub fn read(folder: &Utf8Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs_err::read_dir(&next).expect("the folder was just made or is committed") {
            let path = Utf8PathBuf::try_from(entry.expect("the folder can be listed").path())
                .expect("names are UTF-8");
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it was found below").as_str().replace('\\', "/");
                tree.insert(name, fs_err::read(&path).expect("it was just listed"));
            }
        }
    }
    tree
}

/// Writes a tree; the names come in reverse, so that nothing hangs on the order of creation.
pub fn write(tree: &Tree, folder: &Utf8Path) {
    for (name, bytes) in tree.iter().rev() {
        let path = folder.join(name);
        fs_err::create_dir_all(path.parent().expect("it has a name")).expect("the folder is ours");
        fs_err::write(&path, bytes).expect("the folder is ours");
    }
}

/// Every file that is missing, new or different, with the first differing line; empty when equal.
pub fn differences(expected: &Tree, actual: &Tree) -> Vec<String> {
    let missing = expected
        .keys()
        .filter(|name| !actual.contains_key(*name))
        .map(|name| format!("{name}: expected, but not written"));
    let new = actual
        .keys()
        .filter(|name| !expected.contains_key(*name))
        .map(|name| format!("{name}: written, but not expected"));
    let differing = expected.iter().filter_map(|(name, old)| {
        let new = actual.get(name).filter(|new| *new != old)?;
        Some(format!("{name}:{}", first_difference(old, new)))
    });
    missing.chain(new).chain(differing).collect()
}

/// The number of the first line that differs, and both its readings around the difference.
fn first_difference(old: &[u8], new: &[u8]) -> String {
    let lines = |bytes| String::from_utf8_lossy(bytes).split('\n').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(new));
    let line = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let end = String::from("(end of file)");
    let (a, b) = (old.get(line).unwrap_or(&end), new.get(line).unwrap_or(&end));
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(40)).take(120).collect::<String>();
    format!("{}\n    expected: {}\n    written:  {}", line + 1, around(a), around(b))
}

fn of(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

#[test]
fn equal_trees_have_no_differences() {
    assert_eq!(differences(&of(&[("a", "1")]), &of(&[("a", "1")])), Vec::<String>::new());
}

#[test]
fn a_missing_a_new_and_a_changed_file_are_named() {
    let expected = of(&[("a.html", "one\ntwo\n"), ("gone.html", "")]);
    let actual = of(&[("a.html", "one\n2\n"), ("new.html", "")]);
    let lines = [
        "gone.html: expected, but not written",
        "new.html: written, but not expected",
        "a.html:2\n    expected: two\n    written:  2",
    ];
    assert_eq!(differences(&expected, &actual), lines);
}
