//! Whether a quote tells a date by another, so many days before or after it: [`days_apart`].

use rust_decimal::Decimal;

use super::Found;
use super::items::{Item, Items};
use crate::model::Hedge;
use crate::value::lexicon::Lexicon;
use crate::value::scan::{Cursor, Token};

/// Whether a quote says `three days after`, `a week before` or `the same day`.
///
/// Days after are positive, days before negative.
pub fn days_apart(days: i32, quote: &str, lexicon: &'static Lexicon) -> Found {
    let mut stated = None;
    for (told, words) in phrases(quote).chain(counted(quote, lexicon)) {
        if told == days {
            return Found::Yes;
        }
        stated = stated.or(Some(words));
    }
    let wanted = match days {
        0 => "the same day".to_owned(),
        1 => "a day after".to_owned(),
        -1 => "a day before".to_owned(),
        2.. => format!("{days} days after"),
        _ => format!("{} days before", days.unsigned_abs()),
    };
    Found::No { reason: format!("the quote does not say `{wanted}`"), nearest: stated }
}

/// Set phrases.
fn phrases(quote: &str) -> impl Iterator<Item = (i32, String)> {
    const PHRASES: [(&[&str], i32); 14] = [
        (&["same", "day"], 0),
        (&["next", "day"], 1),
        (&["following", "day"], 1),
        (&["day", "after"], 1),
        (&["day", "later"], 1),
        (&["day", "before"], -1),
        (&["day", "earlier"], -1),
        (&["previous", "day"], -1),
        (&["preceding", "day"], -1),
        (&["a", "week", "after"], 7),
        (&["a", "week", "later"], 7),
        (&["a", "week", "before"], -7),
        (&["a", "week", "earlier"], -7),
        (&["a", "fortnight", "later"], 14),
    ];
    words(quote).filter_map(|cursor| {
        let (phrase, days) = PHRASES.iter().find(|(phrase, _)| cursor.phrase(phrase).is_some())?;
        Some((*days, phrase.join(" ")))
    })
}

/// `three days after`, `2 weeks earlier`.
fn counted(quote: &str, lexicon: &'static Lexicon) -> impl Iterator<Item = (i32, String)> {
    Items::of(quote, lexicon).filter_map(|(item, range)| {
        let Item::Figure(figure) = item else { return None };
        if figure.hedge != Hedge::Exact || figure.low.scale() > 0 {
            return None;
        }
        let behind = Cursor::at(quote, range.end);
        let (unit, rest) = first_of(behind, &[("days", 1), ("day", 1), ("weeks", 7), ("week", 7)])?;
        let sides =
            [("after", 1), ("later", 1), ("following", 1), ("before", -1), ("earlier", -1), ("prior", -1)];
        let (side, rest) = first_of(rest, &sides)?;
        let days = i32::try_from(figure.low.checked_mul(Decimal::from(unit))?).ok()?;
        Some((days.checked_mul(side)?, quote[range.start..rest.offset()].to_owned()))
    })
}

fn first_of<'a>(cursor: Cursor<'a>, words: &[(&str, i32)]) -> Option<(i32, Cursor<'a>)> {
    words.iter().find_map(|(word, value)| Some((*value, cursor.word(word)?)))
}

/// The place of every word.
fn words(text: &str) -> impl Iterator<Item = Cursor<'_>> {
    let mut cursor = Cursor::new(text);
    std::iter::from_fn(move || {
        loop {
            let (placed, rest) = cursor.next()?;
            let here = cursor;
            cursor = rest;
            if matches!(placed.token, Token::Word(_)) {
                return Some(here);
            }
        }
    })
}
