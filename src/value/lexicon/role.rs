//! What a phrase does beside or in a figure: [`Role`], and [`each`] phrase of a language with its own.

use super::Data;
use crate::model::Hedge;

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Names a currency, by its place among the language's.
    Currency(u16),
    /// Names a unit of measure, by its place among the language's.
    Unit(u16),
    /// Hedges the figure behind it.
    HedgeBefore(Hedge),
    /// Hedges the figure before it.
    HedgeBehind(Hedge),
    /// Hedges a figure from behind what it counts.
    HedgeBehindCounted(Hedge),
    /// Hedges the figure that is the object of this verb.
    Verb(Hedge),
    /// The same, where a tally is its subject.
    TallyVerb(Hedge),
    /// Denies the figure behind it.
    NegationBefore,
    /// Denies the figure before it.
    NegationBehind,
    /// A verb further on in the clause that denies it.
    NegationBehindClause,
    /// Could change the figure behind it.
    DoubtBefore,
    /// Could change the figure before it.
    DoubtBehind,
    /// Could change a figure from behind what it counts.
    DoubtBehindCounted,
    /// Ends as a hedge does and is none.
    NotHedge,
    /// Changes nothing between a hedge and its figure.
    Filler,
    /// Begins another statement.
    Conjunction,
    /// What a tally verb may be said of.
    Tally,
    /// Multiplies the figure before it.
    Magnitude(u64),
    /// A number.
    Numeral(u64),
    /// Stands between the words of a number.
    Joiner,
    /// Stands for one before a magnitude.
    Article,
    /// A word for a size.
    Vague(Size),
    /// A share, as numerator and denominator.
    Fraction(u64, u64),
    /// The name of parts.
    Denominator(u64),
    /// A part behind a whole number.
    Part(u64, u64),
    /// Between a number and those that it is out of.
    Ratio,
    /// Between whole and digits.
    Point,
    /// May stand behind a share of one part.
    ShareEnd,
    /// Rules out rounding.
    Exactly,
    /// Below zero.
    Minus,
    /// Opens the range of this number in the file.
    RangeOpens(u8),
    /// Goes on with the range of this number.
    RangeGoesOn(u8),
    /// Stands between the ends of a range.
    Between,
    /// Makes the figure behind it part of something else.
    NotCountBefore,
    /// Makes the figure before it part of something else.
    NotCountBehind,
    /// Makes the figure behind it what a rate is of: `every 12`.
    RateBefore,
    /// Makes the figure before it a rate: `$40 each`.
    RateBehind,
    /// The same from behind what it counts: `12 people per day`.
    RateBehindCounted,
    /// Between a part and the whole that it is of, where no article makes the whole a thing of its own.
    Whole,
    /// Makes the figure behind it one that a denial of the clause leaves as it is: `did not name the 12`.
    Definite,
    /// A change before its figure whose direction the words leave open.
    Move,
    /// The same before a share.
    MovePercent,
    /// The same behind a figure.
    MoveBehind,
    /// Makes the figure behind it an age.
    AgeBefore,
    /// Makes the figure before it an age.
    AgeBehind,
    /// Ends an address that a house number begins.
    Address,
    /// What is counted.
    Counter,
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Makes the figure behind it what a change ends at.
    Level,
    /// Makes the figure beside it a rise.
    Rises,
    /// Makes the figure beside it a fall.
    Falls,
    /// States none.
    None,
    /// States one.
    Single,
    /// Makes a small number word behind it count nothing.
    UncountedBefore,
    /// Makes a small number word before it count nothing.
    UncountedBehind,
    /// Cannot begin the name of what is counted.
    NoUnit,
    /// Makes digits a place in an order.
    Ordinal,
    /// Looks back on a stretch of time behind it: `近3天`.
    LooksBack,
    /// A stretch of time.
    Period,
    /// Says that a matter is not settled.
    Open,
    /// Tells a change of any figure beside it.
    PlainChange,
    /// A verb of change, behind which a range names two times: `rose from 80 to 85`.
    Change,
    /// A round number, told as about so many.
    Approximate(u64),
    /// Points of a game, or percentage points behind a change.
    PlainPoints,
    /// Makes two figures the sides of a vote or a score.
    Contest,
    /// Makes the figure before it a level.
    LevelEnd,
    /// The hundredth part of a currency.
    Minor,
    /// Stands between hours and minutes.
    Hour,
    /// Begins a clause of which nothing is said of what follows it.
    Relative,
}

/// A size that a word names without a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The least and the most that it can mean.
    pub hard: (u64, u64),
    /// The least and the most that a reader takes it to mean.
    pub plausible: (u64, u64),
    /// Whether it counts a magnitude behind it: `several hundred`.
    pub counts: bool,
}

impl Size {
    /// A size by its name in a reading file.
    pub fn named(name: &str) -> Option<Self> {
        let few = |most, plausible| Self { hard: (2, most), plausible, counts: true };
        let many = |factor: u64, top: u64| Self {
            hard: (factor, top - 1),
            plausible: (2 * factor, top - 1),
            counts: false,
        };
        Some(match name {
            "couple" => few(3, (2, 2)),
            "several" => few(9, (3, 9)),
            "tens" => many(10, 100),
            "dozens" => many(12, 100),
            "scores" => many(20, 100),
            "hundreds" => many(100, 1_000),
            "thousands" => many(1_000, 10_000),
            "tens-of-thousands" => many(10_000, 100_000),
            "hundreds-of-thousands" => many(100_000, 1_000_000),
            "millions" => many(1_000_000, 10_000_000),
            "tens-of-millions" => many(10_000_000, 100_000_000),
            "hundreds-of-millions" => many(100_000_000, 1_000_000_000),
            "billions" => many(1_000_000_000, 10_000_000_000),
            "tens-of-billions" => many(10_000_000_000, 100_000_000_000),
            "hundreds-of-billions" => many(100_000_000_000, 1_000_000_000_000),
            "trillions" => many(1_000_000_000_000, 10_000_000_000_000),
            _ => return None,
        })
    }
}

/// Every phrase of a language with what it does.
pub(super) fn each(data: &Data, add: &mut impl FnMut(&str, Role)) {
    around_figures(data, add);
    in_figures(data, add);
}

fn around_figures(data: &Data, add: &mut impl FnMut(&str, Role)) {
    let mut all = |phrases: &[String], role| phrases.iter().for_each(|phrase| add(phrase, role));
    for (hedge, words) in &data.hedges {
        all(&words.before, Role::HedgeBefore(*hedge));
        all(&words.behind, Role::HedgeBehind(*hedge));
        all(&words.behind_counted, Role::HedgeBehindCounted(*hedge));
        all(&words.verb, Role::Verb(*hedge));
        all(&words.tally_verb, Role::TallyVerb(*hedge));
    }
    for (words, before, behind) in [
        (&data.negations, Role::NegationBefore, Role::NegationBehind),
        (&data.doubts, Role::DoubtBefore, Role::DoubtBehind),
        (&data.not_counts, Role::NotCountBefore, Role::NotCountBehind),
        (&data.ages, Role::AgeBefore, Role::AgeBehind),
        (&data.uncounted, Role::UncountedBefore, Role::UncountedBehind),
    ] {
        all(&words.before, before);
        all(&words.behind, behind);
    }
    all(&data.minors, Role::Minor);
    all(&data.hours, Role::Hour);
    all(&data.plain_points, Role::PlainPoints);
    all(&data.contests, Role::Contest);
    all(&data.level_ends, Role::LevelEnd);
    all(&data.relatives, Role::Relative);
    all(&data.moves.before, Role::Move);
    all(&data.moves.before_percent, Role::MovePercent);
    all(&data.moves.behind, Role::MoveBehind);
    all(&data.rates.before, Role::RateBefore);
    all(&data.rates.behind, Role::RateBehind);
    all(&data.rates.behind_counted, Role::RateBehindCounted);
    all(&data.doubts.behind_counted, Role::DoubtBehindCounted);
    all(&data.negations.behind_counted, Role::NegationBehindClause);
    for (words, role) in [
        (&data.not_hedges, Role::NotHedge),
        (&data.fillers, Role::Filler),
        (&data.conjunctions, Role::Conjunction),
        (&data.tallies, Role::Tally),
        (&data.addresses, Role::Address),
        (&data.counters, Role::Counter),
        (&data.wholes, Role::Whole),
        (&data.definite, Role::Definite),
        (&data.none, Role::None),
        (&data.single, Role::Single),
        (&data.no_units, Role::NoUnit),
        (&data.looks_back, Role::LooksBack),
        (&data.periods, Role::Period),
        (&data.changes, Role::Change),
        (&data.levels, Role::Level),
        (&data.plain_changes, Role::PlainChange),
        (&data.open, Role::Open),
        (&data.rises.beside, Role::Rises),
        (&data.falls.beside, Role::Falls),
    ] {
        all(words, role);
    }
}

fn in_figures(data: &Data, add: &mut impl FnMut(&str, Role)) {
    for (words, role) in [
        (&data.numeral_joiners, Role::Joiner),
        (&data.articles, Role::Article),
        (&data.ratio, Role::Ratio),
        (&data.point, Role::Point),
        (&data.share_ends, Role::ShareEnd),
        (&data.exactly, Role::Exactly),
        (&data.minus, Role::Minus),
        (&data.percent, Role::Percent),
        (&data.percentage_points, Role::Points),
        (&data.ranges_between, Role::Between),
    ] {
        words.iter().for_each(|phrase| add(phrase, role));
    }
    data.magnitudes.iter().for_each(|(phrase, factor)| add(phrase, Role::Magnitude(*factor)));
    data.numerals.iter().for_each(|(phrase, value)| add(phrase, Role::Numeral(*value)));
    data.denominators.iter().for_each(|(phrase, parts)| add(phrase, Role::Denominator(*parts)));
    data.approximate.iter().for_each(|(phrase, value)| add(phrase, Role::Approximate(*value)));
    for (phrase, (count, parts)) in &data.fractions {
        add(phrase, Role::Fraction(*count, *parts));
    }
    for (phrase, (count, parts)) in &data.parts {
        add(phrase, Role::Part(*count, *parts));
    }
    for (name, phrases) in &data.vague {
        if let Some(size) = Size::named(name) {
            phrases.iter().for_each(|phrase| add(phrase, Role::Vague(size)));
        }
    }
    for (ix, (phrase, _)) in data.currencies.iter().enumerate() {
        add(phrase, Role::Currency(ix as u16));
    }
    for (ix, (_, names)) in data.units.iter().enumerate() {
        names.iter().for_each(|name| add(name, Role::Unit(ix as u16)));
    }
    for (ix, (opens, goes_on)) in data.ranges_around.iter().enumerate() {
        add(opens, Role::RangeOpens(ix as u8));
        add(goes_on, Role::RangeGoesOn(ix as u8));
    }
    // `3.` is a place in an order in some languages, and the end of a sentence in all.
    for suffix in data.ordinals.suffixes.iter().filter(|suffix| suffix.chars().all(char::is_alphabetic)) {
        let glued = format!("-{}", suffix.trim_start_matches('-'));
        add(&glued, Role::Ordinal);
    }
}
