//! The records of a running total: what its series shows, and the ordinary rules for what has no
//! place in it; entry point [`add`].

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::pairs;
use super::gather::{Bundle, Records};
use super::pair::{Verdict, raise};
use super::question::LISTED_CLAIMS;
use super::series::speaker;
use super::series::{self, Fall, Rise, Series, streams};
use crate::model::{ClaimIx, Class, Modifier, Rule, Severity};

/// Up to this many pairs of answers are looked at between two days; of more, the ends.
const NEXT_DAY_PAIRS: usize = 64;

/// Files what the answers of a cumulative question show.
pub fn add(records: &mut Records) {
    let streams = streams(records.question);
    let mut looked_at: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut told: BTreeSet<Fall> = BTreeSet::new();
    let mut counted: BTreeSet<usize> = BTreeSet::new();
    for (stream, cells) in streams.groups.iter().enumerate() {
        records.stream = stream;
        let before: BTreeSet<usize> = cells.iter().copied().filter(|cell| counted.contains(cell)).collect();
        let series = series::series(records.question, cells, &before);
        counted.extend(cells);
        add_ordinary(records, &series, &mut looked_at);
        let falls = series.falls.iter().filter(|fall| told.insert((*fall).clone()));
        falls.for_each(|fall| add_fall(records, fall));
        series.rise.iter().for_each(|rise| add_rise(records, rise));
    }
    streams.apart.iter().for_each(|scopes| add_apart(records, scopes));
}

/// Answers of one day, those without a day of their own, and each day beside the next one.
fn add_ordinary(records: &mut Records, series: &Series, looked_at: &mut BTreeSet<(usize, usize)>) {
    let groups = series.days.iter().chain([&series.loose]);
    let within: Vec<(usize, usize)> =
        groups.flat_map(|cells| pairs(records.question, &records.clusters, cells)).collect();
    let within: Vec<Judged> = within
        .into_iter()
        .filter(|&pair| looked_at.insert(pair))
        .filter_map(|(a, b)| Some(([a, b], records.judge([a, b])?)))
        .collect();
    let (fitting, others): (Vec<Judged>, Vec<Judged>) =
        within.into_iter().partition(|(_, verdict)| verdict.rule == Rule::CountOverlap);
    others.iter().for_each(|(cells, verdict)| records.add_judged(*cells, verdict));
    if fitting.len() > TOLD_DAYS {
        add_fitting(records, "of a day", &fitting);
    } else {
        fitting.iter().for_each(|(cells, verdict)| records.add_judged(*cells, verdict));
    }
    let mut fitting: BTreeMap<Rule, Vec<Judged>> = BTreeMap::new();
    let beside = series.days.windows(2).flat_map(|next| beside(records, &next[0], &next[1]));
    for (a, b) in beside.collect::<Vec<_>>() {
        let Some(verdict) = records.judge([a, b]) else { continue };
        // A fall is told for the whole day, a rise for the whole series.
        let is_told = verdict.class == Class::Contradict
            || verdict.rule == Rule::CountUpdate
            || verdict.rule == Rule::CountOverlap && series.rise.is_some();
        if is_told || !looked_at.insert((a.min(b), a.max(b))) {
            continue;
        }
        match verdict.rule {
            Rule::CountOverlap | Rule::CountBounds => {
                fitting.entry(verdict.rule).or_default().push(([a, b], verdict));
            }
            _ => records.add_judged([a, b], &verdict),
        }
    }
    fitting.values().for_each(|pairs| add_fitting(records, "of days", pairs));
    add_loose(records, series, looked_at);
}

/// Two answers and what the rules say of them.
type Judged = ([usize; 2], Verdict);

/// Up to so many days on which the answers fit each other are told one by one.
const TOLD_DAYS: usize = 16;

/// One record of all answers of a series that fit each other, which lists the first of them.
fn add_fitting(records: &mut Records, what: &str, pairs: &[Judged]) {
    let groups = [0, 1].map(|_| format!("{what} {:04}", records.stream));
    let n_claims = |records: &Records, cell: usize| records.question.cells[cell].claims.len();
    let told = if what == "of a day" { 1 } else { TOLD_DAYS };
    let (first, rest) = pairs.split_at(told.min(pairs.len()));
    for (cells, verdict) in first {
        let listed = cells.map(|cell| records.question.cells[cell].listed.clone());
        let n_pairs = n_claims(records, cells[0]) * n_claims(records, cells[1]);
        let bundle = Bundle { cells: *cells, claims: [&listed[0], &listed[1]], n_pairs };
        records.file_as(&groups, verdict, &bundle);
    }
    let Some((cells, verdict)) = first.last().filter(|_| !rest.is_empty()) else { return };
    let n_rest: usize =
        rest.iter().map(|(cells, _)| n_claims(records, cells[0]) * n_claims(records, cells[1])).sum();
    let listed = cells.map(|cell| records.question.cells[cell].listed.clone());
    let bundle = Bundle { cells: *cells, claims: [&listed[0], &listed[1]], n_pairs: n_rest };
    records.file_as(&groups, verdict, &bundle);
}

/// The pairs of answers of two days: all of them while they are few, else those at the ends.
fn beside(records: &Records, a: &[usize], b: &[usize]) -> Vec<(usize, usize)> {
    let ends = |cells: &[usize]| match cells.len() * a.len().max(b.len()) > NEXT_DAY_PAIRS {
        true => {
            let by_cluster = |cell: &&usize| (records.clusters[**cell], **cell);
            let (low, high) = (cells.iter().min_by_key(by_cluster), cells.iter().max_by_key(by_cluster));
            low.into_iter().chain(high.filter(|_| cells.len() > 1)).copied().collect()
        }
        false => cells.to_vec(),
    };
    let later = ends(b);
    ends(a).into_iter().flat_map(|a| later.iter().map(move |&b| (a, b)).collect::<Vec<_>>()).collect()
}

/// Answers without a day of their own, each against the figures of the series next to it in size:
/// one that lies between two of them can be of a day between theirs.
fn add_loose(records: &mut Records, series: &Series, looked_at: &mut BTreeSet<(usize, usize)>) {
    let figure = |records: &Records, cell: usize| {
        let claim = &records.question.corpus[records.question.cells[cell].first()];
        claim.reading.quantity().map(|figure| (figure.number.low, figure.number.high))
    };
    let mut dated: Vec<(_, usize)> =
        series.days.iter().flatten().map(|&cell| (figure(records, cell), cell)).collect();
    dated.sort_unstable();
    for &cell in &series.loose {
        let at = dated.partition_point(|&(other, _)| other < figure(records, cell));
        let next: Vec<usize> =
            dated[at.saturating_sub(1)..(at + 1).min(dated.len())].iter().map(|&(_, cell)| cell).collect();
        let judged: Vec<(usize, Verdict)> =
            next.iter().filter_map(|&other| Some((other, records.judge([cell, other])?))).collect();
        let is_between = at > 0 && at < dated.len();
        for (other, verdict) in judged {
            let is_overlap = verdict.rule == Rule::CountOverlap;
            let is_passed =
                is_overlap && series.rise.is_some() || verdict.class == Class::Contradict && is_between;
            let is_fall = verdict.rule == Rule::CountCorrection && verdict.class == Class::Contradict;
            if !is_passed && !is_fall && looked_at.insert((cell.min(other), cell.max(other))) {
                records.add_judged([cell, other], &verdict);
            }
        }
    }
}

/// One record of a fall for each way in which the sources before and after it are tied.
fn add_fall(records: &mut Records, fall: &Fall) {
    let mut cells = Vec::new();
    for &a in fall.before.iter().take(NEXT_DAY_PAIRS) {
        cells.extend(fall.after.iter().take(NEXT_DAY_PAIRS).map(|&b| [a, b]));
    }
    cells.truncate(NEXT_DAY_PAIRS);
    for pair in cells {
        let judged = records.judge(pair).filter(|verdict| verdict.class == Class::Contradict);
        let Some(verdict) = judged else { continue };
        for tied in tied(records, fall, pair, &verdict) {
            file_fall(records, fall, pair, &tied);
        }
    }
}

/// The claims of a fall whose sources are tied alike.
struct Tied {
    verdict: Verdict,
    claims: [Vec<ClaimIx>; 2],
    n_pairs: usize,
}

fn tied(records: &Records, fall: &Fall, cells: [usize; 2], verdict: &Verdict) -> Vec<Tied> {
    let claims = cells.map(|cell| records.question.cells[cell].claims.clone());
    if let Some(own) = &fall.speaker {
        let mut verdict = verdict.clone();
        raise(&mut verdict, Modifier::SelfContradiction);
        let is_own = |ix: &ClaimIx| speaker(records.question, *ix) == *own;
        let claims = claims.map(|claims| claims.into_iter().filter(is_own).collect::<Vec<_>>());
        let n_pairs = claims[0].len() * claims[1].len();
        let claims = claims.map(|claims| claims.into_iter().take(LISTED_CLAIMS).collect());
        return if n_pairs > 0 { vec![Tied { verdict, claims, n_pairs }] } else { Vec::new() };
    }
    let mut n_free = claims[0].len() * claims[1].len();
    let mut found = Vec::new();
    for tie in records.ties(cells) {
        let mut verdict = verdict.clone();
        raise(&mut verdict, tie.modifier);
        let n_pairs = tie.a.len() * tie.b.len();
        n_free = n_free.saturating_sub(n_pairs);
        let claims = [tie.a, tie.b].map(|claims| claims.into_iter().take(LISTED_CLAIMS).collect());
        found.push(Tied { verdict, claims, n_pairs });
    }
    if n_free > 0 {
        let listed = cells.map(|cell| records.question.cells[cell].listed.clone());
        found.push(Tied { verdict: verdict.clone(), claims: listed, n_pairs: n_free });
    }
    found
}

fn file_fall(records: &mut Records, fall: &Fall, cells: [usize; 2], tied: &Tied) {
    let own = tied.verdict.modifiers.first().map(|_| records.question.corpus[tied.claims[0][0]].source);
    let groups = [&fall.before, &fall.after].map(|day| format!("day {:08} {own:?}", day[0]));
    let bundle = Bundle { cells, claims: [&tied.claims[0], &tied.claims[1]], n_pairs: tied.n_pairs };
    let beyond = fall.outlier.iter().flat_map(|outlier| &outlier.beyond);
    let beyond: Vec<(usize, Vec<ClaimIx>)> =
        beyond.map(|&cell| (cell, records.question.cells[cell].listed.clone())).collect();
    // A record's first side is that of the group that comes first in order.
    let is_turned = groups[1] < groups[0];
    let record = records.file_as(&groups, &tied.verdict, &bundle);
    let Some(outlier) = &fall.outlier else { return };
    let odd = usize::from(!outlier.is_before);
    record.outlier = tied.claims[odd].first().copied();
    let other_side = if is_turned { odd } else { 1 - odd };
    for (cell, claims) in beyond {
        record.sides[other_side].entry(cell).or_default().extend(claims);
    }
}

/// One record of all that grew, told by its two ends.
fn add_rise(records: &mut Records, rise: &Rise) {
    let verdict = Verdict::new(Rule::CountUpdate, Class::Update, Severity::Info);
    let listed = rise.ends.map(|cell| records.question.cells[cell].listed.clone());
    let bundle = Bundle { cells: rise.ends, claims: [&listed[0], &listed[1]], n_pairs: rise.n_pairs };
    records.file(&verdict, &bundle);
}

/// Figures about different things: pair by pair while they are few, else the latest of each.
fn add_apart(records: &mut Records, [a, b]: &[Vec<usize>; 2]) {
    if a.len() * b.len() <= NEXT_DAY_PAIRS {
        for &a in a {
            b.iter().for_each(|&b| records.add_cells([a.min(b), a.max(b)]));
        }
        return;
    }
    let (Some(&last_a), Some(&last_b)) = (a.last(), b.last()) else { return };
    let Some(verdict) = records.judge([last_a, last_b]) else { return };
    let n_claims =
        |cells: &[usize]| cells.iter().map(|&cell| records.question.cells[cell].claims.len()).sum::<usize>();
    let n_pairs = n_claims(a) * n_claims(b);
    let listed = [last_a, last_b].map(|cell| records.question.cells[cell].listed.clone());
    records.file(&verdict, &Bundle { cells: [last_a, last_b], claims: [&listed[0], &listed[1]], n_pairs });
}
