//! The nodes of linked data, made from the corpus; entry point [`Nodes`].
//!
//! A claim appears in the article that makes it and is based on the words quoted from there. There is
//! no `ClaimReview`: the edition rates no claim true or false.

use super::linked::{
    Agent, ArticleNode, ClaimNode, DatasetNode, EntityNode, EventNode, Licence, Named, Node, QuestionNode,
    Quotation, Reference, ReportNode,
};
use super::prose::plain;
use super::{catalogue, days, names};
use crate::check::frame;
use crate::check::spoken::Spoken;
use crate::check::summary::Disputes;
use crate::model::{
    Article, ArticleIx, ArticleKind, ClaimIx, Corpus, EntityIx, EntityKind, SheetIx, SheetKind, Voice,
};
use crate::plan::{Route, article_route, claim_href, entity_route, sheet_route};

/// The nodes as they are named in one file.
pub struct Nodes<'a> {
    /// What they tell of.
    pub corpus: &'a Corpus,
    /// Where the sources contradict each other.
    pub disputes: &'a Disputes<'a>,
    /// Whom claims name: in a file, which has nodes of entities, and not in the block of a page.
    pub spoken: Option<&'a Spoken>,
    /// The file that holds them.
    pub at: &'a Route,
}

impl<'a> Nodes<'a> {
    /// An address: relative to the file, which names its own in `@base`. In a page it is absolute where the edition has an
    /// address, because search engines do not resolve it.
    fn address(&self, href: &str) -> String {
        match (self.spoken, &self.corpus.settings.base_url) {
            (None, Some(_)) => names::link(self.corpus, href),
            (Some(_), _) | (None, None) => self.at.link(href),
        }
    }

    /// The edition, with all that it is about and rests on.
    pub fn report(&self) -> Node<'a> {
        let events = self.sheets().filter(|&ix| self.corpus[ix].kind == SheetKind::Event);
        Node::Report(ReportNode {
            about: events.map(|ix| self.subject(ix)).collect(),
            citation: self.articles().map(|ix| self.article_id(ix)).collect(),
            ..self.bare_report()
        })
    }

    /// The edition without its contents.
    pub fn bare_report(&self) -> ReportNode<'a> {
        let settings = &self.corpus.settings;
        ReportNode {
            id: self.report_id(),
            url: self.address("index.html"),
            name: &settings.title,
            headline: &settings.title,
            description: &settings.description,
            in_language: &settings.language,
            date_modified: days::of_edition(self.corpus).map(|day| day.to_string()),
            publisher: self.publisher(),
            license: self.licence(),
            about: Vec::new(),
            citation: Vec::new(),
            has_part: Reference::to(self.dataset_id()),
        }
    }

    /// The data files.
    pub fn dataset(&self) -> Node<'a> {
        let (corpus, settings) = (self.corpus, &self.corpus.settings);
        Node::Dataset(DatasetNode {
            id: self.dataset_id(),
            url: self.address("data.html"),
            name: format!("{}: claims, facts and discrepancies", settings.title),
            description: format!(
                "{} claims of {} sources on {} questions of fact, with the words they rest on, their reading, \
                 and every disagreement between them.",
                corpus.claims.len(),
                corpus.articles.len(),
                corpus.facts.len()
            ),
            in_language: &settings.language,
            date_modified: days::of_edition(corpus).map(|day| day.to_string()),
            creator: self.publisher(),
            license: self.licence(),
            is_accessible_for_free: true,
            is_part_of: Reference::to(self.report_id()),
            distribution: catalogue::downloads(corpus, |route| self.address(route)),
        })
    }

    /// A source document.
    pub fn article(&self, ix: ArticleIx) -> Node<'a> {
        let article: &'a Article = &self.corpus[ix];
        let node = ArticleNode {
            id: self.article_id(ix).id,
            url: article.url.as_deref(),
            archived_at: article.archived_url.as_deref(),
            headline: &article.title,
            in_language: &article.language,
            date_published: article
                .published
                .as_ref()
                .and_then(days::stated)
                .map(|stated| stated.to_string()),
            author: article.author.as_deref().map(Agent::named),
            publisher: match article.outlet_entity {
                Some(outlet) => Some(Agent::Known(self.entity_id(outlet))),
                None if article.outlet == "unknown" => None,
                None => Some(Agent::organization(&article.outlet, None)),
            },
            subject_of: Reference::to(self.address(article_route(self.corpus, ix).as_str())),
        };
        match article.kind {
            ArticleKind::Report => Node::NewsArticle(node),
            ArticleKind::Statement => Node::Article(node),
            ArticleKind::Analysis => Node::AnalysisNewsArticle(node),
            ArticleKind::SocialPost => Node::SocialMediaPosting(node),
        }
    }

    /// Somebody or something that sources name.
    pub fn entity(&self, ix: EntityIx) -> Node<'a> {
        let entity = &self.corpus[ix];
        let node = EntityNode {
            id: self.entity_id(ix).id,
            url: self.address(entity_route(self.corpus, ix).as_str()),
            name: &entity.name,
            alternate_name: entity.native.iter().chain(&entity.aliases).map(String::as_str).collect(),
            contained_in_place: entity
                .within
                .filter(|&place| self.has_page(place))
                .map(|place| self.entity_id(place)),
            same_as: entity.wikidata.as_ref().map(|item| format!("http://www.wikidata.org/entity/{item}")),
        };
        match entity.kind {
            EntityKind::Person => Node::Person(node),
            EntityKind::Organisation => Node::Organization(node),
            EntityKind::Place => Node::Place(node),
            EntityKind::Outlet => Node::NewsMediaOrganization(node),
            // Schema.org has no type for a nationality, and its Role is a relation, not an office.
            EntityKind::Group | EntityKind::Office => Node::Thing(node),
        }
    }

    fn has_page(&self, entity: EntityIx) -> bool {
        self.spoken.is_some_and(|spoken| spoken.has_page(entity))
    }

    /// An event or question; an entity's sheet is about the entity, which is a node already.
    pub fn sheet(&self, ix: SheetIx) -> Option<Node<'a>> {
        let sheet = &self.corpus[ix];
        match sheet.kind {
            SheetKind::Event => Some(Node::Event(self.event(ix))),
            SheetKind::Question => Some(Node::Question(QuestionNode {
                id: self.subject(ix).id,
                url: self.address(sheet_route(self.corpus, ix).as_str()),
                name: &sheet.title,
            })),
            SheetKind::Entity(_) => None,
        }
    }

    /// Something that happened.
    pub fn event(&self, ix: SheetIx) -> EventNode<'a> {
        let sheet = &self.corpus[ix];
        let dating = frame::dating(self.corpus, self.disputes, ix);
        let uncontradicted = dating.dates.first().filter(|_| !dating.is_disputed);
        let (start_date, end_date) = uncontradicted.and_then(days::iso_period).unzip();
        let places =
            if frame::are_places_disputed(self.corpus, self.disputes, ix) { &[] } else { &sheet.places[..] };
        let place = |&place: &EntityIx| {
            Named::new("Place", self.entity_id(place).id, self.corpus[place].name.as_str())
        };
        EventNode {
            id: self.subject(ix).id,
            url: self.address(sheet_route(self.corpus, ix).as_str()),
            name: &sheet.title,
            description: plain(self.corpus, self.disputes, &sheet.summary),
            start_date,
            end_date: end_date.flatten(),
            location: places.iter().map(place).collect(),
            keywords: &sheet.tags,
            subject_of: sheet.sources.iter().map(|source| self.article_id(source.article)).collect(),
        }
    }

    /// One source's answer.
    pub fn claim(&self, ix: ClaimIx) -> Node<'a> {
        let corpus = self.corpus;
        let claim = &corpus[ix];
        Node::Claim(ClaimNode {
            id: self.address(&claim_href(corpus, ix)),
            text: names::statement(corpus, ix),
            about: self.subject(corpus[claim.fact].sheet),
            appearance: self.article_id(claim.source),
            author: claim.via.iter().filter_map(|&voice| self.speaker(voice)).collect(),
            is_based_on: Quotation::new(&claim.quote.exact),
        })
    }

    /// The party that makes a claim, where it is one; an article is no party.
    fn speaker(&self, voice: Voice) -> Option<Reference> {
        match voice {
            Voice::Entity(ix) => match self.corpus[ix].kind {
                EntityKind::Person | EntityKind::Organisation | EntityKind::Outlet => {
                    Some(self.entity_id(ix))
                }
                EntityKind::Place | EntityKind::Group | EntityKind::Office => None,
            },
            Voice::Article(_) => None,
        }
    }

    /// What a sheet's claims are about.
    fn subject(&self, ix: SheetIx) -> Reference {
        let route = sheet_route(self.corpus, ix);
        match self.corpus[ix].kind {
            SheetKind::Event => Reference::to(self.address(&format!("{route}#event"))),
            SheetKind::Question => Reference::to(self.address(&format!("{route}#question"))),
            SheetKind::Entity(entity) => self.entity_id(entity),
        }
    }

    fn report_id(&self) -> String {
        self.address("index.html#report")
    }

    fn dataset_id(&self) -> String {
        self.address("data.html#dataset")
    }

    fn article_id(&self, ix: ArticleIx) -> Reference {
        Reference::to(self.address(&format!("{}#source", article_route(self.corpus, ix))))
    }

    fn entity_id(&self, ix: EntityIx) -> Reference {
        Reference::to(self.address(&format!("{}#entity", entity_route(self.corpus, ix))))
    }

    fn publisher(&self) -> Option<Agent<'a>> {
        let publisher = self.corpus.settings.publisher.as_ref()?;
        Some(Agent::organization(&publisher.name, publisher.url.as_deref()))
    }

    fn licence(&self) -> Option<Licence<'a>> {
        self.corpus.settings.licence.as_deref().map(Licence::read)
    }

    /// Every article.
    pub fn articles(&self) -> impl Iterator<Item = ArticleIx> + use<> {
        (0..self.corpus.articles.len() as u32).map(ArticleIx)
    }

    /// Every sheet.
    pub fn sheets(&self) -> impl Iterator<Item = SheetIx> + use<> {
        (0..self.corpus.sheets.len() as u32).map(SheetIx)
    }
}
