//! What the words before an English date say of it from further off: that it is doubtful, planned or none;
//! starts at [`read`].

use super::lexicon::{DateLexicon, is_among, is_in, words_before};
use super::mention::{Mention, Side};
use crate::value::scan::Cursor;

/// What the words before a date say of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// It is no more than possible, or a plan.
    pub(super) perhaps: bool,
    /// It was not then.
    pub(super) denied: bool,
}

/// How many words before a date are looked at.
const REACH: usize = 7;

/// How many words before a date its verb is looked for.
const VERB_WORDS: usize = 6;

/// How many words before a date an adverb, a denial or a plan is looked for.
const NEAR_WORDS: usize = 4;

/// Reads the words before a date, which begins at a place.
pub(super) fn read(words: &DateLexicon<'_>, cursor: Cursor<'_>, mention: &Mention) -> Said {
    let mut before = [""; REACH];
    for (slot, word) in before.iter_mut().zip(words_before(cursor)) {
        *slot = word;
    }
    if before[0].is_empty() {
        return Said::default();
    }
    let near = before.iter().position(|word| !is_among(word, words.fillers)).unwrap_or(REACH);
    let nearest = &before[near..];
    let directly = |known: &[&str]| nearest.first().is_some_and(|word| is_among(word, known));
    let is_not = |pair: &(&str, &str)| {
        let mut both = nearest.iter();
        both.next().is_some_and(|word| word.eq_ignore_ascii_case(pair.1))
            && (pair.0.is_empty() || both.next().is_some_and(|word| word.eq_ignore_ascii_case(pair.0)))
    };
    // `has not been seen since 2019` denies what was until then, not the year.
    let in_verb = || mention.side == Side::On && is_verb_denied(words, &before);
    let moved = || cursor.word("from").is_some() && directly(words.moved);
    Said {
        perhaps: in_verb_doubted(words, &before)
            || before[..NEAR_WORDS].iter().any(|word| is_among(word, words.doubting))
            || directly(words.perhaps)
            || is_planned(words, &before),
        denied: words.not.iter().any(is_not) || in_verb() || moved() || is_from_moved(words, &before),
    }
}

/// `may have begun in`, `would have been on`, `was to have opened in`.
fn in_verb_doubted(words: &DateLexicon<'_>, before: &[&str; REACH]) -> bool {
    before.windows(2).take(VERB_WORDS).any(|pair| {
        words
            .may_have
            .iter()
            .any(|(may, have)| pair[1].eq_ignore_ascii_case(may) && pair[0].eq_ignore_ascii_case(have))
    }) || before.windows(3).take(VERB_WORDS).any(|three| {
        let is_to_have = three[1].eq_ignore_ascii_case("to") && three[0].eq_ignore_ascii_case("have");
        is_to_have && is_among(three[2], &["was", "were"])
    })
}

/// `planned for 14 May`, `expected to open in 2027`; `due to floods in 2019` is no plan.
fn is_planned(words: &DateLexicon<'_>, before: &[&str; REACH]) -> bool {
    (0..NEAR_WORDS).any(|at| {
        if !is_among(before[at], words.planned) {
            return false;
        }
        let Some(behind) = at.checked_sub(1).map(|next| before[next]) else { return true };
        if !behind.eq_ignore_ascii_case("to") {
            return is_among(behind, words.fillers) || is_among(behind, &["for", "by", "around", "to"]);
        }
        let verb = at.checked_sub(2).map_or("", |next| before[next]);
        let is_reason = before[at].eq_ignore_ascii_case("due") && !is_in(verb, words.planned_verbs);
        !is_reason
    })
}

/// `did not take place on`, with nothing between that begins another statement.
fn is_verb_denied(words: &DateLexicon<'_>, before: &[&str; REACH]) -> bool {
    let clause = before[..NEAR_WORDS + 1].iter().position(|word| is_in(word, words.clause_ends));
    let clause = &before[..clause.unwrap_or(NEAR_WORDS + 1)];
    let is_not = |word: &str| {
        word.eq_ignore_ascii_case("not")
            || word.eq_ignore_ascii_case("never")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    };
    clause.iter().enumerate().any(|(at, word)| {
        let is_only = at.checked_sub(1).is_some_and(|next| before[next].eq_ignore_ascii_case("only"));
        is_not(word) && !is_only
    })
}

/// `postponed from 14 May`.
fn is_from_moved(words: &DateLexicon<'_>, before: &[&str; REACH]) -> bool {
    before[0].eq_ignore_ascii_case("from") && is_among(before[1], words.moved)
}
