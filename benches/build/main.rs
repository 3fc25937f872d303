//! Where the time of a build goes: each stage alone, on this repository and on 200 generated events.
//!
//! `cargo bench --bench build`; a word after `--` picks stages by name. Times are of one call on all
//! cores. The letters keep the stages in their order.

#[path = "../../tests/scale/generated.rs"]
mod generated;

use rayon::iter::ParallelIterator as _;
use std::sync::OnceLock;

use camino::{Utf8Path, Utf8PathBuf};
use divan::{Bencher, black_box};
use tempfile::TempDir;
use variorum::language::Language;
use variorum::model::Corpus;
use variorum::parse::{Parsed, parse};
use variorum::pipeline::{self, Judged, Options};
use variorum::plan::{SitePlan, plan};
use variorum::render::{Assets, TemplateSet, render};
use variorum::resolve::{Selection, resolve};
use variorum::source::{self, Loaded};
use variorum::view::{Edition, PageView};
use variorum::{check, export, language, output, view};

const SIZE: generated::Size = generated::Size { n_events: 200, n_articles: 60, n_telling_first: 4 };
const PROJECTS: [&str; 2] = ["repository", "200 events"];

/// A project with what each stage makes of it, the next stage's input.
struct Staged {
    root: Utf8PathBuf,
    loaded: Loaded,
    parsed: Parsed,
    judged: Judged,
    plan: SitePlan,
    words: language::Read,
    assets: Assets,
    templates: TemplateSet,
    tree: output::OutputTree,
    /// Keeps a generated project on the disk.
    _folder: Option<TempDir>,
}

fn main() {
    divan::main();
}

#[divan::bench(args = PROJECTS)]
fn a_whole_build_in_memory(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| {
        let loaded = source::load(&staged.root).expect("it was loaded before");
        pipeline::build(&loaded, &Options::default())
    });
}

#[divan::bench(args = PROJECTS)]
fn b_load(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| source::load(black_box(&staged.root)).expect("it was loaded before"));
}

#[divan::bench(args = PROJECTS)]
fn c_parse(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| parse(black_box(&staged.loaded.sources)));
}

#[divan::bench(args = PROJECTS)]
fn d_resolve(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| resolve(black_box(&staged.parsed), &staged.loaded.sources, Selection::default()));
}

#[divan::bench(args = PROJECTS)]
fn e_compare(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| check::findings(black_box(&staged.judged.corpus)));
}

#[divan::bench(args = PROJECTS)]
fn f_diagnose(bencher: Bencher<'_, '_>, project: &str) {
    let Judged { corpus, findings, .. } = &staged(project).judged;
    let english = Language::english();
    bencher.bench(|| check::diagnose(black_box(corpus), findings, &|| &english));
}

#[divan::bench(args = PROJECTS)]
fn g_view_pages_with_charts(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| pages(black_box(staged)));
}

#[divan::bench(args = PROJECTS)]
fn g_view_chart_files(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| view::chart_files(&shown(black_box(staged))).collect::<Vec<_>>());
}

#[divan::bench(args = PROJECTS)]
fn h_templates(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    let Staged { loaded, words, assets, .. } = staged;
    bencher.bench(|| TemplateSet::new(black_box(&loaded.sources), settings(staged), words, assets));
}

#[divan::bench(args = PROJECTS)]
fn i_render(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    let pages = pages(staged);
    bencher.bench(|| render(black_box(&staged.templates), &pages));
}

#[divan::bench(args = PROJECTS)]
fn j_export(bencher: Bencher<'_, '_>, project: &str) {
    let Judged { corpus, findings, .. } = &staged(project).judged;
    bencher.bench(|| export::files(black_box(corpus), findings));
}

#[divan::bench(args = PROJECTS)]
fn k_verify_links(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.bench(|| output::verify(black_box(&staged.tree), None));
}

/// The first publication of an edition: every file is written.
#[divan::bench(args = PROJECTS, sample_count = 20)]
fn l_publish_all(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    bencher.with_inputs(|| tempfile::tempdir().expect("the benchmark can make a folder")).bench_refs(
        |folder| {
            let site =
                Utf8Path::from_path(folder.path()).expect("temporary folders have UTF-8 names").join("site");
            output::publish(&staged.tree, &site).expect("an empty folder takes the edition")
        },
    );
}

/// The same edition again: nothing is written.
#[divan::bench(args = PROJECTS, sample_count = 20)]
fn m_publish_unchanged(bencher: Bencher<'_, '_>, project: &str) {
    let staged = staged(project);
    let folder = tempfile::tempdir().expect("the benchmark can make a folder");
    let site = Utf8Path::from_path(folder.path()).expect("temporary folders have UTF-8 names").join("site");
    output::publish(&staged.tree, &site).expect("an empty folder takes the edition");
    bencher.bench(|| output::publish(&staged.tree, &site).expect("the folder holds this edition"));
}

fn pages(staged: &'static Staged) -> Vec<PageView> {
    view::build(&shown(staged))
}

fn shown(staged: &Staged) -> Edition<'_> {
    Edition::new(&staged.judged.corpus, &staged.judged.findings, &staged.plan, &staged.words.language)
}

fn settings(staged: &Staged) -> &variorum::model::Settings {
    let corpus: &Corpus = &staged.judged.corpus;
    &corpus.settings
}

fn staged(project: &str) -> &'static Staged {
    static REPOSITORY: OnceLock<Staged> = OnceLock::new();
    static GENERATED: OnceLock<Staged> = OnceLock::new();
    if project == PROJECTS[0] {
        return REPOSITORY.get_or_init(|| stage(Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")), None));
    }
    GENERATED.get_or_init(|| {
        let folder = tempfile::tempdir().expect("the benchmark can make a folder");
        let root =
            Utf8PathBuf::try_from(folder.path().to_owned()).expect("temporary folders have UTF-8 names");
        generated::write(&root, SIZE).expect("the benchmark can write its folder");
        stage(root, Some(folder))
    })
}

fn stage(root: Utf8PathBuf, folder: Option<TempDir>) -> Staged {
    let loaded = source::load(&root).expect("the project is there");
    let (parsed, _) = parse(&loaded.sources);
    let (judged, _) = pipeline::judge(&loaded, &Options::default());
    let judged = judged.expect("the project has settings");
    let built = pipeline::build(&loaded, &Options::default());
    let faults: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
    assert!(built.edition.is_some(), "{root} has errors: {faults:#?}");
    let edition = built.edition.expect("that it is there was asserted");
    let words = language::read(&loaded.sources, &judged.corpus.settings);
    let (assets, _) = Assets::of(&loaded.assets, &judged.corpus.settings.theme);
    let templates = TemplateSet::new(&loaded.sources, &judged.corpus.settings, &words, &assets);
    let templates = templates.expect("an edition was built with them");
    let plan = plan(&judged.corpus, &judged.findings);
    Staged {
        root,
        loaded,
        parsed,
        judged,
        plan,
        words,
        assets,
        templates,
        tree: edition.tree,
        _folder: folder,
    }
}
