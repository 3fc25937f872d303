//! The thread that reads the project again when a file of it changed; entry point [`Desk::work`].

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use tokio::sync::watch;

use super::change::{Line, Summary};
use super::fault::{self, Fault};
use super::generation::{Generation, Verified};
use super::prints::{Prints, changed, files, prints};
use super::state::{State, Told};
use super::watch::Watching;
use super::{Options, Say};
use crate::capture::{self, Lock};
use crate::diag::{self, Code, Diagnostic, Level};
use crate::pipeline::{self, Judged};
use crate::source::{self, Loaded};

/// What the desk is told.
#[derive(Debug)]
pub(super) enum Event {
    /// Some file may have changed.
    Changed,
    /// The whole edition was looked at.
    Verified(Verified),
}

/// A burst of changes ends with so long a pause…
const PAUSE: Duration = Duration::from_millis(5);
/// … that is longer where many files change, as in a checkout…
const PAUSE_OF_MANY: Duration = Duration::from_millis(150);
const MANY: usize = 20;
/// … or after so long, as where a log is written into the project.
const BURST_MAX: Duration = Duration::from_secs(2);
/// An error counts once the files rest so long: editors save in two steps.
const ERROR_RESTS: Duration = Duration::from_millis(250);
/// How often a folder is looked for that may have been put in another's place.
const RENEW_EVERY: Duration = Duration::from_secs(1);

/// What came of reading a project once.
struct Attempt {
    loaded: Loaded,
    judged: Option<Judged>,
    diagnostics: Vec<Diagnostic>,
    /// Files that are others than the time before.
    changed: Vec<Utf8PathBuf>,
    begun: Instant,
}

/// What makes editions of a project that is being edited.
pub(super) struct Desk {
    project: Utf8PathBuf,
    captures: Option<Utf8PathBuf>,
    options: pipeline::Options,
    say: Say,
    states: watch::Sender<State>,
    verified: Sender<Event>,
    watching: Watching,
    prints: Option<Prints>,
    summary: Option<Summary>,
    number: u64,
}

impl Desk {
    /// A desk that has read nothing yet; it tells itself of editions that were verified.
    pub(super) fn new(
        options: &Options,
        say: Say,
        states: watch::Sender<State>,
        (verified, watching): (Sender<Event>, Watching),
    ) -> Self {
        let Options { project, captures, edition, .. } = options.clone();
        let (prints, summary) = (None, None);
        Self {
            project,
            captures,
            options: pipeline::Options { kept: Some(Arc::default()), ..edition },
            say,
            states,
            verified,
            watching,
            prints,
            summary,
            number: 0,
        }
    }

    /// Makes an edition of the project, and another after each change, until the program ends.
    pub(super) fn work(mut self, events: &Receiver<Event>) {
        self.read_again(events);
        loop {
            match events.recv_timeout(RENEW_EVERY) {
                Ok(Event::Changed) => {
                    let shown = self.states.borrow().edition.clone();
                    shown.iter().for_each(|edition| edition.rest());
                    self.rest(events, PAUSE);
                    self.watching.renew();
                    self.read_again(events);
                    shown.iter().for_each(|edition| edition.go_on());
                }
                Ok(Event::Verified(verified)) => self.tell_verified(&verified),
                Err(RecvTimeoutError::Timeout) => {
                    if self.watching.renew() {
                        self.read_again(events);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Waits until nothing has changed for so long; true where something did meanwhile.
    fn rest(&self, events: &Receiver<Event>, pause: Duration) -> bool {
        let begun = now();
        let mut n_changes = 0;
        loop {
            let pause = if n_changes < MANY { pause } else { pause.max(PAUSE_OF_MANY) };
            match events.recv_timeout(pause) {
                Ok(Event::Changed) if begun.elapsed() < BURST_MAX => n_changes += 1,
                Ok(Event::Changed) => return true,
                Ok(Event::Verified(verified)) => self.tell_verified(&verified),
                Err(_) => return n_changes > 0,
            }
        }
    }

    /// Reads and judges the project, and puts the edition on show, or what is wrong with it.
    fn read_again(&mut self, events: &Receiver<Event>) {
        loop {
            let begun = now();
            let loaded = match source::load(&self.project) {
                Ok(loaded) => loaded,
                Err(error) => return self.refuse(vec![fault::of_machine(&error)], vec![]),
            };
            let prints = prints(&loaded);
            let changed = match &self.prints {
                Some(before) => changed(before, &prints),
                None => vec![],
            };
            if self.captures.is_none() && self.prints.as_ref() == Some(&prints) {
                return;
            }
            let (judged, mut diagnostics) = pipeline::judge(&loaded, &self.options);
            diag::sort(&mut diagnostics);
            let is_faulty = diag::has_errors(&diagnostics) || judged.is_none();
            // Half a file, or the first of an editor's two steps, is no error of the author's.
            if is_faulty && self.prints.is_some() && self.rest(events, ERROR_RESTS) {
                continue;
            }
            self.prints = Some(prints);
            self.put(Attempt { loaded, judged, diagnostics, changed, begun });
            return;
        }
    }

    fn put(&mut self, attempt: Attempt) {
        let Attempt { loaded, judged, diagnostics, changed, begun } = attempt;
        let change = self.change(judged.as_ref(), &diagnostics);
        let mut faults = fault::worded(&diagnostics, &loaded.sources);
        if let Some(judged) = &judged {
            faults.extend(self.against_captures(&loaded, judged));
        }
        let (errors, warnings): (Vec<Fault>, Vec<Fault>) =
            faults.into_iter().partition(|fault| fault.is_error);
        let opened = match judged.filter(|_| errors.is_empty()) {
            Some(judged) => self.open(loaded, judged),
            None => Err(errors),
        };
        let took = begun.elapsed().as_millis();
        match &opened {
            Ok(_) if self.number == 0 => (self.say)(&format!("ready after {took} ms\n")),
            Ok(_) => (self.say)(&format!("{}: {} ({took} ms)\n", files(&changed), in_one_line(&change))),
            Err(_) if change.is_empty() => {}
            Err(_) => (self.say)(&format!("{}: {}\n", files(&changed), in_one_line(&change))),
        }
        match opened {
            Ok(edition) => self.show(edition, warnings, change),
            Err(errors) => self.refuse(errors, change),
        }
    }

    /// What the edit did to the findings; nothing where an error leaves some out of the judging.
    fn change(&mut self, judged: Option<&Judged>, diagnostics: &[Diagnostic]) -> Vec<Line> {
        let Some(judged) = judged.filter(|_| is_comparable(diagnostics)) else { return vec![] };
        let now = Summary::of(&judged.corpus, &judged.findings, diagnostics);
        let change = self.summary.as_ref().map(|before| now.since(before)).unwrap_or_default();
        self.summary = Some(now);
        change
    }

    /// Puts an edition on show in the place of the one before.
    fn show(&mut self, edition: Generation, warnings: Vec<Fault>, change: Vec<Line>) {
        self.number += 1;
        let number = self.number;
        self.states.send_modify(|state| {
            if let Some(old) = state.edition.replace(Arc::new(edition)) {
                old.stop();
                state.before = Some(old);
            }
            state.number += 1;
            state.told = Arc::new(Told { warnings, change, edit: number, ..Told::default() });
        });
    }

    fn open(&self, loaded: Loaded, judged: Judged) -> Result<Generation, Vec<Fault>> {
        let verified = self.verified.clone();
        Generation::start(self.number + 1, loaded, judged, move |told| {
            // The desk has gone when the program ends.
            let _ = verified.send(Event::Verified(told));
        })
    }

    /// Leaves the edition on show, and says that it is old.
    fn refuse(&mut self, errors: Vec<Fault>, change: Vec<Line>) {
        self.number += 1;
        for error in &errors {
            (self.say)(&format!("{}\n\n", error.text));
        }
        let number = self.number;
        self.states.send_modify(|state| {
            state.number += 1;
            let warnings = state.told.warnings.clone();
            let is_old = state.edition.is_some();
            state.told = Arc::new(Told { errors, warnings, is_old, change, edit: number, ..Told::default() });
        });
    }

    /// Adds what the look at the whole edition found; nothing where it is of an older one.
    fn tell_verified(&self, verified: &Verified) {
        let is_current = |state: &State| {
            state.edition.as_ref().is_some_and(|edition| edition.number == verified.number)
                && !state.told.is_old
        };
        let (errors, warnings): (Vec<Fault>, Vec<Fault>) =
            verified.faults.iter().cloned().partition(|fault| fault.is_error);
        self.states.send_if_modified(|state| {
            if !is_current(state) {
                return false;
            }
            for error in &errors {
                (self.say)(&format!("{}\n\n", error.text));
            }
            let mut told = Told::clone(&state.told);
            told.errors.extend(errors);
            told.warnings.extend(warnings);
            told.is_verified = true;
            state.told = Arc::new(told);
            state.number += 1;
            true
        });
    }

    /// What verifying by the captures would say and write, where their folder was named.
    fn against_captures(&self, loaded: &Loaded, judged: &Judged) -> Vec<Fault> {
        let Some(folder) = &self.captures else { return vec![] };
        let captures = match source::load_captures(folder, &capture::captures_needed(&judged.corpus)) {
            Ok(captures) => captures,
            Err(error) => return vec![fault::of_machine(&error)],
        };
        let lock = judged.lock.clone().unwrap_or_default();
        let verification = capture::verify(&judged.corpus, &captures, &lock);
        for line in would_write(&lock, &verification.lock) {
            (self.say)(&line);
        }
        // An edition is shown all the same; `variorum verify` refuses what is an error here.
        let found =
            verification.diagnostics.into_iter().map(|fault| Diagnostic { level: Level::Warning, ..fault });
        fault::worded(&found.collect::<Vec<_>>(), &loaded.sources)
    }
}

fn in_one_line(change: &[Line]) -> String {
    if change.is_empty() {
        return "no finding changed".to_owned();
    }
    change.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("; ")
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long an edit takes shows in talk only, and how long files rest decides when they are read"
)]
fn now() -> Instant {
    Instant::now()
}

/// Whether findings can be laid beside those of an earlier edition: nothing is left out of the judging.
fn is_comparable(diagnostics: &[Diagnostic]) -> bool {
    let errors = diagnostics.iter().filter(|fault| fault.level == Level::Error);
    errors.map(|fault| fault.code).all(|code| code == Code::ProseUnsupported || code == Code::ProseOneSided)
}

/// What `variorum verify` would write, article by article.
fn would_write(standing: &Lock, made: &Lock) -> Vec<String> {
    let is_new = |id: &_, article: &_| standing.articles.get(id) != Some(article);
    let changed = made.articles.iter().filter(|(id, article)| is_new(id, article));
    changed
        .map(|(id, article)| {
            let known = standing.articles.get(id).map(|known| &known.quotes);
            let n_new =
                article.quotes.keys().filter(|quote| !known.is_some_and(|known| known.contains_key(*quote)));
            let n_new = n_new.count();
            let quotes = if n_new == 1 { "quote" } else { "quotes" };
            format!("`variorum verify` would write {n_new} new {quotes} of {id} into the lock\n")
        })
        .collect()
}
