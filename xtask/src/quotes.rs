//! Re-verifies every quote against the captured texts, where those are at hand.
//!
//! The texts are other people's and not in the repository. They lie in ../shared/captures beside
//! it where someone works on the corpus; elsewhere the committed lock is all there is.

use crate::command::{command, run};
use crate::edition;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;

const CAPTURES: &str = "../shared/captures";
const LOCK: &str = "content/captures.lock.yaml";

/// Verifying must leave the committed lock as it is.
pub fn verify(root: &Path) -> Result<()> {
    if !edition::is_example(root) {
        println!("content/ is not the example: its captures, if it has any, are elsewhere");
        return Ok(());
    }
    if !root.join(CAPTURES).is_dir() {
        println!("NOT VERIFIED: {CAPTURES} is not here, so the quotes stand on the committed lock alone");
        return Ok(());
    }
    let lock = root.join(LOCK);
    let committed = fs::read(&lock).with_context(|| format!("read {LOCK}"))?;
    let verified =
        run(command(root, "cargo", &["run", "--quiet", "--locked", "--", "verify", "--captures", CAPTURES]));
    let written = fs::read(&lock).with_context(|| format!("read {LOCK}"))?;
    fs::write(&lock, &committed).with_context(|| format!("restore {LOCK}"))?;
    verified?;
    if written != committed {
        bail!(
            "{LOCK} is out of date, first at {}; accept with `cargo run -- verify --captures {CAPTURES}`",
            first_difference(&committed, &written)
        );
    }
    println!("every quote stands in its capture, as {LOCK} says");
    Ok(())
}

/// The line where two texts part, with what the second has there.
fn first_difference(old: &[u8], new: &[u8]) -> String {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let same = old.lines().zip(new.lines()).take_while(|(a, b)| a == b).count();
    format!("line {}: {}", same + 1, new.lines().nth(same).unwrap_or("(end)").trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_differing_line_is_named() {
        assert_eq!(first_difference(b"a\nb\nc\n", b"a\nx\nc\n"), "line 2: x");
        assert_eq!(first_difference(b"a\nb\n", b"a\n"), "line 2: (end)");
    }
}
