//! The ladder of matching; entry point [`find`].

use std::ops::Range;

use super::copies::without_copies;
use super::fold::{Case, fold_by};
use super::occurrence::{Occurrence, occurrences};
use super::prepared::{Layer, Prepared};

/// A passage that holds the quoted words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// From the first quoted word to the last, in bytes of the original.
    pub range: Range<usize>,
    /// The quoted words alone: several stretches where `...` leaves something out.
    pub parts: Vec<Range<usize>>,
    /// What had to be folded for the words to match.
    pub rung: Rung,
}

/// How far down the ladder a match was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// The same characters.
    Exact,
    /// The same but for typesetting: spaces, quotation marks, dashes, invisible characters.
    Folded,
    /// The same but for typesetting and capitals.
    CaseFolded,
}

/// Parts joined by `...` stand in one paragraph, or at most this many characters apart.
const GAP_CHARS_MAX: usize = 400;
/// A longer paragraph is several that lost their breaks.
const GAP_BYTES_MAX: usize = 4000;

/// Every passage of a text that holds the quote, in order; copies of one passage count once.
///
/// `...` in the quote joins ordered parts of one passage. `prefix` and `suffix` stand directly
/// before and after it, but for spaces and quotation marks.
pub fn find(quote: &str, prefix: Option<&str>, suffix: Option<&str>, haystack: &Prepared<'_>) -> Vec<Match> {
    let mut matches = find_all(quote, prefix, suffix, haystack);
    let distinct = without_copies(matches.iter().map(|found| found.range.clone()).collect(), haystack);
    matches.retain(|found| distinct.contains(&found.range));
    matches
}

/// The same, with every copy of every passage.
pub fn find_all(
    quote: &str,
    prefix: Option<&str>,
    suffix: Option<&str>,
    haystack: &Prepared<'_>,
) -> Vec<Match> {
    ladder(quote, haystack, |step, passage| step.follows(passage, prefix) && step.precedes(passage, suffix))
}

/// The places that pass the filter, from the first step of the ladder that has any.
fn ladder(quote: &str, haystack: &Prepared<'_>, filter: impl Fn(&Step<'_>, &Passage) -> bool) -> Vec<Match> {
    for rung in [Rung::Folded, Rung::CaseFolded] {
        let (layer, case) = match rung {
            Rung::Exact | Rung::Folded => (&haystack.folded, Case::Kept),
            Rung::CaseFolded => (haystack.lower(), haystack.case),
        };
        let step = Step { text: haystack, layer, case };
        let passages = step.passages(quote).into_iter().filter(|passage| filter(&step, passage));
        let matches: Vec<Match> = passages
            .map(|passage| Match {
                range: passage.original(),
                parts: passage.parts,
                rung: if passage.is_exact { Rung::Exact } else { rung },
            })
            .collect();
        if !matches.is_empty() {
            return matches;
        }
    }
    vec![]
}

/// A step of the ladder: a folded form of the text, and how the quote is brought to it.
struct Step<'a> {
    text: &'a Prepared<'a>,
    layer: &'a Layer,
    case: Case,
}

/// A place that holds the whole quote.
struct Passage {
    folded: Range<usize>,
    /// Stretches of the original, in order; never empty.
    parts: Vec<Range<usize>>,
    is_exact: bool,
}

impl Passage {
    fn start(&self) -> usize {
        self.parts.first().map_or(0, |part| part.start)
    }

    fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.end)
    }

    fn original(&self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl Step<'_> {
    fn passages(&self, quote: &str) -> Vec<Passage> {
        let whole = self.part(quote.trim());
        if !whole.is_empty() {
            return whole;
        }
        let parts = parts(quote);
        if parts.len() == 1 && parts[0] == quote.trim() {
            return vec![];
        }
        let found: Vec<Vec<Passage>> = parts.iter().map(|part| self.part(part)).collect();
        self.joined(found)
    }

    fn part(&self, part: &str) -> Vec<Passage> {
        let words = fold_by(part, self.case);
        let is_exact = |found: &Occurrence| &self.text.original[found.original.clone()] == part;
        occurrences(&words, self.layer, self.text)
            .into_iter()
            .map(|found| Passage {
                is_exact: is_exact(&found),
                folded: found.folded,
                parts: vec![found.original],
            })
            .collect()
    }

    /// Chains of one place for each part, each as close to the next as can be.
    ///
    /// Built from the last part to the first, so that each place is looked at once.
    fn joined(&self, mut found: Vec<Vec<Passage>>) -> Vec<Passage> {
        let Some(mut chains) = found.pop() else {
            return vec![];
        };
        while let Some(firsts) = found.pop() {
            let mut longer: Vec<Passage> = vec![];
            for first in firsts {
                let next = chains.partition_point(|chain| chain.start() < first.end());
                let Some(chain) = chains.get(next) else { continue };
                if !self.is_one_passage(first.end()..chain.start()) {
                    continue;
                }
                let joined = Passage {
                    folded: first.folded.start..chain.folded.end,
                    parts: [&*first.parts, &*chain.parts].concat(),
                    is_exact: first.is_exact && chain.is_exact,
                };
                longer.push(joined);
            }
            chains = longer;
        }
        // Of two beginnings with one end, the later is the passage that is meant.
        chains.reverse();
        chains.dedup_by_key(|chain| chain.end());
        chains.reverse();
        chains
    }

    /// Whether what was left out is short enough for one passage.
    fn is_one_passage(&self, gap: Range<usize>) -> bool {
        if gap.len() > GAP_BYTES_MAX {
            return false;
        }
        let gap = &self.text.original[gap];
        !gap.contains('\n') || gap.chars().count() <= GAP_CHARS_MAX
    }

    fn follows(&self, passage: &Passage, prefix: Option<&str>) -> bool {
        let before = self.layer.text[..passage.folded.start].trim_end_matches(is_loose);
        prefix.is_none_or(|prefix| before.ends_with(fold_by(prefix, self.case).trim_end_matches(is_loose)))
    }

    fn precedes(&self, passage: &Passage, suffix: Option<&str>) -> bool {
        let after = self.layer.text[passage.folded.end..].trim_start_matches(is_loose);
        suffix.is_none_or(|suffix| after.starts_with(fold_by(suffix, self.case).trim_start_matches(is_loose)))
    }
}

/// The parts of a quote that `...` joins.
pub fn parts(quote: &str) -> Vec<String> {
    let mut plain = quote.replace('…', "...");
    for bracketed in ["[...]", "(...)"] {
        plain = plain.replace(bracketed, "...");
    }
    // After a full stop, four dots stand for three.
    let parts = plain.split("...").map(|part| part.trim_start_matches('.').trim());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// What may stand between a quote and the words around it.
fn is_loose(c: char) -> bool {
    matches!(c, ' ' | '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every match as `rung: words`.
    #[track_caller]
    fn check(text: &str, quote: &str, expected: &[&str]) {
        check_around(text, (quote, None, None), expected);
    }

    #[track_caller]
    fn check_around(
        text: &str,
        (quote, prefix, suffix): (&str, Option<&str>, Option<&str>),
        expected: &[&str],
    ) {
        let found = find(quote, prefix, suffix, &Prepared::new(text));
        let shown: Vec<String> =
            found.iter().map(|found| format!("{:?}: {}", found.rung, &text[found.range.clone()])).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_ladder_is_climbed_down_step_by_step() {
        let text = "Police “arrested more\u{a0}than\n1,000 sus\u{ad}pects” – on Monday";
        check(text, "on Monday", &["Exact: on Monday"]);
        check(
            text,
            "\"arrested more than 1,000 suspects\" - on",
            &["Folded: “arrested more\u{a0}than\n1,000 sus\u{ad}pects” – on"],
        );
        check(text, "police 'arrested", &[]);
        check(text, "police \"Arrested", &["CaseFolded: Police “arrested"]);
        check(text, "on Tuesday", &[]);
    }

    #[test]
    fn numbers_and_words_are_found_whole_only() {
        check("they held 127 Chinese", "27 Chinese", &[]);
        check("over 1,000 suspects", "over 1", &[]);
        check("over 1,000 suspects", "000 suspects", &[]);
        check("over 1.000 suspects", "over 1,000 suspects", &[]);
        check("over 1,000 suspects", "over 1000 suspects", &[]);
        check("3.5 million", "5 million", &[]);
        check("were arrested", "were arrest", &[]);
        check("27 27 Chinese", "27 Chinese", &["Exact: 27 Chinese"]);
        check("127 27 Chinese", "27 Chinese", &["Exact: 27 Chinese"]);
    }

    #[test]
    fn dots_join_ordered_parts_of_one_passage() {
        let text = "Police raided compounds in five provinces, Hun Manet said. They arrested 1,000 people.";
        let whole = "raided compounds in five provinces, Hun Manet said. They arrested 1,000";
        check(text, "raided compounds ... arrested 1,000", &[&format!("Exact: {whole}")]);
        check(text, "raided compounds […] Hun Manet said.... arrested 1,000", &[&format!("Exact: {whole}")]);
        check(text, "...Raided compounds…", &["CaseFolded: raided compounds"]);
        let parts = &find("raided ... five ... 1,000", None, None, &Prepared::new(text))[0].parts;
        assert_eq!(
            parts.iter().map(|part| &text[part.clone()]).collect::<Vec<_>>(),
            ["raided", "five", "1,000"]
        );
        check(text, "arrested 1,000 ... raided compounds", &[]);
        check(text, "raided compounds ... arrested 2,000", &[]);
        check("They waited... and waited", "waited... and", &["Exact: waited... and"]);
        check("They waited… and waited", "waited... and", &["Folded: waited… and"]);
    }

    #[test]
    fn joined_parts_stand_close_to_each_other() {
        let far = format!("begin {}\n{} end", "x ".repeat(150), "y ".repeat(150));
        check(&far, "begin ... end", &[]);
        let near = format!("begin {}\n end", "x ".repeat(150));
        assert_eq!(find("begin ... end", None, None, &Prepared::new(&near)).len(), 1);
        let one_paragraph = format!("begin {} end", "x ".repeat(400));
        assert_eq!(find("begin ... end", None, None, &Prepared::new(&one_paragraph)).len(), 1);
        check("a b c a c b c", "a ... b ... c", &["Exact: a b c", "Exact: a c b c"]);
        check("a a b", "a ... b", &["Exact: a b"]);
    }

    #[test]
    fn words_around_tell_repeated_passages_apart() {
        let text = "In May, “27 Chinese” were held. In June, “27 Chinese” were freed.";
        check(text, "27 Chinese", &["Exact: 27 Chinese", "Exact: 27 Chinese"]);
        let at = |prefix, suffix| {
            let found = find("27 Chinese", prefix, suffix, &Prepared::new(text));
            found.iter().map(|found| &text[found.range.end..found.range.end + 15]).collect::<Vec<_>>()
        };
        assert_eq!(at(Some("In June,"), None), ["” were freed."]);
        assert_eq!(at(None, Some("were held")), ["” were held. "]);
        assert_eq!(at(Some("In May,"), Some("were freed")), [""; 0]);
    }

    #[test]
    fn a_page_that_holds_its_text_twice_holds_each_passage_once() {
        let article = "Authorities have arrested more than 1,000 suspects in a series of coordinated raids \
                       targeting cyber-scam compounds across the whole country this week.";
        let page = format!("Card: {}\n\n2 likes\n\nIn full “{}”", article, article.replace(' ', "\n"));
        check(&page, "more than 1,000 suspects", &["Exact: more than 1,000 suspects"]);
        check(&page, "Authorities have", &["Exact: Authorities have"]);
        check(&page, "the whole country this week", &["Exact: the whole country this week"]);
        check("27 held here. 27 held there.", "27 held", &["Exact: 27 held", "Exact: 27 held"]);
    }

    #[test]
    fn damaged_text_around_a_quote_does_not_hide_it() {
        check(
            "Over 1,000 ArrestedšŸ‘€šŸ¤ÆIn a sweeping move",
            "Over 1,000 Arrested",
            &["Exact: Over 1,000 Arrested"],
        );
        check("Over 1,000 ArrestedšŸ‘€šŸ¤ÆIn a sweeping move", "In a sweeping", &["Exact: In a sweeping"]);
    }

    #[test]
    fn odd_quotes_find_nothing_and_take_no_time() {
        let dots: &[&str] = &["Exact: ..."];
        for (quote, expected) in
            [("", &[] as &[&str]), (" ", &[]), ("...", dots), ("\u{ad}", &[]), ("\u{301}", &[])]
        {
            check("some text ... \u{301}", quote, expected);
        }
        let text = "a".repeat(300_000);
        check(&text, &"a".repeat(1000), &[]);
        check(&"a ".repeat(100_000), "a ... a ... a ... b", &[]);
    }

    proptest! {
        #[test]
        fn an_excerpt_is_found_at_its_own_place(
            words in prop::collection::vec(
                "[a-zA-Z0-9“–éភន里ﬁ…][a-zA-Z0-9.,’“–é\u{301}\u{ad}ភ្ន里ﬁ…]{0,7}|[0-9]{1,3},[0-9]{3}", 1..40
            ),
            spaces in prop::collection::vec("[ \n\u{a0}]{1,3}", 40),
            (from, len) in (0_usize..40, 1_usize..40),
        ) {
            let pieces: Vec<String> = words.iter().zip(&spaces).map(|(word, space)| format!("{word}{space}")).collect();
            let from = from % words.len();
            let to = (from + len).min(words.len());
            let start: usize = pieces[..from].iter().map(String::len).sum();
            let excerpt = words[from..to].join(" ");
            let text = pieces.concat();
            let found = ladder(&excerpt, &Prepared::new(&text), |_, _| true);
            // Where it overlaps itself, the earlier place stands for both.
            prop_assert!(found.iter().any(|found| found.range.contains(&start)), "{excerpt:?} in {text:?}: {found:?}");
        }

        #[test]
        fn every_match_lies_on_characters_whatever_the_text(text in "\\PC{0,60}", quote in "\\PC{0,6}") {
            let prepared = Prepared::new(&text);
            for found in find(&quote, None, None, &prepared) {
                prop_assert!(text.get(found.range).is_some());
            }
            if let Some(suggestion) = super::super::closest(&quote, &prepared) {
                prop_assert!(text.get(suggestion.range).is_some());
            }
        }

        #[test]
        fn words_of_any_script_are_found(words in prop::collection::vec("\\p{L}{1,6}", 1..20), i in 0_usize..20) {
            let (text, word) = (words.join(" "), &words[i % words.len()]);
            let begins_inside_a_syllable = word.starts_with(super::super::fold::extends);
            prop_assume!(!begins_inside_a_syllable);
            prop_assert!(!find(word, None, None, &Prepared::new(&text)).is_empty(), "{word:?} in {text:?}");
        }
    }
}
