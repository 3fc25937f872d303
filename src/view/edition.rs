//! What pages are made of, with the questions that pages ask answered once; entry point
//! [`Edition::new`].
//!
//! Everything here is borrowed or counted from the corpus and its findings; nothing is judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

use super::article_names::article_names;
use super::sigla::Sigla;
use crate::capture::{Coverage, Lock};
use crate::chart::Asked;
use crate::check::frame::{self, Dating};
use crate::check::silence::{Unanswered, unanswered};
use crate::check::spoken::Spoken;
use crate::check::summary::Disputes;
use crate::check::{self, Bylines, Joined};
use crate::export::{self, Stated};
use crate::language::Language;
use crate::model::{
    ArticleIx, Binding, ClaimIx, Class, Corpus, DateValue, EntityIx, FactIx, Finding, FindingId, Origin,
    SheetIx, SheetKind, Tallies,
};
use crate::plan::{Route, SitePlan, has_record};

/// What an empty link asks for: the answers to a question, to a part of it, of a source.
type Asking = (FactIx, Option<EntityIx>, Option<ArticleIx>);

/// How many questions the page of a source names that it does not answer; their number grows with the sources and with the questions.
const N_UNANSWERED_TOLD: usize = 40;

/// The corpus, its findings and the plan, indexed for pages.
pub struct Edition<'a> {
    /// Everything the project says.
    pub corpus: &'a Corpus,
    /// Where the answers differ.
    pub findings: &'a [Finding],
    /// Every page.
    pub plan: &'a SitePlan,
    /// The words of the pages.
    pub language: &'a Language,
    /// Positions of the findings listed on the discrepancies page, most serious first.
    pub discrepancies: Vec<usize>,
    /// The letters that stand for the sources of each sheet.
    pub sigla: Sigla,
    /// What a link to each article says.
    pub article_names: Vec<String>,
    /// The files for machines, made when they are first asked for.
    files: OnceLock<Vec<(Route, Arc<[u8]>)>>,
    /// The last day that each sheet states, once it is asked for: many pages of one sheet tell it.
    last_stated: Vec<OnceLock<Option<Stated>>>,
    lock: Option<&'a Lock>,
    /// Which facts ask the same question.
    pub joined: Joined,
    bylines: Bylines,
    /// Findings by id.
    by_id: BTreeMap<&'a FindingId, usize>,
    /// How many disputes there are.
    pub n_headline: usize,
    /// The latest date of any source or claim, as precise as it is stated; every page tells it.
    pub last_date: Option<DateValue>,
    /// Whether there is a feed.xml; every page with an address leads to it.
    pub has_atom_feed: bool,
    disputes: Disputes<'a>,
    by_sheet: BTreeMap<SheetIx, Vec<usize>>,
    by_article: BTreeMap<ArticleIx, Vec<usize>>,
    by_fact: BTreeMap<FactIx, Vec<usize>>,
    by_claim: BTreeMap<ClaimIx, Vec<usize>>,
    claims_of: Vec<Vec<ClaimIx>>,
    /// The labels by which several sheets ask.
    shared_labels: BTreeSet<&'a str>,
    /// The facts on which answers of several sources were found to be the same.
    agreed: BTreeSet<FactIx>,
    spoken: Spoken,
    about: BTreeMap<EntityIx, SheetIx>,
    unanswered: BTreeMap<ArticleIx, Unanswered>,
    relayed_by: BTreeMap<ArticleIx, Vec<ArticleIx>>,
    /// What links say that their author left empty, once each is asked for.
    filled: Mutex<BTreeMap<Asking, String>>,
    /// How many questions of a sheet a source answers.
    n_answered: BTreeMap<(SheetIx, ArticleIx), usize>,
}

impl<'a> Edition<'a> {
    /// Indexes a corpus and its findings.
    pub fn new(
        corpus: &'a Corpus,
        findings: &'a [Finding],
        plan: &'a SitePlan,
        language: &'a Language,
    ) -> Self {
        let joined = Joined::new(corpus);
        let unanswered = unanswered(corpus, &joined, N_UNANSWERED_TOLD);
        let mut edition = Self {
            corpus,
            findings,
            plan,
            language,
            discrepancies: listed(findings),
            sigla: Sigla::of(corpus),
            article_names: article_names(corpus, language),
            files: OnceLock::new(),
            last_stated: corpus.sheets.iter().map(|_| OnceLock::new()).collect(),
            lock: None,
            bylines: Bylines::new(corpus, &joined),
            joined,
            n_headline: Tallies::of(findings).n_disputes(),
            last_date: last_date(corpus),
            has_atom_feed: export::has_atom_feed(corpus),
            by_id: findings.iter().enumerate().map(|(i, finding)| (&finding.id, i)).collect(),
            disputes: Disputes::new(corpus, findings),
            by_sheet: BTreeMap::new(),
            by_article: BTreeMap::new(),
            by_fact: BTreeMap::new(),
            by_claim: BTreeMap::new(),
            claims_of: vec![Vec::new(); corpus.articles.len()],
            shared_labels: shared_labels(corpus),
            agreed: agreed(findings),
            spoken: Spoken::of(corpus),
            about: about(corpus),
            unanswered,
            relayed_by: relayed_by(corpus),
            filled: Mutex::default(),
            n_answered: n_answered(corpus),
        };
        edition.index_findings();
        edition.index_claims();
        edition
    }

    /// Adds what verification found.
    #[must_use]
    pub fn verified_by(mut self, lock: Option<&'a Lock>) -> Self {
        self.lock = lock;
        self
    }

    /// The files for machines, as they will be written.
    pub fn files(&self) -> &[(Route, Arc<[u8]>)] {
        self.files.get_or_init(|| {
            let made = export::files(self.corpus, self.findings).into_iter();
            made.map(|(route, bytes)| (route, Arc::from(bytes))).collect()
        })
    }

    /// How many figures of an article's capture are recorded, where it was verified.
    pub fn coverage(&self, article: ArticleIx) -> Option<Coverage> {
        Some(self.lock?.articles.get(&self.corpus[article].id)?.coverage())
    }

    /// When a sheet says that it happened.
    pub fn dating(&self, sheet: SheetIx) -> Dating {
        frame::dating(self.corpus, &self.disputes, sheet)
    }

    /// The contradictions by question.
    pub fn disputes(&self) -> &Disputes<'a> {
        &self.disputes
    }

    /// The last day that the sources, claims and rulings of a sheet state.
    pub fn last_stated_of(&self, sheet: SheetIx) -> Option<Stated> {
        self.last_stated[sheet.index()]
            .get_or_init(|| export::last_stated_of_sheet(self.corpus, sheet))
            .clone()
    }

    /// What charts are drawn from.
    pub fn asked(&self) -> Asked<'_> {
        Asked { corpus: self.corpus, joined: &self.joined, bylines: &self.bylines }
    }

    /// The discrepancies of a fact, most serious first.
    pub fn of_fact(&self, fact: FactIx) -> &[usize] {
        self.by_fact.get(&fact).map_or(&[], Vec::as_slice)
    }

    /// The discrepancies that a claim takes part in, most serious first.
    pub fn of_claim(&self, claim: ClaimIx) -> &[usize] {
        self.by_claim.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// The discrepancies that a sheet's page lists, most serious first.
    pub fn of_sheet(&self, sheet: SheetIx) -> Vec<usize> {
        self.by_sheet.get(&sheet).cloned().unwrap_or_default()
    }

    /// The discrepancies that an article takes part in, most serious first.
    pub fn of_article(&self, article: ArticleIx) -> Vec<usize> {
        self.by_article.get(&article).cloned().unwrap_or_default()
    }

    /// What a source does not answer, if anything.
    pub fn unanswered(&self, article: ArticleIx) -> Option<&Unanswered> {
        self.unanswered.get(&article)
    }

    /// How many questions of a sheet a source answers.
    pub fn n_answered(&self, sheet: SheetIx, article: ArticleIx) -> usize {
        self.n_answered.get(&(sheet, article)).copied().unwrap_or_default()
    }

    /// The articles that rest on one, in order of id.
    pub fn relayed_by(&self, article: ArticleIx) -> &[ArticleIx] {
        self.relayed_by.get(&article).map_or(&[], Vec::as_slice)
    }

    /// The sheet that asks about an entity.
    pub fn sheet_about(&self, entity: EntityIx) -> Option<SheetIx> {
        self.about.get(&entity).copied()
    }

    /// Whether answers to a fact were compared and found to be the same.
    pub fn is_agreed(&self, fact: FactIx) -> bool {
        self.agreed.contains(&fact)
    }

    /// Whether another sheet asks by the same label.
    pub fn is_asked_elsewhere(&self, fact: FactIx) -> bool {
        self.shared_labels.contains(self.corpus[fact].label.as_str())
    }

    /// An article's claims, sheet by sheet.
    pub fn claims_of(&self, article: ArticleIx) -> &[ClaimIx] {
        &self.claims_of[article.index()]
    }

    /// The claims that name an entity: as an answer, a part, a place or a voice, or in their quoted words.
    pub fn claims_naming(&self, entity: EntityIx) -> &[ClaimIx] {
        self.spoken.claims(entity)
    }

    /// Whether an entity has a page, of its own or with its country.
    pub fn has_page(&self, entity: EntityIx) -> bool {
        self.spoken.has_page(entity)
    }

    /// The entities that have pages of their own.
    pub fn entries(&self) -> impl Iterator<Item = EntityIx> + '_ {
        let all = (0..self.corpus.entities.len() as u32).map(EntityIx);
        all.filter(|&ix| self.spoken.is_entry(self.corpus, ix))
    }

    /// The finding with an id.
    pub fn finding(&self, id: &FindingId) -> Option<&'a Finding> {
        self.by_id.get(id).map(|&i| &self.findings[i])
    }

    /// How many disputes there are: answers that cannot both be true, and variant names, those
    /// about one matter together.
    pub fn headline(&self, positions: &[usize]) -> usize {
        self.tallies(positions).n_disputes()
    }

    /// How many differences there are of each kind.
    pub fn tallies(&self, positions: &[usize]) -> Tallies {
        Tallies::of(positions.iter().map(|&i| &self.findings[i]))
    }

    /// The articles that answer a fact, in order of id.
    pub fn sources_of(&self, fact: FactIx) -> Vec<ArticleIx> {
        let sources: BTreeSet<_> =
            self.corpus[fact].claims.iter().map(|&claim| self.corpus[claim].source).collect();
        sources.into_iter().collect()
    }

    /// How many independent origins the answers to a fact have.
    pub fn origins_of(&self, fact: FactIx) -> usize {
        check::origins::independent(self.corpus, self.corpus[fact].claims.iter().copied())
    }

    /// How many of these articles do not rest on another or on a shared origin.
    pub fn origins(&self, articles: &[ArticleIx]) -> usize {
        check::origins::of_articles(self.corpus, articles)
    }

    /// Words for a link that its author left empty.
    pub fn fill(&self, binding: &Binding) -> String {
        let asked = (binding.fact, binding.part, binding.source);
        if let Some(words) = self.filled.lock().ok().and_then(|filled| filled.get(&asked).cloned()) {
            return words;
        }
        let words = check::prose::fill(self.corpus, &self.joined, binding, self.language);
        if let Ok(mut filled) = self.filled.lock() {
            filled.insert(asked, words.clone());
        }
        words
    }

    fn index_findings(&mut self) {
        for &i in &self.discrepancies {
            let finding = &self.findings[i];
            let sheets = finding.facts.iter().map(|&fact| self.corpus[fact].sheet);
            for sheet in sheets.chain([finding.sheet]).collect::<BTreeSet<_>>() {
                self.by_sheet.entry(sheet).or_default().push(i);
            }
            for article in finding.sources.iter().copied().collect::<BTreeSet<_>>() {
                self.by_article.entry(article).or_default().push(i);
            }
            for &fact in &finding.facts {
                self.by_fact.entry(fact).or_default().push(i);
            }
            for &claim in finding.sides.iter().flatten() {
                self.by_claim.entry(claim).or_default().push(i);
            }
        }
    }

    fn index_claims(&mut self) {
        let corpus = self.corpus;
        for (i, claim) in corpus.claims.iter().enumerate() {
            let ix = ClaimIx(i as u32);
            self.claims_of[claim.source.index()].push(ix);
        }
    }
}

fn about(corpus: &Corpus) -> BTreeMap<EntityIx, SheetIx> {
    let sheets = corpus.sheets.iter().enumerate().rev();
    let about = sheets.filter_map(|(i, sheet)| match sheet.kind {
        SheetKind::Entity(entity) => Some((entity, SheetIx(i as u32))),
        SheetKind::Event | SheetKind::Question => None,
    });
    about.collect()
}

fn agreed(findings: &[Finding]) -> BTreeSet<FactIx> {
    let agreeing = findings.iter().filter(|finding| finding.class == Class::Agree);
    agreeing.flat_map(|finding| finding.facts.iter().copied()).collect()
}

fn shared_labels(corpus: &Corpus) -> BTreeSet<&str> {
    let mut asked: BTreeMap<&str, SheetIx> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for fact in &corpus.facts {
        if *asked.entry(&fact.label).or_insert(fact.sheet) != fact.sheet {
            shared.insert(fact.label.as_str());
        }
    }
    shared
}

fn relayed_by(corpus: &Corpus) -> BTreeMap<ArticleIx, Vec<ArticleIx>> {
    let mut relayed: BTreeMap<ArticleIx, Vec<ArticleIx>> = BTreeMap::new();
    for (i, article) in corpus.articles.iter().enumerate() {
        let origins = article.rests_on.iter().filter_map(|origin| match origin {
            Origin::Article(origin) => Some(*origin),
            Origin::Entity(_) | Origin::Named(_) => None,
        });
        for origin in origins.collect::<BTreeSet<_>>() {
            relayed.entry(origin).or_default().push(ArticleIx(i as u32));
        }
    }
    relayed
}

fn n_answered(corpus: &Corpus) -> BTreeMap<(SheetIx, ArticleIx), usize> {
    let mut n_answered: BTreeMap<(SheetIx, ArticleIx), usize> = BTreeMap::new();
    for fact in &corpus.facts {
        let sources: BTreeSet<ArticleIx> = fact.claims.iter().map(|&claim| corpus[claim].source).collect();
        for source in sources {
            *n_answered.entry((fact.sheet, source)).or_default() += 1;
        }
    }
    n_answered
}

fn last_date(corpus: &Corpus) -> Option<DateValue> {
    let published = corpus.articles.iter().filter_map(|article| article.published.as_ref());
    let held = corpus.claims.iter().filter_map(|claim| claim.as_of.as_ref());
    let known = published.chain(held).filter(|date| date.year_known && date.latest().is_some());
    // Of two that end on one day the more precise one is told.
    known.max_by_key(|date| (date.latest(), date.earliest())).cloned()
}

fn listed(findings: &[Finding]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..findings.len()).filter(|&i| has_record(findings[i].class)).collect();
    positions.sort_by(|&a, &b| {
        let (a, b) = (&findings[a], &findings[b]);
        (b.severity, b.difference(), a.sheet, &a.facts, &a.id).cmp(&(
            a.severity,
            a.difference(),
            b.sheet,
            &b.facts,
            &b.id,
        ))
    });
    positions
}
