//! The repository's own edition: rebuilt to be accepted, compared with what is tracked, and found for the checks of pages.
//!
//! That a build writes exactly these bytes is a test of the program (tests/edition/golden.rs), so that
//! plain `cargo test` shows it too; here is what only git can tell. A fork has content of its own instead of the
//! example, and commits its edition or not.

use crate::command::{command, output, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// The marker of the example edition, below the repository; tests look for the same one.
const MARKER: &str = "tests/example/content-is-the-example.txt";

/// Whether the content is the example that the repository comes with.
pub fn is_example(root: &Path) -> bool {
    root.join(MARKER).is_file()
}

/// The edition whose pages are checked: the committed one, or in a fork without one what a build makes of the content.
pub fn site(root: &Path) -> Result<PathBuf> {
    let committed = root.join("site");
    if committed.join("index.html").is_file() || is_example(root) {
        return Ok(committed);
    }
    let output = "target/own-edition";
    run(command(root, "cargo", &["run", "--quiet", "--locked", "--", "build", "--output", output]))?;
    Ok(root.join(output))
}

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
    if tracked.is_empty() && !is_example(root) {
        println!("content/ is not the example and site/ is not committed: there is nothing to compare");
        return Ok(());
    }
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
