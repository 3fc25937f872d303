//! What stands behind a date of signs and belongs to it: [`weekday`], [`season`], [`stretch`].

use super::days;
use super::mention::{Point, YearSpan};
use crate::value::scan::{Cursor, digit};

/// Before the sign of a weekday, as Chinese writes it.
const WEEK: [&str; 5] = ["星期", "礼拜", "禮拜", "周", "週"];

/// The weekday behind a day, Monday being 0: `14日星期二`, `14日（火）`, `14日火曜日`.
pub(super) fn weekday(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let text = cursor.rest().trim_start_matches(' ');
    let inner = text.strip_prefix(['(', '（']);
    let named = inner.unwrap_or(text);
    let chinese = || {
        let rest = WEEK.iter().find_map(|week| named.strip_prefix(week))?;
        let mut signs = rest.chars();
        let day = "一二三四五六日".chars().position(|sign| rest.starts_with(sign));
        let day = day.or_else(|| rest.starts_with('天').then_some(6))?;
        signs.next();
        Some((day, signs.as_str()))
    };
    let japanese = || {
        let mut signs = named.chars();
        let sign = signs.next()?;
        let day = "月火水木金土日".chars().position(|known| known == sign)?;
        let rest = signs.as_str();
        let whole = rest.strip_prefix("曜日").or_else(|| rest.strip_prefix('曜'));
        match whole {
            Some(rest) => Some((day, rest)),
            // `14日（火）`, where nothing else stands in brackets.
            None => (inner.is_some() && rest.starts_with([')', '）', '・'])).then_some((day, rest)),
        }
    };
    let (day, rest) = chinese().or_else(japanese)?;
    let rest = match inner {
        Some(_) => rest.strip_prefix([')', '）'])?,
        None => rest,
    };
    Some((u8::try_from(day).ok()?, cursor.to(cursor.text().len() - rest.len())))
}

/// The season behind a year, as EDTF numbers it: `2026年春`, `2026年夏季`; not in `春节`.
pub(super) fn season(cursor: Cursor<'_>) -> Option<(u8, Cursor<'_>)> {
    let text = cursor.rest();
    let (season, rest) = (21..)
        .zip(['春', '夏', '秋', '冬'])
        .find_map(|(season, sign)| Some((season, text.strip_prefix(sign)?)))?;
    let rest = rest.strip_prefix(['天', '季']).unwrap_or(rest);
    let is_other =
        rest.starts_with(['节', '節', '运', '運', '奥', '奧', '假', '令', '训', '訓', '祭', '闘', '斗']);
    (!is_other).then(|| (season, cursor.to(cursor.text().len() - rest.len())))
}

/// `12世纪`, `20世紀`, or a decade of one: `20世纪90年代`.
pub(super) fn century(cursor: Cursor<'_>) -> Option<(Point, Cursor<'_>)> {
    let (place, _, rest) = days::small(cursor)?;
    let behind = ["世纪", "世紀"].iter().find_map(|sign| rest.rest().strip_prefix(sign))?;
    let rest = rest.to(rest.text().len() - behind.len());
    let year = (i32::from(place).checked_sub(1).filter(|n| (0..22).contains(n))?) * 100;
    let decade = days::small(rest).and_then(|(tens, _, end)| {
        let behind = end.rest().strip_prefix("年代")?;
        (tens % 10 == 0).then(|| (i32::from(tens), end.to(end.text().len() - behind.len())))
    });
    let at = |year, span| Point { year: Some(year), span, ..Point::default() };
    Some(match decade {
        Some((tens, end)) => (at(year + tens, YearSpan::Decade), end),
        None => (at(year, YearSpan::Century), rest),
    })
}

/// Behind a date that stands for a stretch around it, or from which another one is told.
const STRETCHES: [&str; 16] = [
    "当周",
    "當周",
    "當週",
    "那一周",
    "那周",
    "の週",
    "前夕",
    "前夜",
    "の前夜",
    "前一天",
    "前一日",
    "第二天",
    "次日",
    "翌日",
    "前日",
    "翌週",
];

/// Numbers of days, weeks and months in words.
const NUMBERS: [char; 14] =
    ['一', '两', '兩', '二', '三', '四', '五', '六', '七', '八', '九', '十', '数', '几'];

/// The place behind words that tell another date by the one before them: `14日の翌日`, `14日两周后`.
pub(super) fn stretch(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let text = cursor.rest().trim_start_matches(['的', 'の']);
    let behind = STRETCHES
        .iter()
        .find_map(|word| cursor.rest().strip_prefix(word).or_else(|| text.strip_prefix(word)))
        .or_else(|| counted(text))?;
    Some(cursor.to(cursor.text().len() - behind.len()))
}

/// `2週間後`, `两周后`, `3天前`.
fn counted(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['约', '約']);
    let rest = text.trim_start_matches(|c: char| digit(c).is_some() || NUMBERS.contains(&c));
    if rest.len() == text.len() {
        return None;
    }
    let rest = rest.trim_start_matches(['个', '個', 'か', 'ヶ', 'カ']);
    let unit = ["天", "日", "周", "週", "星期", "礼拜", "月", "年", "小时", "時間"];
    let rest = unit.iter().find_map(|unit| rest.strip_prefix(unit))?;
    let rest = rest.trim_start_matches(['間', '间', '多', '之', '以']);
    rest.strip_prefix(['后', '後', '前'])
}
