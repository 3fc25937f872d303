//! The findings of one question: verdicts on pairs of answers, gathered into records; entry point
//! [`compare`].
//!
//! One record stands for all pairs between two clusters that one rule judges alike, and is told
//! by the gravest of them. Pairs whose sources are tied to each other get records of their own.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::cluster::{clusters, is_small, pairs};
use super::days::Dates;
use super::figures::Figures;
use super::modifiers::{misquoted_origin, scope_unstated, unit_suspected};
use super::pair::{Pair, Verdict, judge_values, raise};
use super::question::{Cell, LISTED_CLAIMS, Question, answer_key};
use super::record::Observation;
use super::rules;
use super::telling::{Answer, Telling};
use super::ties::{Sources, Tie, between};
use super::wording::{Bylines, counted};
use crate::model::{ClaimIx, Class, FactIx, Modifier, Rule, Severity};
use crate::value::date::DateRelation;

/// What the pairs of one record have in common: rule, class, modifiers and the group of each side.
type Likeness = (Rule, Class, Vec<Modifier>, [String; 2]);

/// The pairs that one record stands for.
struct Gathered {
    severity: Severity,
    distance: Decimal,
    /// The pair that tells the record: the gravest, then the farthest apart.
    telling: [ClaimIx; 2],
    /// The claims of each side by cell, in the order of the likeness's groups.
    sides: [BTreeMap<usize, BTreeSet<ClaimIx>>; 2],
    n_pairs: usize,
}

/// Pairs of claims between two cells that are judged alike.
struct Bundle<'a> {
    cells: [usize; 2],
    claims: [&'a [ClaimIx]; 2],
    n_pairs: usize,
}

/// Every finding between the answers to one question.
pub fn compare(question: &Question, bylines: &Bylines) -> Vec<Observation> {
    let mut records = Records { question, clusters: clusters(question), gathered: BTreeMap::new() };
    let sources: Vec<Sources> =
        question.cells.iter().map(|cell| Sources::of(question.corpus, &cell.claims)).collect();
    for (a, b) in pairs(question, &records.clusters) {
        records.add_cells([a, b], &between(&sources[a], &sources[b]));
    }
    (0..question.cells.len()).for_each(|cell| records.add_agreement(cell));
    let is_small = is_small(question.cells.len(), &records.clusters);
    let mut found: Vec<Observation> = records
        .gathered
        .into_iter()
        .map(|(likeness, record)| observe(question, bylines, likeness, record))
        .collect();
    if !is_small {
        stand_for_the_rest(question, &mut found);
    }
    found
}

/// The records of one question while they are gathered.
struct Records<'a> {
    question: &'a Question<'a>,
    clusters: Vec<usize>,
    gathered: BTreeMap<Likeness, Gathered>,
}

impl Records<'_> {
    /// Judges two answers, and files the pairs of claims that they stand for.
    fn add_cells(&mut self, cells: [usize; 2], ties: &[Tie]) {
        let [a, b] = cells.map(|cell| &self.question.cells[cell]);
        let Some(verdict) = judge_values(&self.pair([a.first(), b.first()])) else { return };
        let ties = if verdict.class == Class::Contradict { ties } else { &[] };
        for tie in ties {
            let mut verdict = verdict.clone();
            raise(&mut verdict, tie.modifier);
            let n_pairs = tie.a.len() * tie.b.len();
            let listed = [&tie.a, &tie.b].map(|claims| &claims[..claims.len().min(LISTED_CLAIMS)]);
            self.file(&verdict, &Bundle { cells, claims: listed, n_pairs });
        }
        let n_tied: usize = ties.iter().map(|tie| tie.a.len() * tie.b.len()).sum();
        let n_pairs = (a.claims.len() * b.claims.len()).saturating_sub(n_tied);
        if n_pairs > 0 {
            let own = untied(a, b, ties.iter().map(|tie| (&tie.a, &tie.b)));
            let other = untied(b, a, ties.iter().map(|tie| (&tie.b, &tie.a)));
            self.file(&verdict, &Bundle { cells, claims: [&own, &other], n_pairs });
        }
    }

    /// Files the agreement of those who give one answer.
    fn add_agreement(&mut self, cell: usize) {
        let claims = &self.question.cells[cell].claims;
        let n_pairs = claims.len() * (claims.len() - 1) / 2;
        if n_pairs > 0 {
            let verdict = Verdict::new(Rule::Equal, Class::Agree, Severity::Info);
            // Each claim agrees in one record only, so agreement can list them all.
            self.file(&verdict, &Bundle { cells: [cell, cell], claims: [claims, claims], n_pairs });
        }
    }

    /// Adds pairs to the record they belong to, or opens one.
    fn file(&mut self, verdict: &Verdict, bundle: &Bundle) {
        let groups = [0, 1].map(|side| self.group(verdict, bundle, side));
        let order = if groups[1] < groups[0] { [1, 0] } else { [0, 1] };
        let likeness =
            (verdict.rule, verdict.class, verdict.modifiers.clone(), order.map(|i| groups[i].clone()));
        let telling = order.map(|i| bundle.claims[i][0]);
        let distance = distance(&self.pair(telling));
        let record = self.gathered.entry(likeness).or_insert_with(|| Gathered {
            severity: verdict.severity,
            distance,
            telling,
            sides: [BTreeMap::new(), BTreeMap::new()],
            n_pairs: 0,
        });
        if (verdict.severity, distance) > (record.severity, record.distance) {
            (record.severity, record.distance, record.telling) = (verdict.severity, distance, telling);
        }
        for (side, i) in record.sides.iter_mut().zip(order) {
            let listed = side.entry(bundle.cells[i]).or_default();
            listed.extend(bundle.claims[i]);
        }
        record.n_pairs += bundle.n_pairs;
    }

    /// What must be the same for two bundles to share a side of a record.
    fn group(&self, verdict: &Verdict, bundle: &Bundle, side: usize) -> String {
        let claim = &self.question.corpus[bundle.claims[side][0]];
        if verdict.rule == Rule::Equal {
            return answer_key(claim);
        }
        let own = verdict.modifiers.iter().any(|modifier| match modifier {
            Modifier::SelfContradiction | Modifier::MisquotedOrigin => true,
            Modifier::OneVoice | Modifier::ScopeUnstated | Modifier::UnitSuspected => false,
        });
        let source = own.then_some(claim.source);
        if verdict.rule == Rule::DifferentScope {
            let as_of = claim.as_of.as_ref().map(|day| &day.edtf);
            let currency = claim.reading.quantity().map(|quantity| &quantity.number.currency);
            return format!("{:?} {as_of:?} {currency:?}", claim.scope);
        }
        let [own_cluster, other_cluster] = [side, 1 - side].map(|side| self.clusters[bundle.cells[side]]);
        if own_cluster == other_cluster && verdict.class == Class::Contradict {
            // Days with a hole between them share a cluster with what lies in the hole; each
            // such pair is told on its own, since a contradiction has two sides.
            return format!("{own_cluster:08} {source:?} {}", answer_key(claim));
        }
        format!("{own_cluster:08} {source:?}")
    }

    fn pair(&self, claims: [ClaimIx; 2]) -> Pair<'_> {
        Pair::of(self.question.corpus, self.question.fact, claims.map(|ix| &self.question.corpus[ix]))
    }
}

/// The claims of a cell that are not tied to every claim of the other one.
fn untied<'t>(
    cell: &Cell,
    other: &Cell,
    ties: impl Iterator<Item = (&'t Vec<ClaimIx>, &'t Vec<ClaimIx>)>,
) -> Vec<ClaimIx> {
    let mut n_tied: BTreeMap<ClaimIx, usize> = BTreeMap::new();
    for (own, others) in ties {
        own.iter().for_each(|&ix| *n_tied.entry(ix).or_default() += others.len());
    }
    let is_free = |ix: &&ClaimIx| n_tied.get(ix).is_none_or(|&tied| tied < other.claims.len());
    cell.listed.iter().filter(is_free).copied().collect()
}

/// How far two contradicting answers are apart, in the measure of their kind.
fn distance(pair: &Pair) -> Decimal {
    let days = || match Dates::of(pair).map(Dates::relation) {
        Some(DateRelation::Disjoint { days }) => Decimal::from(days),
        Some(DateRelation::Equal | DateRelation::Contains | DateRelation::Overlap) | None => Decimal::ZERO,
    };
    Figures::of(pair.a, pair.b).map_or_else(days, |figures| figures.gap_percent().unwrap_or_default())
}

fn observe(question: &Question, bylines: &Bylines, likeness: Likeness, record: Gathered) -> Observation {
    let (rule, class, modifiers, groups) = likeness;
    let is_one_group = groups[0] == groups[1];
    let sides = sides(question, is_one_group, class, record.sides);
    let corpus = question.corpus;
    let answers = if rule == Rule::Equal { vec![(0, sides.concat())] } else { by_answer(question, &sides) };
    let answers = answers.iter().map(|(side, claims)| answer(question, *side, claims)).collect();
    let [a, b] = told_in_order(question, record.telling).map(|ix| &corpus[ix]);
    let telling = Telling { pair: Pair::of(corpus, question.fact, [a, b]), bylines, answers };
    let mut reason = rules::reason(rule, &telling);
    modifiers.iter().for_each(|&modifier| reason.push_str(&clause(modifier, &telling)));
    let facts: BTreeSet<FactIx> = sides.iter().flatten().map(|&ix| corpus[ix].fact).collect();
    Observation {
        facts: facts.into_iter().collect(),
        part: a.part,
        class,
        rule,
        modifiers,
        severity: record.severity,
        reason,
        sides,
        sources: Vec::new(),
        represents: record.n_pairs,
    }
}

/// What a modifier adds to the reason.
fn clause(modifier: Modifier, telling: &Telling) -> String {
    match modifier {
        Modifier::MisquotedOrigin => misquoted_origin::clause(telling),
        Modifier::ScopeUnstated => scope_unstated::clause(telling),
        Modifier::UnitSuspected => unit_suspected::clause().to_owned(),
        // The statements themselves say that one source gives both answers.
        Modifier::SelfContradiction | Modifier::OneVoice => String::new(),
    }
}

/// The sides of a record: one for agreement, one for each answer within a cluster, else two.
fn sides(
    question: &Question,
    is_one_group: bool,
    class: Class,
    [first, second]: [BTreeMap<usize, BTreeSet<ClaimIx>>; 2],
) -> Vec<Vec<ClaimIx>> {
    let flat =
        |side: BTreeMap<usize, BTreeSet<ClaimIx>>| side.into_values().flatten().collect::<BTreeSet<_>>();
    let mut sides: Vec<BTreeSet<ClaimIx>> = if class == Class::Agree {
        let mut all = flat(first);
        all.extend(flat(second));
        vec![all]
    } else if is_one_group {
        let mut cells = first;
        second.into_iter().for_each(|(cell, claims)| cells.entry(cell).or_default().extend(claims));
        cells.into_values().collect()
    } else {
        vec![flat(first), flat(second)]
    };
    let rank = |ix: &ClaimIx| question.rank.get(ix).copied();
    sides.sort_by_key(|side| side.iter().map(rank).min());
    sides
        .into_iter()
        .map(|side| {
            let mut side: Vec<ClaimIx> = side.into_iter().collect();
            side.sort_by_key(rank);
            side
        })
        .collect()
}

/// The claims of all sides by what they answer, in the order of the sides.
fn by_answer(question: &Question, sides: &[Vec<ClaimIx>]) -> Vec<(usize, Vec<ClaimIx>)> {
    let mut positions: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let mut answers: Vec<(usize, Vec<ClaimIx>)> = Vec::new();
    for (side, &ix) in sides.iter().enumerate().flat_map(|(i, side)| side.iter().map(move |ix| (i, ix))) {
        let claim = &question.corpus[ix];
        let as_of = claim.as_of.as_ref().map(|day| &day.edtf);
        let key = (side, format!("{} {:?} {as_of:?}", answer_key(claim), claim.scope));
        let position = *positions.entry(key).or_insert(answers.len());
        match answers.get_mut(position) {
            Some((_, claims)) => claims.push(ix),
            None => answers.push((side, vec![ix])),
        }
    }
    answers
}

fn answer<'a>(question: &Question<'a>, side: usize, claims: &[ClaimIx]) -> Answer<'a> {
    let mut seen = BTreeSet::new();
    let sources = claims.iter().map(|&ix| question.corpus[ix].source).filter(|source| seen.insert(*source));
    Answer { claim: &question.corpus[claims[0]], sources: sources.collect(), side }
}

fn told_in_order(question: &Question, mut claims: [ClaimIx; 2]) -> [ClaimIx; 2] {
    claims.sort_by_key(|ix| question.rank.get(ix).copied());
    claims
}

/// Lets the gravest record stand for the pairs of many answers that were not looked at one by one.
fn stand_for_the_rest(question: &Question, found: &mut [Observation]) {
    let n_claims: usize = question.cells.iter().map(|cell| cell.claims.len()).sum();
    let n_told: usize = found.iter().map(|observation| observation.represents).sum();
    let rest = (n_claims * n_claims.saturating_sub(1) / 2).saturating_sub(n_told);
    let gravest = found.iter_mut().rev().max_by_key(|observation| (observation.severity, observation.class));
    if let Some(observation) = gravest.filter(|_| rest > 0) {
        observation.represents += rest;
        let pairs = counted(rest, "further pair", "further pairs");
        observation.reason.push_str(&format!("; with {pairs} of the {n_claims} answers not told one by one"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::findings;
    use crate::check::testing::*;
    use crate::model::FactKind;

    #[test]
    fn a_contradiction_has_two_sides() {
        let case = Case::of(FactKind::Date)
            .says("alpha", "{XXXX-11-14,XXXX-11-18}")
            .says("bravo", "XXXX-11-15")
            .says("charlie", "XXXX-11-16");
        let found = findings(&case.corpus);
        assert!(found.iter().all(|finding| finding.sides.len() == 2));
    }

    #[test]
    fn what_fits_together_is_one_record_with_a_side_for_each_answer() {
        let case =
            Case::of(people()).says("alpha", "1,000").says("bravo", "over 1,000").says("charlie", "1,020");
        let found = findings(&case.corpus);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].sides.len(), found[0].represents), (3, 3));
    }

    #[test]
    fn being_compatible_is_not_passed_on() {
        let case =
            Case::of(people()).says("alpha", "over 1,000").says("bravo", "1,208").says("charlie", "900");
        check(
            &case.says("delta", "1,000"),
            "
            contradict count-disjoint major: Alpha News says over 1,000 people and Bravo Post 1,208, but Charlie Times 900, up to 25 % apart.
            contradict count-disjoint moderate: Bravo Post says 1,208 people and “The delta text” 1,000, 17 % apart.
            contradict count-disjoint moderate: Charlie Times says 900 people and “The delta text” 1,000, 10 % apart.
            compatible count-overlap info: Alpha News says over 1,000 people and Bravo Post 1,208: one number can fit both.
            compatible count-overlap info: Alpha News says over 1,000 people and “The delta text” 1,000: one number can fit both.
            ",
        );
    }
}
