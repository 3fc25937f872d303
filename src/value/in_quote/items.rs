//! Dates and figures of a text in order, each stretch read once: [`Items`].
//!
//! Where a date can be read no number is: the 14 of `November 14` counts nothing.

use std::ops::Range;

use crate::value::date::mention::{self, Mention};
use crate::value::number::figure::{self, Figure};
use crate::value::scan::{Cursor, Placed, Token};

/// Something that a text states in figures or words.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A date.
    Date(Mention),
    /// A number, an amount of money or a share.
    Figure(Figure),
    /// Digits that can be read in two ways, or in none.
    Unclear,
}

/// The items of a text, with where they stand.
pub(super) struct Items<'a> {
    cursor: Cursor<'a>,
    before: Option<Placed<'a>>,
}

impl<'a> Items<'a> {
    /// The items of a text.
    pub(super) fn of(text: &'a str) -> Self {
        Self { cursor: Cursor::new(text), before: None }
    }

    fn step(&mut self, to: Cursor<'a>, last: Placed<'a>) {
        self.cursor = to;
        self.before = Some(last);
    }
}

impl Iterator for Items<'_> {
    type Item = (Item, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((placed, next)) = self.cursor.next() {
            let cursor = self.cursor;
            if matches!(placed.token, Token::Digits(_)) && continues(self.before, &placed) {
                self.step(next, placed);
                continue;
            }
            if let Some((date, rest)) = mention::read(cursor) {
                let range = date.start..rest.offset();
                self.step(rest, placed);
                return Some((Item::Date(date), range));
            }
            match figure::read(cursor) {
                Ok(Some((figure, rest))) => {
                    let range = figure.start..rest.offset();
                    self.step(rest, placed);
                    let item = if figure.low > figure.high { Item::Unclear } else { Item::Figure(figure) };
                    return Some((item, range));
                }
                Err(_) if matches!(placed.token, Token::Digits(_)) => {
                    self.step(next, placed);
                    return Some((Item::Unclear, placed.start..placed.end));
                }
                Ok(None) | Err(_) => self.step(next, placed),
            }
        }
        None
    }
}

/// Whether digits only continue what stands before them: `G20`, `COVID-19`, the minutes of `10:30`.
fn continues(before: Option<Placed<'_>>, digits: &Placed<'_>) -> bool {
    let Some(before) = before.filter(|before| digits.glued && before.end == digits.start) else {
        return false;
    };
    match before.token {
        Token::Word(word) => !is_currency(word),
        Token::Symbol(':') => true,
        Token::Symbol(_) | Token::Digits(_) => false,
    }
}

/// Capitals that stand glued before an amount: `USD40`.
fn is_currency(word: &str) -> bool {
    word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase())
}
