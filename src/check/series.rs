//! A running total over its days: what rose, where it fell, which figure stands out; entry point
//! [`series`].
//!
//! The answers with a day are put in the order of their days, and each day is held against the
//! next one only: a total of ten thousand figures is one rise, the falls between neighbours, and
//! the single figures that fit neither. Answers of one day, and those without a day of their own,
//! go to the ordinary rules.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::Pair;
use super::question::Question;
use crate::model::{ArticleIx, Bound, Claim, ClaimIx, DateValue, Interval, Quantity, Voice, Wording};

/// What the days of one running total show; cells by their position in the question.
#[derive(Default)]
pub struct Series {
    /// Days, or spans of days, that do not overlap, earliest first, each with its cells.
    pub days: Vec<Vec<usize>>,
    /// Cells without a day, or with a span of days that holds several of the others.
    pub loose: Vec<usize>,
    /// Where the total is lower than before.
    pub falls: Vec<Fall>,
    /// The rise, where there is one.
    pub rise: Option<Rise>,
}

/// A lower figure on a later day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fall {
    /// The cells before the fall.
    pub before: Vec<usize>,
    /// The cells after it.
    pub after: Vec<usize>,
    /// The single figure that stands out, where its neighbours fit each other.
    pub outlier: Option<Outlier>,
    /// Whose own figures fall, where those of others on the same days hide it.
    pub speaker: Option<Speaker>,
}

/// A source, and whom it cites, in order.
pub type Speaker = (ArticleIx, Vec<Voice>);

/// A figure between two that fit each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outlier {
    /// Whether it is the figure before the fall, too high, and not the one after it, too low.
    pub is_before: bool,
    /// The cells on the far side of the outlier.
    pub beyond: Vec<usize>,
}

/// A total that grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rise {
    /// A cell with a low figure, then one with a higher figure of a later day.
    pub ends: [usize; 2],
    /// How many pairs of claims are a figure and a higher one of a later day.
    pub n_pairs: usize,
}

/// What `cells`, which differ in no stated scope, show as a series; pairs of the cells in
/// `counted` were counted before.
pub fn series(question: &Question, cells: &[usize], counted: &BTreeSet<usize>) -> Series {
    let (days, loose) = days(question, cells);
    let mut falls = falls(question, &days, None);
    let day_of: BTreeMap<usize, usize> =
        days.iter().enumerate().flat_map(|(day, cells)| cells.iter().map(move |&cell| (cell, day))).collect();
    let day_of = |cells: &[usize]| day_of.get(&cells[0]).copied();
    let told: BTreeSet<usize> = falls.iter().filter_map(|fall| day_of(&fall.before)).collect();
    // A step over a fall of all figures is lower for the same reason.
    let is_told = |fall: &Fall| match (day_of(&fall.before), day_of(&fall.after)) {
        (Some(before), Some(after)) => told.range(before..after).next().is_some(),
        (Some(before), None) => told.contains(&before),
        (None, Some(after)) => after > 0 && told.contains(&(after - 1)),
        (None, None) => false,
    };
    for (speaker, own) in own_days(question, &days) {
        let own = self::falls(question, &own, Some(&speaker));
        falls.extend(own.into_iter().filter(|fall| !is_told(fall)));
    }
    let of_spans = loose.iter().flat_map(|&cell| loose_falls(question, &days, cell));
    falls.extend(of_spans.filter(|fall| !is_told(fall)));
    falls.sort();
    falls.dedup();
    let mut rise = rise(question, &days, &falls);
    if let Some(rise) = rise.as_mut().filter(|_| !counted.is_empty()) {
        let counted = |day: &Vec<usize>| day.iter().copied().filter(|cell| counted.contains(cell)).collect();
        let before: Vec<Vec<usize>> = days.iter().map(counted).collect();
        rise.n_pairs -= self::rise(question, &before, &[]).map_or(0, |before| before.n_pairs);
    }
    let rise = rise.filter(|rise| rise.n_pairs > 0);
    Series { days, loose, falls, rise }
}

/// Spans of days that do not overlap, the shortest ones kept, and the cells that have none of them.
fn days(question: &Question, cells: &[usize]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut by_span: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
    let mut loose = Vec::new();
    for &cell in cells {
        match claim(question, cell).as_of.as_ref().and_then(span) {
            Some(span) => by_span.entry(span).or_default().push(cell),
            None => loose.push(cell),
        }
    }
    let mut spans: Vec<(i32, i32)> = by_span.keys().copied().collect();
    spans.sort_by_key(|&(first, last)| (i64::from(last) - i64::from(first), first));
    let mut kept: BTreeMap<i32, (i32, Vec<usize>)> = BTreeMap::new();
    for span in spans {
        let (first, last) = span;
        let cells = by_span.remove(&span).unwrap_or_default();
        let overlaps = kept.range(..=last).next_back().is_some_and(|(_, (end, _))| *end >= first);
        if overlaps {
            loose.extend(cells);
        } else {
            kept.insert(first, (last, cells));
        }
    }
    loose.sort_unstable();
    (kept.into_values().map(|(_, cells)| cells).collect(), loose)
}

/// First and last day of a date with a year and two ends.
fn span(day: &DateValue) -> Option<(i32, i32)> {
    let (first, last) = (day.earliest()?, day.latest()?);
    day.year_known.then_some((first.0, last.0))
}

/// The days of each source, and of each of those whom it cites, where others speak too.
fn own_days(question: &Question, days: &[Vec<usize>]) -> Vec<(Speaker, Vec<Vec<usize>>)> {
    let mut by_speaker: BTreeMap<Speaker, Vec<Vec<usize>>> = BTreeMap::new();
    for day in days {
        let mut own: BTreeMap<Speaker, Vec<usize>> = BTreeMap::new();
        for &cell in day {
            let speakers: BTreeSet<Speaker> =
                question.cells[cell].claims.iter().map(|&ix| speaker(question, ix)).collect();
            speakers.into_iter().for_each(|speaker| own.entry(speaker).or_default().push(cell));
        }
        own.into_iter().for_each(|(speaker, cells)| by_speaker.entry(speaker).or_default().push(cells));
    }
    if by_speaker.len() == 1 { Vec::new() } else { by_speaker.into_iter().collect() }
}

/// Who says what a claim says: its source, and whom that source cites.
pub fn speaker(question: &Question, ix: ClaimIx) -> Speaker {
    let claim = &question.corpus[ix];
    let mut voices = claim.via.clone();
    voices.sort();
    voices.dedup();
    (claim.source, voices)
}

/// Where a day is wholly below the day before it.
fn falls(question: &Question, days: &[Vec<usize>], speaker: Option<&Speaker>) -> Vec<Fall> {
    let falls = |a: usize, b: usize| has_fallen(question, &days[a], &days[b]);
    let is_wild = |a: usize, b: usize| is_wild(question, &days[a], &days[b]);
    let mut found = Vec::new();
    for k in 0..days.len().saturating_sub(1) {
        if !falls(k, k + 1) {
            continue;
        }
        let (has_before, has_after) = (k > 0, k + 2 < days.len());
        // A figure stands out where its neighbours fit each other, unless the figure beside it
        // does so too; at either end of a series nothing decides but the size of the step.
        let high = has_before && !falls(k - 1, k + 1);
        let low = has_after && !falls(k, k + 2);
        let sure = (has_before && has_after) || is_wild(k, k + 1);
        let outlier = match (high, low) {
            (true, false) if sure => Some(Outlier { is_before: true, beyond: days[k - 1].clone() }),
            (false, true) if sure => Some(Outlier { is_before: false, beyond: days[k + 2].clone() }),
            (true | false, _) => None,
        };
        found.push(Fall {
            before: days[k].clone(),
            after: days[k + 1].clone(),
            outlier,
            speaker: speaker.cloned(),
        });
    }
    found
}

/// A span of several days against the last day before it and the first day after it.
fn loose_falls(question: &Question, days: &[Vec<usize>], cell: usize) -> Vec<Fall> {
    let Some((first, last)) = claim(question, cell).as_of.as_ref().and_then(span) else { return Vec::new() };
    let ends = |day: &Vec<usize>| claim(question, day[0]).as_of.as_ref().and_then(span).unwrap_or_default();
    let before = days[..days.partition_point(|day| ends(day).1 < first)].last();
    let after = days.get(days.partition_point(|day| ends(day).0 <= last));
    let fall = |before: &[usize], after: &[usize]| Fall {
        before: before.to_vec(),
        after: after.to_vec(),
        outlier: None,
        speaker: None,
    };
    let own = [cell];
    let into = before.filter(|day| has_fallen(question, day, &own)).map(|day| fall(day, &own));
    let out = after.filter(|day| has_fallen(question, &own, day)).map(|day| fall(&own, day));
    into.into_iter().chain(out).collect()
}

/// Whether every figure of the later day is below every one of the earlier day, and none is
/// worded as a correction.
fn has_fallen(question: &Question, earlier: &[usize], later: &[usize]) -> bool {
    let is_corrected = later.iter().any(|&cell| claim(question, cell).worded == Some(Wording::Corrected));
    let Some((low, high)) = facing(question, earlier, later) else { return false };
    !is_corrected && high.hard.is_below(&low.hard)
}

/// Whether the later day has less than half of the earlier one.
fn is_wild(question: &Question, earlier: &[usize], later: &[usize]) -> bool {
    let facing = facing(question, earlier, later);
    let gap = facing.and_then(|(low, high)| low.hard.gap_percent(&high.hard));
    gap.is_some_and(|gap| gap > rust_decimal::Decimal::from(50))
}

/// The lowest figure of the earlier day and the highest one of the later day.
fn facing<'a>(
    question: &Question<'a>,
    earlier: &[usize],
    later: &[usize],
) -> Option<(&'a Quantity, &'a Quantity)> {
    let figures = |cells: &[usize]| -> Vec<&'a Quantity> {
        cells.iter().filter_map(|&cell| claim(question, cell).reading.quantity()).collect()
    };
    let low = figures(earlier).into_iter().min_by_key(|figure| lower_key(&figure.hard))?;
    let high = figures(later).into_iter().max_by_key(|figure| upper_key(&figure.hard))?;
    Some((low, high))
}

/// Counts what grew, and finds two figures that tell it: the lowest one so far and the last one
/// above it.
fn rise(question: &Question, days: &[Vec<usize>], falls: &[Fall]) -> Option<Rise> {
    let odd: BTreeSet<usize> = falls.iter().flat_map(odd_cells).collect();
    let figure = |cell: usize| claim(question, cell).reading.quantity().map(|figure| figure.plausible);
    let mut uppers: Vec<UpperKey> =
        days.iter().flatten().filter_map(|&c| figure(c)).map(|i| upper_key(&i)).collect();
    uppers.sort_unstable();
    uppers.dedup();
    let mut counts = Counts(vec![0; uppers.len() + 1]);
    let (mut n_pairs, mut lowest, mut ends) = (0, None::<(UpperKey, usize)>, None);
    for day in days {
        let figures: Vec<(usize, Interval)> =
            day.iter().filter_map(|&cell| Some((cell, figure(cell)?))).collect();
        for &(cell, interval) in &figures {
            let below = uppers.partition_point(|&upper| is_below(upper, &interval));
            n_pairs += counts.up_to(below) * question.cells[cell].claims.len();
            let from = lowest.filter(|&(upper, _)| is_below(upper, &interval) && !odd.contains(&cell));
            ends = from.map(|(_, from)| [from, cell]).or(ends);
        }
        for &(cell, interval) in &figures {
            let upper = upper_key(&interval);
            counts.add(uppers.partition_point(|&other| other < upper), question.cells[cell].claims.len());
            if !odd.contains(&cell) && lowest.is_none_or(|(low, _)| upper < low) {
                lowest = Some((upper, cell));
            }
        }
    }
    ends.filter(|_| n_pairs > 0).map(|ends| Rise { ends, n_pairs })
}

/// The cells that stand out at a fall.
fn odd_cells(fall: &Fall) -> Vec<usize> {
    match &fall.outlier {
        Some(Outlier { is_before: true, .. }) => fall.before.clone(),
        Some(Outlier { is_before: false, .. }) => fall.after.clone(),
        None => Vec::new(),
    }
}

/// The upper end of an interval in order: whether it is open towards the top, its figure, and
/// whether it belongs to the interval.
type UpperKey = (bool, rust_decimal::Decimal, bool);

fn upper_key(interval: &Interval) -> UpperKey {
    match interval.high {
        Bound::Unbounded => (true, rust_decimal::Decimal::ZERO, false),
        Bound::Open(figure) => (false, figure, false),
        Bound::Closed(figure) => (false, figure, true),
    }
}

fn lower_key(interval: &Interval) -> (bool, rust_decimal::Decimal, bool) {
    match interval.low {
        Bound::Unbounded => (false, rust_decimal::Decimal::ZERO, false),
        Bound::Closed(figure) => (true, figure, false),
        Bound::Open(figure) => (true, figure, true),
    }
}

/// Whether an upper end lies wholly below an interval.
fn is_below((unbounded, figure, closed): UpperKey, interval: &Interval) -> bool {
    !unbounded
        && match interval.low {
            Bound::Unbounded => false,
            Bound::Closed(low) => figure < low || (figure == low && !closed),
            Bound::Open(low) => figure <= low,
        }
}

/// How many claims have one of the first figures: sums over a tree, in logarithmic time.
struct Counts(Vec<usize>);

impl Counts {
    fn add(&mut self, position: usize, n: usize) {
        let mut at = position + 1;
        while at < self.0.len() {
            self.0[at] += n;
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, end: usize) -> usize {
        let (mut at, mut sum) = (end, 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}

fn claim<'a>(question: &Question<'a>, cell: usize) -> &'a Claim {
    &question.corpus[question.cells[cell].first()]
}

/// Groups of cells that differ in no stated scope, unit or currency, by the first cell of each
/// scope; and the scopes of two groups that do differ.
pub struct Streams {
    /// Cells of each group. A cell whose scope fits several groups is in each of them.
    pub groups: Vec<Vec<usize>>,
    /// The cells of two scopes that differ.
    pub apart: Vec<[Vec<usize>; 2]>,
}

/// Up to this many scopes, each is held against each.
const ALL_SCOPES: usize = 32;

/// Sorts the cells of a question by what they are about.
pub fn streams(question: &Question) -> Streams {
    let mut by_scope: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for cell in 0..question.cells.len() {
        let claim = claim(question, cell);
        let unit = claim.reading.quantity().map(|figure| (&figure.number.currency, figure.number.percent));
        by_scope.entry(format!("{:?} {unit:?}", claim.scope)).or_default().push(cell);
    }
    let mut scopes: Vec<Vec<usize>> = by_scope.into_values().collect();
    scopes.sort();
    let differs = |a: &[usize], b: &[usize]| {
        let pair = Pair::of(question.corpus, question.fact, [claim(question, a[0]), claim(question, b[0])]);
        super::scope::difference(&pair).is_some()
    };
    if scopes.len() > ALL_SCOPES {
        let apart = scopes.windows(2).filter(|next| differs(&next[0], &next[1]));
        let apart = apart.map(|next| [next[0].clone(), next[1].clone()]).collect();
        return Streams { groups: scopes, apart };
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut apart = Vec::new();
    for (i, j) in (0..scopes.len()).flat_map(|i| (i..scopes.len()).map(move |j| (i, j))) {
        if differs(&scopes[i], &scopes[j]) {
            apart.push([scopes[i].clone(), scopes[j].clone()]);
        } else if !groups.iter().any(|group| group.contains(&i) && group.contains(&j)) {
            let mut group = BTreeSet::from([i, j]);
            for (other, scope) in scopes.iter().enumerate() {
                if group.iter().all(|&member| !differs(&scopes[member], scope)) {
                    group.insert(other);
                }
            }
            groups.push(group.into_iter().collect());
        }
    }
    let cells = |group: Vec<usize>| {
        let mut cells: Vec<usize> = group.into_iter().flat_map(|i| scopes[i].clone()).collect();
        cells.sort_unstable();
        cells
    };
    Streams { groups: groups.into_iter().map(cells).collect(), apart }
}
