//! Titles: the longest candidate that is short enough.

/// Most words in a title.
pub const TITLE_WORDS: usize = 12;

/// The first candidate of at most twelve words, else the last one cut to twelve.
pub fn first_short<const N: usize>(candidates: [String; N]) -> String {
    let mut last = String::new();
    for candidate in candidates {
        if candidate.split_whitespace().count() <= TITLE_WORDS {
            return candidate;
        }
        last = candidate;
    }
    let words: Vec<_> = last.split_whitespace().take(TITLE_WORDS).collect();
    format!("{}…", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_short_candidate_wins_and_a_long_last_one_is_cut() {
        let long = "a b c d e f g h i j k l m".to_owned();
        assert_eq!(first_short([long.clone(), "a b".to_owned()]), "a b");
        assert_eq!(first_short([long]), "a b c d e f g h i j k l…");
    }
}
