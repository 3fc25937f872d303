//! What `variorum new` takes.

use camino::Utf8PathBuf;
use clap::{Args as Arguments, Subcommand, ValueEnum};

use super::value::{choice, edtf, id, language, repository, web_address};
use crate::author::Host;
use crate::model::{ArticleKind, Id, TextMode};

#[derive(Debug, Arguments)]
pub(in crate::cli) struct NewOptions {
    #[command(subcommand)]
    pub(in crate::cli) what: NewCommand,
}

/// What to make.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum NewCommand {
    /// A project with two reports that agree, vary and contradict each other
    Project(ProjectOptions),
    /// Files that publish the project: a workflow, or the settings of a host
    Deployment(DeploymentOptions),
    /// A fact sheet for an event
    Event(EventOptions),
    /// A source document
    Article(ArticleOptions),
}

#[derive(Debug, Arguments)]
pub(in crate::cli) struct ProjectOptions {
    /// The folder to make it in
    pub(in crate::cli) folder: Utf8PathBuf,
    /// Without the sample
    #[arg(long)]
    pub(in crate::cli) bare: bool,
    /// Show a digest, too, with the capture in which its quotes are verified
    #[arg(long, conflicts_with = "bare")]
    pub(in crate::cli) captures: bool,
    /// Language of the edition
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub(in crate::cli) language: String,
    /// With the workflow that checks it, and publishes it with GitHub Pages
    #[arg(long)]
    pub(in crate::cli) github: bool,
    /// Repository at GitHub whose releases hold this program; one that was built by a release knows it
    #[arg(long, value_name = "OWNER/NAME", requires = "github", value_parser = repository)]
    pub(in crate::cli) program: Option<String>,
}

#[derive(Debug, Arguments)]
pub(in crate::cli) struct DeploymentOptions {
    /// Where the project is published from
    #[arg(value_enum)]
    pub(in crate::cli) host: HostName,
    /// Repository at GitHub whose releases hold this program; one that was built by a release knows it
    #[arg(long, value_name = "OWNER/NAME", value_parser = repository)]
    pub(in crate::cli) program: Option<String>,
}

/// Where a project is published from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum HostName {
    /// GitHub Pages, by a workflow
    Github,
    /// GitLab Pages
    Gitlab,
    /// Netlify
    Netlify,
    /// Cloudflare Pages
    Cloudflare,
    /// Any static host or S3-compatible store, by a script
    Static,
}

impl HostName {
    /// The host of that name.
    pub(in crate::cli) fn host(self) -> Host {
        match self {
            Self::Github => Host::Github,
            Self::Gitlab => Host::Gitlab,
            Self::Netlify => Host::Netlify,
            Self::Cloudflare => Host::Cloudflare,
            Self::Static => Host::Static,
        }
    }
}

#[derive(Debug, Arguments)]
pub(in crate::cli) struct EventOptions {
    /// Id of the event: it names the file, and the page
    #[arg(value_parser = id)]
    pub(in crate::cli) id: Id,
    /// Heading
    #[arg(long)]
    pub(in crate::cli) title: Option<String>,
    /// Ids of the articles that report on it, with commas between
    #[arg(long, value_delimiter = ',', value_parser = id)]
    pub(in crate::cli) articles: Vec<Id>,
}

#[derive(Debug, Arguments)]
pub(in crate::cli) struct ArticleOptions {
    /// Id of the article: it names the file, and claims refer to it
    #[arg(value_parser = id)]
    pub(in crate::cli) id: Id,
    /// Headline
    #[arg(long)]
    pub(in crate::cli) title: Option<String>,
    /// Name of the outlet
    #[arg(long)]
    pub(in crate::cli) outlet: Option<String>,
    /// Where it was published
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(in crate::cli) url: Option<String>,
    /// Day of publication: 2026-03-04, 2026-03
    #[arg(long, value_name = "DATE", value_parser = edtf)]
    pub(in crate::cli) published: Option<String>,
    /// Language of its text
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    pub(in crate::cli) language: String,
    /// What kind of text it is: report, statement, analysis or social-post
    #[arg(long, default_value = "report", value_parser = choice::<ArticleKind>)]
    pub(in crate::cli) kind: ArticleKind,
    /// Whether the file will hold the source's text or your digest of it: full or digest
    #[arg(long, value_parser = choice::<TextMode>)]
    pub(in crate::cli) text: Option<TextMode>,
    /// File with the source's text, for a digest; its SHA-256 is written into the article
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) capture: Option<Utf8PathBuf>,
}
