//! Titles: the longest candidate that is short enough, with figures and their units in it.

use rust_decimal::Decimal;

use super::spec::RangeRow;
use crate::model::Hedge;

/// Most words in a title.
const WORDS_MAX: usize = 12;
/// Most characters, for scripts without spaces and for words without end.
const CHARS_MAX: usize = 120;

/// The first candidate that is short enough, else the last one, cut.
pub fn first_short(candidates: impl IntoIterator<Item = String>) -> String {
    let mut last = String::new();
    for candidate in candidates {
        if candidate.split_whitespace().count() <= WORDS_MAX && candidate.chars().count() <= CHARS_MAX {
            return candidate;
        }
        last = candidate;
    }
    let words: Vec<_> = last.split_whitespace().take(WORDS_MAX).collect();
    let cut: String = words.join(" ").chars().take(CHARS_MAX).collect();
    format!("{}…", cut.trim_end())
}

/// A unit where the sentence before it does not name it yet, else nothing.
pub fn unsaid<'a>(noun: &'a str, before: &str) -> &'a str {
    if before.to_lowercase().contains(&noun.to_lowercase()) { "" } else { noun }
}

/// A claim's words with their unit: `three days`, `tens of thousands of people`.
pub fn in_sentence(row: &RangeRow, noun: &str) -> String {
    let (words, number) = (row.words.as_str(), &row.quantity.number);
    let is_said = number.unit.is_some() || words.to_lowercase().contains(&noun.to_lowercase());
    // A unit is written in the plural, which does not go with one.
    let is_single = number.low == Decimal::ONE && number.high == Decimal::ONE;
    if noun.is_empty() || is_said || is_single {
        return words.to_owned();
    }
    let is_noun =
        number.hedge == Hedge::Vague && ["s", "couple", "handful"].iter().any(|end| words.ends_with(end));
    if is_noun { format!("{words} of {noun}") } else { with_noun(words, noun) }
}

/// Words with a unit after them, where there is one.
pub fn with_noun(words: &str, noun: &str) -> String {
    format!("{words} {noun}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::reading;
    use crate::model::Tolerances;
    use crate::value::number;

    fn check(words: &str, noun: &str, expected: &str) {
        let number = number::read(words, reading::english()).expect("a figure of this test");
        let quantity = number::quantity(&number, &Tolerances::default());
        let [group, label, href] = std::array::from_fn(|_| String::new());
        let row = RangeRow {
            speaker: group.clone(),
            group,
            label,
            words: words.to_owned(),
            quantity,
            depth: 0,
            whole: None,
            hue: None,
            href,
        };
        assert_eq!(in_sentence(&row, noun), expected);
    }

    #[test]
    fn figures_are_said_with_their_unit_once() {
        check("three", "days", "three days");
        check("over 1,000", "people", "over 1,000 people");
        check("tens of thousands", "people", "tens of thousands of people");
        check("several", "cases", "several cases");
        check("63 suspects", "people", "63 suspects");
        check("$40 billion", "per year", "$40 billion per year");
        check("one", "countries", "one");
        check("27", "", "27");
    }

    #[test]
    fn a_unit_that_the_measure_names_is_not_said_again() {
        assert_eq!(unsaid("people", "People arrested"), "");
        assert_eq!(unsaid("days", "Time between the visit and the operation"), "days");
    }

    #[test]
    fn the_first_short_candidate_wins_and_a_long_last_one_is_cut() {
        let long = "a b c d e f g h i j k l m".to_owned();
        assert_eq!(first_short([long.clone(), "a b".to_owned()]), "a b");
        assert_eq!(first_short([long]), "a b c d e f g h i j k l…");
        assert_eq!(first_short(["x".repeat(300)]).chars().count(), CHARS_MAX + 1);
    }
}
