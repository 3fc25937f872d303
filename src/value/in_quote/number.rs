//! Whether a quote states a figure, with its hedge: [`number`].

use std::ops::Range;

use rust_decimal::Decimal;

use super::items::{Item, Items};
use super::{Found, direction};
use crate::model::{Change, Hedge, Number};
use crate::value::beside::{Part, Why};
use crate::value::lexicon::{Lexicon, Role};
use crate::value::number::{self, figure::Figure};
use crate::value::scan::{Cursor, Placed, Token, digit, is_unspaced};

/// Whether a quote states a figure, with its hedge, its currency and what it counts.
///
/// `unit` is what the fact counts: an age states no number of people.
pub fn number(value: &Number, unit: Option<&str>, quote: &str, lexicon: &'static Lexicon) -> Found {
    // What the quote says of other figures matters only where this one is not found.
    let near = Items::near(size(value.low, value.high), quote, lexicon);
    match look(value, unit, (quote, near), lexicon) {
        None => Found::Yes,
        Some(_) => number_among_all(value, unit, quote, lexicon),
    }
}

/// The same, with every figure of the quote read whole.
fn number_among_all(value: &Number, unit: Option<&str>, quote: &str, lexicon: &'static Lexicon) -> Found {
    let items = Items::of(quote, lexicon);
    let Some(Others { best, points, unread }) = look(value, unit, (quote, items), lexicon) else {
        return Found::Yes;
    };
    if let Some(found) = without_figure(value, quote, lexicon) {
        return found;
    }
    if let Some(reason) = unread.filter(|_| best.as_ref().is_none_or(|(best, ..)| *best >= Mismatch::Percent))
    {
        return Found::Unread { reason };
    }
    let best = points.filter(|_| best.as_ref().is_none_or(|(best, ..)| *best > Mismatch::Points)).or(best);
    let Some((mismatch, figure, range)) = best else {
        return Found::No { reason: "the quote states no figure".to_owned(), nearest: None };
    };
    let told = as_stated(&figure, quote, &range, lexicon);
    let stated = &quote[range];
    // Offered is only what is read back as this very figure: a hedge may stand further off.
    let level = number::change::signed(figure.number());
    let said = number::read(stated, lexicon).is_ok_and(|said| Number { unit: None, ..said } == level);
    let is_native = stated.contains(is_unspaced) || told.change.is_some();
    let level = number::words(&level);
    let shown = if said { stated } else { &level };
    let nearest = (mismatch != Mismatch::Points)
        .then(|| if is_native || !said { number::words(&told) } else { stated.to_owned() });
    let reason = match (mismatch, told.change) {
        (Mismatch::Direction, Some(change)) => fault_of_direction(value, change, shown),
        (mismatch, _) => mismatch.reason(value, &figure, shown),
    };
    Found::No { reason, nearest }
}

/// Whether both ways to look for a value come to the same.
pub(super) fn is_found_alike(
    value: &Number,
    unit: Option<&str>,
    quote: &str,
    lexicon: &'static Lexicon,
) -> bool {
    let near = Items::near(size(value.low, value.high), quote, lexicon);
    let is_stated = |items| look(value, unit, (quote, items), lexicon).is_none();
    is_stated(near) == is_stated(Items::of(quote, lexicon))
}

/// What stands in a quote instead of the value.
#[derive(Default)]
struct Others {
    /// The figure that differs least.
    best: Option<(Mismatch, Figure, Range<usize>)>,
    /// The same figure in percentage points.
    points: Option<(Mismatch, Figure, Range<usize>)>,
    /// Why the figure itself is not read.
    unread: Option<String>,
}

/// Looks for a value among figures: what stands there instead, or `None` where one of them is the value.
fn look(
    value: &Number,
    unit: Option<&str>,
    (quote, items): (&str, Items<'_>),
    lexicon: &'static Lexicon,
) -> Option<Others> {
    let mut others = Others::default();
    for (item, range) in items {
        let figure = match item {
            Item::Figure(figure) => figure,
            Item::Other(figure, part) if is_of(part, unit.or(value.unit.as_deref()), quote) => figure,
            Item::Other(figure, part @ Part::Rate(..)) if is_of(part, value.unit.as_deref(), quote) => figure,
            Item::Other(figure, part) if value.percent && is_points(part, quote, lexicon) => {
                others.points = Some((Mismatch::Points, figure, range))
                    .filter(|_| is_near(value, &figure))
                    .or(others.points);
                continue;
            }
            Item::Other(figure, part) => {
                if is_near(value, &figure) {
                    others.unread = others.unread.or_else(|| Some(part_of(part, &quote[part.with(range)])));
                }
                continue;
            }
            Item::Unread(figure, why) => {
                if is_near(value, &figure) {
                    others.unread = others.unread.or_else(|| Some(why.reason(&quote[why.range()])));
                }
                continue;
            }
            Item::Date(_) | Item::Unclear | Item::Passed => continue,
        };
        let way = match is_near(value, &figure) {
            true => direction::stated(quote, &range, figure.percent, lexicon),
            false => None,
        };
        if is_near(value, &figure)
            && let Some(at) = open_move(&figure, way, (quote, &range), lexicon)
        {
            others.unread = others.unread.or_else(|| Some(Why::Move(at.start, at.end).reason(&quote[at])));
            continue;
        }
        match compare(value, (&figure, way), (quote, range.clone())) {
            None => return None,
            Some(mismatch) if others.best.as_ref().is_none_or(|(best, ..)| mismatch < *best) => {
                others.best = Some((mismatch, figure, range));
            }
            Some(_) => {}
        }
    }
    Some(others)
}

/// Which way a quote says that a figure goes; `None` for a level, a share, and a figure that it has not.
pub fn change(value: &Number, quote: &str, lexicon: &'static Lexicon) -> Option<Change> {
    let wanted = size(value.low, value.high);
    Items::near(wanted, quote, lexicon).find_map(|(item, range)| {
        let Item::Figure(figure) = item else { return None };
        let is_same = (size(figure.low, figure.high), figure.percent) == (wanted, value.percent);
        is_same.then(|| as_stated(&figure, quote, &range, lexicon).change)?
    })
}

/// The words that tell a change beside a figure and leave its direction open.
fn open_move(
    figure: &Figure,
    way: Option<Change>,
    (quote, range): (&str, &Range<usize>),
    lexicon: &'static Lexicon,
) -> Option<Range<usize>> {
    if way.is_some() || figure.high < Decimal::ZERO {
        return None;
    }
    direction::open(quote, range, figure.percent, lexicon)
}

/// Whether a figure that is not read is the one that is looked for, but for what leaves it unread.
fn is_near(value: &Number, figure: &Figure) -> bool {
    let (low, high) = size(value.low, value.high);
    [figure.low, figure.high].iter().any(|end| *end == low || *end == high)
}

/// The ends of a figure without the way that a change goes, as [`Number::size`] has them.
fn size(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    if high >= Decimal::ZERO { (low, high) } else { (-high, -low) }
}

/// Whether a figure that is part of something counts what is asked for.
fn is_of(part: Part, unit: Option<&str>, quote: &str) -> bool {
    let Some(unit) = unit else { return false };
    match part {
        Part::Rate(start, end) => is_rate(unit, &quote[start..end]),
        Part::Age(..) => number::unit_matches(unit, "year") || number::unit_matches(unit, "age"),
        Part::Of(start, end) | Part::Minor(start, end) => {
            let words = quote[start..end].split(|c: char| !c.is_alphabetic());
            let mut words = words.filter(|word| !word.is_empty());
            words.any(|word| number::unit_matches(unit, word))
        }
    }
}

/// Whether a unit is that of a rate: `case per 100,000 people`, `per month`, or `day` for what is paid `a day`.
fn is_rate(unit: &str, words: &str) -> bool {
    let unit = &format!(" {unit}");
    let has_per = [" per ", " a ", " an ", " each", " every ", " for every ", "/"];
    let mut named = words.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    has_per.iter().any(|per| unit.contains(per)) || named.any(|word| number::unit_matches(unit, word))
}

/// Whether a figure is told in percentage points.
fn is_points(part: Part, quote: &str, lexicon: &'static Lexicon) -> bool {
    let Part::Of(start, _) = part else { return false };
    let here = Cursor::read_by(quote, lexicon).to(start);
    here.is(Role::Points).or_else(|| here.is(Role::PlainPoints)).is_some()
}

fn part_of(part: Part, stated: &str) -> String {
    match part {
        Part::Age(..) => format!("`{stated}` is an age"),
        Part::Rate(..) => format!(
            "`{stated}` is a rate: the `unit` of the fact says what it is per, or the value is another one"
        ),
        Part::Minor(..) => format!(
            "`{stated}` are hundredths of a currency, which are not read: the `unit` of the fact says so, or the claim has a `reading`"
        ),
        Part::Of(..) => format!("`{stated}` is part of something else, and counts nothing"),
    }
}

/// In what a figure of the quote differs from the value, the slightest difference first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mismatch {
    /// The same figure counts something else.
    Unit,
    /// The same figure, otherwise hedged.
    Hedge,
    /// A change of the same size, the other way or with no way recorded.
    Direction,
    /// The same figure in another currency, or in none.
    Currency,
    /// The same figure, but one of the two is per cent.
    Percent,
    /// The same figure, but in percentage points.
    Points,
    /// Another figure.
    Figure,
}

fn compare(
    value: &Number,
    (figure, way): (&Figure, Option<Change>),
    (quote, range): (&str, Range<usize>),
) -> Option<Mismatch> {
    if size(value.low, value.high) != size(figure.low, figure.high) {
        return Some(Mismatch::Figure);
    }
    if value.percent != figure.percent {
        return Some(Mismatch::Percent);
    }
    if figure.percent && direction::in_points(quote, &range) {
        return Some(Mismatch::Points);
    }
    if !same_way(value, figure, way) {
        return Some(Mismatch::Direction);
    }
    if !same_currency(value, figure) {
        return Some(Mismatch::Currency);
    }
    if value.hedge != figure.hedge {
        return Some(Mismatch::Hedge);
    }
    let counted = value.unit.as_deref().is_none_or(|unit| {
        figure.noun().is_some_and(|noun| number::unit_matches(unit, noun))
            || counts(unit, &quote[unit_start(quote, range)..])
    });
    (!counted).then_some(Mismatch::Unit)
}

/// Whether a value goes the way that the quote states. A rise may be recorded without its sign, a fall
/// may not: `3 %` from `fell by 3 %` would agree with a rise.
fn same_way(value: &Number, figure: &Figure, stated: Option<Change>) -> bool {
    let is_signed = figure.high < Decimal::ZERO;
    let stated = if is_signed { Some(Change::Fall) } else { stated };
    let is_below_zero = value.high < Decimal::ZERO;
    // What fell by more than 3 % is below -3 %, and more than -3 % is above it.
    if is_below_zero && value.change.is_none() != (is_signed && is_bound(value.hedge)) {
        return false;
    }
    match stated {
        Some(Change::Fall) => is_below_zero || value.low.is_zero() && value.high.is_zero(),
        Some(Change::Rise) => !is_below_zero,
        None => !is_below_zero && value.change != Some(Change::Rise),
    }
}

fn is_bound(hedge: Hedge) -> bool {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::FewerThan => true,
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => false,
    }
}

/// The number that a figure of the quote states, with the way it goes.
fn as_stated(figure: &Figure, quote: &str, range: &Range<usize>, lexicon: &'static Lexicon) -> Number {
    let number = number::change::signed(figure.number());
    match direction::stated(quote, range, figure.percent, lexicon) {
        Some(change) => number::change::apply(number.clone(), change).unwrap_or(number),
        None => number,
    }
}

/// A word or sign that several countries share bears out any of their currencies; which one is meant
/// was asked when the value was read. `pounds` may also be what is counted.
fn same_currency(value: &Number, figure: &Figure) -> bool {
    match (value.currency.as_deref(), figure.currency) {
        (None, None) => true,
        (Some(code), Some(stated)) => stated.codes.contains(&code),
        (None, Some(stated)) => stated.noun.is_some(),
        (Some(_), None) => false,
    }
}

/// Where the words begin that say what a figure counts; in `1000人以上` they stand before the hedge.
fn unit_start(quote: &str, range: Range<usize>) -> usize {
    let stated = &quote[range.clone()];
    let last = stated.char_indices().rfind(|(_, c)| digit(*c).is_some());
    let glued = last
        .map(|(at, c)| range.start + at + c.len_utf8())
        .filter(|at| quote[*at..].trim_start_matches(' ').starts_with(is_unspaced));
    glued.unwrap_or(range.end)
}

/// Whether the words behind a figure name what it counts, alone or together.
fn counts(unit: &str, behind: &str) -> bool {
    let mut cursor = Cursor::new(behind);
    // Further on the words speak of something else.
    let reach = unit.len() + 24;
    while let Some((placed, rest)) = cursor.next().filter(|(placed, _)| placed.start < reach) {
        if let Token::Word(word) = placed.token
            && (number::unit_matches(unit, word)
                || unit.ends_with(is_unspaced) && word.contains(unit)
                || number::unit_matches(unit, behind[..placed.end].trim_start()))
        {
            return true;
        }
        cursor = rest;
    }
    false
}

/// Whether a value may stand in a quote without a figure: nothing else makes [`number()`] say that it is derived.
pub fn may_lack_figure(value: &Number) -> bool {
    role_without_figure(value).is_some()
}

/// The words by which a quote states 0 or 1 without a figure.
fn role_without_figure(value: &Number) -> Option<Role> {
    if value.hedge != Hedge::Exact || value.percent || value.currency.is_some() {
        return None;
    }
    if value.low.is_zero() {
        Some(Role::None)
    } else if value.low == Decimal::ONE {
        Some(Role::Single)
    } else {
        None
    }
}

/// `no arrests` states 0 and `a man` states 1, without a figure.
fn without_figure(value: &Number, quote: &str, lexicon: &'static Lexicon) -> Option<Found> {
    let role = role_without_figure(value)?;
    let mut cursor = Cursor::read_by(quote, lexicon);
    while let Some((placed, rest)) = cursor.next() {
        if let Token::Word(_) = placed.token
            && let Some(end) = cursor.is(role)
            && !leads_to_share(end)
        {
            let word = &quote[placed.start..end.offset()];
            return Some(Found::Derived(format!("`{word}` is read as {}", value.low)));
        }
        cursor = rest;
    }
    None
}

/// Whether a part of a share or a total begins here: `a total of 40`, `une personne sur cinq`.
fn leads_to_share(behind: Cursor<'_>) -> bool {
    let mut at = behind;
    for _ in 0..3 {
        let joint = |role| matches!(role, Role::Ratio | Role::Whole | Role::ShareEnd).then_some(());
        if let Some(((), rest)) = at.role(joint) {
            return matches!(number::figure::read(rest), Ok(Some(_)));
        }
        match at.next() {
            Some((Placed { token: Token::Word(_), .. }, rest)) => at = rest,
            _ => return false,
        }
    }
    false
}

/// A change that the value records as another one, or as none.
fn fault_of_direction(value: &Number, change: Change, stated: &str) -> String {
    let way = match change {
        Change::Rise => "rise",
        Change::Fall => "fall",
    };
    format!("the quote states a {way} of `{stated}`, and the value says {}", number::words(value))
}

impl Mismatch {
    fn reason(self, value: &Number, figure: &Figure, stated: &str) -> String {
        let recorded = number::words(value);
        match self {
            Self::Unit => {
                let unit = value.unit.as_deref().unwrap_or_default();
                format!("the quote does not say that `{stated}` counts `{unit}`")
            }
            Self::Hedge => match (value.hedge, figure.hedge) {
                (Hedge::Exact, _) => format!("the quote hedges the figure: `{stated}`, not {recorded}"),
                (_, Hedge::Exact) => {
                    format!("the quote gives the figure without a hedge: `{stated}`, not {recorded}")
                }
                _ => format!("the quote hedges the figure otherwise: `{stated}`, not {recorded}"),
            },
            Self::Direction => format!("the quote does not say of `{stated}` that it is a change"),
            Self::Currency => match (&value.currency, figure.currency) {
                (Some(code), None) => {
                    format!("the quote names no currency beside `{stated}`, and the value says {code}")
                }
                (None, Some(money)) => match money.only().or(money.usual) {
                    Some(code) => format!("the quote says {code} beside the figure: `{stated}`"),
                    None => format!("the quote says that the figure is money: `{stated}`"),
                },
                (recorded, _) => format!(
                    "the quote states `{stated}`, and the value says {}",
                    recorded.as_deref().unwrap_or("no currency")
                ),
            },
            Self::Percent if figure.percent => format!("the quote states per cent: `{stated}`"),
            Self::Percent => format!("the quote does not state per cent: `{stated}`"),
            Self::Points => format!("the quote states percentage points, which are not per cent: `{stated}`"),
            Self::Figure => format!("the quote does not state {recorded}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_rate;

    #[test]
    fn a_unit_says_what_a_figure_is_per() {
        for unit in ["per month", "vehicles per day", "litres/day", "month"] {
            assert!(is_rate(unit, "a month"), "{unit}");
        }
        assert!(!is_rate("vehicles", "a month"));
        assert!(!is_rate("person", "a month"));
    }
}
