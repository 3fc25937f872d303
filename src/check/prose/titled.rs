//! Figures and dates in the titles that authors give to charts; entry point [`faults`].
//!
//! A title stands above the figures it speaks of, and nothing else would notice that it no longer
//! fits them.

use rust_decimal::Decimal;

use super::languages::Languages;
use super::{Joined, supported};
use crate::check::wording::list;
use crate::diag::{Code, Diagnostic};
use crate::language::Language;
use crate::model::{ChartTitle, Claim, Corpus, DateShape, DateValue, Day, FactIx};
use crate::value::date::{self, DateRelation};
use crate::value::in_quote::{self, Figure, FigureKind};

/// One error for each title with a figure or date that no claim of the charted fact gives.
pub(super) fn faults<'l>(
    corpus: &Corpus,
    joined: &Joined,
    language: &dyn Fn() -> &'l Language,
) -> Vec<Diagnostic> {
    let facts = (0..corpus.facts.len() as u32).map(FactIx);
    let own = facts.filter_map(|fact| Some((fact, corpus[fact].chart.title.as_ref()?)));
    let placed = corpus.prose().flat_map(|prose| &prose.charts);
    let placed = placed.filter_map(|chart| Some((chart.fact, chart.title.as_ref()?)));
    own.chain(placed).filter_map(|(fact, title)| of_title((corpus, language), joined, fact, title)).collect()
}

fn of_title<'l>(
    (corpus, language): (&Corpus, &dyn Fn() -> &'l Language),
    joined: &Joined,
    fact: FactIx,
    title: &ChartTitle,
) -> Option<Diagnostic> {
    let total = corpus[fact].by.as_ref().and_then(|by| by.total);
    let facts = joined.group(fact).iter().copied().chain(total);
    let claims: Vec<&Claim> = facts.flat_map(|fact| &corpus[fact].claims).map(|&ix| &corpus[ix]).collect();
    let sheet_date = corpus[corpus[fact].sheet].date.as_ref();
    let languages = Languages::of(&corpus.settings.language, &title.words, &title.words);
    let is_aside = |figure: &Figure| title.set_aside.iter().any(|words| words.contains(figure.words.trim()));
    let figures = languages.figures(&title.words).into_iter().filter(|figure| !is_aside(figure));
    let unclaimed = figures.into_iter().find(|figure| match figure.kind {
        FigureKind::Date => !is_dated((&figure.words, languages), &claims, sheet_date),
        FigureKind::Number | FigureKind::Money | FigureKind::Percent => {
            is_telling((&figure.words, languages))
                && !is_counted(corpus[fact].kind.unit(), (&figure.words, &title.words, languages), &claims)
        }
    })?;
    let mut known: Vec<String> =
        claims.iter().map(|claim| supported::spoken(corpus, claim, language())).collect();
    known.sort_unstable();
    known.dedup();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let message = format!("no claim on “{}” says `{}`", corpus[fact].label, unclaimed.words.trim());
    let help = format!("the sources say {}; write that with its hedge", list(&known, 6, "more"));
    Some(Diagnostic::error(Code::ProseUnsupported, title.span, message).help(help))
}

/// Small numbers in words (`one of them`) tell nothing that could be wrong.
pub(super) fn is_telling((words, languages): (&str, Languages)) -> bool {
    words.contains(char::is_numeric)
        || languages.number(words.trim()).is_some_and(|number| number.high >= Decimal::TEN)
}

/// Whether a claim gives a figure; how far dates lie apart is worded too freely to be held against them.
pub(super) fn is_counted(
    unit: Option<&str>,
    (figure, title, languages): (&str, &str, Languages),
    claims: &[&Claim],
) -> bool {
    let numbers: Vec<_> =
        claims.iter().filter_map(|claim| claim.reading.quantity()).map(|quantity| &quantity.number).collect();
    numbers.is_empty()
        || languages.state(title, |lexicon| supported::is_claimed((figure, title), unit, &numbers, lexicon))
}

/// Whether a claim gives a date, or holds as of it; the event's own date may be told too.
///
/// Of several days that are named together each must be told by someone, not all by one claim.
pub(super) fn is_dated(
    (words, languages): (&str, Languages),
    claims: &[&Claim],
    sheet_date: Option<&DateValue>,
) -> bool {
    let read = claims.iter().filter_map(|claim| claim.reading.date());
    let as_of = claims.iter().filter_map(|claim| claim.as_of.as_ref());
    let known: Vec<&DateValue> = read.chain(as_of).chain(sheet_date).collect();
    let days: Vec<DateValue> = known.iter().flat_map(|value| days(value)).collect();
    let is_told = |words: &str| {
        known.iter().copied().chain(&days).any(|value| supported::tells((words, languages), value))
    };
    let named = |lexicon| in_quote::named(words, lexicon).filter(|named| named.shape != DateShape::Single);
    languages.date(words, |lexicon| match named(lexicon) {
        None => is_told(words),
        Some(named) => {
            known.iter().any(|value| date::relation(&named, value) == DateRelation::Equal)
                || self::days(&named).iter().all(|day| is_told(&date::words(day)))
        }
    })
}

/// The days at which a date begins and ends.
fn days(value: &DateValue) -> Vec<DateValue> {
    let ends = value.spans.iter().flat_map(|span| [span.first, span.last]).flatten();
    let edtf = |day: Day| {
        let (year, month, day) = day.civil();
        if value.year_known {
            format!("{year:04}-{month:02}-{day:02}")
        } else {
            format!("XXXX-{month:02}-{day:02}")
        }
    };
    ends.filter_map(|day| date::read(&edtf(day)).ok()).collect()
}
