//! Figures as the generator writes them for readers: [`FigureWords::told`] in any language, [`words`] in
//! English, and [`group_digits`].
//!
//! What is English stands in [`FigureWords::ENGLISH`], and nowhere else but in the language file that pages
//! are written from; a test of `language` holds the two to each other.

use rust_decimal::Decimal;

use crate::model::{Change, Hedge, Number};

/// The words and patterns in which a language tells figures; `{…}` are the places to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureWords<'a> {
    /// `{figure}`, approximate.
    pub about: &'a str,
    /// More than `{figure}`.
    pub more_than: &'a str,
    /// `{figure}` or more.
    pub at_least: &'a str,
    /// Almost `{figure}`.
    pub nearly: &'a str,
    /// `{figure}` or less.
    pub up_to: &'a str,
    /// Less than `{figure}`.
    pub fewer_than: &'a str,
    /// A rise by a hedged `{figure}`.
    pub up: &'a str,
    /// A fall by a hedged `{figure}`.
    pub down: &'a str,
    /// `{low}` and `{high}` with one sign.
    pub span: &'a str,
    /// `{low}` and `{high}` with signs of their own.
    pub span_long: &'a str,
    /// A share.
    pub percent: &'a str,
    /// Millions, thousand millions and million millions.
    pub magnitudes: [&'a str; 3],
    /// Money with a `{sign}`, and with the `{code}` of its currency.
    pub money: [&'a str; 2],
    /// Money a year, month, week and day.
    pub per: [&'a str; 4],
    /// Sizes in words, as `SIZES` has them.
    pub sizes: [&'a str; N_SIZES],
    /// A size in `{words}` of money with a `{code}`.
    pub size_of_money: &'a str,
}

/// How many sizes there are.
pub const N_SIZES: usize = 22;

/// The least and the most that each size in words allows.
const SIZES: [(i64, i64); N_SIZES] = [
    (2, 3),
    (2, 9),
    (10, 99),
    (12, 99),
    (20, 99),
    (100, 999),
    (1_000, 9_999),
    (10_000, 99_999),
    (100_000, 999_999),
    (1_000_000, 9_999_999),
    (10_000_000, 99_999_999),
    (100_000_000, 999_999_999),
    (1_000_000_000, 9_999_999_999),
    (10_000_000_000, 99_999_999_999),
    (100_000_000_000, 999_999_999_999),
    (1_000_000_000_000, 9_999_999_999_999),
    (24, 119),
    (200, 999),
    (2_000, 9_999),
    (200_000, 999_999),
    (2_000_000, 9_999_999),
    (2_000_000_000, 9_999_999_999),
];

/// Units of time that money is told by.
const PERIODS: [&str; 4] = ["year", "month", "week", "day"];

impl FigureWords<'static> {
    /// English.
    pub const ENGLISH: Self = Self {
        about: "about {figure}",
        more_than: "more than {figure}",
        at_least: "at least {figure}",
        nearly: "nearly {figure}",
        up_to: "up to {figure}",
        fewer_than: "fewer than {figure}",
        up: "up {figure}",
        down: "down {figure}",
        span: "{low}–{high}",
        span_long: "{low} to {high}",
        percent: "{figure} %",
        magnitudes: ["{figure} million", "{figure} billion", "{figure} trillion"],
        money: ["{sign}{figure}", "{code} {figure}"],
        per: ["{figure} a year", "{figure} a month", "{figure} a week", "{figure} a day"],
        sizes: [
            "a couple",
            "several",
            "tens",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens of thousands",
            "hundreds of thousands",
            "millions",
            "tens of millions",
            "hundreds of millions",
            "billions",
            "tens of billions",
            "hundreds of billions",
            "trillions",
            "several dozen",
            "several hundred",
            "several thousand",
            "several hundred thousand",
            "several million",
            "several billion",
        ],
        size_of_money: "{words} of {code}",
    };
}

/// A number in a reader's words: `more than 1,000`, `about $40 billion`, `25 %`.
pub fn words(number: &Number) -> String {
    FigureWords::ENGLISH.told(number, &group_digits)
}

/// The place of the size that allows exactly these figures.
fn size(number: &Number) -> Option<usize> {
    let is = |(least, most): &(i64, i64)| {
        (Decimal::from(*least), Decimal::from(*most)) == (number.low, number.high)
    };
    SIZES.iter().position(is)
}

impl FigureWords<'_> {
    /// A number in a reader's words; `digits` writes a plain decimal.
    pub fn told(&self, number: &Number, digits: &dyn Fn(Decimal) -> String) -> String {
        match number.change {
            None => self.level(number, digits),
            Some(Change::Rise) if number.hedge == Hedge::Exact => format!("+{}", self.level(number, digits)),
            Some(Change::Rise) => put(self.up, "{figure}", &self.level(number, digits)),
            Some(Change::Fall) if number.hedge == Hedge::Exact => self.level(number, digits),
            Some(Change::Fall) => put(self.down, "{figure}", &self.level(&number.size(), digits)),
        }
    }

    /// A number whose direction, if it has one, is told beside it.
    fn level(&self, number: &Number, digits: &dyn Fn(Decimal) -> String) -> String {
        let text = match (number.hedge, size(number)) {
            (Hedge::Vague, Some(size)) => match number.currency.as_deref() {
                None => self.sizes[size].to_owned(),
                Some(code) => put(&put(self.size_of_money, "{words}", self.sizes[size]), "{code}", code),
            },
            (hedge, _) => {
                let figures = if number.low == number.high {
                    self.figure(number, number.low, digits)
                } else {
                    self.range(number, digits)
                };
                put(self.hedge(hedge), "{figure}", &figures)
            }
        };
        let period = number.unit.as_ref().filter(|_| number.currency.is_some());
        match period.and_then(|unit| PERIODS.iter().position(|period| period == unit)) {
            Some(period) => put(self.per[period], "{figure}", &text),
            None => text,
        }
    }

    fn hedge(&self, hedge: Hedge) -> &str {
        match hedge {
            Hedge::Exact | Hedge::Range | Hedge::Vague => "{figure}",
            Hedge::About => self.about,
            Hedge::MoreThan => self.more_than,
            Hedge::AtLeast => self.at_least,
            Hedge::Nearly => self.nearly,
            Hedge::UpTo => self.up_to,
            Hedge::FewerThan => self.fewer_than,
        }
    }

    fn range(&self, number: &Number, digits: &dyn Fn(Decimal) -> String) -> String {
        let between = |pattern: &str, low: &str, high: &str| put(&put(pattern, "{low}", low), "{high}", high);
        match (magnitude(number, number.low), magnitude(number, number.high)) {
            // One sign and one magnitude serve both ends: `$5–10 billion`.
            (Some((low, word)), Some((high, same))) if word == same => {
                let ends = between(self.span, &digits(short(low)), &digits(short(high)));
                self.marked(number, &put(self.magnitudes[word], "{figure}", &ends))
            }
            (None, None) => {
                let ends = between(self.span, &digits(short(number.low)), &digits(short(number.high)));
                self.marked(number, &ends)
            }
            _ => {
                let plain = Number { percent: false, ..number.clone() };
                let low = self.figure(&plain, number.low, digits);
                between(self.span_long, &low, &self.figure(number, number.high, digits))
            }
        }
    }

    fn figure(&self, number: &Number, value: Decimal, digits: &dyn Fn(Decimal) -> String) -> String {
        let figure = match magnitude(number, value) {
            Some((part, word)) => put(self.magnitudes[word], "{figure}", &digits(short(part))),
            None => digits(short(value)),
        };
        self.marked(number, &figure)
    }

    /// A figure with the mark of its currency or of a share.
    fn marked(&self, number: &Number, figure: &str) -> String {
        let [with_sign, with_code] = self.money;
        let money = match number.currency.as_deref() {
            None => figure.to_owned(),
            Some(code) => match SIGNS.iter().find(|(known, _)| *known == code) {
                Some((_, sign)) => put(&put(with_sign, "{sign}", sign), "{figure}", figure),
                None => put(&put(with_code, "{code}", code), "{figure}", figure),
            },
        };
        if number.percent { put(self.percent, "{figure}", &money) } else { money }
    }
}

/// Currencies that everybody knows by their sign.
const SIGNS: [(&str, &str); 3] = [("USD", "$"), ("EUR", "€"), ("GBP", "£")];

fn put(pattern: &str, place: &str, text: &str) -> String {
    pattern.replacen(place, text, 1)
}

/// At most two decimals, since `33.333 %` says no more than `33.33 %`.
fn short(value: Decimal) -> Decimal {
    value.round_dp(2)
}

/// Money from a million on is written with the word for its magnitude, here by its place.
fn magnitude(number: &Number, value: Decimal) -> Option<(Decimal, usize)> {
    number.currency.as_ref()?;
    const STEPS: [i64; 3] = [1_000_000, 1_000_000_000, 1_000_000_000_000];
    STEPS.iter().enumerate().rev().find_map(|(word, &step)| {
        let part = value.checked_div(Decimal::from(step))?;
        (part.abs() >= Decimal::ONE && part == part.round_dp(2)).then_some((part, word))
    })
}

/// A decimal with its digits grouped by three: `1,208`, `40,000,000.5`.
pub fn group_digits(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 1);
    text.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// The words of a hedge.
pub(super) fn hedge(hedge: Hedge) -> &'static str {
    let pattern = match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => "",
        Hedge::About => FigureWords::ENGLISH.about,
        Hedge::MoreThan => FigureWords::ENGLISH.more_than,
        Hedge::AtLeast => FigureWords::ENGLISH.at_least,
        Hedge::Nearly => FigureWords::ENGLISH.nearly,
        Hedge::UpTo => FigureWords::ENGLISH.up_to,
        Hedge::FewerThan => FigureWords::ENGLISH.fewer_than,
    };
    pattern.trim_end_matches("{figure}")
}
