//! Dates and figures of a text in order, each stretch read once: [`Items`].
//!
//! Where a date can be read no number is: the 14 of `November 14` counts nothing.

use std::ops::Range;

use crate::value::date::mention::{self, Mention};
use crate::value::number::figure::{self, Figure};
use crate::value::scan::{Cursor, Placed, Token, is_dash};

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
            if let Some(rest) = continuation(self.before, &placed, next) {
                self.step(rest, placed);
                continue;
            }
            if let Some(rest) = time_of_day(&placed, next) {
                self.step(rest, placed);
                continue;
            }
            if let Some((date, rest)) = mention::read(cursor) {
                let range = date.start..rest.offset();
                self.step(rest, placed);
                return Some((Item::Date(date), range));
            }
            match figure::read(cursor) {
                // Behind `the` or `all` a date may begin where the figure does.
                Ok(Some((figure, _))) if figure.start > placed.start && is_date(&cursor, &figure) => {
                    self.step(next, placed);
                }
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

/// The place behind `10:30`, which counts nothing.
fn time_of_day<'a>(hour: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    if !matches!(hour.token, Token::Digits(_)) {
        return None;
    }
    let (colon, rest) = next.next()?;
    let (minutes, rest) = rest.next()?;
    let glued = colon.glued && minutes.glued;
    (glued && colon.token == Token::Symbol(':') && matches!(minutes.token, Token::Digits(_))).then_some(rest)
}

fn is_date(cursor: &Cursor<'_>, figure: &Figure) -> bool {
    mention::read(Cursor::at(cursor.text(), figure.start)).is_some()
}

/// The place behind what only continues the word before it: `G20`, `COVID-19`.
fn continuation<'a>(before: Option<Placed<'_>>, placed: &Placed<'_>, next: Cursor<'a>) -> Option<Cursor<'a>> {
    let before = before.filter(|before| before.end == placed.start)?;
    match (before.token, placed.token) {
        (Token::Word(word), Token::Digits(_)) if !is_currency(word) => Some(next),
        // Glued to a word a hyphen is no minus; behind a capital it and its digits belong to a name.
        (Token::Word(word), Token::Symbol(c)) if is_dash(c) => {
            let digits =
                next.next().filter(|(digits, _)| digits.glued && matches!(digits.token, Token::Digits(_)));
            let in_name = word.chars().next().is_some_and(char::is_uppercase);
            Some(digits.filter(|_| in_name).map_or(next, |(_, rest)| rest))
        }
        _ => None,
    }
}

/// Capitals that stand glued before an amount: `USD40`.
fn is_currency(word: &str) -> bool {
    word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase())
}
