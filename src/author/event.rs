//! A new fact sheet that asks the usual questions; entry point [`new_event`].
//!
//! It answers none of them: what a source says is for its author to read and to quote.

use std::fmt::Write as _;

use super::NewFile;
use super::article::words;
use super::file::quoted;
use crate::model::{Id, NAME_PLACEHOLDER, PLACE_PLACEHOLDER, SUMMARY_PLACEHOLDER};

/// What is known of an event when its file is made.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Its id, which names the file.
    pub id: Id,
    /// Heading; the id in words where it is not given.
    pub title: Option<String>,
    /// The articles that report on it.
    pub articles: Vec<Id>,
}

/// A question with the form of an answer.
struct Question {
    id: &'static str,
    /// The fields that say what is asked, a line each.
    fields: &'static [&'static str],
    /// A value as it is written.
    example: &'static str,
}

const QUESTIONS: [Question; 4] = [
    Question { id: "when", fields: &["label: When it happened", "kind: date"], example: "\"2026-03-03\"" },
    Question {
        id: "where",
        fields: &["label: Where it happened", "kind: entity"],
        example: PLACE_PLACEHOLDER,
    },
    Question {
        id: "how-many",
        fields: &["label: People affected", "kind: count", "unit: people"],
        example: "over 1,000",
    },
    Question {
        id: "who-was-responsible",
        fields: &["label: Who was responsible", "kind: entity"],
        example: NAME_PLACEHOLDER,
    },
];

/// The event's file: a draft whose questions are remarks, to be taken over one by one.
pub fn new_event(event: &NewEvent) -> NewFile {
    let title = event.title.clone().unwrap_or_else(|| words(&event.id));
    let mut text = format!(
        "# yaml-language-server: $schema=../../schemas/sheet.schema.json\n\
         title: {}\n\
         # When it happened, in your reading: \"2026-03-03\", \"2026-03\", \"2026-03-03/2026-03-05\".\n\
         # date: \"\"\n\
         # What happened, bound to the facts: [over 1,000](fact:how-many).\n\
         summary: {}\n",
        quoted(&title),
        quoted(SUMMARY_PLACEHOLDER)
    );
    if !event.articles.is_empty() {
        text.push_str("sources:\n");
        event.articles.iter().for_each(|id| _ = writeln!(text, "  {id}: {{}}"));
    }
    text.push_str(
        "# Held back until a question has an answer: remove this line then, and the braces below.\n\
         draft: true\nfacts: {}\n\
         \x20 # Questions to take over; each claim holds the source's own words and the quote they rest on.\n",
    );
    for question in &QUESTIONS {
        _ = writeln!(text, "  # {}:", question.id);
        question.fields.iter().for_each(|field| _ = writeln!(text, "  #   {field}"));
        text.push_str("  #   claims:\n");
        for source in &event.articles {
            let example = question.example;
            _ = write!(text, "  #     - source: {source}\n  #       value: {example}\n  #       quote: …\n");
        }
    }
    NewFile { path: format!("content/events/{}.yaml", event.id).into(), text }
}
