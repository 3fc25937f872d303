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
        &["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--", "-D", "warnings"],
    ))
}

/// The documentation builds without a warning: no link in it leads nowhere.
pub fn docs(root: &Path) -> Result<()> {
    let mut doc = command(root, "cargo", &["doc", "--workspace", "--no-deps", "--locked"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    run(doc)
}

/// Unit, integration and documentation tests; then those of the cards, which the program has by request only.
pub fn tests(root: &Path) -> Result<()> {
    run(command(root, "cargo", &["test", "--workspace", "--locked", "--no-fail-fast"]))?;
    run(command(root, "cargo", &["test", "--locked", "--features", "cards", "--lib", "card"]))
}
