//! Every factor of the settings decides what is found: each one is turned, and one finding with it.

use super::findings;
use super::testing::*;
use crate::model::{FactKind, Tolerances, Wording};

/// A change of one factor, and two answers that stand otherwise to each other after it.
struct Turn {
    factor: &'static str,
    turn: fn(&mut Tolerances),
    kind: FactKind,
    answers: [&'static str; 2],
    worded: Option<Wording>,
    found: [&'static str; 2],
}

fn figures(
    (factor, turn): (&'static str, fn(&mut Tolerances)),
    answers: [&'static str; 2],
    found: [&'static str; 2],
) -> Turn {
    Turn { factor, turn, kind: people(), answers, worded: None, found }
}

fn dates(
    (factor, turn): (&'static str, fn(&mut Tolerances)),
    (answers, worded): ([&'static str; 2], Option<Wording>),
    found: [&'static str; 2],
) -> Turn {
    Turn { factor, turn, kind: FactKind::Date, answers, worded, found }
}

fn turns() -> Vec<Turn> {
    const DISJOINT: &str = "contradict count-disjoint";
    let announced = Some(Wording::Announced);
    vec![
        figures(
            ("round_percent", |t| t.round_percent = 1.into()),
            ["1,000", "1,043"],
            ["compatible count-overlap info", DISJOINT],
        ),
        figures(
            ("about_percent", |t| t.about_percent = 1.into()),
            ["about 1,000", "1,087"],
            ["compatible count-overlap info", DISJOINT],
        ),
        figures(
            ("about_least", |t| t.about_least = 0.into()),
            ["about 3", "4"],
            ["compatible count-overlap info", DISJOINT],
        ),
        figures(
            ("above_percent", |t| t.above_percent = 1.into()),
            ["over 1,234", "1,503"],
            ["compatible count-overlap info", "compatible count-bounds minor"],
        ),
        figures(
            ("nearly_percent", |t| t.nearly_percent = 1.into()),
            ["nearly 1,000", "931"],
            ["compatible count-overlap info", DISJOINT],
        ),
        figures(
            ("up_to_percent", |t| t.up_to_percent = 90.into()),
            ["up to 1,000", "601"],
            ["compatible count-overlap info", "compatible count-bounds minor"],
        ),
        figures(
            ("minor_gap_percent", |t| t.minor_gap_percent = 1.into()),
            ["271", "281"],
            ["contradict count-disjoint minor", "contradict count-disjoint moderate"],
        ),
        figures(
            ("moderate_gap_percent", |t| t.moderate_gap_percent = 10.into()),
            ["271", "333"],
            ["contradict count-disjoint moderate", "contradict count-disjoint major"],
        ),
        dates(
            ("announcement_days", |t| t.announcement_days = 1),
            (["2025-07-10", "2025-07-15"], announced),
            ["scope date-reported minor", "contradict date-disjoint major"],
        ),
        dates(
            ("minor_gap_days", |t| t.minor_gap_days = 0),
            (["2025-07-10", "2025-07-11"], None),
            ["contradict date-disjoint minor", "contradict date-disjoint major"],
        ),
    ]
}

fn found(turn: &Turn, tolerances: Tolerances) -> String {
    let mut case = Case::of(turn.kind.clone());
    case.corpus.settings.tolerances = tolerances;
    let [a, b] = turn.answers;
    let case = case.says("alpha", a).says("bravo", b).with(|claim| claim.worded = turn.worded);
    findings(&case.corpus).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_factor_decides_what_is_found() {
    let turns = turns();
    for turn in &turns {
        let mut turned = Tolerances::default();
        (turn.turn)(&mut turned);
        for (tolerances, expected) in [Tolerances::default(), turned].into_iter().zip(turn.found) {
            let found = found(turn, tolerances);
            assert!(found.starts_with(expected), "{}: {found}", turn.factor);
        }
    }
    // A factor that is added has to be turned here too.
    let Tolerances {
        round_percent: _,
        about_percent: _,
        about_least: _,
        above_percent: _,
        nearly_percent: _,
        up_to_percent: _,
        minor_gap_percent: _,
        moderate_gap_percent: _,
        announcement_days: _,
        minor_gap_days: _,
    } = Tolerances::default();
    assert_eq!(turns.len(), 10);
}
