//! The parts of a long list, as its own page leads to them; entry points [`parts`], [`beside`] and [`name`].
//!
//! The page answers the anchors of what stands on its parts, as far as there is room for them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Here, Link, terms};
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, Day, FactIx, SheetIx};
use crate::plan::{self, ListPart, Listing, Step};
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

/// The most bytes of anchors on a page that leads to parts; what is beyond them is found through the parts.
pub const N_ANCHOR_BYTES_MAX: usize = 110_000;

/// What an anchor takes beside its name.
const N_ANCHOR_BYTES: usize = 13;

/// The parts of a list; none where all of it stands on one page.
pub fn parts(here: Here<'_>, listing: Listing) -> Vec<Part> {
    let mut told = BTreeSet::new();
    let mut room = N_ANCHOR_BYTES_MAX;
    let divisions = here.edition.plan.divisions_of(listing);
    let mut anchors: Vec<Vec<String>> = divisions.iter().map(|_| Vec::new()).collect();
    // What leads to a whole section comes before what leads to one entry of it.
    for of_part in [sections, entries] {
        for (own, division) in anchors.iter_mut().zip(divisions) {
            let new = of_part(here, division).into_iter().filter(|anchor| told.insert(anchor.clone()));
            own.extend(fitting(new, &mut room));
        }
    }
    let part = |(division, anchors): (&ListPart, Vec<String>)| Part {
        link: here.link(name(here, &division.path), division.route.as_str()),
        n: division.members.len(),
        anchors,
    };
    divisions.iter().zip(anchors).map(part).collect()
}

/// The anchors for which there is room.
pub fn fitting(anchors: impl Iterator<Item = String>, room: &mut usize) -> Vec<String> {
    let fits = |anchor: &String| {
        let left = room.checked_sub(N_ANCHOR_BYTES + anchor.len());
        *room = left.unwrap_or(*room);
        left.is_some()
    };
    anchors.filter(fits).collect()
}

/// The parts before and after one.
pub fn beside(here: Here<'_>, part: &ListPart) -> (Option<Link>, Option<Link>) {
    let all = here.edition.plan.divisions_of(part.listing);
    let at = all.iter().position(|other| other.route == part.route);
    let link = |i: Option<usize>| {
        let other = all.get(i?)?;
        Some(here.link(name(here, &other.path), other.route.as_str()))
    };
    (link(at.and_then(|i| i.checked_sub(1))), link(at.map(|i| i + 1)))
}

/// What the entries of a division have in common, in words.
pub fn name(here: Here<'_>, path: &[Step]) -> String {
    let language = here.edition.language;
    let digits: String = path.iter().filter_map(digit).collect();
    if !digits.is_empty() {
        let whole = name(here, &path[..path.len() - digits.len()]);
        return here.fill(Key::DivisionPart, &[("name", &whole), ("part", &digits.to_uppercase())]);
    }
    match path {
        [] => here.say(Key::All),
        [Step::Kind(kind)] => here.say(terms::entity_kind(*kind).2),
        [Step::Letter(letter)] => letter.clone(),
        [first @ (Step::Kind(_) | Step::Letter(_) | Step::Undated), rest @ ..] if !rest.is_empty() => {
            format!("{}, {}", name(here, std::slice::from_ref(first)), name(here, rest))
        }
        [Step::Year(year)] => language.year(*year),
        [Step::Year(year), Step::Month(month)] => language.month(*year, *month),
        [Step::Year(year), Step::Month(month), Step::Day(day)] => {
            let stated = date::read(&format!("{year:04}-{month:02}-{day:02}"));
            stated.map_or_else(|_| language.month(*year, *month), |date| here.date(&date))
        }
        [Step::Year(_), rest @ ..] => {
            let n_dated =
                1 + rest.iter().take_while(|step| matches!(step, Step::Month(_) | Step::Day(_))).count();
            format!("{}, {}", name(here, &path[..n_dated]), name(here, &path[n_dated..]))
        }
        _ => here.say(Key::Undated),
    }
}

fn digit(step: &Step) -> Option<char> {
    match step {
        Step::Digest(digit) => Some(*digit),
        Step::Kind(_) | Step::Letter(_) | Step::Year(_) | Step::Month(_) | Step::Day(_) | Step::Undated => {
            None
        }
    }
}

/// What the page of an undivided list calls the sections of these entries.
fn sections(here: Here<'_>, division: &ListPart) -> BTreeSet<String> {
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
        Listing::Events | Listing::Tagged(_) => members.flat_map(|&i| of_event(i)).collect(),
        Listing::Sources => members.flat_map(|&i| of_source(i)).collect(),
        Listing::Names => {
            let kind = division.path.iter().find_map(|step| match step {
                Step::Kind(kind) => Some(terms::entity_kind(*kind).1.to_owned()),
                _ => None,
            });
            kind.into_iter().collect()
        }
        Listing::Asked(_) => members.map(|&i| corpus[FactIx(i)].id.to_string()).collect(),
        Listing::Questions
        | Listing::Tags
        | Listing::Answers(_)
        | Listing::Witnesses(_)
        | Listing::Sayings(_)
        | Listing::Naming(_)
        | Listing::Happened(_)
        | Listing::Works(_)
        | Listing::Within(_) => BTreeSet::new(),
    }
}

/// The permanent anchors of the entries: answers and quoted words.
fn entries(here: Here<'_>, division: &ListPart) -> BTreeSet<String> {
    let corpus = here.edition.corpus;
    let members = division.members.iter();
    match division.listing {
        Listing::Asked(_) => {
            let claims = members.flat_map(|&i| &corpus[FactIx(i)].claims);
            claims.map(|&ix| corpus[ix].anchor.clone()).collect()
        }
        Listing::Answers(_) => members.map(|&i| corpus[ClaimIx(i)].anchor.clone()).collect(),
        Listing::Sayings(_) => members.map(|&i| plan::quote_anchor(corpus, ClaimIx(i))).collect(),
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
        | Listing::Within(_) => BTreeSet::new(),
    }
}
