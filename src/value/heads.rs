//! Which two letters the words of a list begin with: [`Heads`], which rules nearly every other word out before
//! it is looked up.

/// The first two letters of words, in one bit each; words with letters beyond ASCII are never ruled out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heads([u32; N_LETTERS]);

const N_LETTERS: usize = 26;

/// The bit of a second character that is no letter, or of none.
const OTHER: u32 = N_LETTERS as u32;

impl Heads {
    /// The heads of words in any case.
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut heads = Self::default();
        for word in words {
            if let Some((row, bit)) = place(word.as_bytes()) {
                heads.0[row] |= 1 << bit;
            }
        }
        heads
    }

    /// Whether a word may be among those of the list.
    #[inline]
    pub(super) fn may_hold(&self, word: &str) -> bool {
        match place(word.as_bytes()) {
            Some((row, bit)) => self.0[row] & 1 << bit != 0 || !word.is_ascii(),
            None => true,
        }
    }
}

/// `None` where the first character is no letter of ASCII.
#[inline]
fn place(word: &[u8]) -> Option<(usize, u32)> {
    let letter = |at: usize| word.get(at).map(u8::to_ascii_lowercase).filter(u8::is_ascii_lowercase);
    let row = usize::from(letter(0)? - b'a');
    Some((row, letter(1).map_or(OTHER, |second| u32::from(second - b'a'))))
}

#[cfg(test)]
mod tests {
    use super::Heads;

    #[test]
    fn only_words_that_begin_otherwise_are_ruled_out() {
        let heads = Heads::of(["since", "a", "U. S.", "z\u{142}oty", "\u{111}\u{1ed3}ng"]);
        for word in
            ["Since", "sink", "A", "U", "\u{212a}x", "\u{111}\u{1ed3}ng", "z\u{142}oty", "z\u{142}", "'"]
        {
            assert!(heads.may_hold(word), "{word}");
        }
        for word in ["so", "an", "Us", "zl", "b"] {
            assert!(!heads.may_hold(word), "{word}");
        }
    }
}
