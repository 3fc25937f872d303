//! A figure or a range, as it stands in a text: starts at [`read`]. What hedges it is read by `beside`.

use rust_decimal::Decimal;

use super::super::ValueFault;
use super::super::lexicon::Role;
use super::super::scan::{Cursor, Token, is_dash, is_glued};
use super::amount::{self, Amount};
use super::currency::{self, Currency};
use super::vague::{self, Vague};
use super::{compound, magnitude};
use crate::model::{Hedge, Number};

/// What a hedged figure says; a [`Number`] that borrows nothing and owns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) struct Figure {
    pub(in crate::value) hedge: Hedge,
    pub(in crate::value) low: Decimal,
    pub(in crate::value) high: Decimal,
    pub(in crate::value) plausible: Option<(Decimal, Decimal)>,
    pub(in crate::value) currency: Option<Currency>,
    pub(in crate::value) percent: bool,
    /// Whether its size is a word without a figure, `dozens`, whatever hedges it.
    pub(in crate::value) is_vague: bool,
    /// The first byte of the hedge, or of the figure where it has none.
    pub(in crate::value) start: usize,
}

impl Figure {
    /// The number, without a unit.
    pub(in crate::value) fn number(self) -> Number {
        Number {
            hedge: self.hedge,
            low: self.low,
            high: self.high,
            plausible: self.plausible,
            currency: self
                .currency
                .filter(|money| money.noun.is_none())
                .map(|money| money.likeliest().to_owned()),
            percent: self.percent,
            unit: None,
            change: None,
        }
    }

    /// A word beside it that is a currency's, and means other things as well.
    pub(in crate::value) fn noun(self) -> Option<&'static str> {
        self.currency?.noun
    }
}

/// The figure that stands here without what hedges it, and the place behind it; `None` where none does.
pub(in crate::value) fn read(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let Some((placed, _)) = cursor.next() else { return Ok(None) };
    match placed.token {
        Token::Digits(_) => match amount::plain(cursor) {
            Some((amount, rest)) => Ok(single(amount).map(|figure| (figure, rest))),
            None => bare(cursor),
        },
        Token::Symbol(',' | '.' | ';' | ':' | '(' | ')' | '"' | '?' | '!')
            if !cursor.lexicon().has_phrase(cursor.text(), placed.start) =>
        {
            Ok(None)
        }
        Token::Symbol(_) => bare(cursor),
        Token::Word(_) => match begins(cursor) {
            Begins::Range(which, rest) => match spread(which, rest, placed.start)? {
                Some(found) => Ok(Some(found)),
                None => bare(cursor),
            },
            Begins::Figure => bare(cursor),
            Begins::Nothing if compound::read(cursor).is_some() => bare(cursor),
            // `C$40 million` is no `c. 40 million`.
            Begins::Nothing | Begins::Hedge
                if is_near_digits(cursor) && currency::before(cursor).is_some() =>
            {
                bare(cursor)
            }
            Begins::Nothing | Begins::Hedge => Ok(None),
        },
    }
}

/// Whether digits stand as near as they do behind a currency; most words of a text are ruled out here.
fn is_near_digits(cursor: Cursor<'_>) -> bool {
    let near = cursor.rest().as_bytes();
    near[..near.len().min(CURRENCY_BYTES)].iter().any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}

/// Bytes of the longest currency before its digits: `United Arab Emirates dirhams 40`.
const CURRENCY_BYTES: usize = 48;

/// What a figure may begin with here.
enum Begins<'a> {
    Range(u8, Cursor<'a>),
    Figure,
    Hedge,
    Nothing,
}

/// Whether a figure can begin with this word; most words of a text are ruled out here.
fn begins(cursor: Cursor<'_>) -> Begins<'_> {
    let mut begins = Begins::Nothing;
    let start = cursor.start();
    let (mut figure, mut other) = (start, start);
    cursor.lexicon().each(cursor.text(), start, |end, roles| {
        for role in roles {
            match role {
                Role::RangeOpens(which) => {
                    begins = Begins::Range(*which, cursor.to(end));
                    figure = figure.max(end);
                }
                Role::Numeral(_)
                | Role::Article
                | Role::Vague(_)
                | Role::Approximate(_)
                | Role::Fraction(..)
                | Role::Minus
                | Role::Percent
                | Role::Denominator(_) => {
                    if !matches!(begins, Begins::Range(..)) {
                        begins = Begins::Figure;
                    }
                    figure = figure.max(end);
                }
                // `een kleine 500` begins with a hedge and no figure.
                Role::HedgeBefore(_)
                | Role::NegationBefore
                | Role::DoubtBefore
                | Role::Filler
                | Role::NotHedge => {
                    other = other.max(end);
                }
                _ => {}
            }
        }
    });
    if other > figure { Begins::Hedge } else { begins }
}

/// `between 5 and 10`, `from 5 to 10`, each with or without `about` before either figure.
fn spread(which: u8, rest: Cursor<'_>, start: usize) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let (about_low, rest) = about(rest);
    let Some((low, rest)) = amount::read(rest)? else { return Ok(None) };
    // Two ranges may open with the same word.
    let ranges = &rest.lexicon().data.ranges_around;
    let opens = |ix: u8| ranges.get(usize::from(ix)).map(|(opens, _)| opens);
    let joined = rest
        .role(|role| match role {
            Role::RangeGoesOn(ix) if opens(ix) == opens(which) => Some(()),
            _ => None,
        })
        .map(|(_, rest)| rest);
    let Some(rest) = joined.or_else(|| rest.dash()) else { return Ok(None) };
    let (about_high, rest) = about(rest);
    let Some((high, rest)) = amount::read(rest)? else { return Ok(None) };
    Ok(range(low, high).map(|figure| {
        let hedge = if about_low || about_high { Hedge::About } else { figure.hedge };
        (Figure { hedge, start, ..figure }, rest)
    }))
}

fn about(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    cursor.is(Role::HedgeBefore(Hedge::About)).map_or((false, cursor), |rest| (true, rest))
}

/// A vague word, a range or a single figure.
fn bare(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let Some((placed, _)) = cursor.next() else { return Ok(None) };
    if !matches!(placed.token, Token::Digits(_)) {
        let code = currency::before(cursor);
        let (code, behind) = code.map_or((None, cursor), |(code, rest)| (Some(code), rest));
        if let Some(figure) = approximate(behind, placed.start) {
            return Ok(figure);
        }
        if let Some((vague, rest)) = vague::read(behind) {
            return Ok(Some(of_vague(vague, code, placed.start, rest)));
        }
    }
    let Some((low, rest)) = amount::read(cursor)? else { return Ok(None) };
    // Where what is counted stands glued it is named at both ends: `100人から200人`.
    let counted =
        rest.is(Role::Counter).filter(|end| end.text()[..end.offset()].ends_with(is_glued)).and_then(joint);
    if let Some(joined) = joint(rest).or(counted)
        && let Ok(Some((high, rest))) = amount::read(joined)
        && let Some(figure) = range(low, high)
    {
        return Ok(Some((figure, rest)));
    }
    Ok(single(low).map(|figure| (figure, rest)))
}

/// `une vingtaine`: a round number that is told as about so many; nothing is read of what multiplies it.
fn approximate(cursor: Cursor<'_>, start: usize) -> Option<Option<(Figure, Cursor<'_>)>> {
    let (value, rest) = cursor.role(|role| match role {
        Role::Approximate(value) => Some(value),
        _ => None,
    })?;
    let joined = rest.next().and_then(|(_, behind)| magnitude::after(behind));
    if magnitude::after(rest).or(joined).is_some() {
        return Some(None);
    }
    let value = Decimal::from(value);
    let behind = currency::after(rest).or_else(|| currency::after(rest.is(Role::ShareEnd)?));
    let (currency, rest) = behind.map_or((None, rest), |(code, rest)| (Some(code), rest));
    let hedge = Hedge::About;
    let (low, high, plausible) = (value, value, None);
    let figure = Figure { hedge, low, high, plausible, currency, percent: false, is_vague: false, start };
    Some(Some((figure, rest)))
}

fn of_vague<'a>(
    vague: Vague,
    code: Option<Currency>,
    start: usize,
    rest: Cursor<'a>,
) -> (Figure, Cursor<'a>) {
    let behind = currency::after(rest).or_else(|| currency::after(rest.is(Role::ShareEnd)?));
    let (currency, rest) = match (code, behind) {
        (None, Some((code, rest))) => (Some(code), rest),
        (code, _) => (code, rest),
    };
    let Vague { low, high, plausible } = vague;
    let plausible = Some(plausible);
    let hedge = Hedge::Vague;
    (Figure { hedge, low, high, plausible, currency, percent: false, is_vague: true, start }, rest)
}

/// The place behind what joins the two ends of a range.
fn joint(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Word(_) => cursor.is(Role::Between),
        // In Chinese and Japanese it stands between figures alone.
        Token::Symbol('~' | '～' | '〜') => Some(rest),
        Token::Symbol(c) if is_dash(c) => {
            // A dash with spaces around it is punctuation more often than a range.
            let glued = rest.next().is_some_and(|(next, _)| next.glued);
            (placed.glued == glued && (glued || !matches!(c, '\u{2014}' | '\u{2015}'))).then_some(rest)
        }
        _ => None,
    }
}

fn single(amount: Amount) -> Option<Figure> {
    let value = amount.value()?;
    let Amount { currency, percent, start, .. } = amount;
    // Nobody who writes `a third` rules out 33 %.
    let plausible = (percent && value.scale() > 12).then(|| (value.floor(), value.ceil()));
    let (hedge, low, high) = (Hedge::Exact, value, value);
    Some(Figure { hedge, low, high, plausible, currency, percent, is_vague: false, start })
}

/// The two amounts as one range: what the second states once (`$5-10 million`) holds for both.
fn range(low: Amount, high: Amount) -> Option<Figure> {
    let currency = match (low.currency, high.currency) {
        (Some(a), Some(b)) => Some(a.join(b)?),
        (a, b) => a.or(b),
    };
    if low.percent && !high.percent {
        return None;
    }
    let shared = low.magnitude.is_none() && low.coefficient < high.coefficient;
    let least = match high.magnitude.filter(|_| shared) {
        Some(magnitude) => low.scaled(magnitude)?,
        None => low.value()?,
    };
    let most = high.value()?;
    let hedge = if least == most { Hedge::Exact } else { Hedge::Range };
    let (percent, start, plausible) = (high.percent, low.start, None);
    Some(Figure { hedge, low: least, high: most, plausible, currency, percent, is_vague: false, start })
}
