//! Addresses of questions, answers and quoted words: on the page of their sheet or source, or on the part
//! of it that has them.
//!
//! Paths from the root with a fragment; [`Route::link`](super::Route::link) makes them relative to a page.

use std::sync::Arc;

use super::listing::Listing;
use super::routes::{article_route, claim_anchor, quote_anchor, sheet_route};
use super::{answers, quotes};
use crate::model::{ClaimIx, Corpus, Divided, FactIx};

/// A fact on its sheet's page, or on the part of it that has the fact.
pub fn fact_href(corpus: &Corpus, fact: FactIx) -> String {
    let own = &corpus[fact];
    match divided(corpus).questions.get(&fact) {
        Some(page) => format!("{page}#{}", own.id),
        None => format!("{}#{}", sheet_route(corpus, own.sheet), own.id),
    }
}

/// A claim on its sheet's page, or on the part of it that has the claim.
pub fn claim_href(corpus: &Corpus, claim: ClaimIx) -> String {
    let anchor = claim_anchor(corpus, claim);
    match divided(corpus).answers.get(&claim) {
        Some(page) => format!("{page}#{anchor}"),
        None => format!("{}#{anchor}", sheet_route(corpus, corpus[corpus[claim].fact].sheet)),
    }
}

/// The quoted words on their source's page, or on the part of it that has them.
pub fn quote_href(corpus: &Corpus, claim: ClaimIx) -> String {
    let anchor = quote_anchor(corpus, claim);
    match divided(corpus).quotes.get(&claim) {
        Some(page) => format!("{page}#{anchor}"),
        None => format!("{}#{anchor}", article_route(corpus, corpus[claim].source)),
    }
}

/// The pages of what does not stand on the page of its sheet or source; made once for a corpus.
fn divided(corpus: &Corpus) -> &Divided {
    corpus.divided.get_or_init(|| {
        let mut divided = Divided::default();
        for part in answers::divisions(corpus).into_iter().chain(quotes::divisions(corpus)) {
            let page: Arc<str> = part.route.as_str().into();
            let members = part.members.iter().map(|&i| (i, page.clone()));
            match part.listing {
                Listing::Asked(_) => members.for_each(|(i, page)| {
                    for &claim in &corpus[FactIx(i)].claims {
                        divided.answers.entry(claim).or_insert_with(|| page.clone());
                    }
                    divided.questions.insert(FactIx(i), page);
                }),
                Listing::Answers(_) => divided.answers.extend(members.map(|(i, page)| (ClaimIx(i), page))),
                Listing::Sayings(_) => divided.quotes.extend(members.map(|(i, page)| (ClaimIx(i), page))),
                Listing::Events
                | Listing::Questions
                | Listing::Sources
                | Listing::Names
                | Listing::Tags
                | Listing::Tagged(_)
                | Listing::Witnesses(_)
                | Listing::Naming(_)
                | Listing::Happened(_)
                | Listing::Works(_)
                | Listing::Within(_) => {}
            }
        }
        divided
    })
}
