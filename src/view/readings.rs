//! What a claim's words are taken to mean, in words; entry point [`reading`].

use rust_decimal::Decimal;

use crate::model::{
    Bound, Claim, Corpus, Fact, FactKind, Hedge, Interval, Quantity, Reading, SetItem, Wording,
};
use crate::value::date;

/// What a claim's words are read as, where that says more than the words themselves.
pub fn reading(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let text = match &claim.reading {
        Reading::Quantity(quantity) => quantity_words(&in_whole_things(&corpus[claim.fact], quantity))?,
        Reading::Entity(entity) => corpus[(*entity)?].name.clone(),
        Reading::Position(_) => claim.reading.position(&corpus[claim.fact].kind)?.label.clone(),
        Reading::Date(_) | Reading::Set(_) | Reading::Text | Reading::YesNo(_) => return None,
    };
    (text != claim.words).then_some(text)
}

/// The words of a claim as a heading shows them: a position by its label, anything else as written.
pub fn headline(corpus: &Corpus, claim: &Claim) -> String {
    match &claim.reading {
        Reading::Position(_) => {
            let position = claim.reading.position(&corpus[claim.fact].kind);
            position.map_or(&claim.words, |position| &position.label).clone()
        }
        Reading::Date(date) => date::bare_words(date),
        Reading::Set(items) => members(corpus, items),
        Reading::YesNo(true) => "Yes".to_owned(),
        Reading::YesNo(false) => "No".to_owned(),
        Reading::Quantity(_) | Reading::Entity(_) | Reading::Text => claim.words.clone(),
    }
}

/// The members of a list as its source names them; an entity's key is no word of anybody's.
fn members(corpus: &Corpus, items: &[SetItem]) -> String {
    let name = |item: &SetItem| match item.entity {
        Some(entity) if corpus[entity].id.as_str() == item.words => corpus[entity].name.clone(),
        Some(_) | None => item.words.clone(),
    };
    items.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// How a source words an answer, where that bears on the comparison.
pub fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Announced => "date of an announcement",
        Wording::Published => "date of publication",
        Wording::Reported => "date of the report",
        Wording::Corrected => "worded as a correction",
    }
}

/// What a fact's figures count; `None` where it does not ask for figures.
pub fn unit(fact: &Fact) -> Option<String> {
    match &fact.kind {
        FactKind::Count { unit, .. } => Some(unit.clone()),
        FactKind::Money { unit, .. } => unit.as_ref().map(|unit| format!("per {unit}")),
        FactKind::Percent { unit, .. } => unit.as_ref().map(|unit| format!("per cent of {unit}")),
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => None,
    }
}

/// A figure with thousands separated by commas.
pub fn figure(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut out = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A count's ends are whole numbers: nobody counts a quarter of a province.
fn in_whole_things(fact: &Fact, quantity: &Quantity) -> Quantity {
    let whole = |interval: Interval| Interval {
        low: match interval.low {
            Bound::Closed(value) => Bound::Closed(value.ceil()),
            open @ (Bound::Open(_) | Bound::Unbounded) => open,
        },
        high: match interval.high {
            Bound::Closed(value) => Bound::Closed(value.floor()),
            open @ (Bound::Open(_) | Bound::Unbounded) => open,
        },
    };
    match fact.kind {
        FactKind::Count { .. } => {
            Quantity { hard: whole(quantity.hard), plausible: whole(quantity.plausible), ..quantity.clone() }
        }
        FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => quantity.clone(),
    }
}

/// A figure as read, with what it leaves open; `None` for a bare exact figure.
fn quantity_words(quantity: &Quantity) -> Option<String> {
    let number = &quantity.number;
    let unit = |text: String| match (&number.currency, number.percent) {
        (Some(currency), _) => format!("{currency} {text}"),
        (None, true) => format!("{text} per cent"),
        (None, false) => text,
    };
    if quantity.hard == quantity.plausible {
        let point =
            matches!((quantity.hard.low, quantity.hard.high), (Bound::Closed(a), Bound::Closed(b)) if a == b);
        let spelled = figure(number.low);
        return (!point || number.currency.is_some() || number.percent)
            .then(|| unit(if point { spelled } else { interval_words(quantity.hard) }));
    }
    Some(match number.hedge {
        Hedge::Exact => unit(format!("{}, perhaps rounded", figure(number.low))),
        Hedge::About
        | Hedge::MoreThan
        | Hedge::AtLeast
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan
        | Hedge::Range
        | Hedge::Vague => {
            format!(
                "{}; plausibly {}",
                unit(interval_words(quantity.hard)),
                interval_words(quantity.plausible)
            )
        }
    })
}

/// An interval in words: `above 1,000`, `200 to 250`.
fn interval_words(interval: Interval) -> String {
    match (interval.low, interval.high) {
        (Bound::Unbounded, Bound::Unbounded) => "any figure".to_owned(),
        (low, Bound::Unbounded) => low_words(low),
        (Bound::Unbounded, high) => high_words(high),
        (Bound::Closed(low), Bound::Closed(high)) => format!("{} to {}", figure(low), figure(high)),
        (low, high) => format!("{}, {}", low_words(low), high_words(high)),
    }
}

fn low_words(bound: Bound) -> String {
    match bound {
        Bound::Closed(value) => format!("at least {}", figure(value)),
        Bound::Open(value) => format!("above {}", figure(value)),
        Bound::Unbounded => "any figure".to_owned(),
    }
}

fn high_words(bound: Bound) -> String {
    match bound {
        Bound::Closed(value) => format!("at most {}", figure(value)),
        Bound::Open(value) => format!("below {}", figure(value)),
        Bound::Unbounded => "any figure".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_by_thousands() {
        let check = |text: &str, expected: &str| assert_eq!(figure(text.parse().unwrap()), expected);
        check("1208", "1,208");
        check("40000000000", "40,000,000,000");
        check("999", "999");
        check("-1234.50", "-1,234.5");
    }

    #[test]
    fn open_ends_are_said_as_above_and_below() {
        let above = Interval { low: Bound::Open(1000.into()), high: Bound::Closed(2000.into()) };
        assert_eq!(interval_words(above), "above 1,000, at most 2,000");
        let below = Interval { low: Bound::Closed(0.into()), high: Bound::Open(50.into()) };
        assert_eq!(interval_words(below), "at least 0, below 50");
    }
}
