//! The example edition, the content that this repository comes with; entry point [`root`].
//!
//! Tests that name its events, counts or words ask here for it. A fork replaces content/ with reports of its own: they
//! find no example there and end at once. All other tests bring fixtures of their own.

use camino::Utf8Path;

/// The file by which the example is known, below the repository; `cargo xtask test` looks for the same one.
const MARK: &str = "content/events/2025-07-raids.yaml";

/// The repository as a project, if its content is the example.
pub fn root() -> Option<&'static Utf8Path> {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_example = root.join(MARK).is_file();
    if !is_example {
        println!("skipped: content/ is not the example edition");
    }
    is_example.then_some(root)
}
