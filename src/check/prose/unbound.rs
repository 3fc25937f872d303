//! Figures of the briefing that are bound to no fact; entry point [`faults`].

use std::ops::Range;

use rust_decimal::Decimal;

use super::languages::Languages;
use crate::diag::{Code, Diagnostic, Level};
use crate::markdown::{self, Link};
use crate::model::{BriefingNotes, Prose};
use crate::value::in_quote::Figure;

/// One warning for each figure outside every link, in an edition of a language.
pub(super) fn faults(edition: &str, notes: &BriefingNotes) -> Vec<Diagnostic> {
    notes.highlights.iter().chain([&notes.body]).flat_map(|prose| of_prose(edition, prose)).collect()
}

fn of_prose(edition: &str, prose: &Prose) -> Vec<Diagnostic> {
    let languages = Languages::of(edition, &prose.markdown, "");
    let bound: Vec<Range<usize>> =
        markdown::links(&prose.markdown).iter().map(|link| unread(&prose.markdown, link)).collect();
    let is_free = |figure: &Figure| {
        !bound.iter().any(|range| range.start < figure.range.end && figure.range.start < range.end)
    };
    let is_telling = |figure: &Figure| is_telling((&figure.words, languages));
    languages
        .figures(&prose.markdown)
        .iter()
        .filter(|figure| is_free(figure) && is_telling(figure) && !is_marker(&prose.markdown, figure))
        .map(|figure| fault(prose, figure))
        .collect()
}

/// The stretch of a link that is no prose of its own: all of one that is bound, else its address. The words
/// of a link to an article or a page are read, and nothing checks a figure in them.
fn unread(markdown: &str, link: &Link) -> Range<usize> {
    let Range { start, end } = link.range;
    let is_bound = link.destination.starts_with("fact:") || link.destination.starts_with("chart:");
    let address = markdown.get(start..end).and_then(|text| text.rfind("](")).filter(|_| !is_bound);
    address.map_or(start, |at| start + at)..end
}

fn fault(prose: &Prose, figure: &Figure) -> Diagnostic {
    let message = format!("`{}` is bound to no fact, so nothing checks it", figure.words.trim());
    let fault = match prose.place.as_ref().map(|place| place.span(figure.range.clone())) {
        Some(span) => Diagnostic::warning(Code::NumberUnbound, span, message),
        None => Diagnostic::without_place(Code::NumberUnbound, Level::Warning, message),
    };
    fault.help("write it as a link to the fact: `[over 1,000](fact:sheet/fact)`")
}

/// Small numbers in words (`one of them`) tell nothing that could be wrong.
pub(super) fn is_telling((words, languages): (&str, Languages)) -> bool {
    words.contains(|c: char| c.is_numeric())
        || languages.number(words.trim()).is_some_and(|number| number.high >= Decimal::TEN)
}

/// The number of an item in a list.
fn is_marker(text: &str, figure: &Figure) -> bool {
    let line = text[..figure.range.start].rsplit('\n').next().unwrap_or_default();
    line.trim().is_empty() && text[figure.range.end..].starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[&str]) {
        let notes = BriefingNotes {
            as_of: None,
            highlights: Vec::new(),
            body: Prose { markdown: markdown.to_owned(), ..Prose::default() },
        };
        let found: Vec<String> = faults("en", &notes).into_iter().map(|fault| fault.message).collect();
        let expected: Vec<String> = expected
            .iter()
            .map(|words| format!("`{words}` is bound to no fact, so nothing checks it"))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_outside_links_are_reported() {
        check("Police held over 1,000 people and [27](fact:a/b) Chinese.", &["over 1,000"]);
    }

    #[test]
    fn figures_are_reported_however_they_are_written() {
        check("Police held twelve hundred people.", &["twelve hundred"]);
        check("It costs 12.5 % of output, or $40 billion.", &["12.5 %", "$40 billion"]);
        check("Since 2022 it has grown.", &["2022"]);
        check("On 14 July 2025 they came.", &["14 July 2025"]);
        check("They held ១២០ people, and 警方逮捕了45名.", &["១២០", "45"]);
    }

    #[test]
    fn figures_are_reported_wherever_they_stand() {
        check("## 230 people held\n\nWords.\n", &["230"]);
        check("- Some held 230 people.\n- [27](fact:a/b) are Chinese.\n", &["230"]);
        check("| a | b |\n|---|---|\n| held | 230 |\n", &["230"]);
        check("> They held **230** people.", &["230"]);
        check("They held [230 people](sources/alpha.html).", &["230"]);
    }

    #[test]
    fn addresses_and_what_is_bound_are_not() {
        check("See [the report](https://a.example/2025/07/230.html).", &[]);
        check("See <https://a.example/2025/07/230>.", &[]);
        check(
            "![230 people held](chart:a/b)\n\nThey held [at least 230](fact:a/b@c) and [**27**](fact:a/b).",
            &[],
        );
    }

    #[test]
    fn small_numbers_in_words_are_not() {
        check("One of the two texts names three towns.", &[]);
    }

    #[test]
    fn the_numbers_of_a_list_are_not() {
        check("1. The first.\n2. The second.\n", &[]);
    }
}
