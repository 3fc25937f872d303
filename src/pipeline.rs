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
use crate::model::{Class, Corpus, Finding, Severity};
use crate::output::{self, OutPath, OutputTree};
use crate::parse::parse;
use crate::plan::plan;
use crate::render::{BUILTIN_THEME, TemplateSet, render};
use crate::resolve::{Selection, resolve};
use crate::source::{Loaded, Span};
use crate::view::{Edition as Shown, build as view, chart_files};

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
    let (parsed, found) = parse(&loaded.sources);
    faults.extend(found);
    let (corpus, found) = resolve(&parsed, &loaded.sources, selection);
    faults.extend(found);
    let lock = parsed.lock.as_ref().and_then(|(_, node)| {
        capture::read_lock(node).map_err(|fault| faults.push(fault)).ok()
    });
    Resolved { corpus, lock, faults }
}

/// Reads, resolves, looks quotes up and compares; nothing of a page yet.
pub fn judge(loaded: &Loaded, options: &Options) -> (Option<Judged>, Vec<Diagnostic>) {
    let Resolved { corpus, lock, mut faults } = resolved(loaded, options.selection);
    let Some(mut corpus) = corpus else { return (None, faults) };
    if let Some(base_url) = &options.base_url {
        corpus.settings.base_url = Some(base_url.clone());
    }
    if corpus.settings.base_url.is_none() {
        faults.push(no_base_url(loaded));
    }
    let (corpus, found) = capture::settle(corpus, lock.as_ref());
    faults.extend(found);
    let findings = check::findings(&corpus);
    faults.extend(check::diagnose(&corpus, &findings));
    (Some(Judged { corpus, findings }), faults)
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
    let edition = judged.and_then(|judged| edition(loaded, &judged, &mut diagnostics));
    diag::sort(&mut diagnostics);
    let stopped = diag::has_errors(&diagnostics);
    Built { edition: edition.filter(|_| !stopped), diagnostics }
}

/// A file of the edition: its path and its bytes.
type File = (String, Arc<[u8]>);

fn edition(loaded: &Loaded, judged: &Judged, faults: &mut Vec<Diagnostic>) -> Option<Edition> {
    let Judged { corpus, findings } = judged;
    let plan = plan(corpus);
    let templates =
        TemplateSet::new(&loaded.sources, &corpus.settings).map_err(|found| faults.extend(found)).ok()?;
    let shown = Shown::new(corpus, findings, &plan);
    let (pages, (charts, data)) = rayon::join(
        || render(&templates, &view(&shown)),
        || rayon::join(|| chart_files(&shown), || export::files(corpus, findings)),
    );
    let pages = pages.map_err(|found| faults.extend(found)).ok()?;
    let n_pages = pages.len();
    let files = pages
        .into_iter()
        .chain(charts)
        .chain(data)
        .map(|(route, bytes)| (route.to_string(), Arc::from(bytes)));
    let tree = tree(files.chain(assets(loaded, &corpus.settings.theme)), faults);
    let broken = output::verify(&tree, corpus.settings.base_url.as_deref());
    faults.extend(broken.into_iter().map(|fault| {
        let message = format!("{} in the built page `{}`", fault.message, fault.path);
        Diagnostic::without_place(Code::LinkBroken, Level::Error, message)
            .help("mend the link where the page's text or template is written")
    }));
    Some(Edition { tree, n_pages, headline: headline(findings) })
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
