//! One edition under service: a thread that owns it and makes the files that are asked for.
//!
//! Entry point [`Generation::start`]. Pages, links and anchors of the whole edition are verified beside it,
//! on a thread that leaves the processors to readers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::fault::{self, Fault};
use super::going::Going;
use crate::diag::{self, Diagnostic};
use crate::digest::Digest;
use crate::output::{Dropped, base_path};
use crate::pipeline::{Doubt, Judged, Making, Opened, open};
use crate::progress::Progress;
use crate::render::Published;
use crate::source::Loaded;

/// Threads that make files of one edition.
const N_MAKERS: usize = 4;

/// An edition that can be asked for its files.
#[derive(Debug)]
pub(super) struct Generation {
    /// Rises with every edition.
    pub(super) number: u64,
    /// The path that it is published below, from `/` to `/`.
    pub(super) base: String,
    /// Routes of all pages.
    pub(super) routes: BTreeSet<String>,
    /// Files that are published as they are, by their paths in their folders.
    pub(super) assets: BTreeMap<String, Asset>,
    ask: Sender<Ask>,
    verifying: Arc<Going>,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asset {
    /// Its path in the edition, which may have a digest in it.
    pub(super) path: String,
    pub(super) digest: Digest,
}

/// A file, as the edition has it.
#[derive(Clone, Debug)]
pub(super) enum Made {
    /// Its bytes.
    File(Arc<[u8]>),
    /// There is none.
    Missing,
    /// Its page cannot be made.
    Faulty(Vec<Fault>),
}

/// What verifying the whole edition came to.
#[derive(Debug)]
pub(super) struct Verified {
    /// Of which edition.
    pub(super) number: u64,
    /// Faults beyond those that are known.
    pub(super) faults: Vec<Fault>,
}

#[derive(Debug)]
struct Ask {
    path: String,
    reply: oneshot::Sender<Made>,
}

impl Generation {
    /// Opens a judged project without errors; its faults where its templates have some.
    ///
    /// `verified` is told once, unless another edition takes its place before.
    pub(super) fn start(
        number: u64,
        loaded: Loaded,
        judged: Judged,
        verified: impl FnOnce(Verified) + Send + 'static,
    ) -> Result<Self, Vec<Fault>> {
        let (ask, asked) = channel();
        let (ready, opened) = channel();
        let verifying = Arc::new(Going::default());
        let going = Arc::clone(&verifying);
        let base = base_path(judged.corpus.settings.base_url.as_deref()).to_owned();
        std::thread::spawn(move || {
            let mut faults = Vec::new();
            let worked = open(&loaded, &judged, &mut faults, |edition, _| {
                let routes: BTreeSet<String> = edition.routes().map(str::to_owned).collect();
                let asset =
                    |file: &Published| Asset { path: file.path.clone(), digest: Digest::of(&file.bytes) };
                let assets: BTreeMap<String, Asset> =
                    edition.assets().map(|(path, file)| (path.to_owned(), asset(file))).collect();
                // Whoever started it may have gone.
                if ready.send(Ok((routes, assets))).is_ok() {
                    work(edition, &loaded, asked, || verify(edition, &loaded, number, &going).map(verified));
                }
            });
            if worked.is_none() {
                let _ = ready.send(Err(fault::worded(&faults, &loaded.sources)));
            }
        });
        let gone = || vec![fault::of_machine(&anyhow::anyhow!("the edition could not be opened"))];
        let (routes, assets) = opened.recv().unwrap_or_else(|_| Err(gone()))?;
        Ok(Self { number, base, routes, assets, ask, verifying })
    }

    /// The file at a path from the root.
    pub(super) async fn file(&self, path: &str) -> Made {
        let (reply, answer) = oneshot::channel();
        let asked = self.ask.send(Ask { path: path.to_owned(), reply });
        match asked {
            Ok(()) => answer.await.unwrap_or(Made::Missing),
            Err(_) => Made::Missing,
        }
    }

    /// What a page is known by, so that it is sent again only when it is another: its bytes, without the
    /// digests of its style sheets, which a reader gets without loading the page again.
    pub(super) fn print(&self, page: &[u8]) -> String {
        let mut html = String::from_utf8_lossy(page).into_owned();
        let named = self.assets.iter().filter(|(path, asset)| path.ends_with(".css") && **path != asset.path);
        for (path, asset) in named {
            html = html.replace(&asset.path, path);
        }
        Digest::of(html.as_bytes()).to_string()[..16].to_owned()
    }

    /// Breaks off the verification of an edition that another has taken the place of.
    pub(super) fn stop(&self) {
        self.verifying.stop();
    }

    /// Leaves the processors to an edit that is being read.
    pub(super) fn rest(&self) {
        self.verifying.rest();
    }

    /// Goes on with the verification where it rests.
    pub(super) fn go_on(&self) {
        self.verifying.go_on();
    }
}

/// Makes files until nobody can ask any more.
///
/// Plain threads, not those of the pool: one that waits there takes up another file meanwhile, and would
/// wait for itself where both need what is made only once.
fn work(
    edition: &Opened<'_>,
    loaded: &Loaded,
    asked: Receiver<Ask>,
    verify: impl FnOnce() -> Option<()> + Send,
) {
    let asked = Mutex::new(asked);
    let next = || asked.lock().unwrap_or_else(PoisonError::into_inner).recv();
    std::thread::scope(|scope| {
        for _ in 0..N_MAKERS {
            scope.spawn(|| {
                while let Ok(Ask { path, reply }) = next() {
                    let made = match edition.file(&path) {
                        Some(Ok(bytes)) => Made::File(bytes),
                        Some(Err(faults)) => Made::Faulty(fault::worded(&faults, &loaded.sources)),
                        None => Made::Missing,
                    };
                    // A reader who has left asks for nothing.
                    let _ = reply.send(made);
                }
            });
        }
        scope.spawn(verify);
    });
}

/// Makes every file and looks at all of them; `None` where another edition came in between.
fn verify(edition: &Opened<'_>, loaded: &Loaded, number: u64, going: &Going) -> Option<Verified> {
    let is_stopped = || going.is_over();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let making = Making { sink: &Dropped, progress: &Progress::default(), is_stopped: &is_stopped };
    let mut whole = || edition.whole(&Doubt::default(), &mut faults, making).is_some();
    // One thread of its own: readers come first.
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(&mut whole),
        Err(_) => whole(),
    };
    diag::sort(&mut faults);
    (!is_stopped()).then(|| Verified { number, faults: fault::worded(&faults, &loaded.sources) })
}
