//! Which figures of a text the claims use; entry point [`cover`].

use std::collections::BTreeSet;
use std::ops::Range;

use super::lock::LockedFigure;
use crate::language::reading;
use crate::model::{Article, Claim, Corpus, FigureUse, Id};
use crate::text::{Prepared, find_all};
use crate::value::in_quote::{Figure, FigureKind, figures};
use crate::value::lexicon::Lexicon;
use crate::value::number;

/// A figure of a capture that no claim uses, with its sentence for the curator's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFigure {
    /// The article.
    pub article: Id,
    /// Line in the capture, from 1.
    pub line: usize,
    /// What it is.
    pub kind: FigureKind,
    /// Its words.
    pub words: String,
    /// The sentence around it.
    pub sentence: String,
}

/// Every figure of an article's text, with whether a claim records it or the article sets it aside.
pub(super) fn cover(
    corpus: &Corpus,
    article: &Article,
    claims: &[&Claim],
    text: &Prepared<'_>,
) -> (Vec<LockedFigure>, Vec<OpenFigure>) {
    let lexicon = reading::lexicon(&article.language, text.original());
    let figures = figures(text.original(), lexicon);
    let mut claimed: Vec<Range<usize>> = Vec::new();
    for claim in claims {
        let quote = &claim.quote;
        let found = find_all(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref(), text);
        let quoted = Stretches::new(found.into_iter().flat_map(|found| found.parts).collect());
        let recorded = Recorded::of(corpus, claim);
        let used = quoted.figures(&figures).filter(|figure| recorded.has(figure, lexicon));
        claimed.extend(used.map(|figure| figure.range.clone()));
    }
    let set_aside: Vec<Range<usize>> = article
        .set_aside
        .iter()
        .flat_map(|figure| find_all(&figure.words, None, None, text))
        .flat_map(|found| found.parts)
        .collect();
    let (claimed, set_aside) = (Stretches::new(claimed), Stretches::new(set_aside));
    let (mut locked, mut open) = (vec![], vec![]);
    for figure in figures {
        let state = if claimed.hold(&figure.range) {
            FigureUse::Claimed
        } else if set_aside.hold(&figure.range) {
            FigureUse::SetAside
        } else {
            open.push(OpenFigure {
                article: article.id.clone(),
                line: 1 + text.original()[..figure.range.start].matches('\n').count(),
                kind: figure.kind,
                sentence: sentence(text.original(), figure.range.clone()),
                words: figure.words,
            });
            FigureUse::Open
        };
        locked.push(LockedFigure { offset: figure.range.start, kind: figure.kind, state });
    }
    (locked, open)
}

/// What a claim records: its value, scope, dates and part. A figure that only stands in its quote
/// is recorded by nobody.
struct Recorded {
    words: String,
    numbers: BTreeSet<String>,
    is_dated: bool,
}

impl Recorded {
    fn of(corpus: &Corpus, claim: &Claim) -> Self {
        let scope = &claim.scope;
        let items = claim.reading.items().into_iter().flatten().map(|item| item.words.as_str());
        let texts = [&scope.window, &scope.population, &scope.basis, &scope.counted_by];
        let mut words: Vec<&str> = vec![&claim.words];
        words.extend(items);
        words.extend(texts.into_iter().flatten().map(String::as_str));
        words.extend(claim.as_of.iter().map(|date| date.edtf.as_str()));
        words.extend(claim.reading.date().map(|date| date.edtf.as_str()));
        words.extend(claim.part.map(|part| corpus[part].name.as_str()));
        words.extend(scope.places.iter().map(|&place| corpus[place].name.as_str()));
        let words = words.join("\n").to_lowercase();
        let mut numbers = numbers(&words);
        if let Some(quantity) = claim.reading.quantity() {
            let ends = [quantity.number.low, quantity.number.high];
            numbers.extend(ends.map(|end| end.normalize().to_string()));
        }
        let is_dated = claim.reading.date().is_some() || claim.as_of.is_some();
        Self { words, numbers, is_dated }
    }

    fn has(&self, figure: &Figure, lexicon: &'static Lexicon) -> bool {
        if self.words.contains(&figure.words.to_lowercase()) {
            return true;
        }
        let own = numbers(&figure.words);
        let read = number::read(&figure.words, lexicon).ok();
        // Days of the week and months in words belong to the date that is recorded.
        let is_named_day = figure.kind == FigureKind::Date && own.is_empty() && self.is_dated;
        let is_any = |figure: &String| self.numbers.contains(figure);
        let is_read = read.is_some_and(|number| {
            [number.low, number.high].map(|end| end.normalize().to_string()).iter().all(is_any)
        });
        is_named_day || is_read || (!own.is_empty() && own.iter().all(is_any))
    }
}

/// The numbers in digits of a text, without separators and leading zeros.
fn numbers(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut digits = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_inner = matches!(c, ',' | '.') && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || (is_inner && c == '.' && !digits.is_empty()) {
            digits.push(c);
        } else if !is_inner && !digits.is_empty() {
            found.insert(trimmed(&std::mem::take(&mut digits)));
        }
    }
    if !digits.is_empty() {
        found.insert(trimmed(&digits));
    }
    found
}

fn trimmed(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
}

/// Stretches of a text, sorted and joined where they touch.
struct Stretches(Vec<Range<usize>>);

impl Stretches {
    fn new(mut ranges: Vec<Range<usize>>) -> Self {
        ranges.sort_by_key(|range| range.start);
        let mut joined: Vec<Range<usize>> = vec![];
        for range in ranges {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        Self(joined)
    }

    /// The figures, which are in order, that lie in one of them.
    fn figures<'f>(&self, figures: &'f [Figure]) -> impl Iterator<Item = &'f Figure> {
        self.0.iter().flat_map(move |range| {
            let first = figures.partition_point(|figure| figure.range.end <= range.start);
            figures[first..].iter().take_while(move |figure| figure.range.start < range.end)
        })
    }

    /// Whether a figure lies in one of them. Part of it is enough: a quote may leave out the hedge
    /// or the noun that the figure was read with.
    fn hold(&self, figure: &Range<usize>) -> bool {
        let after = self.0.partition_point(|range| range.end <= figure.start);
        self.0.get(after).is_some_and(|range| range.start < figure.end)
    }
}

/// Characters shown on either side of a figure at most.
const AROUND_CHARS_MAX: usize = 120;

/// The sentence around a figure, on one line.
fn sentence(text: &str, figure: Range<usize>) -> String {
    let ends = |c: char| matches!(c, '\n' | '。' | '។' | '!' | '?');
    let (before, after) = (&text[..figure.start], &text[figure.end..]);
    let reach =
        |mut indices: Box<dyn Iterator<Item = usize> + '_>, all| indices.nth(AROUND_CHARS_MAX).unwrap_or(all);
    let first = reach(Box::new(before.char_indices().rev().map(|(i, _)| i)), 0);
    let last = reach(Box::new(after.char_indices().map(|(i, _)| i)), after.len());
    let before = &before[first..];
    let begin = before.rfind(ends).into_iter().chain(before.rfind(". ")).max();
    let begin = begin.map_or(0, |i| i + before[i..].chars().next().map_or(0, char::len_utf8));
    let after = &after[..last];
    let end =
        after.find(ends).into_iter().chain(after.find(". ").map(|i| i + 1)).min().unwrap_or(after.len());
    let sentence = [&before[begin..], &text[figure], &after[..end]].concat();
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_around_a_figure_is_cut_out() {
        let text = "First. Police held 1,208 people\nSecond line";
        let start = text.find("1,208").unwrap();
        assert_eq!(sentence(text, start..start + 5), "Police held 1,208 people");
        let long = format!("{}1,208{}", "ក".repeat(500), "ក".repeat(500));
        let start = long.find("1,208").unwrap();
        let shown = sentence(&long, start..start + 5).chars().count();
        assert!((240..250).contains(&shown), "{shown}");
    }

    #[test]
    fn touching_stretches_are_one() {
        let stretches = Stretches::new(vec![10..20, 0..5, 5..8, 15..30]);
        assert_eq!(stretches.0, [0..8, 10..30]);
        assert!(stretches.hold(&(6..7)) && stretches.hold(&(7..9)) && stretches.hold(&(29..40)));
        assert!(!stretches.hold(&(8..10)) && !stretches.hold(&(30..31)));
    }
}
