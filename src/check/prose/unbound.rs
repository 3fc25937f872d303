//! Figures of the briefing that are bound to no fact; entry point [`faults`].

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Level};
use crate::markdown;
use crate::model::{BriefingNotes, Prose};
use crate::value::in_quote::{self, Figure};
use crate::value::number;

/// One warning for each figure outside every link.
pub(super) fn faults(notes: &BriefingNotes) -> Vec<Diagnostic> {
    notes.highlights.iter().chain([&notes.body]).flat_map(of_prose).collect()
}

fn of_prose(prose: &Prose) -> Vec<Diagnostic> {
    let links = markdown::links(&prose.markdown);
    let is_free = |figure: &Figure| {
        !links.iter().any(|link| link.range.start < figure.range.end && figure.range.start < link.range.end)
    };
    in_quote::figures(&prose.markdown)
        .iter()
        .filter(|figure| is_free(figure) && is_telling(&figure.words) && !is_marker(&prose.markdown, figure))
        .map(|figure| fault(prose, figure))
        .collect()
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
pub(super) fn is_telling(words: &str) -> bool {
    words.contains(|c: char| c.is_numeric())
        || number::read(words.trim()).is_ok_and(|number| number.high >= Decimal::TEN)
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
        let found: Vec<String> = faults(&notes).into_iter().map(|fault| fault.message).collect();
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
    fn small_numbers_in_words_are_not() {
        check("One of the two texts names three towns.", &[]);
    }

    #[test]
    fn the_numbers_of_a_list_are_not() {
        check("1. The first.\n2. The second.\n", &[]);
    }
}
