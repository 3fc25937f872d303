//! What a search finds, in the groups that results stand in; entry point [`documents`].
//!
//! What is shown of a result is all that it is found by, so that every match can be marked. Sources of a large
//! edition are the exception: their texts stand on their pages, and here is only how they begin.

use std::collections::BTreeMap;

use super::claim::{self, scope_words, short_name};
use super::heading::heading;
use super::speakers::speakers;
use super::{Edition, Here, discrepancy, prose, readings, sheet, terms};
use crate::check;
use crate::digest::Digest;
use crate::language::Key;
use crate::markdown;
use crate::model::{
    ArticleIx, Claim, ClaimIx, Corpus, EntityIx, Fact, FactIx, Finding, Rule, SheetIx, SheetKind,
};
use crate::plan::{self, Page, PageKind, Route};
use crate::text::clip;

/// How much a result shows of a text that is not shown whole; the page shows no more of any at first sight.
const N_CHARS_SHOWN: usize = 260;

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it stands among the results.
    pub group: Group,
    /// Its permanent address, from the root.
    pub href: String,
    /// What it is called; matches here come first.
    pub title: String,
    /// Where it belongs.
    pub context: String,
    /// What it says; all of it is searched.
    pub text: String,
    /// What is shown of it, where that is not all.
    pub opening: Option<String>,
    /// BCP 47 tag of the text, where it is not the edition's.
    pub lang: Option<String>,
}

/// A group of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Events and questions.
    Sheets,
    /// People, places and organisations.
    Names,
    /// What is asked, with the answers.
    Facts,
    /// Words of a source.
    Quotes,
    /// Where sources disagree.
    Discrepancies,
    /// The sources themselves.
    Sources,
    /// Pages about the edition.
    Pages,
}

impl Group {
    /// Every group, in the order of results.
    pub const ALL: [Self; 7] = [
        Self::Sheets,
        Self::Names,
        Self::Facts,
        Self::Quotes,
        Self::Discrepancies,
        Self::Sources,
        Self::Pages,
    ];

    /// The heading over its results.
    pub fn heading(self) -> Key {
        match self {
            Self::Sheets => Key::GroupSheets,
            Self::Names => Key::Names,
            Self::Facts => Key::GroupFacts,
            Self::Quotes => Key::GroupQuotes,
            Self::Discrepancies => Key::Discrepancies,
            Self::Sources => Key::Sources,
            Self::Pages => Key::GroupPages,
        }
    }
}

/// Everything that can be found, group by group.
pub fn documents(edition: &Edition<'_>) -> Vec<Document> {
    let root = Route::new("search.html");
    let here = Here { edition, route: &root };
    let corpus = edition.corpus;
    let mut documents = Vec::new();
    let sheets = (0..corpus.sheets.len() as u32).map(SheetIx);
    let is_page = |&ix: &SheetIx| !matches!(corpus[ix].kind, SheetKind::Entity(_));
    documents.extend(sheets.filter(is_page).map(|ix| of_sheet(here, ix)));
    let named = (0..corpus.entities.len() as u32).map(EntityIx).filter(|&ix| edition.has_page(ix));
    documents.extend(named.map(|ix| of_entity(here, ix)));
    documents.extend((0..corpus.facts.len() as u32).map(|ix| of_fact(here, FactIx(ix))));
    documents.extend((0..corpus.facts.len() as u32).flat_map(|ix| quotes(here, FactIx(ix))));
    documents.extend(edition.discrepancies.iter().map(|&i| of_finding(here, &edition.findings[i])));
    documents.extend((0..corpus.articles.len() as u32).map(|ix| of_article(here, ArticleIx(ix))));
    documents.extend(edition.plan.pages.iter().filter_map(|page| of_page(here, page)));
    documents.extend(Rule::ALL.iter().map(|&rule| of_rule(here, rule)));
    documents
}

fn of_sheet(here: Here<'_>, ix: SheetIx) -> Document {
    let corpus = here.edition.corpus;
    let sheet = &corpus[ix];
    let places = sheet.places.iter().map(|&place| corpus[place].name.clone());
    Document {
        group: Group::Sheets,
        href: plan::sheet_route(corpus, ix).to_string(),
        title: sheet.title.clone(),
        context: joined(
            sheet::date_told(here, ix)
                .into_iter()
                .chain(sheet.date.as_ref().map(|date| date.edtf.clone()))
                .chain(places)
                .chain(sheet.tags.clone()),
        ),
        text: prose::plain(here.edition, &sheet.summary),
        opening: None,
        lang: None,
    }
}

fn of_entity(here: Here<'_>, ix: EntityIx) -> Document {
    let corpus = here.edition.corpus;
    let entity = &corpus[ix];
    let names = entity.native.iter().chain(&entity.aliases).cloned();
    let note = entity.note.as_deref().map(markdown::plain_text).unwrap_or_default();
    Document {
        group: Group::Names,
        href: plan::entity_route(corpus, ix).to_string(),
        title: std::iter::once(entity.name.clone()).chain(names).collect::<Vec<_>>().join(", "),
        context: here.say(terms::entity_kind(entity.kind).0),
        text: note,
        opening: None,
        lang: None,
    }
}

/// A fact, with the answers in the sources' words.
fn of_fact(here: Here<'_>, ix: FactIx) -> Document {
    let corpus = here.edition.corpus;
    let fact = &corpus[ix];
    let mut answers: Vec<String> = Vec::new();
    for answer in fact.claims.iter().map(|&ix| answer(here, &corpus[ix])) {
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    Document {
        group: Group::Facts,
        href: plan::fact_href(corpus, ix),
        title: fact.label.clone(),
        context: joined(
            [here.sheet(fact.sheet).text]
                .into_iter()
                .chain(about(here, fact))
                .chain(dates(corpus, &fact.claims)),
        ),
        text: answers.join("; "),
        opening: None,
        lang: None,
    }
}

/// What a fact counts and what it is about.
fn about(here: Here<'_>, fact: &Fact) -> Vec<String> {
    let scope = scope_words(here, &fact.scope).into_iter().map(|(_, words)| words);
    readings::unit(here, fact).into_iter().chain(scope).collect()
}

/// The dates that claims give, as a reader of data would type them: `2025-07-14`.
fn dates(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<String> {
    let mut dates: Vec<String> = Vec::new();
    for date in claims.iter().filter_map(|&ix| corpus[ix].reading.date()) {
        if !dates.contains(&date.edtf) {
            dates.push(date.edtf.clone());
        }
    }
    dates
}

fn answer(here: Here<'_>, claim: &Claim) -> String {
    let corpus = here.edition.corpus;
    let words = readings::headline(here, claim);
    claim.part.map_or_else(|| words.clone(), |part| format!("{}: {words}", corpus[part].name))
}

/// The quotes of a fact; claims that rest on the same words of a source are found once.
fn quotes(here: Here<'_>, ix: FactIx) -> Vec<Document> {
    let corpus = here.edition.corpus;
    let fact = &corpus[ix];
    let mut at: BTreeMap<(ArticleIx, Digest), usize> = BTreeMap::new();
    let mut groups: Vec<Vec<ClaimIx>> = Vec::new();
    for &claim in &fact.claims {
        let key = (corpus[claim].source, corpus[claim].quote.digest);
        let place = *at.entry(key).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(claim);
    }
    let sheet = here.sheet(fact.sheet).text;
    let document = |claims: Vec<ClaimIx>| {
        let first = *claims.first()?;
        let claim = &corpus[first];
        let article = &corpus[claim.source];
        let answers: Vec<String> = claims.iter().map(|&ix| answer(here, &corpus[ix])).collect();
        Some(Document {
            group: Group::Quotes,
            href: plan::claim_href(corpus, first),
            title: format!("{}: {}", fact.label, answers.join("; ")),
            context: joined([short_name(article), sheet.clone()].into_iter().chain(dates(corpus, &claims))),
            text: claim.quote.exact.clone(),
            opening: None,
            lang: claim::tongue(corpus, article).lang,
        })
    };
    groups.into_iter().filter_map(document).collect()
}

fn of_finding(here: Here<'_>, finding: &Finding) -> Document {
    let line = discrepancy::line(here, finding);
    let first: Vec<ClaimIx> = finding.sides.iter().filter_map(|side| side.first().copied()).collect();
    let names = match first.as_slice() {
        [] => finding.sources.iter().map(|&source| short_name(&here.edition.corpus[source])).collect(),
        _ => vec![speakers(here, &first)],
    };
    let kind = if finding.class.is_dispute() {
        format!("{}, {}", line.class.label, line.severity.label.to_lowercase())
    } else {
        line.class.label
    };
    Document {
        group: Group::Discrepancies,
        href: plan::finding_href(here.edition.corpus, finding),
        title: line.fact.text,
        context: joined([kind, line.sheet.text].into_iter().chain(names)),
        text: line.reason,
        opening: None,
        lang: None,
    }
}

fn of_article(here: Here<'_>, ix: ArticleIx) -> Document {
    let corpus = here.edition.corpus;
    let article = &corpus[ix];
    let outlet = [claim::outlet(here, article), sheet::published(here, ix)];
    let text = prose::plain(here.edition, &article.body);
    Document {
        group: Group::Sources,
        href: plan::article_route(corpus, ix).to_string(),
        title: article.title.clone(),
        context: joined(outlet.into_iter().chain(article.author.clone())),
        opening: plan::is_large(corpus).then(|| clip(&text, N_CHARS_SHOWN)),
        text,
        lang: claim::tongue(corpus, article).lang,
    }
}

/// The pages about the edition; what the others show is found by itself.
fn of_page(here: Here<'_>, page: &Page) -> Option<Document> {
    let corpus = here.edition.corpus;
    let text = match page.kind {
        PageKind::Briefing => briefing(here),
        PageKind::Prose(i) => prose::plain(here.edition, &corpus.pages[i].body),
        PageKind::Timeline
        | PageKind::Agreement
        | PageKind::Methodology
        | PageKind::Checked
        | PageKind::Tag(_)
        | PageKind::Data => heading(here, page.kind).description,
        PageKind::EventIndex
        | PageKind::ListPart(_)
        | PageKind::Event(_)
        | PageKind::QuestionIndex
        | PageKind::Question(_)
        | PageKind::SourceIndex
        | PageKind::Source(_)
        | PageKind::EntityIndex
        | PageKind::Entity(_)
        | PageKind::Discrepancies
        | PageKind::ForTheRecord
        | PageKind::SheetDiscrepancies(_)
        | PageKind::FactDiscrepancies(..)
        | PageKind::Search
        | PageKind::TagIndex
        | PageKind::Moved(_)
        | PageKind::Removed(_)
        | PageKind::NotFound => return None,
    };
    let title = heading(here, page.kind).title;
    let href = page.route.to_string();
    Some(Document {
        group: Group::Pages,
        href,
        title,
        context: String::new(),
        text,
        opening: None,
        lang: None,
    })
}

/// What the author wrote for the briefing; its figures and disputes are found as facts.
fn briefing(here: Here<'_>) -> String {
    let corpus = here.edition.corpus;
    let notes = corpus.briefing.iter().flat_map(|notes| notes.highlights.iter().chain([&notes.body]));
    let prose = notes.map(|prose| prose::plain(here.edition, prose));
    std::iter::once(corpus.settings.description.clone()).chain(prose).collect::<Vec<_>>().join(" ")
}

fn of_rule(here: Here<'_>, rule: Rule) -> Document {
    let view = discrepancy::rule(here, rule);
    Document {
        group: Group::Pages,
        href: view.href,
        title: check::rule_title(rule).to_owned(),
        context: heading(here, PageKind::Methodology).title,
        text: view.summary,
        opening: None,
        lang: None,
    }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
