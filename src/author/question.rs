//! Questions that most events ask, with the answers that can be read out of the articles; entry
//! point [`questions`].
//!
//! Nothing is guessed: a figure, a date or a name is taken with the words around it, and only where
//! a trial shows that the claim is sound as it stands.

use super::event::Sheet;
use crate::language::reading;
use crate::markdown::plain_text;
use crate::model::{ArticleIx, Corpus, EntityKind, Id, TextMode};
use crate::value::date;
use crate::value::in_quote::{FigureKind, figures};
use crate::value::lexicon::Lexicon;

/// A question with the answers found to it.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) id: &'static str,
    /// The fields that say what is asked, a line each.
    pub(super) fields: &'static [&'static str],
    /// A value as it is written, for a question without an answer.
    pub(super) example: &'static str,
    pub(super) answers: Vec<Answer>,
}

/// What an article answers.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) source: Id,
    pub(super) value: String,
    pub(super) quote: String,
}

/// The value of a passage, and its place in its paragraph.
type Candidate = (String, std::ops::Range<usize>);

/// The usual questions, each with the first sound answer of each article.
pub(super) fn questions(corpus: &Corpus, sources: &[(&Id, ArticleIx)], sheet: &Sheet<'_>) -> Vec<Question> {
    type Find = fn(&Corpus, &'static Lexicon, &str) -> Vec<Candidate>;
    const ASKED: [(&str, &[&str], &str, Find); 3] = [
        ("when", &["label: When it happened", "kind: date"], "\"2026-03-03\"", dates),
        ("where", &["label: Where it happened", "kind: entity"], "the place as the source spells it", places),
        ("how-many", &["label: People affected", "kind: count", "unit: people"], "over 1,000", counts),
    ];
    let asked = ASKED.into_iter().map(|(id, fields, example, find)| {
        let mut question = Question { id, fields, example, answers: Vec::new() };
        for &(source, ix) in sources.iter().filter(|(_, ix)| corpus[*ix].text == TextMode::Full) {
            let lexicon = reading::lexicon(&corpus[ix].language, &corpus[ix].body.markdown);
            let paragraphs = paragraphs(&corpus[ix].body.markdown);
            let found = paragraphs.iter().flat_map(|paragraph| {
                find(corpus, lexicon, paragraph).into_iter().map(move |found| (paragraph, found))
            });
            let answers = found.flat_map(|(paragraph, (value, range))| {
                passages(paragraph, range).map(move |quote| (value.clone(), quote.to_owned()))
            });
            let answers = answers.map(|(value, quote)| Answer { source: source.clone(), value, quote });
            let sound = answers.take(TRIALS_MAX).find(|answer| {
                let alone = Question { answers: vec![answer.clone()], ..question.clone() };
                (sheet.is_sound)(&sheet.text(&[alone], &[]))
            });
            question.answers.extend(sound);
        }
        question
    });
    asked.collect()
}

/// The paragraphs that are plain text, each on one line.
fn paragraphs(markdown: &str) -> Vec<String> {
    let joined = markdown.split("\n\n").map(|lines| lines.split_whitespace().collect::<Vec<_>>().join(" "));
    joined.filter(|line| plain_text(line) == *line).collect()
}

/// Trials of one question in one article before it is left to its author.
const TRIALS_MAX: usize = 24;

/// The words around a place of a paragraph, from few to many, without reaching into another sentence.
fn passages(line: &str, range: std::ops::Range<usize>) -> impl Iterator<Item = &str> {
    const AROUND: [(usize, usize); 5] = [(3, 3), (0, 4), (0, 3), (5, 1), (6, 6)];
    AROUND.into_iter().map(move |(before, after)| {
        let head = line[..range.start].rfind(". ").map_or(0, |i| i + 2);
        let start =
            line[head..range.start].rmatch_indices(' ').nth(before).map_or(head, |(i, _)| head + i + 1);
        let tail = line[range.end..].find(". ").map_or(line.len(), |i| range.end + i);
        let end = line[range.end..tail].match_indices(' ').nth(after).map_or(tail, |(i, _)| range.end + i);
        line[start..end].trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '"'))
    })
}

fn dates(_: &Corpus, lexicon: &'static Lexicon, line: &str) -> Vec<Candidate> {
    let dates = figures(line, lexicon).into_iter().filter(|figure| figure.kind == FigureKind::Date);
    dates
        .filter_map(|figure| {
            // What is not written as a date is refused with the date to write.
            let value = match date::read(&figure.words) {
                Ok(_) => figure.words,
                Err(fault) => fault.help?.split('`').nth(1)?.to_owned(),
            };
            Some((value, figure.range))
        })
        .collect()
}

fn counts(_: &Corpus, lexicon: &'static Lexicon, line: &str) -> Vec<Candidate> {
    let numbers = figures(line, lexicon).into_iter().filter(|figure| figure.kind == FigureKind::Number);
    let counted = |end: usize| line[end..].split_whitespace().take(2).any(|word| word.starts_with("people"));
    let with_hedge = |figure: crate::value::in_quote::Figure| {
        let starts = line[..figure.range.start].trim_end().rmatch_indices(' ').map(|(i, _)| i + 1);
        let hedged = starts.take(2).collect::<Vec<_>>().into_iter().rev();
        let range = figure.range.clone();
        hedged
            .chain([range.start])
            .map(move |start| (line[start..range.end].to_owned(), start..range.end))
            .collect::<Vec<_>>()
    };
    numbers.filter(|figure| counted(figure.range.end)).flat_map(with_hedge).collect()
}

fn places(corpus: &Corpus, _: &'static Lexicon, line: &str) -> Vec<Candidate> {
    let places = corpus.entities.iter().filter(|entity| entity.kind == EntityKind::Place);
    let named = places.filter_map(|place| {
        let start = line.find(&place.name).filter(|_| !place.name.is_empty())?;
        Some((place.name.clone(), start..start + place.name.len()))
    });
    let mut named: Vec<Candidate> = named.collect();
    named.sort_by_key(|(name, range)| (range.start, std::cmp::Reverse(name.len())));
    named
}
