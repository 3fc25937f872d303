//! What cargo itself checks: format, lints, documentation, tests.

use crate::command::{command, run};
use anyhow::Result;
use std::path::Path;

/// The format is rustfmt's.
pub fn format(root: &Path) -> Result<()> {
    run(command(root, "cargo", &["fmt", "--all", "--check"]))
}

/// No lint warns, in tests and benchmarks either.
pub fn clippy(root: &Path) -> Result<()> {
    run(command(
        root,
        "cargo",
        &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
    ))
}

/// The documentation builds without a warning: no link in it leads nowhere.
pub fn docs(root: &Path) -> Result<()> {
    let mut doc = command(root, "cargo", &["doc", "--workspace", "--no-deps", "--locked"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    run(doc)
}

/// Unit, integration and documentation tests.
pub fn tests(root: &Path) -> Result<()> {
    run(command(root, "cargo", &["test", "--workspace", "--locked", "--no-fail-fast"]))
}
