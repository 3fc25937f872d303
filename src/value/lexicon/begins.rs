//! The first three letters of phrases, in one bit each: [`Begins`], which rules out nearly every place of
//! a text before a tree is walked.
//!
//! Only letters of ASCII are looked at. Where another one stands among the three, anything may begin.

use super::trie::{fold, is_ignored};

/// Three letters that a phrase begins with, each one of 32 classes.
#[derive(Clone, Debug)]
pub(super) struct Begins(Vec<u64>);

/// Classes of characters: the letters are 1 to 26.
const OPEN: usize = 0;
/// A blank, a sign, a digit, or the end of the text.
const OTHER: usize = 27;
const N_CLASSES: usize = 32;

impl Default for Begins {
    fn default() -> Self {
        Self(vec![0; N_CLASSES * N_CLASSES * N_CLASSES / 64])
    }
}

/// The class of a byte of a text: of an ASCII character, or of a part of another one.
const CLASSES: [u8; 256] = {
    let mut classes = [OPEN as u8; 256];
    let mut byte = 0;
    while byte < 128 {
        let lower = (byte as u8).to_ascii_lowercase();
        classes[byte] = if lower.is_ascii_lowercase() { lower - b'a' + 1 } else { OTHER as u8 };
        byte += 1;
    }
    classes
};

impl Begins {
    /// Adds a phrase as a tree has it.
    pub(super) fn add(&mut self, phrase: &str, is_cased: bool) {
        let mut classes = [None; 3];
        let mut n_known = 0;
        let mut is_prefix = false;
        for c in phrase.chars().filter(|c| !is_ignored(*c)) {
            if c == '*' {
                is_prefix = true;
                break;
            }
            for c in fold(c, is_cased) {
                if n_known < 3 {
                    let mut bytes = [0; 4];
                    classes[n_known] =
                        Some(usize::from(CLASSES[usize::from(c.encode_utf8(&mut bytes).as_bytes()[0])]));
                    n_known += 1;
                }
            }
        }
        // Behind a whole phrase stands no letter of its last word, and behind a begun one, or behind a sign, anything.
        let is_word = n_known > 0 && classes[n_known - 1] != Some(OTHER);
        if let Some(end) = classes.get_mut(n_known).filter(|_| is_word && !is_prefix) {
            *end = Some(OTHER);
        }
        let all = |class: Option<usize>| match class {
            Some(OPEN) | None => 0..N_CLASSES,
            Some(class) => class..class + 1,
        };
        for first in all(classes[0]) {
            for second in all(classes[1]) {
                for third in all(classes[2]) {
                    let place = (first * N_CLASSES + second) * N_CLASSES + third;
                    self.0[place / 64] |= 1 << (place % 64);
                }
            }
        }
    }

    /// Whether a phrase may begin with these bytes.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let class = |at: usize| text.get(at).map_or(OTHER, |byte| usize::from(CLASSES[usize::from(*byte)]));
        let (first, second, third) = (class(0), class(1), class(2));
        if first == OPEN || second == OPEN || third == OPEN {
            return true;
        }
        let place = (first * N_CLASSES + second) * N_CLASSES + third;
        self.0[place / 64] & 1 << (place % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Begins;

    #[test]
    fn only_what_begins_alike_may_begin() {
        let mut begins = Begins::default();
        ["more than", "a", "Million*", "c.", "no", "gro\u{df}"]
            .iter()
            .for_each(|phrase| begins.add(phrase, false));
        for text in [
            "more",
            "MOR",
            "a",
            "a b",
            "A.",
            "millions",
            "c. 12",
            "c.x",
            "no.",
            "no",
            "gross",
            "gro\u{df}",
            "m\u{f6}",
        ] {
            assert!(begins.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["moon", "an", "mist", "not", "xyz", "", "12"] {
            assert!(!begins.may_begin(text.as_bytes()), "{text}");
        }
    }
}
