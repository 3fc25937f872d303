//! A new fact sheet with the usual questions, answered where the articles answer them; entry point
//! [`new_event`].

use std::fmt::Write as _;

use super::NewFile;
use super::article::words;
use super::file::quoted;
use super::question::{Answer, Question, questions};
use crate::markdown::plain_text;
use crate::model::{ArticleIx, Corpus, Id, TextMode};

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

/// A prepared sheet.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The sheet's file.
    pub file: NewFile,
    /// Articles from which no words could be taken over, so that the sheet has no claim of theirs.
    pub wordless: Vec<Id>,
}

/// More words than this are no longer a short quotation.
const QUOTE_WORDS_MAX: usize = 8;

/// The event's file, or the first of its articles that does not exist.
///
/// `is_sound` tries a text of the file: whether it would build without a fault or a warning.
pub fn new_event(event: &NewEvent, corpus: &Corpus, is_sound: &dyn Fn(&str) -> bool) -> Result<Prepared, Id> {
    let mut sources = Vec::new();
    for id in &event.articles {
        sources.push((id, corpus.article(id).ok_or_else(|| id.clone())?));
    }
    let sheet = Sheet { event, is_sound };
    let questions = questions(corpus, &sources, &sheet);
    let answers =
        |id: &Id| questions.iter().flat_map(|question| &question.answers).any(|one| one.source == *id);
    let mut words_taken = Vec::new();
    let mut wordless = Vec::new();
    for &(id, ix) in sources.iter().filter(|(id, _)| !answers(id)) {
        match quotable(corpus, ix) {
            Some(quote) => words_taken.push((id, quote)),
            None => wordless.push(id.clone()),
        }
    }
    let text = sheet.text(&questions, &words_taken);
    let path = format!("content/events/{}.yaml", event.id).into();
    Ok(Prepared { file: NewFile { path, text }, wordless })
}

/// A sheet that is being prepared.
pub(super) struct Sheet<'a> {
    event: &'a NewEvent,
    /// Whether a text of it would build without a fault or a warning.
    pub(super) is_sound: &'a dyn Fn(&str) -> bool,
}

impl Sheet<'_> {
    /// The sheet: questions with answers as facts, the others as remarks to be taken over.
    pub(super) fn text(&self, questions: &[Question], words_taken: &[(&Id, String)]) -> String {
        let mut text = self.head();
        let (answered, open): (Vec<_>, Vec<_>) = questions.iter().partition(|one| !one.answers.is_empty());
        if answered.is_empty() && words_taken.is_empty() {
            text.push_str(
                "# Held back until a question has an answer: remove this line then, and the braces below.\n\
                 draft: true\nfacts: {}\n",
            );
        } else {
            text.push_str("facts:\n");
        }
        if !answered.is_empty() {
            text.push_str(
                "  # Read out of the articles; check each, and name the question as you need it.\n",
            );
        }
        answered.iter().for_each(|question| text.push_str(&answered_fact(question)));
        if !words_taken.is_empty() {
            text.push_str(
                "  # Words taken over from the sources so that the sheet builds; put what they say of it here.\n  what-is-reported:\n    label: What is reported\n    kind: text\n    claims:\n",
            );
        }
        for (id, quote) in words_taken {
            let quote = quoted(quote);
            _ = write!(text, "      - source: {id}\n        value: {quote}\n        quote: {quote}\n");
        }
        text.push_str(&self.remarks(&open));
        text
    }

    fn head(&self) -> String {
        let title = self.event.title.clone().unwrap_or_else(|| words(&self.event.id));
        let mut text = format!(
            "# yaml-language-server: $schema=../../schemas/sheet.schema.json\n\
             title: {}\n\
             # When it happened, in your reading: \"2026-03-03\", \"2026-03\", \"2026-03-03/2026-03-05\".\n\
             # date: \"\"\n\
             # What happened, bound to the facts: [over 1,000](fact:how-many).\n\
             summary: {}\n",
            quoted(&title),
            quoted(&format!("{title}."))
        );
        if !self.event.articles.is_empty() {
            text.push_str("sources:\n");
            self.event.articles.iter().for_each(|id| _ = writeln!(text, "  {id}: {{}}"));
        }
        text
    }

    /// Questions as remarks, with a claim for each article; `who` is always one.
    fn remarks(&self, open: &[&Question]) -> String {
        let who = Question {
            id: "who-was-responsible",
            fields: &["label: Who was responsible", "kind: entity"],
            example: "the name as the source spells it",
            answers: Vec::new(),
        };
        let mut text = String::from(
            "  # Questions to take over; each claim holds the source's own words and the quote they rest on.\n",
        );
        for question in open.iter().copied().chain([&who]) {
            _ = writeln!(text, "  # {}:", question.id);
            question.fields.iter().for_each(|field| _ = writeln!(text, "  #   {field}"));
            text.push_str("  #   claims:\n");
            for source in &self.event.articles {
                _ = write!(
                    text,
                    "  #     - source: {source}\n  #       value: {}\n  #       quote: …\n",
                    question.example
                );
            }
        }
        text
    }
}

fn answered_fact(question: &Question) -> String {
    let mut text = format!("  {}:\n", question.id);
    question.fields.iter().for_each(|field| _ = writeln!(text, "    {field}"));
    text.push_str("    claims:\n");
    for Answer { source, value, quote } in &question.answers {
        let (value, quote) = (quoted(value), quoted(quote));
        _ = write!(text, "      - source: {source}\n        value: {value}\n        quote: {quote}\n");
    }
    text
}

/// Words of an article that stand in its text for certain: the beginning of a full text, or the
/// words of a quote that was recorded before.
fn quotable(corpus: &Corpus, ix: ArticleIx) -> Option<String> {
    let article = &corpus[ix];
    if article.text == TextMode::Full {
        let first = article.body.markdown.lines().find(|line| {
            let line = line.trim();
            line.split_whitespace().count() > 2 && plain_text(line) == line
        })?;
        return Some(first.split_whitespace().take(QUOTE_WORDS_MAX).collect::<Vec<_>>().join(" "));
    }
    let recorded = corpus
        .claims
        .iter()
        .find(|claim| claim.source == ix && claim.quote.prefix.is_none() && claim.quote.suffix.is_none())?;
    Some(recorded.quote.exact.clone())
}
