//! What a claim's words are taken to mean, in words; entry point [`reading`].

use rust_decimal::Decimal;

use super::Here;
use crate::check;
use crate::language::{Key, Language, Value};
use crate::model::{
    Bound, Change, Claim, Corpus, Fact, FactKind, Hedge, Interval, Number, Quantity, Reading, Wording,
};
use crate::value::number;

/// What a claim's words are read as, where that says more than the words themselves.
pub fn reading(here: Here<'_>, claim: &Claim) -> Option<String> {
    let corpus = here.edition.corpus;
    let text = match &claim.reading {
        Reading::Quantity(quantity) if is_converted(corpus, claim) => {
            let unit = corpus[claim.fact].kind.unit().unwrap_or_default();
            format!("{} {unit}", measure_words(here.edition.language, &shortened(quantity)))
        }
        Reading::Quantity(quantity) => {
            let language = here.edition.language;
            let told = quantity_words(language, quantity);
            told.or_else(|| {
                in_other_words(corpus, claim, quantity).then(|| language.figure(quantity.number.low))
            })?
        }
        // The editors' own words say whom they mean.
        Reading::Entity(_) if claim.editors.is_some() => return None,
        Reading::Entity(entity) => corpus[(*entity)?].name.clone(),
        Reading::Position(_) => claim.reading.position(&corpus[claim.fact].kind)?.label.clone(),
        Reading::Date(date) if claim.has_own_date_words() => {
            let is_foreign = corpus[claim.source].language != corpus.settings.language;
            is_foreign.then(|| here.edition.language.bare_date(date))?
        }
        Reading::Date(_) | Reading::Set(_) | Reading::Text | Reading::YesNo(_) => return None,
    };
    (text != claim.words).then_some(text)
}

/// Whether a reader of the edition cannot read the figure in the source's own words: `四十五人`.
fn in_other_words(corpus: &Corpus, claim: &Claim, quantity: &Quantity) -> bool {
    if corpus[claim.source].language == corpus.settings.language {
        return false;
    }
    let read = number::read(
        &claim.words,
        crate::language::reading::lexicon(&corpus.settings.language, &claim.words),
    );
    !read.is_ok_and(|read| (read.low, read.high) == (quantity.number.low, quantity.number.high))
}

/// Whether a measure has another unit in its words than in its fact.
fn is_converted(corpus: &Corpus, claim: &Claim) -> bool {
    check::measured(corpus, claim).is_some_and(|(measure, unit)| measure.is_converted(unit))
}

/// A converted figure with as many digits as anybody reads.
fn shortened(quantity: &Quantity) -> Quantity {
    const DIGITS: u32 = 4;
    let short = |value: Decimal| value.round_sf(DIGITS).unwrap_or(value).normalize();
    let bound = |bound: Bound| match bound {
        Bound::Closed(value) => Bound::Closed(short(value)),
        Bound::Open(value) => Bound::Open(short(value)),
        Bound::Unbounded => Bound::Unbounded,
    };
    let interval = |interval: Interval| Interval { low: bound(interval.low), high: bound(interval.high) };
    let number = Number {
        low: short(quantity.number.low),
        high: short(quantity.number.high),
        ..quantity.number.clone()
    };
    Quantity { number, hard: interval(quantity.hard), plausible: interval(quantity.plausible) }
}

/// A converted figure, with its interval where the words hedge it.
fn measure_words(language: &Language, quantity: &Quantity) -> String {
    let is_plain = quantity.number.hedge == Hedge::Exact;
    let hedged = || quantity_words(language, quantity);
    (!is_plain).then(hedged).flatten().unwrap_or_else(|| language.figure(quantity.number.low))
}

/// The words of a claim as a heading shows them.
pub fn headline(here: Here<'_>, claim: &Claim) -> String {
    here.edition.language.answer(here.edition.corpus, claim)
}

/// Whether a heading shows the source's own words, not the edition's for them.
pub fn is_own_words(claim: &Claim) -> bool {
    if claim.editors.is_some() {
        return true;
    }
    match &claim.reading {
        Reading::Quantity(_) | Reading::Entity(_) | Reading::Text | Reading::Set(_) => true,
        Reading::Date(_) => claim.has_own_date_words(),
        Reading::Position(_) | Reading::YesNo(_) => false,
    }
}

/// Whether a heading shows words of the editors: a label, or a text that its quote does not hold.
pub fn is_label(claim: &Claim) -> bool {
    match &claim.reading {
        Reading::Position(_) | Reading::YesNo(_) => true,
        Reading::Text => !claim.quote.exact.to_lowercase().contains(&claim.words.to_lowercase()),
        Reading::Quantity(_) | Reading::Entity(_) | Reading::Set(_) | Reading::Date(_) => false,
    }
}

/// How a source words an answer, where that bears on the comparison.
pub fn wording(wording: Wording) -> Key {
    match wording {
        Wording::Announced => Key::WordedAnnounced,
        Wording::Published => Key::WordedPublished,
        Wording::Reported => Key::WordedReported,
        Wording::Corrected => Key::WordedCorrected,
    }
}

/// What a fact's figures count; `None` where it does not ask for figures.
pub fn unit(here: Here<'_>, fact: &Fact) -> Option<String> {
    match &fact.kind {
        FactKind::Count { unit, .. } | FactKind::Measure { unit, .. } => Some(unit.clone()),
        FactKind::Money { unit, .. } => unit.as_ref().map(|unit| here.fill(Key::UnitPer, &[("unit", unit)])),
        FactKind::Percent { unit, .. } => {
            unit.as_ref().map(|unit| here.fill(Key::UnitPercent, &[("unit", unit)]))
        }
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => None,
    }
}

/// A figure as read, with what it leaves open; `None` for a bare exact figure.
fn quantity_words(language: &Language, quantity: &Quantity) -> Option<String> {
    let number = &quantity.number;
    let say = |key, values: &[(&str, &str)]| fill(language, key, values);
    let unit = |figure: String| match (&number.currency, number.percent) {
        (Some(currency), _) => say(Key::Money, &[("currency", currency), ("figure", &figure)]),
        (None, true) => say(Key::Percent, &[("figure", &figure)]),
        (None, false) => figure,
    };
    // That a share is rounded at its last digit goes without saying.
    if quantity.hard == quantity.plausible || quantity.is_rounded_at_last_digit() {
        let point =
            matches!((quantity.hard.low, quantity.hard.high), (Bound::Closed(a), Bound::Closed(b)) if a == b);
        let sign = if number.change == Some(Change::Rise) { "+" } else { "" };
        let spelled = format!("{sign}{}", language.figure(number.low));
        return (!point || number.currency.is_some() || number.percent)
            .then(|| unit(if point { spelled } else { interval_words(language, quantity.hard) }));
    }
    Some(match number.hedge {
        Hedge::Exact => unit(say(Key::PerhapsRounded, &[("figure", &language.figure(number.low))])),
        Hedge::About
        | Hedge::MoreThan
        | Hedge::AtLeast
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan
        | Hedge::Range
        | Hedge::Vague => {
            let strict = unit(interval_words(language, quantity.hard));
            let plausible = interval_words(language, quantity.plausible);
            say(Key::Plausibly, &[("strict", &strict), ("plausible", &plausible)])
        }
    })
}

/// An interval in words: `above 1,000`, `200 to 250`.
fn interval_words(language: &Language, interval: Interval) -> String {
    let low = bound_words(language, interval.low, (Key::AtLeast, Key::Above));
    let high = bound_words(language, interval.high, (Key::AtMost, Key::Below));
    match (interval.low, interval.high) {
        (Bound::Unbounded, Bound::Unbounded) => language.say(Key::AnyFigure),
        (_, Bound::Unbounded) => low,
        (Bound::Unbounded, _) => high,
        (Bound::Closed(low), Bound::Closed(high)) => {
            fill(language, Key::FromTo, &[("low", &language.figure(low)), ("high", &language.figure(high))])
        }
        (_, _) => fill(language, Key::BothEnds, &[("low", &low), ("high", &high)]),
    }
}

/// One end, with the strings for an end that belongs to the interval and for one that does not.
fn bound_words(language: &Language, bound: Bound, (closed, open): (Key, Key)) -> String {
    let words = |key, value: Decimal| fill(language, key, &[("figure", &language.figure(value))]);
    match bound {
        Bound::Closed(value) => words(closed, value),
        Bound::Open(value) => words(open, value),
        Bound::Unbounded => String::new(),
    }
}

fn fill(language: &Language, key: Key, values: &[(&str, &str)]) -> String {
    let values: Vec<(&str, Value<'_>)> =
        values.iter().map(|&(name, text)| (name, Value::Text(text))).collect();
    language.fill(key, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_are_said_as_above_and_below() {
        let english = Language::english();
        let above = Interval { low: Bound::Open(1000.into()), high: Bound::Closed(2000.into()) };
        assert_eq!(interval_words(&english, above), "above 1,000, at most 2,000");
        let below = Interval { low: Bound::Closed(0.into()), high: Bound::Open(50.into()) };
        assert_eq!(interval_words(&english, below), "at least 0, below 50");
    }
}
