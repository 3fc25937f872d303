//! A new fact sheet with a question prepared for each of its sources; entry point [`new_event`].

use std::fmt::Write as _;

use super::NewFile;
use super::article::words;
use super::file::quoted;
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
pub fn new_event(event: &NewEvent, corpus: &Corpus) -> Result<Prepared, Id> {
    let mut sources = Vec::new();
    for id in &event.articles {
        sources.push((id, corpus.article(id).ok_or_else(|| id.clone())?));
    }
    let title = event.title.clone().unwrap_or_else(|| words(&event.id));
    let mut text = format!(
        "# yaml-language-server: $schema=../../schemas/sheet.schema.json\n\
         title: {}\n\
         # When it happened, in your reading: \"2026-03-03\", \"2026-03\", \"2026-03-03/2026-03-05\".\n\
         # date: \"\"\n\
         # What happened, bound to the facts: [over 1,000](fact:arrests).\n\
         summary: {}\n",
        quoted(&title),
        quoted(&format!("{title}."))
    );
    if !sources.is_empty() {
        text.push_str("sources:\n");
        sources.iter().for_each(|(id, _)| _ = writeln!(text, "  {id}: {{}}"));
    }
    let mut wordless = Vec::new();
    let mut claims = String::new();
    for &(id, ix) in &sources {
        match quotable(corpus, ix) {
            Some(quote) => {
                let quote = quoted(&quote);
                _ = write!(claims, "      - source: {id}\n        value: {quote}\n        quote: {quote}\n");
            }
            None => wordless.push(id.clone()),
        }
    }
    text.push_str(if claims.is_empty() { "facts: {}\n" } else { "facts:\n" });
    if !claims.is_empty() {
        text.push_str(
            "  # Words taken over from the sources so that the sheet builds; put what they say of it here.\n",
        );
        text.push_str("  what-is-reported:\n    label: What is reported\n    kind: text\n    claims:\n");
        text.push_str(&claims);
    }
    text.push_str(&prepared_questions(&event.articles));
    let path = format!("content/events/{}.yaml", event.id).into();
    Ok(Prepared { file: NewFile { path, text }, wordless })
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

/// Questions that most events ask, as remarks to be taken over and filled in.
fn prepared_questions(articles: &[Id]) -> String {
    let mut text = String::from(
        "  # Questions to take over; each claim holds the source's own words and the quote they rest on.\n",
    );
    let questions = [
        ("date", "When it happened", "kind: date", "\"2026-03-03\""),
        ("people-affected", "People affected", "kind: count\n  #   unit: people", "over 1,000"),
        ("who-was-responsible", "Who was responsible", "kind: entity", "the name as the source spells it"),
    ];
    for (id, label, kind, value) in questions {
        _ = write!(text, "  # {id}:\n  #   label: {label}\n  #   {kind}\n  #   claims:\n");
        for source in articles {
            _ = write!(text, "  #     - source: {source}\n  #       value: {value}\n  #       quote: …\n");
        }
    }
    text
}
