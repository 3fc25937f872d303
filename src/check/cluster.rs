//! Which answers belong together, and which pairs are looked at; entry points [`clusters`] and
//! [`pairs`].
//!
//! Figures and dates belong together where they share a value: sorted by their upper ends, one
//! sweep finds the fewest groups. Being compatible is not transitive, so a cluster only gathers
//! verdicts into records; each verdict still rests on two answers.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::modifiers::misquoted_origin::cited;
use super::question::Question;
use super::sets;
use crate::model::{ArticleIx, Bound, Claim, DateValue, Interval, Reading};
use crate::value::name;

/// Up to this many different answers, each is compared with each.
const ALL_PAIRS_ANSWERS: usize = 64;
/// Up to this many clusters, each is compared with each.
const ALL_PAIRS_CLUSTERS: usize = 16;

/// The cluster of each cell, numbered in the order of their values.
pub fn clusters(question: &Question) -> Vec<usize> {
    let claims: Vec<&Claim> = question.cells.iter().map(|cell| &question.corpus[cell.first()]).collect();
    let mut figures = Vec::new();
    let mut dates = Vec::new();
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (cell, claim) in claims.iter().enumerate() {
        match &claim.reading {
            Reading::Quantity(quantity) => figures.push((cell, quantity.plausible)),
            Reading::Date(date) => dates.push((cell, date)),
            Reading::Entity(Some(entity)) => names.entry(format!("{:08}", entity.0)).or_default().push(cell),
            Reading::Entity(None) => names.entry(name::key(claim.compared_words())).or_default().push(cell),
            Reading::Set(items) if claim.complete == Some(true) => {
                names.entry(format!("{:?}", sets::keys(items))).or_default().push(cell);
            }
            Reading::Set(_) | Reading::Text => names.entry(String::new()).or_default().push(cell),
            Reading::Position(position) => names.entry(format!("{position:08}")).or_default().push(cell),
            Reading::YesNo(yes) => names.entry(yes.to_string()).or_default().push(cell),
        }
    }
    let groups = of_figures(figures).into_iter().chain(of_dates(dates)).chain(names.into_values());
    let mut clusters = vec![0; claims.len()];
    for (number, group) in groups.enumerate() {
        group.into_iter().for_each(|cell| clusters[cell] = number);
    }
    clusters
}

/// The pairs of `cells`, which are in order, that are looked at, lower position first: all of them
/// while they are few, else as many as there are answers.
///
/// Of many answers each is compared with the next one in order of value and with the one that
/// most claims give, the lowest with the highest, and every source with itself and with those
/// that it cites.
pub fn pairs(question: &Question, clusters: &[usize], cells: &[usize]) -> Vec<(usize, usize)> {
    if is_small(cells, clusters) {
        let later = |a: usize| cells[a + 1..].iter().map(move |&b| (cells[a], b));
        return (0..cells.len()).flat_map(later).collect();
    }
    let mut by_value = cells.to_vec();
    by_value.sort_by_key(|&cell| (clusters[cell], cell));
    let most_given =
        cells.iter().copied().max_by_key(|&cell| (question.cells[cell].claims.len(), Reverse(cell)));
    let mut pairs = BTreeSet::new();
    let mut add = |a: usize, b: usize| {
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    };
    by_value.windows(2).for_each(|next| add(next[0], next[1]));
    most_given.into_iter().for_each(|hub| cells.iter().for_each(|&cell| add(hub, cell)));
    if let (Some(&lowest), Some(&highest)) = (by_value.first(), by_value.last()) {
        add(lowest, highest);
    }
    bound_cells(question, cells).into_iter().for_each(|(a, b)| add(a, b));
    pairs.into_iter().collect()
}

/// Whether every one of these answers is compared with every other one.
fn is_small(cells: &[usize], clusters: &[usize]) -> bool {
    let n_clusters = || cells.iter().map(|&cell| clusters[cell]).collect::<BTreeSet<_>>().len();
    cells.len() <= ALL_PAIRS_ANSWERS && n_clusters() <= ALL_PAIRS_CLUSTERS
}

/// Cells that share a source, or of which one cites a source of the other.
fn bound_cells(question: &Question, cells: &[usize]) -> Vec<(usize, usize)> {
    let mut by_source: BTreeMap<ArticleIx, Vec<usize>> = BTreeMap::new();
    let each = || cells.iter().map(|&position| (position, &question.cells[position]));
    for (position, cell) in each() {
        for &ix in &cell.claims {
            by_source.entry(question.corpus[ix].source).or_default().push(position);
        }
    }
    let mut bound = Vec::new();
    for cells in by_source.values() {
        bound.extend(cells.windows(2).map(|next| (next[0], next[1])));
        bound.extend(cells.iter().map(|&cell| (cells[0], cell)));
    }
    for (position, cell) in each() {
        let claims = cell.claims.iter().map(|&ix| &question.corpus[ix]);
        for article in claims.flat_map(|claim| cited(question.corpus, claim)) {
            // One of the cited source's answers is enough to find out that it was misquoted.
            bound.extend(by_source.get(&article).into_iter().flatten().take(4).map(|&own| (position, own)));
        }
    }
    bound
}

fn of_figures(mut figures: Vec<(usize, Interval)>) -> Vec<Vec<usize>> {
    figures.sort_by(|(a, x), (b, y)| by_upper_end(x, y).then(a.cmp(b)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut shared: Option<Interval> = None;
    for (cell, interval) in figures {
        shared = match shared.and_then(|shared| shared.intersection(&interval)) {
            Some(both) => {
                groups.last_mut().into_iter().for_each(|group| group.push(cell));
                Some(both)
            }
            None => {
                groups.push(vec![cell]);
                Some(interval)
            }
        };
    }
    groups
}

fn by_upper_end(a: &Interval, b: &Interval) -> Ordering {
    let low = |interval: &Interval| interval.lower();
    match (a.high, b.high) {
        (Bound::Unbounded, Bound::Unbounded) => low(a).cmp(&low(b)),
        (Bound::Unbounded, Bound::Closed(_) | Bound::Open(_)) => Ordering::Greater,
        (Bound::Closed(_) | Bound::Open(_), Bound::Unbounded) => Ordering::Less,
        (Bound::Closed(x) | Bound::Open(x), Bound::Closed(y) | Bound::Open(y)) => {
            x.cmp(&y).then_with(|| low(a).cmp(&low(b)))
        }
    }
}

/// Dates by the days they cover, those of an unspecified year on their own.
fn of_dates(mut dates: Vec<(usize, &DateValue)>) -> Vec<Vec<usize>> {
    let last = |date: &DateValue| (date.latest().is_none(), date.latest());
    dates.sort_by_key(|(cell, date)| (!date.year_known, last(date), date.earliest(), *cell));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // The year's kind and the last day of the first date of the group: all others end later.
    let mut open: Option<(bool, Option<crate::model::Day>)> = None;
    for (cell, date) in dates {
        let joins = open.is_some_and(|(year_known, end)| {
            let begins_by = end.is_none_or(|end| date.earliest().is_none_or(|first| first <= end));
            year_known == date.year_known && begins_by
        });
        if joins {
            groups.last_mut().into_iter().for_each(|group| group.push(cell));
        } else {
            groups.push(vec![cell]);
            open = Some((date.year_known, date.latest()));
        }
    }
    groups
}
