//! How long a run takes, and with what: a line on a terminal while it lasts, `--timings` when it is
//! over; entry point [`Watch`].

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Outcome;
use super::args::{Format, Talk, Timings};
use super::clock::Clock;
use super::report;
use crate::progress::Progress;

/// Work that is done before this shows no line.
const PATIENCE: Duration = Duration::from_millis(500);
/// Between two drawings of the line.
const EVERY: Duration = Duration::from_millis(100);

/// A run under way; its line is cleared when this is dropped.
pub(super) struct Watch {
    clock: Arc<Clock>,
    line: Option<Line>,
}

impl Watch {
    /// Begins; the line shows on a terminal that can move its cursor, unless `--quiet` is given.
    pub(super) fn start(talk: &Talk) -> Self {
        let clock = Arc::new(Clock::start());
        let is_dumb = report::environment("TERM").is_none_or(|name| name == "dumb");
        let is_shown = !talk.quiet && !is_dumb && std::io::stderr().is_terminal();
        let line = is_shown.then(|| Line::start(Arc::clone(&clock)));
        Self { clock, line }
    }

    /// What hears of the stages.
    pub(super) fn progress(&self) -> Progress {
        Progress::told_to(self.clock.clone())
    }

    /// Says something to the person at the terminal, whom the line would get in the way of.
    pub(super) fn talk<T>(&self, say: impl FnOnce() -> T) -> T {
        match &self.line {
            Some(line) => line.bar.suspend(say),
            None => say(),
        }
    }

    /// Ends, and tells how long each stage took if that is asked for.
    pub(super) fn end(self, timings: Option<Timings>) -> anyhow::Result<()> {
        let told = self.clock.told();
        drop(self.line);
        match timings {
            None => {}
            Some(Timings::Text) => report::say(&told.text()),
            Some(Timings::Json) => report::print(&told.json())?,
        }
        Ok(())
    }
}

/// Refuses two documents for programs on one standard output.
pub(super) fn refused(timings: Option<Timings>, talk: &Talk) -> Option<Outcome> {
    let format = talk.format.unwrap_or_else(report::default_format);
    let is_taken = match format {
        Format::Human | Format::Short => false,
        Format::Json | Format::Github | Format::Sarif => true,
    };
    (timings == Some(Timings::Json) && is_taken).then(|| {
        report::say(
            "error: `--timings=json` and the format of the faults would both be written to standard output; give \
             `--format human` or `--timings=text`\n",
        );
        Outcome::Misused
    })
}

/// The line, drawn by a thread of its own.
struct Line {
    bar: ProgressBar,
    ends: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Line {
    fn start(clock: Arc<Clock>) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        // A template of the library that does not change; the words come whole.
        if let Ok(style) = ProgressStyle::with_template("{wide_msg}") {
            bar.set_style(style);
        }
        let (ends, ended) = channel::<()>();
        let drawn = bar.clone();
        let thread = std::thread::spawn(move || {
            let mut wait = PATIENCE;
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(wait) {
                drawn.set_message(clock.line());
                drawn.tick();
                wait = EVERY;
            }
        });
        Self { bar, ends: Some(ends), thread: Some(thread) }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        drop(self.ends.take());
        // A thread that panicked has nothing to draw any more.
        drop(self.thread.take().map(JoinHandle::join));
        self.bar.finish_and_clear();
    }
}
