//! Figures with their hedges in the edition's language: the patterns of
//! [`value::number`](crate::value::number), filled with its words and digits; entry point
//! [`Language::number`].

use super::apart::set_apart;
use super::{Key, Language, Value};
use crate::model::Number;
use crate::value::number::{FigureWords, N_SIZES};

impl Language {
    /// A number with what hedges it: `more than 1,000`, `$40 billion`, `dozens`.
    pub fn number(&self, number: &Number) -> String {
        let told = self.figure_words().told(number, &|value| self.figure(value));
        // A language that lacks the words says them in English.
        if self.lacks(Key::FigureAbout) { set_apart(told) } else { told }
    }

    /// From one figure to another.
    pub fn from_to(&self, low: &str, high: &str) -> String {
        self.fill(Key::FromTo, &[("low", Value::Text(low)), ("high", Value::Text(high))])
    }

    fn figure_words(&self) -> FigureWords<'_> {
        let text = |key| self.pattern(key);
        FigureWords {
            about: text(Key::FigureAbout),
            more_than: text(Key::FigureMoreThan),
            at_least: text(Key::FigureAtLeast),
            nearly: text(Key::FigureNearly),
            up_to: text(Key::FigureUpTo),
            fewer_than: text(Key::FigureFewerThan),
            up: text(Key::FigureUp),
            down: text(Key::FigureDown),
            span: text(Key::FigureSpan),
            span_long: text(Key::FromTo),
            percent: text(Key::FigurePercent),
            magnitudes: [Key::FigureMillion, Key::FigureBillion, Key::FigureTrillion].map(text),
            money: [Key::FigureMoneySign, Key::FigureMoneyCode].map(text),
            per: [Key::FigureAYear, Key::FigureAMonth, Key::FigureAWeek, Key::FigureADay].map(text),
            sizes: SIZES.map(text),
            size_of_money: text(Key::SizeOfMoney),
        }
    }
}

/// Sizes in words, as `FigureWords` has them.
const SIZES: [Key; N_SIZES] = [
    Key::SizeCouple,
    Key::SizeSeveral,
    Key::SizeTens,
    Key::SizeDozens,
    Key::SizeScores,
    Key::SizeHundreds,
    Key::SizeThousands,
    Key::SizeTensOfThousands,
    Key::SizeHundredsOfThousands,
    Key::SizeMillions,
    Key::SizeTensOfMillions,
    Key::SizeHundredsOfMillions,
    Key::SizeBillions,
    Key::SizeTensOfBillions,
    Key::SizeHundredsOfBillions,
    Key::SizeTrillions,
    Key::SizeSeveralDozen,
    Key::SizeSeveralHundred,
    Key::SizeSeveralThousand,
    Key::SizeSeveralHundredThousand,
    Key::SizeSeveralMillion,
    Key::SizeSeveralBillion,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_pages_and_english_sentences_tell_figures_alike() {
        assert_eq!(Language::english().figure_words(), FigureWords::ENGLISH);
    }

    #[test]
    fn another_language_has_its_own_words_and_marks() {
        let khmer = super::super::layers::builtin("km");
        let number = crate::value::number::read("more than 1,000", super::super::reading::english()).unwrap();
        assert_eq!(khmer.number(&number), "ជាង 1.000");
    }
}
