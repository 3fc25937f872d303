//! Commands, their flags and their help.

use camino::Utf8PathBuf;
use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};

use crate::author::Target;
use crate::model::{Day, Id};
use crate::output::How;

mod starting;
mod value;

pub(super) use starting::{
    ArticleOptions, DeploymentOptions, EventOptions, NewCommand, NewOptions, ProjectOptions,
};
use value::{base_url, day, edtf, id, part};

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
    /// Show the edition in a browser, and every edit of it at once; writes nothing
    Serve(ServeOptions),
    /// Check every quote against its capture, and write content/captures.lock.yaml
    Verify(VerifyOptions),
    /// Make a project, an event or an article to begin with; never overwrites
    New(NewOptions),
    /// Add a claim to a fact sheet, keeping its comments and layout
    Add(AddOptions),
    /// Give an article, a sheet, a fact, an entity or a page another id, everywhere it is named
    Rename(RenameOptions),
    /// Take an article with its claims, a sheet, a fact, an entity or a page out
    Remove(RemoveOptions),
    /// Print a built-in template, style sheet, script or file of words, to be changed
    Eject(EjectOptions),
    /// Say what is wrong around a project: its folder, its settings, what its editors use
    Doctor,
    /// Bring the files of a project into the format of this program
    Migrate,
    /// Explain a rule, a modifier or a code, or what a template is given
    Explain(ExplainOptions),
    /// Write JSON Schemas, by which editors complete and check
    Schema(SchemaOptions),
    /// Print what a shell needs to complete commands
    Completions(CompletionOptions),
    /// Print the manual page
    Man,
}

/// How to talk about faults.
#[derive(Clone, Debug, Arguments)]
pub(super) struct Talk {
    /// How faults are shown; `human` unless a GitHub workflow runs this, which gets `github`
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,
    /// Treat warnings as errors
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
    /// One JSON object, on standard output
    Json,
    /// Annotations of a GitHub workflow, and a summary of the job
    Github,
    /// SARIF 2.1.0, on standard output
    Sarif,
}

/// How long a run takes, stage by stage.
#[derive(Clone, Copy, Debug, Arguments)]
pub(super) struct Timing {
    /// Tell how long each stage took, and how many files and bytes it was about; stages that run beside each other both count
    #[arg(long, value_enum, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    pub(super) timings: Option<Timings>,
}

/// How the time of stages is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Timings {
    /// A row each, on standard error
    Text,
    /// One JSON object, on standard output
    Json,
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

/// How an edition is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Publish {
    /// An exchange where the disk allows it, in place elsewhere
    Auto,
    /// The whole folder changes places with the new one in one step
    Exchange,
    /// File by file into the same folder, for mounts and servers that hold it open
    InPlace,
}

impl Publish {
    /// The way that was asked for, if one was.
    pub(super) fn how(self) -> Option<How> {
        match self {
            Self::Auto => None,
            Self::Exchange => Some(How::Exchange),
            Self::InPlace => Some(How::InPlace),
        }
    }
}

#[derive(Debug, Arguments)]
pub(super) struct BuildOptions {
    /// Where the edition is written; site/ in the project unless given
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
    /// How the new edition takes the place of the old one
    #[arg(long, value_enum, value_name = "HOW", default_value_t = Publish::Auto)]
    pub(super) publish: Publish,
    /// Bring everything to the disk before the old edition goes, so that a power failure loses nothing
    #[arg(long)]
    pub(super) sync: bool,
    #[command(flatten)]
    pub(super) selecting: Selecting,
    #[command(flatten)]
    pub(super) timing: Timing,
    #[command(flatten)]
    pub(super) talk: Talk,
}

#[derive(Debug, Arguments)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) timing: Timing,
    #[command(flatten)]
    pub(super) selecting: Selecting,
    #[command(flatten)]
    pub(super) talk: Talk,
}

#[derive(Debug, Arguments)]
pub(super) struct ServeOptions {
    /// Where the server listens; 0 takes a free port
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    pub(super) port: u16,
    /// Address of this machine to listen on; any but the default lets others in
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub(super) address: std::net::IpAddr,
    /// Open the first page in a browser
    #[arg(long)]
    pub(super) open: bool,
    /// Command by which a page opens a file: `code -g {file}:{line}:{column}`
    #[arg(long, value_name = "COMMAND")]
    pub(super) editor: Option<String>,
    /// Look at the files twice a second instead of waiting for the system's word
    #[arg(long)]
    pub(super) poll: bool,
    /// Folder with the captured texts, by which quotes are verified after each edit
    #[arg(long, value_name = "DIR")]
    pub(super) captures: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub(super) selecting: Selecting,
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
    /// A rule such as `count-disjoint`, a code such as `quote-missing` or a template such as `event.html`; all are listed without one
    pub(super) name: Option<String>,
}

#[derive(Debug, Arguments)]
pub(super) struct AddOptions {
    #[command(subcommand)]
    pub(super) what: AddCommand,
}

/// What to add.
#[derive(Debug, Subcommand)]
pub(super) enum AddCommand {
    /// What a source answers
    Claim(ClaimOptions),
}

#[derive(Debug, Arguments)]
pub(super) struct ClaimOptions {
    /// Id of the event, the question or the entity that the fact is about
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(super) event: Id,
    /// Id of the fact
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(super) fact: Id,
    /// Id of the article
    #[arg(long, value_name = "ID", value_parser = id)]
    pub(super) source: Id,
    /// The answer in the source's own words; given several times, a list
    #[arg(long, value_name = "WORDS", required_unless_present = "part", allow_hyphen_values = true)]
    pub(super) value: Vec<String>,
    /// The answer for a part of a breakdown: `vietnamese=over 200`
    #[arg(long, value_name = "ID=WORDS", value_parser = part, conflicts_with = "value")]
    pub(super) part: Vec<(Id, String)>,
    /// What the editors read the value as, where the program does not read its words
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(super) read_as: Option<String>,
    /// Who read it so
    #[arg(long, value_name = "WHO", requires = "read_as", default_value = "editors")]
    pub(super) read_by: String,
    /// How they came to read it so
    #[arg(long, value_name = "WORDS", requires = "read_as", allow_hyphen_values = true)]
    pub(super) read_note: Option<String>,
    /// For money: which currency the source's word means, as a code of ISO 4217
    #[arg(long, value_name = "CODE")]
    pub(super) currency: Option<String>,
    /// The words it rests on
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(super) quote: String,
    /// Ids of those whom the source cites, with commas between
    #[arg(long, value_name = "IDS", value_delimiter = ',', value_parser = id)]
    pub(super) via: Vec<Id>,
    /// When the answer holds
    #[arg(long, value_name = "DATE", value_parser = edtf)]
    pub(super) as_of: Option<String>,
    /// A remark for readers
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(super) note: Option<String>,
}

/// What an id is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum WhatName {
    /// A source document
    Article,
    /// A fact sheet of an event or a question
    Sheet,
    /// An entry of content/entities.yaml
    Entity,
    /// A page of the project's own
    Page,
}

impl WhatName {
    /// Whether this is meant.
    pub(super) fn is(self, target: &Target) -> bool {
        matches!(
            (self, target),
            (Self::Article, Target::Article(_))
                | (Self::Sheet, Target::Sheet(_))
                | (Self::Entity, Target::Entity(_))
                | (Self::Page, Target::Page(_))
        )
    }
}

#[derive(Debug, Arguments)]
pub(super) struct RenameOptions {
    /// The id as it is: `herald`, or `raids/arrests` for a fact of a sheet
    pub(super) old: String,
    /// The id as it will be; of a fact without its sheet
    #[arg(value_parser = id)]
    pub(super) new: Id,
    /// Which of several things of that id is meant
    #[arg(long, value_enum)]
    pub(super) what: Option<WhatName>,
}

#[derive(Debug, Arguments)]
pub(super) struct RemoveOptions {
    /// The id: `herald`, or `raids/arrests` for a fact of a sheet
    pub(super) id: String,
    /// Which of several things of that id is meant
    #[arg(long, value_enum)]
    pub(super) what: Option<WhatName>,
}

#[derive(Debug, Arguments)]
pub(super) struct EjectOptions {
    /// A template such as `event.html`, a style sheet or script such as `variorum.css`, words such as `en.yaml`; all are listed without one
    pub(super) name: Option<String>,
}

#[derive(Debug, Arguments)]
pub(super) struct SchemaOptions {
    /// Where they are written; schemas/ in the project unless given
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<Utf8PathBuf>,
}

#[derive(Debug, Arguments)]
pub(super) struct CompletionOptions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}
