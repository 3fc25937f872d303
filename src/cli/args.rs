//! Commands, their flags and their help.

use camino::Utf8PathBuf;
use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};

use crate::model::{Day, Id};
use crate::output::How;
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
    /// Make a project, an event or an article to begin with; never overwrites
    New(NewOptions),
    /// Add a claim to a fact sheet, keeping its comments and layout
    Add(AddOptions),
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
    /// One JSON object, on standard output
    Json,
    /// Annotations of a GitHub workflow, and a summary of the job
    Github,
    /// SARIF 2.1.0, on standard output
    Sarif,
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
    /// A rule such as `count-disjoint`, a code such as `quote-missing` or a template such as `event.html`; all are listed without one
    pub(super) name: Option<String>,
}

#[derive(Debug, Arguments)]
pub(super) struct NewOptions {
    #[command(subcommand)]
    pub(super) what: NewCommand,
}

/// What to make.
#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    /// A project with two reports that agree, vary and contradict each other
    Project {
        /// The folder to make it in
        folder: Utf8PathBuf,
    },
    /// A fact sheet for an event
    Event(EventOptions),
    /// A source document
    Article(ArticleOptions),
}

#[derive(Debug, Arguments)]
pub(super) struct EventOptions {
    /// Id of the event: it names the file, and the page
    #[arg(value_parser = id)]
    pub(super) id: Id,
    /// Heading
    #[arg(long)]
    pub(super) title: Option<String>,
    /// Ids of the articles that report on it, with commas between
    #[arg(long, value_delimiter = ',', value_parser = id)]
    pub(super) articles: Vec<Id>,
}

#[derive(Debug, Arguments)]
pub(super) struct ArticleOptions {
    /// Id of the article: it names the file, and claims refer to it
    #[arg(value_parser = id)]
    pub(super) id: Id,
    /// Headline
    #[arg(long)]
    pub(super) title: Option<String>,
    /// Name of the outlet
    #[arg(long)]
    pub(super) outlet: Option<String>,
    /// Where it was published
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(super) url: Option<String>,
    /// Day of publication: 2026-03-04, 2026-03
    #[arg(long, value_name = "DATE", value_parser = edtf)]
    pub(super) published: Option<String>,
    /// Language of its text
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(super) language: String,
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

fn id(text: &str) -> Result<Id, String> {
    Id::new(text).map_err(|fault| match fault.suggestion {
        Some(id) => format!("ids are lower-case letters, digits and single hyphens: {id}"),
        None => "ids are lower-case letters, digits and single hyphens".to_owned(),
    })
}

fn part(text: &str) -> Result<(Id, String), String> {
    let (part, words) = text.split_once('=').ok_or("write the part, `=` and its figure")?;
    Ok((id(part)?, words.to_owned()))
}

fn edtf(words: &str) -> Result<String, String> {
    match date::read(words) {
        Ok(_) => Ok(words.to_owned()),
        Err(fault) => {
            Err(fault.help.map_or(fault.message.clone(), |help| format!("{}; {help}", fault.message)))
        }
    }
}

fn web_address(url: &str) -> Result<String, String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if is_web && !url.contains(char::is_whitespace) {
        Ok(url.to_owned())
    } else {
        Err("write the whole address, beginning with https://".to_owned())
    }
}

fn day(words: &str) -> Result<Day, String> {
    let read = date::read(words).map_err(|fault| match fault.help {
        // The forms of all dates are of no use where one day is asked for.
        Some(help) if help.matches('`').count() == 2 => format!("{}; {help}", fault.message),
        Some(_) | None => format!("{}; write a day: 2026-11-22", fault.message),
    })?;
    read.earliest()
        .filter(|day| read.latest() == Some(*day))
        .ok_or_else(|| "write a day: 2026-11-22".to_owned())
}

fn base_url(text: &str) -> Result<String, String> {
    crate::config::base_url(text).map_err(|why| format!("it {why}"))
}
