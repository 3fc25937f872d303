//! Dates of one fact, or of all date facts of a sheet with the orders that they must keep.

use super::{Asked, ClaimHref, labels};
use crate::chart::spec::{About, ChartSpec, DateRow, Dates, Grouping, Kept, Order, Plot};
use crate::model::{ChartChoice, ClaimIx, Corpus, FactIx, FactKind, Finding, Rule, SheetIx};
use crate::value::date;

/// The dates that these claims state; `None` where none is a date.
pub fn plot(asked: Asked, claims: &[ClaimIx], href: ClaimHref) -> Option<Plot> {
    let rows = claims.iter().map(|&ix| row(asked, ix, href)).collect::<Option<Vec<_>>>()?;
    Some(Plot::Dates(Dates { by: Grouping::Sources, rows, orders: Vec::new() }))
}

fn row(asked: Asked, ix: ClaimIx, href: ClaimHref) -> Option<DateRow> {
    let claim = &asked.corpus[ix];
    let date = claim.reading.date()?.clone();
    let words = date::words(&date);
    let group = labels::of_claim(asked, claim).to_owned();
    Some(DateRow {
        group,
        label: labels::scope_detail(asked, claim),
        words,
        date: Some(date),
        hue: labels::hue(asked.corpus, claim.source),
        href: href(ix),
    })
}

/// All date facts of a sheet on one axis, with the orders that its sources keep or break.
///
/// `findings` are those of the sheet. `None` where the sheet asks for fewer than two dates.
pub fn of_dates(asked: Asked, findings: &[&Finding], sheet: SheetIx, href: ClaimHref) -> Option<ChartSpec> {
    let corpus = asked.corpus;
    let is_wanted =
        |&ix: &FactIx| corpus[ix].kind == FactKind::Date && corpus[ix].chart.choice != ChartChoice::None;
    let facts: Vec<FactIx> = corpus[sheet].facts.iter().copied().filter(is_wanted).collect();
    let claims: Vec<ClaimIx> = facts.iter().flat_map(|&ix| corpus[ix].claims.iter().copied()).collect();
    if facts.len() < 2 {
        return None;
    }
    let rows = claims.iter().map(|&ix| of_question(asked, ix, href)).collect::<Option<Vec<_>>>()?;
    let about = About {
        id: format!("chart-{}--all--dates", corpus[sheet].id),
        title: None,
        measure: corpus[sheet].title.clone(),
        scope: None,
        period: corpus[sheet].date.as_ref().map(date::words),
        sources: labels::sources(asked, &claims),
    };
    let orders = orders(corpus, findings, sheet, &claims);
    Some(ChartSpec { about, plot: Plot::Dates(Dates { by: Grouping::Questions, rows, orders }) })
}

/// A row under its question, named after its source.
fn of_question(asked: Asked, ix: ClaimIx, href: ClaimHref) -> Option<DateRow> {
    let row = row(asked, ix, href)?;
    let label = if row.label.is_empty() { row.group } else { format!("{}; {}", row.group, row.label) };
    Some(DateRow { group: asked.corpus[asked.corpus[ix].fact].label.clone(), label, ..row })
}

/// Within each source, each pair of neighbours of a stated chain.
fn orders(corpus: &Corpus, findings: &[&Finding], sheet: SheetIx, claims: &[ClaimIx]) -> Vec<Order> {
    let mut orders = Vec::new();
    for pair in corpus[sheet].order.iter().flat_map(|chain| chain.facts.windows(2)) {
        let of = |fact| claims.iter().enumerate().filter(move |&(_, &ix)| corpus[ix].fact == fact);
        for (earlier, &first) in of(pair[0]) {
            for (later, &second) in of(pair[1]).filter(|&(_, &ix)| corpus[ix].source == corpus[first].source)
            {
                let broken = findings.iter().find(|finding| breaks(finding, first, second));
                let kept = broken.map_or(Kept::Yes, |finding| Kept::No(finding.reason.clone()));
                orders.push(Order { earlier, later, kept });
            }
        }
    }
    orders
}

fn breaks(finding: &Finding, first: ClaimIx, second: ClaimIx) -> bool {
    let names = |claim| finding.sides.iter().any(|side| side.contains(&claim));
    finding.rule == Rule::OrderViolated && names(first) && names(second)
}
