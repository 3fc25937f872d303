//! English in an edition of another language stands apart, so that its punctuation and dates run as
//! they should and a screen reader pronounces it: entry point [`set_apart`].
//!
//! The marks are Unicode's own for this, and pages turn them into elements. Where none does, as in
//! the briefing for mail, they say the direction by themselves.

/// Before English words: what follows runs from left to right.
pub const OPEN: char = '\u{2066}';

/// After English words.
pub const CLOSE: char = '\u{2069}';

/// English words between their marks; what has no letters belongs to no language.
pub fn set_apart(text: String) -> String {
    if text.contains(|c: char| c.is_ascii_alphabetic()) { format!("{OPEN}{text}{CLOSE}") } else { text }
}
