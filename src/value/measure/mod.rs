//! Measured quantities, `7.5 km` or `magnitude 6.3`: [`read`] turns words into one, [`in_quote`] asks
//! whether a quote states it, [`same_unit`] whether two facts measure alike.
//!
//! A figure is converted into the fact's unit by an exact factor, and keeps the precision that its
//! words have. A unit that is not known is compared with itself only.

mod units;
mod marked;

use std::ops::Range;

use rust_decimal::Decimal;

use super::ValueFault;
use super::in_quote::{FigureKind, Found, figures, number as number_in_quote};
use super::lexicon::Lexicon;
use super::number;
use crate::model::{Bound, Hedge, Interval, Number, Quantity, Tolerances};
use marked::{Mark, Marked};
use units::{Unit, unit_named};

/// A measure in the unit of its own words.
#[derive(Clone, Debug)]
pub struct Measure {
    number: Number,
    /// The unit named; `None` where the words leave it to the fact.
    unit: Option<&'static Unit>,
    /// How many decimals the words have.
    n_decimals: u32,
}

/// Reads a measure for a fact of this unit, in the words of one of two languages; the first that has it is right.
pub fn read_in_either(
    words: &str,
    fact_unit: &str,
    own: &'static Lexicon,
    edition: &'static Lexicon,
) -> Result<Measure, ValueFault> {
    let read_own = || read(words, fact_unit, own).ok();
    let own = (own.tag != edition.tag).then(read_own).flatten();
    own.map_or_else(|| read(words, fact_unit, edition), Ok)
}

/// Reads a measure for a fact of this unit, in the words of a language.
pub fn read(words: &str, fact_unit: &str, lexicon: &'static Lexicon) -> Result<Measure, ValueFault> {
    let known = unit_named(fact_unit);
    let mut marked = Marked::new(words, known.is_none().then_some(fact_unit), lexicon);
    let whole = 0..words.len();
    if marked.marks.iter().any(|mark| mark.compound) {
        let fault = ValueFault::new(whole, format!("`{}` is told in two units", words.trim()));
        return Err(fault.help("write it in one unit, with decimals"));
    }
    let mut named = marked.marks.iter().map(|mark| mark.unit);
    let first = named.next();
    if named.any(|unit| Some(unit) != first) {
        let fault = ValueFault::new(whole, format!("`{}` names several units", words.trim()));
        return Err(fault.help("write the figure with one unit"));
    }
    let unit = first.flatten();
    if let Some(unit) = unit
        && known.is_none_or(|known| known.dimension != unit.dimension)
    {
        let message = format!("`{}` cannot be converted into {fact_unit}", unit.symbol());
        return Err(ValueFault::new(whole, message)
            .help("write a measure in a unit of the fact's kind, or correct its `unit`"));
    }
    // `a magnitude of 6.3`
    let leading = marked.text.find(|c: char| c.is_numeric()).unwrap_or(0);
    let lead = marked.text[..leading].trim();
    if !marked.marks.is_empty() && ["of", "a of", "a", "an", "the"].iter().any(|word| is_words(lead, word)) {
        marked.hide(0..leading);
    }
    let number = number::read(&marked.text, lexicon)?;
    if number.currency.is_some() || number.percent {
        return Err(ValueFault::new(whole, format!("`{}` is no measure", words.trim()))
            .help("use a fact of kind `money` or `percent`"));
    }
    if let Some(rest) = &number.unit {
        let message = format!("`{rest}` is not read as a unit");
        return Err(ValueFault::new(whole, message)
            .help(format!("write the figure alone, or with its unit, as in `7.5 {fact_unit}`")));
    }
    if let (Some(unit), Some(known)) = (unit, known)
        && unit != known
        && unit.has_own_zero()
        && number.change.is_some()
        && !words.trim_start().starts_with(['-', '\u{2212}'])
    {
        let message = format!("a change in `{}` is not that in {fact_unit}", unit.symbol());
        return Err(
            ValueFault::new(whole, message).help(format!("write the change in {fact_unit}, with a note"))
        );
    }
    Ok(Measure { number, unit, n_decimals: n_decimals(words, lexicon) })
}

impl Measure {
    /// What the measure allows, in the fact's unit.
    pub fn quantity(&self, fact_unit: &str, tolerances: &Tolerances) -> Quantity {
        // `about 0.5 km` is not anything from nothing to 1.5.
        let tolerances = Tolerances { about_least: Decimal::ZERO, ..tolerances.clone() };
        let mut quantity = number::quantity(&self.number, &tolerances);
        if self.number.hedge == Hedge::Exact && quantity.plausible == quantity.hard {
            let grain = Decimal::try_new(1, self.n_decimals).unwrap_or(Decimal::ONE);
            let figure = self.number.low;
            let rounded = number::rounded(figure.abs(), grain);
            quantity.plausible = if figure < Decimal::ZERO { rounded.mirrored() } else { rounded };
        }
        match (self.unit, unit_named(fact_unit)) {
            (Some(from), Some(to)) if from != to => converted(&quantity, from, to),
            (Some(_) | None, _) => quantity,
        }
    }

    /// Whether the words have another unit than the fact.
    pub fn is_converted(&self, fact_unit: &str) -> bool {
        self.unit.is_some_and(|unit| unit_named(fact_unit) != Some(unit))
    }
}

/// Whether a quote states a measure, in the unit of its words.
pub fn in_quote(measure: &Measure, fact_unit: &str, quote: &str, lexicon: &'static Lexicon) -> Found {
    let known = unit_named(fact_unit);
    let wanted = measure.unit.or(known);
    let mut marked = Marked::new(quote, known.is_none().then_some(fact_unit), lexicon);
    let all = figures(&marked.text, lexicon);
    // As in the head of a table: `Area (ha): 12`.
    let is_free = |mark: &&Mark| !all.iter().any(|figure| is_beside(&marked.text, mark, &figure.range));
    let is_named_apart = marked.marks.iter().filter(is_free).any(|mark| mark.unit == wanted);
    let mut other: Option<Range<usize>> = None;
    for figure in all {
        let beside: Vec<&Mark> =
            marked.marks.iter().filter(|mark| is_beside(&marked.text, mark, &figure.range)).collect();
        let suits = match beside.as_slice() {
            [] => wanted.is_none() || is_named_apart,
            marks => marks.iter().all(|mark| mark.unit == wanted && !mark.compound),
        };
        if suits && figure.kind == FigureKind::Number {
            continue;
        }
        let end = beside.iter().map(|mark| mark.range.end).max().unwrap_or(figure.range.end);
        if !beside.is_empty() {
            other.get_or_insert(figure.range.start..end.max(figure.range.end));
        }
        marked.hide(figure.range);
    }
    match number_in_quote(&measure.number, None, &marked.text, lexicon) {
        Found::No { reason, nearest: None } if other.is_some() => {
            let stated = other.map(|range| quote[range].trim().to_owned()).unwrap_or_default();
            let reason =
                format!("{reason} in {}, but `{stated}`", wanted.map_or(fact_unit, |unit| unit.symbol()));
            Found::No { reason, nearest: Some(stated) }
        }
        found @ (Found::Yes | Found::Derived(_) | Found::No { .. } | Found::Unread { .. }) => found,
    }
}

/// Whether a unit is known by this symbol or name.
pub fn is_unit(symbol: &str) -> bool {
    unit_named(symbol).is_some()
}

/// Whether facts of two units measure alike, so that their figures can be compared as they are.
pub fn same_unit(a: &str, b: &str) -> bool {
    match (unit_named(a), unit_named(b)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.eq_ignore_ascii_case(b) || number::unit_matches(a, b),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether a unit is a figure's: inside its words, right behind them, or before them as in `magnitude 6.3`.
fn is_beside(text: &str, mark: &Mark, figure: &Range<usize>) -> bool {
    if mark.range.start >= figure.start {
        let is_inside = mark.range.start < figure.end;
        return is_inside || text[figure.end..mark.range.start].trim().is_empty();
    }
    let is_own = mark.unit.is_none();
    let between = text.get(mark.range.end..figure.start).unwrap_or("?").trim().trim_matches([':', '-']);
    is_own && ["", "of", "a", "at", "was", "is"].contains(&between.trim())
}

fn converted(quantity: &Quantity, from: &Unit, to: &Unit) -> Quantity {
    let figure = |value: Decimal| from.convert(value, to).unwrap_or(Decimal::MAX);
    let bound = |bound: Bound| match bound {
        Bound::Closed(value) => Bound::Closed(figure(value)),
        Bound::Open(value) => Bound::Open(figure(value)),
        Bound::Unbounded => Bound::Unbounded,
    };
    let interval = |interval: Interval| Interval { low: bound(interval.low), high: bound(interval.high) };
    let number = &quantity.number;
    Quantity {
        hard: interval(quantity.hard),
        plausible: interval(quantity.plausible),
        number: Number {
            low: figure(number.low),
            high: figure(number.high),
            plausible: number.plausible.map(|(low, high)| (figure(low), figure(high))),
            ..number.clone()
        },
    }
}

/// How many digits stand behind the sign that begins the fraction.
fn n_decimals(words: &str, lexicon: &Lexicon) -> u32 {
    let sign = if lexicon.data.separators.has_comma_fraction() { ',' } else { '.' };
    let behind = words.split_once(sign).map_or("", |(_, behind)| behind);
    behind.chars().take_while(char::is_ascii_digit).count() as u32
}

fn is_words(text: &str, words: &str) -> bool {
    text.split_whitespace().eq(words.split_whitespace())
}
