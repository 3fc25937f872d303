//! The edition for machines: data files, their schemas, feed and sitemap; entry point [`files`].
//!
//! Every number stands in a file as the exact decimal that was read, and every list in the
//! corpus's order. Nothing here compares claims, and nothing here writes HTML.

mod catalogue;
mod claims_csv;
mod discrepancies_csv;
mod discrepancies_json;
mod facts_json;
mod answer;
mod register;
mod csl_json;
mod json_ld;
mod linked;
mod feed;
mod sitemap;
mod reading;
mod names;
mod words;
mod days;
mod prose;
mod schema;
mod csv;
mod json;

pub use catalogue::{DataFile, Field, catalogue};

use crate::model::{Corpus, Finding};
use crate::plan::Route;

/// Every file of the edition that machines read, with its bytes.
pub fn files(corpus: &Corpus, findings: &[Finding]) -> Vec<(Route, Vec<u8>)> {
    let mut files = vec![
        (claims_csv::ROUTE, claims_csv::write(corpus)),
        (facts_json::ROUTE, facts_json::write(corpus, findings)),
        (discrepancies_json::ROUTE, discrepancies_json::write(corpus, findings)),
        (discrepancies_csv::ROUTE, discrepancies_csv::write(corpus, findings)),
        (csl_json::ROUTE, csl_json::write(corpus)),
        (json_ld::ROUTE, json_ld::write(corpus)),
        ("robots.txt", sitemap::robots(corpus)),
        // GitHub Pages would otherwise run Jekyll, which drops some names.
        (".nojekyll", Vec::new()),
    ];
    if let Some(base_url) = &corpus.settings.base_url {
        files.push((feed::ROUTE, feed::write(corpus, findings, base_url)));
        files.push((sitemap::ROUTE, sitemap::write(corpus, base_url)));
    }
    let files = files.into_iter().map(|(route, bytes)| (Route::new(route), bytes));
    files.chain(catalogue::schemas()).collect()
}
