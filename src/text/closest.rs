//! The passage most like a quote that does not stand in a text; entry point [`closest`].
//!
//! A suggestion for a person, never a match: it is found by the words that two passages share.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fold::MASK;
use super::prepared::Prepared;

/// A passage that may be the one meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Where it stands, in bytes of the original.
    pub range: Range<usize>,
    /// Its words, on one line.
    pub text: String,
}

/// A quote is compared by at most this many words.
const WORDS_MAX: usize = 60;
/// So many passages that share words are compared in the order of their words.
const CANDIDATES_MAX: usize = 8;
/// The share of the quote's words that must follow each other, in per cent.
const SHARE_PERCENT_MIN: usize = 50;

/// The passage most like the quote, if any is at all like it.
pub fn closest(quote: &str, haystack: &Prepared<'_>) -> Option<Suggestion> {
    let quote_text = super::fold::fold_by(quote, haystack.case);
    let mut quoted: Vec<&str> = words(&quote_text).map(|range| &quote_text[range]).collect();
    quoted.truncate(WORDS_MAX);
    let text = &haystack.lower().text;
    let places: Vec<Range<usize>> = words(text).collect();
    let (shared, first, last) = candidates(&quoted, text, &places)
        .into_iter()
        // The best window may begin or end a few words beside the passage.
        .map(|window| {
            window.start.saturating_sub(quoted.len())..(window.end + quoted.len()).min(places.len())
        })
        .filter_map(|window| alignment(&quoted, text, &places, window))
        // The earliest of equals.
        .max_by(|a, b| (a.0, b.1).cmp(&(b.0, a.1)))?;
    if shared * 100 < quoted.len() * SHARE_PERCENT_MIN {
        return None;
    }
    let range = haystack.lower().original(places[first].start..places[last].end)?;
    let text = haystack.original[range.clone()].replace(MASK, "");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Suggestion { range, text })
}

/// How many words a text has; two characters of a script without spaces count as one.
pub fn n_words(text: &str) -> usize {
    let (alone, spaced): (Vec<_>, Vec<_>) =
        words(text).partition(|range| text[range.clone()].chars().next().is_some_and(stands_alone));
    spaced.len() + alone.len().div_ceil(2)
}

/// Words of scripts with spaces, single characters of those without, folded.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        if !stands_alone(first) {
            while let Some((i, c)) = chars.next_if(|(_, c)| c.is_alphanumeric() && !stands_alone(*c)) {
                end = i + c.len_utf8();
            }
        }
        Some(start..end)
    })
}

fn stands_alone(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..)
}

/// Windows of the text, by word, that share most words with the quote; the best first.
fn candidates(quoted: &[&str], text: &str, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut wanted: BTreeMap<&str, i32> = BTreeMap::new();
    for word in quoted {
        *wanted.entry(word).or_default() += 1;
    }
    let width = quoted.len() + quoted.len() / 2 + 1;
    let mut shared = 0_i32;
    let mut scores: Vec<(i32, usize)> = vec![];
    for (i, place) in places.iter().enumerate() {
        if let Some(left) = wanted.get_mut(&text[place.clone()]) {
            shared += i32::from(*left > 0);
            *left -= 1;
        }
        if let Some(gone) = i.checked_sub(width)
            && let Some(left) = wanted.get_mut(&text[places[gone].clone()])
        {
            *left += 1;
            shared -= i32::from(*left > 0);
        }
        if shared > 0 {
            scores.push((shared, i));
        }
    }
    scores.sort_by_key(|(shared, i)| (-shared, *i));
    scores.truncate(CANDIDATES_MAX * width);
    let mut windows: Vec<Range<usize>> = vec![];
    for (_, i) in scores {
        let window = (i + 1).saturating_sub(width)..i + 1;
        // Windows a word apart show the same passage.
        if windows.len() < CANDIDATES_MAX
            && windows.iter().all(|known| known.start.abs_diff(window.start) > width / 4)
        {
            windows.push(window);
        }
    }
    windows
}

/// The longest common sequence of words: how many, and the first and the last place in the text.
fn alignment(
    quoted: &[&str],
    text: &str,
    places: &[Range<usize>],
    window: Range<usize>,
) -> Option<(usize, usize, usize)> {
    let start = window.start;
    let passage: Vec<&str> = places[window].iter().map(|place| &text[place.clone()]).collect();
    let columns = passage.len() + 1;
    let mut lengths = vec![0_usize; (quoted.len() + 1) * columns];
    for (i, word) in quoted.iter().enumerate().rev() {
        for (j, other) in passage.iter().enumerate().rev() {
            lengths[i * columns + j] = if word == other {
                lengths[(i + 1) * columns + j + 1] + 1
            } else {
                lengths[(i + 1) * columns + j].max(lengths[i * columns + j + 1])
            };
        }
    }
    // From the last place where the whole sequence still lies ahead, so that a stray `the` far in
    // front does not stretch the passage.
    let tight = (0..columns).rev().find(|j| lengths[*j] == lengths[0]).unwrap_or(0);
    let (mut i, mut j, mut aligned) = (0, tight, vec![]);
    while i < quoted.len() && j < passage.len() {
        if quoted[i] == passage[j] {
            aligned.push(start + j);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * columns + j] >= lengths[i * columns + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    Some((aligned.len(), *aligned.first()?, *aligned.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(quote: &str, text: &str, expected: Option<&str>) {
        let found = closest(quote, &Prepared::new(text)).map(|suggestion| suggestion.text);
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn a_misquoted_number_or_word_finds_its_passage() {
        let text =
            "The raids began in June. Police arrested more than\n1,000 suspects in Phnom Penh. Raids ended.";
        check("police arrested over 1,000 suspects", text, Some("Police arrested more than 1,000 suspects"));
        check("more than 1000 suspects in Phnom Penh", text, Some("more than 1,000 suspects in Phnom Penh"));
    }

    #[test]
    fn the_passage_is_as_short_as_can_be() {
        let text = "The the raids of the police and the 1,000 suspects were sent home by the police.";
        check(
            "the 1,000 suspects were deported by the police",
            text,
            Some("the 1,000 suspects were sent home by the police"),
        );
    }

    #[test]
    fn nothing_like_it_is_nothing() {
        check("a completely different sentence", "The raids began in June.", None);
        check("", "The raids", None);
        check("raids", "", None);
    }

    #[test]
    fn scripts_without_spaces_are_compared_by_character() {
        check("柬埔寨警方逮捕千人", "七月,柬埔寨警方突击逮捕一千人。", Some("柬埔寨警方突击逮捕一千人"));
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(["", "Hun Manet", "over 1,000", "柬埔寨警方", "“—”"].map(n_words), [0, 2, 3, 3, 0]);
    }

    #[test]
    fn a_long_repetitive_text_is_done_in_time() {
        let text = "the raid on the raid ".repeat(20_000);
        assert!(closest("the raid and the raid on", &Prepared::new(&text)).is_some());
    }
}
