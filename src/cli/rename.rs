//! `variorum rename` and `variorum remove`: an id with everything that refers to it, comments kept.
//!
//! All changes are planned, and the project is judged as it would be, before the first file is written; where a
//! write fails, what was written before it is put back.

use anyhow::Context as _;
use camino::{Utf8Path, Utf8PathBuf};

use super::args::{Format, RemoveOptions, RenameOptions, Talk, WhatName};
use super::{Outcome, report};
use crate::author::{self, Change, Target};
use crate::diag::{Diagnostic, Level};
use crate::disk::{Folder, replace_file};
use crate::pipeline::{self, Options};
use crate::resolve::Selection;
use crate::source::{self, Loaded, SourceFile, Sources, TEXT_BYTES_MAX};

/// Faults that a change would bring are shown to a person.
const TALK: Talk = Talk { format: Some(Format::Human), strict: false, quiet: false };

/// Gives something another id.
pub(super) fn rename(project: &Utf8Path, options: &RenameOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let Some(target) = target(&loaded, &options.old, options.what) else { return Ok(Outcome::Misused) };
    let owner = match &target {
        Target::Fact(sheet, _) => format!("{sheet}/"),
        Target::Article(_) | Target::Sheet(_) | Target::Entity(_) | Target::Page(_) => String::new(),
    };
    let new = format!("{owner}{}", options.new);
    if let Some(taken) = author::targets(&loaded.sources, &new).first() {
        report::say(&format!("error: `{new}` is the id of {} already; nothing was written\n", kind(taken)));
        return Ok(Outcome::Misused);
    }
    let changes = author::rename(&loaded.sources, &target, &options.new);
    carry_out(project, &loaded, &changes, Judging::Same)
}

/// Takes something out.
pub(super) fn remove(project: &Utf8Path, options: &RemoveOptions) -> anyhow::Result<Outcome> {
    let loaded = source::load(project)?;
    let Some(target) = target(&loaded, &options.id, options.what) else { return Ok(Outcome::Misused) };
    let changes = author::remove(&loaded.sources, &target);
    carry_out(project, &loaded, &changes, Judging::Less)
}

/// What the project has to be after a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Judging {
    /// It says what it said.
    Same,
    /// It says less.
    Less,
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Article(_) => "an article",
        Target::Sheet(_) => "a fact sheet",
        Target::Entity(_) => "an entity",
        Target::Fact(..) => "a fact",
        Target::Page(_) => "a page",
    }
}

/// What an id means; where it means several things, the author says which.
fn target(loaded: &Loaded, name: &str, what: Option<WhatName>) -> Option<Target> {
    let mut found = author::targets(&loaded.sources, name);
    found.retain(|target| what.is_none_or(|what| what.is(target)));
    match found.as_slice() {
        [_] => return found.pop(),
        [] => report::say(&format!(
            "error: nothing has the id `{name}`; facts are named `sheet/fact`, other things by their file's name or their key in content/entities.yaml\n"
        )),
        several => {
            let kinds: Vec<&str> = several.iter().map(kind).collect();
            report::say(&format!(
                "error: `{name}` is the id of {}; say which: `--what …`\n",
                kinds.join(" and of ")
            ));
        }
    }
    None
}

fn carry_out(
    project: &Utf8Path,
    loaded: &Loaded,
    changes: &[Change],
    judging: Judging,
) -> anyhow::Result<Outcome> {
    let (before, n_before) = judged(loaded);
    let changed = changed(loaded, changes);
    let (mut after, n_after) = judged(&changed);
    let is_old = |fault: &Diagnostic| {
        before.iter().any(|old| (old.code, &old.message) == (fault.code, &fault.message))
    };
    let n_old = before.len();
    if after.len() > n_old || judging == Judging::Less {
        after.retain(|fault| !is_old(fault));
    } else {
        after.clear();
    }
    if !after.is_empty() || (judging == Judging::Same && n_before != n_after) {
        report::faults(project, &after, &changed.sources, &TALK)?;
        report::say("nothing was written; change first what is shown above, which would be wrong after it\n");
        return Ok(Outcome::Faulty);
    }
    write(project, loaded, changes)?;
    for change in changes {
        let old = &loaded.sources.file(change.file).path;
        let done = match &change.text {
            None => format!("{}: removed\n", project.join(old)),
            Some(_) if change.path == *old => format!("{}: changed\n", project.join(old)),
            Some(_) => format!("{}: now {}\n", project.join(old), project.join(&change.path)),
        };
        report::say(&done);
    }
    Ok(Outcome::Fine)
}

/// The errors of a project, drafts included, and how many facts, claims and findings it has.
fn judged(loaded: &Loaded) -> (Vec<Diagnostic>, [usize; 3]) {
    let selection = Selection { as_of: None, drafts: true };
    let (judged, mut faults) = pipeline::judge(loaded, &Options { selection, ..Options::default() });
    faults.retain(|fault| fault.level == Level::Error);
    let counts = judged.map_or([0; 3], |judged| {
        [judged.corpus.facts.len(), judged.corpus.claims.len(), judged.findings.len()]
    });
    (faults, counts)
}

/// The project as it would be.
fn changed(loaded: &Loaded, changes: &[Change]) -> Loaded {
    let files =
        loaded.sources.iter().filter_map(|(id, file)| match changes.iter().find(|one| one.file == id) {
            Some(change) => change.text.clone().map(|text| SourceFile { path: change.path.clone(), text }),
            None => Some(file.clone()),
        });
    Loaded { sources: Sources::new(files.collect()), ..loaded.clone() }
}

/// Writes every change, the new files before the old ones go; puts all back where one cannot be written.
fn write(project: &Utf8Path, loaded: &Loaded, changes: &[Change]) -> anyhow::Result<()> {
    let folder = Folder::open(project)?;
    let mut undo: Vec<(Utf8PathBuf, Option<Vec<u8>>)> = Vec::new();
    let mut steps = || -> anyhow::Result<()> {
        for change in changes {
            let old = &loaded.sources.file(change.file).path;
            let bytes = folder
                .read(old, TEXT_BYTES_MAX)
                .map_err(|_| anyhow::anyhow!("`{old}` cannot be read again"))?;
            let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { "\u{feff}" } else { "" };
            if bytes.strip_prefix(mark.as_bytes()) != Some(loaded.sources.file(change.file).text.as_bytes()) {
                anyhow::bail!("`{old}` was changed meanwhile");
            }
            if let Some(text) = &change.text {
                let before = (change.path == *old).then(|| bytes.clone());
                replace_file(&folder, &change.path, format!("{mark}{text}").as_bytes())?;
                undo.push((change.path.clone(), before));
            }
            if change.text.is_none() || change.path != *old {
                folder.remove_file(old)?;
                undo.push((old.clone(), Some(bytes)));
            }
        }
        Ok(())
    };
    let Err(error) = steps() else { return Ok(()) };
    for (path, before) in undo.into_iter().rev() {
        match before {
            Some(bytes) => {
                replace_file(&folder, &path, &bytes).context("what was changed is not put back")?;
            }
            None => folder.remove_file(&path)?,
        }
    }
    Err(error.context("nothing was changed"))
}
