//! What is said of words that are no EDTF date: each fault shows the expression to write instead.

use super::super::ValueFault;
use super::super::scan::{Cursor, is_dash};
use super::calendar::{self, MONTHS};
use super::edtf::{self, Refused};
use super::mention::Join;
use super::reader::Reader;
use super::worded;

const FORMS: &str = "write a date as in `2025-07-14`, `2025-07`, `XXXX-11-14`, `2025-07-14/2025-07-16` or `{2025-11-14,2025-11-16}`";

/// The fault for words that were refused.
pub(super) fn of(words: &str, refused: &Refused) -> ValueFault {
    let text = words.trim();
    let start = words.len() - words.trim_start().len();
    let range = start..start + text.len();
    match refused {
        Refused::Because(message, help) => {
            ValueFault::new(range, format!("`{text}`: {message}")).help(help.clone())
        }
        Refused::Syntax(_) if text.is_empty() => {
            ValueFault::new(0..words.len(), "no date is given").help(FORMS)
        }
        Refused::Syntax(_) => {
            let asked = timed(text).or_else(|| numeric(text)).or_else(|| backwards(text));
            let (message, help) = asked.unwrap_or_else(|| {
                let help = worded(text).or_else(|| tidied(text));
                let help = help.map_or_else(|| FORMS.to_owned(), |edtf| format!("write `{edtf}`"));
                (format!("`{text}` is not an EDTF date"), help)
            });
            ValueFault::new(range, message).help(help)
        }
    }
}

/// The expression for a date in words: `14 July 2025`.
fn worded(text: &str) -> Option<String> {
    let cursor = Cursor::new(text);
    let (mention, rest) = super::in_signs(cursor).or_else(|| worded::read(Reader::figures(), cursor))?;
    if mention.join == Join::Or || !rest.is_done() {
        return None;
    }
    mention.edtf().filter(|edtf| edtf::read(edtf).is_ok())
}

/// The expression without spaces, with capital `X` and plain dashes.
fn tidied(text: &str) -> Option<String> {
    let tidy: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '"' | '\''))
        .map(|c| match c {
            'x' | 'u' | 'U' => 'X',
            c if is_dash(c) => '-',
            c => c,
        })
        .collect();
    let ranged = tidy.replace("..", "/");
    [tidy, ranged].into_iter().find(|tidy| tidy != text && edtf::read(tidy).is_ok())
}

/// A day with a time behind it.
fn timed(text: &str) -> Option<(String, String)> {
    let (date, time) = text.split_once([' ', 'T'])?;
    if !time.contains(':') || edtf::read(date).is_err() {
        return None;
    }
    Some((format!("`{text}`: a date has no time of day"), format!("write `{date}`")))
}

/// An interval whose end comes first.
fn backwards(text: &str) -> Option<(String, String)> {
    let (start, end) = text.split_once('/')?;
    let turned = format!("{end}/{start}");
    edtf::read(&turned).ok()?;
    Some((format!("`{text}` ends before it begins"), format!("write `{turned}`")))
}

/// Three numbers in some order: `2025-7-4`, `24/07/2025`, `2025-02-30`.
fn numeric(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (a, b, c, first, last) = match (&numbers[..], &parts[..]) {
        (&[a, b, c], &[first, _, last]) => (a, b, c, first, last),
        (&[year, month], &[first, _]) if first.len() == 4 => {
            iso(year, month, 1)?;
            let message = format!("`{text}` is not an EDTF date");
            return Some((message, format!("write `{year:04}-{month:02}`")));
        }
        (&[number], &[eight]) if eight.len() == 8 => {
            return year_first(text, number / 10_000, number / 100 % 100, number % 100);
        }
        (&[days], &[five]) if five.len() == 5 => return counted(text, days),
        _ => return None,
    };
    if first.len() == 4 {
        return year_first(text, a, b, c);
    }
    if last.len() != 4 {
        let message = format!("`{text}` does not say which number is the year");
        return Some((message, "write the year with four digits first, as in `2025-07-14`".to_owned()));
    }
    match (iso(c, b, a), iso(c, a, b)) {
        (Some(one), Some(other)) if one != other => Some((
            format!("`{text}` can be read in two ways"),
            format!("write `{one}` for {} or `{other}` for {}", plain(b, a), plain(a, b)),
        )),
        (Some(date), _) | (None, Some(date)) => {
            Some((format!("`{text}` is not an EDTF date"), format!("write `{date}`")))
        }
        (None, None) => None,
    }
}

/// A day as spreadsheets count them, from 30 December 1899.
fn counted(text: &str, days: u32) -> Option<(String, String)> {
    let (mut year, mut left) = (1899_u32, days.checked_add(363)?);
    let length = |year: u32| {
        if year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400) {
            366
        } else {
            365
        }
    };
    while left >= length(year) {
        left -= length(year);
        year += 1;
    }
    let (month, day) = (1..=12).find_map(|month| {
        let days = (28..=31).rev().find(|day| iso(year, month, *day).is_some())?;
        if left < days {
            return Some((month, left + 1));
        }
        left -= days;
        None
    })?;
    let date = iso(year, month, day)?;
    Some((
        format!("`{text}` is not an EDTF date"),
        format!(
            "a spreadsheet that counts days means 2025-07-14 by 45852; if this is such a count, write `{date}`"
        ),
    ))
}

fn year_first(text: &str, year: u32, month: u32, date: u32) -> Option<(String, String)> {
    if let Some(iso) = iso(year, month, date) {
        return Some((format!("`{text}` is not an EDTF date"), format!("write `{iso}`")));
    }
    let Some(name) = MONTHS.get(usize::try_from(month).ok()?.wrapping_sub(1)) else {
        return Some((
            format!("`{text}`: there is no month {month}"),
            format!("write `{year:04}` if the month is not known"),
        ));
    };
    let days = calendar::days_in_month(i32::try_from(year).ok()?, u8::try_from(month).ok()?)?;
    Some((
        format!("`{text}`: there is no {date} {name} {year}"),
        format!(
            "{name} {year} has {days} days; write the right day, or `{year:04}-{month:02}` if it is not known"
        ),
    ))
}

/// The expression for a day that the calendar has.
fn iso(year: u32, month: u32, date: u32) -> Option<String> {
    let day = calendar::day(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(date).ok()?)?;
    Some(day.to_string())
}

fn plain(month: u32, date: u32) -> String {
    let name = month.checked_sub(1).and_then(|at| MONTHS.get(at as usize)).copied().unwrap_or("");
    format!("{date} {name}")
}
