//! Dates as other formats write them, and the last day that the data speak of.
//!
//! No clock: what a feed or sitemap calls "updated" is the latest day that a source, a claim's
//! as-of or a ruling names. Nothing is made more precise than it is stated.

use std::collections::BTreeSet;
use std::fmt;

use crate::model::{ArticleIx, Corpus, DateShape, DateValue, Day, DaySpan, SheetIx};
use crate::value::date;

/// A date as precise as it is stated: a year, a month of it or a day; never more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stated(Vec<i32>);

impl Stated {
    /// The day, where it is one.
    pub fn day(&self) -> Option<Day> {
        match self.0[..] {
            [_, _, _] => date::read(&self.to_string()).ok()?.earliest(),
            _ => None,
        }
    }

    /// Year, month and day, as far as they are stated.
    pub fn parts(&self) -> &[i32] {
        &self.0
    }
}

impl fmt::Display for Stated {
    /// As ISO 8601 writes it: `2025`, `2025-07`, `2025-07-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0.iter().enumerate() {
            match at {
                0 => write!(f, "{}{:04}", if *part < 0 { "-" } else { "" }, part.abs())?,
                _ => write!(f, "-{part:02}")?,
            }
        }
        Ok(())
    }
}

/// A date as one expression of ISO 8601: itself, or the month or year in which all its days lie. None
/// where the year is unspecified or an end is open.
pub fn stated(date: &DateValue) -> Option<Stated> {
    if !date.year_known {
        return None;
    }
    if let (DateShape::Single, [span]) = (date.shape, &date.spans[..])
        && let Some(parts) = calendar_parts(*span)
    {
        return Some(Stated(parts));
    }
    let ((year, month, day), (last_year, last_month, last_day)) =
        (date.earliest()?.civil(), date.latest()?.civil());
    let parts = [year, month.into(), day.into()];
    let last = [last_year, i32::from(last_month), i32::from(last_day)];
    let shared: Vec<i32> = parts.into_iter().zip(last).take_while(|(a, b)| a == b).map(|(a, _)| a).collect();
    (!shared.is_empty()).then_some(Stated(shared))
}

/// The first and the last part of a period, as precise as each is stated; none for an open end.
pub fn ends(date: &DateValue) -> (Option<Stated>, Option<Stated>) {
    let end = |span: DaySpan| calendar_parts(span).map(Stated);
    let day = |day: Option<Day>| day.and_then(|day| end(DaySpan::on(day)));
    match (date.shape, &date.spans[..], date.edtf.split_once('/')) {
        (DateShape::Interval, [span], Some((first, last))) => {
            let written = |edtf: &str| match date::read(edtf.trim_matches('.')).ok()?.spans[..] {
                [span] => end(span),
                _ => None,
            };
            let known = |end: Option<Day>, edtf| end.and_then(|end| written(edtf).or_else(|| day(Some(end))));
            (known(span.first, first), known(span.last, last))
        }
        (_, [first, .., last], _) => {
            (end(*first).or_else(|| day(first.first)), end(*last).or_else(|| day(last.last)))
        }
        (_, [only], _) => (day(only.first), day(only.last)),
        (_, [], _) => (None, None),
    }
}

/// A day of this date: `2025-07-15`, or `--11-14` where the year is unspecified.
pub fn iso(date: &DateValue, day: Day) -> String {
    if date.year_known {
        return day.to_string();
    }
    let (_, month, day) = day.civil();
    format!("--{month:02}-{day:02}")
}

/// The year, year and month, or full date that exactly this span covers.
pub fn calendar_parts(span: DaySpan) -> Option<Vec<i32>> {
    let (first, last) = (span.first?, span.last?);
    let ((year, month, day), (last_year, last_month, _)) = (first.civil(), last.civil());
    let (next_year, next_month, next_day) = Day(last.0.saturating_add(1)).civil();
    if first == last {
        return Some(vec![year, month.into(), day.into()]);
    }
    if (day, next_day) != (1, 1) || year != last_year {
        return None;
    }
    if month == 1 && (next_year, next_month) == (year.saturating_add(1), 1) {
        return Some(vec![year]);
    }
    (month == last_month).then(|| vec![year, month.into()])
}

/// The day or period of a date in ISO 8601, at the precision stated; none where it has no such form.
pub fn iso_period(date: &DateValue) -> Option<(String, Option<String>)> {
    match date.shape {
        DateShape::Interval | DateShape::AllOf if date.year_known => {
            let (first, last) = ends(date);
            Some((first?.to_string(), last.map(|last| last.to_string())))
        }
        DateShape::Interval | DateShape::AllOf => None,
        DateShape::Single | DateShape::OneOf => stated(date).map(|stated| (stated.to_string(), None)),
    }
}

/// What is known of an article's last day: published, retrieved.
pub fn of_article(corpus: &Corpus, article: ArticleIx) -> Option<Stated> {
    let article = &corpus[article];
    [&article.published, &article.retrieved].into_iter().flatten().filter_map(stated).max()
}

/// What is known of a sheet's last day: its sources, its claims' as-of, its rulings. The day on which
/// something happened is none on which anybody said so.
pub fn of_sheet(corpus: &Corpus, ix: SheetIx) -> Option<Stated> {
    around(corpus, ix).into_iter().max()
}

/// The last day that is fully stated around a sheet, for formats that take nothing less.
pub fn full_day_of_sheet(corpus: &Corpus, ix: SheetIx) -> Option<Day> {
    around(corpus, ix).iter().filter_map(Stated::day).max()
}

/// Every date of a sheet's sources, claims and rulings.
fn around(corpus: &Corpus, ix: SheetIx) -> Vec<Stated> {
    let sheet = &corpus[ix];
    let claims = || sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims).map(|&claim| &corpus[claim]);
    let sources = sheet.sources.iter().map(|source| source.article).chain(claims().map(|claim| claim.source));
    let articles: BTreeSet<ArticleIx> = sources.collect();
    let articles = articles.into_iter().map(|article| &corpus[article]);
    let reported = articles.flat_map(|article| [&article.published, &article.retrieved]).flatten();
    let stood = claims().filter_map(|claim| claim.as_of.as_ref());
    // Rulings stand in the order of their sheets.
    let first = corpus.rulings.partition_point(|ruling| corpus[ruling.fact].sheet < ix);
    let ruled = corpus.rulings[first..].iter().take_while(|ruling| corpus[ruling.fact].sheet == ix);
    reported.chain(stood).chain(ruled.map(|ruling| &ruling.decided)).filter_map(stated).collect()
}

/// What is known of the last day of the whole edition.
pub fn of_edition(corpus: &Corpus) -> Option<Stated> {
    let sheets = (0..corpus.sheets.len() as u32).filter_map(|i| of_sheet(corpus, SheetIx(i)));
    let articles = (0..corpus.articles.len() as u32).filter_map(|i| of_article(corpus, ArticleIx(i)));
    sheets.chain(articles).chain(spoken_for(corpus)).max()
}

/// The last day that is fully stated in the whole edition.
pub fn full_day_of_edition(corpus: &Corpus) -> Option<Day> {
    full_days(corpus).chain(spoken_for(corpus).and_then(|stated| stated.day())).max()
}

fn spoken_for(corpus: &Corpus) -> Option<Stated> {
    stated(corpus.briefing.as_ref()?.as_of.as_ref()?)
}

fn full_days(corpus: &Corpus) -> impl Iterator<Item = Day> {
    let sheets = (0..corpus.sheets.len() as u32).filter_map(|i| full_day_of_sheet(corpus, SheetIx(i)));
    let articles = (0..corpus.articles.len() as u32).filter_map(|i| of_article(corpus, ArticleIx(i))?.day());
    sheets.chain(articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edtf: &str, one: Option<&str>, period: Option<(&str, Option<&str>)>) {
        let date = date::read(edtf).unwrap();
        assert_eq!(stated(&date).map(|stated| stated.to_string()).as_deref(), one, "{edtf}");
        let found = iso_period(&date);
        let found = found.as_ref().map(|(first, last)| (first.as_str(), last.as_deref()));
        assert_eq!(found, period, "{edtf}");
    }

    #[test]
    fn a_date_keeps_its_precision() {
        check("2025-07-15", Some("2025-07-15"), Some(("2025-07-15", None)));
        check("2025-07", Some("2025-07"), Some(("2025-07", None)));
        check("2025", Some("2025"), Some(("2025", None)));
        check("2025~", Some("2025"), Some(("2025", None)));
        check("-0043-03-15", Some("-0043-03-15"), Some(("-0043-03-15", None)));
    }

    #[test]
    fn no_day_is_made_up() {
        check("2024-05/2024-06", Some("2024"), Some(("2024-05", Some("2024-06"))));
        check("2023-12/2024-01", None, Some(("2023-12", Some("2024-01"))));
        check("2025-07-14/2025-07-16", Some("2025-07"), Some(("2025-07-14", Some("2025-07-16"))));
        check("2024-05~/2024-06-03", Some("2024"), Some(("2024-05", Some("2024-06-03"))));
        check("2024-05/..", None, Some(("2024-05", None)));
        check("../2024-05", None, None);
        check("{2025-07-14,2025-07-16}", Some("2025-07"), Some(("2025-07-14", Some("2025-07-16"))));
        check("{2025-05,2025-07}", Some("2025"), Some(("2025-05", Some("2025-07"))));
        check("[2025-07-14,2025-07-15]", Some("2025-07"), Some(("2025-07", None)));
        check("2025-07-1X", Some("2025-07"), Some(("2025-07", None)));
        check("2025-22", None, None);
        check("202X", None, None);
        check("XXXX-11-14", None, None);
    }

    #[test]
    fn days_of_an_unspecified_year_have_none() {
        let date = date::read("XXXX-11-14").unwrap();
        assert_eq!(iso(&date, date.earliest().unwrap()), "--11-14");
    }

    #[test]
    fn only_a_whole_day_is_a_day() {
        let day = |edtf: &str| stated(&date::read(edtf).unwrap()).and_then(|stated| stated.day());
        assert_eq!(day("1970-01-02"), Some(Day(1)));
        assert_eq!(day("1970-01"), None);
    }
}
