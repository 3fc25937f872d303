//! Where a name may begin and end in a text, in any script: [`names`].
//!
//! Letters and digits of scripts with spaces stand as whole words, and so do katakana: `Hun` is not in
//! `Hunter`. Chinese, hiragana, Thai, Lao, Burmese and Khmer put no space between words, so a name in
//! them begins and ends anywhere but inside a syllable.

use crate::value::name::Piece;
use crate::value::scan::{digit, is_unspaced};

/// Characters of one kind that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    text: &'a str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Stands as a whole.
    Whole,
    /// Katakana, which stand as a whole, beside other signs of Japanese.
    Katakana,
    /// Words without spaces between them.
    Unspaced,
}

/// The runs of a name or of a text, in order.
pub(super) fn of(pieces: &[Piece]) -> Vec<Run<'_>> {
    pieces.iter().flat_map(|piece| Runs(&piece.folded)).collect()
}

/// Whether runs name what others do, somewhere.
pub(super) fn names(text: &[Run<'_>], name: &[Run<'_>]) -> bool {
    text.windows(name.len()).any(|window| match (window, name) {
        ([found], [wanted]) => found.holds(wanted),
        ([first, middle @ .., last], [wanted, between @ .., end]) => {
            middle == between && first.ends_with(wanted) && last.starts_with(end)
        }
        _ => false,
    })
}

impl Run<'_> {
    fn holds(&self, wanted: &Run<'_>) -> bool {
        if self == wanted {
            return true;
        }
        // One sign alone is part of too many words.
        let is_open = self.is_open(wanted) && wanted.text.chars().nth(1).is_some();
        is_open
            && self
                .text
                .match_indices(wanted.text)
                .any(|(at, found)| is_boundary(self.text, at) && is_boundary(self.text, at + found.len()))
    }

    fn ends_with(&self, wanted: &Run<'_>) -> bool {
        let before = self.text.strip_suffix(wanted.text);
        self == wanted
            || self.is_open(wanted) && before.is_some_and(|head| is_boundary(self.text, head.len()))
    }

    fn starts_with(&self, wanted: &Run<'_>) -> bool {
        let starts = self.text.starts_with(wanted.text);
        self == wanted || self.is_open(wanted) && starts && is_boundary(self.text, wanted.text.len())
    }

    fn is_open(&self, wanted: &Run<'_>) -> bool {
        self.kind == Kind::Unspaced && wanted.kind == Kind::Unspaced
    }
}

/// Cuts a word where one kind of characters ends.
struct Runs<'a>(&'a str);

impl<'a> Iterator for Runs<'a> {
    type Item = Run<'a>;

    fn next(&mut self) -> Option<Run<'a>> {
        let kind = Kind::of(self.0.chars().next()?);
        let end = self.0.find(|c| Kind::of(c) != kind).unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(Run { text, kind })
    }
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '\u{30a1}'..='\u{30ff}' => Self::Katakana,
            c if is_unspaced(c) && digit(c).is_none() => Self::Unspaced,
            _ => Self::Whole,
        }
    }
}

/// Whether a word may begin or end at this byte: neither before a sign that belongs to the letter
/// before it, nor behind one that belongs to the next letter.
fn is_boundary(text: &str, at: usize) -> bool {
    let (before, behind) = (text[..at].chars().next_back(), text[at..].chars().next());
    !before.is_some_and(leads) && !behind.is_some_and(follows) || before.is_none() && behind.is_none()
}

/// Vowels of Thai and Lao that are written before their consonant, and the signs of Khmer and Burmese
/// that stack the next one.
fn leads(c: char) -> bool {
    matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' | '\u{17d2}' | '\u{1039}')
}

/// Vowels, tones and other marks that belong to the letter before them.
fn follows(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}' | '\u{e47}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}'
        | '\u{ec8}'..='\u{ece}' | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{3099}'..='\u{309a}')
}
