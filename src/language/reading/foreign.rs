//! Whether words in Latin letters are in another language than their article is said to be: [`told`].
//!
//! Told by the short words that every sentence has. A headline may have none of them, so that nothing is told
//! of it: what it says is read in the article's language, and beside words of no language it knows left unread.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::file;

/// Short words of languages in Latin letters.
pub(super) const COMMON: &str = include_str!("../../../languages/reading/unread/common.yaml");

/// The words with the languages that have them, one bit for each in the order of the tags.
struct Common {
    tags: Vec<String>,
    words: BTreeMap<String, u64>,
}

static WORDS: LazyLock<Common> = LazyLock::new(|| {
    let mut common = Common { tags: Vec::new(), words: BTreeMap::new() };
    for (ix, (tag, words)) in file::words_by_tag(COMMON).into_iter().enumerate().take(64) {
        common.tags.push(tag);
        for word in words {
            *common.words.entry(word.to_lowercase()).or_default() |= 1 << ix;
        }
    }
    common
});

/// The language of a quote that has more short words of it than of its own, by base tags.
pub(super) fn told(own: &str, words: &str) -> Option<&'static str> {
    let common = &*WORDS;
    let own = 1_u64 << common.tags.iter().position(|tag| tag == own)?;
    let mut hits = [0_u8; 64];
    let mut others = 0_u64;
    let mut mine = Vec::new();
    let mut seen = Vec::new();
    for (at, word) in split(words).take(MOST) {
        // Glued to digits letters are no word: `115e`.
        let is_glued = words[..at].ends_with(char::is_numeric);
        if is_glued || seen.contains(&word) {
            continue;
        }
        seen.push(word);
        let begins_small = word.starts_with(char::is_lowercase);
        let folded = if begins_small { None } else { Some(word.to_lowercase()) };
        let Some(&mask) = common.words.get(folded.as_deref().unwrap_or(word)) else { continue };
        // Behind the first word a capital begins a name: `Ang Lee`.
        if !begins_small && at > 0 && mask & own == 0 {
            continue;
        }
        if mask & own == 0 {
            others |= mask;
            (0..64).filter(|ix| mask & (1 << ix) != 0).for_each(|ix| hits[ix] += 1);
        } else {
            mine.push(mask);
        }
    }
    let is_told = |ix: &usize| {
        let n_own = mine.iter().filter(|mask| *mask & (1 << ix) == 0).count();
        let n_other = usize::from(hits[*ix]);
        n_other > n_own && n_other >= LEAST
    };
    let told =
        (0..64).filter(|ix| others & (1 << ix) != 0).filter(is_told).max_by_key(|ix| (hits[*ix], 64 - ix))?;
    common.tags.get(told).map(String::as_str)
}

/// Words of another language that tell it at least; one may be a name, or stand in both.
const LEAST: usize = 2;

/// Words looked at: the first sentences of a whole article tell its language.
const MOST: usize = 64;

/// The words of a text, with where they begin.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split_inclusive(|c: char| !c.is_alphabetic()).filter_map(move |piece| {
        let start = end;
        end += piece.len();
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_sentence_of_another_language_is_told() {
        assert!(told("en", "Zaidi ya watu 500 walikamatwa na polisi").is_some());
        assert!(told("en", "Meer as 500 mense is gevang").is_some());
        assert!(told("fr", "The police arrested 45 people in the capital").is_some());
        assert_eq!(told("en", "Toll nears 500"), None);
        assert_eq!(told("en", "Rebels kill 45 near Las Lomas de Zamora, the army said"), None);
        assert_eq!(told("es", "La policía detuvo a 45 personas"), None);
    }
}
