//! The stages of a run with the time that each took; entry point [`Clock`].

use std::fmt::Write as _;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::progress::{Observer, Stage};

/// Hears of stages, and looks at the time.
pub(super) struct Clock {
    begun: Instant,
    /// In the order in which they began.
    stages: Mutex<Vec<(Stage, Tally)>>,
}

/// What is known of a stage.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// When it began, while it lasts.
    since: Option<Instant>,
    took: Duration,
    n_all: Option<usize>,
    n_files: usize,
    n_bytes: u64,
}

/// The stages of a run that is over.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    stages: Vec<Row>,
    seconds: f64,
}

#[derive(Debug, Serialize)]
struct Row {
    stage: &'static str,
    seconds: f64,
    files: usize,
    bytes: u64,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "talk tells how long work takes; no edition does")]
    fn now() -> Instant {
        Instant::now()
    }

    /// Begins.
    pub(super) fn start() -> Self {
        Self { begun: Self::now(), stages: Mutex::new(Vec::new()) }
    }

    /// What is being done, how much of it, and how long the run has taken.
    pub(super) fn line(&self) -> String {
        let seconds = (Self::now() - self.begun).as_secs_f64();
        let stages = self.stages();
        let under_way: Vec<&(Stage, Tally)> =
            stages.iter().filter(|(_, tally)| tally.since.is_some()).collect();
        // Of several at once, one that can say how much is left.
        let counted = under_way.iter().rev().find(|(_, tally)| tally.n_all.is_some());
        let Some((stage, tally)) = counted.or_else(|| under_way.last()) else {
            return format!("working, {seconds:.1} s");
        };
        let doing = stage.doing();
        match tally.n_all {
            Some(n) => format!("{doing}: {} of {n}, {seconds:.1} s", tally.n_files.min(n)),
            None => format!("{doing}, {seconds:.1} s"),
        }
    }

    /// Every stage so far.
    pub(super) fn told(&self) -> Told {
        let row = |(stage, tally): &(Stage, Tally)| Row {
            stage: stage.name(),
            seconds: rounded(tally.took),
            files: tally.n_files,
            bytes: tally.n_bytes,
        };
        Told { stages: self.stages().iter().map(row).collect(), seconds: rounded(Self::now() - self.begun) }
    }

    fn stages(&self) -> MutexGuard<'_, Vec<(Stage, Tally)>> {
        self.stages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, stage: Stage, change: impl FnOnce(&mut Tally)) {
        let mut stages = self.stages();
        let at = stages.iter().position(|(known, _)| *known == stage).unwrap_or_else(|| {
            stages.push((stage, Tally::default()));
            stages.len() - 1
        });
        change(&mut stages[at].1);
    }
}

impl Observer for Clock {
    fn begin(&self, stage: Stage, n_files: Option<usize>) {
        let now = Self::now();
        self.change(stage, |tally| {
            tally.since = Some(now);
            tally.n_all = n_files;
        });
    }

    fn did(&self, stage: Stage, n_files: usize, n_bytes: u64) {
        self.change(stage, |tally| {
            tally.n_files += n_files;
            tally.n_bytes += n_bytes;
        });
    }

    fn end(&self, stage: Stage) {
        let now = Self::now();
        self.change(stage, |tally| {
            tally.took += tally.since.take().map_or(Duration::ZERO, |since| now - since);
        });
    }
}

impl Told {
    /// For people: a row each.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{:<10} {:>9} {:>9} {:>14}\n", "stage", "seconds", "files", "bytes");
        let shown = |n: u64| if n == 0 { String::new() } else { n.to_string() };
        for Row { stage, seconds, files, bytes } in &self.stages {
            let (files, bytes) = (shown(*files as u64), shown(*bytes));
            let row = format!("{stage:<10} {seconds:>9.3} {files:>9} {bytes:>14}");
            let _ = writeln!(text, "{}", row.trim_end());
        }
        let _ = writeln!(text, "{:<10} {:>9.3}", "all", self.seconds);
        text
    }

    /// For programs.
    pub(super) fn json(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("names and finite numbers always serialize");
        format!("{json}\n")
    }
}

/// Seconds to the millisecond.
fn rounded(time: Duration) -> f64 {
    time.as_millis() as f64 / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_of_the_stage_that_can_be_counted() {
        let clock = Clock::start();
        assert!(clock.line().starts_with("working, 0."));
        clock.begin(Stage::Pages, Some(40));
        clock.begin(Stage::Charts, None);
        clock.did(Stage::Pages, 2, 10);
        assert!(clock.line().starts_with("rendering pages: 2 of 40, 0."), "{}", clock.line());
        clock.end(Stage::Pages);
        assert!(clock.line().starts_with("drawing charts, 0."), "{}", clock.line());
    }

    #[test]
    fn stages_are_told_in_the_order_in_which_they_began() {
        let clock = Clock::start();
        for stage in [Stage::Load, Stage::Parse, Stage::Load] {
            clock.begin(stage, None);
            clock.did(stage, 1, 5);
            clock.end(stage);
        }
        let text = clock.told().text();
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        let (load, parse) = (&rows[1], &rows[2]);
        assert_eq!((load[0], &load[2..]), ("load", &["2", "10"][..]));
        assert_eq!((parse[0], &parse[2..]), ("parse", &["1", "5"][..]));
        let json: serde_json::Value = serde_json::from_str(&clock.told().json()).unwrap();
        assert_eq!((&json["stages"][0]["stage"], &json["stages"][0]["bytes"]), (&"load".into(), &10.into()));
        assert!(json["seconds"].is_number());
    }
}
