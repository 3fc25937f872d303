//! The edition for machines: data files, their schemas, feeds and sitemap; entry point [`files`].
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
mod bibtex;
mod annotations;
mod statements;
mod ftm_things;
mod json_ld;
mod nodes;
mod linked;
mod news;
mod feed;
mod feed_json;
mod sitemap;
mod reading;
mod names;
mod words;
mod days;
mod prose;
mod schema;
mod csv;
mod csvw;
mod json;

pub use catalogue::{DataFile, Field, OtherFile, catalogue, n_records, others};
pub use claims_csv::ROUTE as CLAIMS;
pub use csl_json::ROUTE as SOURCES;
pub use days::{Stated, of_article as last_stated_of_article, of_sheet as last_stated_of_sheet};
pub use discrepancies_csv::ROUTE as DISCREPANCIES;
pub use facts_json::ROUTE as FACTS;
pub use json_ld::{ROUTE as LINKED_DATA, block as json_ld_block};
pub use prose::plain;

use rayon::prelude::*;

use crate::model::{Corpus, Finding};
use crate::plan::Route;

/// One file's writer.
type Write = fn(&Corpus, &[Finding]) -> Vec<u8>;

/// What every edition has, and the data files that its settings may ask for.
const FILES: [(&str, Write); 11] = [
    (claims_csv::ROUTE, |corpus, _| claims_csv::write(corpus)),
    (facts_json::ROUTE, facts_json::write),
    (discrepancies_json::ROUTE, discrepancies_json::write),
    (discrepancies_csv::ROUTE, discrepancies_csv::write),
    (csl_json::ROUTE, |corpus, _| csl_json::write(corpus)),
    (bibtex::ROUTE, |corpus, _| bibtex::write(corpus)),
    (statements::ROUTE, statements::write),
    (annotations::ROUTE, |corpus, _| annotations::write(corpus)),
    (json_ld::ROUTE, json_ld::write),
    ("robots.txt", |corpus, _| sitemap::robots(corpus)),
    // GitHub Pages would otherwise run Jekyll, which drops some names.
    (".nojekyll", |_, _| Vec::new()),
];

/// What has to name its own address, Atom aside, which may be left out.
const WITH_ADDRESS: [(&str, Write); 2] =
    [(feed_json::ROUTE, feed_json::write), (sitemap::ROUTE, sitemap::write)];

/// Whether an edition with an address has a feed.xml: Atom wants a day, and no day is invented for it.
pub fn has_atom_feed(corpus: &Corpus) -> bool {
    days::full_day_of_edition(corpus).is_some()
}

/// Every file of the edition that machines read, with its bytes.
pub fn files(corpus: &Corpus, findings: &[Finding]) -> Vec<(Route, Vec<u8>)> {
    let with_address: &[_] = if corpus.settings.base_url.is_some() { &WITH_ADDRESS } else { &[] };
    let mut files: Vec<(Route, Vec<u8>)> = FILES
        .par_iter()
        .filter(|(route, _)| catalogue::is_written(corpus, route))
        .chain(with_address)
        .map(|(route, write)| (Route::new(*route), write(corpus, findings)))
        .collect();
    if corpus.settings.base_url.is_some() {
        files.extend(feed::write(corpus, findings).map(|bytes| (Route::new(feed::ROUTE), bytes)));
    }
    files.extend(json_ld::sheet_files(corpus, findings));
    files.extend(catalogue::schemas(corpus));
    files.extend(catalogue::table_descriptions(corpus));
    // They are held until the edition is written, and grew by doubling.
    files.iter_mut().for_each(|(_, bytes)| bytes.shrink_to_fit());
    files
}
