//! Whether a claim supports the words of a `fact:` link; entry point [`fault`].
//!
//! Figures need their hedge, dates may be written as readers write them and with less precision,
//! names may be any name of the entity. What a curator words anyway (lists, positions, texts,
//! yes-no) may be worded anew.

use super::languages::Languages;
use crate::check::names;
use crate::check::quotes::measured;
use crate::check::wording::list;
use crate::diag::{Code, Diagnostic};
use crate::language::{Language, reading};
use crate::model::{Binding, Claim, ClaimIx, Corpus, DateValue, Number, Prose, Reading};
use crate::value::date::{self, DateRelation};
use crate::value::in_quote::{self, FigureKind, Found};
use crate::value::lexicon::Lexicon;
use crate::value::{measure, number};

/// What is wrong with the words of a link, given the claims that it stands for.
pub(super) fn fault<'l>(
    corpus: &Corpus,
    (prose, binding): (&Prose, &Binding),
    claims: &[ClaimIx],
    language: &dyn Fn() -> &'l Language,
) -> Option<Diagnostic> {
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
    let languages = Languages::of(&corpus.settings.language, &binding.words, &prose.markdown);
    if binding.words.trim().is_empty() || is_supported(corpus, (&binding.words, languages), &claims, first) {
        return None;
    }
    let mut known: Vec<String> = claims.iter().map(|claim| spoken(corpus, claim, language())).collect();
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

/// An author's words, with the languages that they are read in.
type Words<'a> = (&'a str, Languages);

/// Whether some claim says it: the kinds of one fact's claims are all the same.
fn is_supported(corpus: &Corpus, words: Words<'_>, claims: &[&Claim], first: &Claim) -> bool {
    match &first.reading {
        Reading::Quantity(_) => {
            let unit = corpus[first.fact].kind.unit();
            let numbers = numbers(unit, claims);
            let numbers: Vec<&Number> = numbers.iter().collect();
            words.1.state(words.0, |lexicon| figures_are_claimed(words.0, unit, &numbers, lexicon))
                || claims.iter().any(|claim| says_measure(corpus, words, claim))
        }
        Reading::Date(_) => claims.iter().any(|claim| says_date(words, claim)),
        Reading::Entity(_) => claims.iter().any(|claim| says_name(corpus, words.0, claim)),
        Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => true,
    }
}

/// Whether words give a claim's measure in the unit of its source.
fn says_measure(corpus: &Corpus, (words, languages): Words<'_>, claim: &Claim) -> bool {
    measured(corpus, claim).is_some_and(|(measure, unit)| {
        languages.state(words, |lexicon| is_found(&measure::in_quote(&measure, unit, words, lexicon)))
    })
}

/// The numbers of the claims; what the fact counts need not be said in prose, though a claim says it: `23 people`.
fn numbers(unit: Option<&str>, claims: &[&Claim]) -> Vec<Number> {
    let numbers = claims.iter().filter_map(|claim| claim.reading.quantity()).map(|quantity| &quantity.number);
    let is_counted = |named: &String| unit.is_some_and(|unit| number::unit_matches(named, unit));
    numbers
        .map(|number| Number {
            unit: number.unit.clone().filter(|named| !is_counted(named)),
            ..number.clone()
        })
        .collect()
}

/// Every figure in the words is one that a claim gives, or a range between two of them.
fn figures_are_claimed(
    words: &str,
    unit: Option<&str>,
    claimed: &[&Number],
    lexicon: &'static Lexicon,
) -> bool {
    let figures = in_quote::figures(words, lexicon);
    !figures.is_empty()
        && figures.iter().all(|figure| is_claimed((&figure.words, words), unit, claimed, lexicon))
}

/// Whether a figure is one that a claim gives, or a range between two of them.
///
/// What stands around the figure says what it is: `the toll passed 12` is not 12.
pub(super) fn is_claimed(
    (figure, words): (&str, &str),
    unit: Option<&str>,
    claimed: &[&Number],
    lexicon: &'static Lexicon,
) -> bool {
    let in_words = |number: &Number, words: &str| is_found(&in_quote::number(number, unit, words, lexicon));
    let others = in_quote::figures(words, lexicon);
    let is_only = others.iter().filter(|other| other.kind != FigureKind::Date).count() == 1;
    // A claim's `$` may be that of Canada, prose has no country to go by.
    let claimed: Vec<&Number> =
        claimed.iter().copied().filter(|number| is_in_currency(figure, number, lexicon)).collect();
    // Which way a change goes is told by the words around it, as in `fell by 3 %`.
    let says = |number: &Number| match number.change {
        None => in_words(number, words) && (is_only || in_words(number, figure)),
        Some(_) => in_words(&number.size(), figure) && in_words(number, words),
    };
    claimed.iter().any(|number| says(number))
        || number::read(figure, lexicon)
            .is_ok_and(|range| spans_reports(&range, &claimed) && in_words(&range, words))
}

fn is_in_currency(figure: &str, number: &Number, lexicon: &'static Lexicon) -> bool {
    let is_money = || number::read(figure, lexicon).is_ok_and(|read| read.currency.is_some());
    let code = number.currency.as_deref();
    code.is_none_or(|code| number::is_money_of(figure, code, lexicon) || !is_money())
}

/// Whether a figure runs from one claimed figure to another.
fn spans_reports(range: &Number, claimed: &[&Number]) -> bool {
    range.low < range.high
        && claimed.iter().any(|number| number.low == range.low)
        && claimed.iter().any(|number| number.high == range.high)
}

pub(super) fn says_date(words: Words<'_>, claim: &Claim) -> bool {
    let Reading::Date(value) = &claim.reading else { return false };
    claim.words == words.0 || tells(words, value)
}

/// Whether words tell a date, as precisely as it is or less so.
pub(super) fn tells((words, languages): Words<'_>, value: &DateValue) -> bool {
    // A year that prose leaves out is taken from the context, as it is from an article's date.
    let says =
        |value: &DateValue, published, lexicon| is_found(&in_quote::date(value, words, published, lexicon));
    date::words(value) == words
        || languages.date(words, |lexicon| {
            says(value, Some(value), lexicon) || coarser(value).iter().any(|value| says(value, None, lexicon))
        })
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

/// A claim's value as an author would write it in prose of the edition.
pub(super) fn spoken(corpus: &Corpus, claim: &Claim, language: &Language) -> String {
    let is_foreign = claim.editors.is_none() && corpus[claim.source].language != corpus.settings.language;
    match &claim.reading {
        Reading::Date(value) => format!("`{}`", language.date(value)),
        // What the source's words mean where it is, they do not mean in prose.
        Reading::Quantity(quantity)
            if is_foreign || !is_in_currency(&claim.words, &quantity.number, reading::english()) =>
        {
            format!("`{}`", language.number(&quantity.number))
        }
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
