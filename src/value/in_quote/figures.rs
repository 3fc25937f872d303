//! Every figure of a text, for the coverage of captures: starts at [`figures`].
//!
//! What a reader would take for a figure is one: a headcount in words, `tens of thousands`, a list
//! number glued to its line. Left out are number words that count nothing (`no one`, `one of them`,
//! `zero-tolerance`) and digits that belong to a name (`G20`).

use std::ops::Range;

use rust_decimal::Decimal;

use super::items::{Item, Items};
use crate::value::number::figure;
use crate::value::scan::{Cursor, Placed, Token};

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FigureKind,
    /// Its words.
    pub words: String,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// A number of things.
    Number,
    /// A date, or part of one.
    Date,
    /// An amount of money.
    Money,
    /// A share.
    Percent,
}

/// Every figure of a text, in order.
pub fn figures(text: &str) -> Vec<Figure> {
    Items::of(text)
        .filter_map(|(item, range)| {
            let kind = match item {
                Item::Date(_) => FigureKind::Date,
                Item::Unclear => FigureKind::Number,
                Item::Figure(figure) => kind(text, &range, &figure)?,
            };
            Some(Figure { words: text[range.clone()].to_owned(), range, kind })
        })
        .collect()
}

fn kind(text: &str, range: &Range<usize>, figure: &figure::Figure) -> Option<FigureKind> {
    if figure.currency.is_some() {
        return Some(FigureKind::Money);
    }
    if figure.percent {
        return Some(FigureKind::Percent);
    }
    let is_small = figure.low == figure.high && figure.low <= Decimal::ONE;
    let in_words = !text[range.clone()].contains(|c: char| c.is_numeric());
    if is_small && in_words && !counts(text, range) {
        return None;
    }
    Some(FigureKind::Number)
}

/// Whether `one` or `zero` counts something: a noun stands behind it, and nothing that makes it a pronoun before it.
fn counts(text: &str, range: &Range<usize>) -> bool {
    const BEFORE: [&str; 14] = [
        "no", "any", "every", "some", "each", "which", "this", "that", "the", "another", "ground", "day",
        "number", "at",
    ];
    const BEHIND: [&str; 24] = [
        "of", "another", "s", "day", "thing", "is", "was", "has", "had", "can", "could", "may", "might",
        "must", "should", "will", "would", "in", "on", "to", "by", "or", "and", "that",
    ];
    let before = text[..range.start].split(|c: char| !c.is_alphabetic()).rfind(|word| !word.is_empty());
    if before.is_some_and(|word| BEFORE.iter().any(|known| word.eq_ignore_ascii_case(known))) {
        return false;
    }
    match Cursor::at(text, range.end).next() {
        Some((Placed { token: Token::Word(word), .. }, _)) => {
            !BEHIND.iter().any(|known| word.eq_ignore_ascii_case(known))
        }
        _ => false,
    }
}
