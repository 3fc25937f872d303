//! `variorum build` and `variorum check`.

use camino::Utf8Path;

use super::args::{BuildOptions, CheckOptions, Selecting, Talk};
use super::{Outcome, report};
use crate::output;
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source;

/// Builds the edition and publishes it whole; an error leaves the earlier one as it was.
pub(super) fn build(project: &Utf8Path, options: &BuildOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let built = pipeline::build(&loaded, &pipeline_options(&options.selecting));
    let outcome = report::faults(project, &built.diagnostics, &loaded.sources, &options.talk)?;
    if outcome == Outcome::Faulty {
        refused(&options.talk);
        return Ok(Outcome::Faulty);
    }
    let Some(edition) = built.edition else { return Ok(Outcome::Faulty) };
    let folder = options.output.clone().unwrap_or_else(|| project.join("site"));
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
