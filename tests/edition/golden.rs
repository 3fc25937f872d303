//! The committed site/ is the golden output: byte for byte what a build of this repository writes. A fork may commit its own
//! edition or none.

use crate::{build, example, repository, tree};
use camino::Utf8Path;

#[test]
fn the_committed_edition_is_what_a_build_writes() {
    if example().is_none() && !repository().join("site").exists() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let output = Utf8Path::from_path(folder.path()).expect("it is UTF-8").join("site");
    build(repository(), &output, &[]);
    let differences = tree::differences(&tree::read(&repository().join("site")), &tree::read(&output));
    let n = differences.len();
    assert!(
        differences.is_empty(),
        "{n} files of site/ differ; `cargo xtask golden` accepts what a build writes now\n{}",
        differences.join("\n")
    );
}
