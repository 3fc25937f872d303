//! The words of two names side by side: [`matched`].

use super::outcome::NameVariant;
use super::spelling;
use crate::model::{Gender, Name, NameWord, WordKind};

/// Which words of two names belong together.
#[derive(Debug, Default)]
pub(super) struct Match {
    /// For each pair that was found, in what way it is one word; `None` is the same word.
    pub(super) ways: Vec<Option<NameVariant>>,
    n_a: usize,
    n_b: usize,
    used_a: u32,
    used_b: u32,
    shares_a_word: bool,
}

impl Match {
    /// The words of the first name that have no like, by position.
    pub(super) fn left_a(&self) -> Vec<usize> {
        (0..self.n_a).filter(|at| self.used_a & (1 << at) == 0).collect()
    }

    /// The words of the second name that have no like, by position.
    pub(super) fn left_b(&self) -> Vec<usize> {
        (0..self.n_b).filter(|at| self.used_b & (1 << at) == 0).collect()
    }

    /// Whether a whole word is the same, or nearly, in both.
    pub(super) fn shares_a_word(&self) -> bool {
        self.shares_a_word
    }

    /// How many words have their like.
    pub(super) fn n_matched(&self) -> usize {
        self.ways.len()
    }

    fn take(&mut self, [x, y]: [usize; 2], way: Option<NameVariant>, word: &NameWord) {
        self.used_a |= 1 << x;
        self.used_b |= 1 << y;
        self.ways.push(way);
        self.shares_a_word |= way != Some(NameVariant::Initials)
            && !matches!(word.kind, WordKind::Initial | WordKind::Particle);
    }
}

/// How many words of a name are looked at.
const WORDS_MAX: usize = 24;

/// Gives each word one of its own in the other name: the same word first, then the nearest.
pub(super) fn matched(a: &[NameWord], b: &[NameWord]) -> Match {
    let (a, b) = (&a[..a.len().min(WORDS_MAX)], &b[..b.len().min(WORDS_MAX)]);
    let mut found = Match { n_a: a.len(), n_b: b.len(), ..Match::default() };
    for (x, word) in a.iter().enumerate() {
        let free = |y: &usize| found.used_b & (1 << y) == 0 && same(word, &b[*y]);
        if let Some(y) = (0..b.len()).find(free) {
            found.take([x, y], same_way(word, &b[y]), word);
        }
    }
    let n_left = (a.len() - found.ways.len()).min(b.len() - found.ways.len());
    for _ in 0..n_left {
        let best = (0..a.len())
            .filter(|x| found.used_a & (1 << x) == 0)
            .flat_map(|x| (0..b.len()).map(move |y| (x, y)))
            .filter(|(_, y)| found.used_b & (1 << y) == 0)
            .filter_map(|(x, y)| Some((near(Side { words: a, at: x }, Side { words: b, at: y })?, x, y)))
            .min_by_key(|(way, x, y)| (weakness(*way), x.abs_diff(*y), *x));
        let Some((way, x, y)) = best else { break };
        found.take([x, y], Some(way), &a[x]);
    }
    found
}

/// The words of a name that must have their like in the other one.
pub(super) fn needed(name: &Name) -> impl Iterator<Item = &str> {
    name.words.iter().filter(|word| word.kind != WordKind::Particle).map(|word| word.text.as_str())
}

/// How far a way of being one word is from being the same.
pub(super) fn weakness(way: NameVariant) -> u8 {
    match way {
        NameVariant::TokenSubset => 0,
        NameVariant::Suffix => 1,
        NameVariant::OtherName => 2,
        NameVariant::Acronym => 3,
        NameVariant::Script => 4,
        NameVariant::Initials => 5,
        NameVariant::ShortForm => 6,
        NameVariant::Transliteration => 7,
        NameVariant::Spelling(_) => 8,
    }
}

fn same(a: &NameWord, b: &NameWord) -> bool {
    match (a.kind, b.kind) {
        (WordKind::Place(place), WordKind::Place(other)) => place == other,
        (WordKind::Initial, kind) | (kind, WordKind::Initial) => {
            kind == WordKind::Initial && a.text == b.text
        }
        _ => a.text == b.text,
    }
}

/// `Cambodian` and `Cambodia` are the same word of a body's name; `Burma` and `Myanmar` two names.
fn same_way(a: &NameWord, b: &NameWord) -> Option<NameVariant> {
    let belongs = a.text.ends_with('\'') || b.text.ends_with('\'');
    (a.text != b.text && !belongs).then_some(NameVariant::OtherName)
}

/// A word where it stands.
#[derive(Clone, Copy)]
struct Side<'a> {
    words: &'a [NameWord],
    at: usize,
}

impl Side<'_> {
    fn word(&self) -> &NameWord {
        &self.words[self.at]
    }

    fn is_last(&self) -> bool {
        self.at + 1 == self.words.len()
    }

    /// Whether the name is one of a body.
    fn is_body(&self) -> bool {
        self.words.iter().any(|word| matches!(word.kind, WordKind::Body | WordKind::Form))
    }

    fn is_alone(&self) -> bool {
        self.words.len() == 1
    }
}

/// In what way two words that are not the same may be one.
fn near(a: Side, b: Side) -> Option<NameVariant> {
    let (x, y) = (a.word(), b.word());
    if a.is_body() && b.is_body() && is_plural(&x.text, &y.text) {
        return Some(NameVariant::Spelling(1));
    }
    match (x.kind, y.kind) {
        (WordKind::Initial, WordKind::Plain | WordKind::Place(_)) => {
            return y.text.starts_with(&x.text).then_some(NameVariant::Initials);
        }
        (WordKind::Plain | WordKind::Place(_), WordKind::Initial) => {
            return x.text.starts_with(&y.text).then_some(NameVariant::Initials);
        }
        (WordKind::Initial, WordKind::Mark) | (WordKind::Mark, WordKind::Initial) => return None,
        (WordKind::Plain, WordKind::Plain) => {}
        _ => return None,
    }
    if share_a_group(x, y) {
        return Some(NameVariant::ShortForm);
    }
    let are_first = a.at == 0 && b.at == 0 && !a.is_alone() && !b.is_alone();
    let known = (x.groups[0] != 0, y.groups[0] != 0);
    if known == (true, true) && (!a.is_last() || !b.is_last()) {
        return None;
    }
    if are_first && x.text != y.text && of_two_genders(x, y) {
        return None;
    }
    let alone = a.is_alone() && b.is_alone();
    if alone && known.0 && known.1 {
        return None;
    }
    let shared = a.words.iter().filter(|word| b.words.contains(word));
    if sounds_alike(x, y, shared.clone().count()) {
        return Some(NameVariant::Transliteration);
    }
    if are_first && is_beginning(&x.text, &y.text) && ends_alike(a.words, b.words) && !a.is_body() {
        return Some(NameVariant::ShortForm);
    }
    // Of four letters one makes another name, unless a longer word is the same: `Kampong Chom`.
    let least = if shared.clone().any(|word| word.text.len() > 4) { 4 } else { 5 };
    if x.text.len().min(y.text.len()) < least {
        return None;
    }
    let alike = spelling::alike(&x.text, &y.text).or_else(|| spelling::alike(&x.sound, &y.sound));
    alike.map(NameVariant::Spelling)
}

/// `Post` and `Posts`, in the name of a ministry.
fn is_plural(a: &str, b: &str) -> bool {
    let is_of = |one: &str, many: &str| one.len() > 3 && many.strip_suffix('s') == Some(one);
    is_of(a, b) || is_of(b, a)
}

fn share_a_group(a: &NameWord, b: &NameWord) -> bool {
    a.groups.iter().any(|group| *group != 0 && b.groups.contains(group))
}

/// Words that sound alike; those of two letters where two others are the same.
fn sounds_alike(a: &NameWord, b: &NameWord, n_shared: usize) -> bool {
    let least = if n_shared > 1 { 2 } else { 3 };
    a.sound == b.sound && a.sound.len() > 1 && a.text.len().min(b.text.len()) >= least
}

/// `Daniel`, `Daniela`; `Mario`, `Maria`; `Rashid`, `Rasheeda`.
fn of_two_genders(a: &NameWord, b: &NameWord) -> bool {
    if let (Some(a), Some(b)) = (a.gender, b.gender)
        && a != b
    {
        return true;
    }
    let of_a_woman = |a: &NameWord, b: &NameWord| {
        a.gender == Some(Gender::Woman)
            && a.text.ends_with('a')
            && !b.text.ends_with(['a', 'e', 'h', 'i', 'y'])
    };
    let lengthens = |a: &str, b: &str| {
        b.ends_with('a') && b.starts_with(a) && !a.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 'h'])
    };
    of_a_woman(a, b)
        || lengthens(&a.text, &b.text)
        || lengthens(&b.text, &a.text)
        || of_a_woman(b, a)
        || differ_in_an_ending(&a.text, &b.text)
        || differ_in_an_ending(&a.sound, &b.sound)
}

/// Whether words differ in nothing but an `a`, `o` or `e` at the end.
fn differ_in_an_ending(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let stem = |word: &str| word.strip_suffix(['a', 'o', 'e']).map(str::to_owned);
    let ends = match (stem(short), stem(long)) {
        (Some(short), Some(long)) => short == long,
        (None, Some(long)) => long == short,
        (_, None) => false,
    };
    ends && short != long && long.ends_with(['a', 'e'])
}

/// Whether one word is the beginning of the other, of three letters or more.
fn is_beginning(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // `Stefania` is no longer form of `Stefan`.
    let of_a_woman = ["a", "ette", "ine"].iter().any(|end| long.ends_with(end) && !short.ends_with(end));
    short.chars().count() > 2 && long.starts_with(short) && !of_a_woman
}

/// Whether two names end in the same word.
fn ends_alike(a: &[NameWord], b: &[NameWord]) -> bool {
    matches!((a.last(), b.last()), (Some(a), Some(b)) if a.text == b.text)
}
