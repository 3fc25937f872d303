//! Whether a quote stops just where its meaning turns, or in the middle of a phrase; entry points
//! [`qualifier_after`], [`unfinished`] and [`unbegun`].
//!
//! Only the rest of the same sentence counts: the next one is a statement of its own, and a warning
//! that cannot be mended would be read past.

use std::ops::Range;

/// Words that turn the sentence they continue.
const CONTINUING: [&str; 10] =
    ["but", "however", "not", "according", "though", "although", "except", "unless", "yet", "allegedly"];
/// Words that are part of the figure before them.
const MAGNITUDES: [&str; 8] =
    ["hundred", "thousand", "million", "billion", "trillion", "percent", "per", "dozen"];

/// Words that ask for another one behind them: articles, prepositions, conjunctions, auxiliaries.
const LEADING: [&str; 52] = [
    "a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "from", "with", "without", "into",
    "between", "among", "about", "against", "during", "under", "and", "or", "nor", "as", "than", "that",
    "which", "whose", "because", "if", "while", "whether", "is", "are", "was", "were", "be", "been", "being",
    "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not",
];
/// Auxiliaries whose verb asks for an object, unless one of the words below follows.
const PERFECT: [&str; 3] = ["has", "have", "had"];
/// Words that begin something new behind a verb.
const BEHIND_VERB: [&str; 26] = [
    "a", "the", "to", "of", "in", "on", "at", "by", "for", "from", "with", "since", "after", "before",
    "during", "and", "or", "as", "because", "when", "while", "where", "well", "there", "here", "into",
];
/// Words that deny or bound what stands behind them.
const DENYING: [&str; 7] = ["not", "no", "never", "without", "neither", "hardly", "barely"];
/// Words that continue a phrase begun before them.
const TRAILING: [&str; 2] = ["of", "than"];

/// The last words of a quote that ends at `end` though its phrase goes on.
pub(super) fn unfinished(text: &str, quote: Range<usize>) -> Option<String> {
    let after = &text[quote.end..];
    let gap_len = after.find(char::is_alphanumeric)?;
    let (gap, rest) = after.split_at(gap_len);
    if !gap.starts_with(' ') || gap.contains(['.', ',', ';', ':', '!', '?', ')', '\n', '-', '–', '—', '|'])
    {
        return None;
    }
    let next = rest.split(|c: char| !c.is_alphanumeric()).next()?.to_lowercase();
    let mut words = text[quote].split_whitespace().rev();
    let last = words.next()?;
    if LEADING.contains(&last.to_lowercase().as_str()) {
        return Some(last.to_owned());
    }
    let auxiliary = words.next()?;
    let has_object = !BEHIND_VERB.contains(&next.as_str()) && !next.ends_with("ly");
    let is_verb = last.ends_with("ed") && PERFECT.contains(&auxiliary.to_lowercase().as_str());
    (is_verb && has_object).then(|| format!("{auxiliary} {last}"))
}

/// The word before a quote, where the quote begins in the middle of what it belongs to.
pub(super) fn unbegun(text: &str, quote: Range<usize>) -> Option<String> {
    let before = text[..quote.start].strip_suffix(' ')?;
    let previous = before.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())?;
    let first = text[quote].split_whitespace().next()?.to_lowercase();
    let is_denied = DENYING.contains(&previous.to_lowercase().as_str());
    (is_denied || TRAILING.contains(&first.as_str())).then(|| previous.to_owned())
}

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

    /// The `[` and `]` mark the quote.
    #[track_caller]
    fn check_phrase(marked: &str, expected: [Option<&str>; 2]) {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = marked.replace(['[', ']'], "");
        let found = [unbegun(&text, start..end), unfinished(&text, start..end)];
        assert_eq!(found.each_ref().map(Option::as_deref), expected, "{marked}");
    }

    #[test]
    fn a_phrase_that_goes_on_is_seen() {
        check_phrase("[cooperation has produced] notable results", [None, Some("has produced")]);
        check_phrase("he [ordered law enforcement and the military to] “prevent scams”", [None, Some("to")]);
        check_phrase("[police raided the] compound", [None, Some("the")]);
        check_phrase("they were not [involved in the raids]", [Some("not"), None]);
        check_phrase("most [of the compounds were closed]", [Some("most"), None]);
    }

    #[test]
    fn a_whole_phrase_is_not_cut() {
        check_phrase("[police have arrested] in Poipet", [None, None]);
        check_phrase("[the raids have worked] well", [None, None]);
        check_phrase("[what they were looking for]. Then", [None, None]);
        check_phrase("[the raids went on], police said", [None, None]);
        check_phrase("the [current actions have shown initial success] and more", [None, None]);
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
