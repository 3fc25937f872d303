//! One source's answer as pages show it; entry point [`claim`].

use schemars::JsonSchema;
use serde::Serialize;

use super::editors::{self, ReadBy};
use super::speakers::speaker;
use super::{Here, Link, readings};
use crate::check;
use crate::language::{Key, is_right_to_left};
use crate::model::{Article, Claim, ClaimIx, Corpus, QuoteState, Reading, Scope, ScopeKey, Voice};

/// One source's answer, with the words it rests on.
#[derive(Debug, JsonSchema, Serialize)]
pub struct ClaimView {
    /// Anchor on its sheet's page.
    pub anchor: String,
    /// The claim on its sheet's page.
    pub href: String,
    /// The fact it answers.
    pub fact: Link,
    /// The sheet that asks.
    pub sheet: Link,
    /// The source's letter.
    pub siglum: String,
    /// The source.
    pub source: Link,
    /// The source in a word or two: its outlet where that is known, else its title.
    pub source_name: String,
    /// Whose word it is: whom the source cites and the source, or the source alone.
    pub speaker: String,
    /// The part of a breakdown.
    pub part: Option<Link>,
    /// The answer, as a heading shows it.
    pub words: String,
    /// What is not known of a date.
    pub doubts: Option<String>,
    /// What the words are read as, where that says more.
    pub reading: Option<String>,
    /// Who read the words, where it was not the program.
    pub editors: Option<ReadBy>,
    /// What the value takes from beyond the quote, such as a year from the article's date.
    pub derived: Option<String>,
    /// What the editors’ record says against a holder of an office.
    pub out_of_office: Option<String>,
    /// When the answer holds.
    pub as_of: Option<String>,
    /// Whom the source cites.
    pub via: Vec<Link>,
    /// What the answer is about, beyond the question itself.
    pub scope: Vec<String>,
    /// Remarks: how it is worded, whether it is complete, the curator's note.
    pub remarks: Vec<String>,
    /// The quoted words.
    pub quote: String,
    /// The quoted words in their source.
    pub quote_href: String,
    /// Language and direction of the quoted words.
    pub tongue: Tongue,
    /// Language and direction of the answer, which is the source's own words or the edition's.
    pub words_tongue: Tongue,
    /// Whether those are the editors' words, not the source's.
    pub is_label: bool,
    /// Whether verification found the quote.
    pub verified: bool,
}

/// The language of a stretch of text, where it is not the page's.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct Tongue {
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`, where that is not the page's either.
    pub direction: Option<&'static str>,
}

/// The claim, for a page.
pub fn claim(here: Here<'_>, ix: ClaimIx) -> ClaimView {
    let corpus = here.edition.corpus;
    let claim = &corpus[ix];
    let article = &corpus[claim.source];
    let fact = &corpus[claim.fact];
    ClaimView {
        anchor: claim.anchor.clone(),
        href: here.claim(ix),
        fact: here.fact(claim.fact),
        sheet: here.sheet(fact.sheet),
        siglum: here.edition.sigla.siglum(fact.sheet, claim.source),
        source: here.article(claim.source),
        source_name: short_name(article),
        speaker: speaker(here, claim),
        part: claim.part.map(|part| here.entity(part)),
        words: readings::headline(here, claim),
        doubts: claim.reading.date().and_then(|date| here.edition.language.doubts(date)),
        reading: readings::reading(here, claim).filter(|reading| *reading != readings::headline(here, claim)),
        editors: editors::read_by(here, claim),
        derived: check::derivation(corpus, claim),
        out_of_office: check::out_of_office(corpus, claim),
        as_of: own_as_of(here, claim),
        via: claim.via.iter().map(|voice| voice_link(here, *voice)).collect(),
        scope: own_scope(here, claim),
        remarks: remarks(here, claim),
        quote: claim.quote.exact.clone(),
        quote_href: here.quote(ix),
        tongue: tongue(corpus, article),
        words_tongue: if readings::is_own_words(claim) { tongue(corpus, article) } else { Tongue::default() },
        is_label: readings::is_label(claim),
        verified: is_verified(claim),
    }
}

/// Whether verification found a claim's quote.
pub fn is_verified(claim: &Claim) -> bool {
    match claim.quote.state {
        QuoteState::InBody(_) | QuoteState::Locked(_) => true,
        QuoteState::Unverified => false,
    }
}

/// The language of an article's words, where it is not the edition's.
pub fn tongue(corpus: &Corpus, article: &Article) -> Tongue {
    let own = &corpus.settings.language;
    let is_rtl = is_right_to_left(&article.language);
    Tongue {
        lang: (article.language != *own).then(|| article.language.clone()),
        direction: (is_rtl != is_right_to_left(own)).then_some(if is_rtl { "rtl" } else { "ltr" }),
    }
}

/// Who published an article, or that nobody knows.
pub fn outlet(here: Here<'_>, article: &Article) -> String {
    if article.has_outlet() { article.outlet.clone() } else { here.say(Key::OutletUnknown) }
}

/// An article in a word or two: its outlet where that is known, else its title.
pub fn short_name(article: &Article) -> String {
    article.short_name().to_owned()
}

/// Somebody whom a source cites.
pub fn voice_link(here: Here<'_>, voice: Voice) -> Link {
    match voice {
        Voice::Entity(entity) => here.entity(entity),
        Voice::Article(article) => here.article(article),
    }
}

/// A scope in words, one for each key that is stated.
pub fn scope_words(here: Here<'_>, scope: &Scope) -> Vec<(ScopeKey, String)> {
    let corpus = here.edition.corpus;
    let mut words = Vec::new();
    if !scope.places.is_empty() {
        let names: Vec<String> = scope.places.iter().map(|&place| corpus[place].name.clone()).collect();
        let names = here.edition.language.list(&names, Key::ListAnd);
        words.push((ScopeKey::Place, here.fill(Key::ScopePlace, &[("places", &names)])));
    }
    let texts = [
        (ScopeKey::Window, &scope.window, Key::ScopeWindow),
        (ScopeKey::Population, &scope.population, Key::ScopePopulation),
        (ScopeKey::Basis, &scope.basis, Key::ScopeBasis),
        (ScopeKey::CountedBy, &scope.counted_by, Key::ScopeCountedBy),
    ];
    for (key, text, string) in texts {
        words.extend(text.as_ref().map(|text| (key, here.fill(string, &[("words", text)]))));
    }
    words
}

/// When an answer holds, where that matters: for figures, and where it is not its source's default.
fn own_as_of(here: Here<'_>, claim: &Claim) -> Option<String> {
    let corpus = here.edition.corpus;
    let date = claim.as_of.as_ref()?;
    let listed = &corpus[corpus[claim.fact].sheet].sources;
    let source = listed.iter().find(|source| source.article == claim.source);
    let is_default = source.and_then(|source| source.as_of.as_ref()) == Some(date);
    let is_figure = matches!(claim.reading, Reading::Quantity(_));
    (is_figure || !is_default).then(|| here.date(date))
}

/// The scope keys in which a claim differs from its fact.
pub fn own_scope(here: Here<'_>, claim: &Claim) -> Vec<String> {
    let general = scope_words(here, &here.edition.corpus[claim.fact].scope);
    scope_words(here, &claim.scope)
        .into_iter()
        .filter(|stated| !general.contains(stated))
        .map(|(_, words)| words)
        .collect()
}

fn remarks(here: Here<'_>, claim: &Claim) -> Vec<String> {
    let complete = match claim.complete {
        Some(true) => Some(Key::SaidComplete),
        Some(false) if matches!(claim.reading, Reading::Set(_)) => Some(Key::NotSaidComplete),
        Some(false) if check::tells_of_others(here.edition.corpus, claim) => Some(Key::OthersWithoutFigure),
        Some(false) => Some(Key::NotSaidComplete),
        None => None,
    };
    let wording = claim.worded.map(readings::wording);
    wording.into_iter().chain(complete).map(|key| here.say(key)).chain(claim.note.clone()).collect()
}
