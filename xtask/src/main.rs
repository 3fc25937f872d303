//! `cargo xtask`: everything that is done to the project rather than by it; entry point [`main`].
//!
//! `cargo xtask test` is the gate. It runs every check, installs what a check needs, and is all
//! that CI calls.

mod gate;
mod command;
mod tools;
mod bench;
mod cargo;
mod tidy;
mod edition;
mod quotes;
mod deny;
mod packages;
mod deployments;
mod pages;
mod growth;
mod large;

use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  test [STEP..]         run the gate, or the named steps of it
  tidy                  only the rules on how the code is laid out
  golden                rebuild site/ and accept what it holds now
  html [SITE]           check the HTML of site/ or of another built folder
  browser [SITE]        open every page of it in a browser
  shots DIR [PAGE..]    screenshots in three widths, light, dark and print, to look at
  pictures              the pictures of README, in docs/pictures/
  bench [EVENTS..]      what builds of 100 and 1000 events cost, or of so many, beside Hugo and a plain writer
  corpus DIR EVENTS     write the made-up project of so many events that `bench` builds
  install               only install what the checks need
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&root(), &args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(root: &Path, args: &[&str]) -> Result<ExitCode> {
    match args {
        ["test", steps @ ..] => return gate::run(root, steps),
        ["tidy"] => tidy::run(root)?,
        ["golden"] => edition::accept(root)?,
        ["html"] => pages::html(root, &edition::site(root)?)?,
        ["html", site] => pages::html(root, Path::new(site))?,
        ["browser"] => pages::browser(root, &edition::site(root)?)?,
        ["browser", site] => pages::browser(root, Path::new(site))?,
        ["shots", folder, shown @ ..] => pages::shots(root, Path::new(folder), shown)?,
        ["pictures"] => pages::pictures(root)?,
        ["bench", sizes @ ..] => bench::run(root, sizes)?,
        ["corpus", folder, events] => bench::write_corpus(Path::new(folder), events)?,
        ["install"] => tools::install(root)?,
        _ => {
            eprint!("{USAGE}");
            return Ok(ExitCode::from(3));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The repository, wherever cargo was called from.
fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask/ is a folder of the repository").to_owned()
}
