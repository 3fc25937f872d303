//! What stands on a card: titles, the gravest dispute in the sources' words, counts, and one mark for
//! each claim; entry point [`of_page`].

#![cfg_attr(not(feature = "cards"), allow(dead_code, reason = "cards are drawn with the feature only"))]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::{self, summary::Disputes};
use crate::export::plain;
use crate::language::{Key, Language};
use crate::model::{ArticleIx, Claim, ClaimIx, Corpus, Finding, RulingStatus, SheetIx, Tallies};
use crate::plan::{Page, PageKind};

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardFacts {
    /// Title of the edition; on its briefing who publishes it.
    pub edition: String,
    /// Title of the page; on the briefing that of the edition.
    pub title: String,
    /// What the page says first; empty where nothing has been written.
    pub lead: String,
    /// The gravest dispute that is not settled.
    pub dispute: Option<Dispute>,
    /// Sources and claims in words.
    pub counts: Vec<String>,
    /// Discrepancies in words.
    pub n_discrepancies: String,
    /// For each claim whether another contradicts it.
    pub marks: Vec<bool>,
}

impl CardFacts {
    /// Whether anything is disputed.
    pub fn has_disputes(&self) -> bool {
        self.marks.contains(&true)
    }
}

/// Two answers that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// What was asked.
    pub label: String,
    /// An answer and who gives it, and the other.
    pub sides: [(String, String); 2],
}

/// What cards are made of, looked up once for all of them.
pub struct Known<'a> {
    corpus: &'a Corpus,
    disputes: Disputes<'a>,
    /// Every finding that is a dispute.
    all: Vec<&'a Finding>,
    /// The same, under each sheet that they concern.
    by_sheet: BTreeMap<SheetIx, Vec<&'a Finding>>,
}

impl<'a> Known<'a> {
    /// Looks up which disputes concern which sheet.
    pub fn new(corpus: &'a Corpus, findings: &'a [Finding]) -> Self {
        let all: Vec<&Finding> = findings.iter().filter(|finding| finding.class.is_dispute()).collect();
        let mut by_sheet: BTreeMap<SheetIx, Vec<&Finding>> = BTreeMap::new();
        for &finding in &all {
            let sheets = finding.facts.iter().map(|&fact| corpus[fact].sheet).chain([finding.sheet]);
            for sheet in sheets.collect::<BTreeSet<_>>() {
                by_sheet.entry(sheet).or_default().push(finding);
            }
        }
        Self { corpus, disputes: Disputes::new(corpus, findings), all, by_sheet }
    }

    /// The disputes of a sheet, or of the edition.
    fn of(&self, sheet: Option<SheetIx>) -> &[&'a Finding] {
        match sheet {
            Some(sheet) => self.by_sheet.get(&sheet).map_or(&[], Vec::as_slice),
            None => &self.all,
        }
    }

    /// The claims of a sheet, or of the edition, in order.
    fn claims(&self, sheet: Option<SheetIx>) -> Vec<ClaimIx> {
        let corpus = self.corpus;
        let Some(sheet) = sheet else { return (0..corpus.claims.len() as u32).map(ClaimIx).collect() };
        let mut claims: Vec<ClaimIx> =
            corpus[sheet].facts.iter().flat_map(|&fact| corpus[fact].claims.iter().copied()).collect();
        claims.sort();
        claims
    }
}

/// What the card of a page shows; none for a page without one.
pub fn of_page(page: &Page, known: &Known<'_>, language: &Language) -> Option<CardFacts> {
    let corpus = known.corpus;
    let (title, sheet) = match page.kind {
        PageKind::Briefing => (corpus.settings.title.clone(), None),
        PageKind::Discrepancies => (language.say(Key::Discrepancies), None),
        PageKind::Event(ix) | PageKind::Question(ix) => (corpus[ix].title.clone(), Some(ix)),
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
        | PageKind::NotFound => return None,
    };
    let (settings, claims) = (&corpus.settings, known.claims(sheet));
    let sources: BTreeSet<ArticleIx> = claims.iter().map(|&claim| corpus[claim].source).collect();
    let disputes = || known.of(sheet).iter().copied();
    let n_discrepancies = Tallies::of(disputes()).n_disputes();
    let disputed: BTreeSet<ClaimIx> =
        disputes().flat_map(|finding| finding.sides.iter().flatten()).copied().collect();
    Some(CardFacts {
        edition: if page.kind == PageKind::Briefing {
            settings.publisher.as_ref().map(|publisher| publisher.name.clone()).unwrap_or_default()
        } else {
            settings.title.clone()
        },
        title,
        lead: sheet.map_or_else(
            || settings.description.clone(),
            |sheet| plain(corpus, &known.disputes, &corpus[sheet].summary),
        ),
        counts: vec![
            language.count(Key::NSources, sources.len()),
            language.count(Key::NClaims, claims.len()),
        ],
        n_discrepancies: language.count(Key::NDiscrepancies, n_discrepancies),
        dispute: gravest(disputes(), corpus).and_then(|finding| dispute(finding, corpus, language)),
        marks: claims.iter().map(|claim| disputed.contains(claim)).collect(),
    })
}

/// The gravest dispute between two answers that is not settled, the first of several; a contradiction
/// before a name that varies.
fn gravest<'a>(disputes: impl Iterator<Item = &'a Finding>, corpus: &Corpus) -> Option<&'a Finding> {
    let is_open = |finding: &&Finding| {
        finding.ruling.is_none_or(|ruling| corpus[ruling].status != RulingStatus::Settled)
    };
    let is_between_answers = |finding: &&Finding| {
        sides(finding, corpus).is_some_and(|[one, other]| answer_one_question(one, other))
    };
    disputes
        .filter(is_open)
        .filter(is_between_answers)
        .min_by_key(|finding| Reverse((finding.difference(), finding.severity)))
}

/// Whether two claims answer one question: not a part and its whole, nor two days in the wrong order,
/// which need a sentence.
fn answer_one_question(one: &Claim, other: &Claim) -> bool {
    let (here, there) = (&one.scope.places, &other.scope.places);
    one.fact == other.fact && one.part == other.part && (here == there || here.is_empty() || there.is_empty())
}

/// The first claim of each of two sides.
fn sides<'a>(finding: &Finding, corpus: &'a Corpus) -> Option<[&'a Claim; 2]> {
    let [one, other] = finding.sides.as_slice() else { return None };
    Some([&corpus[*one.first()?], &corpus[*other.first()?]])
}

fn dispute(finding: &Finding, corpus: &Corpus, language: &Language) -> Option<Dispute> {
    let [one, other] = sides(finding, corpus)?;
    let side = |claim: &Claim| {
        let who = check::speaker(corpus, claim, corpus[claim.source].short_name());
        (language.answer(corpus, claim), who)
    };
    let label = corpus[*finding.facts.first()?].label.clone();
    Some(Dispute { label, sides: [side(one), side(other)] })
}
