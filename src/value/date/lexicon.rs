//! The words in which a language speaks of dates: [`DateLexicon`], filled for English here.
//!
//! A phrase is words divided by blanks; a full stop behind a word may be left out of the text.

use super::super::scan::{Cursor, Placed, Token, fold};

/// The words of one language around a date.
#[derive(Clone, Copy, Debug)]
pub(in crate::value) struct DateLexicon<'a> {
    /// Something lasts since then; when it began is not what is said.
    pub(super) since: &'a [&'a str],
    /// Something begins then.
    pub(super) from: &'a [&'a str],
    /// Something lasts up to then.
    pub(super) until: &'a [&'a str],
    /// Earlier than that.
    pub(super) before: &'a [&'a str],
    /// Later than that.
    pub(super) after: &'a [&'a str],
    /// Before a date that is approximate.
    pub(super) about: &'a [&'a str],
    /// Before a date of which only a part is meant: `early`, `the end of`.
    pub(super) part: &'a [&'a str],
    /// Before a date of which they change nothing, `as early as`.
    pub(super) neutral: &'a [&'a str],
    /// Doubt whether it was then, before a date or behind it.
    pub(super) perhaps: &'a [&'a str],
    /// Doubt the verb behind them, up to four words before a date.
    pub(super) doubting: &'a [&'a str],
    /// Verbs that doubt what they tell, up to six words before a date.
    pub(super) may_have: &'a [(&'a str, &'a str)],
    /// Directly before a date or its preposition: it was not then.
    pub(super) not: &'a [&'a str],
    /// May stand between a doubt and its date.
    pub(super) fillers: &'a [&'a str],
    /// Behind a date: that day or later.
    pub(super) or_later: &'a [&'a str],
    /// Behind a date: that day or earlier.
    pub(super) or_earlier: &'a [&'a str],
    /// Behind a date that is approximate.
    pub(super) or_so: &'a [&'a str],
    /// Behind a year before the common era, in capitals.
    pub(super) bc: &'a [&'a str],
    /// Before or behind a year of the common era, in capitals.
    pub(super) ad: &'a [&'a str],
    /// Spring, summer, autumn, winter.
    pub(super) seasons: [&'a [&'a str]; 4],
    /// A hundred years.
    pub(super) century: &'a [&'a str],
    /// Places in an order, from the first on.
    pub(super) ordinals: &'a [&'a str],
    /// The article's day and those beside it, with their distance.
    pub(super) days: &'a [(&'a str, i32)],
    /// Words behind which a year is expected.
    pub(super) leads: &'a [&'a str],
    /// Those of them behind which no number of things stands.
    pub(super) firm_leads: &'a [&'a str],
    /// Words behind which a year may describe a noun, `the 1996 summit`.
    pub(super) determiners: &'a [&'a str],
    /// Words between such a word and a number of things, `a total 1500`.
    pub(super) counting: &'a [&'a str],
    /// The first words of all phrases with which a date can begin, sorted.
    pub(super) begins: &'a [&'a str],
}

impl DateLexicon<'static> {
    /// English.
    pub(in crate::value) const ENGLISH: Self = Self {
        since: &["since", "no earlier than", "not before", "not until"],
        from: &["starting from", "starting in", "starting on", "beginning in", "beginning on"],
        until: &["until", "till", "up to", "up until"],
        before: &["no later than", "not later than", "on or before", "before", "by", "prior to", "ahead of"],
        after: &["on or after", "after"],
        about: &["about", "around", "circa", "ca.", "c.", "approximately", "approx.", "roughly"],
        part: &[
            "early",
            "mid",
            "late",
            "beginning of",
            "start of",
            "middle of",
            "end of",
            "the beginning of",
            "the start of",
            "the middle of",
            "the end of",
            "the turn of",
            "early in",
            "late in",
            "later in",
            "earlier in",
        ],
        neutral: &["as early as", "as late as", "as recently as", "as far back as", "the year"],
        perhaps: &[
            "perhaps",
            "possibly",
            "probably",
            "maybe",
            "likely",
            "presumably",
            "conceivably",
            "supposedly",
            "allegedly",
        ],
        doubting: &["perhaps", "possibly", "probably", "maybe", "presumably"],
        may_have: &[("may", "have"), ("might", "have"), ("could", "have")],
        not: &["not"],
        fillers: &["in", "on", "at", "the", "of", "as", "early", "late", "sometime", "some time", "during"],
        or_later: &["or later", "or after", "or thereafter", "onward", "onwards", "at the earliest"],
        or_earlier: &["or earlier", "or before", "at the latest"],
        or_so: &["or so", "or thereabouts", "or around then"],
        bc: &["BC", "BCE", "B.C.", "B.C.E."],
        ad: &["AD", "CE", "A.D.", "C.E."],
        seasons: [&["spring"], &["summer"], &["autumn", "fall"], &["winter"]],
        century: &["century"],
        ordinals: &[
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty first",
            "twenty second",
            "twenty third",
            "twenty fourth",
            "twenty fifth",
            "twenty sixth",
            "twenty seventh",
            "twenty eighth",
            "twenty ninth",
            "thirtieth",
            "thirty first",
        ],
        days: &[("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)],
        leads: &[
            "after",
            "and",
            "before",
            "between",
            "by",
            "during",
            "early",
            "end",
            "every",
            "following",
            "from",
            "in",
            "last",
            "late",
            "mid",
            "next",
            "of",
            "on",
            "since",
            "this",
            "through",
            "till",
            "until",
            "year",
        ],
        firm_leads: &["in", "since", "until", "till", "during", "year"],
        determiners: &["the", "a", "his", "her", "its", "their", "our", "my", "your", "this", "that"],
        counting: &[
            "additional",
            "all",
            "another",
            "combined",
            "estimated",
            "extra",
            "first",
            "full",
            "further",
            "last",
            "more",
            "nearly",
            "next",
            "other",
            "over",
            "record",
            "remaining",
            "reported",
            "some",
            "total",
            "whole",
        ],
        begins: &[
            "a",
            "about",
            "ad",
            "after",
            "ahead",
            "approx",
            "approximately",
            "around",
            "as",
            "autumn",
            "before",
            "beginning",
            "between",
            "by",
            "c",
            "ca",
            "ce",
            "circa",
            "earlier",
            "early",
            "eighteenth",
            "eighth",
            "eleventh",
            "end",
            "fall",
            "fifteenth",
            "fifth",
            "first",
            "fourteenth",
            "fourth",
            "from",
            "last",
            "late",
            "later",
            "mid",
            "middle",
            "nineteenth",
            "ninth",
            "no",
            "not",
            "on",
            "prior",
            "roughly",
            "second",
            "seventeenth",
            "seventh",
            "since",
            "sixteenth",
            "sixth",
            "spring",
            "start",
            "starting",
            "summer",
            "tenth",
            "the",
            "third",
            "thirteenth",
            "thirtieth",
            "thirty",
            "till",
            "today",
            "tomorrow",
            "tonight",
            "twelfth",
            "twentieth",
            "twenty",
            "until",
            "up",
            "winter",
            "yesterday",
        ],
    };
}

impl DateLexicon<'_> {
    /// Whether a date can begin with a word, names of days and months aside.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let mut buffer = [0; 16];
        let folded = fold(word, &mut buffer);
        !folded.is_empty() && self.begins.binary_search(&folded).is_ok()
    }

    /// The place in an order that is spelled out here, from 1, and the place behind it.
    pub(super) fn ordinal<'c>(&self, cursor: Cursor<'c>) -> Option<(u8, Cursor<'c>)> {
        let (placed, _) = cursor.next()?;
        if !matches!(placed.token, Token::Word(word) if self.may_begin(word)) {
            return None;
        }
        (1..).zip(self.ordinals).find_map(|(place, words)| {
            let Some((tens, ones)) = words.split_once(' ') else {
                return Some((place, cursor.word(words)?));
            };
            let rest = cursor.word(tens)?;
            Some((place, rest.dash().unwrap_or(rest).word(ones)?))
        })
    }
}

/// The place behind the longest of these phrases, if one stands here.
pub(super) fn one<'c>(cursor: Cursor<'c>, phrases: &[&str]) -> Option<Cursor<'c>> {
    phrases.iter().filter_map(|words| phrase(cursor, words)).max_by_key(|rest| rest.offset())
}

/// The place behind a phrase, if it stands here.
pub(super) fn phrase<'c>(cursor: Cursor<'c>, words: &str) -> Option<Cursor<'c>> {
    words.split(' ').try_fold(cursor, |mut cursor, word| {
        let mut letters = word.split('.').peekable();
        while let Some(part) = letters.next().filter(|part| !part.is_empty()) {
            cursor = cursor.word(part)?;
            let stop = cursor.symbol('.');
            match letters.peek() {
                Some(next) if !next.is_empty() => cursor = stop?,
                Some(_) => cursor = stop.unwrap_or(cursor),
                None => {}
            }
        }
        Some(cursor)
    })
}

/// The words before a place, the last one first, up to the first sign between them.
pub(super) fn words_before(cursor: Cursor<'_>) -> impl Iterator<Item = &str> {
    let mut before = &cursor.text()[..cursor.offset()];
    std::iter::from_fn(move || {
        let text = before.trim_end();
        let of_word = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let start = text
            .rfind(|c| !of_word(c))
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        before = &text[..start];
        Some(&text[start..]).filter(|word| !word.is_empty())
    })
}

/// Whether a word is among others, in any case.
pub(super) fn is_among(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether nothing follows that a number here could count.
pub(super) fn ends(cursor: Cursor<'_>) -> bool {
    match cursor.next() {
        None => true,
        Some((Placed { token, glued, .. }, _)) => match token {
            Token::Symbol(c) => !matches!(c, '%' | '€' | '$' | '+'),
            Token::Word(word) => glued || super::days::is_function_word(word),
            Token::Digits(_) => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_which_dates_begin_are_sorted() {
        let begins = DateLexicon::ENGLISH.begins;
        assert!(begins.is_sorted());
        let english = DateLexicon::ENGLISH;
        let phrases = [
            english.since,
            english.from,
            english.until,
            english.before,
            english.after,
            english.about,
            english.part,
            english.neutral,
            english.ordinals,
        ];
        for phrase in phrases.into_iter().flatten() {
            let first = phrase.split([' ', '.']).next().unwrap_or_default();
            assert!(begins.contains(&first), "{phrase}");
        }
    }

    #[test]
    fn stops_behind_letters_may_be_left_out_at_the_end() {
        let rest = |text| phrase(Cursor::new(text), "B.C.").map(Cursor::rest);
        assert_eq!(rest("B.C. in"), Some(" in"));
        assert_eq!(rest("B.C in"), Some(" in"));
        assert_eq!(rest("B C"), None);
    }
}
