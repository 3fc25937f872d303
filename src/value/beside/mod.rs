//! What the words around a figure make of it: a hedge, something else than a count, or nothing that can be
//! read; starts at [`read`].
//!
//! A figure counts as read only where the words beside it are read too. Hedges are looked for before the figure, behind it, behind
//! what it counts, in brackets and in the verb, within its clause; a denial or a doubt leaves the
//! figure unread, and so do two hedges that differ.

mod added;
mod address;
mod apart;
mod before;
mod neighbour;
mod verbs;
mod behind;
mod endings;
pub(in crate::value) mod clause;

use std::ops::Range;

use rust_decimal::Decimal;

use super::lexicon::Lexicon;
use super::number::figure::Figure;
use super::scan::digit;
use crate::model::Hedge;
use before::ChangeBefore;

/// What a figure is with the words around it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Beside {
    /// A figure with its hedge.
    Figure(Figure),
    /// Part of something else: an age, an address, the name of a thing.
    Other(Figure, Part),
    /// What stands around it cannot be read with certainty.
    Unread(Figure, Why),
}

/// What a figure is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// An age, in years, with the words that say so.
    Age(usize, usize),
    /// What the words in this stretch name.
    Of(usize, usize),
    /// A rate, with the words that say so.
    Rate(usize, usize),
    /// Hundredths of some money, with the word for them.
    Minor(usize, usize),
}

/// Why a figure is not read, with the stretch of the words that leave it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The words deny it.
    Denied(usize, usize),
    /// The words could change it.
    Doubt(usize, usize),
    /// A hedge or magnitude of another language.
    Foreign(usize, usize),
    /// A word of a language that is not read.
    Unknown(usize, usize),
    /// Two hedges that differ.
    TwoHedges(usize, usize),
    /// Only a part of a longer figure.
    Fragment(usize, usize),
    /// A part of something is of it, which no article makes a thing of its own: `9 out of 12`.
    Whole(usize, usize),
    /// A change whose direction the words leave open.
    Move(usize, usize),
}

impl Part {
    /// The words that say so, with the figure.
    pub(super) fn with(self, figure: Range<usize>) -> Range<usize> {
        let (Self::Age(start, end) | Self::Of(start, end) | Self::Rate(start, end) | Self::Minor(start, end)) =
            self;
        start.min(figure.start)..end.max(figure.end)
    }
}

impl Why {
    /// The words that leave the figure unread.
    pub(super) fn range(self) -> Range<usize> {
        match self {
            Self::Denied(start, end)
            | Self::Doubt(start, end)
            | Self::Foreign(start, end)
            | Self::Unknown(start, end)
            | Self::TwoHedges(start, end)
            | Self::Fragment(start, end)
            | Self::Whole(start, end)
            | Self::Move(start, end) => start..end,
        }
    }

    /// What the words do: lower case, no full stop.
    pub(super) fn reason(self, words: &str) -> String {
        match self {
            Self::Denied(..) => format!("`{words}` denies the figure"),
            Self::Doubt(..) => format!("`{words}` could change the figure"),
            Self::Foreign(..) => {
                format!("`{words}` may change the figure in another language than the article's")
            }
            Self::Unknown(..) => format!("`{words}` is in a language whose figures are not read"),
            Self::TwoHedges(..) => format!("`{words}` hedges the figure twice"),
            Self::Fragment(..) => format!("the figure goes on in `{words}`"),
            Self::Whole(..) => format!("`{words}` makes the figure the whole of a share"),
            Self::Move(..) => format!("`{words}` is a change, and does not say whether up or down"),
        }
    }
}

/// A figure with the words around it, and the stretch of figure and hedges; nothing before `floor` is read.
pub(super) fn read(
    (text, floor): (&str, usize),
    figure: Figure,
    range: Range<usize>,
    lexicon: &'static Lexicon,
) -> (Beside, Range<usize>) {
    let before = before::read(text, floor, range.clone(), lexicon);
    let mut behind = behind::read(text, range.end, lexicon);
    behind.part = behind.part.or_else(|| apart::ordinal(text, range.clone(), lexicon));
    behind.part = behind.part.or_else(|| apart::enclosed(text, range.clone(), lexicon));
    behind.part = behind.part.or_else(|| apart::apposed(text, range.clone(), lexicon));
    behind.why = behind.why.or_else(|| endings::of_verb(text, range.end, lexicon));
    behind.why = behind.why.or_else(|| endings::of_verb_before(text, floor, range.start, lexicon));
    if let Some((start, end)) = behind.points
        && (before.change != ChangeBefore::None || is_by(text, range.start))
    {
        behind.part = behind.part.or(Some(Part::Of(start, end)));
    }
    let stretch = before.start..behind.end;
    let figure = match behind.scale.map(|factor| scaled(figure, factor)) {
        Some(Some(figure)) => figure,
        Some(None) => return (Beside::Unread(figure, Why::Fragment(range.end, behind.end)), stretch),
        None => figure,
    };
    // Behind a verb of change a range names what was and what is.
    let is_change = before.change == ChangeBefore::Directly
        && figure.hedge == Hedge::Range
        && !text[range].starts_with(|c| digit(c).is_some());
    let figure = if is_change { Figure { hedge: Hedge::Exact, low: figure.high, ..figure } } else { figure };
    let figure = Figure { start: stretch.start, ..figure };
    let past = || Why::Doubt(stretch.start, behind.end);
    let past = (before.looks_back && behind.is_period).then(past);
    if let Some(why) = before.why.or(behind.why).or(past) {
        return (Beside::Unread(figure, why), stretch);
    }
    let told = |figure: Figure| match before.part.or(behind.part) {
        Some(part) => Beside::Other(figure, part),
        None => Beside::Figure(figure),
    };
    let twice = Why::TwoHedges(stretch.start, stretch.end);
    let hedges = [before.hedge, before.verb, behind.hedge];
    let mut stated = hedges.into_iter().flatten();
    let Some(hedge) = stated.next() else {
        let plausible = if before.is_exact { Some((figure.low, figure.high)) } else { figure.plausible };
        return (told(Figure { plausible, ..figure }), stretch);
    };
    if stated.any(|other| other != hedge) || before.is_exact {
        return (Beside::Unread(figure, twice), stretch);
    }
    match qualify(hedge, figure) {
        Some(figure) => (told(figure), stretch),
        None => (Beside::Unread(figure, twice), stretch),
    }
}

/// Where a figure that ends here ends with the hedge behind it; `None` where the words behind it scale it.
pub(super) fn end(text: &str, figure: usize, lexicon: &'static Lexicon) -> Option<usize> {
    let behind = behind::read(text, figure, lexicon);
    behind.scale.is_none().then_some(behind.end)
}

/// Whether `by` leads to a figure, which then tells a difference.
fn is_by(text: &str, figure: usize) -> bool {
    text[..figure].trim_end().to_lowercase().ends_with(" by")
}

/// Whether a hedge stands before a place.
pub(super) fn is_led(text: &str, floor: usize, at: usize, lexicon: &'static Lexicon) -> bool {
    before::read(text, floor, at..at, lexicon).hedge.is_some()
}

/// The figure under a hedge; `at least several hundred` bounds the least that the vague words allow.
fn qualify(hedge: Hedge, figure: Figure) -> Option<Figure> {
    match figure.hedge {
        // A hedge on a range makes sense only where it does not narrow one end.
        Hedge::Range => (hedge == Hedge::About).then_some(Figure { hedge, plausible: None, ..figure }),
        Hedge::Vague => Some(match hedge {
            Hedge::MoreThan | Hedge::AtLeast => {
                Figure { hedge: Hedge::AtLeast, high: figure.low, plausible: None, ..figure }
            }
            Hedge::UpTo | Hedge::FewerThan => {
                Figure { hedge: Hedge::UpTo, low: figure.high, plausible: None, ..figure }
            }
            Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => figure,
        }),
        // `plus d'une vingtaine` says more than twenty.
        Hedge::About if figure.low == figure.high => Some(Figure { hedge, plausible: None, ..figure }),
        stated => {
            (stated == Hedge::Exact || stated == hedge).then_some(Figure { hedge, plausible: None, ..figure })
        }
    }
}

/// In `20多万` the magnitude stands behind the hedge.
fn scaled(figure: Figure, factor: Decimal) -> Option<Figure> {
    let (low, high) = (figure.low.checked_mul(factor)?, figure.high.checked_mul(factor)?);
    Some(Figure { low, high, ..figure })
}
