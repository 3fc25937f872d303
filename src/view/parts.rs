//! The divisions of a long list, as its own page leads to them; entry points [`parts`] and [`name`].

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Here, Link};
use crate::language::Key;
use crate::model::{ArticleIx, Day, SheetIx};
use crate::plan::{ListPart, Listing, Step};
use crate::text::initial;
use crate::value::date;

/// A page with some of the entries of a long list.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Part {
    /// The page.
    pub link: Link,
    /// How many entries it holds.
    pub n: usize,
    /// The anchors of what once stood on the page of the list, and is found through this one.
    pub anchors: Vec<String>,
}

/// The divisions of a list; none where all of it stands on one page.
pub fn parts(here: Here<'_>, listing: Listing) -> Vec<Part> {
    let mut told = BTreeSet::new();
    let part = |division: &ListPart| Part {
        link: here.link(name(here, &division.path), division.route().as_str()),
        n: division.members.len(),
        anchors: anchors(here, division).into_iter().filter(|anchor| told.insert(anchor.clone())).collect(),
    };
    here.edition.plan.divisions_of(listing).map(part).collect()
}

/// What the entries of a division have in common, in words.
pub fn name(here: Here<'_>, path: &[Step]) -> String {
    let language = here.edition.language;
    match path {
        [Step::Letter(letter)] => letter.clone(),
        [Step::Letter(letter), rest @ ..] => format!("{letter}, {}", name(here, rest)),
        [Step::Year(year)] => language.year(*year),
        [Step::Year(year), Step::Month(month)] => language.month(*year, *month),
        [Step::Year(year), Step::Month(month), Step::Day(day)] => {
            let stated = date::read(&format!("{year:04}-{month:02}-{day:02}"));
            stated.map_or_else(|_| language.month(*year, *month), |date| here.date(&date))
        }
        _ => here.say(Key::Undated),
    }
}

/// What the page of an undivided list calls the sections of these entries.
fn anchors(here: Here<'_>, division: &ListPart) -> BTreeSet<String> {
    let corpus = here.edition.corpus;
    let of_event = |i: u32| {
        let date = corpus[SheetIx(i)].date.as_ref().filter(|date| date.year_known);
        let begins = date.and_then(|date| date.begins.first).map(Day::civil);
        begins.map_or_else(
            || vec!["undated".to_owned()],
            |(year, month, _)| vec![format!("year-{year}"), format!("month-{year}-{month:02}")],
        )
    };
    let of_source = |i: u32| {
        let article = &corpus[ArticleIx(i)];
        vec![format!("sources-{}", initial(&super::claim::outlet(here, article)).to_lowercase())]
    };
    let members = division.members.iter();
    match division.listing {
        Listing::Events => members.flat_map(|&i| of_event(i)).collect(),
        Listing::Sources => members.flat_map(|&i| of_source(i)).collect(),
    }
}
