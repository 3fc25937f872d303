//! Figures that are told for so many days that their claims stand on pages of their own, by month.
//!
//! Entry points: [`is_spread`], [`days_route`], [`months`]. The sheet's page then has a row for each
//! month; it answers the claims' anchors there too, so that an address from the time when all of
//! them stood on it still leads to them.

use super::{Page, PageKind, Route, sheet_route};
use crate::model::{Claim, Corpus, Day, FactIx};

/// The most claims of a figure that stand on its sheet's page: a row takes some 300 bytes, so these
/// take 150 KB, which leaves room for the rest of a page of 250 KB.
const N_ON_SHEET_MAX: usize = 500;

/// A month of a year; claims that state no day have none.
pub type Month = Option<(i32, u8)>;

/// Whether a fact's claims stand on pages by month.
pub fn is_spread(corpus: &Corpus, fact: FactIx) -> bool {
    let fact = &corpus[fact];
    fact.kind.is_figure() && fact.by.is_none() && fact.claims.len() > N_ON_SHEET_MAX
}

/// The month on whose page a claim stands.
pub fn month_of(claim: &Claim) -> Month {
    claim.day().map(Day::civil).map(|(year, month, _)| (year, month))
}

/// The page of a month's claims.
pub fn days_route(corpus: &Corpus, fact: FactIx, month: Month) -> Route {
    let sheet = sheet_route(corpus, corpus[fact].sheet);
    let folder = sheet.as_str().trim_end_matches(".html");
    let id = &corpus[fact].id;
    Route::new(match month {
        Some((year, month)) => format!("{folder}/{id}--{year:04}-{month:02}.html"),
        None => format!("{folder}/{id}--undated.html"),
    })
}

/// The months of a fact's claims, earliest first; those without a day come last.
pub fn months(corpus: &Corpus, fact: FactIx) -> Vec<Month> {
    let mut months: Vec<Month> = corpus[fact].claims.iter().map(|&ix| month_of(&corpus[ix])).collect();
    months.sort_by_key(|month| (month.is_none(), *month));
    months.dedup();
    months
}

/// The pages by month of the whole edition.
pub fn pages(corpus: &Corpus) -> impl Iterator<Item = Page> {
    let facts = (0..corpus.facts.len() as u32).map(FactIx).filter(|&fact| is_spread(corpus, fact));
    facts.flat_map(move |fact| {
        let page =
            move |month| Page { route: days_route(corpus, fact, month), kind: PageKind::Days(fact, month) };
        months(corpus, fact).into_iter().map(page)
    })
}
