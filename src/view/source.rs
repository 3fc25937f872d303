//! The page of a source document; entry points [`source`], and [`part`] for some of what it says.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{Tongue, is_verified, outlet, short_name, tongue};
use super::discrepancies;
use super::discrepancy::{Line, lines};
use super::editors::{ReadBy, n_read_by_editors, read_by};
use super::parts::{self, Part};
use super::prose::{Block, Citations};
use super::sheet::{origin_link, published, rests_on};
use super::terms::article_kind;
use super::{Here, Link, readings, source_index};
use crate::check::silence::Unanswered;
use crate::language::Key;
use crate::model::{ArticleIx, ClaimIx, EntityIx, FactIx, QuoteState, TextMode};
use crate::plan::{self, ListPart, Listing};

/// A source document.
#[derive(Debug, JsonSchema, Serialize)]
pub struct SourceView {
    /// What kind of text it is.
    pub kind: String,
    /// What stands against taking its word.
    pub marks: Vec<String>,
    /// Its title as published, with its language.
    pub tongue: Tongue,
    /// What is known of it, as terms and descriptions.
    pub particulars: Vec<Particular>,
    /// The digest or text.
    pub body: Vec<Block>,
    /// Whether the body is the editors' summary.
    pub is_digest: bool,
    /// The quoted words, in the order of the text.
    pub quotes: Vec<QuoteView>,
    /// Whether the edition has no other source.
    pub is_only: bool,
    /// What it alone says.
    pub alone: Vec<Statement>,
    /// Contradictions and variant names that it takes part in.
    pub disputes: Vec<Line>,
    /// Differences that it takes part in, in which no answer rules another out.
    pub others: Vec<Line>,
    /// How many of these stand on the parts only.
    pub n_more: usize,
    /// The records of all of them, where one page has them.
    pub full_list: Option<String>,
    /// What it relays, by its own word.
    pub relays: Vec<Link>,
    /// What that rests on in the end.
    pub origins: Vec<Link>,
    /// The sources of this edition that relay it; of very many, the first.
    pub relayed_by: Vec<Link>,
    /// How many more there are of these.
    pub n_more_relays: usize,
    /// What it leaves unanswered.
    pub silence: Option<Silence>,
    /// Figures deliberately not recorded: the words, and why.
    pub set_aside: Vec<(String, String)>,
    /// How its quotes were verified.
    pub verification: Verification,
    /// How many claims it makes in how many places.
    pub tally: String,
    /// The pages among which very many claims are divided.
    pub parts: Vec<Part>,
    /// On such a page: the source.
    pub whole: Option<Link>,
    /// The part before.
    pub before: Option<Link>,
    /// The part after.
    pub after: Option<Link>,
}

/// What a source leaves unanswered of what the pages ask that list it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Silence {
    /// How many questions.
    pub n: usize,
    /// The questions; of many, the first.
    pub facts: Vec<Link>,
    /// How many are not among these.
    pub n_more: usize,
    /// Where not all are told: the pages that ask them; of very many, the first.
    pub sheets: Vec<Link>,
}

/// A term and what is known of it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Particular {
    /// The term.
    pub term: String,
    /// What is known.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// A quoted passage with the claims that rest on it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct QuoteView {
    /// Anchor.
    pub anchor: String,
    /// The words.
    pub exact: String,
    /// Words just before, where they tell passages apart.
    pub prefix: Option<String>,
    /// Words just after.
    pub suffix: Option<String>,
    /// What rests on it.
    pub claims: Vec<Statement>,
}

/// A claim in a few words, leading to it.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Statement {
    /// The source's letter.
    pub siglum: String,
    /// The source, in a word or two.
    pub source_name: String,
    /// The claim.
    pub href: String,
    /// The question, with the part.
    pub label: String,
    /// The answer.
    pub words: String,
    /// Whether those are the editors' words, not the source's.
    pub is_label: bool,
    /// Who read the answer, where it was not the program.
    pub editors: Option<ReadBy>,
    /// The sheet that asks.
    pub sheet: Link,
    /// The first discrepancy of the headline count that it takes part in.
    pub disputed: Option<String>,
}

/// How an article's quotes were verified.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Verification {
    /// How many different quotes.
    pub n_quotes: usize,
    /// How many of them were found.
    pub n_found: usize,
    /// How many of its answers the editors read, not the program.
    pub n_by_editors: usize,
    /// The capture's file name.
    pub file: Option<String>,
    /// SHA-256 of the capture.
    pub sha256: Option<String>,
    /// How many of the text's figures are recorded, set aside and left open.
    pub coverage: Option<Covered>,
}

/// How many figures of a text are recorded.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Covered {
    /// All of them.
    pub n_figures: usize,
    /// Those that a quotation holds.
    pub n_claimed: usize,
    /// Those set aside with a reason.
    pub n_set_aside: usize,
    /// The others.
    pub n_open: usize,
}

/// The page of a source document.
pub fn source(here: Here<'_>, ix: ArticleIx) -> SourceView {
    let edition = here.edition;
    let article = &edition.corpus[ix];
    let parts = parts::parts(here, Listing::Sayings(ix));
    let told = if parts.is_empty() { edition.claims_of(ix) } else { &[] };
    let relays = edition.relayed_by(ix);
    let mut found = edition.of_article(ix);
    let n_found = found.len();
    if !parts.is_empty() {
        // The gravest come first; all of them stand on the parts, with the claims.
        found.truncate(N_LINES_MAX);
    }
    SourceView {
        particulars: particulars(here, ix),
        body: Citations::new(here).blocks(&article.body, 3),
        relays: article.rests_on.iter().map(|origin| origin_link(here, origin)).collect(),
        relayed_by: relays.iter().take(N_LINKS_MAX).map(|&other| here.article(other)).collect(),
        n_more_relays: relays.len().saturating_sub(N_LINKS_MAX),
        silence: edition.unanswered(ix).map(|unanswered| silence(here, unanswered)),
        set_aside: article.set_aside.iter().map(|one| (one.words.clone(), one.reason.clone())).collect(),
        n_more: n_found - found.len(),
        parts,
        ..claiming(here, ix, told, &found)
    }
}

fn silence(here: Here<'_>, unanswered: &Unanswered) -> Silence {
    let facts: Vec<Link> = unanswered.first.iter().map(|&fact| here.fact(fact)).collect();
    let n_more = unanswered.n - facts.len();
    let sheets = if n_more > 0 { unanswered.sheets.as_slice() } else { &[] };
    Silence {
        n: unanswered.n,
        facts,
        n_more,
        sheets: sheets.iter().take(N_LINKS_MAX).map(|&sheet| here.sheet(sheet)).collect(),
    }
}

/// Some of what a source says, where that is too much for its page.
pub fn part(here: Here<'_>, ix: ArticleIx, part: &ListPart) -> SourceView {
    let claims: Vec<ClaimIx> = part.members.iter().map(|&i| ClaimIx(i)).collect();
    // A record of several claims is listed with each part that has one of them.
    let found: BTreeSet<usize> =
        claims.iter().flat_map(|&claim| here.edition.of_claim(claim).iter().copied()).collect();
    let mut found: Vec<usize> =
        here.edition.of_article(ix).into_iter().filter(|i| found.contains(i)).collect();
    found.truncate(N_LINES_MAX);
    let (before, after) = parts::beside(here, part);
    SourceView { whole: Some(here.article(ix)), before, after, ..claiming(here, ix, &claims, &found) }
}

/// The most links in a list of them, and the most records on a page with some of what a source says.
const N_LINKS_MAX: usize = 300;
const N_LINES_MAX: usize = 80;

/// How many of the origins are named that a source rests on in the end: thousands may rest on one that rests on thousands.
const N_ORIGINS_TOLD: usize = 40;

/// What these claims of a source say, and these findings on them.
fn claiming(here: Here<'_>, ix: ArticleIx, claims: &[ClaimIx], found: &[usize]) -> SourceView {
    let edition = here.edition;
    let corpus = edition.corpus;
    let article = &corpus[ix];
    let (disputes, others): (Vec<Line>, Vec<Line>) =
        lines(here, found).into_iter().partition(|line| line.headline);
    SourceView {
        kind: here.say(article_kind(article.kind)),
        marks: source_index::marks(here, ix),
        tongue: tongue(corpus, article),
        particulars: Vec::new(),
        body: Vec::new(),
        is_digest: article.text == TextMode::Digest,
        verification: verification(here, ix),
        quotes: quotes(here, claims),
        is_only: corpus.articles.len() == 1,
        alone: alone(here, ix, claims),
        disputes,
        others,
        n_more: 0,
        full_list: discrepancies::list_of_source(here, ix),
        relays: Vec::new(),
        origins: rests_on(here, ix, N_ORIGINS_TOLD),
        relayed_by: Vec::new(),
        n_more_relays: 0,
        silence: None,
        set_aside: Vec::new(),
        tally: tally(here, edition.claims_of(ix)),
        parts: Vec::new(),
        whole: None,
        before: None,
        after: None,
    }
}

fn tally(here: Here<'_>, claims: &[ClaimIx]) -> String {
    let corpus = here.edition.corpus;
    let mut sheets: Vec<_> = claims.iter().map(|&claim| corpus[corpus[claim].fact].sheet).collect();
    sheets.dedup();
    let n_sheets = sheets.len();
    here.fill(
        Key::Tally,
        &[("claims", &here.count(Key::NClaims, claims.len())), ("pages", &here.count(Key::NPages, n_sheets))],
    )
}

fn particulars(here: Here<'_>, ix: ArticleIx) -> Vec<Particular> {
    let article = &here.edition.corpus[ix];
    let plain = |term, text: String| Particular { term: here.say(term), text, href: None };
    let outlet = Particular {
        term: here.say(Key::TermOutlet),
        text: outlet(here, article),
        href: article.outlet_entity.map(|outlet| here.entity(outlet).href),
    };
    let mut all = vec![outlet, plain(Key::TermKind, here.say(article_kind(article.kind)))];
    all.extend(article.author.clone().map(|author| plain(Key::TermAuthor, author)));
    all.push(plain(Key::TermPublished, published(here, ix)));
    all.extend(article.retrieved.as_ref().map(|date| plain(Key::TermRetrieved, here.date(date))));
    all.push(plain(Key::TermLanguage, here.edition.language.name_of(&article.language)));
    for (term, url) in [(Key::TermAddress, &article.url), (Key::TermArchived, &article.archived_url)] {
        all.extend(url.clone().map(|url| Particular {
            term: here.say(term),
            text: url.clone(),
            href: Some(url),
        }));
    }
    all
}

/// The different quotes of claims of an article with what rests on each, in the order of its text.
fn quotes(here: Here<'_>, claims: &[ClaimIx]) -> Vec<QuoteView> {
    let corpus = here.edition.corpus;
    let mut quotes: Vec<(usize, QuoteView)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for &claim in claims {
        let anchor = plan::quote_anchor(corpus, claim);
        let statement = statement(here, claim);
        let at = *known.entry(anchor.clone()).or_insert(quotes.len());
        if let Some((_, same)) = quotes.get_mut(at) {
            same.claims.push(statement);
            continue;
        }
        let quote = &corpus[claim].quote;
        let offset = match quote.state {
            QuoteState::InBody(offset) | QuoteState::Locked(offset) => offset,
            QuoteState::Unverified => usize::MAX,
        };
        let view = QuoteView {
            anchor,
            exact: quote.exact.clone(),
            prefix: quote.prefix.clone(),
            suffix: quote.suffix.clone(),
            claims: vec![statement],
        };
        quotes.push((offset, view));
    }
    quotes.sort_by_key(|(offset, _)| *offset);
    quotes.into_iter().map(|(_, quote)| quote).collect()
}

/// A claim in a few words.
pub fn statement(here: Here<'_>, ix: ClaimIx) -> Statement {
    let corpus = here.edition.corpus;
    let claim = &corpus[ix];
    let fact = &corpus[claim.fact];
    Statement {
        siglum: here.edition.sigla.siglum(fact.sheet, claim.source),
        source_name: short_name(&corpus[claim.source]),
        href: here.claim(ix),
        label: match claim.part {
            Some(part) => format!("{}: {}", fact.label, corpus[part].name),
            None => fact.label.clone(),
        },
        words: readings::headline(here, claim),
        is_label: readings::is_label(claim),
        editors: read_by(here, claim),
        sheet: here.sheet(fact.sheet),
        disputed: disputed(here, ix),
    }
}

/// The first discrepancy of the headline count that a claim takes part in.
fn disputed(here: Here<'_>, ix: ClaimIx) -> Option<String> {
    let findings = here.edition.of_claim(ix).iter().map(|&i| &here.edition.findings[i]);
    let mut headline = findings.filter(|finding| finding.class.is_dispute());
    headline.next().map(|finding| here.to(&plan::finding_href(here.edition.corpus, finding)))
}

/// The claims to questions, or parts of them, that no other source answers.
fn alone(here: Here<'_>, ix: ArticleIx, claims: &[ClaimIx]) -> Vec<Statement> {
    let corpus = here.edition.corpus;
    // Of each question, and each part of it, whether anybody else answers.
    let mut answered: BTreeMap<FactIx, BTreeSet<Option<EntityIx>>> = BTreeMap::new();
    let mut is_alone = |claim: &&ClaimIx| {
        let own = &corpus[**claim];
        let others = answered.entry(own.fact).or_insert_with(|| {
            let claims = corpus[own.fact].claims.iter().map(|&other| &corpus[other]);
            claims.filter(|other| other.source != ix).map(|other| other.part).collect()
        });
        !others.contains(&own.part)
    };
    let own = claims.iter().filter(|claim| is_alone(claim));
    own.map(|&claim| statement(here, claim)).collect()
}

fn verification(here: Here<'_>, ix: ArticleIx) -> Verification {
    let corpus = here.edition.corpus;
    let all = here.edition.claims_of(ix).iter();
    let quotes: BTreeSet<String> = all.map(|&claim| plan::quote_anchor(corpus, claim)).collect();
    let capture = corpus[ix].capture.as_ref();
    let is_found = |&&claim: &&ClaimIx| is_verified(&corpus[claim]);
    let found: BTreeSet<_> =
        here.edition.claims_of(ix).iter().filter(is_found).map(|&claim| corpus[claim].quote.digest).collect();
    Verification {
        n_quotes: quotes.len(),
        n_found: found.len(),
        n_by_editors: n_read_by_editors(here, here.edition.claims_of(ix)),
        file: capture.map(|capture| capture.file.clone()),
        sha256: capture.map(|capture| capture.sha256.to_string()),
        coverage: here.edition.coverage(ix).map(|covered| Covered {
            n_figures: covered.n_claimed + covered.n_set_aside + covered.n_open,
            n_claimed: covered.n_claimed,
            n_set_aside: covered.n_set_aside,
            n_open: covered.n_open,
        }),
    }
}
