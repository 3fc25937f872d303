//! Dates whose parts have signs behind them, as in Chinese and Japanese: `2025年7月14日`, `7月14日至16日`;
//! starts at [`read`].
//!
//! A day alone (`3日`) may be a number of days and is not read, nor is a month behind a year that is
//! told otherwise (`去年7月`, `令和7年7月`) or in another calendar (`农历7月`).

use super::super::scan::{Cursor, Placed, Token, digit, is_dash, is_unspaced};
use super::mention::{Join, Mention, PartOf, Point, Side, YearSpan};
use super::{calendar, days, planned, signs_behind};
use crate::value::lexicon::DateRole;

const YEAR: [char; 1] = ['年'];
const MONTH: [char; 1] = ['月'];
const DAY: [char; 3] = ['日', '号', '號'];

/// Eras that years are counted in, with the year before their first.
const ERAS: [(&str, i32); 7] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("民國", 1911),
    ("民国", 1911),
];

/// What stands between two dates.
const JOINTS: [(&str, Join); 14] = [
    ("至", Join::Span),
    ("到", Join::Span),
    ("から", Join::Span),
    ("~", Join::Span),
    ("～", Join::Span),
    ("〜", Join::Span),
    ("以及", Join::And),
    ("和", Join::And),
    ("与", Join::And),
    ("與", Join::And),
    ("及", Join::And),
    ("と", Join::And),
    ("、", Join::And),
    ("或", Join::Or),
];

/// Before a date.
const BEFORE: [(&str, Side); 13] = [
    ("最迟", Side::Until),
    ("最遲", Side::Until),
    ("最晚", Side::Until),
    ("截至", Side::On),
    ("直到", Side::Until),
    ("直至", Side::Until),
    ("至", Side::Until),
    ("到", Side::Until),
    ("自", Side::From),
    ("从", Side::From),
    ("從", Side::From),
    ("早于", Side::Before),
    ("晚于", Side::After),
];

/// Behind a date, longer words before those that they hold.
const BEHIND: [(&str, Side); 21] = [
    ("以前", Side::Before),
    ("之前", Side::Before),
    ("前", Side::Before),
    ("以来", Side::Since),
    ("以來", Side::Since),
    ("以降", Side::Since),
    ("开始", Side::From),
    ("開始", Side::From),
    ("起", Side::From),
    ("から", Side::Since),
    ("以后", Side::After),
    ("以後", Side::After),
    ("之后", Side::After),
    ("之後", Side::After),
    ("后", Side::After),
    ("後", Side::After),
    ("为止", Side::Until),
    ("為止", Side::Until),
    ("止", Side::Until),
    ("までに", Side::Before),
    ("まで", Side::Until),
];

/// Before a date or behind it, where it is approximate.
const ABOUT: [&str; 7] = ["约", "約", "左右", "前后", "前後", "ごろ", "頃"];

/// Open a range whose ends are days of their own.
const OPENS: [&str; 4] = ["自", "从", "從", "由"];

/// Before a date that it was not.
const DENIED_BEFORE: [&str; 4] = ["不是", "并非", "並非", "而非"];

/// Behind a date that it was not.
const DENIED_BEHIND: [&str; 3] = ["ではなく", "でなく", "じゃなく"];

/// Behind a month or a year of which only a part is meant.
const PARTS: [&str; 14] = [
    "初",
    "底",
    "末",
    "上旬",
    "中旬",
    "下旬",
    "中下旬",
    "上中旬",
    "上半月",
    "下半月",
    "月初",
    "月底",
    "月末",
    "半ば",
];

/// Before a month that is not one of the year of the report, or not of this calendar.
const OTHER_YEARS: [&str; 12] =
    ["年", "农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "旧暦", "第", "年の", "每", "毎"];

/// Years that are the one of the report.
const THIS_YEAR: [&str; 3] = ["今年", "本年", "今年の"];

/// Behind a year that may be a number of years, or of which another part is named.
const NOT_THE_YEAR: [&str; 16] =
    ["来", "來", "间", "間", "历", "歷", "歴", "代", "级", "級", "度", "第", "上半", "下半", "多", "的历史"];

/// The date that stands here, and the place behind it.
pub(in crate::value) fn read(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (Placed { token: Token::Digits(_), start, .. }, _) = cursor.next()? else { return None };
    let near = &cursor.text().as_bytes()[start..];
    if near[..near.len().min(SIGN_BYTES)].is_ascii() {
        return None;
    }
    let before = cursor.text()[..start].trim_end_matches(' ');
    if let Some((point, rest)) = signs_behind::century(cursor).filter(|_| !is_before_christ(before)) {
        return qualify(Mention::of(vec![point], Join::One, start), before, rest);
    }
    let (first, mut rest) = match of_era(cursor, before) {
        Some(found) => found,
        None => point(cursor, Point { year: first_of_era(before), ..Point::default() })?,
    };
    if first.year.is_none() && is_of_another_year(before) || is_before_christ(before) {
        return None;
    }
    let mut mention = Mention::of(vec![first], Join::One, start);
    let mut is_from = OPENS.iter().any(|word| before.ends_with(word));
    while let Some((join, behind)) = joint(rest) {
        let last = mention.points.len() - 1;
        is_from |= ahead(rest).starts_with("から");
        let Some((next, end)) = point(behind, mention.points[last]) else {
            // `2019年至2021年间` is not 2019.
            if join == Join::Span && first.day.is_none() {
                return None;
            }
            break;
        };
        if mention.join != Join::One && mention.join != join || join == Join::Span && last > 0 {
            return None;
        }
        if kind(next) != kind(first) {
            return None;
        }
        mention.points.push(next);
        (mention.join, rest) = (join, end);
    }
    // A stretch of years or months is no more in its first one than in another.
    let is_night = rest.rest().starts_with("にかけて");
    mention.within = mention.join == Join::Span && (is_night || first.day.is_none() && !is_from);
    let rest = match &mut mention.points[..] {
        [day] if day.day.is_some() => {
            let named = signs_behind::weekday(rest);
            day.weekday = named.map(|(weekday, _)| weekday);
            named.map_or(rest, |(_, rest)| rest)
        }
        _ => rest,
    };
    mention.perhaps = is_doubted(cursor, start) || planned::is_planned(cursor.to(rest.offset()));
    mention.denied = is_denied(before) || DENIED_BEHIND.iter().any(|word| rest.rest().starts_with(word));
    if let Some(end) = signs_behind::stretch(rest) {
        return Some((Mention { about: true, ..mention }, end));
    }
    qualify(mention, before, rest)
}

/// How far from the first digits the first sign stands at most, in bytes.
const SIGN_BYTES: usize = 32;

/// Whether a word in the clause before a date doubts it.
fn is_doubted(cursor: Cursor<'_>, start: usize) -> bool {
    let text = cursor.text();
    let clause = text[..start].rfind(|c: char| !is_unspaced(c) && !c.is_alphanumeric());
    let clause = clause.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let places = text[clause..start].char_indices().rev().take(DOUBT_SIGNS);
    places.map(|(at, _)| clause + at).any(|at| {
        let mut found = false;
        let words = &cursor.lexicon().date_words.phrases;
        words.each(text, at, |end, roles| found |= end <= start && roles.contains(&DateRole::Perhaps));
        found
    })
}

/// How far before a date a doubt is looked for.
const DOUBT_SIGNS: usize = 10;

fn is_denied(before: &str) -> bool {
    let before = before.trim_end_matches(['于', '於', '在']);
    DENIED_BEFORE.iter().any(|word| before.ends_with(word))
}

/// `令和7年7月14日`, whose digits begin here.
fn of_era<'a>(cursor: Cursor<'a>, before: &str) -> Option<(Point, Cursor<'a>)> {
    let (_, begins) = ERAS.iter().find(|(era, _)| before.ends_with(era))?;
    let small = |cursor| days::up_to_four(cursor).filter(|(year, _)| (1..=200).contains(year));
    let (year, rest) = signed(cursor, &YEAR, small)?;
    let named = Point { year: Some(begins + year), ..Point::default() };
    match signed(rest, &MONTH, two_digits).filter(|_| is_followed(rest)) {
        Some((month, rest)) => with_month(named, month, rest),
        None if is_followed(rest) => None,
        None => Some((named, rest)),
    }
}

/// The year that `平成元年` before a month names.
fn first_of_era(before: &str) -> Option<i32> {
    let named = before.strip_suffix("元年")?;
    ERAS.iter().find(|(era, _)| named.ends_with(era)).map(|(_, begins)| begins + 1)
}

fn is_before_christ(before: &str) -> bool {
    ["公元前", "紀元前", "西元前", "纪元前"].iter().any(|lead| before.ends_with(lead))
}

/// Whether a month without a year belongs to a year that the words before it tell otherwise.
fn is_of_another_year(before: &str) -> bool {
    OTHER_YEARS.iter().any(|lead| before.ends_with(lead))
        && !THIS_YEAR.iter().any(|lead| before.ends_with(lead))
}

fn kind(point: Point) -> (bool, bool) {
    (point.month.is_some(), point.day.is_some())
}

/// Adds what the words around a date say of it.
fn qualify<'a>(mention: Mention, before: &str, rest: Cursor<'a>) -> Option<(Mention, Cursor<'a>)> {
    let skip = |word: &str| Cursor::at(rest.text(), rest.offset() + word.len());
    let behind = rest.rest();
    let about = ABOUT.iter().find(|word| behind.starts_with(**word));
    let is_about = about.is_some() || ABOUT[..2].iter().any(|word| before.ends_with(word));
    if mention.join == Join::One
        && mention.points[0].day.is_none()
        && let Some(part) = part(behind)
    {
        return Some((Mention { part: Some(part_of(part)), ..mention }, skip(part)));
    }
    if let Some(about) = about {
        return Some((Mention { about: true, ..mention }, skip(about)));
    }
    let said = ABOUT[..2].iter().copied().chain(BEFORE.iter().map(|(word, _)| *word));
    let said = said.chain(ERAS.iter().map(|(era, _)| *era)).filter(|word| before.ends_with(word));
    let lead = before.len() - said.map(str::len).max().unwrap_or(0);
    let lead = if lead < before.len() { lead } else { mention.start };
    let mention = Mention { about: is_about, lead, ..mention };
    if mention.join != Join::One {
        return Some((mention, rest));
    }
    if let Some((word, side)) = BEHIND.iter().find(|(word, _)| behind.starts_with(word)) {
        return Some((Mention { side: *side, ..mention }, skip(word)));
    }
    let side = BEFORE.iter().find(|(word, _)| before.ends_with(word)).map_or(Side::On, |(_, side)| *side);
    Some((Mention { side, ..mention }, rest))
}

/// The word for a part of a month or year, if one stands here; `中` begins too many others.
fn part(behind: &str) -> Option<&str> {
    let ends = |text: &str| !text.starts_with(is_unspaced);
    let found = PARTS.iter().filter(|part| behind.starts_with(**part)).max_by_key(|part| part.len());
    found.copied().or_else(|| behind.strip_prefix('中').filter(|rest| ends(rest)).map(|_| "中"))
}

/// Which part a word names.
fn part_of(word: &str) -> PartOf {
    match word {
        "初" | "上旬" | "上半月" | "月初" => PartOf::Early,
        "底" | "末" | "下旬" | "下半月" | "月底" | "月末" => PartOf::Late,
        _ => PartOf::Other,
    }
}

/// A year, month or day as far as they are named; what is left out is that of the date before.
fn point(cursor: Cursor<'_>, given: Point) -> Option<(Point, Cursor<'_>)> {
    if let Some((year, rest)) = signed(cursor, &YEAR, four_digits) {
        let named = Point { year: Some(year), ..Point::default() };
        let month = signed(rest, &MONTH, two_digits).filter(|_| is_followed(rest));
        return match month {
            Some((month, rest)) => with_month(named, month, rest),
            None if is_followed(rest) && precedes(rest, &[&MONTH[..], &DAY]) => None,
            None if rest.rest().starts_with('代') => {
                let named = Point { span: YearSpan::Decade, ..named };
                (year % 10 == 0).then(|| (named, rest.to(rest.offset() + '代'.len_utf8())))
            }
            None if signs_behind::season(rest).is_some() => {
                let (season, rest) = signs_behind::season(rest)?;
                Some((Point { month: Some(season), ..named }, rest))
            }
            None if NOT_THE_YEAR.iter().any(|word| rest.rest().starts_with(word)) => None,
            None => (1900..=2100).contains(&year).then_some((named, rest)),
        };
    }
    if let Some((month, rest)) = signed(cursor, &MONTH, two_digits) {
        return with_month(Point { year: given.year, ..Point::default() }, month, rest);
    }
    given.month?;
    let (day, rest) = signed(cursor, &DAY, two_digits)?;
    with_day(Point { day: None, ..given }, day, rest)
}

fn with_month(named: Point, month: u8, rest: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    let named = Point { month: Some(month).filter(|month| (1..=12).contains(month)), ..named };
    named.month?;
    if let Some((day, rest)) = signed(rest, &DAY, two_digits).filter(|_| is_followed(rest)) {
        return with_day(named, day, rest);
    }
    // Digits that go on with the date in a way that is not read leave all of it unread.
    let goes_on = is_followed(rest) && (precedes(rest, &[&DAY]) || precedes_end(rest));
    let rest = rest
        .rest()
        .strip_prefix('份')
        .map_or(rest, |after| Cursor::at(rest.text(), rest.text().len() - after.len()));
    (!goes_on).then_some((named, rest))
}

fn with_day(named: Point, day: u8, rest: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    calendar::day(named.year.unwrap_or(2000), named.month?, day)?;
    Some((Point { day: Some(day), ..named }, rest))
}

/// A number with its sign, or one that shares the sign with the next: `14至16日`.
fn signed<'a, N>(
    cursor: Cursor<'a>,
    signs: &[char],
    number: impl Fn(Cursor<'a>) -> Option<(N, Cursor<'a>)>,
) -> Option<(N, Cursor<'a>)> {
    let (value, rest) = number(cursor)?;
    if let Some(after) = ahead(rest).strip_prefix(signs) {
        return Some((value, Cursor::at(rest.text(), rest.text().len() - after.len())));
    }
    let mut next = rest;
    while let Some((_, behind)) = joint(next) {
        let (_, after) = number(behind)?;
        if ahead(after).starts_with(signs) {
            return Some((value, rest));
        }
        next = after;
    }
    None
}

fn four_digits(cursor: Cursor<'_>) -> Option<(i32, Cursor<'_>)> {
    days::year(cursor).filter(|(year, _)| (1000..=2199).contains(year))
}

fn two_digits(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    days::small(cursor).map(|(number, _, rest)| (number, rest))
}

fn is_followed(cursor: Cursor<'_>) -> bool {
    ahead(cursor).starts_with(|c| digit(c).is_some())
}

/// What stands here; a space between digits and signs says nothing.
fn ahead(cursor: Cursor<'_>) -> &str {
    cursor.rest().trim_start_matches(' ')
}

/// Whether digits stand here with one of these signs behind them.
fn precedes(cursor: Cursor<'_>, signs: &[&[char]]) -> bool {
    cursor.next().is_some_and(|(_, rest)| signs.iter().any(|signs| ahead(rest).starts_with(*signs)))
}

/// Whether digits stand here with nothing behind them that they could count.
fn precedes_end(cursor: Cursor<'_>) -> bool {
    cursor.next().is_some_and(|(_, rest)| !ahead(rest).starts_with(is_unspaced))
}

/// What joins two dates, with digits behind it.
fn joint(cursor: Cursor<'_>) -> Option<(Join, Cursor<'_>)> {
    let text = ahead(cursor);
    let worded = JOINTS.iter().find_map(|(word, join)| Some((*join, text.strip_prefix(word)?)));
    let (join, after) = worded.or_else(|| Some((Join::Span, text.strip_prefix(is_dash)?)))?;
    let rest = Cursor::at(cursor.text(), cursor.text().len() - after.len());
    is_followed(rest).then_some((join, rest))
}
