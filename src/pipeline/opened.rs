//! An edition of which every file is made when it is asked for; entry point [`open()`].
//!
//! A build asks for all of them at once, a server for those that somebody reads.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::{
    Edition, File, Judged, built, doubt::Doubt, headline, named_by, pictures, read_by_editors, scripts, tree,
    weight,
};
use crate::card;
use crate::diag::Diagnostic;
use crate::language;
use crate::output;
use crate::plan::{Page, Route, plan};
use crate::progress::{Progress, Stage};
use crate::render::{Assets, Published, Rendered, TemplateSet, all, render_page};
use crate::search;
use crate::source::Loaded;
use crate::view::{Edition as Shown, Pages, briefing_markdown, chart_files, documents};

/// Files by their path from the root.
type Files = BTreeMap<String, Arc<[u8]>>;

/// A judged project with its plan, its words and its templates; nothing of a page is made yet.
pub struct Opened<'a> {
    loaded: &'a Loaded,
    judged: &'a Judged,
    shown: &'a Shown<'a>,
    templates: TemplateSet,
    pages: Pages<'a>,
    /// Files that are published as they are.
    assets: Assets,
    /// The same by their paths, and the pictures that prose shows.
    copied: Files,
    charts: OnceLock<Files>,
    index: OnceLock<Files>,
    cards: OnceLock<Files>,
}

/// Opens a judged project for as long as `with` works on it; `None` where its templates have faults.
pub fn open<T>(
    loaded: &Loaded,
    judged: &Judged,
    faults: &mut Vec<Diagnostic>,
    with: impl FnOnce(&Opened<'_>, &mut Vec<Diagnostic>) -> T,
) -> Option<T> {
    let Judged { corpus, findings, lock } = judged;
    let plan = plan(corpus, findings);
    let words = language::read(&loaded.sources, &corpus.settings);
    faults.extend(words.faults.iter().cloned());
    let (assets, found) = Assets::of(&loaded.assets, &corpus.settings.theme);
    faults.extend(found);
    let templates = TemplateSet::new(&loaded.sources, &corpus.settings, &words, &assets)
        .map_err(|found| faults.extend(found))
        .ok()?;
    faults.extend(templates.unused());
    let shown = Shown::new(corpus, findings, &plan, &words.language).verified_by(lock.as_ref());
    let copied = published(&assets).chain(pictures(loaded, corpus)).map(|(path, bytes, _)| (path, bytes));
    let copied = copied.collect();
    let opened = Opened {
        loaded,
        judged,
        shown: &shown,
        templates,
        pages: Pages::new(&shown),
        assets,
        copied,
        charts: OnceLock::new(),
        index: OnceLock::new(),
        cards: OnceLock::new(),
    };
    Some(with(&opened, faults))
}

/// Who hears of the making of a whole edition, and may stop it.
#[derive(Clone, Copy)]
pub struct Heard<'a> {
    /// Hears of the stages.
    pub progress: &'a Progress,
    /// Asked between two pages; true stops the making.
    pub is_stopped: &'a (dyn Fn() -> bool + Sync),
}

impl Opened<'_> {
    /// The file at a path from the root; `None` where the edition has none, and what is wrong with the
    /// templates where its page cannot be made.
    pub fn file(&self, path: &str) -> Option<Result<Arc<[u8]>, Vec<Diagnostic>>> {
        if let Some(i) = self.shown.plan.position(path) {
            return Some(self.page(i).map(|(_, bytes)| bytes));
        }
        let of = |files: &Files| files.get(path).cloned();
        let made = of(&self.copied)
            .or_else(|| (path == BRIEFING).then(|| self.briefing()))
            .or_else(|| self.data().find(|(route, _)| route.as_str() == path).map(|(_, bytes)| bytes))
            .or_else(|| path.starts_with("charts/").then(|| of(self.charts())).flatten())
            .or_else(|| path.starts_with("search/").then(|| of(self.index())).flatten())
            .or_else(|| of(self.cards()));
        made.map(Ok)
    }

    /// The routes of the pages.
    pub fn routes(&self) -> impl Iterator<Item = &str> {
        self.shown.plan.pages.iter().map(|page| page.route.as_str())
    }

    /// Files that are published as they are: style sheets, scripts, the author's own, by their paths in their folders.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Published)> {
        self.assets.by_path()
    }

    /// Every file, verified; `None` where a page cannot be made, or where it was stopped between two pages.
    pub fn whole(&self, doubt: &Doubt, faults: &mut Vec<Diagnostic>, heard: Heard<'_>) -> Option<Edition> {
        let (loaded, Judged { corpus, findings, .. }) = (self.loaded, self.judged);
        let pages = self.all_pages(heard);
        let pages = all(pages?).map_err(|found| faults.extend(found)).ok()?;
        let n_pages = pages.len();
        let named_by = |page: &Page| named_by(page.kind, corpus, &loaded.sources);
        let named_by = self.shown.plan.pages.iter().map(named_by);
        let pages =
            pages.into_iter().zip(named_by).map(|((route, bytes), file)| (route.to_string(), bytes, file));
        let copied = published(&self.assets).chain(pictures(loaded, corpus));
        let files = pages.chain(self.made()).chain(copied);
        let tree = tree(files, faults);
        faults.extend(scripts::published(loaded));
        let verify = || output::verify(&tree, corpus.settings.base_url.as_deref());
        let mut found = heard.progress.stage(Stage::Verify, Some(tree.n_files()), verify);
        found.extend(output::collisions(&tree, crate::text::on_disk));
        faults.extend(weight::faults(&tree, loaded.sources.find("variorum.yaml".into())));
        faults
            .extend(built::Built { loaded, corpus, assets: &self.assets, tree: &tree, doubt }.faults(&found));
        Some(Edition {
            tree,
            n_pages,
            headline: headline(findings),
            read_by_editors: read_by_editors(corpus),
        })
    }

    /// Every page, and beside them what they share with files of their own; `None` where it was stopped.
    fn all_pages(&self, heard: Heard<'_>) -> Option<Vec<Result<Rendered, Vec<Diagnostic>>>> {
        let progress = heard.progress;
        let n = self.shown.plan.pages.len();
        // Before the pages: the page that tells of the data waits for them, and may not wait for itself.
        told(progress, Stage::Data, || self.shown.files().iter().map(|(_, bytes)| bytes));
        let page = |i: usize| {
            let made = (!(heard.is_stopped)()).then(|| self.page(i))?;
            let n_bytes = made.as_ref().map_or(0, |(_, bytes)| bytes.len());
            progress.did(Stage::Pages, 1, n_bytes as u64);
            Some(made)
        };
        let pages = || progress.stage(Stage::Pages, Some(n), || (0..n).into_par_iter().map(page).collect());
        let charts = || told(progress, Stage::Charts, || self.charts().values());
        let index = || told(progress, Stage::Search, || self.index().values());
        rayon::join(pages, || rayon::join(charts, index)).0
    }

    fn page(&self, i: usize) -> Result<Rendered, Vec<Diagnostic>> {
        render_page(&self.templates, &self.pages.page(i))
    }

    /// What the program makes beside pages.
    fn made(&self) -> impl Iterator<Item = File> {
        let charts = self.charts().iter().map(|(path, bytes)| (path.clone(), bytes.clone()));
        let index =
            self.index().iter().chain(self.cards()).map(|(path, bytes)| (path.clone(), bytes.clone()));
        let data = self.data().map(|(route, bytes)| (route.to_string(), bytes));
        let briefing = [(BRIEFING.to_owned(), self.briefing())];
        charts.chain(briefing).chain(data).chain(index).map(|(path, bytes)| (path, bytes, None))
    }

    fn briefing(&self) -> Arc<[u8]> {
        Arc::from(briefing_markdown(self.shown).into_bytes())
    }

    fn data(&self) -> impl Iterator<Item = (&Route, Arc<[u8]>)> {
        self.shown.files().iter().map(|(route, bytes)| (route, bytes.clone()))
    }

    fn charts(&self) -> &Files {
        self.charts.get_or_init(|| by_path(chart_files(self.shown)))
    }

    fn index(&self) -> &Files {
        self.index.get_or_init(|| by_path(search::files(&documents(self.shown))))
    }

    fn cards(&self) -> &Files {
        let Judged { corpus, findings, .. } = self.judged;
        self.cards
            .get_or_init(|| by_path(card::files(self.shown.plan, corpus, findings, self.shown.language)))
    }
}

fn published(assets: &Assets) -> impl Iterator<Item = File> {
    assets.files().map(|file| (file.path.clone(), Arc::clone(&file.bytes), file.file))
}

/// Makes the files of a stage, and tells of them.
fn told<'a, T: Iterator<Item = &'a Arc<[u8]>>>(progress: &Progress, stage: Stage, make: impl FnOnce() -> T) {
    let files = progress.stage(stage, None, make);
    let (n_files, n_bytes) = files.fold((0, 0), |(n, bytes), file| (n + 1, bytes + file.len() as u64));
    progress.did(stage, n_files, n_bytes);
}

/// The briefing as Markdown, for editors.
const BRIEFING: &str = "briefing.md";

fn by_path(files: Vec<(Route, Vec<u8>)>) -> Files {
    files.into_iter().map(|(route, bytes)| (route.to_string(), Arc::from(bytes))).collect()
}
