//! What holds of every comparison, whatever the claims: it is symmetric, the order of claims and
//! the number of threads change nothing, wider figures never contradict more, no pair is lost.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::Joined;
use super::byline::Bylines;
use super::compare::compare;
use super::question::questions;
use super::testing::*;
use super::{findings, judge};
use crate::model::{Bound, ClaimIx, Class, Corpus, FactIx, FactKind, Finding, Interval, Reading, Wording};

const SOURCES: [&str; 4] = ["alpha", "bravo", "charlie", "delta"];
const FIGURES: [&str; 14] = [
    "27",
    "270",
    "271",
    "1,000",
    "over 1,000",
    "at least 900",
    "about 950",
    "nearly 1,000",
    "up to 2,000",
    "fewer than 300",
    "dozens",
    "1,000 to 1,200",
    "100,000",
    "0",
];
const DATES: [&str; 10] = [
    "2025-07-14",
    "2025-07",
    "2025-07-14/2025-07-16",
    "XXXX-11-14",
    "{XXXX-11-14,XXXX-11-16}",
    "2025-07-15?",
    "2025~",
    "[2025-11-14,2025-11-15]",
    "2025-07-17",
    "2024",
];
const NAMES: [&str; 8] = [
    "Hun Manet",
    "Hun Sen",
    "Samdech Hun Sen",
    "Zhou Wenying",
    "Zhou Wenyin",
    "Zhou Wen-Ying",
    "J. Sims",
    "Jacob Sims",
];
const LISTS: [&str; 5] =
    ["Poipet", "Poipet, Sihanoukville", "Sihanouk Province", "Thailand, Poipet", "Phnom Penh"];

/// One claim as drawn: the position of its source and words, its scope, time and wording.
type Drawn = (usize, usize, usize, usize, usize);

fn drawn() -> impl Strategy<Value = Drawn> {
    (0..SOURCES.len(), 0..FIGURES.len(), 0..5_usize, 0..4_usize, 0..6_usize)
}

fn kinds() -> impl Strategy<Value = (FactKind, &'static [&'static str])> {
    prop_oneof![
        Just((people(), FIGURES.as_slice())),
        Just((running_total(), FIGURES.as_slice())),
        Just((FactKind::Date, DATES.as_slice())),
        Just((somebody(), NAMES.as_slice())),
        Just((FactKind::Set, LISTS.as_slice())),
        Just((positions(true), ["works", "fails"].as_slice())),
        Just((FactKind::YesNo, ["yes", "no"].as_slice())),
        Just((FactKind::Text, ["one", "another"].as_slice())),
    ]
}

fn case(kind: FactKind, vocabulary: &[&str], claims: &[Drawn]) -> Corpus {
    let claims = claims.iter().fold(Case::of(kind), |case, &(source, words, place, day, extra)| {
        let case = case.says(SOURCES[source], vocabulary[words % vocabulary.len()]);
        let case = match place {
            0 => case.at(&["cambodia"]),
            1 => case.at(&["poipet"]),
            _ => case,
        };
        let case = match day {
            0 => case.on_day("2025-07-14"),
            1 => case.on_day("2025-07-16"),
            _ => case,
        };
        match extra {
            0 => case.via("police"),
            1 => case.citing("bravo"),
            2 => case.with(|claim| claim.complete = Some(true)),
            3 => case.with(|claim| claim.worded = Some(Wording::Announced)),
            4 => case.with(|claim| claim.worded = Some(Wording::Corrected)),
            _ => case,
        }
    });
    claims.corpus
}

/// A finding with its claims by what they say, whatever their positions.
fn told(corpus: &Corpus, finding: &Finding) -> String {
    let side = |side: &Vec<ClaimIx>| -> Vec<String> {
        side.iter().map(|&ix| format!("{:?} {}", corpus[ix].source, corpus[ix].words)).collect()
    };
    let sides: Vec<Vec<String>> = finding.sides.iter().map(side).collect();
    format!("{} {} {sides:?} x{}", line(finding), finding.id, finding.represents)
}

fn all_told(corpus: &Corpus) -> Vec<String> {
    findings(corpus).iter().map(|finding| told(corpus, finding)).collect()
}

/// How many pairs of claims the records of a corpus with one fact stand for.
fn n_represented(corpus: &Corpus) -> usize {
    let bylines = Bylines::new(corpus, &Joined::new(corpus));
    let questions = questions(corpus, &[FactIx(0)]);
    questions.iter().flat_map(|question| compare(question, &bylines)).map(|found| found.represents).sum()
}

fn wider(interval: Interval, by: u32) -> Interval {
    let by = Decimal::from(by);
    let low = match interval.low {
        Bound::Closed(low) | Bound::Open(low) => Bound::Closed(low - by),
        Bound::Unbounded => Bound::Unbounded,
    };
    let high = match interval.high {
        Bound::Closed(high) | Bound::Open(high) => Bound::Closed(high + by),
        Bound::Unbounded => Bound::Unbounded,
    };
    Interval { low, high }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn judging_is_symmetric((kind, words) in kinds(), a in drawn(), b in drawn()) {
        let corpus = case(kind, words, &[a, b]);
        prop_assert_eq!(judge(&corpus, ClaimIx(0), ClaimIx(1)), judge(&corpus, ClaimIx(1), ClaimIx(0)));
    }

    #[test]
    fn the_order_of_claims_changes_nothing(
        (kind, words) in kinds(),
        claims in prop::collection::vec(drawn(), 2..12),
        rotation in 0..12_usize,
    ) {
        let corpus = case(kind, words, &claims);
        let mut other = corpus.clone();
        let order = &mut other.facts[0].claims;
        order.reverse();
        order.rotate_left(rotation % claims.len());
        prop_assert_eq!(all_told(&corpus), all_told(&other));
    }

    #[test]
    fn the_number_of_threads_changes_nothing(
        (kind, words) in kinds(),
        claims in prop::collection::vec(drawn(), 2..8),
    ) {
        let corpus = case(kind, words, &claims);
        let with = |n_threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
            pool.install(|| findings(&corpus))
        };
        prop_assert_eq!(with(1), with(3));
    }

    #[test]
    fn wider_figures_never_turn_compatible_into_contradiction(a in drawn(), b in drawn(), by in 0..2_000_u32) {
        let mut corpus = case(people(), &FIGURES, &[a, b]);
        let before = judge(&corpus, ClaimIx(0), ClaimIx(1)).unwrap();
        if let Reading::Quantity(quantity) = &mut corpus.claims[0].reading {
            quantity.hard = wider(quantity.hard, by);
            quantity.plausible = wider(quantity.plausible, by);
        }
        let after = judge(&corpus, ClaimIx(0), ClaimIx(1)).unwrap();
        prop_assert!(before.class == Class::Contradict || after.class != Class::Contradict);
    }

    #[test]
    fn every_pair_of_claims_is_represented_once(
        (kind, words) in kinds(),
        claims in prop::collection::vec(drawn(), 1..14),
    ) {
        let corpus = case(kind.clone(), words, &claims);
        let n_pairs = claims.len() * (claims.len() - 1) / 2;
        // A running total tells its falls by the two days between which they lie.
        let is_all = kind.series().is_some() || n_represented(&corpus) == n_pairs;
        prop_assert!(is_all && n_represented(&corpus) <= n_pairs, "{} of {n_pairs}", n_represented(&corpus));
    }

    #[test]
    fn ids_are_unique_and_safe_in_anchors(
        (kind, words) in kinds(),
        claims in prop::collection::vec(drawn(), 2..14),
    ) {
        let found = findings(&case(kind, words, &claims));
        let ids: std::collections::BTreeSet<&str> = found.iter().map(|finding| finding.id.0.as_str()).collect();
        prop_assert_eq!(ids.len(), found.len());
        let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        prop_assert!(ids.iter().all(|id| id.chars().all(safe)));
    }
}

/// Thousands of claims give records in proportion, which stand for no pair twice.
fn check_many(corpus: &Corpus) {
    let n = corpus.claims.len();
    let found = findings(corpus);
    assert!(found.len() <= 4 * n, "{} records for {n} claims", found.len());
    let listed: usize = found.iter().flat_map(|finding| &finding.sides).map(Vec::len).sum();
    assert!(listed <= 200 * n, "{listed} claims listed for {n}");
    assert!(n_represented(corpus) <= n * (n - 1) / 2);
}

#[test]
fn thousands_of_different_answers_stay_in_proportion() {
    let words: Vec<String> = (0..3_000).map(|i| (1_001 + i * 7).to_string()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let claims: Vec<Drawn> = (0..3_000).map(|i| (i % 4, i, 9, 9, 9)).collect();
    check_many(&case(people(), &words, &claims));
}

#[test]
fn thousands_of_equal_answers_are_one_record() {
    let claims: Vec<Drawn> = (0..3_000).map(|i| (i % 4, 0, 9, 9, 9)).collect();
    let corpus = case(people(), &FIGURES, &claims);
    check_many(&corpus);
    assert_eq!(findings(&corpus).len(), 1);
}

#[test]
fn thousands_of_claims_on_two_answers_are_a_handful_of_records() {
    let claims: Vec<Drawn> = (0..3_000).map(|i| (i % 4, 3 * (i % 2), 9, 9, 9)).collect();
    let corpus = case(people(), &FIGURES, &claims);
    check_many(&corpus);
    assert!(findings(&corpus).len() < 10);
}
