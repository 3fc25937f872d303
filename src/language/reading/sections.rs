//! The sections of a reading file whose words stand by their place or with a value: one function each.

use super::nodes::{lists, map, named, phrases, unfit, unknown};
use crate::diag::Diagnostic;
use crate::model::Hedge;
use crate::value::lexicon::{
    Around, ChangeWords, Data, EndingWords, HedgeWords, Moves, RateWords, SentenceWords, Size,
};
use crate::value::measure;
use crate::value::number::currency_code_ever;
use crate::yaml::{Node, NodeKind};

pub(super) fn hedges(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(Hedge, HedgeWords)> {
    let mut hedges = Vec::new();
    for entry in map(node, faults) {
        let hedge = match entry.key.as_str() {
            "about" => Hedge::About,
            "more-than" => Hedge::MoreThan,
            "at-least" => Hedge::AtLeast,
            "nearly" => Hedge::Nearly,
            "up-to" => Hedge::UpTo,
            "fewer-than" => Hedge::FewerThan,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        let mut words = HedgeWords::default();
        for place in map(&entry.value, faults) {
            let list = match place.key.as_str() {
                "before" => &mut words.before,
                "behind" => &mut words.behind,
                "behind_counted" => &mut words.behind_counted,
                "verb" => &mut words.verb,
                "tally_verb" => &mut words.tally_verb,
                _ => {
                    faults.push(unknown(place));
                    continue;
                }
            };
            *list = phrases(&place.value, faults);
        }
        hedges.push((hedge, words));
    }
    hedges
}

pub(super) fn change_words(node: &Node, faults: &mut Vec<Diagnostic>) -> ChangeWords {
    if let NodeKind::List(_) = node.kind {
        return ChangeWords { beside: phrases(node, faults), ..ChangeWords::default() };
    }
    let mut words = ChangeWords::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "beside" => &mut words.beside,
            "before" => &mut words.before,
            "before_percent" => &mut words.before_percent,
            "behind_percent" => &mut words.behind_percent,
            "behind" => &mut words.behind,
            "of" => &mut words.of,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

pub(super) fn around(node: &Node, faults: &mut Vec<Diagnostic>) -> Around {
    // A plain list is one of words before the figure.
    if let NodeKind::List(_) = node.kind {
        return Around { before: phrases(node, faults), ..Around::default() };
    }
    let mut around = Around::default();
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "before" => around.before = phrases(&entry.value, faults),
            "behind" => around.behind = phrases(&entry.value, faults),
            "behind_counted" => around.behind_counted = phrases(&entry.value, faults),
            "around" => around.around = pairs(&entry.value, faults),
            "apposed" => around.apposed = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
    around
}

/// Two words each: `[[de, ans]]`.
fn pairs(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let NodeKind::List(pairs) = &node.kind else { return Vec::new() };
    let mut found = Vec::new();
    for pair in pairs {
        match &phrases(pair, faults)[..] {
            [before, behind] => found.push((before.clone(), behind.clone())),
            _ => faults.push(unfit(pair, "a pair has two words: `[between, and]`")),
        }
    }
    found
}

pub(super) fn sentence(node: &Node, faults: &mut Vec<Diagnostic>) -> SentenceWords {
    let mut words = SentenceWords::default();
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "denials" => words.denials = phrases(&entry.value, faults),
            "doubts" => words.doubts = phrases(&entry.value, faults),
            "fears" => words.fears = phrases(&entry.value, faults),
            "rejections" => words.rejections = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
    words
}

pub(super) fn endings(node: &Node, faults: &mut Vec<Diagnostic>) -> EndingWords {
    let mut words = EndingWords::default();
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "denials" => words.denials = phrases(&entry.value, faults),
            "doubts" => words.doubts = phrases(&entry.value, faults),
            "doubts_before" => words.doubts_before = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
    words
}

pub(super) fn moves(node: &Node, faults: &mut Vec<Diagnostic>) -> Moves {
    let mut words = Moves::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "before" => &mut words.before,
            "before_percent" => &mut words.before_percent,
            "shares" => &mut words.shares,
            "behind" => &mut words.behind,
            "endings" => &mut words.endings,
            "levels" => &mut words.levels,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

pub(super) fn rates(node: &Node, faults: &mut Vec<Diagnostic>) -> RateWords {
    let mut words = RateWords::default();
    for entry in map(node, faults) {
        let list = match entry.key.as_str() {
            "before" => &mut words.before,
            "behind" => &mut words.behind,
            "behind_counted" => &mut words.behind_counted,
            "clause" => &mut words.clause,
            "every" => &mut words.every,
            "round" => &mut words.round,
            _ => {
                faults.push(unknown(entry));
                continue;
            }
        };
        *list = phrases(&entry.value, faults);
    }
    words
}

pub(super) fn vague(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    let lists = lists(node, faults);
    for entry in map(node, faults).iter().filter(|entry| Size::named(&entry.key).is_none()) {
        faults.push(unknown(entry));
    }
    lists
}

pub(super) fn units(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<String>)> {
    let units = lists(node, faults);
    for entry in map(node, faults).iter().filter(|entry| !measure::is_unit(&entry.key)) {
        faults.push(unknown(entry));
    }
    units
}

pub(super) fn currencies(node: &Node, faults: &mut Vec<Diagnostic>) -> Vec<(String, Vec<&'static str>)> {
    let mut found = Vec::new();
    for entry in map(node, faults) {
        let words = phrases(&entry.value, faults);
        let codes: Vec<&'static str> = words.iter().filter_map(|code| currency_code_ever(code)).collect();
        if codes.len() < words.len() || codes.is_empty() {
            faults.push(unfit(&entry.value, "a currency has codes of ISO 4217: `EUR`, `[USD, CAD]`"));
        }
        found.push((entry.key.clone(), codes));
    }
    found
}

pub(super) fn ranges(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match (entry.key.as_str(), &entry.value.kind) {
            ("around", NodeKind::List(_)) => data.ranges_around = pairs(&entry.value, faults),
            ("between", _) => data.ranges_between = phrases(&entry.value, faults),
            _ => faults.push(unknown(entry)),
        }
    }
}

pub(super) fn dates(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "era" => data.eras = named(&entry.value, faults, |words| words.parse().ok()),
            key => data.dates.push((key.to_owned(), phrases(&entry.value, faults))),
        }
    }
}

pub(super) fn ordinals(data: &mut Data, node: &Node, faults: &mut Vec<Diagnostic>) {
    for entry in map(node, faults) {
        match entry.key.as_str() {
            "suffixes" => data.ordinals.suffixes = phrases(&entry.value, faults),
            "words" => data.ordinals.words = named(&entry.value, faults, |words| words.parse().ok()),
            _ => faults.push(unknown(entry)),
        }
    }
}
