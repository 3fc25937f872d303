//! What a build costs as projects grow, beside Hugo on the same articles and beside a program that only
//! writes the same bytes; entry point [`run`].
//!
//! Every figure is of a whole process in one run of this command: wall time, time of all processors, the
//! most memory held at once. Nothing here fails for being slow.

pub mod corpus;
mod edits;
mod hugo;
mod measure;
mod serving;
mod writer;

use crate::command::{command, run as run_command};
use crate::tools;
use anyhow::{Context as _, Result};
use measure::{Cost, cost};
use std::fs;
use std::path::Path;

/// Events where none are named; ten thousand take minutes, and are asked for by number.
const SIZES: &[usize] = &[100, 1_000];

/// Measures projects of so many events.
pub fn run(root: &Path, sizes: &[&str]) -> Result<()> {
    let sizes: Vec<usize> = sizes
        .iter()
        .map(|size| size.parse().with_context(|| format!("`{size}` is no number of events")))
        .collect::<Result<_>>()?;
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    tools::install_time(root)?;
    run_command(command(root, "cargo", &["build", "--profile", "dist", "--locked", "--quiet"]))?;
    let program = root.join("target/dist/variorum");
    let peer = hugo::install(root)?;
    let folder = root.join("target/bench");
    let mut full: Vec<(usize, Cost)> = Vec::new();
    for n in sizes {
        let project = corpus::write(&folder.join(n.to_string()), n)?;
        println!("\n{n} events, {} articles", 3 * n);
        println!("{:<28} {:>8} {:>8} {:>8} {:>8} {:>8}", "", "wall s", "CPU s", "MB", "of full", "written");
        let cost = of_builds(&program, &project, n)?;
        beside(&project, n, peer.as_deref(), &cost)?;
        serving::measure(&program, &project)?;
        full.push((n, cost));
    }
    for pair in full.windows(2) {
        let [(few, small), (many, large)] = pair else { continue };
        let power = (large.cpu / small.cpu).ln() / (*many as f64 / *few as f64).ln();
        println!("\nfrom {few} to {many} events processor time grows with the power {power:.2}");
    }
    Ok(())
}

/// Writes the project of so many events into a folder, to build it by hand.
pub fn write_corpus(folder: &Path, events: &str) -> Result<()> {
    let events = events.parse().with_context(|| format!("`{events}` is no number of events"))?;
    let project = corpus::write(folder, events)?;
    println!("{}", project.display());
    Ok(())
}

/// A full build, one that changes nothing, and one after each of four edits.
fn of_builds(program: &Path, project: &Path, n: usize) -> Result<Cost> {
    let build = || cost(&project.join("time.txt"), program, &["--project", path(project)?, "build"]);
    let site = project.join("site");
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("clear {}", site.display()))?;
    }
    let full = build()?;
    full.print("full", &full);
    build()?.print("nothing changed", &full);
    for (name, edit) in edits::edits(project, n)? {
        let undo = edit.apply()?;
        build()?.print(name, &full);
        undo.apply()?;
        build()?;
    }
    Ok(full)
}

/// What others take for the same: a writer of the same bytes, and Hugo.
fn beside(project: &Path, n: usize, peer: Option<&Path>, full: &Cost) -> Result<()> {
    let (written, bytes) = writer::measure(&project.join("site"), &project.join("copied"))?;
    println!(
        "{:<28} {written:>8.2}   the same {} MB by two threads; a build takes {:.1} times that",
        "writer",
        bytes / 1_000_000,
        full.wall / written
    );
    let Some(peer) = peer else {
        println!("{:<28} not installed here", "Hugo");
        return Ok(());
    };
    let cost = hugo::measure(peer, &project.join("peer"), n)?;
    println!(
        "{:<28} {:>8.2} {:>8.2} {:>8.0}   no charts, search, judging; a build takes {:.2} times that",
        "Hugo",
        cost.wall,
        cost.cpu,
        cost.megabytes,
        full.wall / cost.wall
    );
    hugo::serve(peer, &project.join("peer"))
}

fn path(path: &Path) -> Result<&str> {
    path.to_str().context("the repository's path is not UTF-8")
}
