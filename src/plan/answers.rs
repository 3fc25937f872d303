//! Answers that are too many for the page of their sheet; entry points [`divisions`] and [`is_spread`].
//!
//! A question that is answered very often is spread over pages of its own: a figure that is told for
//! very many days by month, any other by the outlets of its sources. Where all questions of a sheet
//! are too much for one page, they stand on pages by the first letters of their labels. The sheet's
//! page counts, leads to the parts, and answers the anchors of what stands there, so that an address
//! from the time when all of it stood on one page still leads to it.

use super::listing::{ListPart, Listing, parts};
use super::routes::sheet_route;
use super::step::{self, Division, Entry, Step};
use crate::chart;
use crate::model::{ChartChoice, Claim, ClaimIx, Corpus, FactIx, FactKind, SheetIx};
use crate::text::initial;

/// The most claims of a figure that stand on its sheet's page: a row takes some 300 bytes, so these
/// take 150 KB, which leaves room for the rest of a page of 250 KB.
const N_ON_SHEET_MAX: usize = 500;

/// What a claim takes beside its words and its quote.
const N_CLAIM_BYTES: usize = 480;

/// What a claim takes in a table of days, and a cell in one of parts and sources.
const N_DAY_BYTES: usize = 300;
const N_CELL_BYTES: usize = 90;

/// A chart, narrow and wide, with its table.
const N_CHART_BYTES: usize = 21_000;

/// What a question takes whose answers stand elsewhere.
const N_QUESTION_BYTES: usize = 600;

/// The most that all questions of a sheet take on its page.
const N_SHEET_BYTES_MAX: usize = 170_000;

/// The most that the answers to one question take there.
const N_FACT_BYTES_MAX: usize = 110_000;

/// Whether a fact's claims stand on pages of their own.
pub fn is_spread(corpus: &Corpus, fact: FactIx) -> bool {
    let n_claims = corpus[fact].claims.len();
    // Below so many no quotes of a usual length are too much.
    n_claims > 1 && (is_by_day(corpus, fact) || answer_bytes(corpus, fact) > N_FACT_BYTES_MAX)
}

/// Whether they stand there by their days.
pub fn is_by_day(corpus: &Corpus, fact: FactIx) -> bool {
    let fact = &corpus[fact];
    fact.kind.is_figure() && fact.by.is_none() && fact.claims.len() > N_ON_SHEET_MAX
}

/// The parts of the answers of every sheet.
pub fn divisions(corpus: &Corpus) -> Vec<ListPart> {
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    sheets.filter(|&sheet| may_be_heavy(corpus, sheet)).flat_map(|sheet| of_sheet(corpus, sheet)).collect()
}

/// Whether it is worth while to look closer: no chart, table or claim takes more than a chart does.
fn may_be_heavy(corpus: &Corpus, sheet: SheetIx) -> bool {
    let facts = &corpus[sheet].facts;
    let n_claims: usize = facts.iter().map(|&fact| corpus[fact].claims.len()).sum();
    facts.len() > 6
        || n_claims > 60
        || facts.iter().any(|&fact| answer_bytes(corpus, fact) > N_FACT_BYTES_MAX)
}

fn of_sheet(corpus: &Corpus, sheet: SheetIx) -> Vec<ListPart> {
    let page = sheet_route(corpus, sheet);
    let folder = page.as_str().trim_end_matches(".html");
    let facts = &corpus[sheet].facts;
    let mut all: Vec<ListPart> = Vec::new();
    for &fact in facts.iter().filter(|&&fact| is_spread(corpus, fact)) {
        let words = format!("{folder}/{}--", corpus[fact].id);
        all.extend(parts(Listing::Answers(fact), &page, &words, of_fact(corpus, fact)));
    }
    let asked = facts.iter().map(|&fact| Entry {
        path: vec![Step::Letter(initial(&corpus[fact].label))],
        n_bytes: fact_bytes(corpus, fact),
        member: fact.0,
    });
    let asked: Vec<Entry> = asked.collect();
    if asked.iter().map(|entry| entry.n_bytes).sum::<usize>() > N_SHEET_BYTES_MAX {
        let divisions =
            step::divide_to(&|path| !path.is_empty(), asked, &|i| corpus[FactIx(i)].id.to_string());
        all.extend(parts(Listing::Asked(sheet), &page, &format!("{folder}--answers-"), divisions));
    }
    all
}

/// The claims of one fact by day, else by source.
fn of_fact(corpus: &Corpus, fact: FactIx) -> Vec<Division> {
    let is_by_day = is_by_day(corpus, fact);
    let path = |claim: &Claim| {
        let of_source = step::of_article(&corpus[claim.source]);
        match claim.day() {
            Some(day) if is_by_day => step::of_day(day).into_iter().chain(of_source).collect(),
            None if is_by_day => std::iter::once(Step::Undated).chain(of_source).collect(),
            Some(_) | None => of_source,
        }
    };
    let mut claims = corpus[fact].claims.clone();
    claims.sort_by_key(|&ix| {
        (is_by_day && corpus[ix].day().is_none(), corpus[ix].day().filter(|_| is_by_day), ix)
    });
    let entries = claims.iter().map(|&ix| Entry {
        path: path(&corpus[ix]),
        n_bytes: if is_by_day { N_DAY_BYTES } else { claim_bytes(&corpus[ix]) },
        member: ix.0,
    });
    let id = |i: u32| corpus[ClaimIx(i)].anchor.clone();
    // Every month of a figure has had an address of its own from the beginning.
    let is_far = |path: &[Step]| match path {
        [] => false,
        [Step::Undated, ..] => true,
        [_, rest @ ..] => !is_by_day || !rest.is_empty(),
    };
    step::divide_to(&is_far, entries.collect(), &id)
}

/// What a fact takes on the page of its sheet, chart and all.
fn fact_bytes(corpus: &Corpus, fact: FactIx) -> usize {
    let own = &corpus[fact];
    let is_drawn = (own.kind.is_figure() || own.kind == FactKind::Date) && own.claims.len() > 1;
    let chart = if is_drawn || own.chart.choice != ChartChoice::Auto { N_CHART_BYTES } else { 0 };
    let answers = if is_spread(corpus, fact) { 0 } else { answer_bytes(corpus, fact) };
    N_QUESTION_BYTES + own.label.len() + chart + answers
}

/// What the answers to a fact take side by side.
fn answer_bytes(corpus: &Corpus, fact: FactIx) -> usize {
    let own = &corpus[fact];
    if own.by.is_none() && chart::is_long(corpus, fact) {
        return own.claims.len() * N_DAY_BYTES;
    }
    let claims: usize = own.claims.iter().map(|&ix| claim_bytes(&corpus[ix])).sum();
    if own.by.is_none() {
        return claims;
    }
    let count = |of: &dyn Fn(&Claim) -> u32| {
        let mut all: Vec<u32> = own.claims.iter().map(|&ix| of(&corpus[ix])).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    };
    let n_sources = count(&|claim| claim.source.0);
    let n_parts = count(&|claim| claim.part.map_or(0, |part| part.0 + 1));
    claims + n_sources * n_parts * N_CELL_BYTES
}

fn claim_bytes(claim: &Claim) -> usize {
    let note = claim.note.as_ref().map_or(0, String::len);
    N_CLAIM_BYTES + claim.quote.exact.len() + 2 * claim.words.len() + note
}
