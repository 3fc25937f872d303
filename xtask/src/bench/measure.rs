//! A command as a whole process: its time, and the most memory that it held.

use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What one run of a command took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Seconds from begin to end.
    pub wall: f64,
    /// Seconds of all processors.
    pub cpu: f64,
    /// Megabytes held at once.
    pub megabytes: f64,
    /// Files that a build says it wrote.
    pub n_written: Option<usize>,
}

impl Cost {
    /// A row of the table.
    pub fn print(&self, name: &str, full: &Cost) {
        let share = self.wall / full.wall;
        let written = self.n_written.map(|n| n.to_string()).unwrap_or_default();
        println!(
            "{name:<28} {:>8.2} {:>8.2} {:>8.0} {share:>8.2} {written:>8}",
            self.wall, self.cpu, self.megabytes
        );
    }
}

/// Runs a command under GNU time, whose words go into a file.
pub fn cost(words: &Path, program: &Path, args: &[&str]) -> Result<Cost> {
    let mut time = Command::new("/usr/bin/time");
    time.args(["-f", "%e %U %S %M", "-o"]).arg(words).arg(program).args(args);
    let output = time.stdin(Stdio::null()).output().context("run /usr/bin/time")?;
    if !output.status.success() {
        bail!("{} failed: {}", program.display(), String::from_utf8_lossy(&output.stderr));
    }
    let text = fs::read_to_string(words).with_context(|| format!("read {}", words.display()))?;
    let cost = read(&text).with_context(|| format!("these are no figures: {text}"))?;
    Ok(Cost { n_written: written(&String::from_utf8_lossy(&output.stderr)), ..cost })
}

/// The figure before `written` in what a build says.
fn written(said: &str) -> Option<usize> {
    let (before, _) = said.rsplit_once(" written, ")?;
    before.rsplit_once('(')?.1.parse().ok()
}

fn read(text: &str) -> Option<Cost> {
    let figures: Vec<f64> = text.split_whitespace().map_while(|word| word.parse().ok()).collect();
    let [wall, user, system, kilobytes] = figures[..] else { return None };
    // Its clock has hundredths; a shorter run counts as one.
    Some(Cost {
        wall: wall.max(0.01),
        cpu: (user + system).max(0.01),
        megabytes: kilobytes / 1_000.0,
        n_written: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_says_how_many_files_it_wrote() {
        let said = "warning: (1 written, x)\nsite: 17 pages, 59 files (3 written, 56 unchanged, 0 deleted); 2 disputes";
        assert_eq!(written(said), Some(3));
        assert_eq!(written("nothing was written; the earlier edition stands"), None);
    }

    #[test]
    fn the_words_of_time_are_read() {
        let cost = read("1.50 2.00 0.25 123000\n").unwrap();
        assert_eq!((cost.wall, cost.cpu, cost.megabytes), (1.5, 2.25, 123.0));
        assert!(read("Command exited with non-zero status 1\n").is_none());
    }
}
