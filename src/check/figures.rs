//! Two figures side by side; entry point [`Figures::of`].

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::pair::Pair;
use crate::model::{Claim, DateValue, Hedge, Quantity, Series};
use crate::value::number;

/// Two quantities of one question.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    a: &'a Quantity,
    b: &'a Quantity,
}

impl<'a> Figures<'a> {
    /// The figures of two claims, where both give one.
    pub fn of(a: &'a Claim, b: &'a Claim) -> Option<Self> {
        Some(Self { a: a.reading.quantity()?, b: b.reading.quantity()? })
    }

    /// Whether a reader could take both to mean the same number.
    pub fn meet_plausibly(self) -> bool {
        let (a, b) = (&self.a.plausible, &self.b.plausible);
        a.meets(b) && !self.are_rounded_apart()
    }

    /// Whether two round figures have only the number halfway between them in common, which is
    /// rounded to one of them.
    fn are_rounded_apart(self) -> bool {
        let is_round =
            |figure: &Quantity| figure.number.hedge == Hedge::Exact && figure.plausible != figure.hard;
        let (a, b) = (&self.a.plausible, &self.b.plausible);
        let touch = a.upper() == b.lower() || b.upper() == a.lower();
        is_round(self.a) && is_round(self.b) && touch && self.a.number != self.b.number
    }

    /// Whether the words of both strictly allow one number.
    pub fn meet_strictly(self) -> bool {
        self.a.hard.meets(&self.b.hard)
    }

    /// Whether the first figure is the higher one.
    pub fn is_higher(self) -> bool {
        self.order() == Ordering::Greater
    }

    /// Whether the first figure is the lower one.
    pub fn is_lower(self) -> bool {
        self.order() == Ordering::Less
    }

    /// How far the strict readings are apart, in per cent of the larger figure.
    pub fn gap_percent(self) -> Option<Decimal> {
        self.a.hard.gap_percent(&self.b.hard)
    }

    /// The distance in words, rounded as a reader wants it: a share, percentage points, or a factor
    /// where one figure is more than twice the other. `None` where zero is one of the two.
    pub fn gap_words(self) -> Option<String> {
        let gap = self.gap_percent()?;
        if self.a.number.percent && self.b.number.percent {
            let points = rounded(self.difference()?);
            return Some(format!("{points} percentage points"));
        }
        if gap > Decimal::from(50) {
            let rest = Decimal::ONE_HUNDRED.checked_sub(gap).filter(|rest| *rest > Decimal::ZERO)?;
            return Some(format!("a factor of {}", rounded(Decimal::ONE_HUNDRED.checked_div(rest)?)));
        }
        Some(match rounded(gap).as_str() {
            "0" => "under 0.1 %".to_owned(),
            share => format!("{share} %"),
        })
    }

    /// How far the strict readings are apart in a unit that both are measured in.
    pub fn difference_words(self, unit: &str) -> Option<String> {
        let difference = self.difference().filter(|difference| *difference > Decimal::ZERO)?;
        Some(format!("{} {unit}", number::group_digits(difference.round_sf(2)?)))
    }

    /// From the nearest end of one strict reading to that of the other.
    fn difference(self) -> Option<Decimal> {
        let (low, high) =
            if self.a.hard.is_below(&self.b.hard) { (self.a, self.b) } else { (self.b, self.a) };
        high.hard.lower()?.checked_sub(low.hard.upper()?)
    }

    /// Ten, a thousand or a million, where the figures are about that many-fold apart.
    pub fn fold_factor(self) -> Option<u32> {
        number::fold_factor(&self.a.number, &self.b.number)
    }

    fn order(self) -> Ordering {
        (self.a.number.low, self.a.number.high).cmp(&(self.b.number.low, self.b.number.high))
    }
}

/// Of a cumulative series: the claim that holds at a later time, then the other one.
pub fn later_and_earlier<'a>(pair: &Pair<'a>) -> Option<(&'a Claim, &'a Claim)> {
    if pair.fact.kind.series() != Some(Series::Cumulative) {
        return None;
    }
    let (a, b) = (pair.a.as_of.as_ref()?, pair.b.as_of.as_ref()?);
    if is_after(a, b) {
        Some((pair.a, pair.b))
    } else if is_after(b, a) {
        Some((pair.b, pair.a))
    } else {
        None
    }
}

fn is_after(later: &DateValue, earlier: &DateValue) -> bool {
    later.year_known
        && earlier.year_known
        && later.earliest().zip(earlier.latest()).is_some_and(|(later, earlier)| later > earlier)
}

/// At most one decimal, and none from ten on.
fn rounded(figure: Decimal) -> String {
    let digits = u32::from(figure < Decimal::TEN);
    number::group_digits(figure.round_dp(digits))
}
