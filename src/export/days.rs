//! Dates as other formats write them, and the last day that the data speak of.
//!
//! No clock: what a feed or sitemap calls "updated" is the latest day that a source, a claim's
//! as-of or a ruling names.

use crate::model::{ArticleIx, Corpus, DateShape, DateValue, Day, DaySpan, SheetIx};

/// The earliest day of the calendar that a date can mean; none where the year is unspecified.
pub fn first_day(date: &DateValue) -> Option<Day> {
    if date.year_known { date.earliest() } else { None }
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
    if !date.year_known {
        return None;
    }
    match (date.shape, date.spans.as_slice()) {
        (DateShape::Single, [span]) => match calendar_parts(*span) {
            Some(parts) => Some((hyphenated(&parts), None)),
            None => Some((span.first?.to_string(), span.last.map(|day| day.to_string()))),
        },
        (DateShape::Interval | DateShape::AllOf | DateShape::Single, _) => {
            Some((date.earliest()?.to_string(), date.latest().map(|day| day.to_string())))
        }
        (DateShape::OneOf, _) => None,
    }
}

fn hyphenated(parts: &[i32]) -> String {
    let [year, rest @ ..] = parts else { return String::new() };
    rest.iter().fold(format!("{year:04}"), |text, part| format!("{text}-{part:02}"))
}

/// The last day that is known of an article: published, retrieved.
pub fn of_article(corpus: &Corpus, article: ArticleIx) -> Option<Day> {
    let article = &corpus[article];
    [&article.published, &article.retrieved].into_iter().flatten().filter_map(first_day).max()
}

/// The last day that is known of a sheet: its sources, its claims' as-of, its rulings; else its own date.
pub fn of_sheet(corpus: &Corpus, ix: SheetIx) -> Option<Day> {
    let sheet = &corpus[ix];
    let claims = || sheet.facts.iter().flat_map(|&fact| &corpus[fact].claims).map(|&claim| &corpus[claim]);
    let sources = sheet.sources.iter().map(|source| source.article).chain(claims().map(|claim| claim.source));
    let reported = sources.filter_map(|article| of_article(corpus, article));
    let stood = claims().filter_map(|claim| first_day(claim.as_of.as_ref()?));
    let ruled = corpus.rulings.iter().filter(|ruling| corpus[ruling.fact].sheet == ix);
    let ruled = ruled.filter_map(|ruling| first_day(&ruling.decided));
    reported.chain(stood).chain(ruled).max().or_else(|| first_day(sheet.date.as_ref()?))
}

/// The last day that is known of the whole edition.
pub fn of_edition(corpus: &Corpus) -> Option<Day> {
    let stated = corpus.briefing.as_ref().and_then(|notes| first_day(notes.as_of.as_ref()?));
    known(corpus).chain(stated).max()
}

/// The first day that any sheet or article names: a date for what names none, which stays the same
/// while the edition grows.
pub fn oldest(corpus: &Corpus) -> Option<Day> {
    known(corpus).min()
}

fn known(corpus: &Corpus) -> impl Iterator<Item = Day> {
    let sheets = (0..corpus.sheets.len() as u32).filter_map(|i| of_sheet(corpus, SheetIx(i)));
    let articles = (0..corpus.articles.len() as u32).filter_map(|i| of_article(corpus, ArticleIx(i)));
    sheets.chain(articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(edtf: &str, shape: DateShape, spans: &[(i32, i32)]) -> DateValue {
        let spans = spans.iter().map(|&(a, b)| DaySpan { first: Some(Day(a)), last: Some(Day(b)) }).collect();
        let begins = DaySpan { first: None, last: None };
        DateValue {
            edtf: edtf.into(),
            shape,
            spans,
            begins,
            year_known: true,
            approximate: false,
            uncertain: false,
        }
    }

    fn check(spans: &[(i32, i32)], shape: DateShape, first: &str, last: Option<&str>) {
        let period = iso_period(&date("", shape, spans));
        assert_eq!(period, Some((first.to_owned(), last.map(str::to_owned))));
    }

    #[test]
    fn a_period_keeps_the_precision_of_its_date() {
        check(&[(20_284, 20_284)], DateShape::Single, "2025-07-15", None);
        check(&[(20_270, 20_300)], DateShape::Single, "2025-07", None);
        check(&[(20_089, 20_453)], DateShape::Single, "2025", None);
        check(&[(20_283, 20_285)], DateShape::Interval, "2025-07-14", Some("2025-07-16"));
        check(&[(20_283, 20_283), (20_285, 20_285)], DateShape::AllOf, "2025-07-14", Some("2025-07-16"));
    }

    #[test]
    fn one_of_several_days_and_unspecified_years_have_no_iso_form() {
        assert_eq!(iso_period(&date("", DateShape::OneOf, &[(1, 1), (2, 2)])), None);
        let unspecified =
            DateValue { year_known: false, ..date("XXXX-11-14", DateShape::Single, &[(11_275, 11_275)]) };
        assert_eq!(iso_period(&unspecified), None);
        assert_eq!(first_day(&unspecified), None);
        assert_eq!(iso(&unspecified, Day(11_275)), "--11-14");
    }

    #[test]
    fn an_open_end_is_no_day() {
        let open = DateValue {
            spans: vec![DaySpan { first: Some(Day(20_283)), last: None }],
            ..date("2025-07-14/..", DateShape::Interval, &[])
        };
        assert_eq!(iso_period(&open), Some(("2025-07-14".into(), None)));
        assert_eq!(open.latest(), None);
    }
}
