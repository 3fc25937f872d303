//! An edition of which every file is made when it is asked for; entry point [`open()`].
//!
//! A build asks for all of them at once, a server for those that somebody reads.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::intake::{Intake, Maker};
use super::{
    File, Judged, Summary, built, doubt::Doubt, headline, named_by, pictures, read_by_editors, scripts,
    weight,
};
use crate::card;
use crate::diag::Diagnostic;
use crate::language;
use crate::output::{Scans, Sink};
use crate::plan::{Route, plan};
use crate::progress::{Progress, Stage};
use crate::render::{Assets, Published, Rendered, TemplateSet, all, render_page};
use crate::search;
use crate::source::Loaded;
use crate::view::{ChartFiles, Edition as Shown, Pages, briefing_markdown, chart_files, documents};

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
    charts: OnceLock<ChartFiles>,
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

/// Who takes the files of a whole edition, who hears of the making, and may stop it.
#[derive(Clone, Copy)]
pub struct Making<'a> {
    /// Takes every file.
    pub sink: &'a dyn Sink,
    /// Hears of the stages.
    pub progress: &'a Progress,
    /// Asked again and again, between two pages or charts at least; true stops the making, and it may wait.
    pub is_stopped: &'a (dyn Fn() -> bool + Sync),
}

impl Opened<'_> {
    /// The file at a path from the root; `None` where the edition has none, and what is wrong with the
    /// templates where its page cannot be made.
    pub fn file(&self, path: &str) -> Option<Result<Arc<[u8]>, Vec<Diagnostic>>> {
        if let Some(i) = self.shown.plan.position(path) {
            return Some(self.page(i).map(|(_, bytes)| Arc::from(bytes)));
        }
        let of = |files: &Files| files.get(path).cloned();
        let made = of(&self.copied)
            .or_else(|| (path == BRIEFING).then(|| self.briefing()))
            .or_else(|| self.data().find(|(route, _)| route.as_str() == path).map(|(_, bytes)| bytes))
            .or_else(|| path.starts_with("charts/").then(|| self.chart(path)).flatten())
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

    /// Makes every file and verifies them all; `None` where a page cannot be made, or where it was stopped.
    pub fn whole(&self, doubt: &Doubt, faults: &mut Vec<Diagnostic>, making: Making<'_>) -> Option<Summary> {
        let Judged { corpus, findings, .. } = self.judged;
        let intake = Intake::new(making.sink, corpus.settings.base_url.as_deref());
        self.make(&intake, making)?.map_err(|found| faults.extend(found)).ok()?;
        let scans = intake.finish(faults);
        faults.extend(scripts::published(self.loaded));
        let verify = || self.verify(&scans, doubt);
        faults.extend(making.progress.stage(Stage::Verify, Some(scans.n_files()), verify));
        Some(Summary {
            n_pages: self.shown.plan.pages.len(),
            n_files: scans.n_files(),
            n_bytes: scans.sizes().map(|(_, n_bytes)| n_bytes).sum(),
            headline: headline(findings),
            read_by_editors: read_by_editors(corpus),
        })
    }

    /// Makes every file, and forgets each when it is taken; `None` where it was stopped.
    fn make(&self, intake: &Intake<'_>, making: Making<'_>) -> Option<Result<(), Vec<Diagnostic>>> {
        let Making { progress, is_stopped, .. } = making;
        let n = self.shown.plan.pages.len();
        let give = |path: &str, bytes: &[u8], stage: Stage| {
            intake.take(path, bytes, Maker::Program);
            progress.did(stage, 1, bytes.len() as u64);
        };
        let is_wanted = || !is_stopped() && !intake.is_closed();
        is_wanted().then_some(())?;
        // Before the pages: the page that tells of the data waits for them, and may not wait for itself.
        progress.stage(Stage::Data, None, || {
            self.shown.files().iter().for_each(|(route, bytes)| give(route.as_str(), bytes, Stage::Data));
        });
        let page = |i: usize| is_wanted().then(|| self.give_page(i, intake, progress));
        let pages = || {
            progress.stage(Stage::Pages, Some(n), || (0..n).into_par_iter().map(page).collect::<Option<_>>())
        };
        let charts = || {
            progress.stage(Stage::Charts, None, || {
                let files = chart_files(self.shown);
                files.try_for_each(|(route, bytes)| {
                    give(route.as_str(), &bytes, Stage::Charts);
                    is_wanted().then_some(())
                })
            })
        };
        let index = || {
            progress.stage(Stage::Search, None, || {
                let documents = is_wanted().then(|| documents(self.shown))?;
                let files = is_wanted().then(|| search::files(&documents))?.into_par_iter();
                files.for_each(|(route, bytes)| give(route.as_str(), &bytes, Stage::Search));
                is_wanted().then_some(())
            })
        };
        let (pages, (charts, index)) = rayon::join(pages, || rayon::join(charts, index));
        let pages: Vec<Result<(), Vec<Diagnostic>>> = pages?;
        charts.and(index)?;
        intake.take(BRIEFING, &self.briefing(), Maker::Program);
        self.cards().iter().for_each(|(path, bytes)| intake.take(path, bytes, Maker::Program));
        self.give_copies(intake);
        Some(all(pages).map(drop))
    }

    fn give_page(&self, i: usize, intake: &Intake<'_>, progress: &Progress) -> Result<(), Vec<Diagnostic>> {
        let made = self.page(i);
        let n_bytes = made.as_ref().map_or(0, |(_, bytes)| bytes.len());
        let named_by = named_by(self.shown.plan.pages[i].kind, &self.judged.corpus, &self.loaded.sources);
        let given = made.map(|(route, bytes)| intake.take(route.as_str(), &bytes, Maker::Page(i, named_by)));
        progress.did(Stage::Pages, 1, n_bytes as u64);
        given
    }

    /// What is published as it is.
    fn give_copies(&self, intake: &Intake<'_>) {
        let corpus = &self.judged.corpus;
        let copied = published(&self.assets).chain(pictures(self.loaded, corpus));
        let copied: Vec<_> = copied.collect();
        copied.par_iter().enumerate().for_each(|(i, (path, bytes, file))| {
            intake.take(path, bytes, Maker::Copied(i, *file));
        });
    }

    /// What is wrong with the edition as a whole.
    fn verify(&self, scans: &Scans, doubt: &Doubt) -> Vec<Diagnostic> {
        let (loaded, corpus) = (self.loaded, &self.judged.corpus);
        let read = |path: &str| self.file(path)?.ok();
        let mut found = scans.verify(corpus.settings.base_url.as_deref(), &read);
        found.extend(scans.collisions(crate::text::on_disk));
        let mut faults = weight::faults(scans, loaded.sources.find("variorum.yaml".into()));
        let (assets, made, links) = (&self.assets, RefCell::default(), RefCell::default());
        let n_anchors_asked = Cell::new(0);
        let read = &read;
        let built = built::Built { loaded, corpus, assets, scans, read, doubt, made, links, n_anchors_asked };
        faults.extend(built.faults(&found));
        faults
    }

    fn page(&self, i: usize) -> Result<Rendered, Vec<Diagnostic>> {
        render_page(&self.templates, &self.pages.page(i))
    }

    fn briefing(&self) -> Arc<[u8]> {
        Arc::from(briefing_markdown(self.shown).into_bytes())
    }

    fn data(&self) -> impl Iterator<Item = (&Route, Arc<[u8]>)> {
        self.shown.files().iter().map(|(route, bytes)| (route, bytes.clone()))
    }

    /// A file of a chart. The list is made by one thread alone: one that takes up other work meanwhile may want it.
    fn chart(&self, path: &str) -> Option<Arc<[u8]>> {
        let charts = self.charts.get_or_init(|| ChartFiles::of(self.shown));
        charts.file(self.shown, path).map(Arc::from)
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

/// The briefing as Markdown, for editors.
const BRIEFING: &str = "briefing.md";

fn by_path(files: Vec<(Route, Vec<u8>)>) -> Files {
    files.into_iter().map(|(route, bytes)| (route.to_string(), Arc::from(bytes))).collect()
}
