//! The lists that are divided where they are long, and their parts.

use super::Route;
use super::step::{Division, Step};
use crate::model::{ArticleIx, EntityIx, FactIx, SheetIx};

/// A list that is divided where it is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listing {
    /// The events: sheets.
    Events,
    /// The questions: sheets.
    Questions,
    /// The sources: articles.
    Sources,
    /// The names: entities.
    Names,
    /// The labels, by their positions in the plan.
    Tags,
    /// What bears a label: sheets.
    Tagged(u32),
    /// The questions of a sheet: facts.
    Asked(SheetIx),
    /// The answers to a question that very many give: claims.
    Answers(FactIx),
    /// The sources of a sheet: articles.
    Witnesses(SheetIx),
    /// What a source says: claims.
    Sayings(ArticleIx),
    /// What names an entity: claims.
    Naming(EntityIx),
    /// What took place there: sheets.
    Happened(EntityIx),
    /// What it published or wrote: articles.
    Works(EntityIx),
    /// The places that it contains: entities.
    Within(EntityIx),
}

/// A page with some of the entries of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// Of which list.
    pub listing: Listing,
    /// The page that counts the entries of the list and leads to its parts.
    pub page: Route,
    /// Where this part stands.
    pub route: Route,
    /// What its entries have in common, from the largest division to the smallest.
    pub path: Vec<Step>,
    /// Its entries: positions of what the list is of, in its order.
    pub members: Vec<u32>,
}

/// The parts of a list, whose addresses begin with these words; two hyphens stand in no id.
pub fn parts(listing: Listing, page: &Route, words: &str, divisions: Vec<Division>) -> Vec<ListPart> {
    let part = |(path, members): Division| {
        let slug: Vec<String> = path.iter().map(Step::slug).collect();
        let route = Route::new(format!("{words}{}.html", slug.join("-")));
        ListPart { listing, page: page.clone(), route, path, members }
    };
    divisions.into_iter().map(part).collect()
}

/// A claim in a few words.
pub const N_STATEMENT_BYTES: usize = 420;
