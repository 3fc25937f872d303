//! Whether work in the background goes on, rests while an edit is read, or is over: [`Going`].

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Tells a thread in the background how to go on.
#[derive(Debug, Default)]
pub(super) struct Going {
    how: Mutex<How>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum How {
    #[default]
    On,
    Resting,
    Over,
}

impl Going {
    /// Lets the work rest until [`Going::go_on`].
    pub(super) fn rest(&self) {
        self.set(How::Resting);
    }

    /// Lets work that rests go on.
    pub(super) fn go_on(&self) {
        self.set(How::On);
    }

    /// Ends the work for good.
    pub(super) fn stop(&self) {
        self.set(How::Over);
    }

    /// Whether the work is over; waits while it rests.
    pub(super) fn is_over(&self) -> bool {
        let how = self
            .changed
            .wait_while(self.how(), |how| *how == How::Resting)
            .unwrap_or_else(PoisonError::into_inner);
        *how == How::Over
    }

    fn set(&self, to: How) {
        let mut how = self.how();
        if *how != How::Over {
            *how = to;
        }
        drop(how);
        self.changed.notify_all();
    }

    fn how(&self) -> MutexGuard<'_, How> {
        self.how.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_stays_over() {
        let going = Going::default();
        assert!(!going.is_over());
        going.stop();
        going.rest();
        going.go_on();
        assert!(going.is_over());
    }

    #[test]
    fn what_rests_waits_until_it_goes_on_or_is_over() {
        let going = Going::default();
        going.rest();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| going.is_over());
            going.go_on();
            assert!(!waiting.join().expect("it does not panic"));
            going.rest();
            let waiting = scope.spawn(|| going.is_over());
            going.stop();
            assert!(waiting.join().expect("it does not panic"));
        });
    }
}
