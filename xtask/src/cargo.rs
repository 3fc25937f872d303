//! What cargo itself checks: format, lints, documentation, tests.

use crate::command::{command, run};
use crate::tools;
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

/// Unit, integration and documentation tests; then, with the cards that the program has by request only,
/// theirs and those of what an edition holds back.
pub fn tests(root: &Path) -> Result<()> {
    tools::install_strace(root)?;
    run(command(root, "cargo", &["test", "--workspace", "--locked", "--no-fail-fast"]))?;
    let with_cards =
        ["test", "--locked", "--features", "cards", "--lib", "--test", "edition", "--test", "safety"];
    let mut cards = command(root, "cargo", &with_cards);
    cards.args(["--", "card", "held_back"]);
    run(cards)
}
