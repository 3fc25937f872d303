//! Figures as the generator writes them for readers: [`words`] and [`group_digits`].

use rust_decimal::Decimal;

use crate::model::{Change, Hedge, Number};

/// A number in a reader's words: `more than 1,000`, `about $40 billion`, `25 %`.
pub fn words(number: &Number) -> String {
    match number.change {
        None => level(number),
        Some(Change::Rise) if number.hedge == Hedge::Exact => format!("+{}", level(number)),
        Some(Change::Rise) => format!("up {}", level(number)),
        Some(Change::Fall) if number.hedge == Hedge::Exact => level(number),
        Some(Change::Fall) => format!("down {}", level(&number.size())),
    }
}

/// A number whose direction, if it has one, is told beside it.
fn level(number: &Number) -> String {
    let text = match number.hedge {
        Hedge::Vague => vague(number),
        Hedge::Exact
        | Hedge::About
        | Hedge::MoreThan
        | Hedge::AtLeast
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan
        | Hedge::Range => {
            let figures = if number.low == number.high { figure(number, number.low) } else { span(number) };
            format!("{}{figures}", hedge(number.hedge))
        }
    };
    match &number.unit {
        Some(unit) if number.currency.is_some() && PERIODS.contains(&unit.as_str()) => {
            format!("{text} a {unit}")
        }
        _ => text,
    }
}

const PERIODS: [&str; 4] = ["year", "month", "week", "day"];

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

/// The vague words that allow exactly these figures, or the figures themselves.
fn vague(number: &Number) -> String {
    const PHRASES: [(&str, i64, i64); 22] = [
        ("a couple", 2, 3),
        ("several", 2, 9),
        ("tens", 10, 99),
        ("dozens", 12, 99),
        ("scores", 20, 99),
        ("hundreds", 100, 999),
        ("thousands", 1_000, 9_999),
        ("tens of thousands", 10_000, 99_999),
        ("hundreds of thousands", 100_000, 999_999),
        ("millions", 1_000_000, 9_999_999),
        ("tens of millions", 10_000_000, 99_999_999),
        ("hundreds of millions", 100_000_000, 999_999_999),
        ("billions", 1_000_000_000, 9_999_999_999),
        ("tens of billions", 10_000_000_000, 99_999_999_999),
        ("hundreds of billions", 100_000_000_000, 999_999_999_999),
        ("trillions", 1_000_000_000_000, 9_999_999_999_999),
        ("several dozen", 24, 119),
        ("several hundred", 200, 999),
        ("several thousand", 2_000, 9_999),
        ("several hundred thousand", 200_000, 999_999),
        ("several million", 2_000_000, 9_999_999),
        ("several billion", 2_000_000_000, 9_999_999_999),
    ];
    let (low, high) = (number.low, number.high);
    let same =
        |(_, least, most): &&(&str, i64, i64)| (Decimal::from(*least), Decimal::from(*most)) == (low, high);
    match (PHRASES.iter().find(same).map(|(phrase, ..)| *phrase), number.currency.as_deref()) {
        (Some(phrase), None) => phrase.to_owned(),
        (Some(phrase), Some(code)) => format!("{phrase} of {code}"),
        (None, _) => span(number),
    }
}

fn span(number: &Number) -> String {
    let high = figure(number, number.high);
    let low = figure(&Number { percent: false, ..number.clone() }, number.low);
    match (magnitude(number, number.low), magnitude(number, number.high)) {
        // One sign and one magnitude serve both ends: `$5–10 billion`.
        (Some((low_part, word)), Some((high_part, same))) if word == same => {
            let (before, after) = affixes(number);
            format!("{before}{}–{} {word}{after}", short(low_part), short(high_part))
        }
        (None, None) => match affixes(number) {
            (before, _) if !before.is_empty() => {
                format!("{low}–{}", high.trim_start_matches(before.as_str()))
            }
            _ => format!("{low}–{high}"),
        },
        _ => format!("{low} to {high}"),
    }
}

fn figure(number: &Number, value: Decimal) -> String {
    let (before, after) = affixes(number);
    match magnitude(number, value) {
        Some((part, word)) => format!("{before}{} {word}{after}", short(part)),
        None => format!("{before}{}{after}", short(value)),
    }
}

/// At most two decimals, since `33.333 %` says no more than `33.33 %`.
fn short(value: Decimal) -> String {
    group_digits(value.round_dp(2))
}

/// Money from a million on is written with the word for its magnitude.
fn magnitude(number: &Number, value: Decimal) -> Option<(Decimal, &'static str)> {
    number.currency.as_ref()?;
    const STEPS: [(i64, &str); 3] =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    STEPS.iter().find_map(|&(step, word)| {
        let part = value.checked_div(Decimal::from(step))?;
        (part.abs() >= Decimal::ONE && part == part.round_dp(2)).then_some((part, word))
    })
}

/// What stands before and behind a figure.
fn affixes(number: &Number) -> (String, &'static str) {
    let before = match number.currency.as_deref() {
        None => String::new(),
        Some("USD") => "$".to_owned(),
        Some("EUR") => "€".to_owned(),
        Some("GBP") => "£".to_owned(),
        Some(code) => format!("{code} "),
    };
    (before, if number.percent { " %" } else { "" })
}

/// The words of a hedge.
pub(super) fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => "",
        Hedge::About => "about ",
        Hedge::MoreThan => "more than ",
        Hedge::AtLeast => "at least ",
        Hedge::Nearly => "nearly ",
        Hedge::UpTo => "up to ",
        Hedge::FewerThan => "fewer than ",
    }
}
