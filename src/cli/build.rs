//! `variorum build` and `variorum check`.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::args::{BuildOptions, CheckOptions, Selecting, Talk};
use super::progress::{self, Watch};
use super::stop::{self, Stop};
use super::{Outcome, report};
use crate::diag::{self, Code, Diagnostic};
use crate::output::{self, Claim, Dropped, Note, PublishOptions, Published, Sink, Staging};
use crate::pipeline::{self, Judged, Making, Options, Streamed, Summary, Told};
use crate::progress::{Progress, Stage};
use crate::resolve::Selection;
use crate::source::{self, Loaded, Sources, Span};

/// Builds the edition and publishes it whole; an error leaves the earlier one as it was.
pub(super) fn build(project: &Utf8Path, options: &BuildOptions) -> anyhow::Result<Outcome> {
    if let Some(misused) = progress::refused(options.timing.timings, &options.talk) {
        return Ok(misused);
    }
    let folder = options.output.clone().unwrap_or_else(|| project.join("site"));
    if let Some(read) = read_from(project, &folder)? {
        report::say(&format!(
            "error: the project is read from `{read}`, and pages in it would be faults of the next build; \
             publish into another folder\n"
        ));
        return Ok(Outcome::Misused);
    }
    let stop = stop::on_signals()?;
    // Held from before the project is read, so that no older edition follows a newer one.
    let waits = || report::say(&format!("another run is publishing in `{folder}`; this one waits for it\n"));
    let flag = stop.flag();
    let claim = stop.unbroken(|| {
        let claim = output::claim(&folder, &waits, &flag)?;
        stop.holds(claim.lock());
        anyhow::Ok(claim)
    })?;
    let watch = Watch::start(&options.talk);
    let loaded = load(project, &watch)?;
    let asked = Options { progress: watch.progress(), ..pipeline_options(&options.selecting) };
    let inputs = pipeline::inputs(&loaded, &asked);
    if let Some(told) = claim.unchanged(inputs).and_then(|text| Told::read(&text)) {
        stop.unbroken(|| {
            drop(claim);
            stop.holds(None);
        });
        watch.end(options.timing.timings)?;
        return say_again(project, &folder, (&told, &loaded.sources), &options.talk);
    }
    let judged = pipeline::judge(&loaded, &asked);
    let how = PublishOptions { how: options.publish.how(), sync: options.sync, stop: flag };
    let (staging, built) =
        stop.unbroken(|| streamed(&loaded, judged, (claim, how), (&stop, &asked.progress)));
    let report = || report::faults(project, &built.diagnostics, &loaded.sources, &options.talk);
    let outcome = watch.talk(report)?;
    let staging = match staging.filter(|_| outcome == Outcome::Fine) {
        Some(staging) => staging?,
        None => {
            watch.end(options.timing.timings)?;
            refused(&options.talk);
            return Ok(Outcome::Faulty);
        }
    };
    let Some(edition) = &built.edition else { return staging.failure().map_or(Ok(Outcome::Faulty), Err) };
    let told = Told::of(&built, edition);
    let note = Note { inputs, told: told.to_text() };
    let published = published((staging, &stop), edition, &note, &asked.progress)?;
    watch.end(options.timing.timings)?;
    say_what_is_unusual(&published, &folder);
    if !options.talk.quiet {
        let Published { written, unchanged, deleted, .. } = published;
        report::say(&summary(&folder, &told, [written, unchanged, deleted]));
    }
    Ok(Outcome::Fine)
}

/// Makes the edition of a judged project and stages its files; nothing is staged where an error stops it.
///
/// Where nothing can be staged, all is said that is wrong with the project before why that is.
fn streamed(
    loaded: &Loaded,
    judged: (Option<Judged>, Vec<Diagnostic>),
    (claim, how): (Claim, PublishOptions),
    (stop, progress): (&Stop, &Progress),
) -> (Option<anyhow::Result<Arc<Staging>>>, Streamed) {
    let asked = Arc::clone(&how.stop);
    let is_stopped = || asked.load(Ordering::SeqCst);
    let staging = (!diag::has_errors(&judged.1)).then(|| claim.stage(how).map(Arc::new));
    match &staging {
        Some(Ok(staging)) => {
            stop.holds(Some(staging.lock()));
            stop.stages(staging);
        }
        Some(Err(_)) | None => stop.holds(None),
    }
    let sink: &dyn Sink = match &staging {
        Some(Ok(staging)) => &**staging,
        Some(Err(_)) | None => &Dropped,
    };
    let built = pipeline::stream(loaded, judged, Making { sink, progress, is_stopped: &is_stopped });
    (staging, built)
}

/// Puts a staged edition in place; a signal that comes meanwhile is answered after that.
fn published(
    (staging, stop): (Arc<Staging>, &Stop),
    edition: &Summary,
    note: &Note,
    progress: &Progress,
) -> anyhow::Result<Published> {
    let published = progress.stage(Stage::Publish, None, || {
        stop.unbroken(|| {
            let published = staging.publish(Some(note));
            drop(staging);
            stop.holds(None);
            published
        })
    })?;
    progress.did(Stage::Publish, edition.n_files, edition.n_bytes);
    Ok(published)
}

/// Says what the last build said, which was of the same files and whose edition stands as it was published.
fn say_again(
    project: &Utf8Path,
    folder: &Utf8Path,
    (told, sources): (&Told, &Sources),
    talk: &Talk,
) -> anyhow::Result<Outcome> {
    let outcome = report::faults(project, &told.diagnostics, sources, talk)?;
    match outcome {
        Outcome::Faulty => refused(talk),
        Outcome::Fine if !talk.quiet => report::say(&summary(folder, told, [0, told.n_files, 0])),
        Outcome::Fine | Outcome::Misused => {}
    }
    Ok(outcome)
}

/// What an edition came to, and how many of its files were written, unchanged and deleted.
fn summary(folder: &Utf8Path, told: &Told, [written, unchanged, deleted]: [usize; 3]) -> String {
    format!(
        "{}{folder}: {} pages, {} files ({written} written, {unchanged} unchanged, {deleted} deleted); {}\n",
        accepted(told.n_accepted),
        told.n_pages,
        told.n_files,
        told.headline
    )
}

/// Does everything that `build` checks but for the address to publish under, and writes nothing.
pub(super) fn check(project: &Utf8Path, options: &CheckOptions) -> anyhow::Result<Outcome> {
    if let Some(misused) = progress::refused(options.timing.timings, &options.talk) {
        return Ok(misused);
    }
    let watch = Watch::start(&options.talk);
    let loaded = load(project, &watch)?;
    let asked = Options { progress: watch.progress(), ..pipeline_options(&options.selecting) };
    let making = Making { sink: &Dropped, progress: &asked.progress, is_stopped: &|| false };
    let mut built = pipeline::stream(&loaded, pipeline::judge(&loaded, &asked), making);
    watch.end(options.timing.timings)?;
    // The address can be given when the edition is built; nothing is published here.
    built.diagnostics.retain(|fault| fault.code != Code::BaseUrlMissing);
    let outcome = report::faults(project, &built.diagnostics, &loaded.sources, &options.talk)?;
    if let (Outcome::Fine, Some(edition), false) = (outcome, &built.edition, options.talk.quiet) {
        report::say(&accepted(built.n_accepted));
        report::say(&read_by_editors(project, &loaded.sources, &edition.read_by_editors));
        report::say(&format!("nothing is wrong; {}\n", edition.headline));
    }
    Ok(outcome)
}

/// Reads the project.
fn load(project: &Utf8Path, watch: &Watch) -> anyhow::Result<Loaded> {
    let progress = watch.progress();
    let loaded = progress.stage(Stage::Load, None, || source::load(project))?;
    let texts = loaded.sources.iter().map(|(_, file)| file.text.len());
    let assets = loaded.assets.iter().map(|asset| asset.bytes.len());
    let (n, bytes) = texts.chain(assets).fold((0, 0), |(n, all), bytes| (n + 1, all + bytes as u64));
    progress.did(Stage::Load, n, bytes);
    Ok(loaded)
}

/// How many warnings nobody is told of, since the desk accepts them.
pub(super) fn accepted(n: usize) -> String {
    match n {
        0 => String::new(),
        1 => "1 warning is accepted in variorum.yaml\n".to_owned(),
        n => format!("{n} warnings are accepted in variorum.yaml\n"),
    }
}

/// The values that the editors read, a line each, below how many they are.
fn read_by_editors(project: &Utf8Path, sources: &Sources, listed: &[(Span, String)]) -> String {
    if listed.is_empty() {
        return String::new();
    }
    let values = if listed.len() == 1 { "value is" } else { "values are" };
    let mut text = format!("{} {values} read by the editors, not by the program:\n", listed.len());
    for (span, line) in listed {
        let place = sources.place(*span);
        let path = project.join(&sources.file(span.file).path);
        let _ = writeln!(text, "  {path}:{}:{}: {line}", place.line, place.column);
    }
    text
}

/// What nobody asked for and the author should know.
fn say_what_is_unusual(published: &Published, folder: &Utf8Path) {
    if let Some(reason) = &published.in_place_because {
        report::say(&format!(
            "note: the edition was published in place, since {reason}; `--publish in-place` says that it is meant\n"
        ));
    }
    for renamed in &published.renamed {
        report::say(&format!(
            "warning: something other than this program changed a page or put a file in its place; what it wrote is kept \
             as `{}`, which the edition does not need\n",
            folder.join(renamed.to_string_lossy().as_ref())
        ));
    }
}

/// The folder of the project's own files in which an output folder really lies, links resolved.
fn read_from(project: &Utf8Path, output: &Utf8Path) -> anyhow::Result<Option<Utf8PathBuf>> {
    let output = real_or_plain(output)?;
    for name in ["content", "templates", "themes", "strings"] {
        let folder = project.join(name);
        if output.starts_with(real_or_plain(&folder)?) {
            return Ok(Some(folder));
        }
    }
    Ok(None)
}

/// The path without links and `..`: of what is there by the disk's word, of the rest by its names.
fn real_or_plain(path: &Utf8Path) -> anyhow::Result<Utf8PathBuf> {
    let absolute = camino::absolute_utf8(path)?;
    let mut real = Utf8PathBuf::new();
    for part in absolute.components() {
        match part {
            Utf8Component::ParentDir => {
                real.pop();
            }
            Utf8Component::Prefix(_)
            | Utf8Component::RootDir
            | Utf8Component::CurDir
            | Utf8Component::Normal(_) => real.push(part),
        }
        match real.canonicalize_utf8() {
            Ok(found) => real = found,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(anyhow::Error::new(error).context(format!("cannot reach `{real}`"))),
        }
    }
    Ok(real)
}

pub(super) fn pipeline_options(selecting: &Selecting) -> Options {
    Options {
        selection: Selection { as_of: selecting.as_of, drafts: selecting.drafts },
        base_url: selecting.base_url.clone(),
        ..Options::default()
    }
}

fn refused(talk: &Talk) {
    if !talk.quiet {
        report::say("nothing was written; the earlier edition stands as it was\n");
    }
}
