//! What a phrase does beside or in a date: [`DateRole`], and [`DateWords`], those of a language.

use super::data::Data;
use super::trie::Trie;

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRole {
    /// The name of a month, from 1.
    Month(u8),
    /// The name of a weekday beside a day, Monday being 0.
    Weekday(u8),
    /// A season beside a year, as EDTF numbers it.
    Season(u8),
    /// Beside a year that begins a decade.
    Decade,
    /// Beside the number of a century.
    Century,
    /// Makes a date stand for a stretch around it: the week of a day, a school year.
    Over,
    /// Approximate.
    About,
    /// Only the first part of what is named.
    Early,
    /// Only the last part of it.
    Late,
    /// Only some other part of it.
    Mid,
    /// No more than possible, or a plan.
    Perhaps,
    /// The same, in the verb behind the date.
    PerhapsBehind,
    /// Earlier than that.
    Before,
    /// Up to then.
    Until,
    /// From then on.
    Since,
    /// It begins then.
    From,
    /// Later than that.
    After,
    /// Behind a date: that day or later.
    OrLater,
    /// Behind a date: that day or earlier.
    OrEarlier,
    /// Behind a date that is approximate.
    OrSo,
    /// Before or behind a year before the common era.
    Bc,
    /// Before or behind a year of the common era.
    Ad,
    /// Beside a year.
    Year,
    /// Before a year of another calendar, with what makes it a common one.
    Era(i32),
    /// Leads to a date and changes nothing.
    In,
    /// Between day, month and year.
    Of,
    /// Behind the number of a day.
    Day,
    /// Opens a range.
    Opens,
    /// Opens a range whose ends are joined as two days are.
    Between,
    /// Stands between the ends of a range.
    Through,
    /// Joins days.
    And,
    /// Cannot name what a number counts.
    Ends,
    /// The article's day, or one beside it.
    FromToday(i32),
}

/// The words of a language around dates.
#[derive(Debug, Default)]
pub struct DateWords {
    /// Phrases of words.
    pub(in crate::value) phrases: Trie<DateRole>,
    /// Phrases that stand glued to a date.
    pub(in crate::value) glued: Trie<DateRole>,
    /// Whether what changes a date stands behind it.
    pub(in crate::value) is_postpositional: bool,
    /// Whether dates begin with the year.
    pub(in crate::value) has_day_sign: bool,
    /// What makes a year of the usual calendar a common one, where that is not the common one itself.
    pub(in crate::value) calendar: Option<i32>,
}

/// Languages that put behind a date what others put before it.
const POSTPOSITIONAL: [&str; 4] = ["tr", "hi", "ko", "my"];

/// What a month needs before it where its name alone is another word: `5 កញ្ញា` are five girls.
const MONTH_WORDS: [(&str, &str); 1] = [("km", "ខែ")];

/// Languages whose years are counted as Buddhists do where nothing else is said.
const BUDDHIST: [&str; 2] = ["th", "km"];

impl DateWords {
    /// The words of a language, by its base tag.
    pub(super) fn new(tag: &str, data: &Data) -> Self {
        let mut words = Self {
            is_postpositional: POSTPOSITIONAL.contains(&tag),
            calendar: BUDDHIST.contains(&tag).then_some(-543),
            has_day_sign: data.dates.iter().any(|(key, _)| key == "day"),
            ..Self::default()
        };
        let month_word = MONTH_WORDS.iter().find(|(known, _)| *known == tag).map(|(_, word)| word);
        for (name, month) in &data.months {
            match month_word {
                Some(word) => [format!("{word}{name}"), format!("{word} {name}")]
                    .iter()
                    .for_each(|name| words.add(name, DateRole::Month(*month))),
                None => words.add(name, DateRole::Month(*month)),
            }
        }
        for (name, day) in &data.weekdays {
            words.add(name, DateRole::Weekday(day.saturating_sub(1)));
        }
        data.eras.iter().for_each(|(name, years)| words.add(name, DateRole::Era(*years)));
        for (key, phrases) in &data.dates {
            if let Some(role) = role(key) {
                phrases.iter().for_each(|phrase| words.add(phrase, role));
            }
        }
        words
    }

    fn add(&mut self, phrase: &str, role: DateRole) {
        match phrase.strip_prefix('-').filter(|glued| !glued.is_empty()) {
            Some(glued) => {
                self.glued.add(glued, role);
                self.glued.add(phrase, role);
            }
            None => self.phrases.add(phrase, role),
        }
    }
}

fn role(key: &str) -> Option<DateRole> {
    Some(match key {
        "about" => DateRole::About,
        "early" => DateRole::Early,
        "mid" => DateRole::Mid,
        "late" => DateRole::Late,
        "perhaps" => DateRole::Perhaps,
        "perhaps_behind" => DateRole::PerhapsBehind,
        "spring" => DateRole::Season(21),
        "summer" => DateRole::Season(22),
        "autumn" => DateRole::Season(23),
        "winter" => DateRole::Season(24),
        "decade" => DateRole::Decade,
        "century" => DateRole::Century,
        "over" => DateRole::Over,
        "before" => DateRole::Before,
        "until" => DateRole::Until,
        "since" => DateRole::Since,
        "from" => DateRole::From,
        "after" => DateRole::After,
        "or_later" => DateRole::OrLater,
        "or_earlier" => DateRole::OrEarlier,
        "or_so" => DateRole::OrSo,
        "bc" => DateRole::Bc,
        "ad" => DateRole::Ad,
        "year" => DateRole::Year,
        "in" => DateRole::In,
        "of" => DateRole::Of,
        "day" => DateRole::Day,
        "opens" => DateRole::Opens,
        "between" => DateRole::Between,
        "through" => DateRole::Through,
        "and" => DateRole::And,
        "ends" => DateRole::Ends,
        "today" => DateRole::FromToday(0),
        "yesterday" => DateRole::FromToday(-1),
        _ => return None,
    })
}
