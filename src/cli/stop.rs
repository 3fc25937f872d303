//! What happens when the program is asked to stop: [`on_signals`].
//!
//! A run that is publishing puts away its staging folder first and then ends as the signal asks,
//! with the code that shells and supervisors expect of it (128 and the signal's number).

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

#[cfg(unix)]
use anyhow::Context as _;
use camino::Utf8PathBuf;

use crate::output::Staging;

/// Whether the program was asked to stop, and whether it must finish something before.
#[derive(Clone, Debug, Default)]
pub(super) struct Stop {
    asked: Arc<AtomicBool>,
    unbroken: Arc<AtomicBool>,
    /// Removed when the program ends before it publishes.
    lock: Arc<Mutex<Option<Utf8PathBuf>>>,
    /// Discarded when the program ends before it publishes.
    staging: Arc<Mutex<Weak<Staging>>>,
    #[cfg(unix)]
    signal: Arc<std::sync::atomic::AtomicI32>,
}

impl Stop {
    /// Set when the program is asked to stop.
    pub(super) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.asked)
    }

    /// Says which lock is held from now on.
    pub(super) fn holds(&self, lock: Option<Utf8PathBuf>) {
        *self.lock.lock().unwrap_or_else(PoisonError::into_inner) = lock;
    }

    /// Says which edition is staged from now on.
    pub(super) fn stages(&self, staging: &Arc<Staging>) {
        *self.staging.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(staging);
    }

    /// Runs what must not be broken off; where the program was asked to stop meanwhile, it ends after that.
    pub(super) fn unbroken<T>(&self, run: impl FnOnce() -> T) -> T {
        self.unbroken.store(true, Ordering::SeqCst);
        let result = run();
        self.unbroken.store(false, Ordering::SeqCst);
        if self.asked.load(Ordering::SeqCst) {
            self.end();
        }
        result
    }

    #[cfg(unix)]
    fn end(&self) {
        if let Some(staging) = self.staging.lock().unwrap_or_else(PoisonError::into_inner).upgrade() {
            staging.discard();
        }
        if let Some(lock) = self.lock.lock().unwrap_or_else(PoisonError::into_inner).take() {
            drop(fs_err::remove_file(lock));
        }
        // Ends the program as if nothing had caught the signal; where that fails the result is returned as usual.
        let signal = self.signal.load(Ordering::SeqCst);
        drop(signal_hook::low_level::emulate_default_handler(signal));
    }

    #[cfg(not(unix))]
    fn end(&self) {}
}

/// A limit of file sizes (SIGXFSZ) that is reached is an error of the write instead of the end, so
/// that what was begun is cleared.
#[cfg(unix)]
pub(super) fn on_limits() {
    use signal_hook::consts::signal::SIGXFSZ;
    // Where it cannot be watched for, the limit ends the program as it would have.
    drop(signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))));
}

/// This system has no such limit.
#[cfg(not(unix))]
pub(super) fn on_limits() {}

/// Watches for the signals by which a person, a supervisor or a terminal that closes asks the program to stop.
#[cfg(unix)]
pub(super) fn on_signals() -> anyhow::Result<Stop> {
    use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let stop = Stop::default();
    let ignored = ignored();
    let asked = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];
    let heard = asked.into_iter().filter(|signal| ignored & (1 << (signal - 1)) == 0);
    let mut signals = signal_hook::iterator::Signals::new(heard).context("cannot watch for signals")?;
    let watched = stop.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            watched.signal.store(signal, Ordering::SeqCst);
            watched.asked.store(true, Ordering::SeqCst);
            if !watched.unbroken.load(Ordering::SeqCst) {
                watched.end();
            }
        }
    });
    Ok(stop)
}

/// The signals that whoever started the program told it to ignore, as `nohup` and shells do for
/// programs behind them, a bit each; none where the system does not say.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok()).unwrap_or(0)
}

/// This system ends a program without asking it.
#[cfg(not(unix))]
pub(super) fn on_signals() -> anyhow::Result<Stop> {
    Ok(Stop::default())
}
