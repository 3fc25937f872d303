//! The English words around dates, from languages/reading/en.dates.txt: [`DateLexicon::english`].
//!
//! The file is one of plain lists, since nothing of this layer knows YAML; it is read once, and lives as long
//! as the program.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::lexicon::DateLexicon;
use crate::value::heads::Heads;

/// The lists as they stand in the program.
const FILE: &str = include_str!("../../../languages/reading/en.dates.txt");

impl DateLexicon<'static> {
    /// English.
    pub(in crate::value) fn english() -> &'static Self {
        static ENGLISH: OnceLock<DateLexicon<'static>> = OnceLock::new();
        ENGLISH.get_or_init(|| of(&lists(FILE)))
    }
}

type Lists = BTreeMap<&'static str, Vec<&'static str>>;

/// The phrases of each key; a line that begins with a blank goes on with the list before it, and no phrase
/// stands on two lines.
fn lists(file: &'static str) -> Lists {
    let mut lists = Lists::new();
    let (mut last, mut is_open) = ("", false);
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        debug_assert!(!line.starts_with(' ') || is_open, "a phrase stands on two lines: {line}");
        is_open = line.ends_with(',');
        let phrases = match line.split_once(": ").filter(|_| !line.starts_with(' ')) {
            Some((key, phrases)) => {
                last = key;
                phrases
            }
            None => line,
        };
        let phrases = phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
        lists.entry(last).or_default().extend(phrases);
    }
    lists
}

fn of(lists: &Lists) -> DateLexicon<'static> {
    let list = |key: &str| &*lists.get(key).cloned().unwrap_or_default().leak();
    let line = |key: &str| &*list(key).join(" ").leak();
    DateLexicon {
        since: list("since"),
        from: list("from"),
        until: list("until"),
        before: list("before"),
        after: list("after"),
        about: list("about"),
        early: list("early"),
        late: list("late"),
        part: list("part"),
        neutral: list("neutral"),
        over: list("over"),
        night: list("night"),
        perhaps: list("perhaps"),
        doubting: list("doubting"),
        may_have: pairs(list("may_have")),
        not: pairs(list("not")),
        moved: list("moved"),
        planned: list("planned"),
        planned_verbs: line("planned_verbs"),
        clause_ends: line("clause_ends"),
        things: line("things"),
        events: line("events"),
        fillers: list("fillers"),
        or_later: list("or_later"),
        or_earlier: list("or_earlier"),
        or_so: list("or_so"),
        bc: list("bc"),
        ad: list("ad"),
        seasons: ["spring", "summer", "autumn", "winter"].map(list),
        century: list("century"),
        ordinals: list("ordinals"),
        days: days(list("days")),
        leads: list("leads"),
        firm_leads: list("firm_leads"),
        determiners: list("determiners"),
        counting: list("counting"),
        begins: begins(lists),
        heads: Heads::of(begins(lists).iter().copied()),
    }
}

/// Two words each; of one word the first is empty.
fn pairs(phrases: &[&'static str]) -> &'static [(&'static str, &'static str)] {
    phrases.iter().map(|phrase| phrase.split_once(' ').unwrap_or(("", phrase))).collect::<Vec<_>>().leak()
}

/// A word and a number each.
fn days(phrases: &[&'static str]) -> &'static [(&'static str, i32)] {
    let day = |phrase: &&'static str| {
        let (word, distance) = phrase.split_once(' ')?;
        Some((word, distance.parse().ok()?))
    };
    phrases.iter().filter_map(day).collect::<Vec<_>>().leak()
}

/// The first words of all phrases with which a date can begin, sorted.
fn begins(lists: &Lists) -> &'static [&'static str] {
    const OPENING: [&str; 20] = [
        "since", "from", "until", "before", "after", "about", "early", "late", "part", "neutral", "over",
        "night", "ordinals", "days", "ad", "spring", "summer", "autumn", "winter", "opens",
    ];
    let phrases = OPENING.iter().filter_map(|key| lists.get(key)).flatten();
    let first = |phrase: &&'static str| phrase.split([' ', '.']).next().unwrap_or_default().to_lowercase();
    let mut begins: Vec<&'static str> = phrases.map(|phrase| &*first(phrase).leak()).collect();
    begins.sort_unstable();
    begins.dedup();
    begins.leak()
}
