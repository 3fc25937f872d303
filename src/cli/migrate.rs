//! `variorum migrate`: the files of a project in the format that this program reads.

use camino::Utf8Path;

use super::{Outcome, report};
use crate::config::FORMAT;
use crate::parse::parse;
use crate::source;

/// Says in which format the project is written; there is one so far, so that nothing has to be changed.
pub(super) fn migrate(project: &Utf8Path) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let (parsed, _) = parse(&loaded.sources);
    let Some((_, settings)) = parsed.settings else {
        report::say(&format!("error: there is no variorum.yaml in `{project}` that can be read\n"));
        return Ok(Outcome::Misused);
    };
    let written = settings.format.map_or(FORMAT, |format| format.value.0);
    if written > FORMAT {
        report::say(&format!(
            "error: the project is written in format {written}, and this program reads format {FORMAT}; install a newer release\n"
        ));
        return Ok(Outcome::Faulty);
    }
    report::say(&format!(
        "the project is written in format {FORMAT}, which this program reads; nothing is to be changed\n"
    ));
    Ok(Outcome::Fine)
}
