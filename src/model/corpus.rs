//! Everything a project says, resolved and immutable.

use std::sync::OnceLock;

use super::{
    Article, ArticleIx, BriefingNotes, Claim, Divided, Entity, Fact, Id, Moved, ProsePage, Quote, Remark,
    Ruling, Settings, Sheet,
};

/// The resolved project. Lists are in a stated order, so positions are stable for the same input.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// What variorum.yaml decides.
    pub settings: Settings,
    /// Source documents by id.
    pub articles: Vec<Article>,
    /// Entities by id.
    pub entities: Vec<Entity>,
    /// Events by date then id, questions by id, entity sheets by id.
    pub sheets: Vec<Sheet>,
    /// Facts, sheet by sheet, in the order written.
    pub facts: Vec<Fact>,
    /// Claims, fact by fact, in the order written.
    pub claims: Vec<Claim>,
    /// Quotes of answers that could not be read, which are looked up all the same: a run names
    /// every fault. Empty where nothing is wrong.
    pub quotes_alone: Vec<(ArticleIx, Quote)>,
    /// Rulings, sheet by sheet, in the order written.
    pub rulings: Vec<Ruling>,
    /// What content/briefing.md adds.
    pub briefing: Option<BriefingNotes>,
    /// Pages by id.
    pub pages: Vec<ProsePage>,
    /// Old addresses of pages, in the order of the files.
    pub moved: Vec<Moved>,
    /// Titles, labels, notes and descriptions, in the order of the files.
    pub remarks: Vec<Remark>,
    /// The pages of what stands on the parts of long lists: the plan's, made when it is first asked for.
    pub divided: OnceLock<Divided>,
}

impl Corpus {
    /// A corpus with settings and nothing else yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            articles: Vec::new(),
            entities: Vec::new(),
            sheets: Vec::new(),
            facts: Vec::new(),
            claims: Vec::new(),
            quotes_alone: Vec::new(),
            rulings: Vec::new(),
            briefing: None,
            pages: Vec::new(),
            moved: Vec::new(),
            remarks: Vec::new(),
            divided: OnceLock::new(),
        }
    }

    /// The position of the article with this id.
    pub fn article(&self, id: &Id) -> Option<ArticleIx> {
        self.articles.binary_search_by(|article| article.id.cmp(id)).ok().map(|i| ArticleIx(i as u32))
    }

    /// The position of the entity with this id.
    pub fn entity(&self, id: &Id) -> Option<super::EntityIx> {
        self.entities.binary_search_by(|entity| entity.id.cmp(id)).ok().map(|i| super::EntityIx(i as u32))
    }

    /// All prose: of the briefing, the sheets, the articles, the pages and the remarks.
    pub fn prose(&self) -> impl Iterator<Item = &super::Prose> {
        let briefing = self.briefing.iter().flat_map(|notes| notes.highlights.iter().chain([&notes.body]));
        let sheets = self.sheets.iter().map(|sheet| &sheet.summary);
        let articles = self.articles.iter().map(|article| &article.body);
        let pages = self.pages.iter().map(|page| &page.body);
        let remarks = self.remarks.iter().map(|remark| &remark.prose);
        briefing.chain(sheets).chain(articles).chain(pages).chain(remarks)
    }

    /// All prose, to be changed.
    pub fn prose_mut(&mut self) -> impl Iterator<Item = &mut super::Prose> {
        let briefing =
            self.briefing.iter_mut().flat_map(|notes| notes.highlights.iter_mut().chain([&mut notes.body]));
        let sheets = self.sheets.iter_mut().map(|sheet| &mut sheet.summary);
        let articles = self.articles.iter_mut().map(|article| &mut article.body);
        let pages = self.pages.iter_mut().map(|page| &mut page.body);
        let remarks = self.remarks.iter_mut().map(|remark| &mut remark.prose);
        briefing.chain(sheets).chain(articles).chain(pages).chain(remarks)
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn contains(&self, outer: super::EntityIx, inner: super::EntityIx) -> bool {
        let mut place = Some(inner);
        while let Some(ix) = place {
            if ix == outer {
                return true;
            }
            place = self[ix].within;
        }
        false
    }
}
