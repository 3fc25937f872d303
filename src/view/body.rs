//! One value for every kind of page; entry points [`build`] and [`Pages`].

use rayon::prelude::*;
use serde::Serialize;

use super::frame::{Frame, frame};
use super::heading::heading;
use super::namesakes::{self, Named};
use super::{Edition, Here};
use super::{
    agreement, answers, briefing, checked, data, days, discrepancies, entity, event, indexes, methodology,
    prose_page, source, source_index, timeline,
};
use crate::model::SheetKind;
use crate::plan::{self, ListPart, Listing, PageKind, Route};

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
    /// A month of a question that is answered for very many days.
    Days(Box<days::DaysView>),
    /// Some of the answers of a sheet.
    Answers(Box<answers::AnswersView>),
    /// All dated events.
    Timeline(timeline::TimelineView),
    /// Who agrees with whom.
    Agreement(agreement::AgreementView),
    /// How the edition is made.
    Methodology(Box<methodology::MethodologyView>),
    /// What is checked, and what is not.
    Checked(checked::CheckedView),
    /// The data files.
    Data(data::DataView),
    /// Every page, as plain lists.
    Search(indexes::EverythingView),
    /// A page of the author's own.
    Prose(prose_page::ProsePageView),
    /// All labels.
    TagIndex(indexes::TagIndexView),
    /// What bears a label.
    Tag(indexes::SheetIndexView),
    /// An old address.
    Moved(prose_page::MovedView),
    /// A page that was taken away.
    Removed(prose_page::RemovedView),
    /// The page for addresses that do not exist.
    NotFound {},
}

/// Every page of the plan, in its order.
pub fn build(edition: &Edition<'_>) -> Vec<PageView> {
    let pages = Pages::new(edition);
    (0..edition.plan.pages.len()).into_par_iter().map(|i| pages.page(i)).collect()
}

/// The pages of an edition, each made when it is asked for.
pub struct Pages<'a> {
    edition: &'a Edition<'a>,
    /// What each page is called, in the order of the plan; told apart from all others once.
    named: Vec<Named>,
}

impl<'a> Pages<'a> {
    /// Names every page; none is made yet.
    pub fn new(edition: &'a Edition<'a>) -> Self {
        let pages = &edition.plan.pages;
        let headings = pages
            .par_iter()
            .map(|page| (&page.route, heading(Here { edition, route: &page.route }, page.kind)));
        Self { edition, named: namesakes::tell_apart(headings.collect()) }
    }

    /// The page at a position of the plan.
    pub fn page(&self, i: usize) -> PageView {
        let (edition, page) = (self.edition, &self.edition.plan.pages[i]);
        let here = Here { edition, route: &page.route };
        let frame = frame(here, page, self.named[i].clone());
        PageView { route: page.route.clone(), page: frame, view: body(here, page.kind) }
    }
}

fn body(here: Here<'_>, kind: PageKind) -> Body {
    match kind {
        PageKind::Briefing => Body::Briefing(Box::new(briefing::briefing(here))),
        PageKind::EventIndex => Body::EventIndex(indexes::sheets(here, SheetKind::Event)),
        PageKind::ListPart(i) => division(here, &here.edition.plan.divisions[i as usize]),
        PageKind::Event(ix) => Body::Event(Box::new(event::event(here, ix))),
        PageKind::QuestionIndex => Body::QuestionIndex(indexes::sheets(here, SheetKind::Question)),
        PageKind::Question(ix) => Body::Question(Box::new(event::question(here, ix))),
        PageKind::SourceIndex => Body::SourceIndex(source_index::index(here)),
        PageKind::Source(ix) => Body::Source(Box::new(source::source(here, ix))),
        PageKind::EntityIndex => Body::EntityIndex(entity::index(here)),
        PageKind::Entity(ix) => Body::Entity(Box::new(entity::entity(here, ix))),
        PageKind::Discrepancies => Body::Discrepancies(Box::new(discrepancies::discrepancies(here))),
        PageKind::SheetDiscrepancies(ix) => Body::Discrepancies(Box::new(discrepancies::of_sheet(here, ix))),
        PageKind::ForTheRecord => Body::Discrepancies(Box::new(discrepancies::for_the_record(here))),
        PageKind::FactDiscrepancies(fact, part, source) => {
            Body::Discrepancies(Box::new(discrepancies::of_fact(here, fact, part, source)))
        }
        PageKind::Timeline => Body::Timeline(timeline::timeline(here)),
        PageKind::Agreement => Body::Agreement(agreement::agreement(here)),
        PageKind::Methodology => Body::Methodology(Box::new(methodology::methodology(here))),
        PageKind::Checked => Body::Checked(checked::checked()),
        PageKind::Data => Body::Data(data::data(here)),
        PageKind::Search => Body::Search(indexes::everything(here)),
        PageKind::Prose(i) => Body::Prose(prose_page::prose_page(here, &here.edition.corpus.pages[i].body)),
        PageKind::TagIndex => Body::TagIndex(indexes::tags(here)),
        PageKind::Tag(i) => Body::Tag(indexes::tagged(here, i)),
        PageKind::Moved(i) => {
            let to = prose_page::moved(here, here.edition.corpus.moved[i].to);
            Body::Moved(prose_page::MovedView { to })
        }
        PageKind::Removed(i) => Body::Removed(prose_page::removed(here, i)),
        PageKind::NotFound => Body::NotFound {},
    }
}

/// Some of the entries of a long list, by the view and the template of the list.
fn division(here: Here<'_>, part: &ListPart) -> Body {
    let answers = |view| Body::Answers(Box::new(view));
    let entity = |view| Body::Entity(Box::new(view));
    match part.listing {
        Listing::Events => Body::EventIndex(indexes::of_division(here, SheetKind::Event, part)),
        Listing::Questions => Body::QuestionIndex(indexes::of_division(here, SheetKind::Question, part)),
        Listing::Sources | Listing::Witnesses(_) => Body::SourceIndex(source_index::of_division(here, part)),
        Listing::Names => Body::EntityIndex(entity::index_of_division(here, part)),
        Listing::Tags => Body::TagIndex(indexes::tags_of_division(here, part)),
        Listing::Tagged(_) => Body::Tag(indexes::tagged_of_division(here, part)),
        Listing::Asked(sheet) => answers(answers::questions(here, sheet, part)),
        Listing::Answers(fact) if plan::is_by_day(here.edition.corpus, fact) => {
            Body::Days(Box::new(days::days(here, fact, part)))
        }
        Listing::Answers(fact) => answers(answers::claims(here, fact, part)),
        Listing::Sayings(article) => Body::Source(Box::new(source::part(here, article, part))),
        Listing::Naming(ix) | Listing::Happened(ix) | Listing::Works(ix) | Listing::Within(ix) => {
            entity(entity::part(here, ix, part))
        }
    }
}
