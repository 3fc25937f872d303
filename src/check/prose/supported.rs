//! Whether a claim supports the words of a `fact:` link; entry point [`fault`].
//!
//! Figures need their hedge, dates may be written as readers write them and with less precision,
//! names may be any name of the entity. What a curator words anyway (lists, positions, texts,
//! yes-no) may be worded anew.

use crate::check::names;
use crate::check::quotes::measured;
use crate::check::wording::list;
use crate::diag::{Code, Diagnostic};
use crate::language::reading;
use crate::model::{Binding, Claim, ClaimIx, Corpus, DateValue, Number, Reading};
use crate::value::date::{self, DateRelation};
use crate::value::in_quote::{self, Found};
use crate::value::{measure, number};

/// What is wrong with the words of a link, given the claims that it stands for.
pub(super) fn fault(corpus: &Corpus, binding: &Binding, claims: &[ClaimIx]) -> Option<Diagnostic> {
    let claims: Vec<&Claim> = claims.iter().map(|&ix| &corpus[ix]).collect();
    let label = &corpus[binding.fact].label;
    let Some(first) = claims.first() else {
        return Some(
            Diagnostic::error(
                Code::ProseUnsupported,
                binding.span,
                format!("no claim answers “{label}” for the part and source that this link names"),
            )
            .help("name another part or source, or leave them out"),
        );
    };
    if binding.words.trim().is_empty() || is_supported(corpus, &binding.words, &claims, first) {
        return None;
    }
    let mut known: Vec<String> = claims.iter().map(|claim| spoken(claim)).collect();
    known.sort();
    known.dedup();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Some(
        Diagnostic::error(
            Code::ProseUnsupported,
            binding.span,
            format!("no claim on “{label}” says `{}`", binding.words),
        )
        .help(format!(
            "the sources say {}; write that with its hedge, or bind another fact",
            list(&known, 6, "more")
        )),
    )
}

/// Whether some claim says it: the kinds of one fact's claims are all the same.
fn is_supported(corpus: &Corpus, words: &str, claims: &[&Claim], first: &Claim) -> bool {
    match &first.reading {
        Reading::Quantity(_) => {
            figures_are_claimed(words, &numbers(claims))
                || claims.iter().any(|claim| says_measure(corpus, words, claim))
        }
        Reading::Date(_) => claims.iter().any(|claim| says_date(words, claim)),
        Reading::Entity(_) => claims.iter().any(|claim| says_name(corpus, words, claim)),
        Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => true,
    }
}

/// Whether words give a claim's measure in the unit of its source.
fn says_measure(corpus: &Corpus, words: &str, claim: &Claim) -> bool {
    measured(corpus, claim).is_some_and(|(measure, unit)| {
        is_found(&measure::in_quote(&measure, unit, words, reading::english()))
    })
}

fn numbers<'a>(claims: &[&'a Claim]) -> Vec<&'a Number> {
    claims.iter().filter_map(|claim| claim.reading.quantity()).map(|quantity| &quantity.number).collect()
}

/// Every figure in the words is one that a claim gives, or a range between two of them.
fn figures_are_claimed(words: &str, claimed: &[&Number]) -> bool {
    let figures = in_quote::figures(words, reading::english());
    !figures.is_empty() && figures.iter().all(|figure| is_claimed(&figure.words, words, claimed))
}

/// Whether a figure is one that a claim gives, or a range between two of them.
///
/// Which way a change goes is told by the words around it, as in `fell by 3 %`.
pub(super) fn is_claimed(figure: &str, words: &str, claimed: &[&Number]) -> bool {
    let in_words =
        |number: &Number, words: &str| is_found(&in_quote::number(number, None, words, reading::english()));
    let says = |number: &Number| match number.change {
        None => in_words(number, figure),
        Some(_) => in_words(&number.size(), figure) && in_words(number, words),
    };
    claimed.iter().any(|number| says(number))
        || number::read(figure, reading::english()).is_ok_and(|range| spans_reports(&range, claimed))
}

/// Whether a figure runs from one claimed figure to another.
fn spans_reports(range: &Number, claimed: &[&Number]) -> bool {
    range.low < range.high
        && claimed.iter().any(|number| number.low == range.low)
        && claimed.iter().any(|number| number.high == range.high)
}

pub(super) fn says_date(words: &str, claim: &Claim) -> bool {
    let Reading::Date(value) = &claim.reading else { return false };
    claim.words == words || tells(words, value)
}

/// Whether words tell a date, as precisely as it is or less so.
pub(super) fn tells(words: &str, value: &DateValue) -> bool {
    // A year that prose leaves out is taken from the context, as it is from an article's date.
    is_found(&in_quote::date(value, words, Some(value), reading::english()))
        || date::words(value) == words
        || coarser(value)
            .iter()
            .any(|value| is_found(&in_quote::date(value, words, None, reading::english())))
}

/// The month and the year of a date, where all its days lie in one.
fn coarser(value: &DateValue) -> Vec<DateValue> {
    let Some(day) = value.earliest() else { return Vec::new() };
    let (year, month, _) = day.civil();
    let expressions = if value.year_known {
        vec![format!("{year:04}-{month:02}"), format!("{year:04}")]
    } else {
        vec![format!("XXXX-{month:02}")]
    };
    let read = expressions.iter().filter_map(|edtf| date::read(edtf).ok());
    read.filter(|coarse| covers(coarse, value)).collect()
}

fn covers(coarse: &DateValue, value: &DateValue) -> bool {
    date::relation(coarse, value) == DateRelation::Contains
        && coarse.earliest() <= value.earliest()
        && value.latest() <= coarse.latest()
}

pub(super) fn says_name(corpus: &Corpus, words: &str, claim: &Claim) -> bool {
    let curated = claim.reading.entity().flatten().map(|ix| &corpus[ix]);
    let mut known =
        curated.into_iter().flat_map(names::all).chain([claim.words.as_str(), claim.compared_words()]);
    known.any(|name| is_found(&in_quote::name(name, words)))
}

/// A claim's value as an author would write it in prose.
pub(super) fn spoken(claim: &Claim) -> String {
    match &claim.reading {
        Reading::Date(value) => format!("`{}`", date::words(value)),
        Reading::Quantity(_)
        | Reading::Entity(_)
        | Reading::Set(_)
        | Reading::Position(_)
        | Reading::Text
        | Reading::YesNo(_) => format!("`{}`", claim.compared_words()),
    }
}

pub(super) fn is_found(found: &Found) -> bool {
    match found {
        Found::Yes | Found::Derived(_) => true,
        Found::No { .. } | Found::Unread { .. } => false,
    }
}
