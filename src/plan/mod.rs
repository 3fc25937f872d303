//! Every page, route and asset of the edition, before a byte of HTML; entry point [`plan`].
//!
//! Routes are flat files with explicit names, and links between them are document-relative, so
//! the same bytes work from a server's root, under a path and from disk.

mod route;
mod step;
mod naming;
mod listing;
mod routes;
mod tags;
mod answers;
mod quotes;
mod divisions;
mod hrefs;
mod prose_link;

pub use answers::{is_by_day, is_spread};
pub use hrefs::{claim_href, fact_href, quote_href};
pub use listing::{ListPart, Listing};
pub use naming::Naming;
pub use prose_link::{Written, file_of_page, page_of_file, picture_route, prose_href, prose_links_at};
pub use route::Route;
pub use routes::{
    DISPUTES, Division, FOR_THE_RECORD, N_RECORDS_MAX, article_route, claim_anchor, discrepancies_route,
    division, entity_route, finding_href, first_source, has_record, is_large, linked_route, moved_route,
    page_route, quote_anchor, record_route, record_routes, sheet_route,
};
pub use step::Step;
pub use tags::{Tag, tag_route};

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{ArticleIx, Corpus, EntityIx, FactIx, Finding, SheetIx, SheetKind};

/// Where the page on what is checked stands.
pub const CHECKED: &str = "what-is-checked.html";

/// Every page of an edition, in the order of the contract.
pub struct SitePlan {
    /// The pages.
    pub pages: Vec<Page>,
    /// The labels of sheets, in the order of their pages.
    pub tags: Vec<Tag>,
    /// The parts of long lists, list by list.
    pub divisions: Vec<ListPart>,
    /// What the page of each entity lists.
    pub naming: Naming,
    /// Where each route stands among the pages.
    positions: BTreeMap<Route, usize>,
    /// Where the parts of a list stand among the divisions.
    parts: BTreeMap<Listing, Range<usize>>,
}

impl SitePlan {
    fn new(pages: Vec<Page>, tags: Vec<Tag>, divisions: Vec<ListPart>, naming: Naming) -> Self {
        let positions = pages.iter().enumerate().map(|(i, page)| (page.route.clone(), i)).collect();
        let mut parts: BTreeMap<Listing, Range<usize>> = BTreeMap::new();
        for (i, part) in divisions.iter().enumerate() {
            parts.entry(part.listing).or_insert(i..i).end = i + 1;
        }
        Self { pages, tags, divisions, naming, positions, parts }
    }

    /// The divisions of a list; none where it stands on one page.
    pub fn divisions_of(&self, listing: Listing) -> &[ListPart] {
        self.parts.get(&listing).map_or(&[], |range| &self.divisions[range.clone()])
    }

    /// Whether a list stands on pages of its own.
    pub fn is_divided(&self, listing: Listing) -> bool {
        self.parts.contains_key(&listing)
    }

    /// Where a page stands in the plan; `None` where a route is none.
    pub fn position(&self, route: &str) -> Option<usize> {
        self.positions.get(&Route::new(route)).copied()
    }

    /// What the page at a route shows.
    pub fn kind_of(&self, route: &Route) -> Option<PageKind> {
        self.position(route.as_str()).map(|i| self.pages[i].kind)
    }
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it is written.
    pub route: Route,
    /// What it shows.
    pub kind: PageKind,
}

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The generated briefing.
    Briefing,
    /// All events.
    EventIndex,
    /// Some of the entries of a long list, by its position among the divisions.
    ListPart(u32),
    /// One event.
    Event(SheetIx),
    /// All questions.
    QuestionIndex,
    /// One question.
    Question(SheetIx),
    /// All source documents.
    SourceIndex,
    /// One source document.
    Source(ArticleIx),
    /// All entities.
    EntityIndex,
    /// One entity, with the facts about it.
    Entity(EntityIx),
    /// Every dispute.
    Discrepancies,
    /// Every difference that is no dispute.
    ForTheRecord,
    /// The discrepancies of one sheet, where the edition has very many.
    SheetDiscrepancies(SheetIx),
    /// Those of one question, or of one part of it, where a sheet has very many; where the question has very
    /// many too, those in which one source comes first.
    FactDiscrepancies(FactIx, Option<EntityIx>, Option<ArticleIx>),
    /// All dated events.
    Timeline,
    /// Who agrees with whom.
    Agreement,
    /// How the edition is made.
    Methodology,
    /// What is checked, kind by kind, and what is not.
    Checked,
    /// The data files.
    Data,
    /// The search page.
    Search,
    /// A page of content/pages/, by position.
    Prose(usize),
    /// All labels.
    TagIndex,
    /// What bears one label, by position among the plan's.
    Tag(usize),
    /// An old address that leads on, by position in the corpus.
    Moved(usize),
    /// The address of a page that was taken away, by position in the settings.
    Removed(usize),
    /// The page for addresses that do not exist.
    NotFound,
}

/// Lists the pages of an edition.
pub fn plan(corpus: &Corpus, findings: &[Finding]) -> SitePlan {
    let fixed = |route: &str, kind| Page { route: Route::new(route), kind };
    let mut pages = vec![fixed("index.html", PageKind::Briefing)];
    let sheets = || (0..corpus.sheets.len() as u32).map(SheetIx);
    // A list of nothing is no page.
    let asks = |kind| corpus.sheets.iter().any(|sheet| sheet.kind == kind);
    if asks(SheetKind::Event) {
        pages.push(fixed("events/index.html", PageKind::EventIndex));
    }
    let (tags, naming) = (tags::tags(corpus), Naming::of(corpus));
    let divisions = divisions::divisions(corpus, &tags, &naming);
    let divided = (0..).zip(&divisions);
    pages.extend(
        divided.map(|(i, division)| Page { route: division.route.clone(), kind: PageKind::ListPart(i) }),
    );
    pages.extend(
        sheets()
            .filter(|&ix| corpus[ix].kind == SheetKind::Event)
            .map(|ix| Page { route: sheet_route(corpus, ix), kind: PageKind::Event(ix) }),
    );
    if asks(SheetKind::Question) {
        pages.push(fixed("questions/index.html", PageKind::QuestionIndex));
    }
    pages.extend(
        sheets()
            .filter(|&ix| corpus[ix].kind == SheetKind::Question)
            .map(|ix| Page { route: sheet_route(corpus, ix), kind: PageKind::Question(ix) }),
    );
    pages.push(fixed("sources/index.html", PageKind::SourceIndex));
    pages.extend(
        (0..corpus.articles.len() as u32)
            .map(ArticleIx)
            .map(|ix| Page { route: article_route(corpus, ix), kind: PageKind::Source(ix) }),
    );
    if naming.entries().next().is_some() {
        pages.push(fixed("entities/index.html", PageKind::EntityIndex));
    }
    let page = |ix| Page { route: entity_route(corpus, ix), kind: PageKind::Entity(ix) };
    pages.extend(naming.entries().map(page));
    pages.push(fixed(DISPUTES, PageKind::Discrepancies));
    pages.extend(of_records(corpus, findings));
    pages.push(fixed("timeline.html", PageKind::Timeline));
    pages.push(fixed("agreement.html", PageKind::Agreement));
    pages.push(fixed("methodology.html", PageKind::Methodology));
    pages.push(fixed(CHECKED, PageKind::Checked));
    pages.push(fixed("data.html", PageKind::Data));
    pages.push(fixed("search.html", PageKind::Search));
    pages.extend(
        corpus
            .pages
            .iter()
            .enumerate()
            .map(|(i, page)| Page { route: page_route(&page.id), kind: PageKind::Prose(i) }),
    );
    if !tags.is_empty() {
        pages.push(fixed("tags/index.html", PageKind::TagIndex));
    }
    pages.extend(
        tags.iter().enumerate().map(|(i, tag)| Page { route: tag.route.clone(), kind: PageKind::Tag(i) }),
    );
    pages.extend(of_old_addresses(corpus));
    pages.push(fixed("404.html", PageKind::NotFound));
    SitePlan::new(pages, tags, divisions, naming)
}

/// What stands where pages stood before: one that leads on, or one that says that nothing is left.
fn of_old_addresses(corpus: &Corpus) -> impl Iterator<Item = Page> {
    let moved = corpus.moved.iter().map(|moved| &moved.from).enumerate();
    let moved = moved.map(|(i, from)| Page { route: Route::new(from), kind: PageKind::Moved(i) });
    let removed = corpus.settings.removed.iter().map(|removed| &removed.page).enumerate();
    moved.chain(removed.map(|(i, page)| Page { route: Route::new(page), kind: PageKind::Removed(i) }))
}

/// The pages of records beside that of the disputes; a sheet without any record has none.
fn of_records(corpus: &Corpus, findings: &[Finding]) -> impl Iterator<Item = Page> {
    let mut pages: BTreeMap<Route, PageKind> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| has_record(finding.class)) {
        if division(finding) == Division::Edition {
            if !finding.class.is_dispute() {
                pages.insert(Route::new(FOR_THE_RECORD), PageKind::ForTheRecord);
            }
            continue;
        }
        let fact = finding.facts.first().copied();
        let on_fact = |source| fact.map(|fact| PageKind::FactDiscrepancies(fact, finding.part, source));
        let kinds = [
            Some(PageKind::Discrepancies),
            Some(PageKind::SheetDiscrepancies(finding.sheet)),
            on_fact(None),
            on_fact(first_source(corpus, finding)),
        ];
        for (route, kind) in record_routes(corpus, finding).into_iter().zip(kinds).skip(1) {
            pages.extend(kind.map(|kind| (route, kind)));
        }
    }
    pages.into_iter().map(|(route, kind)| Page { route, kind })
}
