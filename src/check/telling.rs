//! One sentence for one record: who says what, in plain English; entry point [`Telling`].
//!
//! Nothing here decides anything. A rule adds what follows from the statements, and a record's
//! reason is the two together.

use super::byline::Bylines;
use super::pair::Pair;
use super::speaker::{Subject, citing_all, speaker};
use super::wording::{counted, group_name, join, value_at};
use crate::model::{ArticleIx, Claim, FactKind, Series};

/// Answers to one question, told for one record.
pub struct Telling<'a> {
    /// The pair that the record's rule was found on; the gravest of those it stands for.
    pub pair: Pair<'a>,
    /// How the articles are called.
    pub bylines: &'a Bylines,
    /// The answers on all sides, each with those who give it.
    pub answers: Vec<Answer<'a>>,
    /// The figure of a running total that stands out between its neighbours.
    pub outlier: Option<&'a Claim>,
}

/// One answer with those who give it.
pub struct Answer<'a> {
    /// A claim that gives it.
    pub claim: &'a Claim,
    /// Those who give it, by a claim of each: one for each source and those whom it cites.
    pub speakers: Vec<&'a Claim>,
    /// The side of the record that it is on.
    pub side: usize,
}

/// How many answers a sentence spells out before it counts the rest.
const TOLD_ANSWERS: usize = 4;
impl<'a> Telling<'a> {
    /// Who says what: `A says 270 people and B 271`.
    pub fn statements(&self) -> String {
        self.statements_with(|claim, slot| value_at(&self.pair, claim, slot))
    }

    /// The same, with other words for each value.
    pub fn statements_with(&self, words: impl Fn(&'a Claim, Slot) -> String) -> String {
        let start = part_prefix(&self.pair);
        if let Some(source) = self.only_source() {
            return format!("{start}{}", self.own_answers(source, words));
        }
        let style = self.style();
        let told: Vec<String> = self
            .answers
            .iter()
            .enumerate()
            .take(self.n_told())
            .map(|(i, answer)| {
                let who = Subject::of(self.pair.corpus, self.bylines, &answer.speakers);
                let verb = who.verb(style.one, style.many);
                let verb = if i == 0 || style.repeats_verb { format!(" {verb}") } else { String::new() };
                format!("{}{verb} {}", who.words, words(answer.claim, Slot::of(i)))
            })
            .collect();
        let rest = self.answers.len() - told.len();
        if rest > 0 {
            let rest = counted(rest, "further answer differs", "further answers differ");
            return format!("{start}{}; {rest}", told.join(style.between));
        }
        if !self.is_two_against_one() {
            return format!("{start}{}", style.join(&told));
        }
        let n_first = self.answers.iter().filter(|answer| answer.side == 0).count();
        format!("{start}{}, but {}", style.join(&told[..n_first]), style.join(&told[n_first..]))
    }

    /// Several answers of one source: its own, those of one whom it cites, or those of several.
    fn own_answers(&self, source: ArticleIx, words: impl Fn(&'a Claim, Slot) -> String) -> String {
        let style = self.style();
        let both = if self.answers.len() == 2 { "both " } else { "" };
        let answers = self.answers.iter().enumerate();
        let is_one_voice = self.answers.windows(2).all(|next| next[0].claim.via == next[1].claim.via);
        if is_one_voice {
            let subject = self.subject(self.answers[0].claim);
            let (who, verb) = (&subject.words, subject.verb(style.one, style.many));
            let values: Vec<String> = answers.map(|(i, answer)| words(answer.claim, Slot::of(i))).collect();
            let values = join(&values);
            // One figure a day is what a running total consists of.
            if self.is_dated() {
                return format!("{who} {verb} {values}");
            }
            let itself = if self.answers[0].claim.via.is_empty() { " itself" } else { "" };
            return format!("{who}{itself} {verb} {both}{values}");
        }
        let cited = |(i, answer): (usize, &Answer<'a>)| {
            let sources = match citing_all(self.pair.corpus, &answer.speakers) {
                sources if sources.is_empty() => " (no source named)".to_owned(),
                sources => sources,
            };
            format!("{}{sources}", words(answer.claim, Slot::of(i)))
        };
        let answers = join(&answers.map(cited).collect::<Vec<_>>());
        format!("{} reports {both}{answers}", self.bylines.of(self.pair.corpus, self.pair.fact.sheet, source))
    }

    /// Whether the answers are figures of a running total on different days.
    fn is_dated(&self) -> bool {
        let is_cumulative = self.pair.fact.kind.series() == Some(Series::Cumulative);
        let differ = |next: &[Answer]| {
            let days = (&next[0].claim.as_of, &next[1].claim.as_of);
            matches!(days, (Some(one), Some(other)) if one != other)
        };
        is_cumulative && self.answers.windows(2).all(differ)
    }

    fn style(&self) -> Style {
        let style = Style::of(&self.pair.fact.kind);
        let is_crowded =
            self.answers.iter().any(|answer| answer.speakers.len() > 1 || !answer.claim.via.is_empty());
        match (is_crowded, self.answers.len()) {
            (false, _) | (true, 0 | 1) => style,
            (true, _) if style.between == "; " => style,
            (true, 2) => Style { repeats_verb: true, between: ", while ", ..style },
            (true, _) => Style { repeats_verb: true, between: "; ", ..style },
        }
    }

    /// Who says what one claim says, as the subject of a sentence.
    pub(super) fn subject(&self, claim: &Claim) -> Subject {
        Subject::one(self.pair.corpus, self.bylines, claim)
    }

    /// Who says what one claim says: its source, or whom the source cites.
    pub fn who(&self, claim: &Claim) -> String {
        speaker(self.pair.corpus, claim, self.bylines.of_claim(self.pair.corpus, claim))
    }

    /// Whether more than two answers are told, so that a distance holds for the widest pair only.
    pub fn up_to(&self) -> &'static str {
        if self.answers.len() > 2 { "up to " } else { "" }
    }

    /// `both` for two answers, `all` for more.
    pub fn both(&self) -> &'static str {
        if self.answers.len() > 2 { "all" } else { "both" }
    }

    /// Whether two sides stand against each other, one of them with several answers.
    fn is_two_against_one(&self) -> bool {
        self.answers.len() > 2 && self.answers.last().is_some_and(|last| last.side == 1)
    }

    fn only_source(&self) -> Option<ArticleIx> {
        let first = self.answers.first()?.speakers.first()?.source;
        let alone = self.answers.iter().flat_map(|answer| &answer.speakers).all(|said| said.source == first);
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

/// `for Indonesians, `: the part, in the plural where the curator lists one.
fn part_prefix(pair: &Pair) -> String {
    let Some(part) = pair.a.part else { return String::new() };
    format!("for {}, ", group_name(pair.corpus, part))
}

/// How a sentence tells answers.
struct Style {
    /// The verb of one source.
    one: &'static str,
    /// The verb of several.
    many: &'static str,
    /// What stands between answers; a comma gives way to `and` before the last.
    between: &'static str,
    /// Whether each answer has the verb, since its words or sources may hold an `and`.
    repeats_verb: bool,
}

impl Style {
    fn of(kind: &FactKind) -> Self {
        let (one, many, between, repeats_verb) = match kind {
            FactKind::Count { .. }
            | FactKind::Money { .. }
            | FactKind::Percent { .. }
            | FactKind::Measure { .. }
            | FactKind::YesNo => ("says", "say", ", ", false),
            FactKind::Date => ("gives", "give", ", ", false),
            FactKind::Entity { .. } => ("names", "name", ", ", false),
            FactKind::Set => ("lists", "list", "; ", true),
            FactKind::Position { .. } => ("holds", "hold", ", ", true),
            FactKind::Text => ("has:", "have:", "; ", true),
        };
        Self { one, many, between, repeats_verb }
    }

    fn join(&self, told: &[String]) -> String {
        if self.between == ", " { join(told) } else { told.join(self.between) }
    }
}
