//! What the page checks need, installed where it is missing: Java, Node.js, Chromium, fonts and
//! the pinned packages of xtask/browser; entry point [`install`].
//!
//! Every part looks first, so a second run does nothing. What cannot be installed is an error:
//! a check that is skipped in silence would pass.

use crate::command::{command, exists, output, run};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;

/// The browsers that will do, best first; Debian's Chromium is the one that is installed.
const BROWSERS: &[&str] = &["chromium", "google-chrome", "google-chrome-stable"];

/// Text in these languages must not turn into boxes: a box is narrower or wider than the letter.
const FONTS: &[(&str, &str)] = &[
    ("km", "fonts-noto-core"),
    ("th", "fonts-noto-core"),
    ("ar", "fonts-noto-core"),
    ("zh-cn", "fonts-wqy-zenhei"),
];

/// Installs whatever of it is missing.
pub fn install(root: &Path) -> Result<()> {
    let mut packages = missing_programs();
    if !packages.is_empty() {
        apt(root, &packages)?;
    }
    packages = missing_fonts(root)?;
    if !packages.is_empty() {
        apt(root, &packages)?;
    }
    node_packages(root)?;
    println!("installed: java, node, {}, fonts, xtask/browser/node_modules", browser()?);
    Ok(())
}

/// The browser that the checks drive.
pub fn browser() -> Result<&'static str> {
    let found = BROWSERS.iter().find(|name| exists(name));
    found.copied().with_context(|| format!("none of {} is installed", BROWSERS.join(", ")))
}

/// Installs valgrind, which counts instructions.
pub fn install_valgrind(root: &Path) -> Result<()> {
    if exists("valgrind") { Ok(()) } else { apt(root, &["valgrind"]) }
}

/// Installs strace, by which tests see the order of system calls.
pub fn install_strace(root: &Path) -> Result<()> {
    if exists("strace") { Ok(()) } else { apt(root, &["strace"]) }
}

/// Installs GNU time, which tells what a process took.
pub fn install_time(root: &Path) -> Result<()> {
    if Path::new("/usr/bin/time").is_file() { Ok(()) } else { apt(root, &["time"]) }
}

/// Installs poppler's `pdftoppm`, which turns a printed page into a picture.
pub fn install_pdftoppm(root: &Path) -> Result<()> {
    if exists("pdftoppm") { Ok(()) } else { apt(root, &["poppler-utils"]) }
}

fn missing_programs() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if !exists("java") {
        packages.push("default-jre-headless");
    }
    if !exists("node") {
        packages.push("nodejs");
    }
    if !exists("npm") {
        packages.push("npm");
    }
    if browser().is_err() {
        packages.push("chromium");
    }
    if !exists("fc-list") {
        packages.push("fontconfig");
    }
    packages
}

fn missing_fonts(root: &Path) -> Result<Vec<&'static str>> {
    let mut packages = Vec::new();
    for (language, package) in FONTS {
        let fonts = output(command(root, "fc-list", &[&format!(":lang={language}")]))?;
        if fonts.trim().is_empty() && !packages.contains(package) {
            packages.push(*package);
        }
    }
    Ok(packages)
}

fn apt(root: &Path, packages: &[&str]) -> Result<()> {
    if !exists("apt-get") {
        bail!("install {} by hand: there is no apt-get here", packages.join(", "));
    }
    let administrator = exists("sudo") && output(command(root, "id", &["-u"]))?.trim() != "0";
    let apt_get = |args: &[&str]| {
        let mut words = if administrator { vec!["sudo", "apt-get"] } else { vec!["apt-get"] };
        words.extend(args);
        let mut command = command(root, words[0], &words[1..]);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run(command)
    };
    apt_get(&["update", "-qq"])?;
    let install = ["install", "-y", "-qq", "--no-install-recommends"];
    apt_get(&[install.as_slice(), packages].concat())
}

/// `npm ci`, when the lock file is not the one that node_modules was made from.
fn node_packages(root: &Path) -> Result<()> {
    let folder = root.join("xtask/browser");
    let lock =
        fs::read_to_string(folder.join("package-lock.json")).context("xtask/browser/package-lock.json")?;
    if lock.contains("\"resolved\"") {
        bail!(
            "xtask/browser/package-lock.json records download addresses; make it with the .npmrc beside it"
        );
    }
    let installed_lock = folder.join("node_modules/installed-from.json");
    if fs::read_to_string(&installed_lock).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(command(&folder, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&installed_lock, lock).with_context(|| format!("write {}", installed_lock.display()))
}
