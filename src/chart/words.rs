//! Titles: the longest candidate that is short enough.

/// Most words in a title.
const WORDS_MAX: usize = 12;
/// Most characters, for scripts without spaces and for words without end.
const CHARS_MAX: usize = 120;

/// The first candidate that is short enough, else the last one, cut.
pub fn first_short<const N: usize>(candidates: [String; N]) -> String {
    let mut last = String::new();
    for candidate in candidates {
        if candidate.split_whitespace().count() <= WORDS_MAX && candidate.chars().count() <= CHARS_MAX {
            return candidate;
        }
        last = candidate;
    }
    let words: Vec<_> = last.split_whitespace().take(WORDS_MAX).collect();
    let cut: String = words.join(" ").chars().take(CHARS_MAX).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_short_candidate_wins_and_a_long_last_one_is_cut() {
        let long = "a b c d e f g h i j k l m".to_owned();
        assert_eq!(first_short([long.clone(), "a b".to_owned()]), "a b");
        assert_eq!(first_short([long]), "a b c d e f g h i j k l…");
        assert_eq!(first_short(["x".repeat(300)]).chars().count(), CHARS_MAX + 1);
    }
}
