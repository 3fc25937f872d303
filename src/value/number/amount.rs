//! One figure with its magnitude, currency and percent sign, without a hedge: starts at [`read`].

use rust_decimal::Decimal;

use super::super::ValueFault;
use super::super::lexicon::Role;
use super::super::scan::{Cursor, Placed, Token, digit, is_dash};
use super::currency::Currency;
use super::numeral::{self, Numeral};
use super::{currency, fraction, magnitude, spelled};

/// One figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// The figure before its magnitude.
    pub(super) coefficient: Decimal,
    /// The magnitude, where one is stated.
    pub(super) magnitude: Option<Decimal>,
    /// What it is money of.
    pub(super) currency: Option<Currency>,
    /// Marked as per cent, or a fraction.
    pub(super) percent: bool,
    /// Where it begins.
    pub(super) start: usize,
}

/// The amount that stands here, and the place behind it; `None` where none does.
pub(super) fn read(cursor: Cursor<'_>) -> Result<Option<(Amount, Cursor<'_>)>, ValueFault> {
    let start = cursor.next().map_or(cursor.offset(), |(placed, _)| placed.start);
    if let Some((value, rest)) = fraction::of_magnitude(cursor) {
        let (currency, rest) = currency::after(rest).map_or((None, rest), |(code, rest)| (Some(code), rest));
        return Ok(Some((
            Amount { coefficient: value, magnitude: None, currency, percent: false, start },
            rest,
        )));
    }
    if let Some((percent, rest)) = fraction::read(cursor) {
        let amount = Amount { coefficient: percent, magnitude: None, currency: None, percent: true, start };
        return Ok(Some((amount, rest)));
    }
    let (is_percent, cursor) = percent_before(cursor).map_or((false, cursor), |rest| (true, rest));
    let (negative, cursor) = sign(cursor);
    let (currency, cursor) =
        currency::before(cursor).map_or((None, cursor), |(code, rest)| (Some(code), rest));
    let (inner_sign, cursor) = if currency.is_some() { sign(cursor) } else { (false, cursor) };
    let Some((coefficient, magnitude, cursor)) = figure(cursor)? else { return Ok(None) };
    let (percent, cursor) = percent(cursor).map_or((is_percent, cursor), |rest| (true, rest));
    let (currency, cursor) = match currency {
        Some(before) => with_behind(before, cursor),
        None if percent => (None, cursor),
        None => currency::after(cursor).map_or((None, cursor), |(code, rest)| (Some(code), rest)),
    };
    if currency.is_some()
        && let Some(end) = currency::minor(cursor)
    {
        let range = start..end.offset();
        let message = format!("`{}` has a part in cents, which is not read", &cursor.text()[range.clone()]);
        return Err(ValueFault::new(range, message).help("write one figure, as in `$50.50`"));
    }
    let coefficient = if negative || inner_sign { -coefficient } else { coefficient };
    let amount = Amount { coefficient, magnitude, currency, percent, start };
    if amount.value().is_none_or(|value| value.abs() > LARGEST) {
        let range = start..cursor.offset();
        return Err(numeral::too_large(&cursor.text()[range.clone()], range));
    }
    Ok(Some((amount, cursor)))
}

/// Digits with a word behind them that is of no phrase of the language and no currency: nothing else can belong to
/// the amount, which is what [`read`] would find. Most figures of a text are such.
pub(super) fn plain(cursor: Cursor<'_>) -> Option<(Amount, Cursor<'_>)> {
    let (placed, rest) = cursor.next()?;
    let Token::Digits(digits) = placed.token else { return None };
    let (next, behind) = rest.next()?;
    let Token::Word(word) = next.token else { return None };
    let (text, lexicon) = (cursor.text(), cursor.lexicon());
    let is_alone = !next.glued
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !lexicon.has_phrase(text, placed.start)
        && !lexicon.has_phrase(text, next.start);
    if !is_alone || digits.len() > PLAIN_DIGITS || currency::is_named_by(word, rest, behind) {
        return None;
    }
    match numeral::read(digits, placed.start..placed.end, lexicon.data.separators) {
        Ok(Numeral::Value(coefficient)) => {
            let start = placed.start;
            Some((Amount { coefficient, magnitude: None, currency: None, percent: false, start }, rest))
        }
        Ok(Numeral::Dotted(_)) | Err(_) => None,
    }
}

/// Bytes of a run of digits at most that is far below [`LARGEST`].
const PLAIN_DIGITS: usize = 18;

/// Ten to the 24th: far above any figure in a report, with room left for exact arithmetic.
const LARGEST: Decimal = Decimal::from_parts(0xa100_0000, 0x1bce_cced, 0xd3c2, false, 0);

impl Amount {
    /// The figure multiplied out; `None` where it is too large to be exact.
    pub(super) fn value(self) -> Option<Decimal> {
        self.scaled(self.magnitude.unwrap_or(Decimal::ONE))
    }

    /// The figure with another magnitude.
    pub(super) fn scaled(self, magnitude: Decimal) -> Option<Decimal> {
        let value = self.coefficient.checked_mul(magnitude)?;
        Some(if value.scale() == 0 { value } else { value.normalize() })
    }
}

type Figure<'a> = (Decimal, Option<Decimal>, Cursor<'a>);

fn figure(cursor: Cursor<'_>) -> Result<Option<Figure<'_>>, ValueFault> {
    let Some((placed, rest)) = cursor.next() else { return Ok(None) };
    let Token::Digits(text) = placed.token else {
        return Ok(match placed.token {
            // Alone it is more often the debris of a wrong encoding than a figure.
            Token::Symbol(symbol) => vulgar(symbol)
                .map(|value| with_magnitude(value, rest))
                .filter(|(_, magnitude, _)| magnitude.is_some()),
            Token::Word(_) => spelled::read(cursor).map(|(value, rest)| with_magnitude(value, rest)),
            Token::Digits(_) => None,
        });
    };
    if is_ordinal(rest) {
        return Ok(None);
    }
    let range = placed.start..placed.end;
    if let Some((percent, rest)) = fraction::slashed(cursor)
        && let Some((factor, rest)) = magnitude::after(rest)
        && percent.scale() <= 2
    {
        return Ok(percent.checked_div(Decimal::ONE_HUNDRED).map(|share| (share, Some(factor), rest)));
    }
    let numeral = numeral::read(text, range.clone(), cursor.lexicon().data.separators)?;
    let (extra, rest) = part(rest).unwrap_or((Decimal::ZERO, rest));
    match (numeral, with_magnitude(Decimal::ZERO, rest)) {
        (Numeral::Value(value), (_, Some(factor), rest)) => {
            Ok(Some(composed(value + extra, factor, rest).unwrap_or((value + extra, Some(factor), rest))))
        }
        (Numeral::Value(value), (_, None, rest)) => Ok(Some((value + extra, None, rest))),
        (Numeral::Dotted(value), (_, Some(magnitude), rest)) => Ok(Some((value, Some(magnitude), rest))),
        (Numeral::Dotted(_), (_, None, _)) => Err(numeral::ambiguous(text, range)),
    }
}

/// What goes on behind a magnitude: `2万5千`, `3만 5천`, `2 ล้าน 5 แสน`, `5 هزار و ۲۰۰`, `2 triệu rưỡi`.
fn composed(value: Decimal, factor: Decimal, rest: Cursor<'_>) -> Option<Figure<'_>> {
    let whole = value.checked_mul(factor)?;
    if let Some((part, end)) = spelled::and_part(rest) {
        return Some((whole.checked_add(part.checked_mul(factor)?)?, None, end));
    }
    let behind = match rest.is(Role::Joiner) {
        // `5 million and 200 others` are two figures.
        Some(joined) if rest.lexicon().data.joined_tens => joined,
        _ => rest,
    };
    let (placed, end) = behind.next()?;
    let Token::Digits(text) = placed.token else { return None };
    let separators = rest.lexicon().data.separators;
    let Ok(Numeral::Value(small)) = numeral::read(text, placed.start..placed.end, separators) else {
        return None;
    };
    let (small, end) = match magnitude::after(end) {
        Some((smaller, end)) => match composed(small, smaller, end) {
            Some((small, None, end)) => (small, end),
            _ => (small.checked_mul(smaller)?, end),
        },
        None => (small, end),
    };
    (small < factor && value.is_integer()).then_some((whole.checked_add(small)?, None, end))
}

/// What follows a whole number of `2½`, `2 1/2`, `2 and a half`.
fn part(rest: Cursor<'_>) -> Option<(Decimal, Cursor<'_>)> {
    match rest.next()? {
        (Placed { token: Token::Symbol(symbol), glued: true, .. }, after) => Some((vulgar(symbol)?, after)),
        (Placed { token: Token::Word(_), .. }, _) => spelled::and_part(rest),
        (Placed { token: Token::Digits(_), .. }, _) => {
            let (percent, after) = fraction::slashed(rest).filter(|(percent, _)| percent.scale() <= 2)?;
            Some((percent.checked_div(Decimal::ONE_HUNDRED)?, after))
        }
        (Placed { token: Token::Symbol(_), glued: false, .. }, _) => None,
    }
}

fn with_magnitude(value: Decimal, rest: Cursor<'_>) -> Figure<'_> {
    magnitude::after(rest).map_or((value, None, rest), |(factor, rest)| (value, Some(factor), rest))
}

/// Whether a run of digits is a place in an order: `11th`.
pub(super) fn is_ordinal(rest: Cursor<'_>) -> bool {
    let mut is_ordinal = false;
    rest.lexicon()
        .each_glued(rest.text(), rest.offset(), |_, roles| is_ordinal |= roles.contains(&Role::Ordinal));
    is_ordinal
}

/// `%12,5`, `yüzde 12,5`, `百分之12`: the place of the figure.
fn percent_before(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    let rest = match placed.token {
        Token::Symbol('%' | '％' | '٪') => rest,
        Token::Word(_) => cursor.is(Role::Percent)?,
        Token::Symbol(_) | Token::Digits(_) => return None,
    };
    let (next, _) = rest.next()?;
    let is_figure =
        matches!(next.token, Token::Digits(_)) && (next.glued || !matches!(placed.token, Token::Symbol(_)));
    is_figure.then_some(rest)
}

/// Whether a word that could be a minus is the end of a hedge: `al menos 40`.
fn is_hedge(cursor: Cursor<'_>, end: usize) -> bool {
    let hedge = |role| matches!(role, Role::HedgeBefore(_)).then_some(());
    let mut head = &cursor.text()[..cursor.start()];
    (0..3).any(|_| {
        let before = head.trim_end_matches(|c: char| !c.is_alphabetic());
        let start = before.trim_end_matches(char::is_alphabetic).len();
        head = &head[..start];
        start < before.len()
            && cursor.lexicon().longest(cursor.text(), start, hedge).is_some_and(|(_, to)| to >= end)
    })
}

fn sign(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    if let Some(rest) = cursor.is(Role::Minus).filter(|rest| !is_hedge(cursor, rest.offset())) {
        return (true, rest);
    }
    match cursor.next() {
        Some((Placed { token: Token::Symbol(c), .. }, rest)) if is_dash(c) && starts_glued(rest) => {
            (true, rest)
        }
        _ => (false, cursor),
    }
}

fn starts_glued(rest: Cursor<'_>) -> bool {
    rest.next().is_some_and(|(next, _)| next.glued && !matches!(next.token, Token::Word(_)))
        && rest.rest().contains(|c| digit(c).is_some())
}

fn percent(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Symbol('%' | '％' | '٪') => Some(rest),
        // `per cent points` are none.
        Token::Word(_) => {
            let points = cursor.is(Role::Points).map(Cursor::offset);
            cursor.is(Role::Percent).filter(|rest| points.is_none_or(|points| points <= rest.offset()))
        }
        // `10-percent`, as an adjective.
        Token::Symbol('-') => rest.is(Role::Percent),
        _ => None,
    }
}

/// What stands behind the figure as well: `US$40 million dollars`, `$40 million CAD`.
fn with_behind(before: Currency, cursor: Cursor<'_>) -> (Option<Currency>, Cursor<'_>) {
    match currency::after(cursor).and_then(|(after, rest)| Some((before.join(after)?, rest))) {
        Some((both, rest)) => (Some(both), rest),
        None => (Some(before), cursor),
    }
}

fn vulgar(symbol: char) -> Option<Decimal> {
    Some(match symbol {
        '½' => Decimal::new(5, 1),
        '¼' => Decimal::new(25, 2),
        '¾' => Decimal::new(75, 2),
        _ => return None,
    })
}
