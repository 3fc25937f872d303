//! Sentences of a chart: short titles, and how many sources speak.

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

/// How many different names there are.
pub fn count_sources<'a>(names: impl Iterator<Item = &'a str>) -> usize {
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}
