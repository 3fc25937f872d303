//! The one place that says where each thing of the corpus is shown.
//!
//! `…_href` are paths from the root with a fragment; [`Route::link`] makes them relative to a page.

use super::Route;
use crate::check::spoken::entry;
use crate::model::{
    ArticleIx, ClaimIx, Class, Corpus, Crowd, EntityIx, Finding, Id, MovedTo, SheetIx, SheetKind,
};

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

/// Where the page of an old address stands now.
pub fn moved_route(corpus: &Corpus, to: MovedTo) -> Route {
    match to {
        MovedTo::Sheet(sheet) => sheet_route(corpus, sheet),
        MovedTo::Article(article) => article_route(corpus, article),
        MovedTo::Page(i) => page_route(&corpus.pages[i].id),
    }
}

/// A claim's anchor on its sheet's page.
pub fn claim_anchor(corpus: &Corpus, claim: ClaimIx) -> &str {
    &corpus[claim].anchor
}

/// The anchor of the quoted words on their source's page; claims with one quote share it.
pub fn quote_anchor(corpus: &Corpus, claim: ClaimIx) -> String {
    format!("quote-{}", &corpus[claim].quote.digest.to_string()[..8])
}

/// From so many claims on, lists that grow with the edition are spread over pages.
const N_CLAIMS_LARGE: usize = 1_000;

/// Whether lists that grow with the edition are spread over pages.
pub fn is_large(corpus: &Corpus) -> bool {
    corpus.claims.len() >= N_CLAIMS_LARGE
}

/// The most records that stand together on one page: at some 2.5 KB each, and half a KB in the table that
/// leads to it, eighty take 240 KB.
pub const N_RECORDS_MAX: usize = 80;

/// How the records of an edition are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    /// The disputes of the edition on one page, and other differences on another.
    Edition,
    /// Those of each sheet on a page.
    Sheet,
    /// Those on each question of a sheet, or on a part of it, on a page.
    Question,
    /// Those on a question on pages by the source that comes first.
    Source,
}

/// How the records around a finding are divided.
pub fn division(finding: &Finding) -> Division {
    let Crowd { in_edition, in_sheet, on_question } = finding.crowd;
    match (in_edition > N_RECORDS_MAX, in_sheet > N_RECORDS_MAX, on_question > N_RECORDS_MAX) {
        (false, ..) => Division::Edition,
        (true, false, _) => Division::Sheet,
        (true, true, false) => Division::Question,
        (true, true, true) => Division::Source,
    }
}

/// Whether findings of a class have a record: silence and agreement have none.
pub fn has_record(class: Class) -> bool {
    match class {
        Class::Agree | Class::Gap => false,
        Class::Compatible | Class::Scope | Class::Update | Class::Variant | Class::Contradict => true,
    }
}

/// Where the disputes of the edition stand, or lead to where they stand.
pub const DISPUTES: &str = "discrepancies.html";

/// Where differences stand that are no dispute: what can both be true, and what is not compared.
pub const FOR_THE_RECORD: &str = "for-the-record.html";

/// The page of a sheet's discrepancies, where they are divided by sheet.
pub fn discrepancies_route(corpus: &Corpus, sheet: SheetIx) -> Route {
    Route::new(format!("discrepancies/{}", sheet_route(corpus, sheet)))
}

/// The pages that lead to the record of a discrepancy, from the edition's down to its own.
pub fn record_routes(corpus: &Corpus, finding: &Finding) -> Vec<Route> {
    if division(finding) == Division::Edition {
        let is_dispute = finding.difference().is_dispute();
        return vec![Route::new(if is_dispute { DISPUTES } else { FOR_THE_RECORD })];
    }
    let of_sheet = discrepancies_route(corpus, finding.sheet);
    let mut path = of_sheet.as_str().trim_end_matches(".html").to_owned();
    let mut routes = vec![Route::new(DISPUTES), of_sheet];
    let Some(fact) = finding.facts.first().map(|&fact| &corpus[fact].id) else { return routes };
    if division(finding) >= Division::Question {
        path = match finding.part {
            Some(part) => format!("{path}/{fact}--{}", corpus[part].id),
            None => format!("{path}/{fact}"),
        };
        routes.push(Route::new(format!("{path}.html")));
    }
    if division(finding) == Division::Source {
        let source = first_source(corpus, finding).map(|source| &corpus[source].id);
        routes.extend(source.map(|source| Route::new(format!("{path}/{source}.html"))));
    }
    routes
}

/// The page that holds the record of a discrepancy.
pub fn record_route(corpus: &Corpus, finding: &Finding) -> Route {
    record_routes(corpus, finding).pop().unwrap_or_else(|| Route::new(DISPUTES))
}

/// The first, in order of id, of the sources that speak first on either side; later ones do not move a record.
pub fn first_source(corpus: &Corpus, finding: &Finding) -> Option<ArticleIx> {
    let first = finding.sides.iter().take(2).filter_map(|side| side.first());
    first.map(|&claim| corpus[claim].source).min().or_else(|| finding.sources.first().copied())
}

/// A discrepancy on its page.
pub fn finding_href(corpus: &Corpus, finding: &Finding) -> String {
    format!("{}#{}", record_route(corpus, finding), finding.id)
}
