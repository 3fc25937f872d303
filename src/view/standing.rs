//! What a page says of itself at its foot: when it last changed, and where its data are; entry points
//! [`last_changed`] and [`data`].
//!
//! No clock: a page changes with its sources and rulings, and the latest of their stated dates is told at the
//! precision that it has. Pages on the whole edition tell the day of the edition instead.

use super::{Here, Link};
use crate::export::{self, Stated};
use crate::language::Key;
use crate::plan::{Listing, PageKind, linked_route};
use crate::value::date;

/// The latest date that the sources and rulings of a page state; none for pages that belong to no sheet or source.
pub fn last_changed(here: Here<'_>, kind: PageKind) -> Option<String> {
    let corpus = here.edition.corpus;
    let stated: Stated = match kind {
        PageKind::Event(sheet) | PageKind::Question(sheet) | PageKind::SheetDiscrepancies(sheet) => {
            here.edition.last_stated_of(sheet)
        }
        PageKind::FactDiscrepancies(fact, ..) => here.edition.last_stated_of(corpus[fact].sheet),
        PageKind::ListPart(i) => last_stated_of_list(here, here.edition.plan.divisions[i as usize].listing),
        PageKind::Source(article) => export::last_stated_of_article(corpus, article),
        PageKind::Entity(entity) => {
            here.edition.sheet_about(entity).and_then(|sheet| here.edition.last_stated_of(sheet))
        }
        PageKind::Briefing
        | PageKind::Data
        | PageKind::EventIndex
        | PageKind::QuestionIndex
        | PageKind::SourceIndex
        | PageKind::EntityIndex
        | PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::TagIndex
        | PageKind::Tag(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => None,
    }?;
    date::read(&stated.to_string()).ok().map(|date| here.date(&date))
}

/// A part of a page changes with it.
fn last_stated_of_list(here: Here<'_>, listing: Listing) -> Option<Stated> {
    let corpus = here.edition.corpus;
    match listing {
        Listing::Asked(sheet) | Listing::Witnesses(sheet) => here.edition.last_stated_of(sheet),
        Listing::Answers(fact) => here.edition.last_stated_of(corpus[fact].sheet),
        Listing::Sayings(article) => export::last_stated_of_article(corpus, article),
        Listing::Events
        | Listing::Questions
        | Listing::Sources
        | Listing::Names
        | Listing::Tags
        | Listing::Tagged(_)
        | Listing::Naming(_)
        | Listing::Happened(_)
        | Listing::Works(_)
        | Listing::Within(_) => None,
    }
}

/// The file with the data of a page: its own, else the one of the whole edition that holds them.
pub fn data(here: Here<'_>, kind: PageKind) -> Option<Link> {
    let own = |route: &str| Some(here.link(here.say(Key::DataOfPage), route));
    let whole = |route: &str| Some(here.link(here.say(Key::DataBehindPage), route));
    match kind {
        PageKind::Briefing | PageKind::Data => own(export::LINKED_DATA),
        PageKind::Event(sheet) | PageKind::Question(sheet) => {
            linked_route(here.edition.corpus, sheet).and_then(|route| own(route.as_str()))
        }
        PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..) => whole(export::DISCREPANCIES),
        PageKind::Source(_) | PageKind::Entity(_) => whole(export::CLAIMS),
        PageKind::SourceIndex => whole(export::SOURCES),
        PageKind::ListPart(i) => match here.edition.plan.divisions[i as usize].listing {
            Listing::Sources | Listing::Witnesses(_) | Listing::Works(_) => whole(export::SOURCES),
            Listing::Asked(_) | Listing::Answers(_) | Listing::Sayings(_) | Listing::Naming(_) => {
                whole(export::CLAIMS)
            }
            Listing::Events
            | Listing::Questions
            | Listing::Names
            | Listing::Tags
            | Listing::Tagged(_)
            | Listing::Happened(_)
            | Listing::Within(_) => whole(export::FACTS),
        },
        PageKind::EventIndex
        | PageKind::QuestionIndex
        | PageKind::EntityIndex
        | PageKind::Timeline
        | PageKind::Agreement
        | PageKind::TagIndex
        | PageKind::Tag(_) => whole(export::FACTS),
        PageKind::Methodology
        | PageKind::Checked
        | PageKind::Search
        | PageKind::Prose(_)
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{data, last_changed};
    use crate::language::Language;
    use crate::model::{ArticleIx, SheetIx};
    use crate::plan::{PageKind, Route, plan};
    use crate::value::date;
    use crate::view::{Edition, Here, fixture};

    #[test]
    fn a_page_changes_with_its_sources_and_rulings_at_the_precision_that_they_state() {
        let (mut corpus, findings, language) = (fixture::corpus(), fixture::findings(), Language::english());
        for article in &mut corpus.articles {
            (article.published, article.retrieved) = (date::read("2031-05").ok(), None);
        }
        let plan = plan(&corpus, &findings);
        let edition = Edition::new(&corpus, &findings, &plan, &language);
        let route = Route::new("events/raids.html");
        let here = Here { edition: &edition, route: &route };
        let changed = |kind| last_changed(here, kind);
        assert_eq!(changed(PageKind::Source(ArticleIx(0))).as_deref(), Some("May 2031"));
        assert_eq!(changed(PageKind::Event(SheetIx(0))).as_deref(), Some("May 2031"));
        assert_eq!(changed(PageKind::Timeline), None);
        let file = |kind| data(here, kind).map(|link| link.href);
        assert_eq!(file(PageKind::Event(SheetIx(0))).as_deref(), Some("raids.jsonld"));
        assert_eq!(file(PageKind::Discrepancies).as_deref(), Some("../data/discrepancies.csv"));
        assert_eq!(file(PageKind::Search), None);
    }
}
