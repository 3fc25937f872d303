//! What pages say of a fact in short: [`disputed`], and [`ranges_of_reports`] for its figures.
//!
//! A range of reports runs from the lowest to the highest figure that a source gives. Nothing is
//! averaged, and figures of different scope never share a range.

use rust_decimal::Decimal;

use super::figures::quantity;
use super::pair::Pair;
use super::question::root;
use super::scope::difference;
use super::wording::telling_order;
use crate::model::{ArticleIx, ClaimIx, Class, Corpus, EntityIx, FactIx, Finding, Hedge, Number};
use crate::value::number;

/// The figures that sources give for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRange {
    /// The range in words, with the hedges of its ends: `more than 1,000`, `270–271`.
    pub words: String,
    /// The claims it is made of, in the order in which they are told.
    pub claims: Vec<ClaimIx>,
    /// The articles that give them, in order of id.
    pub sources: Vec<ArticleIx>,
    /// How many independent origins they have.
    pub independent_origins: usize,
}

/// Whether the answers to a fact, or to one of its parts, contradict each other.
pub fn disputed(corpus: &Corpus, findings: &[Finding], fact: FactIx, part: Option<EntityIx>) -> bool {
    disputes(corpus, findings, fact, part).next().is_some()
}

/// The contradictions between the answers to a fact or to one of its parts.
pub fn disputes<'a>(
    corpus: &'a Corpus,
    findings: &'a [Finding],
    fact: FactIx,
    part: Option<EntityIx>,
) -> impl Iterator<Item = &'a Finding> {
    let asked = root(corpus, fact);
    findings.iter().filter(move |finding| {
        finding.class == Class::Contradict
            && finding.facts.iter().any(|&other| root(corpus, other) == asked)
            && (part.is_none() || finding.part == part)
    })
}

/// The range of reports of a fact's figures, or of those of a part: one for each scope.
pub fn ranges_of_reports(corpus: &Corpus, fact: FactIx, part: Option<EntityIx>) -> Vec<ReportRange> {
    let mut claims: Vec<ClaimIx> = corpus[fact].claims.clone();
    claims.retain(|&ix| corpus[ix].part == part && quantity(&corpus[ix]).is_some());
    telling_order(corpus, &mut claims);
    let mut scopes: Vec<Vec<ClaimIx>> = Vec::new();
    for ix in claims {
        let fits = |scope: &&mut Vec<ClaimIx>| {
            scope.iter().all(|&other| difference(&Pair::new(corpus, other, ix)).is_none())
        };
        match scopes.iter_mut().find(fits) {
            Some(scope) => scope.push(ix),
            None => scopes.push(vec![ix]),
        }
    }
    scopes.into_iter().map(|claims| range(corpus, claims)).collect()
}

fn range(corpus: &Corpus, claims: Vec<ClaimIx>) -> ReportRange {
    let mut sources: Vec<ArticleIx> = claims.iter().map(|&ix| corpus[ix].source).collect();
    sources.sort();
    sources.dedup();
    let numbers: Vec<&Number> =
        claims.iter().filter_map(|&ix| quantity(&corpus[ix])).map(|quantity| &quantity.number).collect();
    let independent_origins = super::origins::independent(corpus, claims.iter().copied());
    ReportRange { words: words(&numbers), claims, sources, independent_origins }
}

/// From the lowest to the highest figure, each with what hedges it.
fn words(numbers: &[&Number]) -> String {
    let lowest = numbers.iter().min_by_key(|number| (number.low, is_open_below(number.hedge)));
    let highest = numbers.iter().max_by_key(|number| (number.high, is_open_above(number.hedge)));
    let (Some(&&lowest), Some(&&highest)) = (lowest.as_ref(), highest.as_ref()) else { return String::new() };
    if numbers.iter().all(|number| same(number, lowest)) {
        return number::words(lowest);
    }
    let ends = (lowest.low, highest.high);
    if ends.0 == ends.1 {
        let hedge = if is_open_above(highest.hedge) { highest.hedge } else { lowest.hedge };
        return number::words(&one(highest, ends.1, hedge));
    }
    format!(
        "{} to {}",
        number::words(&one(lowest, ends.0, lower_hedge(lowest.hedge))),
        number::words(&one(highest, ends.1, upper_hedge(highest.hedge)))
    )
}

fn one(number: &Number, figure: Decimal, hedge: Hedge) -> Number {
    Number { hedge, low: figure, high: figure, plausible: None, ..number.clone() }
}

fn same(a: &Number, b: &Number) -> bool {
    (a.hedge, a.low, a.high) == (b.hedge, b.low, b.high)
}

fn is_open_below(hedge: Hedge) -> bool {
    match hedge {
        Hedge::UpTo | Hedge::FewerThan | Hedge::Nearly => false,
        Hedge::Exact | Hedge::About | Hedge::MoreThan | Hedge::AtLeast | Hedge::Range | Hedge::Vague => true,
    }
}

fn is_open_above(hedge: Hedge) -> bool {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => true,
        Hedge::Exact
        | Hedge::About
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan
        | Hedge::Range
        | Hedge::Vague => false,
    }
}

/// What of a hedge matters at the lower end of a range.
fn lower_hedge(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Range | Hedge::Vague => Hedge::Exact,
        Hedge::Exact
        | Hedge::About
        | Hedge::MoreThan
        | Hedge::AtLeast
        | Hedge::Nearly
        | Hedge::UpTo
        | Hedge::FewerThan => hedge,
    }
}

/// What of a hedge matters at the upper end of a range.
fn upper_hedge(hedge: Hedge) -> Hedge {
    lower_hedge(hedge)
}
