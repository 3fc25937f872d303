//! The least that a build can take: its bytes, written by two threads into another folder.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Seconds, and how many bytes were written.
pub fn measure(site: &Path, copy: &Path) -> Result<(f64, u64)> {
    if copy.exists() {
        fs::remove_dir_all(copy).with_context(|| format!("clear {}", copy.display()))?;
    }
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    collect(site, copy, &mut files)?;
    let bytes = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let begun = Instant::now();
    let halves = files.split_at(files.len() / 2);
    let write = |files: &[(PathBuf, Vec<u8>)]| {
        files.iter().try_for_each(|(path, bytes)| {
            fs::write(path, bytes).with_context(|| format!("write {}", path.display()))
        })
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| write(halves.0));
        let second = write(halves.1);
        first.join().unwrap_or(Ok(())).and(second)
    })?;
    let took = begun.elapsed().as_secs_f64().max(0.001);
    fs::remove_dir_all(copy).with_context(|| format!("clear {}", copy.display()))?;
    Ok((took, bytes))
}

/// Reads a folder, and makes the folders of its copy.
fn collect(from: &Path, to: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("list {}", from.display()))? {
        let entry = entry.with_context(|| format!("list {}", from.display()))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            collect(&entry.path(), &target, files)?;
        } else {
            let bytes = fs::read(entry.path()).with_context(|| format!("read {}", entry.path().display()))?;
            files.push((target, bytes));
        }
    }
    Ok(())
}
