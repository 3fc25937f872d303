//! The chart of one fact, chosen from its kind, its claims and the author's wish.

use super::{ClaimHref, breakdown, dates, labels, series};
use crate::chart::spec::{About, ChartSpec, Plot, RangeRow, Ranges};
use crate::model::{ChartChoice, Claim, ClaimIx, Corpus, Fact, FactIx, FactKind, Quantity};
use crate::value::date;

/// The chart of a fact together with the same question asked elsewhere.
///
/// `None` where there is nothing to place on an axis (names, lists, positions, texts, yes-no), no
/// claim, amounts in different currencies, or the author wants none.
pub fn of_fact(corpus: &Corpus, fact: FactIx, href: ClaimHref) -> Option<ChartSpec> {
    let claims = claims(corpus, fact);
    if claims.is_empty() {
        return None;
    }
    let plot = match (corpus[fact].chart, corpus[fact].kind.is_figure()) {
        (ChartChoice::Auto, true) => figures(corpus, fact, &claims, href),
        (ChartChoice::Ranges, true) => ranges(corpus, fact, &claims, href),
        (ChartChoice::Breakdown, true) => breakdown::plot(corpus, fact, &claims, href),
        (ChartChoice::Series, true) => series::plot(corpus, fact, &claims, href),
        (ChartChoice::Auto | ChartChoice::Dates, false) => dates::plot(corpus, &claims, href),
        (ChartChoice::None, _)
        | (ChartChoice::Dates, true)
        | (ChartChoice::Ranges | ChartChoice::Breakdown | ChartChoice::Series, false) => None,
    }?;
    Some(ChartSpec { about: about(corpus, fact, &claims), plot })
}

/// Parts stand beside each other, running totals over time, everything else in ranges.
fn figures(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    if corpus[fact].by.is_some() {
        return breakdown::plot(corpus, fact, claims, href);
    }
    series::plot(corpus, fact, claims, href).or_else(|| ranges(corpus, fact, claims, href))
}

/// The claims of a fact and of those that ask the same.
pub fn claims(corpus: &Corpus, fact: FactIx) -> Vec<ClaimIx> {
    let root = corpus[fact].same_as.unwrap_or(fact);
    let same = |&ix: &FactIx| ix == root || corpus[ix].same_as == Some(root);
    let facts = (0..corpus.facts.len() as u32).map(FactIx).filter(same);
    facts.flat_map(|ix| corpus[ix].claims.iter().copied()).collect()
}

/// What the chart of a fact is about.
pub fn about(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx]) -> About {
    let Fact { sheet, id, label, scope, .. } = &corpus[fact];
    let mut sources: Vec<String> = Vec::new();
    for &claim in claims {
        let name = labels::source(corpus, corpus[claim].source);
        if !sources.contains(&name) {
            sources.push(name);
        }
    }
    About {
        id: format!("chart-{}-{id}", corpus[*sheet].id),
        title: None,
        measure: label.clone(),
        scope: labels::scope(corpus, scope),
        period: corpus[*sheet].date.as_ref().map(date::words),
        sources,
    }
}

fn ranges(corpus: &Corpus, fact: FactIx, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    let mut rows = Vec::new();
    for &ix in claims {
        let claim = &corpus[ix];
        let row = row(corpus, ix, href)?;
        rows.push(match claim.part {
            None => row,
            Some(part) => RangeRow {
                group: corpus[part].name.clone(),
                label: if row.label.is_empty() { row.group } else { format!("{}; {}", row.group, row.label) },
                ..row
            },
        });
    }
    gather(&mut rows);
    Some(Plot::Ranges(Ranges { unit: unit(&corpus[fact].kind, rows.iter().map(|row| &row.quantity))?, rows }))
}

/// Moves rows of one group together, groups in order of first appearance.
fn gather(rows: &mut [RangeRow]) {
    let mut order: Vec<String> = Vec::new();
    for row in rows.iter() {
        if !order.contains(&row.group) {
            order.push(row.group.clone());
        }
    }
    rows.sort_by_key(|row| order.iter().position(|group| *group == row.group));
}

/// One claim's figure as a row; `None` where the claim holds no figure.
pub fn row(corpus: &Corpus, ix: ClaimIx, href: ClaimHref) -> Option<RangeRow> {
    let claim: &Claim = &corpus[ix];
    let quantity = claim.reading.quantity()?.clone();
    let group = labels::source(corpus, claim.source);
    Some(RangeRow {
        group,
        label: labels::detail(corpus, claim),
        words: claim.words.clone(),
        quantity,
        href: href(ix),
    })
}

/// What the axis counts; `None` where amounts are in different currencies.
pub fn unit<'a>(kind: &FactKind, quantities: impl Iterator<Item = &'a Quantity>) -> Option<String> {
    match kind {
        FactKind::Count { unit, .. } => Some(unit.clone()),
        FactKind::Percent { unit, .. } => {
            Some(["per cent", unit.as_deref().unwrap_or("")].join(" ").trim().to_owned())
        }
        FactKind::Money { unit, .. } => {
            let mut currencies: Vec<_> =
                quantities.map(|quantity| quantity.number.currency.as_deref()).collect();
            currencies.dedup();
            let [currency] = currencies.as_slice() else { return None };
            let per = unit.as_ref().map(|unit| format!(" per {unit}")).unwrap_or_default();
            Some(format!("{}{per}", currency.unwrap_or("amount")))
        }
        FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => Some(String::new()),
    }
}
