//! An index of a long text, so that thousands of quotes are not each searched from its beginning;
//! entry point [`Grams`].
//!
//! Every eight bytes of the text are known by where they stand. Words are found by the rarest of
//! theirs; words that hold nothing rare are searched for as in a short text.

/// How many bytes are known together.
const LEN: usize = 8;
/// From this length on a text has an index; a shorter one is searched as fast without.
pub(super) const LONG: usize = 32 * 1024;
/// Places of eight bytes that are no longer rare.
const RARE_MAX: usize = 512;
/// How many of the words' own eight bytes are looked up for the rarest.
const TRIED: usize = 24;

/// Where each eight bytes of a text stand, in order, those with one hash together.
#[derive(Clone, Debug)]
pub(super) struct Grams {
    /// Where the places of each hash begin; the last one is the number of places.
    heads: Vec<u32>,
    places: Vec<u32>,
}

impl Grams {
    /// Reads a text twice.
    pub(super) fn new(text: &str) -> Self {
        let grams = || text.as_bytes().windows(LEN);
        let n_hashes = (text.len() / 2).next_power_of_two();
        let mut heads = vec![0_u32; n_hashes + 1];
        grams().for_each(|gram| heads[hash(gram, n_hashes) + 1] += 1);
        for i in 0..n_hashes {
            heads[i + 1] += heads[i];
        }
        let mut next = heads.clone();
        let mut places = vec![0_u32; grams().count()];
        for (place, gram) in (0..).zip(grams()) {
            let at = &mut next[hash(gram, n_hashes)];
            places[*at as usize] = place;
            *at += 1;
        }
        Self { heads, places }
    }

    /// The first place of the words from an offset on; `None` inside where the index is no help.
    #[expect(clippy::option_option, reason = "whether the index answers, and what it answers")]
    pub(super) fn find(&self, text: &str, words: &str, from: usize) -> Option<Option<usize>> {
        let n_grams = (words.len() + 1).checked_sub(LEN).filter(|n| *n > 0)?;
        let step = n_grams.div_ceil(TRIED);
        let offsets = (0..n_grams).step_by(step).chain([n_grams - 1]);
        let (offset, places) = offsets
            .map(|offset| (offset, self.places(&words.as_bytes()[offset..offset + LEN])))
            .min_by_key(|(offset, places)| (places.len(), *offset))?;
        if places.len() > RARE_MAX {
            return None;
        }
        let ahead = &places[places.partition_point(|&place| (place as usize) < from + offset)..];
        let starts = ahead.iter().map(|&place| place as usize - offset);
        Some(starts.into_iter().find(|&start| text.as_bytes()[start..].starts_with(words.as_bytes())))
    }

    fn places(&self, gram: &[u8]) -> &[u32] {
        let at = hash(gram, self.heads.len() - 1);
        &self.places[self.heads[at] as usize..self.heads[at + 1] as usize]
    }
}

/// A hash below a power of two (FNV-1a, 64 bits).
fn hash(gram: &[u8], n_hashes: usize) -> usize {
    let hash = gram.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 32)) as usize & (n_hashes - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_a_plain_search_finds_them() {
        let text: String = (0..3000).map(|i| format!("Am {i}. Tag waren {} Menschen da. ", i * 7)).collect();
        let grams = Grams::new(&text);
        for words in
            ["waren 8400 Menschen", "1200. Tag waren", "2999. Tag", "nirgends gesagt", "da. Am 3. Tag"]
        {
            let mut from = 0;
            while let Some(at) = text[from..].find(words).map(|at| from + at) {
                assert_eq!(grams.find(&text, words, from), Some(Some(at)), "{words}");
                from = at + 1;
            }
            assert_eq!(grams.find(&text, words, from), Some(None), "{words}");
        }
    }

    #[test]
    fn what_is_short_or_common_is_left_to_a_plain_search() {
        let text = "a".repeat(LONG);
        let grams = Grams::new(&text);
        assert_eq!(grams.find(&text, "aaa", 0), None);
        assert_eq!(grams.find(&text, "aaaaaaaaaaaa", 0), None);
        assert_eq!(grams.find(&text, "aaaaaaaabaaa", 0), Some(None));
    }
}
