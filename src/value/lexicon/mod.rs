//! The words with which a language tells figures, ready to be looked up in a text: [`Lexicon`].
//!
//! Plain data: which language a text is read in, and from which file, is not decided here. A
//! lexicon is compiled once ([`Lexicon::new`]) into one tree of phrases, each with its [`Role`]s.

mod begins;
mod data;
mod date_role;
mod day_order;
mod role;
mod separators;
mod trie;
mod wide;

pub use data::{
    Around, ChangeWords, Data, EndingWords, HedgeWords, Moves, Ordinals, RateWords, SentenceWords,
};
pub use date_role::{DateRole, DateWords};
pub use day_order::DayOrder;
pub use role::{Role, Size};
pub use separators::Separators;
pub use trie::Trie;
pub use wide::Wide;

use std::sync::OnceLock;

use rust_decimal::Decimal;

use super::scan::{is_glued, is_letter};

/// What is known of how a language tells figures.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The lists as the file has them, for who looks up other words than those of figures.
    pub data: Data,
    /// The words around dates.
    pub(in crate::value) date_words: DateWords,
    /// Base language.
    pub tag: String,
    /// A word beside a figure that the lexicon does not know leaves the figure unread.
    pub is_strict: bool,
    /// Hedges and magnitudes of other languages in the same script.
    foreign: Option<&'static Trie<Foreign>>,
    phrases: Trie<Role>,
    /// Phrases that count in their own case only, marked by `=` in the file.
    cased: Trie<Role>,
    /// Phrases that stand glued to a figure, or behind a hyphen.
    glued: Trie<Role>,
    /// What says something of every figure of its sentence or clause.
    wide: Trie<Wide>,
    /// Whether the numbers from eleven on are composed of ten and a digit.
    composes_teens: bool,
}

impl Lexicon {
    /// The lexicon of a language.
    pub fn new(tag: &str, data: Data) -> Self {
        let mut lexicon = Self { tag: tag.to_owned(), cased: Trie::cased(), ..Self::default() };
        role::each(&data, &mut |phrase, role| lexicon.add(phrase, role));
        lexicon.composes_teens = !data.numerals.iter().any(|(_, value)| *value == 11);
        wide::each(&data, |phrase, wide| lexicon.wide.add(phrase, wide));
        lexicon.date_words = DateWords::new(tag, &data);
        lexicon.data = data;
        lexicon
    }

    /// With what could change a figure in other languages of the script.
    #[must_use]
    pub fn beside(self, foreign: &'static Trie<Foreign>) -> Self {
        Self { foreign: Some(foreign), ..self }
    }

    /// Refusing every figure with an unknown word beside it.
    #[must_use]
    pub fn strict(self) -> Self {
        Self { is_strict: true, ..self }
    }

    /// The lexicon of a language that nothing is known of.
    pub fn unknown() -> &'static Self {
        Self::unknown_but_for(DayOrder::Open)
    }

    /// The lexicon of a language of which only the order of its dates in figures is known.
    pub fn unknown_but_for(day_order: DayOrder) -> &'static Self {
        static UNKNOWN: [OnceLock<Lexicon>; DayOrder::N] = [const { OnceLock::new() }; DayOrder::N];
        UNKNOWN[day_order as usize].get_or_init(|| {
            let data = Data { day_order, ..Data::default() };
            Self::new("und", data).strict()
        })
    }

    fn add(&mut self, phrase: &str, role: Role) {
        if let Some(cased) = phrase.strip_prefix('=') {
            return self.cased.add(cased, role);
        }
        match phrase.strip_prefix('-').filter(|glued| !glued.is_empty()) {
            Some(glued) => self.glued.add(glued, role),
            None => self.phrases.add(phrase, role),
        }
    }

    /// Calls with the end and the roles of every phrase that begins at this byte of a text.
    pub(in crate::value) fn each<'t>(
        &'t self,
        text: &str,
        at: usize,
        mut found: impl FnMut(usize, &'t [Role]),
    ) {
        self.phrases.each(text, at, &mut found);
        if !self.cased.is_empty() {
            self.cased.each(text, at, found);
        }
    }

    /// Whether a phrase may begin at this byte of a text, by its first letters.
    #[inline]
    fn may_begin(&self, text: &str, at: usize) -> bool {
        self.phrases.may_begin(text, at) || !self.cased.is_empty() && self.cased.may_begin(text, at)
    }

    /// Whether any phrase begins at this byte of a text.
    pub(in crate::value) fn has_phrase(&self, text: &str, at: usize) -> bool {
        let mut has_any = false;
        self.each(text, at, |_, _| has_any = true);
        has_any
    }

    /// The same for phrases glued to what stands before them.
    pub(in crate::value) fn each_glued<'t>(
        &'t self,
        text: &str,
        at: usize,
        found: impl FnMut(usize, &'t [Role]),
    ) {
        self.glued.each(text, at, found);
    }

    /// Whether words say that a matter is not settled.
    pub fn leaves_open(&self, words: &str) -> bool {
        let mut before = None;
        words.char_indices().any(|(at, c)| {
            let begins = before.is_none_or(|before| !is_letter(before) || is_glued(before) || is_glued(c));
            before = Some(c);
            begins && self.longest(words, at, |role| (role == Role::Open).then_some(())).is_some()
        })
    }

    /// All that the longest phrase here says of a whole sentence or clause, with its end.
    pub(in crate::value) fn wide<'t>(&'t self, text: &str, at: usize) -> Option<(&'t [Wide], usize)> {
        let mut found = None;
        self.wide.each(text, at, |end, words| found = Some((words, end)));
        found
    }

    /// Whether any phrase says something of a whole sentence or clause.
    pub(in crate::value) fn has_wide(&self) -> bool {
        !self.wide.is_empty()
    }

    /// The longest phrase here that `choose` takes, with its end.
    pub(in crate::value) fn longest<R>(
        &self,
        text: &str,
        at: usize,
        choose: impl Fn(Role) -> Option<R>,
    ) -> Option<(R, usize)> {
        if !self.may_begin(text, at) {
            return None;
        }
        let mut best: Option<(R, usize)> = None;
        let mut longest = at;
        self.each(text, at, |end, roles| {
            longest = longest.max(end);
            if let Some(chosen) = roles.iter().find_map(|role| choose(*role))
                && best.as_ref().is_none_or(|(_, longest)| end >= *longest)
            {
                best = Some((chosen, end));
            }
        });
        // Where words run into each other a short one is the beginning of many long ones.
        best.filter(|(_, end)| *end >= longest || !text[at..].starts_with(is_glued))
    }

    /// Where a hedge or magnitude of another language ends that begins here and stands on this side of
    /// its figure.
    pub(in crate::value) fn foreign(&self, text: &str, at: usize, side: Side) -> Option<usize> {
        let mut found = None;
        self.foreign?.each(text, at, |end, words| {
            if words.iter().any(|word| word.side == side && word.language != self.tag) {
                found = Some(end);
            }
        });
        found
    }

    /// Whether a word has letters that the language is not written with.
    pub(in crate::value) fn is_alien(&self, word: &str) -> bool {
        if word.is_ascii() {
            return false;
        }
        let letters = &self.data.letters;
        let is_foreign = |c: char| !c.is_ascii() && c.is_alphabetic() && !letters.contains(c);
        !letters.is_empty() && word.chars().flat_map(char::to_lowercase).any(is_foreign)
    }

    /// Whether the numbers from eleven on are composed of ten and a digit.
    pub(in crate::value) fn composes_teens(&self) -> bool {
        self.composes_teens
    }
}

/// On which side of its figure a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// Behind it.
    Behind,
}

/// A phrase of a language that could change a figure, as another language must not read over it.
#[derive(Clone, Copy, Debug)]
pub struct Foreign {
    language: &'static str,
    side: Side,
}

/// Adds the phrases of a language that could change a figure, for [`Lexicon::beside`].
///
/// Short words mean other things elsewhere, so only longer ones and those of several words count.
pub fn add_foreign(trie: &mut Trie<Foreign>, language: &'static str, data: &Data) {
    let mut add = |phrase: &str, side, least: usize| {
        let n_letters = phrase.chars().filter(|c| c.is_alphabetic()).count();
        if !phrase.starts_with('-') && (n_letters >= least || phrase.trim().contains(' ')) {
            trie.add(phrase, Foreign { language, side });
        }
    };
    for (_, words) in &data.hedges {
        words.before.iter().for_each(|phrase| add(phrase, Side::Before, 3));
        words.behind.iter().chain(&words.behind_counted).for_each(|phrase| add(phrase, Side::Behind, 4));
    }
    data.magnitudes.iter().for_each(|(phrase, _)| add(phrase, Side::Behind, 2));
}

/// A whole number as a decimal.
pub(in crate::value) fn decimal(value: u64) -> Decimal {
    Decimal::from(value)
}
