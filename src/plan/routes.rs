//! The one place that says where each thing of the corpus is shown.
//!
//! `…_href` are paths from the root with a fragment; [`Route::link`] makes them relative to a page.

use super::{Route, days_route, is_spread, month_of};
use crate::check::spoken::entry;
use crate::model::{ArticleIx, ClaimIx, Class, Corpus, EntityIx, FactIx, Finding, Id, SheetIx, SheetKind};

/// The page of a sheet.
pub fn sheet_route(corpus: &Corpus, sheet: SheetIx) -> Route {
    let sheet = &corpus[sheet];
    let folder = match sheet.kind {
        SheetKind::Event => "events",
        SheetKind::Question => "questions",
        SheetKind::Entity(_) => "entities",
    };
    Route::new(format!("{folder}/{}.html", sheet.id))
}

/// The linked data of an event or question, beside its page.
pub fn linked_route(corpus: &Corpus, sheet: SheetIx) -> Option<Route> {
    match corpus[sheet].kind {
        SheetKind::Event | SheetKind::Question => {
            let page = sheet_route(corpus, sheet);
            Some(Route::new(format!("{}.jsonld", page.as_str().trim_end_matches(".html"))))
        }
        SheetKind::Entity(_) => None,
    }
}

/// The page of an article.
pub fn article_route(corpus: &Corpus, article: ArticleIx) -> Route {
    Route::new(format!("sources/{}.html", corpus[article].id))
}

/// The page of an entity; a people that is one entry with its country stands on the page of that.
pub fn entity_route(corpus: &Corpus, entity: EntityIx) -> Route {
    Route::new(format!("entities/{}.html", corpus[entry(corpus, entity)].id))
}

/// The page of `content/pages/<id>.md`.
pub fn page_route(id: &Id) -> Route {
    Route::new(format!("{id}.html"))
}

/// A fact on its sheet's page.
pub fn fact_href(corpus: &Corpus, fact: FactIx) -> String {
    format!("{}#{}", sheet_route(corpus, corpus[fact].sheet), corpus[fact].id)
}

/// A claim on its sheet's page, or on the page of its month.
pub fn claim_href(corpus: &Corpus, claim: ClaimIx) -> String {
    let own = &corpus[claim];
    let page = if is_spread(corpus, own.fact) {
        days_route(corpus, own.fact, month_of(own))
    } else {
        sheet_route(corpus, corpus[own.fact].sheet)
    };
    format!("{page}#{}", claim_anchor(corpus, claim))
}

/// A claim's anchor on its sheet's page.
pub fn claim_anchor(corpus: &Corpus, claim: ClaimIx) -> &str {
    &corpus[claim].anchor
}

/// The quoted words on their source's page.
pub fn quote_href(corpus: &Corpus, claim: ClaimIx) -> String {
    format!("{}#{}", article_route(corpus, corpus[claim].source), quote_anchor(corpus, claim))
}

/// The anchor of the quoted words on their source's page; claims with one quote share it.
pub fn quote_anchor(corpus: &Corpus, claim: ClaimIx) -> String {
    format!("quote-{}", &corpus[claim].quote.digest.to_string()[..8])
}

/// From so many claims on, each sheet has a page of its own for its discrepancies: all of them on
/// one page would be more than half a megabyte.
const N_CLAIMS_LARGE: usize = 1_000;

/// Whether lists that grow with the edition are spread over pages.
pub fn is_large(corpus: &Corpus) -> bool {
    corpus.claims.len() >= N_CLAIMS_LARGE
}

/// From so many claims on, a sheet of a large edition has its records on pages by question and part:
/// sixty sources that all differ have hundreds of them.
const N_CLAIMS_HEAVY: usize = 200;

/// Whether a sheet's own page of discrepancies only names them.
pub fn is_heavy(corpus: &Corpus, sheet: SheetIx) -> bool {
    let n_claims: usize = corpus[sheet].facts.iter().map(|&fact| corpus[fact].claims.len()).sum();
    is_large(corpus) && n_claims >= N_CLAIMS_HEAVY
}

/// Whether findings of a class have a record: silence and agreement have none.
pub fn has_record(class: Class) -> bool {
    match class {
        Class::Agree | Class::Gap => false,
        Class::Compatible | Class::Scope | Class::Update | Class::Variant | Class::Contradict => true,
    }
}

/// The page of a sheet's discrepancies.
pub fn discrepancies_route(corpus: &Corpus, sheet: SheetIx) -> Route {
    if is_large(corpus) {
        Route::new(format!("discrepancies/{}", sheet_route(corpus, sheet)))
    } else {
        Route::new("discrepancies.html")
    }
}

/// The page that holds the record of a discrepancy.
pub fn record_route(corpus: &Corpus, finding: &Finding) -> Route {
    let of_sheet = discrepancies_route(corpus, finding.sheet);
    let Some(&fact) = finding.facts.first().filter(|_| is_heavy(corpus, finding.sheet)) else {
        return of_sheet;
    };
    let folder = of_sheet.as_str().trim_end_matches(".html");
    let fact = &corpus[fact].id;
    Route::new(match finding.part {
        Some(part) => format!("{folder}/{fact}--{}.html", corpus[part].id),
        None => format!("{folder}/{fact}.html"),
    })
}

/// A discrepancy on its page.
pub fn finding_href(corpus: &Corpus, finding: &Finding) -> String {
    format!("{}#{}", record_route(corpus, finding), finding.id)
}
