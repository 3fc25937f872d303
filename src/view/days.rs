//! A question that is answered for very many days: a row for each day, or, where even those are too
//! many for a page, a row for each month, which has a page with a row for each day.
//!
//! Entry points: [`of_fact`] for a sheet's page, [`days`] for the page of a month, or of a part of it. A figure leads to
//! the quoted words on its source's page instead of being printed with them.

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{Tongue, claim};
use super::{Here, Link, parts};
use crate::chart;
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, FactIx, SheetIx};
use crate::plan::{self, ListPart, Listing, Step};

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

/// The answers by day or month; `None` where they stand side by side, or by source on pages of their own.
pub fn of_fact(here: Here<'_>, fact: FactIx) -> Option<DayTable> {
    let corpus = here.edition.corpus;
    let claims = &corpus[fact].claims;
    let is_spread = here.edition.plan.is_divided(Listing::Answers(fact));
    if is_spread && plan::is_by_day(corpus, fact) {
        let months = here.edition.plan.divisions_of(Listing::Answers(fact));
        let mut room = parts::N_ANCHOR_BYTES_MAX;
        let months = months.iter().map(|part| month_row(here, part, &mut room)).collect();
        return Some(DayTable { claims: here.count(Key::NClaims, claims.len()), days: Vec::new(), months });
    }
    (!is_spread && chart::is_long(corpus, fact)).then(|| table(here, claims))
}

/// The page of a month, or of a part of it.
pub fn days(here: Here<'_>, fact: FactIx, part: &ListPart) -> DaysView {
    let claims = claims_of(part);
    let sheet = here.edition.corpus[fact].sheet;
    let (before, after) = parts::beside(here, part);
    DaysView {
        sheet: here.sheet(sheet),
        fact: here.fact(fact),
        before,
        after,
        table: table(here, &claims),
        sources: lettered(here, sheet, &claims),
    }
}

/// The claims on a page of answers.
pub fn claims_of(part: &ListPart) -> Vec<ClaimIx> {
    part.members.iter().map(|&i| ClaimIx(i)).collect()
}

/// The sources of claims by their letters.
pub fn lettered(here: Here<'_>, sheet: SheetIx, claims: &[ClaimIx]) -> Vec<Lettered> {
    let mut sources: Vec<ArticleIx> = claims.iter().map(|&ix| here.edition.corpus[ix].source).collect();
    sources.sort();
    sources.dedup();
    let lettered = |source: ArticleIx| Lettered {
        siglum: here.edition.sigla.siglum(sheet, source),
        source: here.article(source),
    };
    sources.into_iter().map(lettered).collect()
}

/// A month in words.
pub fn month(here: Here<'_>, path: &[Step]) -> String {
    match path {
        [Step::Undated] => here.say(Key::DayNotStated),
        path => parts::name(here, path),
    }
}

/// By day, and on a day as the author wrote them; those without a day come last.
fn in_order(here: Here<'_>, claims: &[ClaimIx]) -> Vec<ClaimIx> {
    let corpus = here.edition.corpus;
    let mut claims = claims.to_vec();
    claims.sort_by_key(|&ix| (corpus[ix].day().is_none(), corpus[ix].day(), ix));
    claims
}

fn month_row(here: Here<'_>, part: &ListPart, room: &mut usize) -> MonthRow {
    let corpus = here.edition.corpus;
    let claims = claims_of(part);
    let figures = || claims.iter().filter_map(|&ix| Some((corpus[ix].reading.quantity()?, ix)));
    let words =
        |figure: Option<(_, ClaimIx)>| figure.map_or_else(String::new, |(_, ix)| corpus[ix].words.clone());
    let anchors = claims.iter().map(|&ix| corpus[ix].anchor.clone());
    MonthRow {
        month: here.link(month(here, &part.path), part.route.as_str()),
        lowest: words(figures().min_by_key(|(quantity, _)| quantity.number.low)),
        highest: words(figures().max_by_key(|(quantity, _)| quantity.number.high)),
        n: claims.len(),
        anchors: parts::fitting(anchors, room),
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
