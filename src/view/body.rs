//! One value for every kind of page; entry point [`build`].

use rayon::prelude::*;
use serde::Serialize;

use super::frame::{Frame, Heading, frame};
use super::terms::count;
use super::{Edition, Here};
use super::{
    agreement, briefing, data, discrepancies, entity, event, indexes, methodology, prose_page, source,
    source_index, timeline,
};
use crate::markdown;
use crate::model::{ArticleIx, EntityIx, Prose, SheetIx, SheetKind};
use crate::plan::{Page, PageKind, Route};

/// A page, ready for its template.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// Where it is written.
    #[serde(skip)]
    pub route: Route,
    /// What every page shares.
    pub page: Frame,
    /// What this page shows.
    pub view: Body,
}

/// What a page shows.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// The generated briefing.
    Briefing(Box<briefing::BriefingView>),
    /// All events.
    EventIndex(indexes::SheetIndexView),
    /// An event.
    Event(Box<event::EventView>),
    /// All questions.
    QuestionIndex(indexes::SheetIndexView),
    /// A question.
    Question(Box<event::EventView>),
    /// All source documents.
    SourceIndex(source_index::SourceIndexView),
    /// A source document.
    Source(Box<source::SourceView>),
    /// All entities.
    EntityIndex(entity::EntityIndexView),
    /// An entity.
    Entity(Box<entity::EntityView>),
    /// Every discrepancy.
    Discrepancies(Box<discrepancies::DiscrepanciesView>),
    /// All dated events.
    Timeline(timeline::TimelineView),
    /// Who agrees with whom.
    Agreement(agreement::AgreementView),
    /// How the edition is made.
    Methodology(Box<methodology::MethodologyView>),
    /// The data files.
    Data(data::DataView),
    /// Every page, as plain lists.
    Search(indexes::EverythingView),
    /// A page of the author's own.
    Prose(prose_page::ProsePageView),
    /// The page for addresses that do not exist.
    NotFound {},
}

/// Every page of the plan, in its order.
pub fn build(edition: &Edition<'_>) -> Vec<PageView> {
    edition.plan.pages.par_iter().map(|page| page_view(edition, page)).collect()
}

fn page_view(edition: &Edition<'_>, page: &Page) -> PageView {
    let here = Here { edition, route: &page.route };
    PageView {
        route: page.route.clone(),
        page: frame(here, page, heading(here, page.kind)),
        view: body(here, page.kind),
    }
}

fn body(here: Here<'_>, kind: PageKind) -> Body {
    match kind {
        PageKind::Briefing => Body::Briefing(Box::new(briefing::briefing(here))),
        PageKind::EventIndex => Body::EventIndex(indexes::sheets(here, SheetKind::Event)),
        PageKind::Event(ix) => Body::Event(Box::new(event::event(here, ix))),
        PageKind::QuestionIndex => Body::QuestionIndex(indexes::sheets(here, SheetKind::Question)),
        PageKind::Question(ix) => Body::Question(Box::new(event::question(here, ix))),
        PageKind::SourceIndex => Body::SourceIndex(source_index::index(here)),
        PageKind::Source(ix) => Body::Source(Box::new(source::source(here, ix))),
        PageKind::EntityIndex => Body::EntityIndex(entity::index(here)),
        PageKind::Entity(ix) => Body::Entity(Box::new(entity::entity(here, ix))),
        PageKind::Discrepancies => Body::Discrepancies(Box::new(discrepancies::discrepancies(here))),
        PageKind::Timeline => Body::Timeline(timeline::timeline(here)),
        PageKind::Agreement => Body::Agreement(agreement::agreement(here)),
        PageKind::Methodology => Body::Methodology(Box::new(methodology::methodology(here))),
        PageKind::Data => Body::Data(data::data(here)),
        PageKind::Search => Body::Search(indexes::everything(here)),
        PageKind::Prose(i) => Body::Prose(prose_page::prose_page(here, &here.edition.corpus.pages[i].body)),
        PageKind::NotFound => Body::NotFound {},
    }
}

/// What a page is called, and one sentence on it.
pub fn heading(here: Here<'_>, kind: PageKind) -> Heading {
    let corpus = here.edition.corpus;
    let about = |title: &str, description: &str| Heading {
        title: title.to_owned(),
        description: description.to_owned(),
    };
    match kind {
        PageKind::Briefing => about(&corpus.settings.title, &corpus.settings.description),
        PageKind::EventIndex => {
            about("Events", "Every event of this edition, with what the sources say of it.")
        }
        PageKind::QuestionIndex => about("Questions", "Questions that belong to no single event."),
        PageKind::SourceIndex => about("Sources", "Every source of this edition, and what each rests on."),
        PageKind::EntityIndex => about("Names", "People, places and organisations that the sources name."),
        PageKind::Discrepancies => {
            about("Discrepancies", "Every place where the sources disagree, with both wordings.")
        }
        PageKind::Timeline => about("Timeline", "Every dated event of this edition in order."),
        PageKind::Agreement => about("Who agrees with whom", "Source by source and question by question."),
        PageKind::Methodology => about("Methodology", "How claims are recorded, verified and compared."),
        PageKind::Data => about("Data", "Everything in this edition as files."),
        PageKind::Search => {
            about("Search", "Find words in this edition, or any of its pages in plain lists.")
        }
        PageKind::NotFound => about("Page not found", "There is no page at this address."),
        PageKind::Event(ix) | PageKind::Question(ix) => sheet_heading(here, ix),
        PageKind::Source(ix) => source_heading(here, ix),
        PageKind::Entity(ix) => entity_heading(here, ix),
        PageKind::Prose(i) => {
            let page = &corpus.pages[i];
            about(&page.title, &first_sentence(&page.body))
        }
    }
}

fn sheet_heading(here: Here<'_>, ix: SheetIx) -> Heading {
    let sheet = &here.edition.corpus[ix];
    Heading { title: sheet.title.clone(), description: first_sentence(&sheet.summary) }
}

fn source_heading(here: Here<'_>, ix: ArticleIx) -> Heading {
    let article = &here.edition.corpus[ix];
    let claims = count(here.edition.claims_of(ix).len(), "claim", "claims");
    Heading {
        title: article.title.clone(),
        description: format!("What {} says: {claims}, each with the words it rests on.", article.title),
    }
}

fn entity_heading(here: Here<'_>, ix: EntityIx) -> Heading {
    let name = &here.edition.corpus[ix].name;
    Heading { title: name.clone(), description: format!("What the sources say of {name}.") }
}

/// The first sentence of prose without markup, for descriptions.
fn first_sentence(prose: &Prose) -> String {
    let plain = markdown::plain_text(&prose.markdown);
    match plain.find(". ") {
        Some(end) => plain[..=end].to_owned(),
        None => plain,
    }
}
