//! Pairs of answers gathered into records: what one rule judges alike between two groups; entry
//! point [`Records`].

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::cluster::clusters;
use super::days::Dates;
use super::figures::Figures;
use super::pair::{Pair, Verdict, judge_values, raise};
use super::question::{Cell, LISTED_CLAIMS, Question, answer_key};
use super::ties::{Sources, Tie, between};
use crate::model::{ClaimIx, Class, Modifier, Rule, Severity};
use crate::value::date::DateRelation;

/// What the pairs of one record have in common: rule, class, modifiers and the group of each side.
pub type Likeness = (Rule, Class, Vec<Modifier>, [String; 2]);

/// The pairs that one record stands for.
pub struct Gathered {
    /// How much the gravest pair matters.
    pub severity: Severity,
    distance: Decimal,
    /// The pair that tells the record: the gravest, then the farthest apart.
    pub telling: [ClaimIx; 2],
    /// The claims of each side by cell, in the order of the likeness's groups.
    pub sides: [BTreeMap<usize, BTreeSet<ClaimIx>>; 2],
    /// How many pairs of claims there are.
    pub n_pairs: usize,
    /// The figure of a running total that stands out.
    pub outlier: Option<ClaimIx>,
}

/// Pairs of claims between two cells that are judged alike.
pub struct Bundle<'a> {
    /// The two cells.
    pub cells: [usize; 2],
    /// The claims that a record lists of each.
    pub claims: [&'a [ClaimIx]; 2],
    /// How many pairs of claims there are.
    pub n_pairs: usize,
}

/// The records of one question while they are gathered.
pub struct Records<'a> {
    /// The question.
    pub question: &'a Question<'a>,
    /// The cluster of each cell.
    pub clusters: Vec<usize>,
    /// The sources of each cell.
    sources: Vec<Sources>,
    /// Which of the running totals that a question holds, one for each scope, is looked at.
    pub stream: usize,
    /// What was filed.
    pub gathered: BTreeMap<Likeness, Gathered>,
}

impl<'a> Records<'a> {
    /// No records yet.
    pub fn of(question: &'a Question<'a>) -> Self {
        let sources = question.cells.iter().map(|cell| Sources::of(question.corpus, &cell.claims)).collect();
        Self { question, clusters: clusters(question), sources, stream: 0, gathered: BTreeMap::new() }
    }

    /// Judges two answers, and files the pairs of claims that they stand for.
    pub fn add_cells(&mut self, cells: [usize; 2]) {
        if let Some(verdict) = self.judge(cells) {
            self.add_judged(cells, &verdict);
        }
    }

    /// What the rules say of two answers, whoever gives them.
    pub fn judge(&self, cells: [usize; 2]) -> Option<Verdict> {
        judge_values(&self.pair(cells.map(|cell| self.question.cells[cell].first())))
    }

    /// Files the pairs of claims of two answers by how their sources are tied.
    pub fn add_judged(&mut self, cells: [usize; 2], verdict: &Verdict) {
        let [a, b] = cells.map(|cell| &self.question.cells[cell]);
        let is_grave = verdict.class == Class::Contradict;
        let ties = if is_grave { self.ties(cells) } else { Vec::new() };
        for tie in &ties {
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
            self.file(verdict, &Bundle { cells, claims: [&own, &other], n_pairs });
        }
    }

    /// Files the agreement of those who give one answer.
    pub fn add_agreement(&mut self, cell: usize) {
        let claims = &self.question.cells[cell].claims;
        let n_pairs = claims.len() * (claims.len() - 1) / 2;
        if n_pairs > 0 {
            let verdict = Verdict::new(Rule::Equal, Class::Agree, Severity::Info);
            // Each claim agrees in one record only, so agreement can list them all.
            self.file(&verdict, &Bundle { cells: [cell, cell], claims: [claims, claims], n_pairs });
        }
    }

    /// How the sources of two answers are tied.
    pub fn ties(&self, [a, b]: [usize; 2]) -> Vec<Tie> {
        between(&self.sources[a], &self.sources[b])
    }

    /// Adds pairs to the record they belong to, or opens one.
    pub fn file(&mut self, verdict: &Verdict, bundle: &Bundle) {
        let groups = [0, 1].map(|side| self.group(verdict, bundle, side));
        self.file_as(&groups, verdict, bundle);
    }

    /// Adds pairs to the record between two groups, or opens one.
    pub fn file_as(&mut self, groups: &[String; 2], verdict: &Verdict, bundle: &Bundle) -> &mut Gathered {
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
            outlier: None,
        });
        if (verdict.severity, distance) > (record.severity, record.distance) {
            (record.severity, record.distance, record.telling) = (verdict.severity, distance, telling);
        }
        for (side, i) in record.sides.iter_mut().zip(order) {
            let listed = side.entry(bundle.cells[i]).or_default();
            listed.extend(bundle.claims[i]);
        }
        record.n_pairs += bundle.n_pairs;
        record
    }

    /// What must be the same for two bundles to share a side of a record.
    fn group(&self, verdict: &Verdict, bundle: &Bundle, side: usize) -> String {
        let claim = &self.question.corpus[bundle.claims[side][0]];
        if verdict.rule == Rule::Equal {
            return answer_key(claim);
        }
        let own = verdict.modifiers.iter().any(|modifier| match modifier {
            Modifier::SelfContradiction | Modifier::ReportedDispute | Modifier::MisquotedOrigin => true,
            Modifier::OneVoice | Modifier::ScopeUnstated | Modifier::UnitSuspected => false,
        });
        let source = own.then_some(claim.source);
        if verdict.rule == Rule::DifferentScope {
            let as_of = claim.as_of.as_ref().map(|day| &day.edtf);
            let currency = claim.reading.quantity().map(|quantity| &quantity.number.currency);
            // A running total is about one thing on all its days.
            let as_of = as_of.filter(|_| !self.question.is_cumulative());
            return format!("{:?} {as_of:?} {currency:?}", claim.scope);
        }
        if verdict.rule == Rule::CountUpdate {
            // What grew is told once.
            return format!("rise {:04}", self.stream);
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
