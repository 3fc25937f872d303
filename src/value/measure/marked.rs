//! A text whose units are found, and taken out so that its figures can be read: [`Marked::new`].

use std::ops::Range;

use super::units::{UNITS, Unit, unit_named};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::number::unit_matches;
use crate::value::scan::is_glued;

/// A unit in a text: one that is known, or the fact's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where its words stand.
    pub(super) range: Range<usize>,
    /// The unit; `None` for the fact's own.
    pub(super) unit: Option<&'static Unit>,
    /// Whether it is one of two measures that make up one: `5 feet 3 inches`.
    pub(super) compound: bool,
}

/// A text with blanks of the same length in place of its units.
pub(super) struct Marked {
    /// The text.
    pub(super) text: String,
    /// The units, in order.
    pub(super) marks: Vec<Mark>,
}

impl Marked {
    /// Takes the units out of a text; `own` is the fact's unit where it is not one that is known.
    pub(super) fn new(text: &str, own: Option<&str>, lexicon: &'static Lexicon) -> Self {
        // A fact without a unit has an error of its own.
        let own = own.map(str::trim).filter(|own| !own.is_empty());
        let mut marks: Vec<Mark> = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let found = begins(text, at).then(|| longest(text, at, own)).flatten();
            let found = longer(found, named(text, at, lexicon));
            match found {
                // `40 litres a day` is a rate, and no litres and days.
                Some((len, _)) if is_of_rate(text, at, lexicon) => at += len,
                Some((len, unit)) => {
                    let start =
                        at - usize::from(text[..at].ends_with('-') && is_digit_before(&text[..at - 1]));
                    marks.push(Mark { range: start..at + len, unit, compound: false });
                    at += len;
                }
                None => at += c.len_utf8(),
            }
        }
        mark_compounds(text, &mut marks);
        let mut bytes = text.as_bytes().to_vec();
        marks.iter().for_each(|mark| bytes[mark.range.clone()].fill(b'\t'));
        Self { text: String::from_utf8(bytes).unwrap_or_default(), marks }
    }

    /// Blanks a stretch of the text.
    pub(super) fn hide(&mut self, range: Range<usize>) {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes[range].fill(b'\t');
        self.text = String::from_utf8(bytes).unwrap_or_default();
    }
}

/// Whether a word that makes a rate ends before a unit, or goes on in it: `a day`, `por metro`.
fn is_of_rate(text: &str, at: usize, lexicon: &'static Lexicon) -> bool {
    let is_rate = |role| matches!(role, Role::RateBehind | Role::RateBehindCounted).then_some(());
    let places = text[..at].char_indices().rev().take(RATE_LETTERS).map(|(start, _)| start);
    places.filter(|start| !text[..*start].ends_with(char::is_alphabetic)).any(|start| {
        let Some(((), end)) = lexicon.longest(text, start, is_rate) else { return false };
        end > at || text[end..at].trim().is_empty()
    })
}

/// Letters between the beginning of such a word and the unit at most.
const RATE_LETTERS: usize = 12;

type Found = Option<(usize, Option<&'static Unit>)>;

/// The longer of two units at one place.
fn longer(known: Found, named: Found) -> Found {
    match (known, named) {
        (Some(known), Some(named)) if named.0 > known.0 => Some(named),
        (known, named) => known.or(named),
    }
}

/// The unit that a word of the text's language names here.
fn named(text: &str, at: usize, lexicon: &'static Lexicon) -> Found {
    if lexicon.data.units.is_empty() || !text[at..].starts_with(char::is_alphabetic) {
        return None;
    }
    let is_whole =
        if text[at..].starts_with(is_glued) { counts(text, at, lexicon) } else { begins(text, at) };
    if !is_whole {
        return None;
    }
    let (ix, end) = lexicon.longest(text, at, |role| match role {
        Role::Unit(ix) => Some(ix),
        _ => None,
    })?;
    let (symbol, _) = lexicon.data.units.get(usize::from(ix))?;
    Some((end - at, Some(unit_named(symbol)?)))
}

/// Letters of a magnitude at most, where words run into each other.
const MAGNITUDE_LETTERS: usize = 8;

/// Whether a figure ends here, in digits or with its magnitude: `3万吨`.
fn counts(text: &str, at: usize, lexicon: &'static Lexicon) -> bool {
    let head = text[..at].trim_end();
    let ends_figure = |role| matches!(role, Role::Magnitude(_) | Role::Numeral(_)).then_some(());
    let starts = head.char_indices().rev().take(MAGNITUDE_LETTERS).map(|(start, _)| start);
    is_digit_before(head)
        || starts
            .filter(|start| head[*start..].starts_with(char::is_alphabetic))
            .any(|start| lexicon.longest(head, start, ends_figure).is_some_and(|(_, end)| end == head.len()))
}

/// Whether a unit may begin here: not inside a word.
fn begins(text: &str, at: usize) -> bool {
    !text[..at].ends_with(char::is_alphabetic)
}

/// The longest unit that stands here, and its length.
fn longest(text: &str, at: usize, own: Option<&str>) -> Option<(usize, Option<&'static Unit>)> {
    let (before, rest) = (&text[..at], &text[at..]);
    let known = UNITS.iter().flat_map(|unit| {
        let symbols =
            unit.symbols.iter().filter(|symbol| rest.starts_with(**symbol) && is_behind_figure(before));
        let names = unit.names.iter().filter(|name| starts_with(rest, name));
        symbols.chain(names).map(move |name| (name.len(), Some(unit)))
    });
    let own = own.and_then(|own| own_len(rest, own)).map(|len| (len, None));
    known.chain(own).filter(|(len, _)| ends(&rest[*len..])).max_by_key(|(len, unit)| (*len, unit.is_none()))
}

/// The length of the fact's own unit, in the singular or plural.
fn own_len(rest: &str, own: &str) -> Option<usize> {
    let first = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let whole = Some(own.len()).filter(|_| starts_with(rest, own));
    whole.or_else(|| {
        Some(first).filter(|len| *len > 0 && !own.contains(' ') && unit_matches(&rest[..*len], own))
    })
}

fn starts_with(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// Whether a symbol may stand here: right behind a digit, a blank or a hyphen between.
fn is_behind_figure(before: &str) -> bool {
    let trimmed = before.strip_suffix([' ', '\u{a0}', '\u{202f}', '-']).unwrap_or(before);
    is_digit_before(trimmed)
}

fn is_digit_before(before: &str) -> bool {
    before.ends_with(|c: char| c.is_numeric())
}

fn ends(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

fn mark_compounds(text: &str, marks: &mut [Mark]) {
    for i in 1..marks.len() {
        let between = text[marks[i - 1].range.end..marks[i].range.start].trim();
        let between = between.trim_start_matches([',', ' ']);
        let figure = between.strip_prefix("and ").unwrap_or(between);
        let is_figure =
            !figure.is_empty() && figure.chars().all(|c| c.is_numeric() || matches!(c, '.' | ','));
        let (one, other) = (marks[i - 1].unit, marks[i].unit);
        let is_one = one.zip(other).is_some_and(|(a, b)| a.dimension == b.dimension && a != b);
        if is_figure && is_one {
            marks[i - 1].compound = true;
            marks[i].compound = true;
        }
    }
}
