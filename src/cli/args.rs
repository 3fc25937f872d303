//! Commands, their flags and their help.

use camino::Utf8PathBuf;
use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};

use crate::model::Day;
use crate::value::date;

/// Turns articles and fact sheets into a website that shows where the sources disagree.
#[derive(Debug, Parser)]
#[command(name = "variorum", version, max_term_width = 100)]
pub(super) struct Args {
    /// Folder that holds variorum.yaml
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) project: Utf8PathBuf,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the edition into site/
    Build(BuildOptions),
    /// Do everything that build checks, and write nothing
    Check(CheckOptions),
    /// Check every quote against its capture, and write content/captures.lock.yaml
    Verify(VerifyOptions),
    /// Explain a rule, a modifier or a code
    Explain(ExplainOptions),
}

/// How to talk about faults.
#[derive(Clone, Debug, Arguments)]
pub(super) struct Talk {
    /// How faults are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
    /// Take warnings for errors
    #[arg(long)]
    pub(super) strict: bool,
    /// Say nothing but errors
    #[arg(long)]
    pub(super) quiet: bool,
}

/// How faults are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the text underlined
    Human,
    /// One line each
    Short,
}

/// What the edition takes in.
#[derive(Clone, Debug, Arguments)]
pub(super) struct Selecting {
    /// The day the edition is made for; embargoes that end later hold
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// Take drafts and embargoed articles in
    #[arg(long)]
    pub(super) drafts: bool,
    /// Absolute address of the published root
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,
}

#[derive(Debug, Arguments)]
pub(super) struct BuildOptions {
    /// Where the edition is written; site/ in the project unless given
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub(super) selecting: Selecting,
    #[command(flatten)]
    pub(super) talk: Talk,
}

#[derive(Debug, Arguments)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) selecting: Selecting,
    #[command(flatten)]
    pub(super) talk: Talk,
}

#[derive(Debug, Arguments)]
pub(super) struct VerifyOptions {
    /// Folder with the captured texts
    #[arg(long, value_name = "DIR")]
    pub(super) captures: Utf8PathBuf,
    /// Show each figure of the captures that no claim records, with the sentence around it
    #[arg(long)]
    pub(super) coverage: bool,
    #[command(flatten)]
    pub(super) talk: Talk,
}

#[derive(Debug, Arguments)]
pub(super) struct ExplainOptions {
    /// A rule such as `count-disjoint`, or a code such as `quote-missing`; all are listed without one
    pub(super) name: Option<String>,
}

fn day(words: &str) -> Result<Day, String> {
    let read = date::read(words).map_err(|fault| fault.message)?;
    read.earliest()
        .filter(|day| read.latest() == Some(*day))
        .ok_or_else(|| "write a day: 2026-11-22".to_owned())
}

fn base_url(text: &str) -> Result<String, String> {
    crate::config::base_url(text).map_err(|why| format!("it {why}"))
}
