//! Claims: one for each answer, a breakdown's parts each for themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::directory::{Directory, Found};
use super::money::{self, Known};
use super::reading::{self, Read, Reader};
use super::remarks::shown;
use super::{chronology, editors, relative, scope};
use crate::diag::{Code, Diagnostic};
use crate::digest::Digest;
use crate::model::{
    Article, ArticleIx, Claim, DateValue, EditorsReading, EntityIx, Fact, FactIx, FactKind, Id, Quote,
    QuoteState, Reading, Scope, Voice,
};
use crate::parse::{RawClaim, RawFact, RawQuote, RawRelative, RawValue};
use crate::source::Span;
use crate::value::number::Local;
use crate::yaml::{Located, Words};

/// What a claim's fact and sheet say before the claim itself.
pub(super) struct Surroundings<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) fact: &'a Fact,
    pub(super) fact_ix: FactIx,
    /// When each listed source's answers hold.
    pub(super) as_of: &'a BTreeMap<ArticleIx, Option<DateValue>>,
    /// The articles of the edition.
    pub(super) articles: &'a [Article],
    /// What the fact and the sheet say of money.
    pub(super) money: &'a Known,
    /// Whether the fact's kind could be read, so that values can be read by it.
    pub(super) kind_known: bool,
    /// Whether the sheet lists its sources, so that others are a slip.
    pub(super) sources_listed: bool,
}

/// A fact's claims.
#[derive(Default)]
pub(super) struct Resolved<'a> {
    pub(super) claims: Vec<Claim>,
    /// Claims, by position, whose date is relative and still to be filled in.
    pub(super) relative: Vec<(usize, &'a RawRelative)>,
    /// Quotes of answers that could not be read.
    pub(super) quotes_alone: Vec<(ArticleIx, Quote)>,
}

/// Resolves a fact's claims; those of articles that are held back are left out.
pub(super) fn resolve<'a>(
    raw: &'a RawFact,
    around: &Surroundings<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Resolved<'a> {
    let mut resolved = Resolved::default();
    for raw in &raw.claims.value.0 {
        if let Some(fault) = too_large(raw) {
            faults.push(fault);
            continue;
        }
        let claims = one(raw, around, faults);
        if claims.is_empty() {
            resolved.quotes_alone.extend(quote_alone(raw, around.reader.directory));
        }
        if let (Some(relative), false) = (&raw.relative, claims.is_empty()) {
            resolved.relative.push((resolved.claims.len(), relative));
        }
        resolved.claims.extend(claims);
    }
    anchor(&mut resolved.claims, around, faults);
    resolved
}

fn one(raw: &RawClaim, around: &Surroundings<'_>, faults: &mut Vec<Diagnostic>) -> Vec<Claim> {
    let directory = around.reader.directory;
    let article = directory.article(&raw.source, faults);
    let reader = match &article {
        Found::Here(source) => Some(around.reader.of(*source)),
        Found::HeldBack => {
            let language = directory.language_held_back(&raw.source.value);
            language.map(|language| Reader { language, ..around.reader })
        }
        Found::Unknown => None,
    };
    let local = local(raw, around, faults);
    // What a value says is not judged where its language is not known: `12,5` is one figure in Portuguese and open in
    // English.
    let mut unheard = Vec::new();
    let heard = if reader.is_some() { &mut *faults } else { &mut unheard };
    let answers = answers(raw, around, (reader.unwrap_or(around.reader), &local), heard);
    let via = raw.via.iter().flatten().filter_map(|id| voice(id, directory, faults)).collect::<Vec<_>>();
    let own_as_of = raw.as_of.as_ref().and_then(|words| reading::date(words, faults));
    let scope = scope_of(raw, around, faults);
    let source = match article {
        Found::Here(source) => source,
        Found::HeldBack | Found::Unknown => return Vec::new(),
    };
    if let (Some(as_of), Some(words)) = (&own_as_of, &raw.as_of) {
        chronology::as_of((as_of, words.span), &around.articles[source.index()], faults);
    }
    if around.sources_listed && !around.as_of.contains_key(&source) {
        faults.push(
            Diagnostic::error(
                Code::ReferenceUnknown,
                raw.source.span,
                format!("`{}` is not among the sheet's `sources`", raw.source.value),
            )
            .help(format!("add `{}: {{}}` to `sources:`", raw.source.value)),
        );
    }
    if directory.is_hurt(raw.span) {
        return Vec::new();
    }
    let model = Claim {
        fact: around.fact_ix,
        source,
        part: None,
        words: String::new(),
        reading: Reading::Text,
        name: None,
        editors: None,
        quote: quote(&raw.quote),
        via,
        scope,
        as_of: own_as_of.or_else(|| around.as_of.get(&source).cloned().flatten()),
        complete: raw.complete.as_ref().map(|flag| flag.0),
        worded: raw.worded.as_ref().map(|worded| worded.value),
        note: raw.note.as_ref().map(shown),
        anchor: String::new(),
        span: raw.span,
    };
    let claim = |answer: Answer| Claim {
        name: directory.names.read(answer.compared_words(), &answer.reading).map(Arc::new),
        part: answer.part,
        words: answer.words,
        reading: answer.reading,
        editors: answer.editors,
        span: answer.span,
        ..model.clone()
    };
    answers.into_iter().map(claim).collect()
}

/// The most letters of a quote, and the most parts of an answer: each part is looked for in all of its quote.
const N_QUOTE_MAX: usize = 6_000;
const N_PARTS_MAX: usize = 300;

fn too_large(raw: &RawClaim) -> Option<Diagnostic> {
    let n_chars = raw.quote.exact.chars().count();
    if n_chars > N_QUOTE_MAX {
        let message = format!("the quote has {n_chars} letters; it may have {N_QUOTE_MAX}");
        return Some(
            Diagnostic::error(Code::ValueUnsuited, raw.quote.span, message)
                .help("quote the words that state the answer, with `...` between them"),
        );
    }
    let parts = raw.parts.as_ref().filter(|parts| parts.value.0.len() > N_PARTS_MAX)?;
    let message = format!("the answer has {} parts; it may have {N_PARTS_MAX}", parts.value.0.len());
    Some(
        Diagnostic::error(Code::ValueUnsuited, parts.span, message)
            .help("divide the parts among several claims, each with its own words"),
    )
}

/// What is known of the claim's money.
fn local(raw: &RawClaim, around: &Surroundings<'_>, faults: &mut Vec<Diagnostic>) -> Local {
    if !around.kind_known {
        return Local::default();
    }
    let own = money::of_kind(raw.currency.as_ref(), &around.fact.kind, faults);
    let directory = around.reader.directory;
    let outlet = directory.peek_article(&raw.source.value).and_then(|ix| directory.outlet_money(ix));
    around.money.of_claim(own, outlet)
}

/// The quote of an answer that could not be read, where the quote and its source can be.
fn quote_alone(raw: &RawClaim, directory: &Directory) -> Option<(ArticleIx, Quote)> {
    let source = directory.peek_article(&raw.source.value)?;
    // Inside `{…}` a comma cuts a quote short; its rest stands right behind it as a key.
    let with_rest = Span { end: raw.quote.span.end + 2, ..raw.quote.span };
    let is_hurt = directory.is_hurt(with_rest) || directory.is_hurt(raw.source.span);
    (!is_hurt).then(|| (source, quote(&raw.quote)))
}

fn scope_of(raw: &RawClaim, around: &Surroundings<'_>, faults: &mut Vec<Diagnostic>) -> Scope {
    scope::resolve(raw.scope.as_ref(), &around.fact.scope, around.reader.directory, faults)
}

/// One answer of a claim: its value, or a part.
struct Answer {
    part: Option<EntityIx>,
    words: String,
    reading: Reading,
    editors: Option<EditorsReading>,
    span: Span,
}

impl Answer {
    /// What the program read.
    fn read((words, reading): Read, part: Option<EntityIx>, span: Span) -> Self {
        Self { part, words, reading, editors: None, span }
    }

    /// The words that are compared, as of the claim.
    fn compared_words(&self) -> &str {
        self.editors.as_ref().map_or(&self.words, |editors| &editors.words)
    }
}

/// Reads one value's words, by the editors' word where they give one.
fn answer(
    raw: &RawClaim,
    (kind, words, local): (&FactKind, &Located<Words>, &Local),
    reader: Reader<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Answer> {
    match &raw.reading {
        None => {
            let reading = reader.words((kind, local), words, faults)?;
            Some(Answer::read((words.value.0.clone(), reading), None, words.span))
        }
        Some(reading) => {
            let (read, editors) = editors::read(reader, (kind, words, local), reading, faults)?;
            Some(Answer { editors: Some(editors), ..Answer::read(read, None, words.span) })
        }
    }
}

fn answers(
    raw: &RawClaim,
    around: &Surroundings<'_>,
    (reader, local): (Reader<'_>, &Local),
    faults: &mut Vec<Diagnostic>,
) -> Vec<Answer> {
    let kind = &around.fact.kind;
    let broken_down = around.fact.by.is_some();
    if !around.kind_known {
        return Vec::new();
    }
    match (&raw.value, &raw.parts, &raw.relative) {
        (Some(value), None, None) if !broken_down => {
            let span = match value {
                RawValue::Words(words) if raw.reading.is_some() => {
                    return answer(raw, (kind, words, local), reader, faults).into_iter().collect();
                }
                RawValue::Words(words) => words.span,
                RawValue::List(items) => items.span,
            };
            faults.extend(raw.reading.as_ref().map(editors::without_value));
            let read = reader.value((kind, local), value, faults);
            read.map(|read| Answer::read(read, None, span)).into_iter().collect()
        }
        (None, Some(parts), None) if broken_down => {
            let mut answers = Vec::new();
            if parts.value.0.is_empty() && !reader.directory.is_hurt(parts.span) {
                faults.push(
                    Diagnostic::error(Code::ClaimsEmpty, parts.span, "the breakdown has no parts")
                        .help("name each part with its figure"),
                );
            }
            if let (Some(reading), true) = (&raw.reading, parts.value.0.len() > 1) {
                faults.push(editors::without_value(reading));
                return answers;
            }
            for (key, words) in &parts.value.0 {
                let id = key.id().map(|value| Located { value, span: key.span });
                let part = id.and_then(|id| reader.directory.entity(&id, faults));
                let answer = answer(raw, (kind, words, local), reader, faults);
                answers.extend(part.zip(answer).map(|(part, answer)| Answer { part: Some(part), ..answer }));
            }
            answers
        }
        (None, None, Some(relative)) => {
            faults.extend(raw.reading.as_ref().map(editors::without_value));
            let read = relative::placeholder(relative, kind, faults);
            read.map(|read| Answer::read(read, None, relative.span)).into_iter().collect()
        }
        // A field that is there and could not be read is missing here, and was reported.
        (_, _, _) if reader.directory.is_hurt(raw.span) => Vec::new(),
        (_, _, _) => {
            faults.push(unanswered(raw, broken_down));
            Vec::new()
        }
    }
}

/// A claim that answers in no way, in several, or in one that its fact does not take.
fn unanswered(raw: &RawClaim, broken_down: bool) -> Diagnostic {
    let ways = [raw.value.is_some(), raw.parts.is_some(), raw.relative.is_some()];
    let given = ways.into_iter().filter(|given| *given).count();
    let (message, help) = match (given, broken_down) {
        (0, false) => (
            "the claim has no value",
            "add `value:` with the source's own words, or mark them in the quote: `quote: \"{14} people were hurt\"`",
        ),
        (0, true) => ("the claim has no parts", "add `parts:` with a figure for each part"),
        (1, true) => (
            "the fact is broken down (`by`), so the claim needs `parts`",
            "write `parts: {<entity>: <figure>}`",
        ),
        (1, false) => (
            "the fact is not broken down, so the claim needs a `value`",
            "write `value:`, or add `by:` to the fact",
        ),
        (_, _) => ("the claim answers in two ways", "keep one of `value`, `parts` and `relative`"),
    };
    Diagnostic::error(Code::ValueUnsuited, raw.source.span, message).help(help)
}

fn voice(id: &Located<Id>, directory: &Directory, faults: &mut Vec<Diagnostic>) -> Option<Voice> {
    if let Some(article) = directory.peek_article(&id.value) {
        return Some(Voice::Article(article));
    }
    if directory.is_held_back(&id.value) {
        return None;
    }
    directory.entity(id, faults).map(Voice::Entity)
}

fn quote(raw: &RawQuote) -> Quote {
    let parts = [&*raw.exact, raw.prefix.as_deref().unwrap_or(""), raw.suffix.as_deref().unwrap_or("")];
    Quote {
        exact: raw.exact.clone(),
        prefix: raw.prefix.clone(),
        suffix: raw.suffix.clone(),
        digest: Digest::of_parts(parts.map(str::as_bytes)),
        state: QuoteState::Unverified,
        span: raw.span,
    }
}

/// Gives each claim its anchor; where a source answers twice, its quote tells the answers apart.
fn anchor(claims: &mut [Claim], around: &Surroundings<'_>, faults: &mut Vec<Diagnostic>) {
    let directory = around.reader.directory;
    let entities = &directory.entities;
    let plain: Vec<String> = claims
        .iter()
        .map(|claim| {
            let part = claim.part.map(|part| format!("--{}", entities[part.index()].id)).unwrap_or_default();
            format!("{}{part}--{}", around.fact.id, directory.article_id(claim.source))
        })
        .collect();
    let quoted = tell_apart(&plain, claims, |claim| claim.quote.digest);
    let worded = tell_apart(&quoted, claims, |claim| {
        let Scope { places, window, population, basis, counted_by } = &claim.scope;
        let places: Vec<&str> = places.iter().map(|place| entities[place.index()].id.as_str()).collect();
        let words = [window, population, basis, counted_by].map(|key| key.as_deref().unwrap_or_default());
        let parts = [&[claim.words.as_str()], &places[..], &words].concat();
        Digest::of_parts(parts.into_iter().map(str::as_bytes))
    });
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for (claim, anchor) in claims.iter_mut().zip(&worded) {
        if let Some(span) = first.insert(anchor, claim.span) {
            faults.push(
                Diagnostic::error(Code::ClaimDuplicate, claim.span, "this claim stands here twice")
                    .related(span, "the first one")
                    .help("remove one of the two"),
            );
        }
        claim.anchor.clone_from(anchor);
    }
}

/// Adds four digits of a digest to anchors that several claims share.
fn tell_apart(anchors: &[String], claims: &[Claim], digest: impl Fn(&Claim) -> Digest) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for anchor in anchors {
        *counts.entry(anchor).or_default() += 1;
    }
    let shared = |anchor: &str| counts[anchor] > 1;
    anchors
        .iter()
        .zip(claims)
        .map(
            |(anchor, claim)| {
                if shared(anchor) { format!("{anchor}-{}", digest(claim).short()) } else { anchor.clone() }
            },
        )
        .collect()
}
