//! Figures as sources state them: a number with its hedge, and the two intervals it means.

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
