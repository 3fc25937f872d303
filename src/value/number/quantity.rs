//! What a figure allows: the contract's table of hard and plausible intervals, row by row.

use rust_decimal::Decimal;

use crate::model::{Bound, Change, Hedge, Interval, Number, Quantity, Tolerances};

/// The hard and the plausible interval of a number.
///
/// Arithmetic saturates at the largest decimal, so that no number, however made, can stop a build.
pub fn quantity(number: &Number, tolerances: &Tolerances) -> Quantity {
    if number.change == Some(Change::Fall) {
        let size = quantity(&number.size(), tolerances);
        let (hard, plausible) = (size.hard.mirrored(), size.plausible.mirrored());
        return Quantity { number: number.clone(), hard, plausible };
    }
    let hard = hard(number, tolerances);
    let plausible = plausible(number, tolerances).unwrap_or(hard);
    Quantity { number: number.clone(), hard, plausible }
}

/// H of the table.
fn hard(number: &Number, tolerances: &Tolerances) -> Interval {
    use Bound::{Closed, Open, Unbounded};
    let (low, high) = (number.low, number.high);
    let (low, high) = match number.hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (Closed(low), Closed(high)),
        Hedge::About => (
            Closed(low.saturating_sub(slack(low, tolerances))),
            Closed(high.saturating_add(slack(high, tolerances))),
        ),
        Hedge::MoreThan => (Open(low), Unbounded),
        Hedge::AtLeast => (Closed(low), Unbounded),
        Hedge::Nearly if high < Decimal::ZERO => {
            (Open(low), Closed(high.saturating_add(share(high, tolerances.nearly_percent))))
        }
        Hedge::Nearly => (Closed(low.saturating_sub(share(low, tolerances.nearly_percent))), Open(high)),
        Hedge::UpTo if high < Decimal::ZERO => (Unbounded, Closed(high)),
        Hedge::UpTo => (Closed(Decimal::ZERO), Closed(high)),
        // Less than nothing is a loss or a fall.
        Hedge::FewerThan if high <= Decimal::ZERO => (Unbounded, Open(high)),
        Hedge::FewerThan => (Closed(Decimal::ZERO), Open(high)),
    };
    Interval { low, high }
}

/// S of the table, where it differs from H.
fn plausible(number: &Number, tolerances: &Tolerances) -> Option<Interval> {
    use Bound::{Closed, Open};
    if let Some((low, high)) = number.plausible {
        return Some(Interval { low: Closed(low), high: Closed(high) });
    }
    let (low, high) = (number.low, number.high);
    let (low, high) = match number.hedge {
        Hedge::Exact => {
            let grain = grain(low);
            if grain < Decimal::TEN {
                return number.percent.then(|| rounded(low, grain));
            }
            let slack = half(grain).min(share(low, tolerances.round_percent));
            (Closed(low.saturating_sub(slack)), Closed(high.saturating_add(slack)))
        }
        Hedge::MoreThan => (Open(low), Closed(above(low, tolerances))),
        Hedge::AtLeast => (Closed(low), Closed(above(low, tolerances))),
        Hedge::UpTo if high < Decimal::ZERO => (Closed(below(high, tolerances)), Closed(high)),
        Hedge::FewerThan if high <= Decimal::ZERO => (Closed(below(high, tolerances)), Open(high)),
        Hedge::UpTo => (Closed(share(high, tolerances.up_to_percent)), Closed(high)),
        Hedge::FewerThan => (Closed(share(high, tolerances.up_to_percent)), Open(high)),
        Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => return None,
    };
    Some(Interval { low, high })
}

/// What rounds to a figure whose last digit counts so much: 33 is written for 32.5 up to below 33.5.
pub(in crate::value) fn rounded(figure: Decimal, grain: Decimal) -> Interval {
    let half = half(grain);
    Interval {
        low: Bound::Closed(figure.saturating_sub(half)),
        high: Bound::Open(figure.saturating_add(half)),
    }
}

/// How far `about n` reaches to either side.
fn slack(n: Decimal, tolerances: &Tolerances) -> Decimal {
    tolerances.about_least.max(share(n, tolerances.about_percent))
}

/// How far `more than n` plausibly reaches.
fn above(n: Decimal, tolerances: &Tolerances) -> Decimal {
    n.saturating_add(grain(n).max(share(n, tolerances.above_percent)))
}

/// How far what is less than a figure below zero plausibly reaches.
fn below(n: Decimal, tolerances: &Tolerances) -> Decimal {
    n.saturating_sub(grain(n).max(share(n, tolerances.above_percent)))
}

/// A share of a figure's size, never negative.
fn share(n: Decimal, percent: Decimal) -> Decimal {
    n.abs().saturating_mul(percent).checked_div(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX)
}

fn half(n: Decimal) -> Decimal {
    n.checked_div(Decimal::TWO).unwrap_or(n)
}

/// The power of ten of the last digit that is not zero: 1,200 is counted in hundreds.
///
/// Zero is counted in ones.
fn grain(n: Decimal) -> Decimal {
    let n = n.normalize();
    if n.is_zero() || n.scale() > 0 {
        return Decimal::try_new(1, n.scale()).unwrap_or(Decimal::ONE);
    }
    let mut mantissa = n.mantissa().unsigned_abs();
    let mut grain: i128 = 1;
    while mantissa.is_multiple_of(10) {
        mantissa /= 10;
        grain *= 10;
    }
    Decimal::try_from_i128_with_scale(grain, 0).unwrap_or(Decimal::MAX)
}

/// The factor, ten, a thousand or a million, by which two figures are about apart.
///
/// A tenth to either side still counts, since the figures themselves differ: 27 against 271.
pub fn fold_factor(a: &Number, b: &Number) -> Option<u32> {
    let (small, large) = if a.low.abs() <= b.low.abs() { (a, b) } else { (b, a) };
    if small.low.is_zero() || small.high.is_zero() {
        return None;
    }
    [10_u32, 1_000, 1_000_000].into_iter().find(|factor| {
        let times = |n: Decimal, percent: i64| {
            n.saturating_mul(Decimal::from(*factor)).saturating_mul(Decimal::new(percent, 2))
        };
        let (low, high) = (times(small.low, 90), times(small.high, 110));
        let (low, high) = (low.min(high), low.max(high));
        large.low <= high && low <= large.high
    })
}
