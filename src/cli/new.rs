//! `variorum new`: starting points that build; never interactive, never over something.

use camino::{Utf8Path, Utf8PathBuf};

use super::args::{ArticleOptions, EventOptions, NewCommand, NewOptions};
use super::{Outcome, report};
use crate::author::{self, NewArticle, NewEvent, NewFile, new_article, new_event, new_project};
use crate::diag::nearest;
use crate::model::Id;
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source::{self, Loaded, SourceFile, Sources};

/// Makes the files that are asked for.
pub(super) fn new(project: &Utf8Path, options: &NewOptions) -> anyhow::Result<Outcome> {
    match &options.what {
        NewCommand::Project { folder } => {
            write(folder, &new_project(), &format!("build it with `variorum --project {folder} build`"))
        }
        NewCommand::Event(event) => new_sheet(project, event),
        NewCommand::Article(article) => new_source(project, article),
    }
}

fn new_sheet(project: &Utf8Path, options: &EventOptions) -> anyhow::Result<Outcome> {
    if options.articles.is_empty() {
        report::say(
            "error: an event that nobody reports asks nothing; name its articles: `--articles first,second`\n",
        );
        return Ok(Outcome::Misused);
    }
    let loaded = source::load(project)?;
    let everything = Selection { as_of: None, drafts: true };
    let Some(corpus) = pipeline::resolved(&loaded, everything).corpus else {
        report::say(&format!("error: there is no project in `{project}` that can be read\n"));
        return Ok(Outcome::Faulty);
    };
    let event =
        NewEvent { id: options.id.clone(), title: options.title.clone(), articles: options.articles.clone() };
    let path = Utf8PathBuf::from(format!("content/events/{}.yaml", event.id));
    let is_sound = |text: &str| is_sound(&loaded, &event, (&path, text));
    let prepared = match new_event(&event, &corpus, &is_sound) {
        Ok(prepared) => prepared,
        Err(id) => {
            let known = corpus.articles.iter().map(|article| article.id.as_str());
            let help = nearest(id.as_str(), known).map(|id| format!("; did you mean `{id}`?"));
            report::say(&format!("error: there is no article `{id}`{}\n", help.unwrap_or_default()));
            return Ok(Outcome::Misused);
        }
    };
    let all_wordless = prepared.wordless.len() == event.articles.len();
    let next = match prepared.wordless.as_slice() {
        [] => "check what was read out of the articles, and fill in the other questions".to_owned(),
        ids => format!(
            "no words of {} are at hand, so it has no claim of theirs yet{}",
            ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
            if all_wordless { "; the sheet is a draft until a question has an answer" } else { "" }
        ),
    };
    write(project, &[prepared.file], &next)
}

/// Whether a sheet beside its articles has no fault and no warning.
fn is_sound(loaded: &Loaded, event: &NewEvent, (path, text): (&Utf8PathBuf, &str)) -> bool {
    let is_needed = |file: &&SourceFile| {
        let article = |id: &Id| file.path == format!("content/articles/{id}.md").as_str();
        !file.path.starts_with("content")
            || file.path.parent().is_some_and(|folder| folder == "content")
            || event.articles.iter().any(article)
    };
    let others = loaded.sources.iter().map(|(_, file)| file).filter(is_needed).cloned();
    let sheet = SourceFile { path: path.clone(), text: text.to_owned() };
    let sources = Sources::new(others.chain([sheet]).collect());
    let trial = Loaded { sources, ..Loaded::default() };
    let selection = Selection { as_of: None, drafts: true };
    let (_, faults) = pipeline::judge(&trial, &Options { selection, base_url: None });
    let file = trial.sources.find(path);
    !faults.iter().any(|fault| fault.span.is_some_and(|span| Some(span.file) == file))
}

fn new_source(project: &Utf8Path, options: &ArticleOptions) -> anyhow::Result<Outcome> {
    let article = NewArticle {
        id: options.id.clone(),
        title: options.title.clone(),
        outlet: options.outlet.clone(),
        url: options.url.clone(),
        published: options.published.clone(),
        language: options.language.clone(),
    };
    write(project, &[new_article(&article)], "put its text below the front matter")
}

/// Writes the files, unless one of them is there.
fn write(root: &Utf8Path, files: &[NewFile], next: &str) -> anyhow::Result<Outcome> {
    let standing = author::standing(root, files);
    if !standing.is_empty() {
        let paths: Vec<String> = standing.iter().map(|path| format!("`{}`", root.join(path))).collect();
        let are = if paths.len() == 1 { "is" } else { "are" };
        report::say(&format!("error: {} {are} there already; nothing was written\n", paths.join(", ")));
        return Ok(Outcome::Misused);
    }
    author::write(root, files)?;
    files.iter().for_each(|file| report::say(&format!("{}\n", root.join(&file.path))));
    report::say(&format!("{next}\n"));
    Ok(Outcome::Fine)
}
