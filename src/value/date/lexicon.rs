//! The words in which a language speaks of dates: [`DateLexicon`].
//!
//! A phrase is words divided by blanks; a full stop behind a word may be left out of the text.

use super::super::heads::Heads;
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
    /// Before a date of which only the first part is meant: `early`, `the start of`.
    pub(super) early: &'a [&'a str],
    /// Before a date of which only the last part is meant: `late`, `the end of`.
    pub(super) late: &'a [&'a str],
    /// Before a date of which only another part is meant: `mid`.
    pub(super) part: &'a [&'a str],
    /// Before a date of which they change nothing, `as early as`.
    pub(super) neutral: &'a [&'a str],
    /// Before a date that stands for a stretch around it: `the week of`, `fiscal year`.
    pub(super) over: &'a [&'a str],
    /// Before two days between which a night lies.
    pub(super) night: &'a [&'a str],
    /// Doubt whether it was then, before a date or behind it.
    pub(super) perhaps: &'a [&'a str],
    /// Doubt the verb behind them, up to four words before a date.
    pub(super) doubting: &'a [&'a str],
    /// Verbs that doubt what they tell, up to six words before a date.
    pub(super) may_have: &'a [(&'a str, &'a str)],
    /// Directly before a date or its preposition: it was not then; some with the word before them.
    pub(super) not: &'a [(&'a str, &'a str)],
    /// Before `from` and a date that holds no longer.
    pub(super) moved: &'a [&'a str],
    /// Before a date and its preposition, or `to` and a verb: a plan.
    pub(super) planned: &'a [&'a str],
    /// Verbs behind `due to`, with blanks between them, as in the lists below.
    pub(super) planned_verbs: &'a str,
    /// Begin another statement than the one that is denied before them.
    pub(super) clause_ends: &'a str,
    /// Things that are called by a year, behind it.
    pub(super) things: &'a str,
    /// What happens in the year that it is called by: `the 2009 World League`.
    pub(super) events: &'a str,
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
    /// How those words begin.
    pub(super) heads: Heads,
}

impl DateLexicon<'_> {
    /// Whether a date can begin with a word, names of days and months aside.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        if !self.heads.may_hold(word) {
            return false;
        }
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
        let begins = cursor.text().as_bytes().get(placed.start)?;
        let ordinals = (1..).zip(self.ordinals);
        let mut alike = ordinals.filter(|(_, words)| words.as_bytes()[0].eq_ignore_ascii_case(begins));
        alike.find_map(|(place, words)| {
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
    match plainly(cursor, words) {
        Plain::Stands(end) => return Some(cursor.to(end)),
        Plain::DoesNot => return None,
        Plain::Open => {}
    }
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

/// Whether a phrase stands at a place, by its bytes.
enum Plain {
    /// It ends at this byte.
    Stands(usize),
    DoesNot,
    /// Something else than letters of ASCII and single kinds of blanks is in it.
    Open,
}

/// Compares a phrase letter by letter; readers ask for very many at one place, and most differ at once.
fn plainly(cursor: Cursor<'_>, words: &str) -> Plain {
    let text = cursor.text().as_bytes();
    let mut at = cursor.start();
    for wanted in words.bytes() {
        match (wanted, text.get(at)) {
            (b'.', _) => return Plain::Open,
            (b' ', Some(b' ')) => {
                while text.get(at) == Some(&b' ') {
                    at += 1;
                }
            }
            (_, Some(byte)) if byte.eq_ignore_ascii_case(&wanted) => at += 1,
            (wanted, Some(byte)) if byte.is_ascii_alphanumeric() || wanted != b' ' && byte.is_ascii() => {
                return Plain::DoesNot;
            }
            (_, Some(_)) => return Plain::Open,
            (_, None) => return Plain::DoesNot,
        }
    }
    match text.get(at) {
        None => Plain::Stands(at),
        Some(byte) if byte.is_ascii_alphabetic() => Plain::DoesNot,
        Some(byte) if byte.is_ascii() && *byte != b'\'' => Plain::Stands(at),
        Some(_) => Plain::Open,
    }
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

/// Whether a word is among those of a list, in any case.
pub(super) fn is_in(word: &str, list: &str) -> bool {
    list.split(' ').any(|known| word.eq_ignore_ascii_case(known))
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
    fn the_english_lists_are_read_whole() {
        let english = DateLexicon::english();
        assert!(english.begins.is_sorted() && english.begins.contains(&"fy"));
        assert!(english.since.contains(&"no earlier than") && english.not.contains(&("rather", "than")));
        assert!(english.seasons.iter().all(|words| !words.is_empty()));
        assert_eq!((english.ordinals.len(), english.ordinals[26]), (31, "twenty seventh"));
        assert!(english.days.contains(&("yesterday", -1)) && english.events.contains(" wildfires"));
        let lists =
            [english.until, english.after, english.moved, english.leads, english.counting, english.bc];
        assert!(lists.iter().all(|list| !list.is_empty()));
    }

    #[test]
    fn stops_behind_letters_may_be_left_out_at_the_end() {
        let rest = |text| phrase(Cursor::new(text), "B.C.").map(Cursor::rest);
        assert_eq!(rest("B.C. in"), Some(" in"));
        assert_eq!(rest("B.C in"), Some(" in"));
        assert_eq!(rest("B C"), None);
    }
}
