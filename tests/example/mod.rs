//! The example edition, the content that this repository comes with; entry point [`root`].
//!
//! Tests that name its events, counts or words ask here for it. A fork replaces content/ with reports of its own and deletes the
//! marker: those tests end at once. All other tests bring fixtures of their own.

use camino::Utf8Path;

/// The marker of the example, below the repository; `cargo xtask test` looks for the same one.
pub const MARKER: &str = "tests/example/content-is-the-example.txt";

/// The repository as a project, if its content is the example.
pub fn root() -> Option<&'static Utf8Path> {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_example = root.join(MARKER).is_file();
    if !is_example {
        println!("skipped: content/ is not the example edition, for {MARKER} is not there");
    }
    is_example.then_some(root)
}
