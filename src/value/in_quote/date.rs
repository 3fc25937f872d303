//! Whether a quote states a date.

use super::Found;
use crate::model::DateValue;
use crate::value::date;
use crate::value::date::calendar;
use crate::value::scan::{Cursor, Token};

/// Whether a quote states a date; the article's date of publication completes what it leaves open.
pub fn date(value: &DateValue, quote: &str, published: Option<&DateValue>) -> Found {
    let days: Vec<_> = value
        .spans
        .iter()
        .flat_map(|span| [span.first, span.last])
        .flatten()
        .map(|day| day.civil())
        .collect();
    let mut months = Vec::new();
    let mut numbers = Vec::new();
    let mut cursor = Cursor::new(quote);
    while let Some((placed, next)) = cursor.next() {
        match placed.token {
            Token::Word(word) => months.extend(calendar::month(word)),
            Token::Digits(digits) => numbers.extend(digits.parse::<i32>().ok()),
            Token::Symbol(_) => {}
        }
        cursor = next;
    }
    let month = days.iter().all(|day| months.contains(&day.1));
    let one_day = value.spans.iter().all(|span| span.first == span.last);
    let date_in = !one_day || days.iter().all(|day| numbers.contains(&i32::from(day.2)));
    let year = days.iter().all(|day| numbers.contains(&day.0));
    match (month && date_in, year || !value.year_known, published) {
        (true, true, _) => Found::Yes,
        (true, false, Some(published)) => {
            Found::Derived(format!("the year is that of the article, {}", date::words(published)))
        }
        _ => Found::No { reason: format!("the quote does not state {}", date::words(value)), nearest: None },
    }
}
