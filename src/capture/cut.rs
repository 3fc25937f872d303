//! Whether a quote stops just where its meaning turns; entry point [`qualifier_after`].
//!
//! Only the rest of the same sentence counts: the next one is a statement of its own, and a warning
//! that cannot be mended would be read past.

/// Words that turn the sentence they continue.
const CONTINUING: [&str; 10] =
    ["but", "however", "not", "according", "though", "although", "except", "unless", "yet", "allegedly"];
/// Words that are part of the figure before them.
const MAGNITUDES: [&str; 8] =
    ["hundred", "thousand", "million", "billion", "trillion", "percent", "per", "dozen"];

/// The word right after `end` that the words before it should not be quoted without.
pub(super) fn qualifier_after(text: &str, end: usize) -> Option<String> {
    let (quoted, after) = text.split_at(end);
    let gap_len = after.find(char::is_alphanumeric)?;
    let (gap, rest) = after.split_at(gap_len);
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_one_of = |words: &[&str]| words.contains(&word.to_lowercase().as_str());
    let figure = quoted.ends_with(|c: char| c.is_numeric());
    let begins_sentence = quoted.ends_with(['.', '!', '?']) || gap.contains(['.', '!', '?', '。', '។']);
    let turns = is_one_of(&CONTINUING)
        || (figure && gap.trim().is_empty() && is_one_of(&MAGNITUDES))
        || (figure && is_range(gap) && word.starts_with(char::is_numeric));
    (turns && !gap.contains('\n') && !begins_sentence).then_some(word)
}

/// Whether only a dash stands between two figures.
fn is_range(gap: &str) -> bool {
    matches!(gap, "-" | "‐" | "‑" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The `|` marks where the quote ends.
    #[track_caller]
    fn check(marked: &str, expected: Option<&str>) {
        let end = marked.find('|').unwrap();
        assert_eq!(qualifier_after(&marked.replace('|', ""), end).as_deref(), expected, "{marked}");
    }

    #[test]
    fn a_turn_right_after_the_quote_is_seen() {
        check("the raids worked|, but not for long", Some("but"));
        check("the raids worked|,” according to police", Some("according"));
        check("were| not arrested", Some("not"));
        check("held 3| million people", Some("million"));
        check("held 100|–200 people", Some("200"));
    }

    #[test]
    fn what_begins_something_new_is_no_turn() {
        check("the raids worked|. According to police, they will go on", None);
        check("the raids worked|. However, nobody believes it", None);
        check("the raids worked|. Not everybody agrees", None);
        check("the raids worked|\nBut this is another paragraph", None);
        check("the raids worked| well", None);
        check("on July 14| 2025", None);
        check("the end|", None);
    }
}
