//! A figure with its hedge or range, as it stands in a text: starts at [`read`].

use rust_decimal::Decimal;

use super::super::ValueFault;
use super::super::scan::{Cursor, Token, fold, is_dash};
use super::amount::{self, Amount};
use super::vague::{self, Vague};
use super::{currency, hedge, magnitude, spelled};
use crate::model::{Hedge, Number};

/// What a hedged figure says; a [`Number`] that borrows nothing and owns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::value) struct Figure {
    pub(in crate::value) hedge: Hedge,
    pub(in crate::value) low: Decimal,
    pub(in crate::value) high: Decimal,
    pub(in crate::value) plausible: Option<(Decimal, Decimal)>,
    pub(in crate::value) currency: Option<&'static str>,
    pub(in crate::value) percent: bool,
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
            currency: self.currency.map(str::to_owned),
            percent: self.percent,
            unit: None,
        }
    }
}

/// The hedged figure that stands here, and the place behind it; `None` where none does.
pub(in crate::value) fn read(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let Some((placed, _)) = cursor.next() else { return Ok(None) };
    match placed.token {
        Token::Digits(_) => unhedged(cursor),
        Token::Symbol(_) => hedged(cursor),
        Token::Word(word) => {
            let mut buffer = [0; 16];
            let first = fold(word, &mut buffer);
            if matches!(first, "between" | "from") {
                return spread(cursor, placed.start);
            }
            let rest = hedge::neutral(cursor);
            if rest.offset() == cursor.offset() && !may_begin(first, word, cursor) {
                return Ok(None);
            }
            match hedge::exactly(rest) {
                Some(rest) => {
                    let exact = |(amount, rest)| Some((exactly(amount, placed.start)?, rest));
                    Ok(amount::read(rest)?.and_then(exact))
                }
                None => hedged(rest),
            }
        }
    }
}

/// Whether a figure can begin with this word; most words of a text are ruled out here.
fn may_begin(first: &str, word: &str, cursor: Cursor<'_>) -> bool {
    let is_code = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_uppercase());
    matches!(first, "a" | "an" | "exactly" | "half" | "minus" | "precisely" | "quarter" | "several")
        || is_code
        || spelled::small(first).is_some()
        || magnitude::plural(first).is_some()
        || hedge::before(cursor).is_some()
}

/// A figure behind its hedge, if there is one.
fn hedged(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    if let Some((hedge, rest)) = hedge::before(cursor) {
        let rest = rest.phrase(&["a", "total", "of"]).unwrap_or(rest);
        if let Some((figure, rest)) = bare(rest)?.filter(|(figure, _)| takes(hedge, figure)) {
            let start = start_of(cursor).unwrap_or(figure.start);
            return Ok(Some((qualify(hedge, figure, start), rest)));
        }
    }
    unhedged(cursor)
}

/// A figure with a hedge behind it, if there is one.
fn unhedged(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let Some((figure, rest)) = bare(cursor)? else { return Ok(None) };
    Ok(Some(match hedge::after(rest) {
        Some((hedge, rest)) if takes(hedge, &figure) => (qualify(hedge, figure, figure.start), rest),
        _ => (figure, rest),
    }))
}

fn start_of(cursor: Cursor<'_>) -> Option<usize> {
    cursor.next().map(|(placed, _)| placed.start)
}

/// A hedge on a range or a vague word makes sense only where it does not narrow one end.
fn takes(hedge: Hedge, figure: &Figure) -> bool {
    match figure.hedge {
        Hedge::Range => hedge == Hedge::About,
        Hedge::Vague => true,
        _ => figure.hedge == Hedge::Exact,
    }
}

/// The figure under a hedge; `at least several hundred` bounds the least that the vague words allow.
fn qualify(hedge: Hedge, figure: Figure, start: usize) -> Figure {
    if figure.hedge != Hedge::Vague {
        return Figure { hedge, plausible: None, start, ..figure };
    }
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => {
            Figure { hedge: Hedge::AtLeast, high: figure.low, plausible: None, start, ..figure }
        }
        Hedge::UpTo | Hedge::FewerThan => {
            Figure { hedge: Hedge::UpTo, low: figure.high, plausible: None, start, ..figure }
        }
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => {
            Figure { start, ..figure }
        }
    }
}

fn exactly(amount: Amount, start: usize) -> Option<Figure> {
    let figure = single(amount)?;
    Some(Figure { plausible: Some((figure.low, figure.high)), start, ..figure })
}

/// `between 5 and 10`, `from 5 to 10`, each with or without `about` before either figure.
fn spread(cursor: Cursor<'_>, start: usize) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let (rest, joins): (_, &[&str]) = match (cursor.word("between"), cursor.word("from")) {
        (Some(rest), _) => (rest, &["and", "to"]),
        (None, Some(rest)) => (rest, &["to", "up to", "until", "through"]),
        (None, None) => return Ok(None),
    };
    let (about_low, rest) = about(rest);
    let Some((low, rest)) = amount::read(rest)? else { return Ok(None) };
    let joined = joins.iter().find_map(|join| join.split(' ').try_fold(rest, Cursor::word));
    let Some(rest) = joined.or_else(|| rest.dash()) else { return Ok(None) };
    let (about_high, rest) = about(rest);
    let Some((high, rest)) = amount::read(rest)? else { return Ok(None) };
    Ok(range(low, high).map(|figure| {
        let hedge = if about_low || about_high { Hedge::About } else { figure.hedge };
        (Figure { hedge, start, ..figure }, rest)
    }))
}

fn about(cursor: Cursor<'_>) -> (bool, Cursor<'_>) {
    match hedge::before(cursor) {
        Some((Hedge::About, rest)) => (true, rest),
        _ => (false, cursor),
    }
}

/// A vague word, a range or a single figure.
fn bare(cursor: Cursor<'_>) -> Result<Option<(Figure, Cursor<'_>)>, ValueFault> {
    let Some((placed, _)) = cursor.next() else { return Ok(None) };
    if !matches!(placed.token, Token::Digits(_)) {
        let code = currency::before(cursor);
        let (code, behind) = code.map_or((None, cursor), |(code, rest)| (Some(code), rest));
        if let Some((vague, rest)) = vague::read(behind) {
            return Ok(Some(of_vague(vague, code, placed.start, rest)));
        }
    }
    let Some((low, rest)) = amount::read(cursor)? else { return Ok(None) };
    if let Some(joined) = joint(rest)
        && let Ok(Some((high, rest))) = amount::read(joined)
        && let Some(figure) = range(low, high)
    {
        return Ok(Some((figure, rest)));
    }
    Ok(single(low).map(|figure| (figure, rest)))
}

fn of_vague<'a>(
    vague: Vague,
    code: Option<&'static str>,
    start: usize,
    rest: Cursor<'a>,
) -> (Figure, Cursor<'a>) {
    let behind = currency::after(rest).or_else(|| currency::after(rest.word("of")?));
    let (currency, rest) = match (code, behind) {
        (None, Some((code, rest))) => (Some(code), rest),
        (code, _) => (code, rest),
    };
    let Vague { low, high, plausible } = vague;
    let plausible = Some(plausible);
    (Figure { hedge: Hedge::Vague, low, high, plausible, currency, percent: false, start }, rest)
}

/// The place behind what joins the two ends of a range.
fn joint(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (placed, rest) = cursor.next()?;
    match placed.token {
        Token::Word(word) if word.eq_ignore_ascii_case("to") || word.eq_ignore_ascii_case("or") => Some(rest),
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
    Some(Figure { hedge: Hedge::Exact, low: value, high: value, plausible, currency, percent, start })
}

/// The two amounts as one range: what the second states once (`$5-10 million`) holds for both.
fn range(low: Amount, high: Amount) -> Option<Figure> {
    let currency = match (low.currency, high.currency) {
        (Some(a), Some(b)) if a != b => return None,
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
    let (percent, start) = (high.percent, low.start);
    Some(Figure { hedge, low: least, high: most, plausible: None, currency, percent, start })
}
