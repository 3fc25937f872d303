//! What event, question and entity pages share: facts, disagreements, dates and sources of one
//! sheet; entry points [`facts`], [`dated`] and [`witnesses`].

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{outlet, short_name};
use super::fact::{FactView, fact, has_several};
use super::terms::article_kind;
use super::{Here, Link};
use crate::check::{self, frame};
use crate::language::{Key, Value};
use crate::model::{ArticleIx, ClaimIx, Day, FactIx, Origin, Reading, SheetIx};
use crate::plan::Listing;

/// A date that somebody states, on a timeline.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Dated {
    /// The date in words.
    pub date: String,
    /// What happened then.
    pub what: Link,
    /// Which sources say so.
    pub sources: Vec<Witness>,
}

/// A source by its letter, leading to the claim.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Witness {
    /// The source's letter.
    pub siglum: String,
    /// The source in a word or two.
    pub name: String,
    /// The claim.
    pub href: String,
}

/// A source that reports on a sheet.
#[derive(Debug, JsonSchema, Serialize)]
pub struct SourceRow {
    /// Its letter.
    pub siglum: String,
    /// The source.
    pub source: Link,
    /// Who published it.
    pub outlet: String,
    /// What kind of text it is.
    pub kind: String,
    /// When it was published.
    pub published: String,
    /// What it relays, in the end.
    pub rests_on: Vec<Link>,
    /// How many of the sheet's questions it answers.
    pub answers: String,
    /// When its answers hold.
    pub as_of: Option<String>,
}

/// The facts of a sheet as the page shows them: first those with several answers to set side by
/// side, then those that one source answers; each in the order written.
fn order(here: Here<'_>, ix: SheetIx) -> Vec<FactIx> {
    let (several, single): (Vec<FactIx>, Vec<FactIx>) =
        here.edition.corpus[ix].facts.iter().partition(|&&fact| has_several(here, fact));
    several.into_iter().chain(single).collect()
}

/// The facts of a sheet, in the order of the page, whose prose cites some of them.
///
/// None where they stand on pages of their own.
pub fn facts(here: Here<'_>, ix: SheetIx, cited: &[FactIx]) -> Vec<FactView> {
    if here.edition.plan.is_divided(Listing::Asked(ix)) {
        return Vec::new();
    }
    order(here, ix).into_iter().map(|ix| fact(here, ix, cited)).collect()
}

/// Every date that a source states in a sheet, earliest first; equal dates of a fact are one line.
///
/// None where the answers stand on pages of their own, with their dates.
pub fn dated(here: Here<'_>, ix: SheetIx) -> Vec<Dated> {
    let corpus = here.edition.corpus;
    if here.edition.plan.is_divided(Listing::Asked(ix)) || articles(here, ix).len() > N_DATING_MAX {
        return Vec::new();
    }
    let mut lines: Vec<(Option<Day>, Dated)> = Vec::new();
    for &fact in &corpus[ix].facts {
        for &claim in &corpus[fact].claims {
            let Reading::Date(date) = &corpus[claim].reading else { continue };
            let words = here.date(date);
            let what = here.fact(fact);
            let same =
                |(_, line): &&mut (Option<Day>, Dated)| line.date == words && line.what.href == what.href;
            match lines.iter_mut().find(same) {
                Some((_, line)) => line.sources.push(witness(here, claim)),
                None => {
                    let line = Dated { date: words, what, sources: vec![witness(here, claim)] };
                    // Days of an unstated year cannot be placed among dated ones and stand last.
                    lines.push((date.earliest().filter(|_| date.year_known), line));
                }
            }
        }
    }
    lines.sort_by_key(|(day, _)| (day.is_none(), *day));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The most sources that a timeline names at each date.
const N_DATING_MAX: usize = 60;

/// A source by its letter.
pub fn witness(here: Here<'_>, ix: ClaimIx) -> Witness {
    let corpus = here.edition.corpus;
    let source = corpus[ix].source;
    Witness {
        siglum: here.edition.sigla.siglum(corpus[corpus[ix].fact].sheet, source),
        name: short_name(&corpus[source]),
        href: here.claim(ix),
    }
}

/// The articles that a sheet lists or that answer in it, in the order of their letters.
pub fn articles(here: Here<'_>, ix: SheetIx) -> Vec<ArticleIx> {
    here.edition.sigla.articles(ix)
}

/// The sources of a sheet, with what each rests on and leaves open.
///
/// None where they stand on pages of their own.
pub fn witnesses(here: Here<'_>, ix: SheetIx) -> Vec<SourceRow> {
    if here.edition.plan.is_divided(Listing::Witnesses(ix)) {
        return Vec::new();
    }
    articles(here, ix).into_iter().map(|article| source_row(here, ix, article)).collect()
}

fn source_row(here: Here<'_>, ix: SheetIx, article: ArticleIx) -> SourceRow {
    let corpus = here.edition.corpus;
    let n_answered = here.edition.n_answered(ix, article);
    let n_questions = here.count(Key::NQuestions, corpus[ix].facts.len());
    let listed = here.edition.sigla.listed(corpus, ix, article);
    SourceRow {
        siglum: here.edition.sigla.siglum(ix, article),
        source: here.article(article),
        outlet: outlet(here, &corpus[article]),
        kind: here.say(article_kind(corpus[article].kind)),
        published: published(here, article),
        rests_on: rests_on(here, article, N_ORIGINS_LISTED),
        answers: here.edition.language.fill(
            Key::NOfQuestions,
            &[("n", Value::Count(n_answered)), ("questions", Value::Text(&n_questions))],
        ),
        as_of: listed.and_then(|source| source.as_of.as_ref()).map(|date| here.date(date)),
    }
}

/// When an article was published, or that nobody knows.
pub fn published(here: Here<'_>, article: ArticleIx) -> String {
    let published = here.edition.corpus[article].published.as_ref();
    published.map_or_else(|| here.say(Key::PublishedUnknown), |date| here.date(date))
}

/// What an article relays in the end, `n_max` of it by name; empty where it relays nothing.
pub fn rests_on(here: Here<'_>, article: ArticleIx, n_max: usize) -> Vec<Link> {
    let roots = check::origins::roots(here.edition.corpus, article, &[]);
    let own = |origin: &&Origin| **origin != Origin::Article(article);
    let mut links: Vec<Link> =
        roots.iter().filter(own).take(n_max).map(|origin| origin_link(here, origin)).collect();
    let n_more = roots.iter().filter(own).count() - links.len();
    if n_more > 0 {
        links.push(Link { text: here.count(Key::NMoreOrigins, n_more), href: String::new() });
    }
    links
}

/// How many origins are named wherever an article is listed; its own page names more.
pub const N_ORIGINS_LISTED: usize = 8;

/// What an article relays; an outlet that is not curated leads nowhere.
pub fn origin_link(here: Here<'_>, origin: &Origin) -> Link {
    match origin {
        Origin::Article(article) => here.article(*article),
        Origin::Entity(entity) => here.entity(*entity),
        Origin::Named(name) => Link { text: name.clone(), href: String::new() },
    }
}

/// How many answers to a disputed date are told; many more are counted.
const N_DATES_MAX: usize = 3;

/// The date of a sheet in words; every answer where the sources contradict each other.
pub fn date(here: Here<'_>, ix: SheetIx) -> Option<String> {
    let dates = here.edition.dating(ix).dates;
    let mut told: Vec<String> = dates.iter().take(N_DATES_MAX).map(|date| here.date(date)).collect();
    if dates.len() > N_DATES_MAX {
        told.push(here.count(Key::NMoreDates, dates.len() - N_DATES_MAX));
    }
    (!told.is_empty()).then(|| told.join(&here.say(Key::DateOr)))
}

/// Where the sources contradict each other on the date of a sheet.
pub fn date_dispute(here: Here<'_>, ix: SheetIx) -> Option<Link> {
    let dating = here.edition.dating(ix);
    dating.fact.filter(|_| dating.is_disputed).map(|fact| here.fact(fact))
}

/// Where the sources contradict each other on the places of a sheet.
pub fn places_dispute(here: Here<'_>, ix: SheetIx) -> Option<Link> {
    let corpus = here.edition.corpus;
    let is_disputed = frame::are_places_disputed(corpus, here.edition.disputes(), ix);
    corpus[ix].places_of.filter(|_| is_disputed).map(|fact| here.fact(fact))
}

/// The date of a sheet in words, with the remark that it is disputed, for places without markup.
pub fn date_told(here: Here<'_>, ix: SheetIx) -> Option<String> {
    let date = date(here, ix)?;
    Some(match date_dispute(here, ix) {
        Some(_) => format!("{date} · {}", here.say(Key::Disputed)),
        None => date,
    })
}
