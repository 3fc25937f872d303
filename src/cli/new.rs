//! `variorum new`: starting points; never interactive, never over something.

use camino::{Utf8Path, Utf8PathBuf};

use super::args::{ArticleOptions, DeploymentOptions, EventOptions, NewCommand, NewOptions, ProjectOptions};
use super::{Outcome, report};
use crate::author::{
    self, Host, NewArticle, NewCapture, NewEvent, NewFile, NewProject, RELEASED_FROM, deployment,
    new_article, new_event, new_project,
};
use crate::diag::nearest;
use crate::model::{Id, TextMode};
use crate::parse::parse;
use crate::source;

/// Makes the files that are asked for.
pub(super) fn new(project: &Utf8Path, options: &NewOptions) -> anyhow::Result<Outcome> {
    match &options.what {
        NewCommand::Project(project) => new_folder(project),
        NewCommand::Deployment(options) => new_deployment(project, options),
        NewCommand::Event(event) => new_sheet(project, event),
        NewCommand::Article(article) => new_source(project, article),
    }
}

fn new_folder(options: &ProjectOptions) -> anyhow::Result<Outcome> {
    let folder = &options.folder;
    let mut files = new_project(&NewProject {
        bare: options.bare,
        captures: options.captures,
        language: options.language.clone(),
    });
    let command = format!("variorum --project {}", shell_word(folder));
    let mut next = match options.bare {
        true => format!("begin with `{command} new event ID`, then build it with `{command} build`"),
        false => format!("build it with `{command} build`"),
    };
    if options.github {
        let Some(repository) = released_from(options.program.as_deref()) else {
            return Ok(Outcome::Misused);
        };
        files.extend(deployment(Host::Github, &repository));
        next.push_str(&format!("; then {}", Host::Github.next()));
    }
    write(folder, &files, &next)
}

fn new_deployment(project: &Utf8Path, options: &DeploymentOptions) -> anyhow::Result<Outcome> {
    if !project.join("variorum.yaml").is_file() {
        report::say(&format!("error: there is no project in `{project}`\n"));
        return Ok(Outcome::Misused);
    }
    let Some(repository) = released_from(options.program.as_deref()) else {
        return Ok(Outcome::Misused);
    };
    let host = options.host.host();
    write(project, &deployment(host, &repository), host.next())
}

/// The repository whose releases hold the program; one that nobody named is not guessed.
fn released_from(named: Option<&str>) -> Option<String> {
    let known = named.or(RELEASED_FROM);
    if known.is_none() {
        report::say(
            "error: this program was not built by a release, so that it does not know where one can be fetched; \
             name the repository: `--program OWNER/NAME`\n",
        );
    }
    known.map(str::to_owned)
}

/// A path as it is written for a shell.
fn shell_word(path: &Utf8Path) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if path.as_str().chars().all(is_plain) { path.to_string() } else { format!("\"{path}\"") }
}

fn new_sheet(project: &Utf8Path, options: &EventOptions) -> anyhow::Result<Outcome> {
    if options.articles.is_empty() {
        report::say(
            "error: an event that nobody reports asks nothing; name its articles: `--articles first,second`\n",
        );
        return Ok(Outcome::Misused);
    }
    let loaded = source::load(project)?;
    let (parsed, _) = parse(&loaded.sources);
    let lost = parsed.lost_ids("content/articles");
    let known: Vec<_> = parsed.articles.iter().map(|(id, _)| id.clone()).chain(lost).collect();
    if let Some(id) = options.articles.iter().find(|id| !known.contains(id)) {
        let near = nearest(id.as_str(), known.iter().map(Id::as_str));
        let help = near.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default();
        report::say(&format!("error: there is no article `{id}`{help}\n"));
        return Ok(Outcome::Misused);
    }
    let event =
        NewEvent { id: options.id.clone(), title: options.title.clone(), articles: options.articles.clone() };
    let next =
        "take over the questions that the articles answer; the sheet is a draft until one has an answer";
    write(project, &[new_event(&event)], next)
}

fn new_source(project: &Utf8Path, options: &ArticleOptions) -> anyhow::Result<Outcome> {
    let capture = match (&options.capture, options.text) {
        (Some(_), Some(TextMode::Full)) => {
            report::say(
                "error: an article with `--text full` holds its text itself; leave `--capture` out\n",
            );
            return Ok(Outcome::Misused);
        }
        (None, Some(TextMode::Digest)) => {
            report::say(
                "error: the quotes of a digest are verified in a capture; name it: `--capture FILE`\n",
            );
            return Ok(Outcome::Misused);
        }
        (Some(path), Some(TextMode::Digest) | None) => match capture(path)? {
            Ok(capture) => Some(capture),
            Err(why) => {
                report::say(&format!("error: {why}\n"));
                return Ok(Outcome::Misused);
            }
        },
        (None, Some(TextMode::Full) | None) => None,
    };
    let next = match &capture {
        Some(_) => "put a digest in your own words below the front matter",
        None => "put its text below the front matter",
    };
    let article = NewArticle {
        id: options.id.clone(),
        title: options.title.clone(),
        outlet: options.outlet.clone(),
        url: options.url.clone(),
        published: options.published.clone(),
        language: options.language.clone(),
        kind: options.kind,
        capture,
    };
    write(project, &[new_article(&article)], next)
}

/// The capture with its digest, as `verify` will read it, or why it cannot be one.
fn capture(path: &Utf8Path) -> anyhow::Result<Result<NewCapture, String>> {
    let Some(name) = path.file_name() else {
        return Ok(Err(format!("`{path}` is not a file")));
    };
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty());
    let folder = folder.map_or_else(|| Utf8PathBuf::from("."), Utf8Path::to_owned);
    if !folder.is_dir() {
        return Ok(Err(format!("there is no folder `{folder}`")));
    }
    let mut found = source::load_captures(&folder, &[name.to_owned()].into())?;
    Ok(match found.remove(name) {
        None => Err(format!("there is no file `{path}`")),
        Some(file) => match file.text {
            Ok(_) => Ok(NewCapture { file: name.to_owned(), sha256: file.sha256 }),
            Err(why) => Err(format!("`{path}` cannot be a capture: {why}")),
        },
    })
}

/// Writes the files, unless one of them is there.
fn write(root: &Utf8Path, files: &[NewFile], next: &str) -> anyhow::Result<Outcome> {
    let standing = author::standing(root, files);
    if !standing.is_empty() {
        const N_SHOWN: usize = 3;
        let mut paths: Vec<String> = standing.iter().take(N_SHOWN).map(|path| format!("`{path}`")).collect();
        if standing.len() > N_SHOWN {
            paths.push(format!("{} more", standing.len() - N_SHOWN));
        }
        let last = paths.pop().unwrap_or_default();
        let told = if paths.is_empty() { last } else { format!("{} and {last}", paths.join(", ")) };
        let are = if standing.len() == 1 { "is" } else { "are" };
        report::say(&format!("error: {told} {are} there already; nothing was written\n"));
        return Ok(Outcome::Misused);
    }
    author::write(root, files)?;
    files.iter().for_each(|file| report::say(&format!("{}\n", root.join(&file.path))));
    report::say(&format!("{next}\n"));
    Ok(Outcome::Fine)
}
