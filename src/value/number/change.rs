//! The direction of a change: `+3 %`, `-3 %`, `fell by 3 %`; entry points [`split`] and [`apply`] for
//! what an author writes, [`RISES`] and [`FALLS`] for the words.
//!
//! A fall is kept as a figure below zero, so that it never agrees with a rise of the same size. Its
//! hedge stays that of the words: what fell by more than 3 % is below -3 %.

use rust_decimal::Decimal;

use super::super::scan::{Cursor, Token, digit, is_dash};
use crate::model::{Change, Hedge, Number};

/// Words of one direction in one language; `*` stands for any ending.
pub(in crate::value) struct Direction {
    /// Verbs and nouns that stand before a figure: `fell by`, `a fall of`.
    pub(in crate::value) before: &'static [&'static str],
    /// Those before a per cent figure only: whoever lost 500 soldiers lost them.
    pub(in crate::value) before_percent: &'static [&'static str],
    /// Nouns that stand behind a per cent figure, with a word or two between: `a 3 % annual fall`.
    pub(in crate::value) nouns_behind: &'static [&'static str],
    /// Words that stand right behind a figure: `3 % lower`.
    pub(in crate::value) behind: &'static [&'static str],
}

/// What rises, in English.
pub(in crate::value) const RISES: Direction = Direction {
    before: &[
        "rise",
        "rises",
        "rose",
        "risen",
        "rising",
        "grow",
        "grows",
        "grew",
        "grown",
        "growing",
        "growth",
        "increas*",
        "climb*",
        "surge*",
        "surging",
        "soar*",
        "expand*",
        "expansion",
        "swell*",
        "swollen",
        "appreciat*",
        "uptick",
        "upturn",
        "higher",
    ],
    before_percent: &[
        "up", "gain*", "jump*", "leap*", "spike*", "rall*", "advance*", "add", "adds", "added", "hike*",
        "rocket*",
    ],
    nouns_behind: &[
        "rise",
        "increase",
        "growth",
        "gain",
        "jump",
        "surge",
        "hike",
        "climb",
        "uptick",
        "upturn",
        "expansion",
        "leap",
        "spike",
        "rally",
    ],
    behind: &["higher", "more", "up"],
};

/// What falls, in English.
pub(in crate::value) const FALLS: Direction = Direction {
    before: &[
        "fall",
        "falls",
        "fell",
        "fallen",
        "falling",
        "declin*",
        "decreas*",
        "shrink*",
        "shrank",
        "shrunk*",
        "plung*",
        "plummet*",
        "slump*",
        "tumbl*",
        "dwindl*",
        "reduc*",
        "contracted",
        "contracts",
        "contracting",
        "contraction",
        "depreciat*",
        "downturn",
        "diminish*",
        "lowered",
        "lowering",
    ],
    before_percent: &[
        "down", "drop*", "lost", "lose", "loses", "losing", "loss", "losses", "slid", "slide*", "sliding",
        "sank", "sunk", "sink*", "dip", "dips", "dipped", "slip*", "shed", "sheds", "shedding", "crash*",
        "collaps*", "cut", "cuts", "cutting", "eased", "retreat*", "weaken*", "lower",
    ],
    nouns_behind: &[
        "fall",
        "drop",
        "decline",
        "decrease",
        "cut",
        "reduction",
        "loss",
        "dip",
        "slump",
        "plunge",
        "contraction",
        "slide",
        "downturn",
        "shrinkage",
        "collapse",
    ],
    behind: &["lower", "less", "fewer", "down"],
};

impl Direction {
    /// Whether a word before a figure has this direction; `by` or `of` between them makes sure of it.
    pub(in crate::value) fn leads(&self, word: &str, percent: bool) -> bool {
        is_one(word, self.before) || percent && is_one(word, self.before_percent)
    }
}

/// Whether a word is one of these, in any case.
pub(in crate::value) fn is_one(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| match known.strip_suffix('*') {
        Some(stem) => word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem)),
        None => word.eq_ignore_ascii_case(known),
    })
}

/// The direction of a word in words that an author writes.
fn direction(word: &str) -> Option<Change> {
    if RISES.leads(word, true) {
        Some(Change::Rise)
    } else if FALLS.leads(word, true) {
        Some(Change::Fall)
    } else {
        None
    }
}

/// The direction that words begin with, and where its figure begins: `+3 %`, `down 3 %`, `a rise of 3 %`.
pub(super) fn split(words: &str) -> Option<(Change, usize)> {
    let mut cursor = Cursor::new(words);
    let mut found = None;
    while let Some((placed, rest)) = cursor.next() {
        match placed.token {
            Token::Symbol('+') if found.is_none() => return Some((Change::Rise, placed.end)),
            Token::Word(word) if found.is_none() => match direction(word) {
                Some(change) => found = Some(change),
                None if is_one(
                    word,
                    &["a", "an", "the", "was", "were", "is", "are", "has", "have", "plus"],
                ) =>
                {
                    if word.eq_ignore_ascii_case("plus") {
                        return Some((Change::Rise, placed.end));
                    }
                }
                None => return None,
            },
            Token::Word(word)
                if word.ends_with("ly") && !is_one(word, &["nearly", "roughly", "approximately"]) => {}
            Token::Word(word) if is_one(word, &["by", "of"]) => {
                return found.map(|change| (change, placed.end));
            }
            // `rose to 500` is a level, and `up to 500` a hedge.
            Token::Word(word) if is_one(word, &["to", "from"]) => return None,
            Token::Symbol(c) if is_dash(c) => return None,
            Token::Word(_) | Token::Symbol(_) | Token::Digits(_) => {
                return found.map(|change| (change, placed.start));
            }
        }
        cursor = rest;
    }
    None
}

/// A figure with its direction, a fall below zero; `None` where it has another sign already.
pub(in crate::value) fn apply(number: Number, change: Change) -> Option<Number> {
    let signs = number.low < Decimal::ZERO || number.high < Decimal::ZERO;
    (!signs).then(|| match change {
        Change::Rise => Number { change: Some(change), ..number },
        Change::Fall => Number {
            low: -number.high,
            high: -number.low,
            plausible: number.plausible.map(|(low, high)| (-high, -low)),
            change: Some(change),
            ..number
        },
    })
}

/// A figure with a minus sign is a fall, unless a hedge bounds it: more than -3 % may be a rise.
pub(in crate::value) fn signed(number: Number) -> Number {
    let is_bounded = match number.hedge {
        Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::FewerThan => true,
        Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Vague => false,
    };
    let is_fall = !is_bounded && number.high < Decimal::ZERO;
    Number { change: number.change.or(is_fall.then_some(Change::Fall)), ..number }
}

/// Whether words have a figure at all, so that a direction can be looked for.
pub(super) fn has_digit(words: &str) -> bool {
    words.contains(|c| digit(c).is_some())
}
