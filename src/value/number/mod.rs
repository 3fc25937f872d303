//! Figures: [`read`] turns words into a [`Number`], [`quantity()`] into what the number allows.
//!
//! Reading is exact: decimals, never binary fractions, and a fault wherever two readings are
//! possible. The table of hedges is the contract's; its factors come from the settings.
//!
//! ```
//! use variorum::language::reading;
//! use variorum::model::{Hedge, Tolerances};
//! use variorum::value::number;
//!
//! let number = number::read("over 1,000", reading::english()).expect("a plain figure");
//! assert_eq!(number.hedge, Hedge::MoreThan);
//! let quantity = number::quantity(&number, &Tolerances::default());
//! assert_eq!(quantity.plausible.to_string(), "(1000, 2000]");
//! ```

mod numeral;
pub(super) mod magnitude;
mod compound;
mod spelled;
mod fraction;
pub(super) mod currency;
mod signs;
mod iso4217;
mod money;
mod vague;
mod amount;
pub(super) mod figure;
mod unit;
mod own_words;
mod fault;
pub(super) mod change;
mod quantity;
mod words;

pub use money::{
    Local, MoneyFault, currencies_of, currency_code, currency_code_ever, currency_of_country, is_money_of,
    read_money,
};
pub(super) use quantity::rounded;
pub use quantity::{fold_factor, quantity};
pub use unit::unit_matches;
pub use words::{FigureWords, N_SIZES, group_digits, words};

pub use own_words::read_in_either;

use super::ValueFault;
use super::beside::{self, Beside, Why};
use super::lexicon::{Lexicon, Role};
use super::scan::{Cursor, Token};
use crate::model::{Change, Hedge, Number};

/// Reads a figure in a source's own words, all of them, by the words of a language.
///
/// What follows the figure is taken as its unit (`15 dogs`). Where the words say that it is money, but not
/// which (`40 million dollars`), the currency is the likeliest one: [`read_money`] asks.
pub fn read(words: &str, lexicon: &'static Lexicon) -> Result<Number, ValueFault> {
    if let Some(at) = change::rise(words) {
        let level = read_level(&words[at..], lexicon).map_err(|fault| fault.moved(at))?;
        return change::apply(level, Change::Rise).ok_or_else(|| fault::unreadable(words, lexicon));
    }
    let fault = match read_level(words, lexicon) {
        Ok(number) => return Ok(change::signed(number)),
        Err(fault) => fault,
    };
    let Some((change, at)) = change::split(words, lexicon).filter(|_| change::has_digit(words)) else {
        return Err(fault);
    };
    let level = read_level(&words[at..], lexicon).map_err(|fault| fault.moved(at))?;
    change::apply(level, change).ok_or(fault)
}

/// Reads a figure that no word for a change stands before.
fn read_level(words: &str, lexicon: &'static Lexicon) -> Result<Number, ValueFault> {
    let (figure, rest) = said(words, lexicon)?;
    numbered(words, figure, rest)
}

/// The figure that words say, with what hedges it, and the place behind it.
fn said<'a>(words: &'a str, lexicon: &'static Lexicon) -> Result<(figure::Figure, Cursor<'a>), ValueFault> {
    let cursor = Cursor::read_by(words, lexicon);
    if cursor.is_done() {
        return Err(fault::empty(words));
    }
    let Some((figure, rest)) = first(cursor)? else { return Err(fault::unreadable(words, lexicon)) };
    let core = figure;
    let (found, range) = beside::read((words, 0), figure, figure.start..rest.offset(), lexicon);
    if !is_neutral(cursor, range.start) {
        return Err(fault::unreadable(words, lexicon));
    }
    match found {
        Beside::Figure(figure) | Beside::Other(figure, _) => Ok((figure, cursor.to(range.end))),
        Beside::Unread(_, Why::TwoHedges(start, _)) if core.hedge == Hedge::Range => {
            let hedge = cursor.to(start).role(hedge_before).map_or(Hedge::Exact, |(hedge, _)| hedge);
            Err(fault::hedged_range(words, hedge, &core))
        }
        Beside::Unread(_, why) => {
            let behind = cursor.to(rest.offset());
            let placed = cursor.to(why.range().start).next().filter(|_| why.range().start >= rest.offset());
            Err(match (why, placed) {
                (Why::Doubt(..), Some((placed, _))) => fault::after_figure(behind, &placed),
                _ => fault::unread(words, why),
            })
        }
    }
}

/// The number that a figure is, with what it counts.
fn numbered(words: &str, figure: figure::Figure, rest: Cursor<'_>) -> Result<Number, ValueFault> {
    if figure.low > figure.high {
        return Err(fault::downwards(words, &figure));
    }
    if figure.hedge == Hedge::Nearly && figure.high.is_zero() {
        return Err(fault::impossible(words, &figure));
    }
    let number = figure.number();
    let unit = unit::read(rest)?;
    let unit = match (figure.noun(), unit) {
        (Some(noun), Some(unit)) => Some(format!("{noun} {unit}")),
        (Some(noun), None) => Some(unit::singular(noun)),
        (None, unit) => unit,
    };
    Ok(Number { unit, ..number })
}

fn hedge_before(role: Role) -> Option<Hedge> {
    match role {
        Role::HedgeBefore(hedge) => Some(hedge),
        _ => None,
    }
}

/// Words that can stand before the figure of a value at most.
const LEAD_MAX: usize = 8;

/// The first figure of the words.
fn first(cursor: Cursor<'_>) -> Result<Option<(figure::Figure, Cursor<'_>)>, ValueFault> {
    let mut at = cursor;
    for _ in 0..LEAD_MAX {
        let Some((placed, rest)) = at.next() else { break };
        if let Some(found) = figure::read(at)? {
            return Ok(Some(found));
        }
        // What looks like a figure and is none: `11th`.
        if matches!(placed.token, Token::Digits(_)) {
            break;
        }
        at = rest;
    }
    Ok(None)
}

/// Whether nothing but fillers stands before the figure of a value: `a total of 12`.
fn is_neutral(cursor: Cursor<'_>, figure: usize) -> bool {
    let mut at = cursor;
    while at.start() < figure {
        match at.is(Role::Filler) {
            Some(rest) => at = rest,
            None => return false,
        }
    }
    true
}
