//! Running totals with falls, restarts, figures that stand out, corrections and figures without a
//! day: what a reader of the series has to be told, and no more.

use super::findings;
use super::testing::*;
use crate::model::{Class, Finding, Rule, Wording};

/// One figure a day from 1 January 2024 on, by the four sources in turn.
fn daily(figures: &[&str]) -> Case {
    let sources = ["alpha", "bravo", "charlie", "delta"];
    figures.iter().enumerate().fold(Case::of(running_total()), |case, (i, figure)| {
        case.says(sources[i % 4], figure).on_day(&format!("2024-01-{:02}", i + 1))
    })
}

/// The same by one source.
fn daily_of_one(figures: &[&str]) -> Case {
    figures.iter().enumerate().fold(Case::of(running_total()), |case, (i, figure)| {
        case.says("alpha", figure).on_day(&format!("2024-01-{:02}", i + 1))
    })
}

#[test]
fn a_rise_is_told_once() {
    check(&daily(&["11", "22", "33", "41", "52"]), "
        update count-update info: Alpha News says 11 people as of 1 January 2024 and 52 as of 5 January 2024: the running total grew.
        ");
}

#[test]
fn a_fall_is_told_by_the_two_days_between_which_it_lies() {
    check(&daily(&["11", "22", "33", "31", "52", "63"]), "
        contradict count-correction major: Charlie Times says 33 people as of 3 January 2024 and “The delta text” 31 as of 4 January 2024: a running total cannot shrink, and “The delta text” does not word its figure as a correction.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and Bravo Post 63 as of 6 January 2024: the running total grew.
        ");
}

#[test]
fn a_single_figure_that_is_too_high_is_one_finding() {
    check(&daily(&["11", "22", "33", "410", "52", "63"]), "
        contradict count-correction major: “The delta text” says 410 people as of 4 January 2024: too high for a running total with 33 as of 3 January 2024 (Charlie Times) before it and 52 as of 5 January 2024 (Alpha News) after it, which fit each other.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and Bravo Post 63 as of 6 January 2024: the running total grew.
        ");
}

#[test]
fn a_single_figure_that_is_too_low_is_one_finding() {
    check(&daily(&["110", "220", "330", "41", "520", "630"]), "
        contradict count-correction major: “The delta text” says 41 people as of 4 January 2024: too low for a running total with 330 as of 3 January 2024 (Charlie Times) before it and 520 as of 5 January 2024 (Alpha News) after it, which fit each other.
        update count-update info: Alpha News says 110 people as of 1 January 2024 and Bravo Post 630 as of 6 January 2024: the running total grew.
        ");
}

#[test]
fn a_figure_that_stands_out_is_found_beside_the_last_one() {
    check(&daily(&["11", "22", "33", "410", "52"]), "
        contradict count-correction major: “The delta text” says 410 people as of 4 January 2024: too high for a running total with 33 as of 3 January 2024 (Charlie Times) before it and 52 as of 5 January 2024 (Alpha News) after it, which fit each other.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and 52 as of 5 January 2024: the running total grew.
        ");
}

#[test]
fn a_small_fall_at_the_end_is_no_figure_that_stands_out() {
    check(&daily(&["82", "93", "90"]), "
        contradict count-correction major: Bravo Post says 93 people as of 2 January 2024 and Charlie Times 90 as of 3 January 2024: a running total cannot shrink, and Charlie Times does not word its figure as a correction.
        update count-update info: Alpha News says 82 people as of 1 January 2024 and Charlie Times 90 as of 3 January 2024: the running total grew.
        ");
}

#[test]
fn a_restart_is_one_fall() {
    check(&daily(&["110", "120", "135", "11", "12", "27"]), "
        contradict count-correction major: Charlie Times says 135 people as of 3 January 2024 and “The delta text” 11 as of 4 January 2024: a running total cannot shrink, and “The delta text” does not word its figure as a correction.
        update count-update info: “The delta text” says 11 people as of 4 January 2024 and Bravo Post 27 as of 6 January 2024: the running total grew.
        ");
}

#[test]
fn a_worded_correction_is_an_update() {
    let mut case = daily(&["11", "22", "33", "29", "31"]);
    case.corpus.claims[3].worded = Some(Wording::Corrected);
    check(&case, "
        update count-update info: Alpha News says 11 people as of 1 January 2024 and 31 as of 5 January 2024: the running total grew.
        update count-correction info: Charlie Times says 33 people as of 3 January 2024 and “The delta text” 29 as of 4 January 2024: “The delta text” words its lower figure as a correction.
        ");
}

#[test]
fn one_source_is_judged_as_a_series_too() {
    check(&daily_of_one(&["11", "22", "33", "31", "52", "610", "63", "71"]), "
        contradict count-correction major [self-contradiction]: Alpha News says 610 people as of 6 January 2024: too high for a running total with 52 as of 5 January 2024 before it and 63 as of 7 January 2024 after it, which fit each other.
        contradict count-correction major [self-contradiction]: Alpha News says 33 people as of 3 January 2024 and 31 as of 4 January 2024: a running total cannot shrink, and Alpha News does not word its figure as a correction.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and 71 as of 8 January 2024: the running total grew.
        ");
}

#[test]
fn a_source_that_is_always_lower_differs_day_by_day_and_nothing_else_falls() {
    let mut case = Case::of(running_total());
    for (i, [high, low]) in [["103", "51"], ["113", "62"], ["124", "73"]].into_iter().enumerate() {
        let day = format!("2024-01-{:02}", i + 1);
        case = case.says("alpha", high).on_day(&day).says("bravo", low).on_day(&day);
    }
    check(&case, "
        contradict count-disjoint major: Alpha News says 113 people and Bravo Post 62, 45 % apart.
        contradict count-disjoint major: Alpha News says 124 people and Bravo Post 73, 41 % apart.
        contradict count-disjoint major: Alpha News says 103 people and Bravo Post 51, a factor of 2 apart.
        update count-update info: Bravo Post says 51 people as of 1 January 2024 and 73 as of 3 January 2024: the running total grew.
        ");
}

#[test]
fn a_fall_that_others_hide_is_the_source_s_own() {
    let case = Case::of(running_total())
        .says("alpha", "103")
        .on_day("2024-01-01")
        .says("alpha", "91")
        .on_day("2024-01-02")
        .says("bravo", "107")
        .on_day("2024-01-02");
    check(&case, "
        contradict count-correction major [self-contradiction]: Alpha News says 103 people as of 1 January 2024 and 91 as of 2 January 2024: a running total cannot shrink, and Alpha News does not word its figure as a correction.
        contradict count-disjoint moderate: Alpha News says 91 people and Bravo Post 107, 15 % apart.
        update count-update info: Alpha News says 103 people as of 1 January 2024 and Bravo Post 107 as of 2 January 2024: the running total grew.
        ");
}

#[test]
fn a_figure_without_a_day_fits_where_it_lies_between_two() {
    check(&daily(&["11", "22", "33", "41"]).says("delta", "37"), "
        update count-update info: Alpha News says 11 people as of 1 January 2024 and “The delta text” 41 as of 4 January 2024: the running total grew.
        ");
}

#[test]
fn a_figure_without_a_day_above_all_others_contradicts_the_highest() {
    check(&daily(&["11", "22", "33", "41"]).says("delta", "370"), "
        contradict count-disjoint major [self-contradiction unit-suspected]: “The delta text” itself says both 370 people and 41, a factor of 9 apart; a digit or a unit may have slipped.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and “The delta text” 41 as of 4 January 2024: the running total grew.
        ");
}

#[test]
fn a_month_is_held_against_the_days_beside_it() {
    check(&daily(&["11", "22"]).says("delta", "19").on_day("2024-01").says("alpha", "15").on_day("2024-02-03"), "
        contradict count-correction major: Bravo Post says 22 people as of 2 January 2024 and Alpha News 15 as of 3 February 2024: a running total cannot shrink, and Alpha News does not word its figure as a correction.
        update count-update info: Alpha News says 11 people as of 1 January 2024 and 15 as of 3 February 2024: the running total grew.
        ");
}

#[test]
fn another_place_is_another_series() {
    let mut case = daily(&["110", "120", "130"]);
    for (day, figure) in [("2024-01-02", "12"), ("2024-01-03", "14"), ("2024-01-04", "10")] {
        case = case.says("delta", figure).on_day(day).at(&["poipet"]);
    }
    for ix in 0..3 {
        case.corpus.claims[ix].scope.places = vec![case.entity("cambodia")];
    }
    check(&case, "
        contradict count-correction major [self-contradiction]: “The delta text” says 14 people as of 3 January 2024 and 10 as of 4 January 2024: a running total cannot shrink, and “The delta text” does not word its figure as a correction.
        update count-update info: Alpha News says 110 people as of 1 January 2024 and Charlie Times 130 as of 3 January 2024: the running total grew.
        update count-update info: “The delta text” says 12 people as of 2 January 2024 and 14 as of 3 January 2024: the running total grew.
        scope different-scope info: Alpha News says 110 people (Cambodia), Bravo Post 120 (Cambodia), Charlie Times 130 (Cambodia); 3 further answers differ: Poipet lies in Cambodia, so the two are not about the same area.
        ");
}

#[test]
fn plateaus_and_round_figures_do_not_fall() {
    check(&daily(&["1,000", "1,000", "over 1,000", "1,020", "about 1,000"]), "
        compatible count-overlap info: Alpha News says about 1,000 people, Bravo Post 1,000, Charlie Times over 1,000 and “The delta text” 1,020: one number can fit all.
        agree equal info: Alpha News and Bravo Post say 1,000 people.
        ");
}

#[test]
fn a_record_stands_for_pairs_of_its_own_rule() {
    let figures = [
        "11", "22", "33", "41", "52", "63", "71", "82", "93", "90", "112", "123", "131", "142", "153", "161",
        "172", "183",
    ];
    let found = findings(&daily(&figures).corpus);
    let told: Vec<(Rule, usize)> = found.iter().map(|finding| (finding.rule, finding.represents)).collect();
    // 18 figures are 153 pairs, one of which falls.
    assert_eq!(told, [(Rule::CountCorrection, 1), (Rule::CountUpdate, 152)]);
    assert!(found.iter().all(|finding| !finding.reason.contains("further pair")));
}

/// Neighbours that a reader would take for one figure are what a rise consists of.
#[test]
fn days_that_fit_each_other_are_no_records_of_their_own() {
    let figure = |i: usize| (10_000 + 10 * i).to_string();
    let case = (0..400).fold(Case::of(running_total()), |case, i| {
        let day = crate::model::Day(i as i32).to_string();
        case.says(["alpha", "bravo", "charlie", "delta"][i % 4], &figure(i)).on_day(&day)
    });
    let told: Vec<Rule> = findings(&case.corpus).iter().map(|finding| finding.rule).collect();
    assert_eq!(told, [Rule::CountUpdate]);
}

/// Two sources that fit each other day by day are told once, and all pairs are counted.
#[test]
fn sources_that_fit_each_other_every_day_are_one_record() {
    let mut case = Case::of(running_total());
    for i in 0..100 {
        let day = crate::model::Day(i).to_string();
        let figure = 1_000 + 100 * i;
        case = case.says("alpha", &(figure + 1).to_string()).on_day(&day);
        case = case.says("bravo", &format!("over {figure}")).on_day(&day);
    }
    let found = findings(&case.corpus);
    let told: Vec<(Rule, usize)> = found.iter().map(|finding| (finding.rule, finding.represents)).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.contains(&(Rule::CountOverlap, 100)), "{told:?}");
}

/// Ten thousand figures, one of them too low and one wild.
#[test]
fn ten_thousand_figures_are_a_handful_of_records() {
    let figure = |i: usize| match i {
        4_000 => 11_990,
        7_000 => 900_000,
        _ => 1_001 + 3 * i,
    };
    let mut case = Case::of(running_total());
    for i in 0..10_000 {
        let day = crate::model::Day(i as i32).to_string();
        case = case.says(["alpha", "bravo", "charlie", "delta"][i % 4], &figure(i).to_string()).on_day(&day);
    }
    let found = findings(&case.corpus);
    let of = |class: Class| found.iter().filter(|finding| finding.class == class).collect::<Vec<&Finding>>();
    let told: Vec<String> = found.iter().map(line).collect();
    assert_eq!(of(Class::Contradict).len(), 2, "{told:#?}");
    assert!(of(Class::Contradict).iter().all(|finding| finding.represents == 1));
    let rises = of(Class::Update);
    assert_eq!((rises.len(), rises[0].rule), (1, Rule::CountUpdate));
    assert!(rises[0].represents > 49_000_000 && rises[0].represents < 49_995_000);
}
