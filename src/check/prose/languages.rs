//! The languages that an author's own words are read in; entry point [`Languages::of`].
//!
//! They are words of the edition's language, or of the one that their script tells. English is accepted beside it,
//! since values may be written in it, but for words that say something else in the edition's language: `12,500` is
//! twelve and a half in German.

use crate::language::reading;
use crate::model::Number;
use crate::value::date::{self, DateRelation};
use crate::value::in_quote::{self, Figure};
use crate::value::lexicon::Lexicon;
use crate::value::number;

/// The languages of some words.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    own: &'static Lexicon,
}

impl Languages {
    /// The languages of words in an edition of a language; without a letter they are in that of the text around them.
    pub(super) fn of(edition: &str, words: &str, around: &str) -> Self {
        let telling = if words.contains(char::is_alphabetic) { words } else { around };
        Self { own: reading::lexicon(edition, telling) }
    }

    /// Every figure of the words.
    pub(super) fn figures(self, words: &str) -> Vec<Figure> {
        in_quote::figures(words, self.own)
    }

    /// A figure that is all that the words say.
    pub(super) fn number(self, words: &str) -> Option<Number> {
        let in_english = || number::read(words, reading::lexicon("en", words));
        number::read(words, self.own).or_else(|_| in_english()).ok()
    }

    /// Whether a sentence says that its matter is not settled.
    pub(super) fn leave_open(self, sentence: &str) -> bool {
        [self.own, reading::english()].iter().any(|lexicon| lexicon.leaves_open(sentence))
    }

    /// Whether the words state figures, as one of the languages reads them.
    pub(super) fn state(self, words: &str, is_stated: impl Fn(&'static Lexicon) -> bool) -> bool {
        let english = self.english(words).filter(|english| self.is_same_figure(words, english));
        is_stated(self.own) || english.is_some_and(is_stated)
    }

    /// Whether the words state a date, as one of the languages reads them.
    pub(super) fn date(self, words: &str, is_stated: impl Fn(&'static Lexicon) -> bool) -> bool {
        let is_same = |english: &&'static Lexicon| match in_quote::named(words, self.own) {
            Some(own) => in_quote::named(words, english)
                .is_none_or(|english| date::relation(&own, &english) == DateRelation::Equal),
            None => true,
        };
        is_stated(self.own) || self.english(words).filter(is_same).is_some_and(is_stated)
    }

    /// English, where the words may be in it and are in another language first: not Khmer ones.
    fn english(self, words: &str) -> Option<&'static Lexicon> {
        let english = reading::english();
        let may_be = std::ptr::eq(reading::lexicon("en", words), english);
        (may_be && !std::ptr::eq(self.own, english)).then_some(english)
    }

    /// Whether no figure of the words is another one in the edition's language than in English.
    fn is_same_figure(self, words: &str, english: &'static Lexicon) -> bool {
        in_quote::figures(words, english).iter().all(|figure| match number::read(&figure.words, self.own) {
            Ok(own) => number::read(&figure.words, english).is_ok_and(|english| same(&own, &english)),
            Err(_) => true,
        })
    }
}

fn same(own: &Number, english: &Number) -> bool {
    (english.hedge, english.low, english.high) == (own.hedge, own.low, own.high)
}
