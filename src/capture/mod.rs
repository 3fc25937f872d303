//! Quotes looked up in the texts they are quoted from; entry points [`verify`] and [`settle`].
//!
//! Captures are other people's texts and stay off the site and out of the repository, so a build
//! has only the [`Lock`] that the last verification wrote: digests, offsets and kinds, never words.
//! What of a capture no claim uses is said on the terminal and nowhere else.

mod lock;
mod lock_read;
mod look_up;
mod cut_words;
mod cut;
mod coverage;
mod verify;
mod kept;
mod settle;

pub use coverage::OpenFigure;
pub use kept::Kept;
pub use lock::{Coverage, Lock, LockedArticle, LockedFigure, LockedQuote};
pub use lock_read::read_lock;
pub use settle::{Standing, settle, settle_again, state_of};
pub use verify::{Verification, captures_needed, verify};
