//! Dates with the name of a month in Arabic, Thai or Khmer: `2 نيسان 2025`, `14 กรกฎาคม 2568`; starts
//! at [`read`].
//!
//! [`LANGUAGES`] is all that is known of them. A name is read beside a year or behind a day only,
//! since most of them are other words as well.

use super::super::scan::{Cursor, Placed, Token, digit, is_dash};
use super::mention::{Join, Mention, Point, Side};
use super::{calendar, days};

/// How a language writes dates.
struct Language {
    /// The names of each month, January first.
    months: [&'static [&'static str]; 12],
    /// Whether a month needs the word before it, as its name alone is another word.
    month_word: Option<&'static str>,
    /// Before a year.
    year_words: &'static [&'static str],
    /// Between a preposition and a date: they say nothing.
    day_words: &'static [&'static str],
    /// Before a date.
    sides: &'static [(&'static str, Side)],
    /// Between two days of one month, of which only the second stands beside it.
    joints: &'static [&'static str],
    /// The year that its calendar begins with, less one, where it is not always ours.
    era: i32,
}

const ARABIC: Language = Language {
    months: [
        &["كانون الثاني", "يناير", "جانفي"],
        &["شباط", "فبراير", "فيفري"],
        &["آذار", "اذار", "مارس"],
        &["نيسان", "أبريل", "ابريل", "إبريل", "أفريل"],
        &["أيار", "ايار", "مايو"],
        &["حزيران", "يونيو", "جوان"],
        &["تموز", "يوليو", "يوليوز", "جويلية"],
        &["آب", "أغسطس", "اغسطس"],
        &["أيلول", "ايلول", "سبتمبر", "شتنبر"],
        &["تشرين الأول", "تشرين الاول", "أكتوبر", "اكتوبر"],
        &["تشرين الثاني", "نوفمبر", "نونبر"],
        &["كانون الأول", "كانون الاول", "ديسمبر", "دجنبر"],
    ],
    month_word: None,
    year_words: &["من عام", "عام", "سنة", "من"],
    day_words: &["يوم", "تاريخ", "شهر"],
    sides: &[("قبل", Side::Before), ("بعد", Side::After), ("منذ", Side::Since), ("حتى", Side::Until)],
    joints: &["و", "أو", "إلى", "الى", "حتى"],
    era: 0,
};

const THAI: Language = Language {
    months: [
        &["มกราคม"],
        &["กุมภาพันธ์"],
        &["มีนาคม"],
        &["เมษายน"],
        &["พฤษภาคม"],
        &["มิถุนายน"],
        &["กรกฎาคม"],
        &["สิงหาคม"],
        &["กันยายน"],
        &["ตุลาคม"],
        &["พฤศจิกายน"],
        &["ธันวาคม"],
    ],
    month_word: None,
    year_words: &["พ.ศ.", "ค.ศ.", "ปี"],
    day_words: &["วันที่", "เดือน"],
    sides: &[("ก่อน", Side::Before), ("หลัง", Side::After), ("ตั้งแต่", Side::Since), ("จนถึง", Side::Until)],
    joints: &["และ", "ถึง", "หรือ"],
    era: 543,
};

const KHMER: Language = Language {
    months: [
        &["មករា"],
        &["កុម្ភៈ", "កុម្ភះ"],
        &["មីនា"],
        &["មេសា"],
        &["ឧសភា"],
        &["មិថុនា"],
        &["កក្កដា"],
        &["សីហា"],
        &["កញ្ញា"],
        &["តុលា"],
        &["វិច្ឆិកា"],
        &["ធ្នូ"],
    ],
    month_word: Some("ខែ"),
    year_words: &["ឆ្នាំ"],
    day_words: &["ថ្ងៃទី"],
    sides: &[
        ("មុន", Side::Before),
        ("ក្រោយ", Side::After),
        ("តាំងពី", Side::Since),
        ("ចាប់ពី", Side::From),
        ("រហូតដល់", Side::Until),
    ],
    joints: &["និង", "ដល់", "ឬ"],
    era: 543,
};

const LANGUAGES: [&Language; 3] = [&ARABIC, &THAI, &KHMER];

/// The date that stands here, and the place behind it.
pub(in crate::value) fn read(cursor: Cursor<'_>) -> Option<(Mention, Cursor<'_>)> {
    let (Placed { token, start, .. }, behind) = cursor.next()?;
    // In plain text nothing is looked for.
    let may_begin = match token {
        Token::Word(word) => !word.is_ascii(),
        Token::Digits(_) => behind.rest().trim_start().chars().next().is_some_and(|c| !c.is_ascii()),
        Token::Symbol(_) => false,
    };
    if !may_begin {
        return None;
    }
    let before = cursor.text()[..start].trim_end();
    LANGUAGES.iter().find_map(|language| {
        let (point, rest) = language.point(cursor)?;
        if language.is_end_of_list(before, point) {
            return None;
        }
        let side = language.side(before);
        let points = vec![point];
        Some((
            Mention { points, join: Join::One, side, about: false, part: false, perhaps: false, start },
            rest,
        ))
    })
}

impl Language {
    fn point<'a>(&self, cursor: Cursor<'a>) -> Option<(Point, Cursor<'a>)> {
        let day = days::small(cursor).map(|(day, _, rest)| (day, rest));
        let (month, rest) = self.month(day.map_or(cursor, |(_, rest)| rest))?;
        let (year, rest) = match self.year(rest) {
            Some((year, rest)) => (Some(year), rest),
            // Digits that are no year of four may be one of two.
            None if days::small(rest).is_some() => return None,
            None => (None, rest),
        };
        let day = day.map(|(day, _)| day);
        if let Some(day) = day {
            calendar::day(year.unwrap_or(2000), month, day)?;
        }
        (day.is_some() || year.is_some())
            .then_some((Point { year, month: Some(month), day, ..Point::default() }, rest))
    }

    /// A month by name, or by two that mean the same: `نيسان/أبريل`.
    fn month<'a>(&self, cursor: Cursor<'a>) -> Option<(u8, Cursor<'a>)> {
        let cursor = match self.month_word {
            Some(word) => skip(cursor, word)?,
            None => cursor,
        };
        let (month, rest) = self.named(cursor)?;
        let second = rest.symbol('/').and_then(|behind| self.named(behind));
        let bracketed = || {
            let (month, behind) = self.named(rest.symbol('(')?)?;
            Some((month, behind.symbol(')')?))
        };
        match second.or_else(bracketed) {
            Some((same, behind)) if same == month => Some((month, behind)),
            Some(_) => None,
            None => Some((month, rest)),
        }
    }

    fn named<'a>(&self, cursor: Cursor<'a>) -> Option<(u8, Cursor<'a>)> {
        let names =
            (1..).zip(self.months).flat_map(|(month, names)| names.iter().map(move |name| (month, *name)));
        let (month, _, rest) = names
            .filter_map(|(month, name)| Some((month, name.len(), skip(cursor, name)?)))
            .max_by_key(|(_, len, _)| *len)?;
        Some((month, rest))
    }

    /// A year of our calendar or of the Buddhist one, which lie too far apart to be confused.
    fn year<'a>(&self, cursor: Cursor<'a>) -> Option<(i32, Cursor<'a>)> {
        let named = self.year_words.iter().find_map(|word| skip(cursor, word)).unwrap_or(cursor);
        let (year, rest) = days::year(named)?;
        [year, year - self.era].into_iter().find(|year| (1900..=2100).contains(year)).map(|year| (year, rest))
    }

    /// Whether days stand before this one that belong to it: `14-16`, `14 و16`.
    fn is_end_of_list(&self, before: &str, point: Point) -> bool {
        let ends_in_digit = |text: &str| text.trim_end().ends_with(|c| digit(c).is_some());
        let joined = before.strip_suffix(is_dash).into_iter();
        let joined = joined
            .chain(before.strip_suffix([',', '،']))
            .chain(self.joints.iter().filter_map(|joint| before.strip_suffix(joint)));
        point.day.is_none() && ends_in_digit(before) || joined.into_iter().any(ends_in_digit)
    }

    /// The side that the words before a date put it on.
    fn side(&self, before: &str) -> Side {
        let mut lead = before;
        while let Some(rest) = self.day_words.iter().find_map(|word| lead.strip_suffix(word)) {
            lead = rest.trim_end();
        }
        let found = self.sides.iter().find(|(word, _)| lead.ends_with(word));
        found.map_or(Side::On, |(_, side)| *side)
    }
}

/// The place behind words that stand here; in a script with spaces they must end there.
fn skip<'a>(cursor: Cursor<'a>, words: &str) -> Option<Cursor<'a>> {
    let text = cursor.rest();
    let after = text.trim_start().strip_prefix(words)?;
    let is_spaced = words.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    let ends = !is_spaced || !after.starts_with(char::is_alphabetic);
    ends.then(|| Cursor::at(cursor.text(), cursor.text().len() - after.len()))
}
