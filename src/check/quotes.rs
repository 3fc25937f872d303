//! Whether each value can be read out of the quote it rests on; entry points [`unread`], and
//! [`derivation`] for what a value takes from elsewhere.
//!
//! Positions, texts and yes-no answers are the curator's words for a passage and are exempt; the
//! methodology page says so.

use rayon::prelude::*;

use super::{editors, names};
use crate::diag::{Code, Diagnostic};
use crate::language::reading;
use crate::model::{Claim, ClaimIx, Corpus, Entity, EntityIx, FactKind, Number, Reading, SetItem};
use crate::value::date;
use crate::value::in_quote::{self, Figure, Found, WrongWeekday};
use crate::value::lexicon::Lexicon;
use crate::value::measure::{self, Measure};

/// Of each of some claims whether the quote states its value and its hedge.
pub fn unread(corpus: &Corpus, claims: &[ClaimIx]) -> Vec<Vec<Diagnostic>> {
    claims.par_iter().map(|&ix| faults(corpus, &corpus[ix])).collect()
}

fn faults(corpus: &Corpus, claim: &Claim) -> Vec<Diagnostic> {
    if let Some(read) = &claim.editors {
        return editors::faults(corpus, claim, read, found(corpus, claim).as_ref());
    }
    if let Some(items) = claim.reading.items() {
        return items.iter().filter_map(|item| member(corpus, claim, item)).collect();
    }
    if let Some(date) = claim.reading.date().filter(|_| relative_days(claim.compared_words()).is_none()) {
        let published = corpus[claim.source].published.as_ref();
        let quote = claim.quote.exact.as_str();
        let (found, wrong) = in_quote::date_and_weekday(date, quote, published, lexicon(corpus, claim));
        let wrong = wrong.and_then(|wrong| weekday(claim, wrong));
        return fault(claim, found).into_iter().chain(wrong).collect();
    }
    let stated = found(corpus, claim).and_then(|found| fault(claim, found));
    // A measure may have another unit in the quote than in the fact.
    let figure = claim.reading.quantity().filter(|_| measured(corpus, claim).is_none());
    stated.or_else(|| beside_part(corpus, claim, &figure?.number.size())).into_iter().collect()
}

/// What a value takes from beyond its quote, and from where: the year or month of the article's date.
pub fn derivation(corpus: &Corpus, claim: &Claim) -> Option<String> {
    if !may_be_derived(corpus, claim) {
        return None;
    }
    match found(corpus, claim).filter(|_| claim.editors.is_none())? {
        Found::Derived(how) => Some(how),
        Found::Yes | Found::No { .. } | Found::Unread { .. } => None,
    }
}

/// Whether a value can take anything from beyond its quote. Pages and files ask this of each claim several times, and
/// most are figures, which a quote states or does not.
fn may_be_derived(corpus: &Corpus, claim: &Claim) -> bool {
    match &claim.reading {
        Reading::Date(_) => true,
        Reading::Quantity(quantity) => match &corpus[claim.fact].kind {
            FactKind::Measure { .. } => true,
            FactKind::Count { .. }
            | FactKind::Money { .. }
            | FactKind::Percent { .. }
            | FactKind::Date
            | FactKind::Entity { .. }
            | FactKind::Set
            | FactKind::Position { .. }
            | FactKind::Text
            | FactKind::YesNo => in_quote::may_lack_figure(&quantity.number),
        },
        Reading::Entity(_) | Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => {
            false
        }
    }
}

fn member(corpus: &Corpus, claim: &Claim, item: &SetItem) -> Option<Diagnostic> {
    let fault = fault(claim, name_in_quote(corpus, &item.words, item.entity, &claim.quote.exact))?;
    // Several names in one text are one item, which no quote spells so.
    let is_list = item.words == claim.words && item.words.contains(", ");
    Some(if is_list { fault.help(format!("write the items as a list: `[{}]`", item.words)) } else { fault })
}

fn fault(claim: &Claim, found: Found) -> Option<Diagnostic> {
    let (reason, nearest) = match found {
        Found::Yes | Found::Derived(_) => return None,
        Found::Unread { reason } => return Some(left_unread(claim, reason)),
        Found::No { reason, nearest } => (reason, nearest),
    };
    let help = match nearest {
        Some(nearest) => {
            format!(
                "the quote states `{nearest}`: record that, or quote the words that state `{}`",
                claim.words
            )
        }
        None => format!("quote the words that state `{}`, or correct the value", claim.words),
    };
    let fault = Diagnostic::error(Code::ValueNotInQuote, claim.span, reason).help(help);
    Some(fault.related(claim.quote.span, "the quote it rests on"))
}

/// A weekday in the quote that the day beside it is not, unless the editors say something of it.
fn weekday(claim: &Claim, wrong: WrongWeekday) -> Option<Diagnostic> {
    let WrongWeekday { day, said, is } = wrong;
    let words = date::words(&date::read(&day.to_string()).ok()?);
    let message = format!("the quote says that {words} is a {said}, and it is a {is}");
    let fault = Diagnostic::warning(Code::WeekdayWrong, claim.quote.span, message);
    claim.note.is_none().then(|| {
        fault.help(
            "compare the quote with its source; a slip of the source's own belongs in the claim's `note`",
        )
    })
}

/// A figure that stands in the quote beside words that leave open what it says: no value is offered, since
/// none can be read.
fn left_unread(claim: &Claim, reason: String) -> Diagnostic {
    let help = "quote words that state the figure plainly, or say how the editors read it: \
                `reading: {as: …, by: …}`";
    Diagnostic::error(Code::ValueUnread, claim.span, reason)
        .help(help)
        .related(claim.quote.span, "the quote it rests on")
}

/// Whether a claim's value stands in its quote; `None` where the value is not looked for.
fn found(corpus: &Corpus, claim: &Claim) -> Option<Found> {
    let quote = claim.quote.exact.as_str();
    let lexicon = lexicon(corpus, claim);
    match &claim.reading {
        Reading::Quantity(quantity) => Some(match measured(corpus, claim) {
            Some((measure, unit)) => measure::in_quote(&measure, unit, quote, lexicon),
            None => in_quote::number(&quantity.number, corpus[claim.fact].kind.unit(), quote, lexicon),
        }),
        // A date stated by another one has only its distance in the quote.
        Reading::Date(date) => Some(match relative_days(claim.compared_words()) {
            Some(days) => in_quote::days_apart(days, quote, lexicon),
            None => in_quote::date(date, quote, corpus[claim.source].published.as_ref(), lexicon),
        }),
        Reading::Entity(entity) => Some(name_in_quote(corpus, claim.compared_words(), *entity, quote)),
        Reading::Set(_) | Reading::Position(_) | Reading::Text | Reading::YesNo(_) => None,
    }
}

/// The words that a claim's quote is read by.
pub(in crate::check) fn lexicon(corpus: &Corpus, claim: &Claim) -> &'static Lexicon {
    reading::lexicon(&corpus[claim.source].language, &claim.quote.exact)
}

/// What a claim gives in its own unit, with the unit of its fact; `None` where nothing is measured.
pub fn measured<'a>(corpus: &'a Corpus, claim: &Claim) -> Option<(Measure, &'a str)> {
    let FactKind::Measure { unit, .. } = &corpus[claim.fact].kind else { return None };
    let words = claim.compared_words();
    let own = match &claim.editors {
        Some(_) => reading::english(),
        None => reading::lexicon(&corpus[claim.source].language, words),
    };
    Some((measure::read_in_either(words, unit, own, reading::english()).ok()?, unit))
}

/// The distance in a date's words such as `3 days after: visit`, negative for days before.
fn relative_days(words: &str) -> Option<i32> {
    let (distance, _) = words.split_once(": ")?;
    if distance == "the same day as" {
        return Some(0);
    }
    let (figure, side) = distance.split_once(' ')?;
    let days: i32 = figure.parse().ok()?;
    match side.strip_prefix("days ").or_else(|| side.strip_prefix("day ")) {
        Some("after") => Some(days),
        Some("before") => days.checked_neg(),
        Some(_) | None => None,
    }
}

/// A name stands in its quote as recorded, or, where an entity is recorded by its id, under any
/// of its names.
fn name_in_quote(corpus: &Corpus, words: &str, entity: Option<EntityIx>, quote: &str) -> Found {
    let as_written = in_quote::name(words, quote);
    let by_id = entity.map(|ix| &corpus[ix]).filter(|entity| entity.id.as_str() == words);
    let named = |entity: &Entity| names::all(entity).any(|name| is_found(&in_quote::name(name, quote)));
    if !is_found(&as_written) && by_id.is_some_and(named) { Found::Yes } else { as_written }
}

fn is_found(found: &Found) -> bool {
    match found {
        Found::Yes | Found::Derived(_) => true,
        Found::No { .. } | Found::Unread { .. } => false,
    }
}

/// A part's figure that stands in the quote, but beside another part's name.
fn beside_part(corpus: &Corpus, claim: &Claim, figure: &Number) -> Option<Diagnostic> {
    let quote = claim.quote.exact.as_str();
    let part = &corpus[claim.part?];
    let lexicon = lexicon(corpus, claim);
    let figures = in_quote::figures(quote, lexicon);
    let mut nearest: Option<&str> = None;
    for (start, end) in names::all(part).flat_map(|name| occurrences(quote, name)) {
        let beside = adjacent(quote, &figures, start, end);
        if beside.is_empty()
            || beside.iter().any(|words| is_found(&in_quote::number(figure, None, words, lexicon)))
        {
            return None;
        }
        nearest = nearest.or_else(|| beside.first().copied());
    }
    let nearest = nearest?;
    let message = format!("beside `{}` the quote states `{nearest}`, not `{}`", part.name, claim.words);
    let fault = Diagnostic::error(Code::ValueNotInQuote, claim.span, message);
    Some(
        fault
            .help("record each part with the figure that stands beside its name")
            .related(claim.quote.span, "the quote it rests on"),
    )
}

/// The figures just before and just after a name, unless a comma or an `and` stands between.
fn adjacent<'a>(quote: &'a str, figures: &'a [Figure], start: usize, end: usize) -> Vec<&'a str> {
    let joined = |between: &str| !between.contains([',', ';', '.']) && !between.contains(" and ");
    let before = figures.iter().rfind(|figure| figure.range.end <= start);
    let after = figures.iter().find(|figure| figure.range.start >= end);
    let before = before.filter(|figure| joined(&quote[figure.range.end..start]));
    let after = after.filter(|figure| joined(&quote[end..figure.range.start]));
    before.into_iter().chain(after).map(|figure| figure.words.as_str()).collect()
}

/// Where a name stands in a quote, in any case, at the start of a word.
fn occurrences(quote: &str, name: &str) -> Vec<(usize, usize)> {
    let starts_word = |at: usize| !quote[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    quote
        .char_indices()
        .filter(|&(at, _)| starts_word(at))
        .filter_map(|(at, _)| prefix_len(&quote[at..], name).map(|len| (at, at + len)))
        .collect()
}

/// How many bytes of a text are this name in any case.
fn prefix_len(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in name.chars().filter(|_| !name.is_empty()) {
        let (_, found) = chars.next()?;
        if !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    (!name.is_empty()).then(|| chars.next().map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::*;

    fn check(case: Case, quote: &str, expected: &[&str]) {
        let case = case.with(|claim| claim.quote.exact = quote.to_owned());
        let claims = case.corpus.claims.iter();
        let found: Vec<String> =
            claims.flat_map(|claim| faults(&case.corpus, claim)).map(|fault| fault.message).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_figure_stands_beside_its_part() {
        let indonesians = |words: &str| Case::of(people()).says("alpha", words).part("indonesian");
        check(indonesians("270"), "75 Chinese, 270 Indonesians (including 45 women)", &[]);
        check(indonesians("270"), "Chinese: 75, Indonesians: 270", &[]);
        check(indonesians("270"), "270 people, all of them Indonesians", &[]);
        check(
            indonesians("75"),
            "75 Chinese, 270 Indonesians",
            &["beside `Indonesians` the quote states `270`, not `75`"],
        );
    }

    #[test]
    fn a_part_that_the_quote_does_not_name_has_its_figure_there() {
        check(Case::of(people()).says("alpha", "27").part("chinese"), "27 of them came from China", &[]);
    }

    #[test]
    fn an_age_keeps_its_hedge() {
        let years = FactKind::Count { unit: "years".to_owned(), series: None };
        let aged = |words: &str| Case::of(years.clone()).says("alpha", words);
        check(aged("about 30"), "He was about 30 years old", &[]);
        let message = "the quote hedges the figure: `about 30`, not 30";
        check(aged("30"), "He was about 30 years old", &[message]);
    }

    #[test]
    fn a_relative_date_has_its_distance_in_the_quote() {
        let visit = || Case::of(FactKind::Date).says("alpha", "2025-04-20");
        let told = |words: &str| visit().with(|claim| claim.words = format!("{words}: visit date"));
        check(told("3 days after"), "just three days after the visit", &[]);
        check(told("1 day before"), "the day before the visit", &[]);
        check(told("the same day as"), "on the same day", &[]);
        let quote = "just three days after the visit";
        check(told("4 days after"), quote, &["the quote does not say `4 days after`"]);
        check(told("3 days before"), quote, &["the quote does not say `3 days before`"]);
        check(told("the same day as"), quote, &["the quote does not say `the same day`"]);
    }

    #[test]
    fn a_value_says_what_it_takes_from_its_article() {
        let derived = |edtf: &str, quote: &str| {
            let case = Case::of(FactKind::Date).says("alpha", edtf);
            let published = date::read("2025-07-16").ok();
            let case = case.with(|claim| claim.quote.exact = quote.to_owned());
            let mut corpus = case.corpus;
            corpus.articles.iter_mut().for_each(|article| article.published.clone_from(&published));
            derivation(&corpus, &corpus.claims[0])
        };
        assert_eq!(
            derived("2025-07-14", "raids began on Monday").as_deref(),
            Some("Monday is reckoned from the article's date, 16 July 2025")
        );
        assert_eq!(derived("2025-07-14", "raids began on 14 July 2025"), None);
        let of_figure = |words: &str, quote: &str| {
            let case = Case::of(people()).says("alpha", words);
            let case = case.with(|claim| claim.quote.exact = quote.to_owned());
            derivation(&case.corpus, &case.corpus.claims[0])
        };
        assert_eq!(of_figure("1", "a man was held").as_deref(), Some("`a` is read as 1"));
        assert_eq!(of_figure("27", "27 people were held"), None);
    }

    #[test]
    fn an_entity_recorded_by_its_id_stands_under_any_name() {
        let by_id = || {
            Case::of(somebody())
                .says("alpha", "Zhou Wenying")
                .with(|claim| claim.words = "zhou-wenying".to_owned())
        };
        check(by_id(), "Zhou Wenyin said", &[]);
        check(by_id(), "Guo Jiakun said", &["the quote does not name `zhou-wenying`"]);
    }

    #[test]
    fn positions_texts_and_yes_no_are_exempt() {
        check(Case::of(positions(true)).says("alpha", "works"), "notable results", &[]);
        check(Case::of(FactKind::YesNo).says("alpha", "yes"), "notable results", &[]);
        check(Case::of(FactKind::Text).says("alpha", "a turn"), "notable results", &[]);
    }
}
