//! The committed edition in site/: rebuilt to be accepted, and compared with what is tracked.
//!
//! That a build writes exactly these bytes is a test of the program (tests/golden.rs), so that
//! plain `cargo test` shows it too; here is what only git can tell.

use crate::command::{command, output, run};
use anyhow::{Result, bail};
use std::path::Path;

/// Builds the repository's own project into site/, to be reviewed and committed.
pub fn accept(root: &Path) -> Result<()> {
    run(command(root, "cargo", &["run", "--quiet", "--locked", "--", "build"]))?;
    let changed =
        output(command(root, "git", &["status", "--short", "--untracked-files=all", "--", "site"]))?;
    if changed.is_empty() {
        println!("site/ is as committed");
    } else {
        print!("site/ has changed; look at it, then commit:\n{changed}");
    }
    Ok(())
}

/// What is in site/ is also in git: an ignored or forgotten page would be missing from a clone.
pub fn golden(root: &Path) -> Result<()> {
    let tracked = output(command(root, "git", &["ls-files", "--", "site"]))?;
    if !tracked.lines().any(|path| path == "site/index.html") {
        bail!("site/index.html is not committed; `cargo xtask golden` builds it");
    }
    let status = ["status", "--short", "--untracked-files=all", "--ignored", "--", "site"];
    let differing = output(command(root, "git", &status))?;
    let forgotten: Vec<&str> =
        differing.lines().filter(|line| line.starts_with("??") || line.starts_with("!!")).collect();
    if !forgotten.is_empty() {
        bail!("files of site/ that git does not have: {}", forgotten.join(", "));
    }
    println!("site/ holds {} files, all of them in git", tracked.lines().count());
    Ok(())
}
