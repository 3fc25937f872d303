//! Every figure of a text, for the coverage of captures: starts at [`figures`].
//!
//! What a reader would take for a figure is one: a headcount in words, `tens of thousands`, a list
//! number glued to its line. Left out are number words that count nothing (`no one`, `one of them`,
//! `zero-tolerance`) and digits that belong to a name (`G20`).

use std::ops::Range;

use rust_decimal::Decimal;

use super::items::{Item, Items};
use crate::model::{DateValue, Number};
use crate::value::beside::Part;
use crate::value::lexicon::{Lexicon, Role};
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
    /// The number, where it is one and can be read.
    pub number: Option<Number>,
    /// The date, where it is one and more than a weekday.
    pub date: Option<DateValue>,
    /// Whether it is part of something else, as of an address or a name: `Route 66`.
    pub is_of_something: bool,
    /// Whether it is a size without a figure: `over hundreds`, `several million`.
    pub is_vague: bool,
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
pub fn figures(text: &str, lexicon: &'static Lexicon) -> Vec<Figure> {
    Items::of(text, lexicon)
        .filter_map(|(item, range)| {
            let is_of_something = matches!(item, Item::Other(_, Part::Of(..) | Part::Minor(..)));
            let mut is_vague = false;
            let (kind, number, date) = match item {
                Item::Date(mention) => (FigureKind::Date, None, mention.value()),
                Item::Unclear | Item::Passed => (FigureKind::Number, None, None),
                Item::Figure(figure) | Item::Other(figure, _) | Item::Unread(figure, _) => {
                    is_vague = figure.is_vague;
                    (kind(text, &range, &figure, lexicon)?, Some(figure.number()), None)
                }
            };
            let words = text[range.clone()].to_owned();
            Some(Figure { words, range, kind, number, date, is_of_something, is_vague })
        })
        .collect()
}

fn kind(
    text: &str,
    range: &Range<usize>,
    figure: &figure::Figure,
    lexicon: &'static Lexicon,
) -> Option<FigureKind> {
    if figure.currency.is_some() {
        return Some(FigureKind::Money);
    }
    if figure.percent {
        return Some(FigureKind::Percent);
    }
    let is_small = figure.low == figure.high && figure.low <= Decimal::ONE;
    let in_words = !text[range.clone()].contains(|c: char| c.is_numeric());
    if is_small && in_words && !counts(text, range, lexicon) {
        return None;
    }
    Some(FigureKind::Number)
}

/// Whether `one` or `zero` counts something: a noun stands behind it, and nothing that makes it a pronoun before it.
fn counts(text: &str, range: &Range<usize>, lexicon: &'static Lexicon) -> bool {
    let before = text[..range.start].trim_end_matches(|c: char| !c.is_alphabetic());
    let word = before.trim_end_matches(char::is_alphabetic).len();
    if Cursor::read_by(text, lexicon).to(word).is(Role::UncountedBefore).is_some() && word < before.len() {
        return false;
    }
    let behind = Cursor::read_by(text, lexicon).to(range.end);
    match behind.next() {
        Some((Placed { token: Token::Word(_), .. }, _)) => behind.is(Role::UncountedBehind).is_none(),
        _ => false,
    }
}
