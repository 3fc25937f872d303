//! Same input, same bytes: neither folder, time zone, locale, user nor number of threads shows.

use crate::{build, repository, tree};
use camino::Utf8Path;

/// What a build reads of the repository.
const PROJECT: &[&str] = &["variorum.yaml", "content", "templates", "themes"];

const ONE: &[(&str, &str)] = &[
    ("TZ", "Pacific/Kiritimati"),
    ("LANG", "C"),
    ("LC_ALL", "C"),
    ("RAYON_NUM_THREADS", "1"),
    ("USER", "one"),
    ("HOME", "/"),
];

const OTHER: &[(&str, &str)] = &[
    ("TZ", "America/Los_Angeles"),
    ("LANG", "tr_TR.UTF-8"),
    ("LC_ALL", "km_KH.UTF-8"),
    ("RAYON_NUM_THREADS", "7"),
    ("USER", "other"),
    ("SOURCE_DATE_EPOCH", "86400"),
];

#[test]
fn two_builds_under_other_circumstances_are_identical() {
    let one = built_in("a", ONE);
    let other = built_in("another folder/ខ្មែរ", OTHER);
    assert!(one.contains_key("index.html"), "nothing was built");
    let differences = tree::differences(&one, &other);
    assert!(differences.is_empty(), "{} files differ\n{}", differences.len(), differences.join("\n"));
}

/// Copies the project into a folder of this name and builds it there.
fn built_in(name: &str, environment: &[(&str, &str)]) -> tree::Tree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let project = Utf8Path::from_path(folder.path()).expect("it is UTF-8").join(name);
    for part in PROJECT {
        let from = repository().join(part);
        if from.is_dir() {
            tree::write(&tree::read(&from), &project.join(part));
        } else if from.is_file() {
            fs_err::create_dir_all(&project).expect("the folder is ours");
            fs_err::copy(&from, project.join(part)).expect("the folder is ours");
        }
    }
    build(&project, &project.join("site"), environment);
    tree::read(&project.join("site"))
}
