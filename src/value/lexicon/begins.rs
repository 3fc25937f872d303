//! The first letters of phrases, in one bit each: [`Begins`], which rules out nearly every place of a text before a
//! tree is walked.
//!
//! Only letters of ASCII are looked at, up to the first blank or sign. Where another letter stands among them,
//! anything may begin.

use super::trie::{fold, is_ignored};

/// With which letters phrases begin.
#[derive(Clone, Debug)]
pub(super) struct Begins {
    /// A bit for each beginning, by its hash.
    bits: Vec<u64>,
    /// Blanks, digits and signs of ASCII with which a phrase begins, and letters behind which any other may stand.
    any_behind: u128,
}

/// Letters that are looked at.
const N_LETTERS: usize = 4;
const HASH_BITS: u32 = 15;

/// A letter that is none of ASCII; those are 1 to 26.
const OPEN: u32 = 0;
/// A blank, or the end of the text.
const BLANK: u32 = 27;
/// A sign that stands inside words.
const APOSTROPHE: u32 = 28;
const DIGIT: u32 = 29;
const SIGN: u32 = 30;

impl Default for Begins {
    fn default() -> Self {
        Self { bits: vec![0; 1 << (HASH_BITS - u64::BITS.ilog2())], any_behind: 0 }
    }
}

/// The class of a byte of a text: of an ASCII character, or of a part of another one.
const CLASSES: [u8; 256] = {
    let mut classes = [OPEN as u8; 256];
    let mut byte = 0;
    while byte < 128 {
        let lower = (byte as u8).to_ascii_lowercase();
        classes[byte] = match lower {
            b'a'..=b'z' => lower - b'a' + 1,
            b'0'..=b'9' => DIGIT as u8,
            b'\'' => APOSTROPHE as u8,
            b'\t'..=b'\r' | b' ' => BLANK as u8,
            _ => SIGN as u8,
        };
        byte += 1;
    }
    classes
};

impl Begins {
    /// Adds a phrase as a tree has it.
    pub(super) fn add(&mut self, phrase: &str, is_cased: bool) {
        let mut key = 0;
        let mut n_letters = 0;
        for c in phrase.chars().filter(|c| !is_ignored(*c)) {
            if c == '*' {
                return match n_letters {
                    0 => {}
                    1 => self.any_behind |= 1 << (u32::from(b'a' - 1) + key),
                    _ => self.add_all(key, n_letters, 1..=SIGN),
                };
            }
            for c in fold(c, is_cased) {
                let class = class(c);
                if class == OPEN {
                    return;
                }
                if n_letters == 0 && class >= BLANK {
                    self.any_behind |= 1 << (c as u32);
                    return;
                }
                key = key << 5 | class;
                n_letters += 1;
                if n_letters == N_LETTERS || class >= BLANK {
                    return self.set(key);
                }
            }
        }
        // Behind the last word of a phrase stands no letter.
        self.add_all(key, n_letters, BLANK..=SIGN);
    }

    /// Adds a beginning with each of these behind it.
    fn add_all(&mut self, key: u32, n_letters: usize, classes: std::ops::RangeInclusive<u32>) {
        for class in classes {
            let longer = key << 5 | class;
            match n_letters + 1 < N_LETTERS && class < BLANK {
                true => self.add_all(longer, n_letters + 1, 1..=SIGN),
                false => self.set(longer),
            }
        }
    }

    fn set(&mut self, key: u32) {
        let (word, bit) = place(key);
        self.bits[word] |= bit;
    }

    /// Whether a phrase may begin with these bytes.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let Some(first) = text.first() else { return false };
        let mut key = u32::from(CLASSES[usize::from(*first)]);
        if first.is_ascii() && self.any_behind & 1 << first.to_ascii_lowercase() != 0 {
            return true;
        }
        if key >= BLANK {
            return false;
        }
        for at in 1..=N_LETTERS {
            if key & 31 == OPEN {
                return true;
            }
            if at == N_LETTERS || key & 31 >= BLANK {
                break;
            }
            key = key << 5 | text.get(at).map_or(BLANK, |byte| u32::from(CLASSES[usize::from(*byte)]));
        }
        let (word, bit) = place(key);
        self.bits[word] & bit != 0
    }
}

/// The class of a letter.
fn class(c: char) -> u32 {
    u8::try_from(c).map_or(OPEN, |byte| u32::from(CLASSES[usize::from(byte)]))
}

/// The word and the bit of a beginning.
#[inline]
fn place(key: u32) -> (usize, u64) {
    let hash = key.wrapping_mul(0x9e37_79b1) >> (u32::BITS - HASH_BITS);
    ((hash / u64::BITS) as usize, 1 << (hash % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::Begins;

    #[test]
    fn only_what_begins_alike_may_begin() {
        let mut begins = Begins::default();
        ["more than", "a", "be it", "xyl*", "q*", "Million*", "c.", "no", "gro\u{df}", "(so", "\u{e9}t"]
            .iter()
            .for_each(|phrase| begins.add(phrase, false));
        for text in [
            "more",
            "MORE",
            "a",
            "a b",
            "be  it",
            "A.",
            "xyl",
            "Qu",
            "xylophone",
            "millions",
            "c. 12",
            "c.x",
            "no.",
            "no",
            "gross",
            "gro\u{df}",
            "m\u{f6}",
            "(so)",
            "\u{c9}t",
        ] {
            assert!(begins.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["moon", "an", "mist", "not", "yes", "", "12", "c1", ". 12", "bet"] {
            assert!(!begins.may_begin(text.as_bytes()), "{text}");
        }
    }
}
