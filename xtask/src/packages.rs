//! What releases are had by: made here of the program for any Linux, and run where there is no Rust; entry points
//! [`check`] and [`systems`].

use crate::command::{command, output, run};
use anyhow::{Context as _, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target whose program runs under any C library.
const TARGET: &str = "x86_64-unknown-linux-musl";

/// A program that is larger is a burden to fetch in every run of a workflow.
const BYTES_MAX: u64 = 20_000_000;

/// Systems whose sources are type-checked, since nothing of them runs here.
const OTHER_SYSTEMS: &[&str] = &["x86_64-pc-windows-gnu", "aarch64-apple-darwin"];

/// The archive, the wheel and the npm package are made, and each is run in an empty environment.
pub fn check(root: &Path) -> Result<()> {
    let folder = packed(root)?;
    let version = version(root)?;
    wheel(root, &folder)?;
    npm(root, &folder, &version)?;
    wrapper(root, &folder, &version)?;
    crate_for_cargo(root)?;
    contents(root, &folder, &version)
}

/// The sources pass the type-checker for systems that the gate does not run on.
pub fn systems(root: &Path) -> Result<()> {
    for target in OTHER_SYSTEMS {
        have_target(root, target)?;
        run(command(
            root,
            "cargo",
            &["check", "--quiet", "--locked", "--package", "variorum", "--target", target],
        ))?;
    }
    Ok(())
}

/// Makes the packages of the program for any Linux, and returns their folder.
pub fn packed(root: &Path) -> Result<PathBuf> {
    have_target(root, TARGET)?;
    run(command(root, "cargo", &["build", "--quiet", "--release", "--locked", "--target", TARGET]))?;
    let built = root.join("target").join(TARGET).join("release/variorum");
    let folder = emptied(root, "packages")?;
    // As releases are: without symbols.
    let program = root.join("target/packed-program");
    run(command(root, "strip", &["-o", word(&program)?, word(&built)?]))?;
    let n_bytes = fs::metadata(&program).with_context(|| format!("{}", program.display()))?.len();
    ensure!(n_bytes <= BYTES_MAX, "the program has {n_bytes} bytes, more than {BYTES_MAX}");
    println!("the program has {n_bytes} bytes");
    let made = word(&folder)?;
    for words in [&[TARGET, word(&program)?, made][..], &["--npm", made], &["--sums", made]] {
        run(command(root, "python3", &[&["packaging/package.py"], words].concat()))?;
    }
    Ok(folder)
}

/// Installed into a new virtual environment, the wheel brings the program.
fn wheel(root: &Path, folder: &Path) -> Result<()> {
    let place = emptied(root, "packages-wheel")?;
    run(command(root, "python3", &["-m", "venv", word(&place)?]))?;
    let wheel = found(folder, ".whl")?;
    let pip = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", word(&wheel)?];
    run(command(root, word(&place.join("bin/python3"))?, &pip))?;
    tried(&place, &place.join("bin/variorum"))
}

/// Installed from the packed files, the npm package brings the program, and says so where its half is missing.
fn npm(root: &Path, folder: &Path, version: &str) -> Result<()> {
    let place = emptied(root, "packages-npm")?;
    let chooser = folder.join(format!("npm-variorum-{version}.tgz"));
    let own = folder.join(format!("npm-variorum-linux-x64-{version}.tgz"));
    fs::write(place.join("package.json"), "{}\n").context("write package.json")?;
    let install = |packages: &[&str]| {
        let options = ["install", "--offline", "--omit=optional", "--no-audit", "--no-fund", "--silent"];
        run(command(&place, "npm", &[options.as_slice(), packages].concat()))
    };
    let program = place.join("node_modules/.bin/variorum");
    install(&[word(&chooser)?])?;
    let alone = bare(&place, &program, &["--version"]).output().context("start the npm package")?;
    ensure!(
        alone.status.code() == Some(2) && String::from_utf8_lossy(&alone.stderr).contains("is not installed"),
        "without the program the npm package says {alone:?}"
    );
    install(&[word(&chooser)?, word(&own)?])?;
    tried(&place, &program)
}

/// The script of a deployment fetches the archive, and runs nothing whose checksum is another.
fn wrapper(root: &Path, folder: &Path, version: &str) -> Result<()> {
    let place = emptied(root, "packages-wrapper")?;
    let script = filled(root, "variorum.sh", version)?;
    fs::create_dir_all(place.join("tools")).context("make tools/")?;
    fs::write(place.join("tools/variorum.sh"), script).context("write tools/variorum.sh")?;
    let with = |cache: &str, downloads: &Path, words: &[&str]| {
        let mut command = bare(&place, Path::new("sh"), &[&["tools/variorum.sh"], words].concat());
        command.env("VARIORUM_DOWNLOADS", format!("file://{}", downloads.display()));
        command.env("VARIORUM_CACHE", place.join(cache));
        command
    };
    let said = output(with("cache", folder, &["--version"]))?;
    ensure!(said.trim() == format!("variorum {version}"), "tools/variorum.sh --version says `{said}`");
    // Once fetched it is not fetched again.
    run(with("cache", Path::new("/nowhere"), &["--version"]))?;
    run(with("cache", folder, &["--pin"]))?;
    let pinned = place.join("tools/variorum.sha256");
    run(with("pinned", folder, &["--version"]))?;
    let sums = fs::read_to_string(&pinned).context("read tools/variorum.sha256")?;
    let forged: String = sums.lines().map(|line| format!("{}{}\n", "0".repeat(64), &line[64..])).collect();
    fs::write(&pinned, forged).context("write tools/variorum.sha256")?;
    let refused = with("forged", folder, &["--version"]).output().context("start the script")?;
    ensure!(
        refused.status.code() == Some(2) && String::from_utf8_lossy(&refused.stderr).contains("expected 000"),
        "a forged checksum is not refused: {refused:?}"
    );
    let offline =
        with("offline", Path::new("/nowhere"), &["--version"]).output().context("start the script")?;
    ensure!(
        offline.status.code() == Some(2) && String::from_utf8_lossy(&offline.stderr).contains("cannot fetch"),
        "without a network it says {offline:?}"
    );
    Ok(())
}

/// What `cargo publish` would send holds the program and not the edition.
fn crate_for_cargo(root: &Path) -> Result<()> {
    let listed = output(command(root, "cargo", &["package", "--list", "--locked", "--allow-dirty"]))?;
    for needed in [
        "src/main.rs",
        "templates/base.html",
        "themes/default/static/assets/variorum.css",
        "languages/en.yaml",
    ] {
        ensure!(listed.lines().any(|path| path == needed), "the crate lacks {needed}");
    }
    ensure!(
        !listed.lines().any(|path| path.starts_with("site/") || path.starts_with("content/")),
        "the crate holds the edition"
    );
    Ok(())
}

/// The list of what is in the program names what it is built of, and nothing that only tests use.
fn contents(root: &Path, folder: &Path, version: &str) -> Result<()> {
    let metadata = output(command(root, "cargo", &["metadata", "--format-version", "1", "--locked"]))?;
    let path = root.join("target/metadata.json");
    fs::write(&path, metadata).context("write target/metadata.json")?;
    let list = folder.join(format!("variorum-{version}.spdx.json"));
    run(command(root, "python3", &["packaging/sbom.py", word(&path)?, word(&list)?]))?;
    let list = fs::read_to_string(list).context("read the list")?;
    ensure!(
        list.contains("pkg:cargo/tera@") && !list.contains("pkg:cargo/proptest@"),
        "the list is not of the program"
    );
    Ok(())
}

/// In an environment that holds nothing, the program makes a project and builds it.
fn tried(place: &Path, program: &Path) -> Result<()> {
    let project = place.join("project");
    run(bare(place, program, &["new", "project", word(&project)?]))?;
    run(bare(&project, program, &["check", "--strict"]))?;
    run(bare(&project, program, &["build"]))?;
    ensure!(project.join("site/index.html").is_file(), "{} built nothing", program.display());
    Ok(())
}

/// A command that sees no Rust: an empty environment, with the system's own programs only.
pub fn bare(folder: &Path, program: &Path, words: &[&str]) -> Command {
    let mut command = command(folder, &program.to_string_lossy(), words);
    command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin");
    command
}

/// A file of src/author/deployment, with its places filled as the program fills them.
pub fn filled(root: &Path, name: &str, version: &str) -> Result<String> {
    let path = root.join("src/author/deployment").join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    Ok(text.replace("{{version}}", version).replace("{{repository}}", "desk/variorum"))
}

/// The version in the manifest.
pub fn version(root: &Path) -> Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).context("read Cargo.toml")?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    line.map(str::to_owned).context("Cargo.toml has no version")
}

/// A folder below target/ with nothing in it.
pub fn emptied(root: &Path, name: &str) -> Result<PathBuf> {
    let folder = root.join("target").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
    Ok(folder)
}

/// The only file of a folder whose name ends so.
fn found(folder: &Path, ending: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("list {}", folder.display()))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .find(|path| path.to_string_lossy().ends_with(ending))
        .with_context(|| format!("no {ending} was made"))
}

pub fn word(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("{} is not UTF-8", path.display()))
}

/// Installs the standard library of a target where it is missing.
fn have_target(root: &Path, target: &str) -> Result<()> {
    let sysroot = output(command(root, "rustc", &["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    if run(command(root, "rustup", &["target", "add", target])).is_err() {
        bail!("the standard library for {target} is missing: `rustup target add {target}`");
    }
    Ok(())
}
