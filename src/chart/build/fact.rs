//! The chart of one fact, chosen from its kind, its claims and the author's wish.

use super::long::is_long;
use super::undrawn::Undrawn;
use super::{Asked, ClaimHref, breakdown, dates, labels, nest, series};
use crate::chart::spec::{About, ChartSpec, Plot, RangeRow, Ranges, Unit};
use crate::chart::words::with_noun;
use crate::model::{ChartChoice, Claim, ClaimIx, Corpus, Fact, FactIx, FactKind, Quantity};
use crate::value::date;

/// The chart of a fact together with the same question asked elsewhere.
pub fn of_fact(asked: Asked, fact: FactIx, href: ClaimHref) -> Result<ChartSpec, Undrawn> {
    let plot = plot(asked, fact, href)?;
    Ok(ChartSpec { about: about(asked, fact, &claims(asked, fact)), plot })
}

/// Why a fact has no chart; `None` where it has one.
pub fn undrawn(asked: Asked, fact: FactIx) -> Option<Undrawn> {
    plot(asked, fact, &|_| String::new()).err()
}

fn plot(asked: Asked, fact: FactIx, href: ClaimHref) -> Result<Plot, Undrawn> {
    let Asked { corpus, .. } = asked;
    let claims = &claims(asked, fact);
    let choice = corpus[fact].chart.choice;
    if choice == ChartChoice::None {
        return Err(Undrawn::Unwanted);
    }
    if claims.is_empty() {
        return Err(Undrawn::Unanswered);
    }
    match &corpus[fact].kind {
        FactKind::Count { .. }
        | FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Measure { .. } => match choice {
            ChartChoice::Auto => figures(asked, fact, claims, href),
            ChartChoice::Ranges => ranges(asked, fact, claims, href),
            ChartChoice::Breakdown => breakdown::plot(asked, fact, claims, href),
            ChartChoice::Series => series::plot(asked, fact, claims, href),
            ChartChoice::Dates => Err(Undrawn::NotADate),
            ChartChoice::None => Err(Undrawn::Unwanted),
        },
        FactKind::Date => match choice {
            ChartChoice::Auto | ChartChoice::Dates => {
                dates::plot(asked, claims, href).ok_or(Undrawn::Unanswered)
            }
            ChartChoice::Ranges | ChartChoice::Breakdown | ChartChoice::Series => Err(Undrawn::NotAFigure),
            ChartChoice::None => Err(Undrawn::Unwanted),
        },
        FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => Err(Undrawn::NoAxis),
    }
}

/// Parts stand beside each other, running totals and very many dated figures over time, everything else in ranges.
fn figures(asked: Asked, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Result<Plot, Undrawn> {
    let Asked { corpus, .. } = asked;
    if corpus[fact].by.is_some() {
        return breakdown::plot(asked, fact, claims, href);
    }
    let is_over_time = series::is_running(&corpus[fact].kind) || is_long(corpus, fact);
    let series = is_over_time.then(|| series::plot(asked, fact, claims, href).ok());
    series.flatten().map_or_else(|| ranges(asked, fact, claims, href), Ok)
}

/// The claims of a fact and of those that ask the same.
pub fn claims(Asked { corpus, joined, .. }: Asked, fact: FactIx) -> Vec<ClaimIx> {
    joined.group(fact).iter().flat_map(|&ix| corpus[ix].claims.iter().copied()).collect()
}

/// What the chart of a fact is about.
pub fn about(asked: Asked, fact: FactIx, claims: &[ClaimIx]) -> About {
    let corpus = asked.corpus;
    let Fact { sheet, id, label, scope, .. } = &corpus[fact];
    let sources = labels::sources(asked, claims);
    About {
        id: format!("chart-{}--{id}", corpus[*sheet].id),
        title: corpus[fact].chart.title.as_ref().map(|title| title.words.clone()),
        measure: label.clone(),
        scope: labels::scope(corpus, scope),
        period: corpus[*sheet].date.as_ref().map(date::words),
        sources,
    }
}

/// A row for each claim; where answers are broken down, a block for each part.
fn ranges(asked: Asked, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Result<Plot, Undrawn> {
    let corpus = asked.corpus;
    if corpus[fact].by.is_some() {
        return breakdown::multiples(asked, fact, claims, href);
    }
    let rows = nest::rows(asked, claims, |ix| row(asked, ix, href)).ok_or(Undrawn::Unanswered)?;
    let unit = unit(&corpus[fact].kind, rows.iter().map(|row| &row.quantity)).ok_or(Undrawn::Currencies)?;
    Ok(Plot::Ranges(Ranges { unit, rows, is_alike: is_alike(corpus, claims) }))
}

/// Whether claims speak of one place, time, basis and population.
pub fn is_alike(corpus: &Corpus, claims: &[ClaimIx]) -> bool {
    let occasion = |ix: ClaimIx| (&corpus[ix].scope, corpus[ix].as_of.as_ref());
    claims.windows(2).all(|pair| occasion(pair[0]) == occasion(pair[1]))
}

/// One claim's figure as a row; `None` where the claim holds no figure.
pub fn row(asked: Asked, ix: ClaimIx, href: ClaimHref) -> Option<RangeRow> {
    let claim: &Claim = &asked.corpus[ix];
    let quantity = claim.reading.quantity()?.clone();
    Some(RangeRow {
        group: labels::of_claim(asked, claim).to_owned(),
        speaker: labels::speaker(asked, claim),
        label: labels::detail(asked, claim),
        words: claim.words.clone(),
        quantity,
        depth: 0,
        whole: None,
        hue: labels::hue(asked.corpus, claim.source),
        href: href(ix),
    })
}

/// What the figures count; `None` where amounts are in different currencies.
pub fn unit<'a>(kind: &FactKind, quantities: impl Iterator<Item = &'a Quantity>) -> Option<Unit> {
    match kind {
        FactKind::Count { unit, .. } | FactKind::Measure { unit, .. } => Some(Unit::counted(unit)),
        FactKind::Percent { unit, .. } => {
            let noun = unit.clone().unwrap_or_default();
            Some(Unit { axis: with_noun("per cent", &noun), noun })
        }
        FactKind::Money { unit, .. } => {
            let mut currencies: Vec<_> =
                quantities.map(|quantity| quantity.number.currency.as_deref()).collect();
            currencies.dedup();
            let [currency] = currencies.as_slice() else { return None };
            let noun = unit.as_ref().map(|unit| format!("per {unit}")).unwrap_or_default();
            Some(Unit { axis: with_noun(currency.unwrap_or("amount"), &noun), noun })
        }
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => Some(Unit::default()),
    }
}
