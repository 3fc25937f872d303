//! `variorum build` and `variorum check`.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::args::{BuildOptions, CheckOptions, Selecting, Talk};
use super::{Outcome, report};
use crate::output;
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source;

/// Builds the edition and publishes it whole; an error leaves the earlier one as it was.
pub(super) fn build(project: &Utf8Path, options: &BuildOptions) -> anyhow::Result<Outcome> {
    let folder = options.output.clone().unwrap_or_else(|| project.join("site"));
    if let Some(read) = read_from(project, &folder) {
        report::say(&format!(
            "error: the project is read from `{read}`, and pages in it would be faults of the next build; \
             publish into another folder\n"
        ));
        return Ok(Outcome::Misused);
    }
    let loaded = source::load(project)?;
    let built = pipeline::build(&loaded, &pipeline_options(&options.selecting));
    let outcome = report::faults(project, &built.diagnostics, &loaded.sources, &options.talk)?;
    if outcome == Outcome::Faulty {
        refused(&options.talk);
        return Ok(Outcome::Faulty);
    }
    let Some(edition) = built.edition else { return Ok(Outcome::Faulty) };
    let published = output::publish(&edition.tree, &folder)?;
    if !options.talk.quiet {
        let n_files = edition.tree.n_files();
        report::say(&format!(
            "{folder}: {} pages, {n_files} files ({} written, {} unchanged, {} deleted); {}\n",
            edition.n_pages, published.written, published.unchanged, published.deleted, edition.headline
        ));
    }
    Ok(Outcome::Fine)
}

/// Does everything that `build` checks, and writes nothing.
pub(super) fn check(project: &Utf8Path, options: &CheckOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let built = pipeline::build(&loaded, &pipeline_options(&options.selecting));
    let outcome = report::faults(project, &built.diagnostics, &loaded.sources, &options.talk)?;
    if let (Outcome::Fine, Some(edition), false) = (outcome, &built.edition, options.talk.quiet) {
        report::say(&format!("nothing is wrong; {}\n", edition.headline));
    }
    Ok(outcome)
}

/// The folder of the project's own files in which an output folder lies.
fn read_from(project: &Utf8Path, output: &Utf8Path) -> Option<Utf8PathBuf> {
    let absolute = |path: &Utf8Path| {
        let mut plain = Utf8PathBuf::new();
        for part in camino::absolute_utf8(path).ok()?.components() {
            match part {
                Utf8Component::ParentDir => {
                    plain.pop();
                }
                Utf8Component::Prefix(_)
                | Utf8Component::RootDir
                | Utf8Component::CurDir
                | Utf8Component::Normal(_) => plain.push(part),
            }
        }
        Some(plain)
    };
    let output = absolute(output)?;
    let folders = ["content", "templates", "themes", "strings"].map(|name| project.join(name));
    folders.into_iter().find(|folder| absolute(folder).is_some_and(|folder| output.starts_with(folder)))
}

fn pipeline_options(selecting: &Selecting) -> Options {
    Options {
        selection: Selection { as_of: selecting.as_of, drafts: selecting.drafts },
        base_url: selecting.base_url.clone(),
    }
}

fn refused(talk: &Talk) {
    if !talk.quiet {
        report::say("nothing was written; the earlier edition stands as it was\n");
    }
}
