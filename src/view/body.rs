//! One value for every kind of page; entry point [`build`].

use rayon::prelude::*;
use serde::Serialize;

use super::frame::{Frame, Heading, frame};
use super::{Edition, Here};
use super::{
    agreement, briefing, data, discrepancies, entity, event, indexes, methodology, prose, prose_page, source,
    source_index, timeline,
};
use crate::language::Key;
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
        PageKind::SheetDiscrepancies(ix) => Body::Discrepancies(Box::new(discrepancies::of_sheet(here, ix))),
        PageKind::FactDiscrepancies(fact, part) => {
            Body::Discrepancies(Box::new(discrepancies::of_fact(here, fact, part)))
        }
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
    let said = |title, description| Heading { title: here.say(title), description: here.say(description) };
    match kind {
        PageKind::Briefing => about(&corpus.settings.title, &corpus.settings.description),
        PageKind::EventIndex => said(Key::Events, Key::EventsAbout),
        PageKind::QuestionIndex => said(Key::Questions, Key::QuestionsAbout),
        PageKind::SourceIndex => said(Key::Sources, Key::SourcesAbout),
        PageKind::EntityIndex => said(Key::Names, Key::NamesAbout),
        PageKind::Discrepancies => said(Key::Discrepancies, Key::DiscrepanciesAbout),
        PageKind::SheetDiscrepancies(ix) => {
            let all = said(Key::Discrepancies, Key::DiscrepanciesAbout);
            Heading { title: format!("{}: {}", all.title, here.sheet(ix).text), ..all }
        }
        PageKind::FactDiscrepancies(fact, part) => {
            let of_sheet = heading(here, PageKind::SheetDiscrepancies(corpus[fact].sheet));
            let part = part.map_or_else(String::new, |part| format!(", {}", corpus[part].name));
            Heading { title: format!("{}: {}{part}", of_sheet.title, corpus[fact].label), ..of_sheet }
        }
        PageKind::Timeline => said(Key::Timeline, Key::TimelineAbout),
        PageKind::Agreement => said(Key::Agreement, Key::AgreementAbout),
        PageKind::Methodology => said(Key::Methodology, Key::MethodologyAbout),
        PageKind::Data => said(Key::Data, Key::DataAbout),
        PageKind::Search => said(Key::Search, Key::SearchAbout),
        PageKind::NotFound => said(Key::NotFound, Key::NotFoundAbout),
        PageKind::Event(ix) | PageKind::Question(ix) => sheet_heading(here, ix),
        PageKind::Source(ix) => source_heading(here, ix),
        PageKind::Entity(ix) => entity_heading(here, ix),
        PageKind::Prose(i) => {
            let page = &corpus.pages[i];
            about(&page.title, &first_sentence(here, &page.body))
        }
    }
}

fn sheet_heading(here: Here<'_>, ix: SheetIx) -> Heading {
    let sheet = &here.edition.corpus[ix];
    Heading { title: sheet.title.clone(), description: first_sentence(here, &sheet.summary) }
}

fn source_heading(here: Here<'_>, ix: ArticleIx) -> Heading {
    let article = &here.edition.corpus[ix];
    let claims = here.count(Key::NClaims, here.edition.claims_of(ix).len());
    Heading {
        title: article.title.clone(),
        description: here.fill(Key::SourceAbout, &[("title", &article.title), ("claims", &claims)]),
    }
}

fn entity_heading(here: Here<'_>, ix: EntityIx) -> Heading {
    let name = &here.edition.corpus[ix].name;
    Heading { title: name.clone(), description: here.fill(Key::EntityAbout, &[("name", name)]) }
}

/// The first sentence of prose without markup, for descriptions.
fn first_sentence(here: Here<'_>, prose: &Prose) -> String {
    let plain = prose::plain(here.edition, prose);
    match plain.find(". ") {
        Some(end) => plain[..=end].to_owned(),
        None => plain,
    }
}
