//! Dates in the words of a language's reading file: `am 3. März 2024`, `с 3 по 5 марта`, `1999'dan beri`;
//! starts at [`read`].
//!
//! What stands directly before a date or behind it and changes it belongs to what is read. English has a
//! reader of its own, and so have Chinese and Japanese, which write dates with signs.

mod around;
mod century;
mod core;
mod phrases;

use super::mention::{Join, Mention, Point};
use super::reader::{Reader, Sought};
use super::worded::settle;
use crate::value::lexicon::{DateRole, Lexicon};
use crate::value::scan::{Cursor, Placed, Token};
use around::Around;
use core::{Core, Kind};

/// What stands where a date may, and the place behind it.
pub(in crate::value) enum Told<'a> {
    /// A date.
    Date(Mention, Cursor<'a>),
    /// A date that it was not, or words whose meaning is open.
    Unclear(Cursor<'a>),
}

/// Whether dates are read in the words of this lexicon's file.
pub(in crate::value) fn reads(lexicon: &Lexicon) -> bool {
    !matches!(lexicon.tag.as_str(), "en" | "zh" | "ja" | "und") && !lexicon.data.dates.is_empty()
}

/// The date that begins here, if one does; nothing before `floor` belongs to it.
pub(in crate::value) fn read<'a>(reader: Reader<'_>, cursor: Cursor<'a>, floor: usize) -> Option<Told<'a>> {
    let (Placed { token, start, .. }, _) = cursor.next()?;
    if matches!(token, Token::Symbol(_)) {
        return None;
    }
    let cursor = cursor.to(start);
    let today = |role| matches!(role, DateRole::FromToday(_));
    if let Some((DateRole::FromToday(days), rest)) = phrases::here(cursor, today) {
        let point = Point { from_today: Some(days), ..Point::default() };
        return Some(Told::Date(plain(vec![point], Join::One, start), rest));
    }
    let Core { points, join, kind, within, rest } = core::read(reader, cursor)?;
    let mut around = Around::before(cursor, floor);
    let mut mention = Mention { within, ..plain(points, join, start) };
    if !around.complete(&mut mention.points[0], kind) {
        return None;
    }
    let rest = core::further(reader, &mut mention, rest, (kind, around.is_between())).unwrap_or(rest);
    mention = settle(mention);
    let Some(rest) = around.behind(rest) else { return Some(Told::Unclear(rest)) };
    if !is_date(reader, &around, (&mention, kind), rest) {
        return None;
    }
    if reader.sought == Sought::Dates && around.is_denied {
        return Some(Told::Unclear(rest));
    }
    if !around.specify(&mut mention) {
        return Some(Told::Unclear(rest));
    }
    around.apply(&mut mention);
    Some(Told::Date(mention, rest))
}

/// Whether a month or a year alone is led to; most numbers of the size of a year count something.
fn is_date(
    reader: Reader<'_>,
    around: &Around<'_>,
    (mention, kind): (&Mention, Kind),
    rest: Cursor<'_>,
) -> bool {
    let counts_nothing = core::counts_nothing(rest);
    match kind {
        Kind::Whole => true,
        // `2000-an orang` are people.
        Kind::Decade => around.is_led() || counts_nothing,
        Kind::Month => {
            around.is_led() && !matches!(rest.next(), Some((Placed { token: Token::Digits(_), .. }, _)))
        }
        Kind::Year if mention.join == Join::Span || around.is_between() => counts_nothing,
        Kind::Year if around.has_year_word() => true,
        Kind::Year => match (mention.points[0].year, reader.sought) {
            (Some(1900..=2100), Sought::Figures) | (Some(1000..=2100), Sought::Dates) => {
                around.is_led() && counts_nothing
            }
            _ => false,
        },
    }
}

fn plain(points: Vec<Point>, join: Join, start: usize) -> Mention {
    Mention::of(points, join, start)
}
