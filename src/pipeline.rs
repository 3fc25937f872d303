//! The one place that knows the order of the stages; entry points [`judge`], [`stream`], [`build`] and [`open()`].
//!
//! Every stage is a function of what the ones before it made. Faults are collected, never
//! returned early, as long as the next stage has something to work on; an edition comes of it
//! only where no fault stops it.

mod accepted;
mod built;
mod doubt;
mod inputs;
mod intake;
mod opened;
mod scripts;
mod told;
mod weight;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::capture::{self, Lock};
use crate::chart;
use crate::check;
use crate::diag::{self, Code, Diagnostic, Level};
use crate::language;
use crate::model::{Corpus, Difference, Finding, Severity, Tallies};
use crate::output::{Dropped, InMemory, OutputTree, Sink};
use crate::parse::{self, parse, parse_again};
use crate::plan::{self, PageKind};
use crate::progress::{Progress, Stage};
use crate::resolve::{Selection, blame, doubtful, may_be_lost, may_hold_back, resolve};
use crate::source::{Asset, FileId, Loaded, Sources, Span};

pub use accepted::taken_out;
pub use doubt::Doubt;
pub use inputs::inputs;
pub use opened::{Making, Opened, open};
pub use told::Told;

/// What the last verification wrote.
const LOCK: &str = "content/captures.lock.yaml";

/// What an edition is made with, beside the project's files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What is left out.
    pub selection: Selection,
    /// Absolute address of the published root, over the one in variorum.yaml.
    pub base_url: Option<String>,
    /// What was made of the project before, where it is read again and again.
    pub kept: Option<Arc<Mutex<Kept>>>,
    /// Who hears of the stages.
    pub progress: Progress,
}

/// What is kept from one reading of a project for the next; each part compares all that it was made of.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Files as they were parsed.
    pub files: parse::Kept,
    /// Quotes as they were found.
    pub quotes: capture::Kept,
    /// Sheets as they were compared.
    pub checks: check::Kept,
}

/// A project with every quote looked up and every claim compared.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the sources say.
    pub corpus: Arc<Corpus>,
    /// Where they differ.
    pub findings: Vec<Finding>,
    /// What the last verification found.
    pub lock: Option<Lock>,
}

/// What an edition came to whose files were given to a sink.
#[derive(Clone, Debug)]
pub struct Summary {
    /// How many pages it has.
    pub n_pages: usize,
    /// How many files it has, pages among them.
    pub n_files: usize,
    /// How many bytes they have together.
    pub n_bytes: u64,
    /// What a reader should know first.
    pub headline: String,
    /// The values that the editors read, not the program, each with its place.
    pub read_by_editors: Vec<(Span, String)>,
}

/// What a build came to whose files were given to a sink.
#[derive(Clone, Debug, Default)]
pub struct Streamed {
    /// The edition, unless an error stops it.
    pub edition: Option<Summary>,
    /// Every fault, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many warnings the desk accepts, and are not told.
    pub n_accepted: usize,
}

/// A built edition in memory.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Every file.
    pub tree: OutputTree,
    /// What it came to.
    pub summary: Summary,
}

/// What a build in memory came to.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The edition, unless an error stops it.
    pub edition: Option<Edition>,
    /// Every fault, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many warnings the desk accepts, and are not told.
    pub n_accepted: usize,
}

/// A project with every reference looked up.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// What the sources say; `None` without settings.
    pub corpus: Option<Corpus>,
    /// What the last verification found.
    pub lock: Option<Lock>,
    /// Every fault so far.
    pub faults: Vec<Diagnostic>,
    /// Whether anything asks to be held back, on whatever day.
    pub may_hold_back: bool,
}

/// Reads and resolves; no quote is looked up yet, and nothing is compared.
pub fn resolved(loaded: &Loaded, options: &Options) -> Resolved {
    let Options { selection, progress, .. } = options;
    let mut faults = diag::of_loading(&loaded.faults);
    let (mut parsed, found) = progress.stage(Stage::Parse, None, || match &options.kept {
        Some(kept) => parse_again(&loaded.sources, &mut held(kept).files),
        None => parse(&loaded.sources),
    });
    faults.extend(found);
    let unread = loaded.faults.iter().filter_map(|fault| fault.span);
    parsed.lost.extend(unread.map(|span| loaded.sources.file(span.file).path.clone()));
    parsed.assets.clone_from(&loaded.assets);
    let (corpus, found) =
        progress.stage(Stage::Resolve, None, || resolve(&parsed, &loaded.sources, *selection));
    faults.extend(found);
    let lock = parsed
        .lock
        .as_ref()
        .and_then(|(_, node)| capture::read_lock(node).map_err(|fault| faults.push(fault)).ok());
    Resolved { corpus, lock, faults, may_hold_back: may_hold_back(&parsed) }
}

/// Reads, resolves, looks quotes up and compares; nothing of a page yet.
pub fn judge(loaded: &Loaded, options: &Options) -> (Option<Judged>, Vec<Diagnostic>) {
    let progress = &options.progress;
    let Resolved { corpus, lock, mut faults, may_hold_back } = resolved(loaded, options);
    let Some(mut corpus) = corpus else { return (None, faults) };
    if let Some(base_url) = &options.base_url {
        corpus.settings.base_url = Some(base_url.clone());
    }
    let settings = loaded.sources.find("variorum.yaml".into());
    let is_read = |file: FileId| !faults.iter().any(|fault| fault.span.is_some_and(|span| span.file == file));
    if let (None, Some(file)) = (&corpus.settings.base_url, settings.filter(|file| is_read(*file))) {
        faults.push(no_base_url(file));
    }
    let (corpus, found) = progress.stage(Stage::Settle, None, || match &options.kept {
        Some(kept) => capture::settle_again(corpus, lock.as_ref(), &mut held(kept).quotes),
        None => capture::settle(corpus, lock.as_ref()),
    });
    // A lock that is there and cannot be read has an error of its own, and says nothing of any quote.
    let is_lock_unread = lock.is_none() && loaded.sources.find(LOCK.into()).is_some();
    faults.extend(found.into_iter().filter(|fault| !is_lock_unread || fault.code != Code::QuoteUnverified));
    let corpus = Arc::new(corpus);
    let findings = progress.stage(Stage::Compare, None, || match &options.kept {
        Some(kept) => check::findings_again(&corpus, &mut held(kept).checks),
        None => check::findings(&corpus),
    });
    let doubtful = doubtful(&corpus, &faults, &loaded.sources);
    let words = OnceCell::new();
    let language = || words.get_or_init(|| language::read(&loaded.sources, &corpus.settings).language);
    let mut judged: Vec<Diagnostic> = progress.stage(Stage::Check, None, || {
        let judged = match &options.kept {
            Some(kept) => check::diagnose_again(&corpus, &findings, &language, &mut held(kept).checks),
            None => check::diagnose(&corpus, &findings, &language),
        };
        let judged = judged.into_iter().chain(chart::faults(&corpus));
        judged.filter(|fault| fault.span.is_none_or(|span| !doubtful.contains(&span))).collect()
    });
    judged.retain(|fault| fault.code != Code::NumberUnbound || !may_be_lost(fault, &faults, &loaded.sources));
    if may_hold_back && !corpus.settings.drafts && diag::has_errors(&judged) {
        blame_what_is_held_back(loaded, options, &mut judged);
    }
    faults.extend(judged);
    (Some(Judged { corpus, findings, lock }), faults)
}

fn held(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says of errors that the whole does not have that they come of what this edition holds back.
fn blame_what_is_held_back(loaded: &Loaded, options: &Options, errors: &mut [Diagnostic]) {
    let selection = Selection { drafts: true, ..options.selection };
    let (_, of_whole) = judge(loaded, &Options { selection, ..options.clone() });
    let is_of_whole = |fault: &Diagnostic| {
        of_whole.iter().any(|other| (other.span, other.code) == (fault.span, fault.code))
    };
    let is_of_edition = |fault: &&mut Diagnostic| fault.level == Level::Error && !is_of_whole(fault);
    errors.iter_mut().filter(is_of_edition).for_each(blame);
}

/// What an edition without an address goes without.
fn no_base_url(settings: FileId) -> Diagnostic {
    let message = "without a `base_url` there are no feeds and no sitemap, and pages have no canonical address, no \
        links between languages (hreflang) and no tags or cards for shared links";
    Diagnostic::warning(Code::BaseUrlMissing, Span::start_of(settings), message)
        .help("add `base_url:` to variorum.yaml, or build with `--base-url URL`")
}

/// Builds the edition in memory, for tests and for programs that want its files; with an error anywhere there is none.
pub fn build(loaded: &Loaded, options: &Options) -> Built {
    let files = InMemory::default();
    let making = Making { sink: &files, progress: &options.progress, is_stopped: &|| false };
    let Streamed { edition, diagnostics, n_accepted } = stream(loaded, judge(loaded, options), making);
    let edition = edition.map(|summary| Edition { tree: files.into_tree(), summary });
    Built { edition, diagnostics, n_accepted }
}

/// Makes the edition of a judged project and gives its files to a sink; with an error anywhere there is none.
///
/// Where an error was found already, the files are looked at for further faults, and the sink gets none.
pub fn stream(
    loaded: &Loaded,
    (judged, mut diagnostics): (Option<Judged>, Vec<Diagnostic>),
    making: Making<'_>,
) -> Streamed {
    let doubt = Doubt::of(&diagnostics, &loaded.sources);
    let accepted = judged.as_ref().map(|judged| judged.corpus.settings.accepted.clone()).unwrap_or_default();
    let edition = judged.and_then(|judged| edition(loaded, &judged, (&doubt, making), &mut diagnostics));
    let n_accepted = accepted::take_out(&accepted, &loaded.sources, &mut diagnostics);
    diag::sort(&mut diagnostics);
    let stopped = diag::has_errors(&diagnostics);
    Streamed { edition: edition.filter(|_| !stopped), diagnostics, n_accepted }
}

/// A file of the edition: its path, its bytes, and the author's file that gives it its name.
type File = (String, Arc<[u8]>, Option<FileId>);

fn edition(
    loaded: &Loaded,
    judged: &Judged,
    (doubt, making): (&Doubt, Making<'_>),
    faults: &mut Vec<Diagnostic>,
) -> Option<Summary> {
    making.progress.begin(Stage::Plan, None);
    let whole = |opened: &Opened<'_>, faults: &mut Vec<Diagnostic>| {
        making.progress.end(Stage::Plan);
        let sink: &dyn Sink = if diag::has_errors(faults) { &Dropped } else { making.sink };
        opened.whole(doubt, faults, Making { sink, ..making })
    };
    open(loaded, judged, faults, whole)?
}

/// The author's file that a page has its name from, where it is free to have another.
fn named_by(kind: PageKind, corpus: &Corpus, sources: &Sources) -> Option<FileId> {
    match kind {
        PageKind::Prose(i) => {
            sources.find(format!("content/pages/{}.md", corpus.pages[i].id).as_str().into())
        }
        PageKind::Moved(i) => Some(corpus.moved[i].span.file),
        PageKind::Removed(i) => Some(corpus.settings.removed[i].span.file),
        _ => None,
    }
}

/// The pictures that prose shows, each once, under the names that pages give them.
fn pictures(loaded: &Loaded, corpus: &Corpus) -> impl Iterator<Item = File> {
    let shown = corpus.prose().flat_map(|prose| &prose.pictures).filter_map(|placed| placed.picture.as_ref());
    let by_route: BTreeMap<_, _> = shown.map(|picture| (plan::picture_route(picture), picture)).collect();
    by_route.into_iter().filter_map(|(route, picture)| {
        let asset = Asset::at(&loaded.assets, &format!("content/static/{}", picture.path))?;
        Some((route.to_string(), asset.bytes.clone(), Some(asset.file)))
    })
}

/// What the editors answer for, claim by claim, in the order of the files.
fn read_by_editors(corpus: &Corpus) -> Vec<(Span, String)> {
    let read = corpus.claims.iter().filter_map(|claim| Some((claim, claim.editors.as_ref()?)));
    let mut listed: Vec<(Span, String)> = read
        .map(|(claim, editors)| {
            let (source, who) = (&corpus[claim.source].id, &editors.by);
            let line = format!("`{}` of `{source}` is read as `{}` by {who}", claim.words, editors.words);
            (editors.span, line)
        })
        .collect();
    listed.sort();
    listed
}

/// What the comparison came to, in a few words.
fn headline(findings: &[Finding]) -> String {
    let tallies = Tallies::of(findings);
    let [contradictions, reported, variants] =
        [Difference::Contradict, Difference::Reported, Difference::Variant].map(|kind| tallies.of_kind(kind));
    let of = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    format!(
        "{} in {}: {} ({} major), {}, {}",
        of(tallies.n_disputes(), "dispute", "disputes"),
        of(tallies.n_disputed(), "record", "records"),
        of(contradictions.n, "contradiction", "contradictions"),
        contradictions.of(Severity::Major),
        of(reported.n, "reported dispute", "reported disputes"),
        of(variants.n, "variant", "variants")
    )
}
