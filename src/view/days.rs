//! A question that is answered for very many days: a row for each day, or, where even those are too
//! many for a page, a row for each month, which has a page with a row for each day.
//!
//! Entry points: [`of_fact`] for a sheet's page, [`days`] for the page of a month. A figure leads to
//! the quoted words on its source's page instead of being printed with them.

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{Tongue, claim};
use super::{Here, Link};
use crate::chart;
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, FactIx};
use crate::plan::{self, Month};

/// The answers by day, or by month where the days stand on pages of their own.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DayTable {
    /// How many claims there are.
    pub claims: String,
    /// The days, earliest first; empty where the months have pages.
    pub days: Vec<DayRow>,
    /// The months, earliest first; empty where the days stand here.
    pub months: Vec<MonthRow>,
}

/// What is said of one day.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DayRow {
    /// The day, or the time that the sources state instead.
    pub day: String,
    /// The figures.
    pub claims: Vec<DayClaim>,
}

/// One source's figure for one day.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DayClaim {
    /// The claim's anchor.
    pub anchor: String,
    /// The source's words.
    pub words: String,
    /// The language of the words.
    pub tongue: Tongue,
    /// The source's letter.
    pub siglum: String,
    /// The quoted words in the source.
    pub quote_href: String,
    /// What the words are read as, what they are about, whose word it is and how they are worded,
    /// where that says more.
    pub remarks: Vec<String>,
    /// Whether verification found the quote.
    pub verified: bool,
}

/// What is said in one month.
#[derive(Debug, JsonSchema, Serialize)]
pub struct MonthRow {
    /// The month, leading to its page.
    pub month: Link,
    /// The lowest figure, in its source's words.
    pub lowest: String,
    /// The highest figure, in its source's words.
    pub highest: String,
    /// How many claims there are.
    pub n: usize,
    /// The anchors of the claims, which lead to this row where somebody asks for them here.
    pub anchors: Vec<String>,
}

/// The page of a month.
#[derive(Debug, JsonSchema, Serialize)]
pub struct DaysView {
    /// The sheet that asks.
    pub sheet: Link,
    /// The question, with all its months.
    pub fact: Link,
    /// The month before.
    pub before: Option<Link>,
    /// The month after.
    pub after: Option<Link>,
    /// A row for each day.
    pub table: DayTable,
    /// The sources of the month, by their letters.
    pub sources: Vec<Lettered>,
}

/// A source with its letter.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Lettered {
    /// The letter.
    pub siglum: String,
    /// The source.
    pub source: Link,
}

/// The answers by day or month; `None` where they stand side by side.
pub fn of_fact(here: Here<'_>, fact: FactIx) -> Option<DayTable> {
    let corpus = here.edition.corpus;
    let claims = &corpus[fact].claims;
    if plan::is_spread(corpus, fact) {
        let months = by_month(here, fact);
        let months = months.iter().map(|(month, own)| month_row(here, (fact, *month), own)).collect();
        return Some(DayTable { claims: here.count(Key::NClaims, claims.len()), days: Vec::new(), months });
    }
    chart::is_long(corpus, fact).then(|| table(here, claims))
}

/// The page of a month.
pub fn days(here: Here<'_>, fact: FactIx, month: Month) -> DaysView {
    let corpus = here.edition.corpus;
    let months = by_month(here, fact);
    let at = months.iter().position(|(own, _)| *own == month);
    let beside = |i: Option<usize>| {
        let (month, _) = months.get(i?)?;
        Some(month_link(here, fact, *month))
    };
    let claims = at.map_or(&[][..], |i| &months[i].1);
    let mut sources: Vec<_> = claims.iter().map(|&ix| corpus[ix].source).collect();
    sources.sort();
    sources.dedup();
    let lettered = |source: ArticleIx| Lettered {
        siglum: here.edition.sigla.siglum(corpus[fact].sheet, source),
        source: here.article(source),
    };
    DaysView {
        sheet: here.sheet(corpus[fact].sheet),
        fact: here.fact(fact),
        before: beside(at.and_then(|i| i.checked_sub(1))),
        after: beside(at.map(|i| i + 1)),
        table: table(here, claims),
        sources: sources.into_iter().map(lettered).collect(),
    }
}

/// A month in words.
pub fn month(here: Here<'_>, month: Month) -> String {
    match month {
        Some((year, month)) => here.edition.language.month(year, month),
        None => here.say(Key::DayNotStated),
    }
}

fn month_link(here: Here<'_>, fact: FactIx, of: Month) -> Link {
    here.link(month(here, of), plan::days_route(here.edition.corpus, fact, of).as_str())
}

/// The claims by month, in the order of [`plan::months`].
fn by_month(here: Here<'_>, fact: FactIx) -> Vec<(Month, Vec<ClaimIx>)> {
    let corpus = here.edition.corpus;
    let mut months: Vec<(Month, Vec<ClaimIx>)> = Vec::new();
    for ix in in_order(here, &corpus[fact].claims) {
        let month = plan::month_of(&corpus[ix]);
        match months.last_mut().filter(|(last, _)| *last == month) {
            Some((_, own)) => own.push(ix),
            None => months.push((month, vec![ix])),
        }
    }
    months
}

/// By day, and on a day as the author wrote them; those without a day come last.
fn in_order(here: Here<'_>, claims: &[ClaimIx]) -> Vec<ClaimIx> {
    let corpus = here.edition.corpus;
    let mut claims = claims.to_vec();
    claims.sort_by_key(|&ix| (corpus[ix].day().is_none(), corpus[ix].day(), ix));
    claims
}

fn month_row(here: Here<'_>, (fact, month): (FactIx, Month), claims: &[ClaimIx]) -> MonthRow {
    let corpus = here.edition.corpus;
    let figures = || claims.iter().filter_map(|&ix| Some((corpus[ix].reading.quantity()?, ix)));
    let words =
        |figure: Option<(_, ClaimIx)>| figure.map_or_else(String::new, |(_, ix)| corpus[ix].words.clone());
    MonthRow {
        month: month_link(here, fact, month),
        lowest: words(figures().min_by_key(|(quantity, _)| quantity.number.low)),
        highest: words(figures().max_by_key(|(quantity, _)| quantity.number.high)),
        n: claims.len(),
        anchors: claims.iter().map(|&ix| corpus[ix].anchor.clone()).collect(),
    }
}

/// A row for each day, or for each other time that is stated.
fn table(here: Here<'_>, claims: &[ClaimIx]) -> DayTable {
    let corpus = here.edition.corpus;
    let mut days: Vec<DayRow> = Vec::new();
    for ix in in_order(here, claims) {
        let as_of = corpus[ix].as_of.as_ref();
        let day = as_of.map_or_else(|| here.say(Key::DayNotStated), |date| here.date(date));
        let claim = day_claim(here, ix);
        match days.last_mut().filter(|row| row.day == day) {
            Some(row) => row.claims.push(claim),
            None => days.push(DayRow { day, claims: vec![claim] }),
        }
    }
    DayTable { claims: here.count(Key::NClaims, claims.len()), days, months: Vec::new() }
}

fn day_claim(here: Here<'_>, ix: ClaimIx) -> DayClaim {
    let view = claim(here, ix);
    let via = (view.speaker != view.source_name).then_some(view.speaker);
    let remarks =
        view.reading.into_iter().chain(view.derived).chain(view.scope).chain(via).chain(view.remarks);
    DayClaim {
        remarks: remarks.collect(),
        anchor: view.anchor,
        words: view.words,
        tongue: view.words_tongue,
        siglum: view.siglum,
        quote_href: view.quote_href,
        verified: view.verified,
    }
}
