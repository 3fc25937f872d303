//! Two claims side by side, and what the first matching rule says of them; entry point [`judge`].
//!
//! Judging allocates nothing but a contradiction's modifiers: sentences are written later, for
//! the few pairs that become records.

use super::modifiers::{
    misquoted_origin, reported_dispute, scope_unstated, self_contradiction, unit_suspected,
};
use super::names::{self, Likeness};
use super::rules;
use crate::model::{Claim, ClaimIx, Class, Corpus, Fact, Modifier, Rule, Severity};
use crate::value::date::{self, DateRelation};

/// Two claims that answer the same question.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The project.
    pub corpus: &'a Corpus,
    /// The fact whose kind decides the rules.
    pub fact: &'a Fact,
    /// One claim.
    pub a: &'a Claim,
    /// The other claim.
    pub b: &'a Claim,
    /// How the names that they give lie to each other: found once, asked by several rules.
    pub names: Option<Likeness>,
    /// How the dates that they give lie to each other.
    pub dates: Option<DateRelation>,
}

/// What a rule says of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// What kind of difference it is.
    pub class: Class,
    /// How much it matters.
    pub severity: Severity,
    /// What raises it or changes its wording, in order.
    pub modifiers: Vec<Modifier>,
}

impl<'a> Pair<'a> {
    /// Two claims of the corpus; the first one's fact decides the rules.
    pub fn new(corpus: &'a Corpus, a: ClaimIx, b: ClaimIx) -> Self {
        let (a, b) = (&corpus[a], &corpus[b]);
        Self::of(corpus, &corpus[a.fact], [a, b])
    }

    /// Two claims under the rules of a fact.
    pub fn of(corpus: &'a Corpus, fact: &'a Fact, [a, b]: [&'a Claim; 2]) -> Self {
        let dates = a.reading.date().zip(b.reading.date()).map(|(a, b)| date::relation(a, b));
        Self { corpus, fact, a, b, names: names::likeness(corpus, a, b), dates }
    }

    /// The same two, the other way round.
    pub fn swapped(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }
}

impl Verdict {
    /// A verdict without modifiers.
    pub fn new(rule: Rule, class: Class, severity: Severity) -> Self {
        Self { rule, class, severity, modifiers: Vec::new() }
    }
}

/// What the rules say of two claims, with every modifier; `None` where they do not answer the
/// same question.
pub fn judge(corpus: &Corpus, a: ClaimIx, b: ClaimIx) -> Option<Verdict> {
    let pair = Pair::new(corpus, a, b);
    let mut verdict = judge_values(&pair)?;
    if let Some(modifier) = bond(&pair) {
        raise(&mut verdict, modifier);
    }
    Some(verdict)
}

/// What the rules say of two answers, whoever gives them.
pub(super) fn judge_values(pair: &Pair) -> Option<Verdict> {
    let mut verdict = first_match(pair)?;
    if unit_suspected::applies(pair, &verdict) {
        verdict.modifiers.push(Modifier::UnitSuspected);
    }
    if scope_unstated::applies(pair, &verdict) {
        scope_unstated::apply(&mut verdict);
    }
    Some(verdict)
}

/// What ties the two sources of a pair together, so that a contradiction between them weighs more.
pub(super) fn bond(pair: &Pair) -> Option<Modifier> {
    if self_contradiction::applies(pair) {
        Some(Modifier::SelfContradiction)
    } else if reported_dispute::applies(pair) {
        Some(Modifier::ReportedDispute)
    } else if misquoted_origin::applies(pair) {
        Some(Modifier::MisquotedOrigin)
    } else {
        None
    }
}

/// Raises a contradiction between tied sources to major, less the level that an unstated scope
/// takes; what one source reports of two parties keeps its weight.
pub(super) fn raise(verdict: &mut Verdict, modifier: Modifier) {
    if verdict.class != Class::Contradict {
        return;
    }
    let is_unstated = verdict.modifiers.contains(&Modifier::ScopeUnstated);
    if modifier != Modifier::ReportedDispute {
        verdict.severity = if is_unstated { Severity::Moderate } else { Severity::Major };
    }
    verdict.modifiers.insert(0, modifier);
}

fn first_match(pair: &Pair) -> Option<Verdict> {
    rules::different_scope::judge(pair)
        .or_else(|| rules::equal::judge(pair))
        .or_else(|| rules::of_kind(&pair.fact.kind).iter().find_map(|judge| judge(pair)))
}
