//! The one place that knows the order of the stages; entry points [`judge`] and [`build`].
//!
//! Every stage is a function of what the ones before it made. Faults are collected, never
//! returned early, as long as the next stage has something to work on; an edition comes of it
//! only where no fault stops it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::capture::{self, Lock};
use crate::chart;
use crate::check;
use crate::diag::{self, Code, Diagnostic, Level};
use crate::export;
use crate::language;
use crate::model::{Class, Corpus, Finding, Severity};
use crate::output::{self, OutPath, OutputTree, TreeFault};
use crate::parse::parse;
use crate::plan::{Route, plan, prose_links_at};
use crate::render::{BUILTIN_THEME, TemplateSet, render};
use crate::resolve::{Selection, doubtful, resolve};
use crate::search;
use crate::source::{Loaded, Span};
use crate::view::{Edition as Shown, briefing_markdown, build as view, chart_files, documents};

/// What an edition is made with, beside the project's files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What is left out.
    pub selection: Selection,
    /// Absolute address of the published root, over the one in variorum.yaml.
    pub base_url: Option<String>,
}

/// A project with every quote looked up and every claim compared.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the sources say.
    pub corpus: Corpus,
    /// Where they differ.
    pub findings: Vec<Finding>,
    /// What the last verification found.
    pub lock: Option<Lock>,
}

/// A built edition, ready to be published.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Every file.
    pub tree: OutputTree,
    /// How many of them are pages.
    pub n_pages: usize,
    /// What a reader should know first.
    pub headline: String,
}

/// What a build came to.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// The edition, unless an error stops it.
    pub edition: Option<Edition>,
    /// Every fault, in order of place.
    pub diagnostics: Vec<Diagnostic>,
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
}

/// Reads and resolves; no quote is looked up yet, and nothing is compared.
pub fn resolved(loaded: &Loaded, selection: Selection) -> Resolved {
    let mut faults = diag::of_loading(&loaded.faults);
    let (mut parsed, found) = parse(&loaded.sources);
    faults.extend(found);
    let unread = loaded.faults.iter().filter_map(|fault| fault.span);
    parsed.lost.extend(unread.map(|span| loaded.sources.file(span.file).path.clone()));
    let (corpus, found) = resolve(&parsed, &loaded.sources, selection);
    faults.extend(found);
    let lock = parsed
        .lock
        .as_ref()
        .and_then(|(_, node)| capture::read_lock(node).map_err(|fault| faults.push(fault)).ok());
    Resolved { corpus, lock, faults }
}

/// Reads, resolves, looks quotes up and compares; nothing of a page yet.
pub fn judge(loaded: &Loaded, options: &Options) -> (Option<Judged>, Vec<Diagnostic>) {
    let Resolved { corpus, lock, mut faults } = resolved(loaded, options.selection);
    let Some(mut corpus) = corpus else { return (None, faults) };
    if let Some(base_url) = &options.base_url {
        corpus.settings.base_url = Some(base_url.clone());
    }
    if corpus.settings.base_url.is_none() && !diag::has_errors(&faults) {
        faults.push(no_base_url(loaded));
    }
    let (corpus, found) = capture::settle(corpus, lock.as_ref());
    faults.extend(found);
    let findings = check::findings(&corpus);
    let doubtful = doubtful(&corpus, &faults, &loaded.sources);
    let judged = check::diagnose(&corpus, &findings).into_iter();
    faults.extend(judged.filter(|fault| fault.span.is_none_or(|span| !doubtful.contains(&span))));
    (Some(Judged { corpus, findings, lock }), faults)
}

/// What an edition without an address goes without.
fn no_base_url(loaded: &Loaded) -> Diagnostic {
    let message =
        "without a `base_url` there is no feed, no sitemap, no canonical address and no social card";
    let fault = Diagnostic::without_place(Code::BaseUrlMissing, Level::Warning, message);
    let span = loaded.sources.find("variorum.yaml".into()).map(Span::start_of);
    Diagnostic { span, ..fault }.help("add `base_url:` to variorum.yaml, or build with `--base-url URL`")
}

/// Builds the edition in memory; with an error anywhere there is none.
pub fn build(loaded: &Loaded, options: &Options) -> Built {
    let (judged, mut diagnostics) = judge(loaded, options);
    let mut found = Vec::new();
    let edition = judged.and_then(|judged| edition(loaded, &judged, &mut found));
    if diag::has_errors(&diagnostics) {
        // Pages made of what is left after an error lack things that are only lost with it.
        let faulty: Vec<&str> = diagnostics
            .iter()
            .filter_map(|fault| loaded.sources.file(fault.span?.file).path.file_stem())
            .collect();
        let is_lost = |message: &str| faulty.iter().any(|stem| message.contains(stem));
        found
            .retain(|fault| fault.span.is_some() && !fault.message.contains('#') && !is_lost(&fault.message));
    }
    diagnostics.extend(found);
    diag::sort(&mut diagnostics);
    let stopped = diag::has_errors(&diagnostics);
    Built { edition: edition.filter(|_| !stopped), diagnostics }
}

/// A file of the edition: its path and its bytes.
type File = (String, Arc<[u8]>);

fn edition(loaded: &Loaded, judged: &Judged, faults: &mut Vec<Diagnostic>) -> Option<Edition> {
    let Judged { corpus, findings, lock } = judged;
    let plan = plan(corpus);
    let words = language::read(&loaded.sources, &corpus.settings);
    faults.extend(words.faults.iter().cloned());
    let templates = TemplateSet::new(&loaded.sources, &corpus.settings, &words)
        .map_err(|found| faults.extend(found))
        .ok()?;
    let shown = Shown::new(corpus, findings, &plan, &words.language).verified_by(lock.as_ref());
    let data = || (export::files(corpus, findings), search::files(&documents(&shown)));
    let (pages, (charts, (data, index))) =
        rayon::join(|| render(&templates, &view(&shown)), || rayon::join(|| chart_files(&shown), data));
    let pages = pages.map_err(|found| faults.extend(found)).ok()?;
    let n_pages = pages.len();
    let files = pages
        .into_iter()
        .chain(charts)
        .chain([(Route::new("briefing.md"), briefing_markdown(&shown).into_bytes())])
        .chain(data)
        .chain(index)
        .map(|(route, bytes)| (route.to_string(), Arc::from(bytes)));
    let tree = tree(files.chain(assets(loaded, &corpus.settings.theme)), faults);
    let broken = output::verify(&tree, corpus.settings.base_url.as_deref());
    faults.extend(broken.iter().flat_map(|fault| broken_links(corpus, &tree, fault)));
    Some(Edition { tree, n_pages, headline: headline(findings) })
}

/// A fault of a built page, at the author's words where it comes from them.
fn broken_links(corpus: &Corpus, tree: &OutputTree, fault: &TreeFault) -> Vec<Diagnostic> {
    let href = fault.link.as_deref().unwrap_or_default();
    let written = prose_links_at(corpus, fault.path.as_str(), href);
    if fault.link.is_none() || written.is_empty() {
        let message = format!("{} in the built page `{}`", fault.message, fault.path);
        let fault = Diagnostic::without_place(Code::LinkBroken, Level::Error, message);
        return vec![fault.help("mend the link where the page's text or template is written")];
    }
    let place = |(span, destination)| broken_link(tree, fault.path.as_str(), (span, destination));
    let safe = |destination: &str| !destination.split('/').next().unwrap_or_default().contains(':');
    written.into_iter().filter(|(_, destination)| safe(destination)).map(place).collect()
}

fn broken_link(tree: &OutputTree, page: &str, (span, destination): (Span, &str)) -> Diagnostic {
    const HELP: &str = "write a path of the edition from its root, such as `events/index.html`, an `https:` address or a `fact:`";
    let (path, fragment) = destination.split_once('#').unwrap_or((destination, ""));
    let path = if path.is_empty() { page } else { path };
    let Some((_, bytes)) = tree.iter().find(|(file, _)| file.as_str() == path) else {
        let message = format!("the edition has no file `{destination}`");
        let near = diag::nearest(path, tree.iter().map(|(file, _)| file.as_str()));
        let help = near.map_or_else(|| HELP.to_owned(), |near| format!("did you mean `{near}`?"));
        return Diagnostic::error(Code::LinkBroken, span, message).help(help);
    };
    let html = String::from_utf8_lossy(bytes);
    let ids = html.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let help = match diag::nearest(fragment, ids) {
        Some(near) => format!("did you mean `#{near}`?"),
        None => "anchors are the ids of facts, claims and disagreements, as in `#arrests`".to_owned(),
    };
    Diagnostic::error(Code::LinkBroken, span, format!("`{path}` has no anchor `#{fragment}`")).help(help)
}

/// Files that are published as they are: the built-in theme's under the chosen theme's, and the project's own.
fn assets(loaded: &Loaded, theme: &str) -> impl Iterator<Item = File> {
    let mut theme_files: BTreeMap<String, Arc<[u8]>> =
        BUILTIN_THEME.iter().map(|(path, bytes)| ((*path).to_owned(), Arc::from(*bytes))).collect();
    let theme_folder = format!("themes/{theme}/static/");
    theme_files.insert("assets/charts.css".to_owned(), Arc::from(chart::css().as_bytes()));
    let below = |folder: &str| {
        let folder = folder.to_owned();
        loaded.assets.iter().filter_map(move |asset| {
            Some((asset.path.as_str().strip_prefix(&folder)?.to_owned(), asset.bytes.clone()))
        })
    };
    theme_files.extend(below(&theme_folder));
    let own: Vec<File> = below("content/static/").collect();
    theme_files.into_iter().chain(own)
}

/// Puts every file at its path.
fn tree(files: impl Iterator<Item = File>, faults: &mut Vec<Diagnostic>) -> OutputTree {
    let mut tree = OutputTree::default();
    for (path, bytes) in files {
        let path = OutPath::new(path);
        let taken = path.map_err(|fault| fault.to_string()).and_then(|path| {
            tree.insert(path, bytes).map_err(|taken| format!("two files would be written to `{}`", taken.0))
        });
        if let Err(message) = taken {
            faults.push(Diagnostic::without_place(Code::RouteDuplicate, Level::Error, message));
        }
    }
    tree
}

/// What the comparison came to, in a few words.
fn headline(findings: &[Finding]) -> String {
    let count = |class: Class| findings.iter().filter(|finding| finding.class == class).count();
    let (contradictions, variants) = (count(Class::Contradict), count(Class::Variant));
    let major = findings.iter().filter(|finding| finding.severity == Severity::Major).count();
    format!(
        "{} discrepancies: {contradictions} contradictions ({major} major), {variants} variants",
        contradictions + variants
    )
}
