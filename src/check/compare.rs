//! The findings of one question: verdicts on pairs of answers, gathered into records; entry point
//! [`compare`].
//!
//! One record stands for all pairs between two clusters that one rule judges alike, and is told
//! by the gravest of them. Pairs whose sources are tied to each other get records of their own,
//! and so do the falls of a running total.

use std::collections::{BTreeMap, BTreeSet};

use super::byline::Bylines;
use super::cluster::pairs;
use super::gather::{Gathered, Likeness, Records};
use super::modifiers::{misquoted_origin, reported_dispute, scope_unstated, unit_suspected};
use super::pair::Pair;
use super::question::{Question, answer_key};
use super::record::Observation;
use super::telling::{Answer, Telling};
use super::{rules, running};
use crate::model::{Claim, ClaimIx, Class, DateValue, FactIx, Modifier, Rule};

/// Every finding between the answers to one question.
pub fn compare(question: &Question, bylines: &Bylines) -> Vec<Observation> {
    let mut records = Records::of(question);
    if question.is_cumulative() {
        running::add(&mut records);
    } else {
        let cells: Vec<usize> = (0..question.cells.len()).collect();
        let pairs = pairs(question, &records.clusters, &cells);
        pairs.into_iter().for_each(|(a, b)| records.add_cells([a, b]));
    }
    (0..question.cells.len()).for_each(|cell| records.add_agreement(cell));
    let gathered = std::mem::take(&mut records.gathered).into_iter();
    gathered.map(|(likeness, record)| observe(question, bylines, likeness, record)).collect()
}

fn observe(question: &Question, bylines: &Bylines, likeness: Likeness, record: Gathered) -> Observation {
    let (rule, class, modifiers, groups) = likeness;
    let is_one_group = groups[0] == groups[1];
    let sides = sides(question, is_one_group, (rule, class), record.sides);
    let corpus = question.corpus;
    let answers = if rule == Rule::Equal { vec![(0, sides.concat())] } else { by_answer(question, &sides) };
    let answers = answers.iter().map(|(side, claims)| answer(question, *side, claims)).collect();
    let [a, b] = told_in_order(question, record.telling).map(|ix| &corpus[ix]);
    let outlier = record.outlier.map(|ix| &corpus[ix]);
    let telling = Telling { pair: Pair::of(corpus, question.fact, [a, b]), bylines, answers, outlier };
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
        Modifier::ReportedDispute => reported_dispute::clause(telling),
        // The statements themselves say that one source gives both answers.
        Modifier::SelfContradiction | Modifier::OneVoice => String::new(),
    }
}

/// The sides of a record: one for agreement, one for each answer within a cluster, else two.
fn sides(
    question: &Question,
    is_one_group: bool,
    (rule, class): (Rule, Class),
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
    // A running total is told day by day.
    let is_dated = matches!(rule, Rule::CountUpdate | Rule::CountCorrection);
    let day = |ix: &ClaimIx| question.corpus[*ix].as_of.as_ref().and_then(DateValue::earliest);
    let rank = |ix: &ClaimIx| (day(ix).filter(|_| is_dated), question.rank.get(ix).copied());
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
    let claims = claims.iter().map(|&ix| &question.corpus[ix]);
    let speakers: Vec<&Claim> = claims.filter(|claim| seen.insert((claim.source, &claim.via))).collect();
    Answer { claim: speakers[0], speakers, side }
}

fn told_in_order(question: &Question, mut claims: [ClaimIx; 2]) -> [ClaimIx; 2] {
    claims.sort_by_key(|ix| question.rank.get(ix).copied());
    claims
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
