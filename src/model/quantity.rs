//! Figures as sources state them: a number with its hedge, and the two intervals it means.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal;

/// How a source qualifies a figure; one row of the contract's table each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// A bare figure: `1,208`.
    Exact,
    /// `about`, `around`, `some`, `roughly`, `approximately`, `~`.
    About,
    /// `more than`, `over`, `>`.
    MoreThan,
    /// `at least`, `>=`, `no fewer than`.
    AtLeast,
    /// `nearly`, `almost`.
    Nearly,
    /// `up to`, `as many as`, `at most`.
    UpTo,
    /// `fewer than`, `under`, `<`.
    FewerThan,
    /// Two figures: `n-m`, `between n and m`.
    Range,
    /// A word for a size: `dozens`, `several`, `tens of thousands`.
    Vague,
}

/// A figure as read from its words, before any tolerance is applied.
///
/// `low` and `high` are equal except for [`Hedge::Range`], [`Hedge::Vague`] and `about 40 to 50`.
/// Magnitudes are multiplied out (`$40 billion` is 40000000000 with currency USD);
/// percentages stay as written (`25 %` is 25).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The qualification.
    pub hedge: Hedge,
    /// Lower figure.
    pub low: Decimal,
    /// Upper figure.
    pub high: Decimal,
    /// The plausible ends where the words themselves give them: vague words, and `exactly n`.
    pub plausible: Option<(Decimal, Decimal)>,
    /// ISO 4217 code, where the words name a currency.
    pub currency: Option<String>,
    /// Whether the words say percent.
    pub percent: bool,
    /// The counted unit named in the words, singular and lower-case (`15 dogs` → `dog`).
    pub unit: Option<String>,
    /// Which way a change goes; `None` for a level, a share or a number of things. A fall is below zero.
    pub change: Option<Change>,
}

impl Number {
    /// Whether it is a word for a size, such as `tens of thousands`, within which a figure of these lies.
    #[must_use]
    pub fn is_said_better_by<'a>(&self, mut others: impl Iterator<Item = &'a Self>) -> bool {
        let holds = |other: &Self| self.low <= other.low && other.high <= self.high;
        self.hedge == Hedge::Vague && others.any(|other| other.hedge != Hedge::Vague && holds(other))
    }

    /// The figure alone, without the way that a change goes.
    #[must_use]
    pub fn size(&self) -> Self {
        if self.high >= Decimal::ZERO {
            return Self { change: None, ..self.clone() };
        }
        let plausible = self.plausible.map(|(low, high)| (-high, -low));
        Self { low: -self.high, high: -self.low, plausible, change: None, ..self.clone() }
    }
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// `+3 %`, `rose by 500`.
    Rise,
    /// `-3 %`, `fell by 500`.
    Fall,
}

/// One end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The end belongs to the interval.
    Closed(Decimal),
    /// The end does not belong to the interval.
    Open(Decimal),
    /// No end on this side.
    Unbounded,
}

/// A range of exact decimals with open or closed ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// Lower end.
    pub low: Bound,
    /// Upper end.
    pub high: Bound,
}

/// A figure with the values it allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure as read.
    pub number: Number,
    /// What the words strictly allow (H in the contract).
    pub hard: Interval,
    /// What a reader would take them to mean (S in the contract).
    pub plausible: Interval,
}

impl Quantity {
    /// Whether the figure is plausibly rounded at its last digit and no further: 33.3 %, not 1,000.
    pub fn is_rounded_at_last_digit(&self) -> bool {
        let ends = (self.plausible.low, self.plausible.high);
        self.number.hedge == Hedge::Exact
            && matches!(ends, (Bound::Closed(_), Bound::Open(_)) | (Bound::Open(_), Bound::Closed(_)))
    }
}

impl Interval {
    /// The interval of one figure.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: Bound::Closed(value), high: Bound::Closed(value) }
    }

    /// The whole numbers in it, from the first to the last; itself where its ends have none between them.
    #[must_use]
    pub fn whole(self) -> Self {
        let low = match self.low {
            Bound::Closed(value) => Bound::Closed(value.ceil()),
            end @ (Bound::Open(_) | Bound::Unbounded) => end,
        };
        let high = match self.high {
            Bound::Closed(value) => Bound::Closed(value.floor()),
            end @ (Bound::Open(_) | Bound::Unbounded) => end,
        };
        match (low.figure(), high.figure()) {
            (Some(first), Some(last)) if first > last => self,
            _ => Self { low, high },
        }
    }

    /// The figure at the lower end, whether or not it belongs; `None` without an end.
    pub fn lower(&self) -> Option<Decimal> {
        self.low.figure()
    }

    /// The figure at the upper end, whether or not it belongs; `None` without an end.
    pub fn upper(&self) -> Option<Decimal> {
        self.high.figure()
    }

    /// Whether some value lies in both.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use variorum::model::{Bound, Interval};
    ///
    /// let over_1000 = Interval { low: Bound::Open(Decimal::from(1000)), high: Bound::Unbounded };
    /// assert!(!over_1000.meets(&Interval::exactly(Decimal::from(1000))));
    /// assert!(over_1000.meets(&Interval::exactly(Decimal::from(1001))));
    /// ```
    pub fn meets(&self, other: &Self) -> bool {
        !self.is_below(other) && !other.is_below(self)
    }

    /// Whether every value of this one is smaller than every value of the other.
    pub fn is_below(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Closed(high), Bound::Closed(low)) => high < low,
            (Bound::Closed(high) | Bound::Open(high), Bound::Closed(low) | Bound::Open(low)) => high <= low,
        }
    }

    /// Whether every value of the other one lies in this one.
    pub fn contains(&self, other: &Self) -> bool {
        compare(self.low, other.low, Side::Low) != Ordering::Greater
            && compare(self.high, other.high, Side::High) != Ordering::Less
    }

    /// The values that lie in both; `None` where there are none.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let low = match compare(self.low, other.low, Side::Low) {
            Ordering::Less => other.low,
            Ordering::Equal | Ordering::Greater => self.low,
        };
        let high = match compare(self.high, other.high, Side::High) {
            Ordering::Greater => other.high,
            Ordering::Equal | Ordering::Less => self.high,
        };
        self.meets(other).then_some(Self { low, high })
    }

    /// The same values below zero: what a fall of this size comes to.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mirror = |bound: Bound| match bound {
            Bound::Closed(figure) => Bound::Closed(-figure),
            Bound::Open(figure) => Bound::Open(-figure),
            Bound::Unbounded => Bound::Unbounded,
        };
        Self { low: mirror(self.high), high: mirror(self.low) }
    }

    /// How far apart two intervals are, in per cent; `None` where they meet.
    ///
    /// The distance between the nearest ends, over the larger of those two ends in absolute value:
    /// 950 and 1,000 are 5 % apart, whichever is named first.
    pub fn gap_percent(&self, other: &Self) -> Option<Decimal> {
        let (low, high) = if self.is_below(other) {
            (self.upper()?, other.lower()?)
        } else if other.is_below(self) {
            (other.upper()?, self.lower()?)
        } else {
            return None;
        };
        let larger = low.abs().max(high.abs());
        let gap = high.checked_sub(low).unwrap_or(Decimal::MAX);
        let share = gap.checked_div(larger).unwrap_or(Decimal::ZERO);
        Some(share.saturating_mul(Decimal::ONE_HUNDRED))
    }
}

impl Bound {
    /// The figure at this end, whether or not it belongs; `None` without an end.
    pub fn figure(self) -> Option<Decimal> {
        match self {
            Self::Closed(figure) | Self::Open(figure) => Some(figure),
            Self::Unbounded => None,
        }
    }
}

impl fmt::Display for Interval {
    /// As mathematics writes it: `[950, 1050]`, `(1000, inf)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.low {
            Bound::Closed(low) => write!(f, "[{}, ", low.normalize())?,
            Bound::Open(low) => write!(f, "({}, ", low.normalize())?,
            Bound::Unbounded => f.write_str("(-inf, ")?,
        }
        match self.high {
            Bound::Closed(high) => write!(f, "{}]", high.normalize()),
            Bound::Open(high) => write!(f, "{})", high.normalize()),
            Bound::Unbounded => f.write_str("inf)"),
        }
    }
}

/// Which ends are compared.
#[derive(Clone, Copy)]
enum Side {
    Low,
    High,
}

/// The order of two lower or two upper ends, by what they let in.
fn compare(a: Bound, b: Bound, side: Side) -> Ordering {
    let outward = match side {
        Side::Low => Ordering::Less,
        Side::High => Ordering::Greater,
    };
    match (a, b) {
        (Bound::Unbounded, Bound::Unbounded) => Ordering::Equal,
        (Bound::Unbounded, Bound::Closed(_) | Bound::Open(_)) => outward,
        (Bound::Closed(_) | Bound::Open(_), Bound::Unbounded) => outward.reverse(),
        (Bound::Closed(a), Bound::Closed(b)) | (Bound::Open(a), Bound::Open(b)) => a.cmp(&b),
        (Bound::Closed(a), Bound::Open(b)) => a.cmp(&b).then(outward),
        (Bound::Open(a), Bound::Closed(b)) => a.cmp(&b).then(outward.reverse()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(text: &str) -> Interval {
        let (low, high) = text[1..text.len() - 1].split_once(", ").unwrap();
        let bound = |figure: &str, closed: bool| match figure {
            "inf" | "-inf" => Bound::Unbounded,
            figure if closed => Bound::Closed(figure.parse().unwrap()),
            figure => Bound::Open(figure.parse().unwrap()),
        };
        let interval =
            Interval { low: bound(low, text.starts_with('[')), high: bound(high, text.ends_with(']')) };
        assert_eq!(interval.to_string(), text);
        interval
    }

    fn check_meet(a: &str, b: &str, expected: Option<&str>) {
        let (a, b) = (interval(a), interval(b));
        assert_eq!(a.intersection(&b).map(|both| both.to_string()).as_deref(), expected, "{a} and {b}");
        assert_eq!(a.meets(&b), expected.is_some());
    }

    #[test]
    fn an_end_that_is_left_out_is_not_shared() {
        check_meet("[1000, 1000]", "(1000, inf)", None);
        check_meet("[1000, 1000]", "[1000, inf)", Some("[1000, 1000]"));
        check_meet("[0, 10)", "[10, 20]", None);
        check_meet("(-inf, 10]", "[10, inf)", Some("[10, 10]"));
        check_meet("(5, 10)", "[5, 10]", Some("(5, 10)"));
    }

    #[test]
    fn a_gap_is_measured_between_the_nearest_ends() {
        let gap =
            |a: &str, b: &str| interval(a).gap_percent(&interval(b)).map(|gap| gap.normalize().to_string());
        assert_eq!(gap("[950, 950]", "[1000, 1000]").as_deref(), Some("5"));
        assert_eq!(gap("[27, 27]", "[271, 271]").as_deref().map(|gap| &gap[..5]), Some("90.03"));
        assert_eq!(gap("[0, 10)", "(10, inf)").as_deref(), Some("0"));
        assert_eq!(gap("[0, 0]", "[5, 5]").as_deref(), Some("100"));
        assert_eq!(gap("[-10, -10]", "[-5, -5]").as_deref(), Some("50"));
        assert_eq!(gap("[0, 10]", "[5, 15]"), None);
    }

    #[test]
    fn containing_respects_open_ends() {
        assert!(interval("[0, inf)").contains(&interval("(0, 5]")));
        assert!(!interval("(0, inf)").contains(&interval("[0, 5]")));
        assert!(!interval("[0, 5]").contains(&interval("[0, inf)")));
    }
}
