//! Cards for shared links: a PNG picture per event and question, of the briefing and of the
//! discrepancies, drawn from their data; entry points [`files`] and [`route`].
//!
//! They are made with the feature `cards`, and only where the edition has an address: what shows a
//! shared link wants an absolute one. Without the feature there is no card and no font in the program.

#[cfg(feature = "cards")]
mod letter;
#[cfg(feature = "cards")]
mod canvas;
#[cfg(feature = "cards")]
mod wrap;
#[cfg(feature = "cards")]
mod marks;
#[cfg(feature = "cards")]
mod draw;
mod facts;

use crate::language::Language;
use crate::model::{Corpus, Finding};
use crate::plan::{Page, PageKind, Route, SitePlan};

/// Width of a card in pixels, as those who show shared links ask for it.
pub const WIDTH_PX: u32 = 1200;

/// Height of a card in pixels.
pub const HEIGHT_PX: u32 = 630;

/// Where a page's card stands; none for a page that has none.
pub fn route(page: &Page) -> Option<Route> {
    let has_card = match page.kind {
        PageKind::Briefing | PageKind::Event(_) | PageKind::Question(_) | PageKind::Discrepancies => true,
        PageKind::EventIndex
        | PageKind::ListPart(_)
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::Source(_)
        | PageKind::EntityIndex
        | PageKind::Entity(_)
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Data
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::TagIndex
        | PageKind::Tag(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => false,
    };
    let name = page.route.as_str().trim_end_matches(".html").replace('/', "-");
    (cfg!(feature = "cards") && has_card).then(|| Route::new(format!("cards/{name}.png")))
}

/// Every card of the edition.
#[cfg(feature = "cards")]
pub fn files(
    plan: &SitePlan,
    corpus: &Corpus,
    findings: &[Finding],
    language: &Language,
) -> Vec<(Route, Vec<u8>)> {
    use rayon::prelude::*;
    if corpus.settings.base_url.is_none() {
        return Vec::new();
    }
    let known = facts::Known::new(corpus, findings);
    let card = |page: &Page| {
        let facts = facts::of_page(page, &known, language)?;
        Some((route(page)?, draw::draw(&facts)))
    };
    plan.pages.par_iter().filter_map(card).collect()
}

/// No card: the program was built without them.
#[cfg(not(feature = "cards"))]
pub fn files(_: &SitePlan, _: &Corpus, _: &[Finding], _: &Language) -> Vec<(Route, Vec<u8>)> {
    Vec::new()
}
