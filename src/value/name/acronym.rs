//! Whether letters are those with which the words of a name begin: [`spells`].

use super::table::tables;

/// Whether an acronym stands for a name: every word that matters gives its first letter, in order,
/// and words of several parts (`Southeast`) may give more. A country before the name may be left out.
pub(super) fn spells(letters: &str, full: &str) -> bool {
    let words: Vec<&str> = full.split(' ').filter(|word| !word.is_empty()).collect();
    let behind_place = tables().place(&words).map_or(&[][..], |(n, _)| &words[n..]);
    [&words[..], behind_place].iter().any(|words| words.len() > 1 && rest(letters, words))
}

fn rest(letters: &str, words: &[&str]) -> bool {
    let Some((word, words)) = words.split_first() else { return letters.is_empty() };
    // `Disease Control and Prevention` is `DC` as well.
    if letters.is_empty() && *word == "and" && words.len() < 2 {
        return true;
    }
    if tables().is_small(word) && rest(letters, words) {
        return true;
    }
    let Some(letters) = first(letters, word) else { return false };
    // `Co-operation` is one word.
    if *word == "co" && rest(letters, words.get(1..).unwrap_or_default()) {
        return true;
    }
    if rest(letters, words) {
        return true;
    }
    // One more letter of a long word: `Southeast` in ASEAN.
    let more = letters.chars().next().filter(|c| word.len() > 7 && word[1..].contains(*c));
    more.is_some_and(|c| rest(&letters[c.len_utf8()..], words))
}

/// The letters behind the one with which a word begins.
fn first<'l>(letters: &'l str, word: &str) -> Option<&'l str> {
    letters.strip_prefix(word.chars().next()?)
}
