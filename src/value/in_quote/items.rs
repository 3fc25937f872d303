//! Dates and figures of a text in order, each stretch read once: [`Items`].
//!
//! Where a date can be read no number is: the 14 of `November 14` counts nothing.

use std::ops::Range;

use super::glued::{continuation, is_fragment, of_calendar};
use super::hedged;
use crate::value::date::{
    self,
    mention::{self, Mention},
};
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
            if let Some(rest) = continuation(self.before, &placed, next) {
                self.step(rest, placed);
                continue;
            }
            let before = &cursor.text()[..placed.start];
            if let Some((date, rest)) = date::in_other_script(cursor) {
                let range = date.start..rest.offset();
                self.step(rest, placed);
                return Some((Item::Date(date), range));
            }
            if let Some(rest) = time_of_day(&placed, next).or_else(|| of_calendar(&placed, next)) {
                self.step(rest, placed);
                continue;
            }
            if is_fragment(before, &placed, next.rest()) {
                self.step(next, placed);
                return Some((Item::Unclear, placed.start..placed.end));
            }
            if let Some((date, rest)) = mention::read(cursor).filter(|_| !hedged::is_led(before)) {
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
                    let (figure, range) = hedged::read(cursor.text(), figure, range);
                    self.step(Cursor::at(cursor.text(), range.end), placed);
                    let figure = figure.filter(|figure| figure.low <= figure.high);
                    return Some((figure.map_or(Item::Unclear, Item::Figure), range));
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
