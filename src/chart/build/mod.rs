//! From the corpus to specifications: which chart a fact gets, and the charts of the edition.
//!
//! Entry points: [`of_fact`], [`faults`], [`of_dates`], [`timeline`], [`totals`], [`matrix`], [`coverage`].
//! Addresses come from the caller, who knows the page that the chart stands on.

mod fact;
mod nest;
mod breakdown;
mod dates;
mod series;
mod long;
mod undrawn;
mod edition;
mod voices;
mod locator;
mod labels;

pub use dates::of_dates;
pub use edition::{coverage, matrix, most_heard, timeline, totals};
pub use fact::of_fact;
pub use locator::{EntityHref, of_names as places_of_edition, of_sheet as places_of_sheet};
pub use long::is_long;
pub use undrawn::{Undrawn, faults};
pub use voices::{lanes, spread, who_relays_whom, who_says_what};

use crate::check::{Bylines, Joined};
use crate::model::{ArticleIx, ClaimIx, Corpus, FactIx, SheetIx};

/// The corpus, with the facts that ask the same taken together.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Everything the project says.
    pub corpus: &'a Corpus,
    /// Which facts ask the same; built once, since every chart needs it.
    pub joined: &'a Joined,
    /// How the articles are called.
    pub bylines: &'a Bylines,
}

/// The address of a claim, from the page that the chart stands on.
pub type ClaimHref<'a> = &'a dyn Fn(ClaimIx) -> String;
/// The address of a question.
pub type FactHref<'a> = &'a dyn Fn(FactIx) -> String;
/// The address of a sheet's page.
pub type SheetHref<'a> = &'a dyn Fn(SheetIx) -> String;
/// The address of a source's page.
pub type SourceHref<'a> = &'a dyn Fn(ArticleIx) -> String;
