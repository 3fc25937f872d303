//! Pairs that an analyst would try first: names in other orders and scripts, days that need not
//! exist, periods and ranges that touch at an end, measures that are not one.

use super::testing::*;
use crate::model::{FactKind, Series};

/// What two answers come to: class, rule and severity of the one finding.
fn check(kind: FactKind, answers: [&str; 2], expected: &str) {
    let case = Case::of(kind).says("alpha", answers[0]).says("bravo", answers[1]);
    check_case(&case, answers, expected);
}

fn check_case(case: &Case, answers: [&str; 2], expected: &str) {
    let told: Vec<String> = super::findings(&case.corpus)
        .iter()
        .map(|finding| format!("{} {} {}", finding.class, finding.rule, finding.severity))
        .collect();
    assert_eq!(told.join("; "), expected, "{answers:?}");
}

#[test]
fn names_in_another_order_or_with_a_title_are_one_name() {
    for other in ["Jiakun Guo", "GUO, Jiakun", "Samdech Guo Jiakun", "Lok Guo Jiakun", "Oknha Guo Jiakun"] {
        check(somebody(), ["Guo Jiakun", other], "agree name-equal info");
    }
    check(somebody(), ["Guo Jiakun", "GUO JIAKUN"], "agree equal info");
}

#[test]
fn initials_and_transliterations_are_variants_and_other_people_are_not() {
    check(somebody(), ["J. Sims", "Jacob Sims"], "variant name-variant minor");
    check(somebody(), ["Guo Jiakun", "Guo Jiakung"], "variant name-variant minor");
    check(somebody(), ["Hun Manet", "Hun Sen"], "contradict entity-differs major");
}

#[test]
fn names_in_other_scripts_are_one_by_their_sound_or_by_the_curators_list() {
    check(somebody(), ["Xi Jinping", "习近平"], "variant name-variant minor");
    check(somebody(), ["Jacob Sims", "ហ៊ុន ម៉ាណែត"], "compatible entity-differs info");
    check(somebody(), ["Владимир Путин", "Sergei Lavrov"], "contradict entity-differs major");
    let mut case = Case::of(somebody());
    let zhou = case.entity("zhou-wenying").index();
    case.corpus.entities[zhou].native = Some("周文英".to_owned());
    let case = case.says("alpha", "Zhou Wenying").says("bravo", "周文英");
    check_case(&case, ["Zhou Wenying", "周文英"], "variant name-variant minor");
}

#[test]
fn days_are_compared_across_years_and_leap_years() {
    let dates = |answers, expected| check(FactKind::Date, answers, expected);
    dates(["XXXX-02-29", "2024-02-29"], "compatible date-contained info");
    dates(["XXXX-02-29", "2025-03-01"], "contradict date-disjoint major");
    dates(["XXXX-02-28", "XXXX-02-29"], "contradict date-disjoint minor");
    dates(["{2024-12-31,2025-01-01}", "2025-01-01"], "compatible date-contained info");
    dates(["{2024-12-31,2025-01-02}", "2025-01-01"], "contradict date-disjoint minor");
    dates(["2024-12-30/2025-01-02", "XXXX-01-01"], "compatible date-contained info");
}

#[test]
fn open_periods_reach_as_far_as_they_say() {
    let dates = |answers, expected| check(FactKind::Date, answers, expected);
    dates(["2025-07-14/..", "2026-01-01"], "compatible date-contained info");
    dates(["2025-07-14/..", "2025-07-13"], "contradict date-disjoint minor");
    dates(["../2025-07-14", "2025-07-14/.."], "compatible date-contained minor");
}

#[test]
fn bounds_that_touch_at_an_end_fit_only_where_the_end_is_closed() {
    let counts = |answers, expected| check(people(), answers, expected);
    counts(["10 to 20", "20 to 30"], "compatible count-overlap info");
    counts(["at least 271", "271"], "compatible count-overlap info");
    counts(["over 271", "271"], "contradict count-disjoint minor");
    counts(["fewer than 271", "271"], "contradict count-disjoint minor");
    counts(["fewer than 271", "over 271"], "contradict count-disjoint minor");
    counts(["up to 271", "at least 271"], "compatible count-overlap info");
}

#[test]
fn zero_and_negative_figures_are_figures() {
    check(people(), ["0", "0"], "agree equal info");
    check(people(), ["0", "27"], "contradict count-disjoint major");
    check(money(), ["-$5 million", "$5 million"], "contradict count-disjoint major");
}

#[test]
fn measures_that_are_not_one_are_never_compared_as_numbers() {
    check(money(), ["$40 billion", "40 billion riel"], "scope different-scope info");
    check(money(), ["$40 billion", "€40 billion"], "scope different-scope info");
    check(money(), ["$40 billion", "USD 40bn"], "agree equal info");
}

#[test]
fn places_in_places_are_other_areas_however_deep() {
    let at = |one: &'static str, other: &'static str| {
        Case::of(people()).says("alpha", "271").at(&[one]).says("bravo", "271").at(&[other])
    };
    check_case(&at("cambodia", "poipet"), ["cambodia", "poipet"], "scope different-scope info");
    check_case(&at("poipet", "sihanoukville"), ["poipet", "sihanoukville"], "scope different-scope info");
    check_case(&at("poipet", "poipet"), ["poipet", "poipet"], "agree equal info");
}

#[test]
fn totals_whose_days_overlap_are_not_one_after_the_other() {
    let on = |one: &str, other: &str| {
        let kind = FactKind::Count { unit: "people".to_owned(), series: Some(Series::Cumulative) };
        Case::of(kind).says("alpha", "271").on_day(one).says("bravo", "400").on_day(other)
    };
    check_case(&on("2025-07-14", "2025-07-16"), ["271", "400"], "update count-update info");
    check_case(&on("2025-07-14/2025-07-16", "2025-07-16"), ["271", "400"], "contradict count-disjoint major");
    check_case(&on("2025-07", "2025-07-16"), ["271", "400"], "contradict count-disjoint major");
}
