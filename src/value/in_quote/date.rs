//! Whether a quote states a date: [`date`], and [`days_apart`] for dates told by another.
//!
//! What the quote leaves open, a year, or the day of a weekday, may come from the day of the article,
//! and is then shown as derived. Nothing else may: the 15th is never the 14th.

use super::Found;
use super::items::{Item, Items};
use super::resolve::{self, Resolved};
use crate::model::{DateShape, DateValue, Day, DaySpan};
use crate::value::date::calendar::{self, WEEKDAYS};
use crate::value::date::mention::{Join, Mention, Point, Side};
use crate::value::date::{self, DateRelation};
use crate::value::lexicon::Lexicon;
use crate::value::scan::Cursor;

/// The first date that words name, as far as they name it.
pub fn named(words: &str, lexicon: &'static Lexicon) -> Option<DateValue> {
    Items::for_dates(words, lexicon).find_map(|(item, _)| match item {
        Item::Date(mention) => mention.value(),
        Item::Figure(_) | Item::Other(..) | Item::Unread(..) | Item::Unclear | Item::Passed => None,
    })
}

/// The date that words are, and nothing else: `14. Mai 2024`, `since 1999`.
///
/// Day and month in figures alone can be read in two ways, and are not read here.
pub fn whole_date(words: &str, lexicon: &'static Lexicon) -> Option<DateValue> {
    let mut items = Items::for_dates(words, lexicon);
    let (Item::Date(mention), range) = items.next()? else { return None };
    let is_whole = Cursor::new(words).start() >= mention.lead && Cursor::at(words, range.end).is_done();
    let is_plain = mention.join == Join::Or && !words.contains(char::is_alphabetic);
    if is_whole && !is_plain { mention.value() } else { None }
}

/// Whether a quote states a date; the article's day of publication completes what it leaves open, and
/// its language says what `04/07/2025` means.
pub fn date(
    value: &DateValue,
    quote: &str,
    published: Option<&DateValue>,
    lexicon: &'static Lexicon,
) -> Found {
    find(value, &mentions(quote, lexicon), published)
}

/// The same, with the day of the quote that is no such weekday as the quote says.
pub fn date_and_weekday(
    value: &DateValue,
    quote: &str,
    published: Option<&DateValue>,
    lexicon: &'static Lexicon,
) -> (Found, Option<WrongWeekday>) {
    let mentions = mentions(quote, lexicon);
    let wrong = mentions.iter().flat_map(|mention| &mention.points).find_map(|point| wrong(value, *point));
    (find(value, &mentions, published), wrong)
}

/// A day beside a weekday that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongWeekday {
    /// The day.
    pub day: Day,
    /// The name of the weekday that the quote gives it.
    pub said: &'static str,
    /// The name of the weekday that it is.
    pub is: &'static str,
}

/// A day of a quote beside a weekday that it is not; a year that the quote leaves out is that of the value.
fn wrong(value: &DateValue, point: Point) -> Option<WrongWeekday> {
    let (said, month, date) = (point.weekday?, point.month?, point.day?);
    let of_value = || {
        let day = value.earliest().filter(|day| value.latest() == Some(*day) && value.year_known)?;
        let (year, value_month, value_date) = day.civil();
        ((value_month, value_date) == (month, date)).then_some(year)
    };
    let day = calendar::day(point.year.or_else(of_value)?, month, date)?;
    let is = calendar::weekday(day);
    let name = |weekday: u8| WEEKDAYS[usize::from(weekday % 7)];
    (is != said).then(|| WrongWeekday { day, said: name(said), is: name(is) })
}

/// The dates that a quote names, in order.
fn mentions(quote: &str, lexicon: &'static Lexicon) -> Vec<Mention> {
    let dates = Items::for_dates(quote, lexicon).filter_map(|(item, _)| match item {
        Item::Date(mention) => Some(mention),
        Item::Figure(_) | Item::Other(..) | Item::Unread(..) | Item::Unclear | Item::Passed => None,
    });
    dates.collect()
}

/// Whether one of the dates, or all of them together, are the value.
fn find(value: &DateValue, mentions: &[Mention], published: Option<&DateValue>) -> Found {
    let mut derived = None;
    for mention in mentions {
        match stated(value, mention, published) {
            Some(Found::Yes) => return Found::Yes,
            found => derived = derived.or(found),
        }
    }
    derived
        .or_else(|| gathered(value, mentions, published))
        .unwrap_or_else(|| missing(value, mentions, published))
}

/// Whether a quote gives a day by its number, rather than by `today`, by a weekday or not at all.
pub fn gives_day(value: &DateValue, quote: &str, lexicon: &'static Lexicon) -> bool {
    let numbered = |mention: &Mention| mention.points.iter().any(|point| point.day.is_some());
    Items::for_dates(quote, lexicon).any(|(item, _)| match item {
        // What the quote leaves open of the day, its year or month, changes nothing: the value completes it.
        Item::Date(mention) => numbered(&mention) && stated(value, &mention, Some(value)).is_some(),
        Item::Figure(_) | Item::Other(..) | Item::Unread(..) | Item::Unclear | Item::Passed => false,
    })
}

/// Whether one mention states the date, by itself or with the article's day.
fn stated(value: &DateValue, mention: &Mention, published: Option<&DateValue>) -> Option<Found> {
    if readings(mention).any(|reading| is(value, &reading)) {
        return Some(Found::Yes);
    }
    if let Some(found) = resolved(value, mention, published) {
        return Some(found);
    }
    if let Some(month) = mention.whole_month()
        && stated(value, &month, published).is_some()
    {
        let words = date::words(value);
        return Some(Found::Derived(format!("the quote names a part of {words}")));
    }
    let (which, end) =
        one_of(mention).find(|(_, point)| readings(point).any(|reading| is(value, &reading)))?;
    let words = date::words(&end.value()?);
    Some(Found::Derived(format!("{words} is {which} that the quote names")))
}

/// The mention read with the year, month or day that the article's day gives it.
fn resolved(value: &DateValue, mention: &Mention, published: Option<&DateValue>) -> Option<Found> {
    if !value.year_known {
        return None;
    }
    resolve::with(mention, value, published?)
        .into_iter()
        .find(|Resolved { mention, .. }| readings(mention).any(|reading| is(value, &reading)))
        .map(|resolved| Found::Derived(resolved.how))
}

/// What a mention may be recorded as.
fn readings(mention: &Mention) -> impl Iterator<Item = DateValue> {
    let whole = mention.value();
    // `from 2022` names the year in which it began; `since 2022` does not, nor do `before` and `after`.
    let bare = (mention.side == Side::From).then(|| mention.bare().value()).flatten();
    // `before 15 July` leaves open whether the 15th itself is meant.
    let beside = whole.as_ref().and_then(|whole| beside(whole, mention.side));
    let months = mention.months().and_then(|months| months.value());
    [whole, bare, beside, months, mention.about_month()].into_iter().flatten()
}

/// The open interval that leaves out the named day.
fn beside(value: &DateValue, side: Side) -> Option<DateValue> {
    let [span] = value.spans[..] else { return None };
    let spans = match side {
        Side::Before => vec![DaySpan { last: span.last.map(|day| Day(day.0 - 1)), ..span }],
        Side::After => vec![DaySpan { first: span.first.map(|day| Day(day.0 + 1)), ..span }],
        Side::On | Side::Since | Side::From | Side::Until => return None,
    };
    Some(DateValue { spans, ..value.clone() })
}

/// Each of the points that a list or a range names, with what it is called.
fn one_of(mention: &Mention) -> impl Iterator<Item = (&'static str, Mention)> {
    let last = mention.points.len() - 1;
    let (join, many) = (mention.join, last > 0 && !mention.within);
    mention.points.iter().enumerate().filter(move |_| many && join != Join::Or).map(move |(at, point)| {
        let which = match join {
            Join::Span if at == 0 => "the first day",
            Join::Span => "the last day",
            Join::One | Join::And | Join::Or => "one of the days",
        };
        (which, Mention { points: vec![*point], join: Join::One, ..mention.clone() })
    })
}

/// Whether a date is what was read. A value may doubt what the words do not: that a source is doubtful
/// stands in no words. What the words doubt, a value doubts.
fn is(value: &DateValue, reading: &DateValue) -> bool {
    let reading = DateValue { uncertain: reading.uncertain || value.uncertain, ..reading.clone() };
    value.year_known == reading.year_known
        && date::relation_in_one_source(value, &reading) == DateRelation::Equal
}

/// Several mentions that together make a set or a range.
fn gathered(value: &DateValue, mentions: &[Mention], published: Option<&DateValue>) -> Option<Found> {
    let named = |span: DaySpan| {
        let shape = DateShape::Single;
        let member =
            DateValue { shape, spans: vec![span], begins: span, edtf: String::new(), ..value.clone() };
        mentions.iter().find_map(|mention| stated(&member, mention, published))
    };
    let all = |spans: &[DaySpan]| spans.iter().map(|span| named(*span)).collect::<Option<Vec<_>>>();
    match value.shape {
        DateShape::AllOf if value.spans.len() > 1 => {
            let founds = all(&value.spans)?;
            // One list that names all of them has been tried, so each comes from a mention of its own.
            Some(founds.into_iter().find(|found| *found != Found::Yes).unwrap_or(Found::Yes))
        }
        DateShape::Interval if mentions.len() > 1 => {
            let [DaySpan { first: Some(first), last: Some(last) }] = value.spans[..] else { return None };
            all(&[DaySpan::on(first), DaySpan::on(last)])?;
            Some(Found::Derived("from the first of the days that the quote names to the last".to_owned()))
        }
        DateShape::AllOf | DateShape::Interval | DateShape::Single | DateShape::OneOf => None,
    }
}

/// Why the quote does not state the date, and what it states instead.
fn missing(value: &DateValue, mentions: &[Mention], published: Option<&DateValue>) -> Found {
    let Some(mention) = mentions.iter().max_by_key(|mention| likeness(value, mention)) else {
        return Found::No { reason: "the quote states no date".to_owned(), nearest: None };
    };
    let Some(stated) = mention.value() else {
        let reason = match published {
            None => "the quote names no month, and the day of the article is not known".to_owned(),
            Some(published) => format!(
                "the quote names no month, and the article's date, {}, does not make it {}",
                date::words(published),
                date::words(value)
            ),
        };
        return Found::No { reason, nearest: None };
    };
    let open = DateValue { year_known: false, ..stated.clone() };
    let same_days = date::relation_in_one_source(&open, &without_year(value)) == DateRelation::Equal;
    let reason = match (value.year_known, stated.year_known, published) {
        (true, false, None) if same_days => {
            "the quote gives no year, and the article's date is not known".to_owned()
        }
        (true, false, Some(published)) if same_days => {
            format!(
                "the quote gives no year, and the article's date, {}, does not give it",
                date::words(published)
            )
        }
        (false, true, _) => format!("the quote gives the year: {}", date::words(&stated)),
        _ => format!("the quote states {}, not {}", date::words(&stated), date::words(value)),
    };
    Found::No { reason, nearest: mention.edtf() }
}

/// The same days, reckoned in 2000.
fn without_year(value: &DateValue) -> DateValue {
    let mut open = value.clone();
    if value.year_known
        && let Some(year) = value.earliest().or(value.latest()).map(|day| day.civil().0)
    {
        open = date::move_years(&open, 2000 - year).unwrap_or(open);
        open.year_known = false;
    }
    open
}

/// How close a mention comes, to say what the quote states instead.
fn likeness(value: &DateValue, mention: &Mention) -> i32 {
    match mention.value().map(|stated| date::relation(value, &stated)) {
        None => i32::MIN,
        Some(DateRelation::Equal) => 3,
        Some(DateRelation::Contains) => 2,
        Some(DateRelation::Overlap) => 1,
        Some(DateRelation::Disjoint { days }) => days.saturating_neg(),
    }
}
