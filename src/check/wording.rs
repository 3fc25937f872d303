//! Sentences about claims: who says what, in plain English; entry point [`Telling`].
//!
//! Nothing here decides anything. A rule adds what follows from the statements, and a record's
//! reason is the two together.

use rust_decimal::Decimal;

use super::pair::Pair;
use super::scope;
use crate::model::{
    ArticleIx, Claim, ClaimIx, Corpus, DateValue, EntityIx, Fact, FactKind, Reading, ScopeKey,
};
use crate::value::date;
use crate::value::number::group_digits;

/// The names by which readers know the articles: the outlet, and more where two share one.
pub struct Bylines(Vec<String>);

/// Answers to one question, told for one record.
pub struct Telling<'a> {
    /// The pair that the record's rule was found on; the gravest of those it stands for.
    pub pair: Pair<'a>,
    /// How the articles are called.
    pub bylines: &'a Bylines,
    /// The answers on all sides, each with those who give it.
    pub answers: Vec<Answer<'a>>,
}

/// One answer with those who give it.
pub struct Answer<'a> {
    /// A claim that gives it.
    pub claim: &'a Claim,
    /// The articles, earliest first.
    pub sources: Vec<ArticleIx>,
    /// The side of the record that it is on.
    pub side: usize,
}

/// How many answers a sentence spells out before it counts the rest.
const TOLD_ANSWERS: usize = 4;
/// How many sources a sentence names for one answer before it counts the rest.
const TOLD_SOURCES: usize = 3;
/// How many characters of a text answer a sentence repeats.
const TOLD_CHARS: usize = 90;

impl Bylines {
    /// Names every article of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let mut outlets = std::collections::BTreeMap::<&str, usize>::new();
        for article in &corpus.articles {
            *outlets.entry(article.outlet.as_str()).or_default() += 1;
        }
        let name = |article: &crate::model::Article| {
            let title = format!("“{}”", article.title);
            match (article.outlet.as_str(), outlets[article.outlet.as_str()], &article.published) {
                ("unknown", _, _) => title,
                (outlet, 1, _) => outlet.to_owned(),
                (outlet, _, Some(day)) => format!("{outlet} ({}, {title})", date::words(day)),
                (outlet, _, None) => format!("{outlet} ({title})"),
            }
        };
        Self(corpus.articles.iter().map(name).collect())
    }

    /// The name of one article.
    pub fn of(&self, article: ArticleIx) -> &str {
        &self.0[article.index()]
    }

    /// Several names as a list, the last ones counted.
    pub fn list(&self, articles: &[ArticleIx]) -> String {
        let names: Vec<&str> = articles.iter().map(|&article| self.of(article)).collect();
        list(&names, TOLD_SOURCES, "others")
    }
}

impl<'a> Telling<'a> {
    /// Who says what: `A says 270 people and B 271`.
    pub fn statements(&self) -> String {
        self.statements_with(|claim, slot| value_at(&self.pair, claim, slot))
    }

    /// The same, with other words for each value.
    pub fn statements_with(&self, words: impl Fn(&Claim, Slot) -> String) -> String {
        let start = part_prefix(&self.pair);
        let style = Style::of(&self.pair.fact.kind);
        if let Some(source) = self.only_source() {
            let values = self.answers.iter().enumerate().map(|(i, answer)| words(answer.claim, Slot::of(i)));
            let both = if self.answers.len() == 2 { "both " } else { "" };
            let values = style.join(&values.collect::<Vec<_>>());
            return format!("{start}{} itself {} {both}{values}", self.bylines.of(source), style.one);
        }
        let told: Vec<String> = self
            .answers
            .iter()
            .enumerate()
            .take(self.n_told())
            .map(|(i, answer)| {
                let verb = if answer.sources.len() == 1 { style.one } else { style.many };
                let verb = if i == 0 || style.repeats_verb { format!(" {verb}") } else { String::new() };
                format!("{}{verb} {}", self.bylines.list(&answer.sources), words(answer.claim, Slot::of(i)))
            })
            .collect();
        let rest = self.answers.len() - told.len();
        match (rest, self.is_two_against_one()) {
            (0, false) => format!("{start}{}", style.join(&told)),
            (0, true) => {
                let n_first = self.answers.iter().filter(|answer| answer.side == 0).count();
                format!("{start}{}, but {}", style.join(&told[..n_first]), style.join(&told[n_first..]))
            }
            (_, _) => {
                let rest = counted(rest, "further answer differs", "further answers differ");
                format!("{start}{}; {rest}", told.join(style.between))
            }
        }
    }

    /// Whether two sides stand against each other, one of them with several answers.
    fn is_two_against_one(&self) -> bool {
        self.answers.len() > 2 && self.answers.last().is_some_and(|last| last.side == 1)
    }

    /// The name of the article behind one claim of the pair.
    pub fn who(&self, claim: &Claim) -> &'a str {
        self.bylines.of(claim.source)
    }

    /// Whether more than two answers are told, so that a distance holds for the widest pair only.
    pub fn up_to(&self) -> &'static str {
        if self.answers.len() > 2 { "up to " } else { "" }
    }

    /// `both` for two answers, `all` for more.
    pub fn both(&self) -> &'static str {
        if self.answers.len() > 2 { "all" } else { "both" }
    }

    fn only_source(&self) -> Option<ArticleIx> {
        let first = *self.answers.first()?.sources.first()?;
        let alone = self.answers.iter().flat_map(|answer| &answer.sources).all(|&source| source == first);
        (alone && self.answers.len() > 1).then_some(first)
    }

    fn n_told(&self) -> usize {
        if self.answers.len() > TOLD_ANSWERS { TOLD_ANSWERS - 1 } else { TOLD_ANSWERS }
    }
}

/// Where an answer stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The first one, which names the unit.
    First,
    /// A later one.
    Later,
}

impl Slot {
    fn of(position: usize) -> Self {
        if position == 0 { Self::First } else { Self::Later }
    }
}

/// A claim's value as a sentence says it.
pub fn value(fact: &Fact, claim: &Claim) -> String {
    match &claim.reading {
        Reading::Date(day) => date_words(day),
        Reading::Position(position) => match &fact.kind {
            FactKind::Position { positions, .. } => {
                positions.get(*position).map_or_else(String::new, |known| format!("“{}”", known.label))
            }
            FactKind::Count { .. }
            | FactKind::Money { .. }
            | FactKind::Percent { .. }
            | FactKind::Date
            | FactKind::Entity { .. }
            | FactKind::Set
            | FactKind::Text
            | FactKind::YesNo => claim.words.clone(),
        },
        Reading::YesNo(true) => "yes".to_owned(),
        Reading::YesNo(false) => "no".to_owned(),
        Reading::Set(items) => {
            let names: Vec<&str> = items.iter().map(|item| item.words.as_str()).collect();
            list(&names, 6, "more")
        }
        Reading::Text => clipped(&claim.words),
        Reading::Quantity(_) | Reading::Entity(_) => claim.words.clone(),
    }
}

/// A date in words that can stand in the middle of a sentence.
pub fn date_words(day: &DateValue) -> String {
    date::words(day).replace(", year not stated", " (year not stated)")
}

/// `A, B and C`.
pub fn join<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// `A, B and 3 others`.
pub fn list(items: &[&str], most: usize, rest: &str) -> String {
    if items.len() <= most {
        return join(items);
    }
    let told = most.saturating_sub(1).max(1);
    format!("{} and {} {rest}", items[..told].join(", "), items.len() - told)
}

/// Names of entities as a list.
pub fn entities(corpus: &Corpus, entities: &[EntityIx]) -> String {
    let names: Vec<&str> = entities.iter().map(|&entity| corpus[entity].name.as_str()).collect();
    list(&names, 4, "more")
}

/// What a source leaves open that does not state a key of a scope.
pub fn key_question(key: ScopeKey) -> &'static str {
    match key {
        ScopeKey::Place => "where",
        ScopeKey::Window => "for which period",
        ScopeKey::Population => "of whom or what",
        ScopeKey::Basis => "by which definition",
        ScopeKey::CountedBy => "who counted",
    }
}

/// One stated key of a scope, in words.
pub fn scope_words(corpus: &Corpus, claim: &Claim, key: ScopeKey) -> String {
    match scope::words(&claim.scope, key) {
        Some(words) => words.to_owned(),
        None => entities(corpus, &claim.scope.places),
    }
}

/// A number with its noun: `1 day`, `3 days`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{} {noun}", group_digits(Decimal::from(number)))
}

/// The claims of a record in the order in which they are told: published first, then by id.
pub fn telling_order(corpus: &Corpus, claims: &mut [ClaimIx]) {
    claims.sort_by_cached_key(|&ix| {
        let claim = &corpus[ix];
        let day = corpus[claim.source].published.as_ref().and_then(DateValue::earliest);
        (day.is_none(), day, claim.source, claim.quote.digest, claim.words.clone(), ix)
    });
}

/// A claim's value, the first one with its unit.
pub fn value_at(pair: &Pair, claim: &Claim, slot: Slot) -> String {
    let words = value(pair.fact, claim);
    match (slot, unit(pair.fact)) {
        (Slot::First, Some(unit)) if is_bare_figure(&words) => format!("{words} {unit}"),
        (Slot::First | Slot::Later, _) => words,
    }
}

/// The unit of a count, where a sentence can put it behind a figure.
fn unit(fact: &Fact) -> Option<&str> {
    match &fact.kind {
        FactKind::Count { unit, .. } => Some(unit),
        FactKind::Money { .. }
        | FactKind::Percent { .. }
        | FactKind::Date
        | FactKind::Entity { .. }
        | FactKind::Set
        | FactKind::Position { .. }
        | FactKind::Text
        | FactKind::YesNo => None,
    }
}

/// Whether words end in a figure other than one, so that a plural noun may follow.
fn is_bare_figure(words: &str) -> bool {
    words != "1" && words.chars().next_back().is_some_and(char::is_numeric)
}

fn part_prefix(pair: &Pair) -> String {
    pair.a.part.map_or_else(String::new, |part| format!("for {}, ", pair.corpus[part].name))
}

/// How a sentence tells answers of one kind.
struct Style {
    /// The verb of one source.
    one: &'static str,
    /// The verb of several.
    many: &'static str,
    /// What stands between answers.
    between: &'static str,
    /// Whether each answer has the verb, since its words may hold an `and`.
    repeats_verb: bool,
}

impl Style {
    fn of(kind: &FactKind) -> Self {
        let (one, many) = match kind {
            FactKind::Count { .. } | FactKind::Money { .. } | FactKind::Percent { .. } | FactKind::YesNo => {
                ("says", "say")
            }
            FactKind::Date => ("gives", "give"),
            FactKind::Entity { .. } => ("names", "name"),
            FactKind::Set => ("lists", "list"),
            FactKind::Position { .. } => ("holds", "hold"),
            FactKind::Text => ("has:", "have:"),
        };
        let repeats_verb = matches!(kind, FactKind::Set | FactKind::Text);
        let between = if repeats_verb { "; " } else { ", " };
        Self { one, many, between, repeats_verb }
    }

    fn join(&self, told: &[String]) -> String {
        if self.repeats_verb { told.join(self.between) } else { join(told) }
    }
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= TOLD_CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(TOLD_CHARS).collect();
    let whole_words = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole_words} …")
}
