//! Dates that cannot be right beside the others: an article retrieved before it came out, a sheet
//! dated to another year than all it rests on. Entry points [`article`], [`as_of`], [`sheet`] and
//! [`edition`].
//!
//! All of them are warnings: the days stand as they are written. A date without a year is compared
//! with nothing.

use crate::diag::{Code, Diagnostic};
use crate::model::{Article, Corpus, DateValue, Day, Sheet};
use crate::source::Span;
use crate::value::date::words;

/// A printed text is hardly older than printing; `0025` is 2025 with its century left out.
const EARLIEST_YEAR: i32 = 1400;
/// A date may fall into the next year, or be told by a report that comes somewhat later.
const NEAR_DAYS: i32 = 31;
const REPORTED_DAYS: i32 = 92;
/// How far ahead a sheet may be dated that no claim dates.
const AHEAD_DAYS: i32 = 366;

/// A date with the place where it is written.
pub(super) type Placed<'a> = (Option<&'a DateValue>, Span);

/// What is wrong with an article's own days.
pub(super) fn article(published: Placed<'_>, retrieved: Option<Placed<'_>>, faults: &mut Vec<Diagnostic>) {
    for (date, span) in [Some(published), retrieved].into_iter().flatten() {
        let year = date.and_then(known).map(|(_, last)| last.civil().0);
        if let Some(year) = year.filter(|year| *year < EARLIEST_YEAR) {
            let message = format!("the year {year} is unlikely for an article");
            faults.push(
                Diagnostic::warning(Code::DateEarly, span, message)
                    .help("write the year with all four digits, as in `2025-07-14`"),
            );
        }
    }
    let (Some(date), Some((Some(retrieved), span))) = (published.0, retrieved) else { return };
    if is_after(date, retrieved) {
        let message = format!(
            "the article was retrieved on {}, before it was published on {}",
            words(retrieved),
            words(date)
        );
        faults.push(
            Diagnostic::warning(Code::DateOrder, span, message)
                .related(published.1, "the day of publication")
                .help("correct one of the two days"),
        );
    }
}

/// What is wrong with the day for which an article's answers are said to hold.
pub(super) fn as_of((as_of, span): (&DateValue, Span), article: &Article, faults: &mut Vec<Diagnostic>) {
    let days = [&article.published, &article.retrieved].into_iter().flatten();
    let days: Vec<&DateValue> = days.filter(|date| date.year_known).collect();
    let Some(latest) = days.iter().max_by_key(|date| date.latest()) else { return };
    if article.published.is_none() || !days.iter().all(|date| is_after(as_of, date)) {
        return;
    }
    let message = format!(
        "`{}` came out on {} and cannot say what holds as of {}",
        article.id,
        words(latest),
        words(as_of)
    );
    faults.push(
        Diagnostic::warning(Code::DateOrder, span, message).help(
            "write the day for which the source gives its answer, or correct the article's `published`",
        ),
    );
}

/// What is wrong with a sheet's own date.
pub(super) fn sheet(sheet: &Sheet, span: Span, corpus: &Corpus, faults: &mut Vec<Diagnostic>) {
    let Some(date) = sheet.date.as_ref().filter(|date| known(date).is_some()) else { return };
    let claims = || sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims).map(|&claim| &corpus[claim]);
    let claimed: Vec<&DateValue> =
        claims().filter_map(|claim| claim.reading.date()).filter(|date| known(date).is_some()).collect();
    let published = sheet.sources.iter().filter_map(|source| corpus[source.article].published.as_ref());
    let published: Vec<&DateValue> = published.filter(|date| known(date).is_some()).collect();
    let held = claims().filter_map(|claim| claim.as_of.as_ref());
    let held: Vec<&DateValue> = held.filter(|date| known(date).is_some()).collect();
    let is_reported = || published.iter().any(|published| is_reported(date, published));
    let (fits, others, named) = match (claimed.is_empty(), held.is_empty()) {
        (false, _) => {
            let fits = claimed.iter().any(|claimed| is_near(date, claimed)) || is_reported();
            (fits, "every date that its claims give", claimed)
        }
        (true, false) => {
            let fits = held.iter().any(|held| is_held(date, held)) || is_reported();
            (fits, "every day for which its answers hold", held)
        }
        (true, true) => {
            let is_told = |day: &&DateValue| gap(date, day).is_none_or(|days| days >= -AHEAD_DAYS);
            (published.is_empty() || published.iter().any(is_told), "what its sources allow", published)
        }
    };
    if fits {
        return;
    }
    let nearest = named.iter().min_by_key(|other| gap(date, other).map_or(0, i32::abs));
    let nearest = nearest.map_or_else(String::new, |nearest| format!("; the nearest is {}", words(nearest)));
    let message = format!("the sheet is dated {}, far from {others}{nearest}", words(date));
    faults.push(
        Diagnostic::warning(Code::DateApart, span, message)
            .help("correct the sheet's `date`, or leave it out where it is not known"),
    );
}

/// What is wrong with the day that the edition speaks for.
pub(super) fn edition((as_of, span): (&DateValue, Span), corpus: &Corpus, faults: &mut Vec<Diagnostic>) {
    let published = |article: &'_ Article| article.published.clone().filter(|date| is_after(date, as_of));
    let later = corpus.articles.iter().filter_map(|article| Some((published(article)?, article)));
    let Some((date, article)) = later.max_by_key(|(date, article)| (date.latest(), article.id.clone()))
    else {
        return;
    };
    let message = format!(
        "the edition speaks for {}, but `{}` was published on {}",
        words(as_of),
        article.id,
        words(&date)
    );
    faults.push(
        Diagnostic::warning(Code::DateOrder, span, message)
            .help("write the day of the newest source or a later one, or leave that source out"),
    );
}

/// The first and last day of a date whose year and ends are known.
fn known(date: &DateValue) -> Option<(Day, Day)> {
    date.earliest().zip(date.latest()).filter(|_| date.year_known)
}

/// Whether all days of the first date come after all days of the second.
fn is_after(late: &DateValue, early: &DateValue) -> bool {
    late.year_known
        && early.year_known
        && late.earliest().zip(early.latest()).is_some_and(|(first, last)| first > last)
}

/// Days from the first date to the second, negative where it comes earlier; 0 where they share days.
fn gap(from: &DateValue, to: &DateValue) -> Option<i32> {
    let ((a_first, a_last), (b_first, b_last)) = (known(from)?, known(to)?);
    if b_first > a_last {
        return Some(b_first.0.saturating_sub(a_last.0));
    }
    Some(if a_first > b_last { b_last.0.saturating_sub(a_first.0) } else { 0 })
}

/// Whether a claim dates what a sheet does: to the same year, or around its turn.
fn is_near(date: &DateValue, claimed: &DateValue) -> bool {
    share_year(date, claimed) || gap(date, claimed).is_some_and(|days| days.abs() <= NEAR_DAYS)
}

/// Whether an answer that holds as of a day can be about what a sheet dates: in its year, or until a
/// year after it, since a count goes on.
fn is_held(date: &DateValue, held: &DateValue) -> bool {
    share_year(date, held) || gap(date, held).is_some_and(|days| (-NEAR_DAYS..=AHEAD_DAYS).contains(&days))
}

/// Whether an article can report what a sheet dates while it is news.
fn is_reported(date: &DateValue, published: &DateValue) -> bool {
    gap(date, published).is_some_and(|days| {
        (-NEAR_DAYS..=REPORTED_DAYS).contains(&days) || days > 0 && share_year(date, published)
    })
}

fn share_year(a: &DateValue, b: &DateValue) -> bool {
    let years = |date: &DateValue| known(date).map(|(first, last)| (first.civil().0, last.civil().0));
    years(a).zip(years(b)).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1)
}
