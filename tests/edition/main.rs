//! Whole editions. Most tests are of the example, the repository's own project: the committed site/ is what comes out, on any machine.
//! They ask [`example`] or [`committed`] for it, so that they end at once in a fork with content of its own.

#[path = "../example/mod.rs"]
mod example;
mod tree;
mod golden;
mod reproducible;
mod deployments;
mod search;
mod place;
mod two_clicks;
mod linked_data;
mod annotations;
mod tables;
mod weights;
mod themes;
mod charts;
mod palettes;
#[cfg(feature = "cards")]
mod cards;
mod small;
mod by_editors;
mod measures;
mod framed;
mod agreed;
mod policies;
#[path = "../scale/names.rs"]
mod names;
mod named;
mod kept;
mod markup;
mod reader;
mod edges;

use camino::Utf8Path;
use std::process::Command;

/// The repository, for the fixtures, sources and themes in it.
fn repository() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository's own project, if it is the example edition.
fn example() -> Option<&'static Utf8Path> {
    example::root()
}

#[test]
fn the_marker_of_the_example_and_the_content_agree() {
    const SHEET: &str = "content/events/2025-07-raids.yaml";
    let (is_marked, is_there) =
        (repository().join(example::MARKER).is_file(), repository().join(SHEET).is_file());
    let marker = example::MARKER;
    assert!(
        is_there || !is_marked,
        "{SHEET} is missing: if content/ is your own, delete {marker}; else restore it"
    );
    assert!(
        is_marked || !is_there,
        "content/ is the example, but {marker} is missing: restore it, or remove the example's content"
    );
}

/// The committed edition of the example.
fn committed() -> Option<tree::Tree> {
    example().map(|root| tree::read(&root.join("site")))
}

/// Builds the project in a folder into another; `environment` is set for the program.
fn build(project: &Utf8Path, output: &Utf8Path, environment: &[(&str, &str)]) {
    let mut variorum = Command::new(env!("CARGO_BIN_EXE_variorum"));
    variorum.current_dir(project).args(["build", "--output", output.as_str()]);
    variorum.envs(environment.iter().copied());
    let done = variorum.output().expect("the program was built beside this test");
    assert!(done.status.success(), "build failed: {}", String::from_utf8_lossy(&done.stderr));
}

/// Builds the project with these options and reads what came of it.
fn built_with(project: &Utf8Path, options: &[&str]) -> tree::Tree {
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let output = Utf8Path::from_path(folder.path()).expect("it is UTF-8").join("site");
    let mut variorum = Command::new(env!("CARGO_BIN_EXE_variorum"));
    variorum.current_dir(project).args(["build", "--output", output.as_str()]).args(options);
    let done = variorum.output().expect("the program was built beside this test");
    assert!(done.status.success(), "build failed: {}", String::from_utf8_lossy(&done.stderr));
    tree::read(&output)
}
