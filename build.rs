//! Gives the program a digest of what it is made of, so that a build knows whether the program that made the
//! edition before it was this one: two programs of one version differ while it is worked on.

#![expect(
    clippy::disallowed_methods,
    reason = "a build script depends on nothing, so its errors come from std"
)]

use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

/// Everything that is compiled or embedded.
const PARTS: [&str; 7] =
    ["Cargo.lock", "Cargo.toml", "build.rs", "languages", "src", "templates", "themes/default"];

fn main() {
    let mut files = Vec::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        collect(Path::new(part), &mut files);
    }
    files.sort();
    // Two of 64 bits: neither meets the other's collisions.
    let mut hashers = [DefaultHasher::new(), DefaultHasher::new()];
    hashers[1].write_u8(1);
    for file in files {
        let bytes = std::fs::read(&file).unwrap_or_default();
        for hasher in &mut hashers {
            let name = file.to_string_lossy().replace('\\', "/");
            hasher.write_usize(name.len());
            hasher.write(name.as_bytes());
            hasher.write_usize(bytes.len());
            hasher.write(&bytes);
        }
    }
    let [first, second] = hashers.map(|hasher| hasher.finish());
    println!("cargo::rustc-env=VARIORUM_SOURCES={first:016x}{second:016x}");
}

/// Every file at or below a path; what is missing from a package is left out.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(path) else {
        if path.is_file() {
            files.push(path.to_owned());
        }
        return;
    };
    entries.flatten().for_each(|entry| collect(&entry.path(), files));
}
